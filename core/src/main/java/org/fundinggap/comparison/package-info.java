/** What differs between scenarios: paired differences, regret, and the inputs that differ. */
@NullMarked
package org.fundinggap.comparison;

import org.jspecify.annotations.NullMarked;
