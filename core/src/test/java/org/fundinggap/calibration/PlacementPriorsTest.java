package org.fundinggap.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fundinggap.calibration.ChainRates.RateType;
import org.fundinggap.demand.Placement;
import org.fundinggap.evidence.Prior;
import org.fundinggap.evidence.PriorShape;
import org.fundinggap.model.Parameter;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("EnumOrdinal") // arrays of states are in the order of Placement
@DisplayName("Priors of the placement chain")
class PlacementPriorsTest {
  /** Two significant digits are off by 5% of the number at the most, by 2.7% in these. */
  private static final double ROUNDING = 0.03;

  private final ChainRates rates =
      new ChainRates(new BaseYearEvidence(England.evidence(), FinancialYear.parse("2024-25")));

  @ParameterizedTest
  @EnumSource
  @DisplayName("are the rates of 2020-21 to 2022-23, with a spread of 15%")
  void ratesAreThoseOfPublishedFlows(Placement placement) {
    int state = placement.ordinal();
    check("exit-rate-", placement, rates.values(RateType.EXIT)[state], 0.15, placement.exitRate());
    check("move-rate-", placement, rates.values(RateType.MOVE)[state], 0.15, placement.moveRate());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("are the shares of 2020-21 to 2022-23, with a spread of 20%")
  void sharesAreThoseOfPublishedFlows(Placement placement) {
    int state = placement.ordinal();
    check(
        "destination-share-",
        placement,
        rates.values(RateType.DESTINATION)[state],
        0.2,
        placement.destinationShare());
    check(
        "entry-share-",
        placement,
        rates.values(RateType.ENTRY)[state],
        0.2,
        placement.entryShare());
  }

  private static void check(
      String group, Placement placement, double published, double spread, Parameter parameter) {
    Prior prior = England.evidence().prior(group + placement.id());
    assertEquals(published, prior.centre(), ROUNDING * published, prior.id());
    if (prior.centre() == 0) {
      assertEquals(PriorShape.FIXED, prior.distribution(), prior.id());
      return;
    }
    assertEquals(PriorShape.NORMAL, prior.distribution(), prior.id());
    assertEquals(spread, prior.spread() / prior.centre(), 0.05 * spread, prior.id());
    assertTrue(
        prior.lower() >= parameter.lower() && prior.upper() <= parameter.upper(), prior.id());
    assertEquals(2 * prior.centre(), prior.lower() + prior.upper(), 1e-12, prior.id());
  }
}
