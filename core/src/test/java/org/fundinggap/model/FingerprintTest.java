package org.fundinggap.model;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.always;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.path;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.shock;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.UnaryOperator;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Correlation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A fingerprint")
class FingerprintTest {
  private static final YearRange YEARS = years(2024, 2027);
  private static final Variable STOCK = number("stock");
  private static final Variable SHARE = number("share");
  private static final Parameter RATE = parameter("rate");
  private static final Schedule PLAN = path("plan");
  private static final Shock S = shock("s");
  private static final Shock T = shock("t");

  /** A share of a stock: a formula that is a value. */
  private record Part(Variable whole, Variable part, double factor) implements Formula {
    @Override
    public void apply(Block block) {
      for (int i = 0; i < block.draws(); i++) {
        block.column(part)[i] = factor * block.column(whole)[i];
      }
    }
  }

  private static List<Equation> equations(String text, Formula formula) {
    Equation part = Equation.of("E2", text).reads(STOCK).uses(PLAN, S, T).writes(SHARE).as(formula);
    return List.of(Shapes.growing("E1", number("stock"), parameter("rate")), part);
  }

  private static InputsBuilder inputs(String text, Formula formula) {
    return Inputs.builder(Model.of("m", equations(text, formula)), YEARS)
        .parameter(RATE, Distribution.uniform(0, 1), EVIDENCE)
        .opening(STOCK, 100, EVIDENCE)
        .schedule(PLAN, always(YEARS, 3), EVIDENCE)
        .correlation(correlation(0.5), EVIDENCE);
  }

  private static InputsBuilder inputs() {
    return inputs("half", new Part(STOCK, SHARE, 0.5));
  }

  private static Correlation correlation(double r) {
    return Correlation.of(List.of("s", "t"), new double[][] {{1, r}, {r, 1}});
  }

  private static Fingerprint of(InputsBuilder inputs) {
    return Fingerprint.of(Option.of("option", inputs.build()));
  }

  private static void assertChanges(UnaryOperator<InputsBuilder> change) {
    assertNotEquals(of(inputs()), of(change.apply(inputs())));
  }

  @Test
  @DisplayName("is the same for equal options made apart, whatever they are called and rest on")
  void equalOptionsHaveEqualFingerprints() {
    Fingerprint fingerprint = of(inputs());
    assertTrue(fingerprint.isComplete());
    assertEquals(List.of(), fingerprint.opaque());
    assertEquals(fingerprint.hex(), fingerprint.toString());
    Inputs again =
        Inputs.builder(
                Model.of("other name", equations("half", new Part(STOCK, SHARE, 0.5))), YEARS)
            .correlation(correlation(0.5), "other-figure")
            .schedule(PLAN, always(YEARS, 3), "other-figure")
            .opening(STOCK, 100, "other-figure")
            .parameter(RATE, Distribution.uniform(0, 1), "other-figure")
            .build();
    assertEquals(fingerprint, Fingerprint.of(Option.of("renamed", again)));
  }

  @Test
  @DisplayName("changes with each number, to the last bit")
  void everyNumberCounts() {
    assertChanges(to -> to.parameter(RATE, Distribution.uniform(0, Math.nextUp(1)), EVIDENCE));
    assertChanges(to -> to.parameter(RATE, Distribution.triangular(0, 0.5, 1), EVIDENCE));
    assertChanges(to -> to.opening(STOCK, Math.nextUp(100.0), EVIDENCE));
    assertChanges(to -> to.opening(SHARE, 1, EVIDENCE));
    for (FinancialYear year : YEARS.years()) {
      NavigableMap<FinancialYear, Double> plan = always(YEARS, 3);
      plan.put(year, Math.nextDown(3.0));
      assertChanges(to -> to.schedule(PLAN, plan, EVIDENCE));
    }
    Fingerprint other = of(withCorrelation(correlation(0.25)));
    Fingerprint turned =
        of(withCorrelation(Correlation.of(List.of("t", "s"), new double[][] {{1, 0.5}, {0.5, 1}})));
    assertEquals(of(inputs()), of(withCorrelation(correlation(0.5))));
    assertNotEquals(of(inputs()), other);
    assertNotEquals(of(inputs()), turned);
  }

  private static InputsBuilder twoRates(String... together) {
    Equation sum =
        Equation.of("E1", "x")
            .uses(RATE, parameter("r2"))
            .writes(SHARE)
            .as(new Part(SHARE, SHARE, 1));
    InputsBuilder inputs =
        Inputs.builder(Model.of("m", List.of(sum)), YEARS)
            .parameter(RATE, Distribution.uniform(0, 1), EVIDENCE)
            .parameter(parameter("r2"), Distribution.uniform(0, 1), EVIDENCE);
    return together.length == 0
        ? inputs
        : inputs.correlation(
            Correlation.of(List.of(together), new double[][] {{1, 0.5}, {0.5, 1}}), EVIDENCE);
  }

  @Test
  @DisplayName("changes with a correlation of parameters and its order, not where it comes from")
  void correlationsOfParametersCount() {
    Fingerprint together = of(twoRates("rate", "r2"));
    assertEquals(together, of(twoRates("rate", "r2")));
    assertNotEquals(of(twoRates()), together);
    assertNotEquals(of(twoRates("r2", "rate")), together);
    assertEquals(of(twoRates()), of(twoRates("r2", "rate").uncorrelated("rate")));
  }

  private static InputsBuilder withCorrelation(Correlation correlation) {
    return Inputs.builder(Model.of("m", equations("half", new Part(STOCK, SHARE, 0.5))), YEARS)
        .parameter(RATE, Distribution.uniform(0, 1), EVIDENCE)
        .opening(STOCK, 100, EVIDENCE)
        .schedule(PLAN, always(YEARS, 3), EVIDENCE)
        .correlation(correlation, EVIDENCE);
  }

  @Test
  @DisplayName("changes with the years")
  void yearsCount() {
    YearRange longer = years(2024, 2028);
    Inputs other =
        Inputs.builder(Model.of("m", equations("half", new Part(STOCK, SHARE, 0.5))), longer)
            .parameter(RATE, Distribution.uniform(0, 1), EVIDENCE)
            .opening(STOCK, 100, EVIDENCE)
            .schedule(PLAN, always(longer, 3), EVIDENCE)
            .correlation(correlation(0.5), EVIDENCE)
            .build();
    assertNotEquals(of(inputs()), Fingerprint.of(Option.of("option", other)));
  }

  @Test
  @DisplayName("changes with the text, the formula and the order of equations")
  void equationsCount() {
    Fingerprint fingerprint = of(inputs());
    assertNotEquals(fingerprint, of(inputs("a half", new Part(STOCK, SHARE, 0.5))));
    assertNotEquals(fingerprint, of(inputs("half", new Part(STOCK, SHARE, 0.25))));
    assertNotEquals(fingerprint, of(inputs("half", new Part(SHARE, STOCK, 0.5))));
    List<Equation> free =
        new ArrayList<>(List.of(Pieces.ones("E1", STOCK), Pieces.ones("E2", SHARE)));
    Fingerprint one = of(Inputs.builder(Model.of("m", free), YEARS));
    Collections.reverse(free);
    assertNotEquals(one, of(Inputs.builder(Model.of("m", free), YEARS)));
  }

  @Test
  @DisplayName("counts what a model says of its quantities")
  void quantitiesCount() {
    Parameter rate = new Parameter("rate", RATE.label(), RATE.unit(), 0, 1);
    Equation one = Equation.of("E", "e").uses(RATE).writes(STOCK).as(new Part(STOCK, SHARE, 1));
    Equation other = Equation.of("E", "e").uses(rate).writes(STOCK).as(new Part(STOCK, SHARE, 1));
    assertNotEquals(ofEquation(one, RATE), ofEquation(other, rate));
    Equation ofBaseYear =
        Equation.of("E", "e").usesOfBaseYear(RATE).writes(STOCK).as(new Part(STOCK, SHARE, 1));
    assertNotEquals(ofEquation(one, RATE), ofEquation(ofBaseYear, RATE));
  }

  private static Fingerprint ofEquation(Equation equation, Parameter rate) {
    return of(
        Inputs.builder(Model.of("m", List.of(equation)), YEARS)
            .parameter(rate, Distribution.fixed(0.5), EVIDENCE));
  }

  @Test
  @DisplayName("names the equations whose arithmetic it cannot know, and counts the rest of them")
  void lambdasAreNamed() {
    Fingerprint one = of(inputs("half", block -> {}));
    assertFalse(one.isComplete());
    assertEquals(List.of("E2"), one.opaque());
    assertHolds(one.toString(), one.hex(), "without the arithmetic of E2");
    assertEquals(one, of(inputs("half", block -> block.column(SHARE)[0] = 1)));
    assertNotEquals(one, of(inputs("whole", block -> {})));
    assertNotEquals(one.hex(), of(inputs()).hex());
    Formula holdsOne = new Holds(List.of(value -> value));
    assertEquals(List.of("E2"), of(inputs("half", holdsOne)).opaque());
  }

  private record Holds(List<UnaryOperator<String>> rules) implements Formula {
    @Override
    public void apply(Block block) {}
  }

  @Test
  @DisplayName("counts an overlay: what takes a parameter's place")
  void overlaysCount() {
    Variable effective = number("effective");
    Inputs plain = inputs().build();
    Inputs varied =
        Overlay.of(plain)
            .vary(RATE, effective, Equation.of("V", "v").uses(RATE).writes(effective).as(b -> {}))
            .build();
    Fingerprint fingerprint = Fingerprint.of(Option.of("varied", varied));
    assertEquals(List.of("V"), fingerprint.opaque());
    assertNotEquals(of(inputs()).hex(), fingerprint.hex());
  }

  @Test
  @DisplayName("has 64 hexadecimal digits")
  void otherDigitsAreRefused() {
    String hex = of(inputs()).hex();
    assertEquals(new Fingerprint(hex, List.of()), of(inputs()));
    for (String wrong : List.of("", hex.substring(1), hex + "0", "G" + hex.substring(1))) {
      assertHolds(refusal(() -> new Fingerprint(wrong, List.of())), "hex must be 64", wrong);
    }
  }
}
