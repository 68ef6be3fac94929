package org.fundinggap.random;

/**
 * One stream of draws, ready to give any stretch of itself. It holds no state that changes: any
 * thread may ask, with a workspace of its own, and always gets the same bits.
 */
public interface DrawStream {

  /**
   * Sets {@code out[i]} to the uniform of draw {@code firstDraw + i}, for i from 0 to {@code count
   * - 1}. Uniforms lie strictly inside (0, 1).
   *
   * @param firstDraw number of the first draw wanted, from 0
   * @param out where the draws go
   * @param count how many draws, 0 to {@code out.length}
   * @param workspace memory to work in
   * @throws IllegalArgumentException if {@code firstDraw} or {@code count} is out of bounds
   */
  void uniforms(long firstDraw, double[] out, int count, Workspace workspace);

  /**
   * Sets {@code out[i]} to the standard normal of draw {@code firstDraw + i}. Use a stream for
   * uniforms or for normals: those of the same draw are not independent of each other.
   *
   * @param firstDraw number of the first draw wanted, from 0; multiples of 1,024 are fastest
   * @param out where the draws go
   * @param count how many draws, 0 to {@code out.length}
   * @param workspace memory to work in
   * @throws IllegalArgumentException if {@code firstDraw} or {@code count} is out of bounds
   */
  void normals(long firstDraw, double[] out, int count, Workspace workspace);
}
