package org.fundinggap.evidence;

import org.fundinggap.internal.csv.EnumWords;

/** How far a number may be trusted. */
public enum Quality {
  /** Seen in its source, or worked out exactly from numbers seen. */
  GREEN,
  /** Seen, but doubtful, second-hand, or worked out with a judgement that its note states. */
  AMBER,
  /** Not seen in a source: for use as a named assumption only. */
  RED;

  /** As the register writes it, such as {@code green}. */
  @Override
  public String toString() {
    return EnumWords.of(this);
  }
}
