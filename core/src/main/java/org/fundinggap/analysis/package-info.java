/** What results say: where a number comes from, what it assumes, and what its range is made of. */
@NullMarked
package org.fundinggap.analysis;

import org.jspecify.annotations.NullMarked;
