/**
 * Draws of one number and what they say: mean, quantiles and probabilities, each with its Monte
 * Carlo standard error.
 *
 * <p>{@link org.fundinggap.draws.Draws} holds every draw; {@link org.fundinggap.draws.Histogram}
 * stands in for them above the memory budget.
 */
@NullMarked
package org.fundinggap.draws;

import org.jspecify.annotations.NullMarked;
