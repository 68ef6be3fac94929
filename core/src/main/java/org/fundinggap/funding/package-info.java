/**
 * What funding there is, and the gap that is left.
 *
 * <p>Equations F0 to F3, G1 to G3, D9d and D9e. Funding comes in streams, each with a rule; a gap
 * is never shown without its definition and its rule, for the rule moves it more than all demand
 * does.
 */
@NullMarked
package org.fundinggap.funding;

import org.jspecify.annotations.NullMarked;
