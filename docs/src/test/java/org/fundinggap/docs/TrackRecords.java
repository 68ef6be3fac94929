package org.fundinggap.docs;

import java.util.Locale;
import java.util.OptionalDouble;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.hindcast.Hindcast;
import org.fundinggap.hindcast.TrackRecord;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;

/** The track record that the page shows, and how its numbers are written. */
final class TrackRecords {
  static final EvidenceBase EVIDENCE = EvidenceBase.load();
  static final Settings SETTINGS = Settings.of(2025, 4_096);

  private TrackRecords() {}

  /** From every origin, with the priors of today. */
  static TrackRecord today() {
    return Today.RECORD;
  }

  /** The same with vague priors. */
  static TrackRecord vague() {
    return Vague.RECORD;
  }

  /** Runs when first asked for, and once. */
  private static final class Today {
    private static final TrackRecord RECORD =
        Hindcast.of(EVIDENCE).on(Execution.ofAllProcessors()).run(SETTINGS);
  }

  /** Runs when first asked for, and once. */
  private static final class Vague {
    private static final TrackRecord RECORD =
        Hindcast.of(EVIDENCE).withVaguePriors().on(Execution.ofAllProcessors()).run(SETTINGS);
  }

  /** A share in whole per cent, without the sign. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f", 100 * share);
  }

  /** Hundredths of a logarithm with a sign. */
  static String signed(double log) {
    return String.format(Locale.ROOT, "%+.1f", 100 * log);
  }

  /** Hundredths of a logarithm. */
  static String log(double log) {
    return String.format(Locale.ROOT, "%.1f", 100 * log);
  }

  static String skill(OptionalDouble skill) {
    return skill.isEmpty() ? "" : String.format(Locale.ROOT, "%+.2f", skill.getAsDouble());
  }
}
