/**
 * Levers: dated policy changes as data, and how they are laid over a model.
 *
 * <p>{@link org.fundinggap.lever.LeverBuilder} takes a lever's parts, {@code LeverChecks} refuses
 * what is wrong with it without a run, {@code LeverTrial} by a short one, and {@code
 * LeverEquations} lays it over the model.
 */
@NullMarked
package org.fundinggap.lever;

import org.jspecify.annotations.NullMarked;
