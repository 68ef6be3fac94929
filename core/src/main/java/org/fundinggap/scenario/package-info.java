/**
 * Models with their numbers: the calibrated baseline, and the policy scenarios made from it.
 *
 * <p>{@link org.fundinggap.scenario.Baseline} puts equations, funding rule and calibrated numbers
 * together; a {@link org.fundinggap.scenario.Scenario} is a name, a model with its numbers, and the
 * levers that are pulled.
 */
@NullMarked
package org.fundinggap.scenario;

import org.jspecify.annotations.NullMarked;
