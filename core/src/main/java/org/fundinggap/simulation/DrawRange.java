package org.fundinggap.simulation;

import org.fundinggap.internal.Checks;
import org.fundinggap.model.Block;

/**
 * Draws that follow one another, from the start of a block.
 *
 * @param first number of the first, a multiple of the block size
 * @param end number after the last
 */
record DrawRange(int first, int end) {
  static DrawRange all(Settings settings) {
    return new DrawRange(0, settings.draws());
  }

  /** One of several parts that are as alike in size as whole blocks allow. */
  static DrawRange part(Settings settings, int part, int parts) {
    int blocks = all(settings).blocks();
    Checks.within(parts, 1, blocks, "parts", "a part is at least a block of 1,024 draws");
    Checks.within(part, 0, parts - 1, "part", "parts are numbered from 0");
    int first = (int) ((long) blocks * part / parts) * Block.SIZE;
    int end = (int) ((long) blocks * (part + 1) / parts) * Block.SIZE;
    return new DrawRange(first, Math.min(end, settings.draws()));
  }

  int size() {
    return end - first;
  }

  int blocks() {
    return (size() + Block.SIZE - 1) / Block.SIZE;
  }
}
