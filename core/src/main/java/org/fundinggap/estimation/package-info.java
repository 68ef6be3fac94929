/**
 * Numbers of a model estimated from short yearly series, 3 to 30 values, and pooled with what is
 * believed before data, so that a lucky sample is not taken for knowledge.
 *
 * <p>For a series about a level (yearly rates of change, hazards): {@link
 * org.fundinggap.estimation.YearlySeries#autocorrelation autocorrelation} for how long its swings
 * last, then {@link org.fundinggap.estimation.YearlySeries#spread(SpreadBelief, double) spread} for
 * their size, then {@link org.fundinggap.estimation.YearlySeries#mean mean}, which needs both. For
 * a series with a trend: {@link org.fundinggap.estimation.YearlySeries#trend(Belief, SpreadBelief,
 * double) trend}, with the autocorrelation that is believed or that of a first line's residuals.
 * For a series that wanders without a level: the same on its {@link
 * org.fundinggap.estimation.YearlySeries#changes changes}. For shocks that strike together: {@link
 * org.fundinggap.estimation.ShrunkCorrelation}. Leaving out an autocorrelation above 0 makes every
 * error too small, so the short forms without one are for numbers known to have none.
 *
 * <p>Every estimate says how far it rests on data. Results enter a model, so all arithmetic is
 * plain: the bits are the same on every JVM.
 */
@NullMarked
package org.fundinggap.estimation;

import org.jspecify.annotations.NullMarked;
