/**
 * Distributions of uncertain numbers: quantile functions over blocks of uniforms, with their
 * moments.
 *
 * <p>{@link org.fundinggap.distribution.Distribution} has a factory for each. Those that are cheap
 * plain arithmetic are records of their own; families that are not are drawn from a table.
 */
@NullMarked
package org.fundinggap.distribution;

import org.jspecify.annotations.NullMarked;
