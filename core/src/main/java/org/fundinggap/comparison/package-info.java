/** What differs: paired differences between scenarios, bridges, and the inputs that differ. */
@NullMarked
package org.fundinggap.comparison;

import org.jspecify.annotations.NullMarked;
