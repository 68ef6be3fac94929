package org.fundinggap.evidence;

import java.util.Collection;
import org.fundinggap.internal.NearestNames;

/** Guesses what a mistyped id meant. */
final class NearestIds {
  private NearestIds() {}

  /** The closest ids, for a message; fewer where fewer are known. */
  static String to(String wanted, Collection<String> known) {
    return NearestNames.to(wanted, known);
  }
}
