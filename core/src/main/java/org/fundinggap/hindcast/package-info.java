/**
 * The track record: the model run from every past date that the register allows, each quantity
 * scored against what was published later, beside forecasters who would say "no change".
 *
 * <p>{@link org.fundinggap.hindcast.Hindcast} stands at each {@link
 * org.fundinggap.hindcast.ForecastOrigin}, projects, and gives a {@link
 * org.fundinggap.hindcast.TrackRecord} of {@link org.fundinggap.hindcast.ScoredCase}s; {@link
 * org.fundinggap.hindcast.ScoreRow} sums them up with honest counts; {@link
 * org.fundinggap.hindcast.Miss} says what a miss was made of.
 */
@NullMarked
package org.fundinggap.hindcast;

import org.jspecify.annotations.NullMarked;
