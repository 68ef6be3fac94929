/**
 * The generic model: variables, parameters, yearly shocks and schedules, tied together by equations
 * that read and write columns of a block of draws.
 *
 * <p>Knows nothing of children's services. A {@link org.fundinggap.model.Model} is structure only;
 * its numbers are {@link org.fundinggap.model.Inputs}; a {@link org.fundinggap.model.BlockStepper}
 * steps the two through the years. A name with inputs is an {@link org.fundinggap.model.Option},
 * which is all that the engine knows of what it runs.
 */
@NullMarked
package org.fundinggap.model;

import org.jspecify.annotations.NullMarked;
