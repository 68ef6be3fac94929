/**
 * Uniforms and normals. A draw is a pure function of the seed, the stream (a name, a year and an
 * area) and the draw's number, so any block of any stream can be made anywhere, in any order, and
 * more draws keep the first ones. {@link org.fundinggap.random.Sampler} makes uniforms and normals,
 * {@link org.fundinggap.random.Correlation} ties streams together.
 *
 * <p>All arithmetic is plain, so that the bits are the same on every JVM.
 */
@NullMarked
package org.fundinggap.random;

import org.jspecify.annotations.NullMarked;
