package org.fundinggap.random;

import java.util.Objects;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NormalQuantile;
import org.fundinggap.internal.RandomBits;
import org.jspecify.annotations.Nullable;

/** A stream of {@link SobolSampler}: draw d is point {@code d / R} of replicate {@code d % R}. */
final class SobolStream implements DrawStream {
  private static final int BLOCK = RandomBits.MOST;

  private final int replicates;

  /** For each replicate the key of the shuffle. */
  private final int[] shuffles;

  /** For each replicate the key of the scramble. */
  private final int[] scrambles;

  /** The direction numbers of the stream's dimension, or null for a sequence of its own. */
  private final int @Nullable [] directions;

  /** Takes over the arrays. */
  SobolStream(int replicates, int[] shuffles, int[] scrambles, int @Nullable [] directions) {
    this.replicates = replicates;
    this.shuffles = shuffles;
    this.scrambles = scrambles;
    this.directions = directions;
  }

  @Override
  public void uniforms(long firstDraw, double[] out, int count, Workspace workspace) {
    checkStretch(firstDraw, out, count);
    Objects.requireNonNull(workspace, "workspace");
    for (int done = 0; done < count; done += BLOCK) {
      int some = Math.min(BLOCK, count - done);
      bits(firstDraw + done, some, workspace);
      double[] block = done == 0 ? out : workspace.block;
      RandomBits.toUniforms(workspace.bits, block, some);
      if (done > 0) {
        System.arraycopy(block, 0, out, done, some);
      }
    }
  }

  /** By the quantile function, which keeps the order of the uniforms and so how even they are. */
  @Override
  public void normals(long firstDraw, double[] out, int count, Workspace workspace) {
    uniforms(firstDraw, out, count, workspace);
    NormalQuantile.quantile(out, out, count);
  }

  /** The bits of some draws: replicate by replicate, as each has keys of its own. */
  private void bits(long firstDraw, int count, Workspace workspace) {
    for (int offset = 0; offset < Math.min(replicates, count); offset++) {
      int replicate = (int) ((firstDraw + offset) % replicates);
      int firstPoint = (int) ((firstDraw + offset) / replicates);
      int points = (count - offset + replicates - 1) / replicates;
      points(replicate, firstPoint, points, workspace);
      SobolKernel.merge(
          workspace.points, workspace.hashes, points, workspace.bits, offset, replicates);
    }
  }

  private void points(int replicate, int firstPoint, int count, Workspace workspace) {
    int key = replicate * SobolKernel.KEY;
    int[] index = workspace.hashes;
    int[] x = workspace.points;
    SobolKernel.count(firstPoint, index, count);
    SobolKernel.mirror(index, count);
    SobolKernel.scramble(index, count, shuffles, key);
    if (directions == null) {
      System.arraycopy(index, 0, x, 0, count);
      SobolKernel.mirror(x, count);
    } else {
      SobolKernel.points(index, directions, x, count);
    }
    SobolKernel.scramble(x, count, scrambles, key);
    SobolKernel.mirror(x, count);
    SobolKernel.hash(x, scrambles[key] ^ scrambles[key + 1], workspace.hashes, count);
  }

  private void checkStretch(long firstDraw, double[] out, int count) {
    Arguments.count(count, out.length);
    Checks.atLeast(firstDraw, 0, "firstDraw", "draws are numbered from 0");
    long most = (long) replicates << SobolDirections.INDEX_BITS;
    Checks.atLeast(
        most - firstDraw,
        count,
        "draws left of " + most,
        "start at a smaller firstDraw, or take more replicates");
  }
}
