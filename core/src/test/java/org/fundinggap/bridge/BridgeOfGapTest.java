package org.fundinggap.bridge;

import static org.fundinggap.model.Pieces.problems;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.Placements;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Refused;
import org.fundinggap.simulation.Projection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A bridge of England's gap")
@Tag("medium")
class BridgeOfGapTest {
  private static final FinancialYear BASE = GapRuns.BASE;
  private static final FinancialYear END = GapRuns.END;

  private static BridgeCell pulled(String scenario) {
    return new BridgeCell(GapRuns.levers(), scenario, END);
  }

  private static BridgeCell cell(String scenario, FinancialYear year) {
    return new BridgeCell(GapRuns.rules(), scenario, year);
  }

  private static double[] values(BridgeCell cell, Variable variable) {
    return cell.projection().outcome(cell.scenario(), variable).in(cell.year()).values();
  }

  /** Largest distance of the sum of contributions from the change, over the larger end and need. */
  private static void assertAddsUp(Bridge bridge, double[] need) {
    double[] start = bridge.start().values();
    double[] end = bridge.end().values();
    for (int i = 0; i < start.length; i++) {
      double sum = 0;
      for (String driver : bridge.drivers()) {
        sum += bridge.contribution(driver).values()[i];
      }
      // Need is more than its largest line, so a tenth of it is a size that the law allows.
      double size = Math.max(need[i] / 10, Math.max(Math.abs(start[i]), Math.abs(end[i])));
      assertEquals(end[i] - start[i], sum, 1e-9 * size, "draw " + i);
    }
  }

  private static void assertNothing(Bridge bridge, BridgeDriver driver) {
    double[] values = bridge.contribution(driver).values();
    assertArrayEquals(new double[values.length], values, driver.label());
  }

  @Test
  @DisplayName("from 2024-25 to 2034-35 under real-flat funding adds up in each of 2,000 draws")
  void addsUpFromYearToYear() {
    BridgeCell from = cell("real-flat", BASE);
    BridgeCell to = cell("real-flat", END);
    Bridge bridge = Bridge.of(from, to);
    assertArrayEquals(values(from, Gap.STAND_STILL.cash()), bridge.start().values());
    assertArrayEquals(values(to, Gap.STAND_STILL.cash()), bridge.end().values());
    assertAddsUp(bridge, values(to, Cost.NEED));
    assertEquals(6, bridge.drivers().size());
    assertNothing(bridge, BridgeDriver.POLICY); // no levers, so nothing is left of any line
    double[] before = values(from, Funding.UNTIED);
    double[] after = values(to, Funding.UNTIED);
    for (int i = 0; i < before.length; i++) {
      assertEquals(
          before[i] - after[i], bridge.contribution(BridgeDriver.FUNDING).values()[i], 1e-9);
    }
    assertTrue(bridge.toString().startsWith("stand-still gap, England, real-flat (GBP million"));
    assertTrue(bridge.toString().contains(Gap.STAND_STILL.definition()));
  }

  /** The split of one line by the definition, from published totals of the run alone. */
  @Test
  @DisplayName("splits children, mix and prices as the definition does, line by line")
  void isTheDefinition() {
    BridgeCell from = cell("real-flat", BASE);
    BridgeCell to = cell("real-flat", END);
    Bridge bridge = Bridge.of(from, to);
    double[] scope = GapRuns.rules().draws("real-flat", Cost.SCOPE).values();
    double[] income = GapRuns.rules().draws("real-flat", Cost.INCOME).values();
    double[] expected = new double[3];
    int draw = 7;
    for (CostLine line : CostLine.values()) {
      double net = (1 + scope[draw]) * (1 - income[draw]);
      double a = values(from, line.need())[draw] * net;
      double b = values(to, line.need())[draw] * net;
      double mean = (b - a) / StrictMath.log(b / a);
      double volume = growth(from, to, line.volume(), draw);
      boolean placed = line.isLookedAfter() && line != CostLine.LEAVING_CARE;
      double children = placed ? growth(from, to, Placements.LOOKED_AFTER_AVERAGE, draw) : volume;
      expected[0] += mean * children;
      expected[1] += mean * (volume - children);
      expected[2] += mean * growth(from, to, Inflation.DEFLATOR, draw);
    }
    assertEquals(expected[0], bridge.contribution(BridgeDriver.CHILDREN).values()[draw], 1e-6);
    assertEquals(expected[1], bridge.contribution(BridgeDriver.MIX).values()[draw], 1e-6);
    assertEquals(expected[2], bridge.contribution(BridgeDriver.PRICE).values()[draw], 1e-6);
  }

  private static double growth(BridgeCell from, BridgeCell to, Variable variable, int draw) {
    return StrictMath.log(values(to, variable)[draw] / values(from, variable)[draw]);
  }

  @Test
  @DisplayName("between two funding rules in the same year is funding and nothing else")
  void addsUpFromScenarioToScenario() {
    Bridge bridge = Bridge.of(cell("real-flat", END), cell("cash-flat", END));
    for (BridgeDriver driver : BridgeDriver.values()) {
      if (driver != BridgeDriver.FUNDING) {
        assertNothing(bridge, driver);
      }
    }
    assertAddsUp(bridge, values(cell("real-flat", END), Cost.NEED));
    assertTrue(bridge.contribution(BridgeDriver.FUNDING).mean() > 1_000);
    assertEquals("real-flat", bridge.from());
    assertEquals("cash-flat", bridge.to());
  }

  @Test
  @DisplayName(
      "of each gap, in cash and in real terms, adds up between scenarios and years at once")
  void everyGapAddsUp() {
    BridgeCell from = cell("cash-flat", BASE.plus(2));
    BridgeCell to = cell("real-flat", END);
    for (Gap gap : Gap.values()) {
      Bridge inCash = BridgeOfGap.of(gap).between(from, to);
      assertAddsUp(inCash, values(to, Cost.NEED));
      assertArrayEquals(values(to, gap.cash()), inCash.end().values());
      Bridge real = BridgeOfGap.of(gap).inRealTerms().between(from, to);
      assertAddsUp(real, values(to, Cost.NEED));
      assertArrayEquals(values(from, gap.real(BASE)), real.start().values());
      assertArrayEquals(values(to, gap.real(BASE)), real.end().values());
      assertEquals("GBP million, real 2024-25", real.unit());
      assertTrue(
          Refused.message(() -> real.contribution(BridgeDriver.PRICE))
              .startsWith("driver must be of the bridge, was"));
    }
  }

  @Test
  @DisplayName("in prices of a later year is that in real terms times the deflator of that year")
  void pricesOfAYear() {
    BridgeCell from = cell("cash-flat", BASE);
    BridgeCell to = cell("real-flat", END);
    FinancialYear next = BASE.plus(1);
    BridgeOfGap of = BridgeOfGap.of(Gap.STAND_STILL);
    Bridge real = of.inRealTerms().between(from, to);
    Bridge later = of.inPricesOf(next).between(from, to);
    assertEquals("GBP million, real 2025-26", later.unit());
    assertEquals(real.drivers(), later.drivers());
    double[] level = values(cell("cash-flat", next), Inflation.DEFLATOR);
    for (String driver : real.drivers()) {
      double[] then = real.contribution(driver).values();
      double[] now = later.contribution(driver).values();
      for (int i = 0; i < then.length; i++) {
        assertEquals(then[i] * level[i], now[i], 1e-6, driver);
      }
    }
    assertArrayEquals(real.end().values(), of.inPricesOf(BASE).between(from, to).end().values());
    assertEquals(
        "Bridge of the stand-still gap in prices of 2025-26", of.inPricesOf(next).toString());
    String refused = Refused.message(() -> of.inPricesOf(BASE.plus(-1)).between(from, to));
    assertTrue(refused.contains("year of prices must be in 2024-25"), refused);
  }

  @Test
  @DisplayName("of the budget gap shows the policy level of block lines as policy")
  void budgetGapHasPolicy() {
    Bridge bridge =
        BridgeOfGap.of(Gap.BUDGET).between(cell("real-flat", BASE), cell("real-flat", END));
    assertNotEquals(0, bridge.contribution(BridgeDriver.POLICY).mean());
    Bridge need = BridgeOfGap.of(Gap.NEED).between(cell("real-flat", BASE), cell("real-flat", END));
    assertNothing(need, BridgeDriver.POLICY); // the level to restore is the same at both ends
  }

  private static void assertOnly(Bridge bridge, BridgeDriver... moved) {
    for (BridgeDriver driver : BridgeDriver.values()) {
      if (Arrays.asList(moved).contains(driver)) {
        assertTrue(Math.abs(bridge.contribution(driver).mean()) > 1, driver.label());
      } else {
        assertNothing(bridge, driver);
      }
    }
  }

  @Test
  @DisplayName("counts what others pay of a line and a lever's own cost as policy")
  void policyIsWhatIsLeft() {
    Projection both = GapRuns.levers();
    BridgeCell plain = pulled("real-flat");
    Bridge bridge = Bridge.of(plain, pulled("shared"));
    assertAddsUp(bridge, values(plain, Cost.NEED));
    assertOnly(bridge, BridgeDriver.POLICY);
    double[] homes = values(plain, CostLine.HOMES.need());
    double[] deflator = values(plain, Inflation.DEFLATOR);
    double[] scope = both.draws("real-flat", Cost.SCOPE).values();
    double[] income = both.draws("real-flat", Cost.INCOME).values();
    for (int i = 0; i < homes.length; i++) {
      double expected = 100 * deflator[i] - 0.1 * homes[i] * (1 + scope[i]) * (1 - income[i]);
      assertEquals(
          expected, bridge.contribution(BridgeDriver.POLICY).values()[i], 1e-6, "draw " + i);
    }
  }

  @Test
  @DisplayName("counts a lever to what it acts on: a cost, a price, or children")
  void leversShowWhereTheyAct() {
    BridgeCell plain = pulled("real-flat");
    assertOnly(Bridge.of(plain, pulled("cost")), BridgeDriver.POLICY);
    assertOnly(Bridge.of(plain, pulled("price")), BridgeDriver.UNIT_COST);
    assertOnly(Bridge.of(plain, pulled("money")), BridgeDriver.FUNDING);
    assertOnly(Bridge.of(plain, pulled("entries")), BridgeDriver.CHILDREN, BridgeDriver.MIX);
  }

  @Test
  @DisplayName("gives a line that policy ends to policy, from year to year too")
  void policyMayEndALine() {
    Projection both = GapRuns.changedHomes();
    BridgeCell before = new BridgeCell(both, "plain", BASE);
    Bridge ended = Bridge.of(before, new BridgeCell(both, "ended", END));
    assertAddsUp(ended, values(before, Cost.NEED));
    double[] homes = values(before, CostLine.HOMES.need());
    double[] scope = both.draws("plain", Cost.SCOPE).values();
    double[] income = both.draws("plain", Cost.INCOME).values();
    double net = homes[0] * (1 + scope[0]) * (1 - income[0]);
    assertEquals(-net, ended.contribution(BridgeDriver.POLICY).values()[0], 1e-6);
    // What is paid back beyond the whole of it is no product, and is added.
    Bridge odd = Bridge.of(before, new BridgeCell(both, "odd", END));
    assertAddsUp(odd, values(before, Cost.NEED));
  }

  @Test
  @DisplayName("between two base years needs the prices between them, and then adds up")
  void linksBaseYears() {
    Projection old = GapRuns.earlierBase();
    BridgeCell from = BridgeCell.of(old, END.plus(-5));
    BridgeCell to = cell("real-flat", END.plus(-5));
    assertTrue(
        problems(() -> Bridge.of(from, to))
            .get(0)
            .startsWith("base years must be the same without published prices, were 2019-20 and"));
    BridgeOfGap linked = BridgeOfGap.of(Gap.STAND_STILL).withPrices(England.baseline().deflator());
    Bridge bridge = linked.between(from, to);
    assertAddsUp(bridge, values(to, Cost.NEED));
    assertNothing(bridge, BridgeDriver.POLICY);
    assertEquals("base year 2019-20", bridge.from());
    // Prices of 2024-25 turned out above what was expected in 2019-20, as the deflator says.
    assertTrue(bridge.contribution(BridgeDriver.PRICE).mean() > 0);
    Bridge real = linked.inRealTerms().between(from, to);
    assertAddsUp(real, values(to, Cost.NEED));
    assertEquals("GBP million, real 2019-20", real.unit());
    // The same published prices leave a bridge within one base year as it was.
    BridgeCell base = cell("real-flat", BASE);
    assertArrayEquals(
        Bridge.of(base, to).contribution(BridgeDriver.PRICE).values(),
        linked.between(base, to).contribution(BridgeDriver.PRICE).values());
  }

  @Test
  @DisplayName("of a cell with itself is zero")
  void ofACellWithItself() {
    BridgeCell cell = cell("real-flat", END);
    Bridge bridge = Bridge.of(cell, cell.in(END));
    for (BridgeDriver driver : BridgeDriver.values()) {
      assertNothing(bridge, driver);
    }
  }

  @Test
  @DisplayName("names the variables that a run did not keep, and other seeds, at once")
  void refusesWhatWasNotKept() {
    Projection bare = GapRuns.bare();
    List<String> problems =
        problems(() -> Bridge.of(cell("real-flat", END), BridgeCell.of(bare, END)));
    assertEquals(2, problems.size());
    assertTrue(problems.get(0).contains("need.homes"), problems.get(0));
    assertTrue(
        problems.get(0).contains("keep variables(scenarios) of the bridge"), problems.get(0));
    assertTrue(problems.get(1).contains("same draws"), problems.get(1));
  }

  @Test
  @DisplayName("refuses histograms, unknown scenarios and years outside the run")
  void refusesOtherCells() {
    Projection summarised = GapRuns.summarised();
    BridgeCell cell = BridgeCell.of(summarised, END);
    assertTrue(problems(() -> Bridge.of(cell, cell)).get(0).contains("must have kept draws"));
    assertTrue(Refused.message(() -> cell("flat", END)).startsWith("scenario must be of the run"));
    assertTrue(Refused.message(() -> cell.in(END.plus(1))).startsWith("year must be in"));
    assertTrue(
        Refused.message(() -> BridgeCell.of(GapRuns.rules(), END))
            .startsWith("number of scenarios"));
  }

  @Test
  @DisplayName("refuses models without England's cost lines")
  void refusesOtherModels() {
    BridgeCell cell = BridgeCell.of(GapRuns.referrals(), END);
    List<String> problems = problems(() -> Bridge.of(cell, cell));
    assertEquals(2, problems.size());
    assertTrue(problems.get(1).contains("unitCost.homes"), problems.get(1));
  }

  @Test
  @DisplayName("says which gap of which scenarios and years it is, and what tells its ends apart")
  void titlesAndEnds() {
    BridgeCell base = cell("real-flat", BASE);
    BridgeCell end = cell("real-flat", END);
    assertTitle("stand-still gap, England, real-flat", "2024-25", "2034-35", base, end);
    assertTitle(
        "stand-still gap, England, real-flat and cash-flat, 2034-35",
        "real-flat",
        "cash-flat",
        end,
        cell("cash-flat", END));
    assertTitle(
        "stand-still gap, England, real-flat and cash-flat",
        "real-flat, 2024-25",
        "cash-flat, 2034-35",
        base,
        cell("cash-flat", END));
    assertTitle("stand-still gap, England, real-flat, 2034-35", "2034-35", "2034-35", end, end);
    assertEquals("real-flat in 2034-35 from 2024-25", end.toString());
    assertEquals("GBP million, cash", Bridge.of(base, end).unit());
    assertEquals(Gap.STAND_STILL.definition(), Bridge.of(base, end).note());
  }

  private static void assertTitle(
      String title, String start, String last, BridgeCell from, BridgeCell to) {
    Bridge bridge = Bridge.of(from, to);
    assertEquals(List.of(title, start, last), List.of(bridge.title(), bridge.from(), bridge.to()));
  }

  @Test
  @DisplayName("prints which gap it takes apart, in which prices")
  void kinds() {
    BridgeOfGap need = BridgeOfGap.of(Gap.NEED);
    assertEquals("Bridge of the need gap in cash", need.toString());
    assertEquals("Bridge of the need gap in real terms", need.inRealTerms().toString());
    var prices = England.baseline().deflator();
    assertEquals(
        "Bridge of the need gap in real terms, base years joined by " + prices,
        need.withPrices(prices).inRealTerms().toString());
  }

  @Test
  @DisplayName("asks a run to keep what it reads, of its own gap alone")
  void variables() {
    List<Variable> standStill = List.of(Bridge.variables());
    assertEquals(standStill, BridgeOfGap.of(Gap.STAND_STILL).variables());
    assertTrue(standStill.containsAll(List.of(Cost.NEED, Funding.UNTIED, Gap.STAND_STILL.cash())));
    assertTrue(standStill.contains(CostLine.OTHER.need()));
    List<Variable> budget = BridgeOfGap.of(Gap.BUDGET).variables();
    assertTrue(budget.containsAll(List.of(Cost.SPENDING, CostLine.OTHER.spending())));
    List<Variable> need = BridgeOfGap.of(Gap.NEED).variables();
    assertTrue(need.containsAll(List.of(Cost.RESTORATION, Funding.FUNDING)));
    for (List<Variable> others : List.of(standStill, budget)) {
      assertTrue(!others.contains(Cost.RESTORATION) && !others.contains(Funding.FUNDING));
    }
  }

  @Test
  @DisplayName("says once what one cell lacks, and of two which")
  void sameCellIsRefusedOnce() {
    BridgeCell bare = BridgeCell.of(GapRuns.bare(), END);
    List<String> problems = problems(() -> Bridge.of(bare, bare));
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).startsWith("real-flat in 2034-35 from 2024-25 must have kept ["));
    assertEquals(2, problems(() -> Bridge.of(bare, bare.in(BASE))).size());
  }
}
