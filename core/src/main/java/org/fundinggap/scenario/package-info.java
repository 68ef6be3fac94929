/**
 * Models with their numbers: the calibrated baseline, levers that change it, and the trajectories
 * that published claims imply.
 *
 * <p>A {@link org.fundinggap.scenario.Lever} is data. {@code LeverChecks} finds what is wrong with
 * it without a run, {@code LeverTrial} by a short one, and {@code LeverEquations} lays it over the
 * model, with {@code LeverSteps} for what it does to a quantity and {@code LeverCosts} for what it
 * costs.
 */
@NullMarked
package org.fundinggap.scenario;

import org.jspecify.annotations.NullMarked;
