package org.fundinggap.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The explanation of England's stand-still gap in 2030-31")
class ExplainEnglandTest {
  private static final FinancialYear YEAR = FinancialYear.parse("2030-31");
  private static final Settings SETTINGS = Settings.of(1, 1_100);
  private static final int DRAW = 1_050;
  private static final Pattern CELLS = Pattern.compile(" {2,}");

  private static Scenario scenario;
  private static Projection projection;
  private static Explanation means;
  private static Explanation draw;

  @BeforeAll
  static void explain() {
    scenario = Baseline.england(England.evidence()).to(YEAR).with(FundingRule.FOLLOWS_OUTTURN);
    projection = Simulation.of(scenario).run(SETTINGS);
    Explainer explainer = Explainer.of(scenario, SETTINGS, England.evidence());
    means = explainer.mean(Gap.STAND_STILL.cash(), YEAR);
    draw = explainer.draw("standStillGap", YEAR, DRAW);
  }

  @Test
  @DisplayName("ends in evidence that the register knows")
  void everyLeafIsKnown() {
    List<Explanation.Node> leaves = means.leaves().toList();
    assertTrue(leaves.size() > 100, "leaves: " + leaves.size());
    for (Explanation.Node leaf : leaves) {
      assertEquals(Explanation.NodeType.EVIDENCE, leaf.kind(), leaf.name());
      assertTrue(England.evidence().knows(leaf.name()), leaf.name());
      assertEquals(leaf.name(), leaf.entry().orElseThrow().id());
    }
  }

  @Test
  @DisplayName("holds the projection's means, to the bit")
  void meansAreThoseOfTheProjection() {
    assertEquals(
        projection.outcome(Gap.STAND_STILL.cash()).in(YEAR).mean(),
        means.root().value().orElseThrow());
    compare(means, (variable, year) -> projection.outcome(variable).in(year).mean());
  }

  @Test
  @DisplayName("holds the projection's draw, to the bit")
  void drawIsThatOfTheProjection() {
    compare(draw, (variable, year) -> projection.outcome(variable).in(year).values()[DRAW]);
  }

  private static void compare(
      Explanation explanation,
      java.util.function.ToDoubleBiFunction<Variable, FinancialYear> expected) {
    Map<String, Variable> byName = new HashMap<>();
    scenario.inputs().model().variables().forEach(each -> byName.put(each.name(), each));
    Set<String> seen = new HashSet<>();
    explanation.stream()
        .filter(node -> node.kind() == Explanation.NodeType.VARIABLE)
        .forEach(
            node -> {
              Variable variable = Objects.requireNonNull(byName.get(node.name()));
              FinancialYear year = node.year().orElseThrow();
              assertEquals(
                  expected.applyAsDouble(variable, year),
                  node.value().orElseThrow(),
                  node.name() + " in " + year);
              assertEquals(variable.unitText(), node.unit());
              seen.add(node.name());
            });
    assertTrue(seen.contains("need") || seen.size() > 50, "variables: " + seen.size());
  }

  @Test
  @DisplayName("explains every number once, and refers to it afterwards with the same value")
  void everyNumberIsExplainedOnce() {
    Map<String, Double> explained = new HashMap<>();
    means.stream()
        .filter(node -> node.kind() != Explanation.NodeType.EVIDENCE)
        .forEach(
            node -> {
              String key = node.name() + " " + node.year();
              if (node.above()) {
                assertEquals(explained.get(key), node.value().orElseThrow(), key);
              } else {
                assertEquals(null, explained.put(key, node.value().orElseThrow()), key);
              }
            });
  }

  @Test
  @DisplayName("says that a number is explained above only below a line that does so")
  void aboveIsAbove() {
    for (int depth = 0; depth <= 5; depth++) {
      Set<String> explained = new HashSet<>();
      int references = 0;
      for (String line : means.toText(depth).lines().skip(3).toList()) {
        List<String> cells = List.of(CELLS.split(line.strip(), -1));
        String number =
            cells.get(0) + (cells.size() > 1 && cells.get(1).contains("-") ? cells.get(1) : "");
        if (line.endsWith("explained above")) {
          references++;
          assertTrue(explained.contains(number), "depth " + depth + ": " + line);
        } else {
          assertTrue(!line.contains("explained elsewhere"), line);
          explained.add(number);
        }
      }
      assertTrue(depth < 3 || references > 0, "depth " + depth);
    }
  }

  @Test
  @DisplayName("reads from the gap to need, funding and deflator")
  void firstLinesAreReadable() {
    List<String> lines = means.toText(1).lines().skip(3).toList();
    assertTrue(lines.get(0).startsWith("stand-still gap"), lines.get(0));
    assertTrue(lines.get(0).contains("GBP million, cash"), lines.get(0));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("  need, net")), lines.toString());
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("  funding")), lines.toString());
  }
}
