/**
 * The generic model: variables, parameters, yearly shocks and paths, tied together by equations
 * that read and write columns of a block of draws.
 *
 * <p>Knows nothing of children's services. A {@link org.fundinggap.model.Model} is structure only;
 * its numbers are {@link org.fundinggap.model.Inputs}; a {@link org.fundinggap.model.BlockRun}
 * steps the two through the years.
 */
@NullMarked
package org.fundinggap.model;

import org.jspecify.annotations.NullMarked;
