package org.fundinggap.random;

import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NormalPairs;
import org.fundinggap.internal.RandomBits;

/**
 * A stream of {@link IndependentSampler}: draw n mixes the counter {@code start + n step}.
 *
 * @param start the counter of draw 0
 * @param step what it goes up by; odd
 */
record IndependentStream(long start, long step) implements DrawStream {
  private static final int BLOCK = RandomBits.MOST;

  /** Half a block at a time, so that a block's normals are made within the first cache. */
  private static final int PIECE = BLOCK / 2;

  @Override
  public void uniforms(long firstDraw, double[] out, int count, Workspace workspace) {
    checkStretch(firstDraw, out, count);
    for (int done = 0; done < count; done += BLOCK) {
      int some = Math.min(BLOCK, count - done);
      block(firstDraw + done, workspace.block, some, workspace);
      System.arraycopy(workspace.block, 0, out, done, some);
    }
  }

  /** A normal needs its partner, so blocks are made whole and the part that is wanted is taken. */
  @Override
  public void normals(long firstDraw, double[] out, int count, Workspace workspace) {
    checkStretch(firstDraw, out, count);
    int done = 0;
    while (done < count) {
      int skipped = (int) ((firstDraw + done) % BLOCK);
      int some = Math.min(BLOCK - skipped, count - done);
      boolean inPlace = done == 0 && some == BLOCK;
      double[] block = inPlace ? out : workspace.block;
      block(firstDraw + done - skipped, block, BLOCK, workspace);
      NormalPairs.fromUniforms(block, BLOCK, workspace.scratch);
      if (!inPlace) {
        System.arraycopy(block, skipped, out, done, some);
      }
      done += some;
    }
  }

  private void block(long firstDraw, double[] uniforms, int count, Workspace workspace) {
    for (int from = 0; from < count; from += PIECE) {
      int some = Math.min(PIECE, count - from);
      long counter = start + (firstDraw + from) * step;
      RandomBits.uniforms(counter, step, uniforms, from, some, workspace.bits);
    }
  }

  private static void checkStretch(long firstDraw, double[] out, int count) {
    Arguments.count(count, out.length);
    Checks.atLeast(firstDraw, 0, "firstDraw", "draws are numbered from 0");
    Checks.atLeast(Long.MAX_VALUE - firstDraw, count, "draws left", "start at a smaller firstDraw");
  }
}
