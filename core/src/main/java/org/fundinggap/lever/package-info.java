/**
 * Levers: dated policy changes as data, and how they are laid over a model.
 *
 * <p>{@link org.fundinggap.lever.LeverBuilder} takes a lever's parts, {@code LeverChecks} refuses
 * what is wrong with it without a run, {@code LeverTrial} by a short one, and {@code
 * LeverEquations} lays it over the model. Each kind of change stands in a file of its own, as an
 * {@code Action}: a new one is that file, a word in the {@code permits} of {@code Action} and a
 * method of the builder.
 */
@NullMarked
package org.fundinggap.lever;

import org.jspecify.annotations.NullMarked;
