package org.fundinggap.bridge;

import static org.fundinggap.simulation.BridgeInputs.draws;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.fundinggap.draws.Draws;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a reader sees of bridges, and what their parts answer. */
@DisplayName("A bridge says")
class BridgeTextTest {
  private static final FinancialYear THEN = FinancialYear.parse("2016-17");
  private static final FinancialYear NOW = FinancialYear.parse("2024-25");

  private static BridgeTerm homes() {
    return BridgeTerm.of("homes")
        .times("children", draws(2, 2), draws(3, 3))
        .times("unit cost", draws(10, 10), draws(20, 20));
  }

  @Test
  @DisplayName("its title, unit, ends and note, as they were given")
  void whatItIs() {
    Bridge bridge =
        Bridge.builder("a gap", "pounds")
            .between("then", "now")
            .note("A note.")
            .plus(homes())
            .build();
    assertEquals("a gap", bridge.title());
    assertEquals("pounds", bridge.unit());
    assertEquals("then", bridge.from());
    assertEquals("now", bridge.to());
    assertEquals("A note.", bridge.note());
    Bridge bare = Bridge.builder("a gap", "pounds").plus(homes()).build();
    assertEquals("start", bare.from());
    assertEquals("end", bare.to());
    assertEquals("", bare.note());
    assertTrue(bare.toString().startsWith("a gap (pounds), start to end\n     "), bare.toString());
  }

  @Test
  @DisplayName("while it is put together, what it is of and how much was added")
  void whatABuilderHolds() {
    Draws one = draws(1, 1);
    BridgeBuilder builder = Bridge.builder("a gap", "pounds");
    assertEquals("a gap in pounds, from start to end, so far 0 terms", builder.toString());
    builder.between("then", "now").plus(homes());
    assertEquals("a gap in pounds, from then to now, so far 1 term", builder.toString());
    builder.minus(homes()).plus("rest", one, one).minus("funding", one, one);
    assertEquals("a gap in pounds, from then to now, so far 4 terms", builder.toString());
  }

  @Test
  @DisplayName("which factors a term multiplies")
  void whatATermMultiplies() {
    assertEquals("homes = no factors yet", BridgeTerm.of("homes").toString());
    assertEquals("homes = children x unit cost", homes().toString());
  }

  @Test
  @DisplayName("which drivers a gap of England has, and what each means")
  void whatDriversMean() {
    assertEquals(
        List.of(
            "children",
            "mix of placements",
            "unit cost, real",
            "general inflation",
            "policy",
            "funding"),
        Arrays.stream(BridgeDriver.values()).map(BridgeDriver::label).toList());
    assertEquals("which placements the children looked after are in", BridgeDriver.MIX.meaning());
    assertEquals("less the change of funding", BridgeDriver.FUNDING.meaning());
  }

  @Test
  @DisplayName("numbers with as many decimals as the largest of both ends needs")
  void howManyDecimals() {
    assertEquals("end -0.9990 0.0000 -0.9990 -0.9990", row("end", 0, -0.999));
    assertEquals("start 1.00 0.00 1.00 1.00", row("start", 1, 0));
    assertEquals("end 999.99 0.00 999.99 999.99", row("end", -999.99, 999.99));
    assertEquals("end 1,000 0 1,000 1,000", row("end", 0, 1000));
    assertEquals("start -1,235 0 -1,235 -1,235", row("start", -1234.6, 0));
  }

  private static String row(String name, double start, double end) {
    Draws from = draws(start, start);
    String text = Bridge.builder("t", "u").plus("x", from, draws(end, end)).build().toString();
    return text.lines()
        .filter(line -> line.startsWith(name))
        .findFirst()
        .orElseThrow()
        .replaceAll(" +", " ");
  }

  @Test
  @DisplayName("of published spending, both drivers and their shares, and why there are two")
  void publishedAsATable() {
    BridgePublished bridge = new BridgePublished(THEN, NOW, 4000, 8000, 1000, 3000);
    assertEquals(
        """
        spending on children looked after, England, gross, cash, outturn, 2016-17 to 2024-25
                       GBP million  share of change
        -------------  -----------  ---------------
        2016-17              4,000
        children             1,000            25.0%%
        price and mix        3,000            75.0%%
        2024-25              8,000
        %s
        """
            .formatted(BridgePublished.WHY_TOGETHER),
        bridge.toString());
    assertEquals(
        List.of(
            new BridgeStep("2016-17", 0, 4000, true),
            new BridgeStep("children", 4000, 5000, false),
            new BridgeStep("price and mix", 5000, 8000, false),
            new BridgeStep("2024-25", 0, 8000, true)),
        bridge.waterfall());
    assertTrue(bridge.waterfall().get(0).isEnd());
    assertEquals(3000, bridge.waterfall().get(2).change());
  }

  @Test
  @DisplayName("which of the numbers of published spending is not one")
  void publishedNumbersAreFinite() {
    double bad = Double.NaN;
    assertTrue(published(bad, 8, 1, 3).startsWith("start must be finite"));
    assertTrue(published(4, bad, 1, 3).startsWith("end must be finite"));
    assertTrue(published(4, 8, bad, 3).startsWith("children must be finite"));
    assertTrue(published(4, 8, 1, bad).startsWith("priceAndMix must be finite"));
  }

  private static String published(double start, double end, double children, double rest) {
    return Refused.message(() -> new BridgePublished(THEN, NOW, start, end, children, rest));
  }
}
