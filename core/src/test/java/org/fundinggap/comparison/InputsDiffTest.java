package org.fundinggap.comparison;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.always;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.ones;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.path;
import static org.fundinggap.model.Pieces.shock;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NavigableMap;
import org.fundinggap.comparison.InputsDiff.Entry;
import org.fundinggap.comparison.InputsDiff.Section;
import org.fundinggap.comparison.InputsDiff.Side;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Correlation;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The difference of two scenarios' inputs")
class InputsDiffTest {
  private static final YearRange YEARS = years(2024, 2028);
  private static final Parameter RATE = parameter("rate");
  private static final Schedule PLAN = path("plan");
  private static final Shock S = shock("s");
  private static final Shock T = shock("t");
  private static final Shock U = shock("u");
  private static final Variable X = number("x");
  private static final Equation FIRST = equation("E1", X, RATE, PLAN, S, T, U);
  private static final Model MODEL = Model.of("m", List.of(FIRST));

  private static Equation equation(String id, Variable variable, Quantity... uses) {
    return Equation.of(id, variable.name() + " of " + id)
        .uses(uses)
        .writes(variable)
        .as(block -> block.column(variable)[0] = 1);
  }

  private static InputsBuilder inputs() {
    return Inputs.builder(MODEL, YEARS)
        .parameter(RATE, Distribution.uniform(0, 1), EVIDENCE)
        .opening(X, 1_234_567.25, EVIDENCE)
        .schedule(PLAN, always(YEARS, 3), EVIDENCE)
        .correlation(correlation(0.5, S, T), EVIDENCE);
  }

  private static Correlation correlation(double r, Shock one, Shock other) {
    return Correlation.of(List.of(one.name(), other.name()), new double[][] {{1, r}, {r, 1}});
  }

  private static InputsDiff diff(Inputs before, Inputs after) {
    return InputsDiff.of(
        new Scenario("before", "one", before), new Scenario("after", "other", after));
  }

  private static InputsDiff diff(InputsBuilder after) {
    return diff(inputs().build(), after.build());
  }

  private static Entry only(InputsDiff diff) {
    assertEquals(1, diff.entries().size(), diff.toString());
    return diff.entries().get(0);
  }

  private static Side given(String value) {
    return new Side(value, Origin.given(EVIDENCE));
  }

  @Test
  @DisplayName("is empty for the same inputs, put together anew")
  void sameInputsDoNotDiffer() {
    InputsDiff none = diff(inputs());
    assertTrue(none.isEmpty());
    assertHolds(none.toString(), "Inputs of after are those of before");
    Scenario england = England.baseline().with(FundingRule.CASH_FLAT);
    Scenario anew = England.baseline().with(FundingRule.CASH_FLAT);
    assertEquals(List.of(), InputsDiff.of(england, anew).entries());
  }

  @Test
  @DisplayName("shows a parameter's distributions with the sources of both")
  void parametersDiffer() {
    Origin origin = Origin.estimated("by eye", "a-series", "a-prior");
    InputsDiff diff = diff(inputs().parameter(RATE, Distribution.fixed(0.25), origin));
    Entry change = only(diff);
    assertEquals(Section.PARAMETER, change.kind());
    assertEquals("rate", change.name());
    assertEquals("rate of rate, ratio", change.label());
    assertNull(change.years());
    assertEquals(given(Distribution.uniform(0, 1).toString()), change.baseline());
    assertEquals(new Side("0.25", origin), change.alternative());
    assertHolds(
        diff.toString(), "before", "0.25", EVIDENCE, "estimated (by eye) from a-series, a-prior");
  }

  @Test
  @DisplayName("shows parameters of other values that read the same")
  void distributionsMayReadTheSame() {
    Distribution one = Distribution.empirical(1, 2, 4);
    Distribution other = Distribution.empirical(1, 3, 4);
    assertEquals(one.toString(), other.toString());
    Entry change =
        only(
            diff(
                inputs().parameter(RATE, one, EVIDENCE).build(),
                inputs().parameter(RATE, other, EVIDENCE).build()));
    assertEquals(given(one + " of other values"), change.alternative());
  }

  @Test
  @DisplayName("shows a number whose source alone differs")
  void sourcesDiffer() {
    InputsDiff diff = diff(inputs().parameter(RATE, Distribution.uniform(0, 1), "other-figure"));
    Entry change = only(diff);
    Side before = change.baseline();
    Side after = change.alternative();
    assertNotNull(before);
    assertNotNull(after);
    assertEquals(before.value(), after.value());
    assertEquals(Origin.given("other-figure"), after.origin());
  }

  @Test
  @DisplayName("shows opening values to the last digit, present or not")
  void openingsDiffer() {
    Entry moved = only(diff(inputs().opening(X, Math.nextUp(1_234_567.25), EVIDENCE)));
    assertEquals(Section.OPENING, moved.kind());
    assertEquals(given("1234567.25"), moved.baseline());
    assertEquals(given("1234567.2500000002"), moved.alternative());
    Inputs without =
        Inputs.builder(MODEL, YEARS)
            .parameter(RATE, Distribution.uniform(0, 1), EVIDENCE)
            .schedule(PLAN, always(YEARS, 3), EVIDENCE)
            .correlation(correlation(0.5, S, T), EVIDENCE)
            .build();
    Entry added = only(diff(without, inputs().build()));
    assertNull(added.baseline());
    assertEquals(given("1234567.25"), added.alternative());
  }

  @Test
  @DisplayName("shows a path in the years in which it differs, alike years together")
  void pathsDifferByYear() {
    NavigableMap<FinancialYear, Double> plan = always(YEARS, 3);
    plan.put(year(2025), 4.0);
    plan.put(year(2026), 4.0);
    plan.put(year(2028), 4.0);
    List<Entry> changes = diff(inputs().schedule(PLAN, plan, EVIDENCE)).entries();
    Entry first =
        new Entry(
            Section.SCHEDULE,
            "plan",
            "schedule of plan, ratio",
            years(2025, 2026),
            given("3"),
            given("4"));
    Entry second =
        new Entry(
            Section.SCHEDULE,
            "plan",
            "schedule of plan, ratio",
            years(2028, 2028),
            given("3"),
            given("4"));
    assertEquals(List.of(first, second), changes);
    assertHolds(diff(inputs().schedule(PLAN, plan, EVIDENCE)).toString(), "2025-26 to 2026-27");
  }

  @Test
  @DisplayName("says that years differ, and compares paths where both have them")
  void yearsDiffer() {
    YearRange longer = years(2024, 2030);
    Inputs after =
        Inputs.builder(MODEL, longer)
            .parameter(RATE, Distribution.uniform(0, 1), EVIDENCE)
            .opening(X, 1_234_567.25, EVIDENCE)
            .schedule(PLAN, always(longer, 3), EVIDENCE)
            .correlation(correlation(0.5, S, T), EVIDENCE)
            .build();
    Entry change = only(diff(inputs().build(), after));
    assertEquals(Section.YEARS, change.kind());
    assertEquals(new Side("2024-25 to 2030-31", null), change.alternative());
  }

  private static InputsBuilder uncorrelated() {
    return Inputs.builder(MODEL, YEARS)
        .parameter(RATE, Distribution.uniform(0, 1), EVIDENCE)
        .opening(X, 1_234_567.25, EVIDENCE)
        .schedule(PLAN, always(YEARS, 3), EVIDENCE);
  }

  private static final Model TWO_RATES =
      Model.of("m", List.of(equation("E1", X, RATE, parameter("other"))));

  private static InputsBuilder twoRates() {
    return Inputs.builder(TWO_RATES, YEARS)
        .parameter(RATE, Distribution.uniform(0, 1), EVIDENCE)
        .parameter(parameter("other"), Distribution.uniform(0, 1), EVIDENCE);
  }

  private static Correlation rates(double r, String one, String other) {
    return Correlation.of(List.of(one, other), new double[][] {{1, r}, {r, 1}});
  }

  @Test
  @DisplayName("shows correlations of parameters as such alone, and in which order they are drawn")
  void correlationsOfParametersDiffer() {
    Inputs free = twoRates().build();
    Inputs together = twoRates().correlation(rates(0.5, "rate", "other"), "pair-figure").build();
    Entry gained = only(diff(free, together));
    assertEquals(Section.CORRELATION, gained.kind());
    assertEquals("rate, other", gained.name());
    assertEquals(new Side("0", null), gained.baseline());
    assertEquals(new Side("0.5", Origin.given("pair-figure")), gained.alternative());
    Inputs turned = twoRates().correlation(rates(0.5, "other", "rate"), "pair-figure").build();
    assertEquals(
        "order in which correlated parameters are drawn", only(diff(together, turned)).label());
    Entry fixed = only(diff(together, together.toBuilder().fixing(RATE, 0.5).build()));
    assertEquals(Section.PARAMETER, fixed.kind());
  }

  @Test
  @DisplayName("shows correlations two shocks at a time; in no group they are independent")
  void correlationsDiffer() {
    InputsBuilder other = uncorrelated().correlation(correlation(0.25, S, T), EVIDENCE);
    Entry changed = only(diff(other));
    assertEquals(Section.CORRELATION, changed.kind());
    assertEquals("s, t", changed.name());
    assertEquals(given("0.5"), changed.baseline());
    assertEquals(given("0.25"), changed.alternative());
    Entry dropped = only(diff(uncorrelated()));
    assertEquals(new Side("0", null), dropped.alternative());
    double[][] three = {{1, 0.5, 0}, {0.5, 1, 0.1}, {0, 0.1, 1}};
    Entry widened =
        only(
            diff(
                uncorrelated()
                    .correlation(Correlation.of(List.of("s", "t", "u"), three), EVIDENCE)));
    assertEquals("t, u", widened.name());
    assertEquals(given("0.1"), widened.alternative());
  }

  @Test
  @DisplayName("shows that correlated shocks are drawn in another order")
  void ordersDiffer() {
    Entry change = only(diff(uncorrelated().correlation(correlation(0.5, T, S), EVIDENCE)));
    assertEquals("order", change.name());
    assertEquals(given("s, t"), change.baseline());
    assertEquals(given("t, s"), change.alternative());
  }

  /** Only equations differ, and what they use. */
  private static InputsDiff ofEquations(List<Equation> before, List<Equation> after) {
    return diff(
        Inputs.builder(Model.of("m", before), YEARS).build(),
        Inputs.builder(Model.of("m", after), YEARS).build());
  }

  @Test
  @DisplayName("shows equations that one of the two lacks, and shocks that come with them")
  void equationsAreAddedAndRemoved() {
    Equation one = ones("E1", X);
    Equation more = equation("E2", number("y"), S);
    InputsDiff added = ofEquations(List.of(one), List.of(one, more));
    assertEquals(2, added.entries().size(), added.toString());
    Entry shock = added.entries(Section.SHOCK).get(0);
    assertEquals("s", shock.name());
    assertNull(shock.baseline());
    Entry equation = added.entries(Section.EQUATION).get(0);
    assertEquals("E2", equation.name());
    assertEquals("works out y", equation.label());
    assertNull(equation.baseline());
    assertEquals(new Side("y of E2", null), equation.alternative());
    Entry removed = ofEquations(List.of(one, more), List.of(one)).entries(Section.EQUATION).get(0);
    assertEquals(new Side("y of E2", null), removed.baseline());
    assertNull(removed.alternative());
    assertHolds(added.toString(), "shock", "equation", "none");
  }

  @Test
  @DisplayName("shows equations of another text, other inputs or other arithmetic")
  void equationsAreChanged() {
    Variable y = number("y");
    Equation text = Equation.of("E1", "one").writes(X).as(block -> block.column(X)[0] = 1);
    Equation arithmetic = Equation.of("E1", "one").writes(X).as(block -> block.column(X)[0] = 2);
    Entry other = only(ofEquations(List.of(text), List.of(arithmetic)));
    assertEquals(new Side("one (other arithmetic)", null), other.alternative());
    Entry words = only(ofEquations(List.of(text), List.of(ones("E1", X))));
    assertEquals(new Side("one", null), words.baseline());
    assertEquals(new Side("1", null), words.alternative());
    Equation also = Equation.of("E2", "two").writes(y).as(block -> block.column(y)[0] = 1);
    Equation reads =
        Equation.of("E2", "two").reads(X).writes(y).as(block -> block.column(y)[0] = 1);
    Entry declared = only(ofEquations(List.of(text, also), List.of(text, reads)));
    assertEquals(new Side("two", null), declared.baseline());
    assertEquals(new Side("two (reads x)", null), declared.alternative());
  }

  /** A formula that is known again by its factor. */
  private record Times(double factor) implements Formula {
    @Override
    public void apply(Block block) {
      block.column(X)[0] = factor;
    }
  }

  @Test
  @DisplayName("sees a number inside a formula, and none between formulas that are equal")
  void formulasAreCompared() {
    List<Equation> one = List.of(Equation.of("E1", "x").writes(X).as(new Times(1)));
    List<Equation> same = List.of(Equation.of("E1", "x").writes(X).as(new Times(1)));
    List<Equation> other = List.of(Equation.of("E1", "x").writes(X).as(new Times(2)));
    assertEquals(List.of(), ofEquations(one, same).entries());
    Entry change = only(ofEquations(one, other));
    assertEquals(new Side("x (other arithmetic)", null), change.alternative());
  }

  @Test
  @DisplayName("sees an equation of England that was wrapped")
  void wrappedEquationsDiffer() {
    Inputs england = England.inputs(FundingRule.CASH_FLAT);
    List<Equation> equations =
        england.model().equations().stream()
            .map(
                each ->
                    each.id().equals("D3")
                        ? each.wrapping(formula -> block -> formula.apply(block))
                        : each)
            .toList();
    Inputs wrapped = england.toBuilder(Model.of("England", equations)).build();
    Entry change = only(diff(england, wrapped));
    assertEquals("D3", change.name());
  }

  @Test
  @DisplayName("of England under two funding rules is the rule, and what only it needs")
  void fundingRulesDiffer() {
    Scenario cash = England.baseline().with(FundingRule.CASH_FLAT);
    Scenario tax = England.baseline().with(FundingRule.COUNCIL_TAX);
    InputsDiff diff = InputsDiff.of(cash, tax);
    assertEquals(List.of("F1.core"), names(diff.entries(Section.EQUATION)));
    assertTrue(diff.entries(Section.SCHEDULE).size() >= 1, diff.toString());
    assertEquals(
        diff.entries().size(),
        diff.entries(Section.SCHEDULE).size() + diff.entries(Section.EQUATION).size(),
        diff.toString());
    for (Entry change : diff.entries(Section.SCHEDULE)) {
      Side side = change.alternative();
      assertNotNull(side);
      Origin origin = side.origin();
      assertNotNull(origin);
      assertTrue(!origin.evidence().isEmpty(), change.toString());
    }
    assertHolds(diff.toString(), "council-tax growth", "council-tax-receipts-growth");
  }

  @Test
  @DisplayName("of England with and without cuts of early help is the cuts alone")
  void earlyHelpCutsDiffer() {
    Scenario with = England.baseline().withEarlyHelpCuts().with(FundingRule.CASH_FLAT);
    Scenario without = England.baseline().with(FundingRule.CASH_FLAT);
    InputsDiff diff = InputsDiff.of(without, with);
    assertEquals(List.of("D9d"), names(diff.entries(Section.EQUATION)));
    for (Entry change : diff.entries()) {
      assertTrue(change.name().startsWith("earlyHelp") || change.name().equals("D9d"), "" + change);
    }
  }

  private static List<String> names(List<Entry> changes) {
    return changes.stream().map(Entry::name).toList();
  }
}
