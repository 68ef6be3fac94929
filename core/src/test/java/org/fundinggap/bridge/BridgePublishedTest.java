package org.fundinggap.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The bridge of published spending on children looked after")
class BridgePublishedTest {
  private static final EvidenceBase EVIDENCE = EvidenceBase.load();

  private static BridgePublished between(String from, String to) {
    return BridgePublished.lookedAfter(
        EVIDENCE, FinancialYear.parse(from), FinancialYear.parse(to));
  }

  /*
   * Spending 4,156.7 to 8,955.4 and children 72,600 to 81,770: ln 2.15445 = 0.76753, of which children
   * ln 1.12631 = 0.11894, or 15.5%.
   */
  @Test
  @DisplayName("from 2016-17 to 2024-25 is 84% price and mix, 16% children, within a point")
  void since2016() {
    BridgePublished bridge = between("2016-17", "2024-25");
    assertEquals(0.84, bridge.priceAndMixShare(), 0.01);
    assertEquals(0.16, bridge.childrenShare(), 0.01);
    assertEquals(0.11894 / 0.76753, bridge.childrenShare(), 1e-4);
    assertEquals(4798.717122, bridge.change(), 1e-6);
    assertEquals(bridge.change(), bridge.children() + bridge.priceAndMix(), 1e-9);
  }

  @Test
  @DisplayName("has a waterfall that ends where spending does")
  void hasAWaterfall() {
    List<BridgeStep> steps = between("2016-17", "2024-25").waterfall();
    assertEquals(4, steps.size());
    assertEquals(steps.get(3).to(), steps.get(2).to(), 1e-9);
    assertEquals(8955.421269, steps.get(3).to());
  }

  @Test
  @DisplayName("says why price and mix are not split")
  void saysWhyTogether() {
    String text = between("2016-17", "2024-25").toString();
    assertTrue(text.contains("84.5%") && text.contains("15.5%"), text);
    assertTrue(text.contains("Price and mix are not split: spending by placement is not held"));
  }

  @Test
  @DisplayName("refuses breaks, years that are not held and years out of order")
  void refusesWhatCannotBeCompared() {
    assertTrue(
        Refused.message(() -> between("2011-12", "2013-14"))
            .contains("not comparable with the year before"));
    assertTrue(Refused.message(() -> between("2014-15", "2024-25")).contains("no value"));
    assertTrue(Refused.message(() -> between("2024-25", "2016-17")).contains("to must be after"));
    assertTrue(
        Refused.message(
                () ->
                    new BridgePublished(
                        FinancialYear.parse("2016-17"),
                        FinancialYear.parse("2024-25"),
                        1,
                        2,
                        Double.NaN,
                        1))
            .startsWith("children must be finite"));
  }
}
