/**
 * Demand for children's social care: children, referrals, children in need, protection, care.
 *
 * <p>Equations D0 to D8, and D9a to D9c: what early help prevents. Each file holds the variables,
 * parameters and equations of one service, in the order in which a child would meet them; {@link
 * org.fundinggap.demand.Demand} lists them all.
 */
@NullMarked
package org.fundinggap.demand;

import org.jspecify.annotations.NullMarked;
