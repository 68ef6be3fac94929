package org.fundinggap.model;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.always;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.assertOneProblem;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.problems;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.share;
import static org.fundinggap.model.Pieces.shock;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Correlation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Inputs")
class InputsTest {
  private static final YearRange YEARS = years(2024, 2027);
  private static final Variable STOCK = number("stock");
  private static final Variable FLOW = number("flow");
  private static final Variable TWIN = number("twin");
  private static final Parameter RATE = share("rate");
  private static final Schedule PLAN = Pieces.path("plan");
  private static final Model MODEL =
      Model.of(
          "test",
          List.of(
              Equation.of("E1", "stock")
                  .readsLastYear(STOCK)
                  .uses(RATE, PLAN, shock("s"), shock("t"), shock("u"))
                  .writes(STOCK)
                  .as(block -> {}),
              Equation.of("E2", "flow and twin").reads(STOCK).writes(FLOW, TWIN).as(b -> {})));

  /** Inputs that lack nothing. */
  private static InputsBuilder complete() {
    return Inputs.builder(MODEL, YEARS)
        .parameter(RATE, Distribution.uniform(0, 1), "rate-figure", "rate-series")
        .opening(STOCK, 100, "stock-figure")
        .schedule(PLAN, always(YEARS, 2), "plan-figure")
        .correlation(pair("s", "t"), "joint-figure");
  }

  private static Correlation pair(String one, String other) {
    return Correlation.of(List.of(one, other), new double[][] {{1, 0.5}, {0.5, 1}});
  }

  private static void assertRefused(InputsBuilder builder, String... words) {
    assertOneProblem(builder::build, words);
  }

  @Test
  @DisplayName("give back what was put in, with its evidence")
  void numbersAreKept() {
    Inputs inputs = complete().build();
    assertEquals(MODEL, inputs.model());
    assertEquals(YEARS, inputs.years());
    assertEquals(Distribution.uniform(0, 1), inputs.distribution(RATE));
    assertEquals(Map.of(RATE, Distribution.uniform(0, 1)), inputs.parameters());
    assertEquals(Optional.of(100.0), inputs.opening(STOCK));
    assertEquals(Optional.empty(), inputs.opening(FLOW));
    assertEquals(2, inputs.schedule(PLAN, year(2026)));
    assertEquals(List.of(pair("s", "t")), inputs.correlations());
    assertEquals(List.of("rate-figure", "rate-series"), inputs.evidence(RATE));
    assertEquals(List.of("stock-figure"), inputs.evidence(STOCK));
    assertEquals(List.of("plan-figure"), inputs.evidence(PLAN));
    assertEquals(
        Set.of("rate-figure", "rate-series", "stock-figure", "plan-figure", "joint-figure"),
        inputs.evidence());
  }

  @Test
  @DisplayName("refuse a question about what they do not hold")
  void unknownQuestionsAreRefused() {
    Inputs inputs = complete().build();
    assertHolds(refusal(() -> inputs.distribution(share("stranger"))), "test", "stranger");
    assertHolds(refusal(() -> inputs.schedule(PLAN, year(2028))), "schedule plan", "2028-29");
    assertHolds(
        refusal(() -> inputs.schedule(Pieces.path("stranger"), year(2024))),
        "schedule must be of model test, was \"stranger\"");
    assertHolds(refusal(() -> inputs.evidence(FLOW)), "test", "flow");
  }

  @Test
  @DisplayName("must have every parameter, path and opening value of a state")
  void missingIsNamed() {
    List<String> problems = problems(() -> Inputs.builder(MODEL, YEARS).build());
    assertEquals(3, problems.size(), problems.toString());
    assertHolds(problems.get(0), "parameter rate (share of rate)", "missing");
    assertHolds(problems.get(1), "schedule plan (schedule of plan)", "missing");
    assertHolds(problems.get(2), "opening value of stock (count of stock)", "missing");
  }

  @Test
  @DisplayName("must have nothing that the model does not know")
  void unknownIsNamed() {
    assertRefused(
        complete().parameter(share("stranger"), Distribution.fixed(0.5), EVIDENCE),
        "was \"stranger\"",
        "nearest known: rate");
    assertRefused(
        complete().opening(number("stranger"), 1, EVIDENCE),
        "variable with an opening value must be of the model, was \"stranger\"",
        "nearest known: ");
    assertRefused(
        complete().schedule(Pieces.path("stranger"), always(YEARS, 1), EVIDENCE),
        "schedule must be of the model, was \"stranger\"",
        "nearest known: plan");
  }

  @Test
  @DisplayName("must keep a distribution within the bounds of its parameter")
  void boundsAreKept() {
    for (Distribution outside :
        List.of(
            Distribution.normal(0.5, 0.001),
            Distribution.logNormal(0.5, 0.1),
            Distribution.uniform(-0.01, 1),
            Distribution.triangular(0, 0.5, Math.nextUp(1.0)),
            Distribution.truncatedNormal(0.5, 0.1, 0, Double.POSITIVE_INFINITY),
            Distribution.fixed(-1e-300))) {
      assertRefused(
          complete().parameter(RATE, outside, EVIDENCE),
          "parameter rate must be in [0.0, 1.0] share",
          outside.toString(),
          "truncate");
    }
    for (Distribution inside :
        List.of(
            Distribution.fixed(0),
            Distribution.fixed(1),
            Distribution.truncatedNormal(0.5, 9, 0, 1))) {
      assertEquals(inside, complete().parameter(RATE, inside, EVIDENCE).build().distribution(RATE));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  @DisplayName("must be finite")
  void wildNumbersAreRefused(double wild) {
    assertRefused(complete().opening(STOCK, wild, EVIDENCE), "opening value of stock", "" + wild);
    NavigableMap<FinancialYear, Double> values = always(YEARS, 1);
    values.put(year(2026), wild);
    assertRefused(
        complete().schedule(PLAN, values, EVIDENCE), "schedule plan in 2026-27", "" + wild);
  }

  @Test
  @DisplayName("must have a path's value for every year")
  void missingYearIsNamed() {
    NavigableMap<FinancialYear, Double> values = always(YEARS, 1);
    values.remove(year(2025));
    assertRefused(complete().schedule(PLAN, values, EVIDENCE), "schedule plan", "lacks 2025-26");
    assertEquals(
        1,
        complete()
            .schedule(PLAN, always(years(2000, 2050), 1), EVIDENCE)
            .build()
            .schedule(PLAN, year(2024)));
  }

  @Test
  @DisplayName("must correlate shocks of the model, each in one group")
  void correlationsAreChecked() {
    assertRefused(complete().correlation(pair("u", "stranger"), EVIDENCE), "was \"stranger\"");
    assertRefused(
        complete().correlation(pair("u", "rate"), EVIDENCE),
        "of parameters rate and shocks u",
        "its own matrix");
    assertRefused(
        complete().correlation(pair("u", "t"), EVIDENCE),
        "shock t",
        "in two",
        "join the two",
        "uncorrelated(\"t\")");
  }

  private static final Parameter FIRST = share("first");
  private static final Parameter SECOND = share("second");
  private static final Parameter THIRD = share("third");

  /** Three parameters of which the first two move together, and two shocks. */
  private static InputsBuilder together() {
    Equation equation =
        Equation.of("E1", "flow")
            .uses(FIRST, SECOND, THIRD, shock("s"), shock("t"))
            .writes(FLOW)
            .as(b -> {});
    return Inputs.builder(Model.of("test", List.of(equation)), YEARS)
        .parameter(FIRST, Distribution.uniform(0, 1), "first-figure")
        .parameter(SECOND, Distribution.uniform(0, 1), "second-figure")
        .parameter(THIRD, Distribution.fixed(0.5), "third-figure")
        .correlation(pair("first", "second"), "joint-figure");
  }

  @Test
  @DisplayName("let parameters move together, and say with what")
  void parametersMoveTogether() {
    Inputs inputs = together().build();
    Optional<Correlation> group = Optional.of(pair("first", "second"));
    assertEquals(group, inputs.correlation(FIRST));
    assertEquals(group, inputs.correlation(SECOND));
    assertEquals(Optional.empty(), inputs.correlation(THIRD));
    assertEquals(List.of("first-figure"), inputs.evidence(FIRST));
    assertEquals(List.of("joint-figure"), inputs.origin(group.get()).evidence());
    assertEquals(
        List.of("first", "correlation of first"),
        inputs.entries(FIRST).stream().map(InputEntry::name).toList());
    assertEquals(1, inputs.entries(THIRD).size());
    assertEquals(inputs.entries(), inputs.toBuilder().build().entries());
  }

  @Test
  @DisplayName("refuse all that is wrong with groups at once, by name and with what to do")
  void allFaultsOfGroupsAreNamed() {
    InputsBuilder wrong =
        together()
            .correlation(pair("second", "s"), EVIDENCE)
            .correlation(pair("third", "sceond"), EVIDENCE)
            .correlation(pair("t", "flow"), EVIDENCE);
    List<String> problems = problems(wrong::build);
    assertEquals(5, problems.size(), problems.toString());
    assertHolds(problems.get(0), "parameter second", "in two", "join the two matrices");
    assertHolds(problems.get(1), "of parameters second and shocks s", "its own matrix");
    assertHolds(problems.get(2), "parameter third", "fixed at 0.5", "give it a range", "fixing(");
    assertHolds(problems.get(3), "must name parameters or shocks", "\"sceond\"", "second");
    assertHolds(problems.get(4), "must name parameters or shocks", "\"flow\"");
  }

  @Test
  @DisplayName("refuse a parameter that is given as fixed in its group, but not one fixed later")
  void fixedLaterStaysInItsGroup() {
    assertRefused(together().parameter(FIRST, Distribution.fixed(1), EVIDENCE), "first", "fixed");
    Inputs fixed = together().fixing(FIRST, 0.25).build();
    assertEquals(Distribution.fixed(0.25), fixed.distribution(FIRST));
    assertEquals(List.of("first-figure"), fixed.evidence(FIRST));
    assertEquals(1, fixed.correlations().size());
    Inputs again = fixed.toBuilder().build();
    assertEquals(fixed.entries(), again.entries());
    assertRefused(
        fixed.toBuilder().parameter(FIRST, Distribution.fixed(1), EVIDENCE), "first", "fixed at 1");
    assertRefused(
        together()
            .fixing(THIRD, 0.5)
            .uncorrelated("first")
            .correlation(pair("third", "first"), "x"),
        "third",
        "fixed at 0.5");
    assertHolds(refusal(() -> together().fixing(share("x"), 0)), "x", "inputs of test");
  }

  @Test
  @DisplayName("can do without a group again, by any of its names")
  void groupsAreTakenOut() {
    Inputs inputs = together().correlation(pair("s", "t"), EVIDENCE).build();
    Inputs without = inputs.toBuilder().uncorrelated("second").build();
    assertEquals(List.of(pair("s", "t")), without.correlations());
    assertEquals(Optional.empty(), without.correlation(FIRST));
    assertFalse(without.evidence().contains("joint-figure"));
    Correlation other = pair("second", "first");
    Inputs changed = inputs.toBuilder().uncorrelated("first").correlation(other, "new").build();
    assertEquals(Optional.of(other), changed.correlation(FIRST));
    assertHolds(refusal(() -> together().uncorrelated("secnod")), "\"secnod\"", "second");
  }

  @Test
  @DisplayName("must name the evidence of every number")
  void evidenceIsNeeded() {
    assertRefused(complete().parameter(RATE, Distribution.fixed(0)), "rate must name its evidence");
    assertRefused(complete().opening(STOCK, 1), "stock must name its evidence");
    assertRefused(complete().opening(STOCK, 1, "a", " "), "stock must name its evidence", "[a,  ]");
    assertRefused(complete().schedule(PLAN, always(YEARS, 1), ""), "plan must name its evidence");
    assertRefused(
        Inputs.builder(MODEL, YEARS)
            .parameter(RATE, Distribution.fixed(0), EVIDENCE)
            .opening(STOCK, 1, EVIDENCE)
            .schedule(PLAN, always(YEARS, 1), EVIDENCE)
            .correlation(pair("s", "t")),
        "correlation of s, t must name its evidence");
  }

  @Test
  @DisplayName("must open all that an equation writes, or none of it")
  void openingOfAPartIsRefused() {
    assertRefused(complete().opening(FLOW, 5, EVIDENCE), "equation E2", "lacked twin");
    Inputs both = complete().opening(FLOW, 5, EVIDENCE).opening(TWIN, 6, EVIDENCE).build();
    assertEquals(Optional.of(5.0), both.opening(FLOW));
  }

  @Test
  @DisplayName("report five faults as five problems, under the model's name")
  void fiveFaultsAreFiveProblems() {
    NavigableMap<FinancialYear, Double> values = always(YEARS, 1);
    values.remove(year(2027));
    InputsBuilder builder =
        Inputs.builder(MODEL, YEARS)
            .parameter(share("stranger"), Distribution.fixed(0.5), EVIDENCE)
            .opening(STOCK, Double.NaN, EVIDENCE)
            .schedule(PLAN, values)
            .parameter(RATE, Distribution.normal(0, 1), EVIDENCE);
    InvalidInputException refused = assertThrows(InvalidInputException.class, builder::build);
    assertEquals(5, refused.problems().size(), refused.problems().toString());
    assertHolds(
        String.valueOf(refused.getMessage()),
        "inputs of model test: 5 problems",
        "was \"stranger\"",
        "parameter rate must be in",
        "opening value of stock must be finite",
        "lacks 2027-28",
        "plan must name its evidence");
  }

  @Test
  @DisplayName("take the later of two numbers for one quantity")
  void laterNumberWins() {
    Inputs inputs = complete().opening(STOCK, 7, "later-figure").build();
    assertEquals(Optional.of(7.0), inputs.opening(STOCK));
    assertEquals(List.of("later-figure"), inputs.evidence(STOCK));
  }

  @Test
  @DisplayName("have an entry for each number, and none for what the model lacks")
  void entriesAreAllNumbers() {
    Inputs inputs = complete().build();
    List<InputEntry> entries = inputs.entries();
    assertEquals(
        List.of(
            "rate",
            "opening stock",
            "plan in 2024-25",
            "plan in 2025-26",
            "plan in 2026-27",
            "plan in 2027-28",
            "correlation of s",
            "correlation of t",
            "correlation of u"),
        entries.stream().map(InputEntry::name).toList());
    Optional<Correlation> joint = Optional.of(pair("s", "t"));
    assertEquals(
        List.of(
            new InputEntry.OfParameter(RATE, Distribution.uniform(0, 1)),
            new InputEntry.OfOpening(STOCK, 100),
            new InputEntry.OfSchedule(PLAN, year(2024), 2),
            new InputEntry.OfShock(shock("t"), joint),
            new InputEntry.OfShock(shock("u"), Optional.empty())),
        List.of(entries.get(0), entries.get(1), entries.get(2), entries.get(7), entries.get(8)));
    assertEquals(entries.subList(2, 6), inputs.entries(PLAN));
    for (Quantity none : List.of(FLOW, share("x"), number("x"), Pieces.path("x"), shock("x"))) {
      assertEquals(List.of(), inputs.entries(none));
    }
    assertEquals(entries, complete().opening(STOCK, 100, "another-figure").build().entries());
    assertThrows(RuntimeException.class, entries::clear);
  }
}
