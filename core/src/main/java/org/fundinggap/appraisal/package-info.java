/**
 * Whether a policy is worth it: its costs and benefits, discounted.
 *
 * <p>An {@link org.fundinggap.appraisal.Appraiser} makes an {@link
 * org.fundinggap.appraisal.Appraisal}: {@code PolicyEffects} is what a policy changes, {@code
 * Incidence} who bears and who gains it, {@link org.fundinggap.appraisal.RealFlow} discounts.
 */
@NullMarked
package org.fundinggap.appraisal;

import org.jspecify.annotations.NullMarked;
