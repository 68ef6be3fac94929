/**
 * What funding there is, and the gap that is left.
 *
 * <p>Equations F1, G1 and G2. Funding comes in streams, each with a rule; a gap is never shown
 * without its definition and its rule, for the rule moves it more than all demand does.
 */
@NullMarked
package org.fundinggap.funding;

import org.jspecify.annotations.NullMarked;
