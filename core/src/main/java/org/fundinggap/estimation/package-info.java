/**
 * Numbers of a model estimated from short yearly series, 3 to 30 values, and pooled with what is
 * believed before data, so that a lucky sample is not taken for knowledge.
 *
 * <p>For a series without a trend (rates of change, yearly hazards): {@link
 * org.fundinggap.estimation.YearlySeries#spread spread} for the size of its swings, {@link
 * org.fundinggap.estimation.YearlySeries#autocorrelation autocorrelation} for how long they last,
 * then {@link org.fundinggap.estimation.YearlySeries#mean mean}, which needs both. For a series
 * with a trend: {@link org.fundinggap.estimation.YearlySeries#trend trend}, then the
 * autocorrelation of its residuals. For a series that wanders without a level: the same on its
 * {@link org.fundinggap.estimation.YearlySeries#changes changes}. For shocks that strike together:
 * {@link org.fundinggap.estimation.ShrunkCorrelation}.
 *
 * <p>Every estimate says how far it rests on data. Results enter a model, so all arithmetic is
 * plain: the bits are the same on every JVM.
 */
@NullMarked
package org.fundinggap.estimation;

import org.jspecify.annotations.NullMarked;
