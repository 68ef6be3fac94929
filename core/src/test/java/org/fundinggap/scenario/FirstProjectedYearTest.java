package org.fundinggap.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Series;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.published.Published;
import org.fundinggap.published.Published.Group;
import org.fundinggap.published.PublishedLine;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.simulation.CentralPath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A step in the first projected year says that what opens the model and what carries it on do not
 * fit each other, whatever either is worth.
 */
@DisplayName("The first projected year")
class FirstProjectedYearTest {
  private static final EvidenceBase EVIDENCE = England.evidence();
  private static final FinancialYear FIRST = FinancialYear.starting(1993);

  /** Fewer yearly changes than these are no range. */
  private static final int FEWEST = 8;

  /**
   * Where few changes are published, those of these count too: spending is the product of unit cost
   * and children at 31 March; homes and supported are the parts of a sum that has no break; net
   * spending is gross spending less income.
   */
  private static final Map<String, List<String>> STAND_INS =
      Map.of(
          "spending-homes", List.of("unit-cost-homes", "homes"),
          "spending-fostering", List.of("unit-cost-fostering", "foster"),
          "homes", List.of("homes-and-supported"),
          "supported", List.of("homes-and-supported"),
          "spending-net", List.of("spending-gross"));

  /** All published quantities, and the line that is what others leave of care. */
  private static List<Published> rows() {
    PublishedLine line = PublishedLine.of(CostLine.OTHER_LOOKED_AFTER);
    Published rest =
        new Published(
            "spending-other-looked-after",
            Group.SPENDING,
            line.line().label(),
            List.of(line.line().spending()),
            line.spending(),
            List.of(),
            Optional.empty());
    return Stream.concat(Published.all().stream(), Stream.of(rest)).toList();
  }

  private static boolean isComparable(Published row, FinancialYear year) {
    return row.series().isComparable(EVIDENCE, year)
        && row.perSeries().map(per -> per.isComparable(EVIDENCE, year)).orElse(true);
  }

  /** The log change of a product of published numbers into a year. */
  private static Optional<Double> change(List<Published> factors, FinancialYear year) {
    double change = 0;
    for (Published factor : factors) {
      Optional<Cited> now = factor.at(EVIDENCE, year);
      Optional<Cited> before = factor.at(EVIDENCE, year.plus(-1));
      if (now.isEmpty() || before.isEmpty() || !isComparable(factor, year)) {
        return Optional.empty();
      }
      change += StrictMath.log(now.get().value() / before.get().value());
    }
    return Optional.of(change);
  }

  private static List<Double> changes(List<Published> factors, FinancialYear last) {
    List<Double> changes = new ArrayList<>();
    for (FinancialYear year = FIRST; year.compareTo(last) <= 0; year = year.plus(1)) {
      change(factors, year).ifPresent(changes::add);
    }
    return changes;
  }

  /** Published yearly changes, with those of what a row is made of where they are few. */
  private static List<Double> published(Published row, FinancialYear last) {
    List<Double> changes = changes(List.of(row), last);
    if (changes.size() < FEWEST) {
      List<String> others = STAND_INS.getOrDefault(row.id(), List.of());
      changes.addAll(changes(others.stream().map(Published::named).toList(), last));
    }
    assertTrue(changes.size() >= FEWEST, row.id() + " has " + changes);
    return changes;
  }

  private static double level(Published row, Inputs inputs, CentralPath path, FinancialYear year) {
    double sum = row.variables().stream().mapToDouble(each -> path.at(each, year)).sum();
    if (row.per().isEmpty()) {
      return sum;
    }
    double children = row.per().stream().mapToDouble(each -> path.at(each, year)).sum();
    return sum * 1e6 / children / inputs.distribution(Cost.WEEKS).mean();
  }

  /** Rows whose first change is beyond every published one, with the numbers. */
  private static Map<String, String> steps(Inputs inputs) {
    CentralPath path = CentralPath.of(inputs);
    FinancialYear base = inputs.years().first();
    Map<String, String> steps = new TreeMap<>();
    for (Published row : rows()) {
      double change =
          StrictMath.log(level(row, inputs, path, base.plus(1)) / level(row, inputs, path, base));
      List<Double> past = published(row, base);
      double least = past.stream().mapToDouble(each -> each).min().orElseThrow();
      double most = past.stream().mapToDouble(each -> each).max().orElseThrow();
      if (!(change >= least && change <= most)) {
        steps.put(row.id(), change + ", published " + least + " to " + most);
      }
    }
    return steps;
  }

  @Test
  @DisplayName("steps by no more than published yearly changes ever were")
  void nothingSteps() {
    for (FundingRule rule : List.of(FundingRule.COUNCIL_TAX, FundingRule.CASH_FLAT)) {
      assertEquals(Map.of(), steps(England.inputs(rule)));
    }
  }

  @Test
  @DisplayName("has the growth of children 0-17 that is projected, and not the level: -0.15%")
  void populationFallsAsProjected() {
    Inputs inputs = England.inputs(FundingRule.COUNCIL_TAX);
    FinancialYear base = inputs.years().first();
    Series projected = EVIDENCE.series("children-0-17-projected");
    double growth = projected.at(base.plus(1)) / projected.at(base) - 1;
    CentralPath path = CentralPath.of(inputs);
    double modelled =
        path.at(Children.CHILDREN, base.plus(1)) / path.at(Children.CHILDREN, base) - 1;
    double variants =
        0.25
            * (EVIDENCE.prior("child-growth-below").centre()
                + EVIDENCE.prior("child-growth-above").centre());
    assertEquals(-0.0015, growth, 1e-5);
    assertEquals(growth + variants, modelled, 2e-3);
  }

  @Test
  @DisplayName("would be caught stepping: exits, homes or prices that don't fit the base year")
  void stepsAreCaught() {
    Inputs inputs = England.inputs(FundingRule.COUNCIL_TAX);
    double level = inputs.distribution(Placements.EXIT_LEVEL).mean();
    double persistence = inputs.distribution(Placements.EXIT_PERSISTENCE).mean();
    double deviation = inputs.opening(Placements.EXIT_DEVIATION).orElseThrow();
    // Exits a fifth beyond the base year's in the first year.
    double beyond = (0.2 + deviation - persistence * deviation) / (1 - persistence);
    Map<String, String> leaving =
        steps(
            inputs.toBuilder()
                .parameter(Placements.EXIT_LEVEL, Distribution.fixed(beyond), "looked-after")
                .build());
    assertTrue(beyond > level && leaving.containsKey("care-ceased"), leaving::toString);
    assertTrue(leaving.containsKey("looked-after"), leaving::toString);
    Map<String, String> homes =
        steps(inputs.toBuilder().opening(Placement.HOMES.weight(), 1.5, "looked-after").build());
    assertTrue(homes.containsKey("homes"), homes::toString);
  }
}
