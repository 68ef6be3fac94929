package org.fundinggap.appraisal;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Quantity;
import org.fundinggap.quantity.DiscountSchedule;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Levers that make cost lines dearer")
class DearerTest {
  private static Scenario base() {
    return Ledger.of("base", 2)
        .with(Cost.SPENDING, 100, 100)
        .with(Cost.NEED, 100, 100)
        .with(Funding.FUNDING, 90, 90)
        .build();
  }

  private static Lever lever(String name, Quantity target, double change) {
    return Lever.named(name)
        .from(year(2025))
        .multiply(target, Distribution.fixed(change), EVIDENCE)
        .build();
  }

  private static List<String> dearer(Scenario base, Lever... levers) {
    return Appraiser.of(DiscountSchedule.of("quarter", Map.of(1, 0.25)), OptimismBias.none())
        .appraise(new ScenarioPair(base, base.with("policy", levers)), Settings.of(1, 4))
        .dearer();
  }

  private static void assertDearer(Scenario base, Quantity cost) {
    assertEquals(List.of("rise"), dearer(base, lever("rise", cost, 0.1)), cost.name());
    assertEquals(List.of(), dearer(base, lever("fall", cost, -0.1)), cost.name());
  }

  @Test
  @DisplayName("raise need or spending; what falls or is no cost is none")
  void all() {
    assertDearer(base(), Cost.NEED);
    assertDearer(base(), Cost.SPENDING);
    assertEquals(List.of(), dearer(base(), lever("grant", Funding.FUNDING, 0.1)));
  }

  @Test
  @DisplayName("raise need, spending or the unit cost of a line")
  void ofLines() {
    Scenario england = England.baseline().with(FundingRule.CASH_FLAT);
    assertDearer(england, CostLine.FOSTERING.need());
    assertDearer(england, CostLine.FOSTERING.spending());
    assertDearer(england, CostLine.FOSTERING.unitCost());
    assertEquals(List.of(), dearer(england, lever("more", CareEntries.ENTRIES, 0.1)));
  }

  @Test
  @DisplayName("count only where the baseline has them not")
  void shared() {
    Scenario dear = base().with("dear", lever("rise", Cost.SPENDING, 0.1));
    assertEquals(
        List.of("more"),
        dearer(dear, lever("less", Cost.SPENDING, -0.2), lever("more", Cost.NEED, 0.1)));
  }
}
