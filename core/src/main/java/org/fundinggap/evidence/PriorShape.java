package org.fundinggap.evidence;

import org.fundinggap.internal.csv.EnumWords;

/** The shape of the distribution of a {@link Prior}. */
public enum PriorShape {
  /** One value, the centre. */
  FIXED,
  /** Normal: the centre is the mean, the spread the standard deviation before truncation. */
  NORMAL,
  /** Triangular on [lower, upper] with its mode at the centre. */
  TRIANGULAR,
  /** Uniform on [lower, upper]. */
  UNIFORM;

  /** As the register writes it, such as {@code triangular}. */
  @Override
  public String toString() {
    return EnumWords.of(this);
  }
}
