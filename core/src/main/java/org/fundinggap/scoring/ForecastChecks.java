package org.fundinggap.scoring;

import org.fundinggap.internal.Arguments;

/** The argument checks that forecasts share. */
final class ForecastChecks {
  private ForecastChecks() {}

  static double outcome(double outcome) {
    return Arguments.place(outcome, "outcome");
  }

  static double inside(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "probability must be inside (0, 1), was "
              + probability
              + "; write 0.9 for the 90th percentile");
    }
    return probability;
  }
}
