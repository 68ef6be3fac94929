/**
 * Argument checks, deterministic vector kernels, summation and text alignment.
 *
 * <p>Not part of the public interface: nothing here is promised from one version to the next.
 */
@NullMarked
package org.fundinggap.internal;

import org.jspecify.annotations.NullMarked;
