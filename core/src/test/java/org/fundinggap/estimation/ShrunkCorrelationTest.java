package org.fundinggap.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.random.Correlation;
import org.junit.jupiter.api.Test;

class ShrunkCorrelationTest {
  private static final double TINY = 1e-15;
  private static final List<String> NAMES = List.of("up", "down", "dip");
  private static final List<YearlySeries> SAMPLES =
      List.of(YearlySeries.of(1, 2, 3), YearlySeries.of(30, 20, 10), YearlySeries.of(1, -2, 1));

  @Test
  void correlationsAreBetweenTheSampleAndTheBelief() {
    // The sample's are -1, 0 and 0.
    Correlation half = ShrunkCorrelation.of(NAMES, SAMPLES, 0.3, 0.5).correlation();
    assertEquals(NAMES, half.names());
    assertEquals(0.5 * -1 + 0.5 * 0.3, half.at(0, 1), TINY);
    assertEquals(0.15, half.at(0, 2), TINY);
    assertEquals(0.15, half.at(2, 1), TINY);
    assertEquals(1, half.at(1, 1));
  }

  @Test
  void correlationsAreTheBelief_whenTheSampleDoesNotCount() {
    Correlation none = ShrunkCorrelation.of(NAMES, SAMPLES, 0.3, 0).correlation();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(0.3, none.at(i, j));
      }
    }
  }

  @Test
  void correlationIsTheSamples_whenTheBeliefDoesNotCount() {
    // Deviations -1, 0, 1, 0 and -1, 1, 1, -1: 2 / sqrt(2 * 4).
    Correlation sample =
        ShrunkCorrelation.of(
                List.of("a", "b"),
                List.of(YearlySeries.of(1, 2, 3, 2), YearlySeries.of(0, 2, 2, 0)),
                0.9,
                1)
            .correlation();
    assertEquals(2 / Math.sqrt(8), sample.at(0, 1), TINY);
  }

  @Test
  void correlationIsTheBelief_whenASeriesNeverVaries() {
    Correlation correlation =
        ShrunkCorrelation.of(
                NAMES,
                List.of(SAMPLES.get(0), YearlySeries.of(0.1, 0.1, 0.1), SAMPLES.get(2)),
                0.3,
                0.5)
            .correlation();
    assertEquals(0.3, correlation.at(0, 1), TINY);
    assertEquals(0.3, correlation.at(1, 2), TINY);
    assertEquals(0.15, correlation.at(0, 2), TINY);
    assertEquals(
        0.4,
        ShrunkCorrelation.of(
                List.of("a", "b"), List.of(YearlySeries.of(1), YearlySeries.of(2)), 0.4, 0.5)
            .correlation()
            .at(0, 1),
        TINY,
        "one year tells nothing");
  }

  @Test
  void correlationsAreRefused_whenTheyLeaveNoFreedom() {
    InvalidInputException refusal =
        assertThrows(InvalidInputException.class, () -> ShrunkCorrelation.of(NAMES, SAMPLES, 0, 1));
    assertTrue(refusal.problems().get(0).contains("down with up"), refusal.problems().toString());
  }

  @Test
  void everyFaultIsReportedAtOnce() {
    InvalidInputException refusal =
        assertThrows(
            InvalidInputException.class,
            () ->
                ShrunkCorrelation.of(
                    NAMES,
                    List.of(YearlySeries.of(1, 2), YearlySeries.of(1, 2, 3)),
                    Double.NaN,
                    1.5));
    assertEquals(
        List.of(
            "samples must hold one series for each of 3 names, held 2; add or drop series",
            "samples[1] must have the 2 years of samples[0], had 3;"
                + " cut all to the years that they share",
            "towards must be in [-1.0, 1.0], was NaN; write 0.3 for 30%",
            "weightOfSample must be in [0.0, 1.0], was 1.5; write 0.3 for 30%"),
        refusal.problems());
  }
}
