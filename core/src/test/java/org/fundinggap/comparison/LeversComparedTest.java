package org.fundinggap.comparison;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.fundinggap.comparison.InputsDiff.Entry;
import org.fundinggap.comparison.InputsDiff.Section;
import org.fundinggap.comparison.InputsDiff.Side;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Placements;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.LeverBuilder;
import org.fundinggap.lever.LeverRule;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Direction;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Scenarios with levers")
class LeversComparedTest {
  private static final String ID = "families-first";
  private static final Scenario ENGLAND = England.baseline().with(FundingRule.REAL_FLAT);
  private static final Variable GAP = Gap.STAND_STILL.real(England.baseline().baseYear());
  private static final Variable COST = Payer.GOVERNMENT.cost();
  private static final Lever FEWER =
      lever("fewer entries")
          .multiply(CareEntries.ENTRIES, Distribution.uniform(-0.2, 0), ID)
          .cost(Payer.GOVERNMENT, Distribution.fixed(50), ID)
          .build();
  private static final Lever MONEY =
      lever("money").shift(Funding.FUNDING, Distribution.fixed(100), ID).build();
  private static final Comparison COMPARISON =
      Comparison.of(
          Simulation.of(
                  ENGLAND,
                  ENGLAND.with("fewer", FEWER),
                  ENGLAND.with("money", MONEY),
                  ENGLAND.with("both", FEWER, MONEY))
              .keeping(GAP, COST, Placements.LOOKED_AFTER)
              .run(Settings.of(1, 300)),
          ENGLAND.name());

  private static LeverBuilder lever(String name) {
    return Lever.named(name).from(year(2027));
  }

  @Test
  @DisplayName("are the same before their levers start, and differ after")
  void nothingDiffersBeforeTheStart() {
    Differences differences = COMPARISON.differences("fewer", GAP);
    for (int start = 2024; start < 2027; start++) {
      assertEquals(1, differences.in(year(start)).probabilitySame());
      assertEquals(Double.POSITIVE_INFINITY, differences.in(year(start)).varianceRatio());
    }
    assertEquals(1, differences.in(year(2030)).probabilityBetter(Direction.LOWER));
    assertEquals(0, differences.in(year(2030)).probabilitySame());
  }

  @Test
  @DisplayName("of money and of fewer children have effects that add up")
  void unrelatedLeversDoNotInteract() {
    Differences interaction = COMPARISON.interaction(GAP, "both", "fewer", "money");
    for (int start = 2024; start <= 2034; start++) {
      assertEquals(1, interaction.in(year(start)).probabilitySame());
    }
    assertEquals(1, interaction.total().probabilitySame());
  }

  @Test
  @DisplayName("cost nothing where no lever does, in interactions and regrets too")
  void ownCostsAreNilWithoutLevers_everywhere() {
    Differences interaction = COMPARISON.interaction(COST, "both", "fewer", "money");
    assertEquals(1, interaction.total().probabilitySame());
    Regret regret = COMPARISON.regret(COST, year(2030), Direction.LOWER);
    assertEquals(0, regret.choosing("money").mean());
    assertEquals(0, regret.choosing(ENGLAND.name()).mean());
    assertTrue(regret.choosing("fewer").mean() > 50, "50 in prices of 2024-25: " + regret);
  }

  @Test
  @DisplayName("cost nothing where no lever costs that payer")
  void ownCostIsNilWithoutLevers() {
    Difference cost = COMPARISON.differences("fewer", COST).in(year(2030));
    assertEquals(0, cost.ofBaseline().mean());
    assertEquals(cost.ofAlternative().mean(), cost.draws().mean());
    assertTrue(cost.draws().mean() > 50, "50 in prices of 2024-25: " + cost);
    assertHolds(refusal(() -> COMPARISON.differences("money", COST)), "policyCost.government");
    SideBySide table = COMPARISON.sideBySide(year(2030), GAP, COST, Placements.LOOKED_AFTER);
    assertEquals(cost.draws().mean(), table.difference("both", COST).draws().mean());
    assertHolds(
        refusal(() -> table.difference("money", COST)), "\"money\"", "policyCost.government");
    assertEquals(1, table.difference("money", Placements.LOOKED_AFTER).probabilitySame());
    Comparison turned =
        Comparison.of(
            Simulation.of(ENGLAND.with("fewer", FEWER), ENGLAND.with("money", MONEY))
                .keeping(COST)
                .run(Settings.of(1, 300)),
            "fewer");
    double saved = turned.differences("money", COST).in(year(2030)).draws().mean();
    assertEquals(-cost.draws().mean(), saved);
  }

  @Test
  @DisplayName("made apart have the same inputs; a lever that comes later is said once")
  void equalLeversDoNotDiffer() {
    Scenario apart = England.baseline().with(FundingRule.REAL_FLAT).with("apart", FEWER);
    assertEquals(List.of(), InputsDiff.of(ENGLAND.with("fewer", FEWER), apart).entries());
    Scenario later = ENGLAND.with("later", FEWER.delayed(1));
    InputsDiff diff = InputsDiff.of(apart, later);
    assertEquals(1, diff.entries().size(), diff.toString());
    assertEquals(Section.LEVER, diff.entries().get(0).kind());
  }

  private static List<Entry> levers(Lever before, Lever after) {
    return InputsDiff.of(ENGLAND.with("before", before), ENGLAND.with("after", after))
        .entries(Section.LEVER);
  }

  @Test
  @DisplayName("differ in each part of a lever that one of them lacks, with its source")
  void leversAreShown() {
    InputsDiff diff = COMPARISON.inputs("fewer");
    List<Entry> levers = diff.entries(Section.LEVER);
    assertEquals(
        List.of(
            "fewer entries",
            "fewer entries: multiply careEntries",
            "fewer entries: cost to government"),
        levers.stream().map(Entry::name).toList());
    assertEquals(new Side("from 2027-28", null), levers.get(0).alternative());
    for (Entry each : levers) {
      assertNull(each.baseline());
    }
    assertEquals(
        new Side("multiply careEntries " + Distribution.uniform(-0.2, 0), Origin.given(ID)),
        levers.get(1).alternative());
    assertEquals(List.of(), diff.entries(Section.PARAMETER));
    assertHolds(diff.toString(), "when and where", "what it changes", "what it costs", ID);
  }

  @Test
  @DisplayName("differ only in the timetable if a lever comes later")
  void timetablesDiffer() {
    assertEquals(List.of(), levers(FEWER, FEWER));
    List<Entry> later = levers(FEWER, FEWER.delayed(1));
    assertEquals(
        List.of(
            new Entry(
                Section.LEVER,
                "fewer entries",
                "lever: when and where",
                null,
                new Side("from 2027-28", null),
                new Side("from 2028-29", null))),
        later);
  }

  @Test
  @DisplayName("differ in sizes that read the same, not in rules written in one place")
  void sizesAndRulesDiffer() {
    List<Entry> sizes = levers(multiplied(-0.2, -0.1, -0.05), multiplied(-0.2, -0.15, -0.05));
    assertEquals(1, sizes.size());
    Side after = sizes.get(0).alternative();
    assertTrue(after != null && after.value().endsWith("of other values"), "" + after);
    assertEquals(List.of(), levers(ruled(anew(0.5)), ruled(anew(0.5))));
    LeverRule other = (value, size, strength) -> value * (1 - size * strength);
    assertEquals(1, levers(ruled(anew(0.5)), ruled(other)).size());
  }

  private static Lever multiplied(double... sizes) {
    return lever("x").multiply(CareEntries.ENTRIES, Distribution.empirical(sizes), ID).build();
  }

  /** A rule that is another object each time. */
  private static LeverRule anew(double part) {
    return (value, size, strength) -> value * (1 - part * size * strength);
  }

  private static Lever ruled(LeverRule rule) {
    return lever("x").rule(CareEntries.ENTRIES, rule, Distribution.fixed(0.1), ID).build();
  }

  @Test
  @DisplayName("differ in values that a lever sets by year")
  void pathsSetByLeversDiffer() {
    Lever one = lever("x").set(CareEntries.ENTRIES, Map.of(year(2027), 20_000.0), ID).build();
    Lever other = lever("x").set(CareEntries.ENTRIES, Map.of(year(2027), 25_000.0), ID).build();
    List<Entry> entries = levers(one, other);
    assertEquals(1, entries.size());
    assertEquals("x: careEntries", entries.get(0).name());
    Side side = entries.get(0).alternative();
    assertTrue(side != null && side.value().contains("25000"), "" + side);
  }

  @Test
  @DisplayName("add up effects in real terms over the years in force alone, if asked to")
  void periodsAreChosen() {
    Differences money = COMPARISON.differences("money", GAP);
    assertEquals(0, money.total(years(2025, 2026)).draws().mean());
    assertEquals(-300, money.total(years(2027, 2029)).draws().mean(), 1e-6);
  }
}
