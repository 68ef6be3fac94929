package org.fundinggap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Units, scales and bands of tables, on outcomes whose every value is known. */
class ProjectionTablesTest {
  static final FinancialYear BASE = FinancialYear.parse("2024-25");
  static final YearRange YEARS = YearRange.inclusive(BASE, BASE.plus(3));

  static final Variable CASH =
      Variable.money("gap", "the gap", Unit.GBP_MILLION, PriceBasis.cash());
  private static final Variable REAL =
      Variable.money("gapReal", "the real gap", Unit.GBP_MILLION, PriceBasis.real(BASE));
  private static final Variable COUNT = Variable.of("count", "children", Unit.NUMBER);
  private static final Variable RATE = Variable.of("rate", "hazard", Unit.PER_YEAR);
  private static final Variable FEE =
      Variable.money("fee", "weekly fee", Unit.GBP_PER_WEEK, PriceBasis.cash());

  /** A variable that rises by a step a year, uncertain by a share of itself after the base year. */
  static Outcome outcome(
      Variable variable, YearRange years, double start, double step, double spread) {
    Schedule level = new Schedule("level", "level of the year", variable.unit());
    Parameter part = new Parameter("part", "uncertain part", Unit.RATIO, -1, 1);
    Equation equation =
        Equation.of("T1", "level x (1 + part)")
            .uses(level, part)
            .writes(variable)
            .as(
                block -> {
                  double[] share = block.column(part);
                  double[] out = block.column(variable);
                  for (int i = 0; i < block.draws(); i++) {
                    out[i] = block.value(level) * (1 + share[i]);
                  }
                });
    TreeMap<FinancialYear, Double> levels = new TreeMap<>();
    years.years().forEach(year -> levels.put(year, start + step * years.indexOf(year)));
    Distribution chance =
        spread == 0 ? Distribution.fixed(0) : Distribution.uniform(-spread, spread);
    Inputs inputs =
        Inputs.builder(Model.of("toy", List.of(equation)), years)
            .opening(variable, start, "test")
            .schedule(level, levels, "test")
            .parameter(part, chance, "test")
            .build();
    return Simulation.of(new Scenario("toy", "for a test", inputs))
        .run(Settings.of(1, 500))
        .outcome(variable);
  }

  private static Outcome certain(Variable variable, double value) {
    return outcome(variable, YEARS, value, 0, 0);
  }

  private static String firstCell(Variable variable, double value) {
    return ProjectionTables.of(certain(variable, value)).rows().get(0).get(1);
  }

  @Test
  void captionEndsInUnitAndPriceBasis() {
    String start = "Scenario toy. Median [10th, 90th percentile], ";
    assertEquals(start + "GBP billion, cash.", caption(CASH));
    assertEquals(start + "GBP billion, real 2024-25.", caption(REAL));
    assertEquals(start + "thousand.", caption(COUNT));
    assertEquals(start + "per year.", caption(RATE));
    assertEquals(start + "GBP per week, cash.", caption(FEE));
  }

  private static String caption(Variable variable) {
    return ProjectionTables.of(certain(variable, 1)).caption();
  }

  @Test
  void valuesAreScaledToTheUnitOfTheCaption() {
    assertEquals("1.46", firstCell(CASH, 1456));
    assertEquals("12,345.68", firstCell(REAL, 12_345_678));
    assertEquals("632.83", firstCell(COUNT, 632_830));
    assertEquals("0.263", firstCell(RATE, 0.2634));
    assertEquals("804.120", firstCell(FEE, 804.12));
  }

  @Test
  void signIsShown_whenTheRoundedValueIsNotZero() {
    assertEquals("-1.46", firstCell(CASH, -1456));
    assertEquals("-0.01", firstCell(CASH, -12));
    assertEquals("0.00", firstCell(CASH, -4));
    assertEquals("0.000", firstCell(RATE, -0.0001));
  }

  @Test
  void baseYearStandsWithoutBandAndOthersWithTheirs() {
    Outcome outcome = outcome(CASH, YEARS, 10_000, 1000, 0.2);
    List<List<String>> rows = ProjectionTables.of(outcome).rows();
    assertEquals(List.of("2024-25", "10.00"), rows.get(0));
    for (int t = 1; t <= 3; t++) {
      Draws draws = outcome.in(BASE.plus(t));
      String expected =
          String.format(
              Locale.ROOT,
              "%.2f [%.2f, %.2f]",
              draws.quantile(0.5) / 1000,
              draws.quantile(0.1) / 1000,
              draws.quantile(0.9) / 1000);
      assertEquals(List.of(BASE.plus(t).toString(), expected), rows.get(t));
    }
    // A uniform of 20% either way has its 10th percentile 16% down: 13,000 x 0.84.
    assertEquals(10.92, outcome.in(BASE.plus(3)).quantile(0.1) / 1000, 0.15);
  }

  @Test
  void bandIsShown_whenItIsTooNarrowToSee() {
    Outcome outcome = outcome(CASH, YEARS, 1000, 0, 1e-6);
    List<List<String>> rows = ProjectionTables.of(outcome).rows();
    assertEquals("1.00", rows.get(0).get(1));
    assertEquals("1.00 [1.00, 1.00]", rows.get(1).get(1));
  }

  @Test
  void outcomesStandSideBySideInTheirOrder() {
    Table table =
        ProjectionTables.sideBySide(
            "Two gaps",
            "England, from 2024-25.",
            List.of(certain(CASH, 1000), certain(CASH, 2000)),
            List.of("cash-flat", "real-flat"));
    assertEquals("Two gaps", table.title());
    assertEquals(
        "England, from 2024-25. Median [10th, 90th percentile], GBP billion, cash.",
        table.caption());
    assertEquals(
        List.of("year", "cash-flat", "real-flat"),
        table.columns().stream().map(Table.Column::name).toList());
    assertEquals(
        List.of(false, true, true), table.columns().stream().map(Table.Column::right).toList());
    assertEquals(4, table.rows().size());
    assertEquals(List.of("2027-28", "1.00", "2.00"), table.rows().get(3));
  }

  @Test
  void mixedUnitsAndBasesAreRefused() {
    List<String> problems =
        problems(
            () ->
                ProjectionTables.sideBySide(
                    "mixed",
                    "England.",
                    List.of(certain(CASH, 1), certain(REAL, 1), certain(COUNT, 1)),
                    List.of("a", "b", "c")));
    assertEquals(
        List.of(
            "unit of gapReal must be GBP million, cash as of gap, was GBP million, real 2024-25;"
                + " make a table for each unit and price basis",
            "unit of count must be GBP million, cash as of gap, was number; make a table for each"
                + " unit and price basis"),
        problems);
  }

  @Test
  void mixedYearsAreRefused() {
    Outcome other = outcome(CASH, YearRange.inclusive(BASE, BASE.plus(2)), 1, 0, 0);
    List<String> problems =
        problems(
            () ->
                ProjectionTables.sideBySide(
                    "mixed", "England.", List.of(certain(CASH, 1), other), List.of("a", "b")));
    assertEquals(
        List.of(
            "years of gap must be 2024-25 to 2027-28, were 2024-25 to 2026-27; run them over the"
                + " same years"),
        problems);
  }

  @Test
  void namesAreRefused_whenNotAsManyAsOutcomes() {
    assertEquals(
        List.of(
            "names must be as many as outcomes, and at least one, were 2 for 1; name every column"),
        problems(
            () ->
                ProjectionTables.sideBySide(
                    "t", "d.", List.of(certain(CASH, 1)), List.of("a", "b"))));
    assertTrue(
        problems(() -> ProjectionTables.sideBySide("t", "d.", List.of(), List.of()))
            .get(0)
            .contains("were 0 for 0"));
  }

  private static List<String> problems(Executable table) {
    return assertThrows(InvalidInputException.class, table).problems();
  }
}
