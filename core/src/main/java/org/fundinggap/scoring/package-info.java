/**
 * How good forecasts were, once what they forecast is known: errors, two proper scores, coverage
 * and skill over a benchmark. It knows no model: a forecast is a probability distribution of one
 * number, and an outcome is that number.
 *
 * <p>Start with {@link org.fundinggap.scoring.Score#of}; {@link
 * org.fundinggap.scoring.ScoreSummary} sums scores up.
 */
@NullMarked
package org.fundinggap.scoring;

import org.jspecify.annotations.NullMarked;
