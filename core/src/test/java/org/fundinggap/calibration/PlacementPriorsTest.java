package org.fundinggap.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.fundinggap.demand.Placement;
import org.fundinggap.evidence.Prior;
import org.fundinggap.evidence.PriorShape;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Origin.Derivation;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Priors of the placement chain")
class PlacementPriorsTest {
  private static Stream<Prior> group(String group) {
    return Stream.of(Placement.values())
        .map(placement -> England.evidence().prior(group + placement.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit-rate-", "move-rate-"})
  @DisplayName("take all placements to be alike: nothing published by 2013 told them apart")
  void placementsAreAlike(String group) {
    assertEquals(1, group(group).map(Prior::centre).distinct().count());
    assertTrue(group(group).allMatch(prior -> prior.distribution() == PriorShape.NORMAL));
  }

  @Test
  @DisplayName("have shares of entries that add up to 1")
  void sharesAddUp() {
    assertEquals(1, group("entry-share-").mapToDouble(Prior::centre).sum(), 1e-12);
  }

  @Test
  @DisplayName("are read where no flows by placement had been published, and nowhere else")
  void readBeforeFlowsArePublished() {
    for (String year : List.of("2015-16", "2024-25")) {
      Baseline baseline = Baseline.england(England.evidence(), FinancialYear.parse(year));
      Derivation kind =
          baseline.with(FundingRule.REAL_FLAT).inputs().origin(Placement.FOSTER.exitRate()).kind();
      assertEquals(year.equals("2015-16"), kind == Derivation.PRIOR, year);
    }
  }
}
