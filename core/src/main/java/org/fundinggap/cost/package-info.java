/**
 * What meeting demand costs: price indices, cost lines, totals on the basis of the revenue outturn.
 *
 * <p>Equations C1 to C3. Lines are the blocks of the section 251 return; reads demand's variables.
 */
@NullMarked
package org.fundinggap.cost;

import org.jspecify.annotations.NullMarked;
