/**
 * Whether it is worth it: discounted values, goal seeking, portfolios.
 *
 * <p>An {@link org.fundinggap.appraisal.Appraiser} makes an {@link
 * org.fundinggap.appraisal.Appraisal}: {@code PolicyFlows} is what a policy changes, {@code
 * Accounts} whose costs and benefits that is, {@link org.fundinggap.appraisal.RealFlow} discounts.
 * {@link org.fundinggap.appraisal.GoalSeek} and {@link org.fundinggap.appraisal.Portfolio} run many
 * scenarios on the same draws and judge them by a {@link org.fundinggap.appraisal.Statistic}.
 */
@NullMarked
package org.fundinggap.appraisal;

import org.jspecify.annotations.NullMarked;
