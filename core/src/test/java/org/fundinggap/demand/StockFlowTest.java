package org.fundinggap.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Stock and flow of a year")
class StockFlowTest {
  /** Children in need of 2024-25: opening, episodes started, hazard fitted by the study. */
  private static final double OPENING = 399_460;

  private static final double STARTED = 396_870;

  /** The hazard of the base year, 2024-25. */
  private static final double HAZARD = 0.98196;

  private record Year(double closing, double average) {}

  private static Year year(double opening, double entrants, double hazard) {
    double[] closing = new double[1];
    double[] average = new double[1];
    StockFlow.year(
        new double[] {opening},
        new double[] {entrants},
        new double[] {hazard},
        closing,
        average,
        1);
    return new Year(closing[0], average[0]);
  }

  @Test
  void hazardOfTheBaseYearLeadsToItsPublishedStock() {
    assertEquals(402_400, StockFlow.closing(OPENING, STARTED, HAZARD), 2);
  }

  @Test
  @DisplayName("agrees with ten million small steps")
  void closedFormAgreesWithEuler() {
    int steps = 10_000_000;
    double stock = OPENING;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      sum += stock;
      stock += (STARTED - HAZARD * stock) / steps;
    }
    Year year = year(OPENING, STARTED, HAZARD);
    assertEquals(stock, year.closing(), 1e-6 * stock);
    assertEquals(sum / steps, year.average(), 1e-6 * stock);
  }

  @Test
  void stockIsOpeningAndEntrants_whenNobodyLeaves() {
    Year year = year(100, 30, 0);
    assertEquals(130, year.closing());
    assertEquals(115, year.average());
  }

  @Test
  void stockHalves_whenNobodyEntersAndHalfLeave() {
    Year year = year(1_000, 0, StrictMath.log(2));
    assertEquals(500, year.closing(), 1e-10);
    assertEquals(500 / StrictMath.log(2), year.average(), 1e-10);
  }

  @Test
  void stockStays_whenEntrantsBalanceLeavers() {
    Year year = year(800, 400, 0.5);
    assertEquals(800, year.closing(), 1e-10);
    assertEquals(800, year.average(), 1e-10);
  }

  /** Around the hazard where a series takes over from the formula, and far below it. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-12, 1e-8, 1e-4, 1e-3, 0.01, 0.019999, 0.02, 0.020001, 0.03, 0.1})
  @DisplayName("has no jump where a series takes over, against longer series")
  void smallHazardsAgreeWithTheirSeries(double hazard) {
    Year year = year(OPENING, STARTED, hazard);
    assertEquals(closing(hazard), year.closing(), 1e-11 * year.closing());
    assertEquals(average(hazard), year.average(), 1e-11 * year.average());
  }

  /** (1 - e^-h) / h as the sum of (-h)^k / (k + 1)!. */
  private static double held(double hazard) {
    double sum = 0;
    double term = 1;
    for (int k = 0; k < 20; k++) {
      sum += term / (k + 1);
      term *= -hazard / (k + 1);
    }
    return sum;
  }

  /** (1 - held) / h as the sum of (-h)^k / (k + 2)!. */
  private static double waiting(double hazard) {
    double sum = 0;
    double term = 1;
    for (int k = 0; k < 20; k++) {
      sum += term / ((k + 1.0) * (k + 2));
      term *= -hazard / (k + 1);
    }
    return sum;
  }

  private static double closing(double hazard) {
    return OPENING * (1 - hazard * held(hazard)) + STARTED * held(hazard);
  }

  private static double average(double hazard) {
    return OPENING * held(hazard) + STARTED * waiting(hazard);
  }
}
