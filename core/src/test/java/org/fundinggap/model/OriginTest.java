package org.fundinggap.model;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.always;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.assertOneProblem;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.path;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.shock;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Correlation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The origin of a number")
class OriginTest {
  private static final YearRange YEARS = years(2024, 2026);
  private static final Variable STOCK = number("stock");
  private static final Parameter RATE = parameter("rate");
  private static final Schedule PLAN = path("plan");
  private static final Correlation JOINT = Correlation.identity(List.of("s", "t"));
  private static final Origin COUNTED = Origin.published("stock-series");
  private static final Origin FITTED = Origin.estimated("mean yearly change", "a", "b");
  private static final Model MODEL =
      Model.of(
          "test",
          List.of(
              Equation.of("E1", "stock")
                  .readsLastYear(STOCK)
                  .uses(RATE, PLAN, shock("s"), shock("t"), shock("u"), shock("v"))
                  .writes(STOCK)
                  .as(block -> {})));

  private static InputsBuilder complete() {
    return Inputs.builder(MODEL, YEARS)
        .parameter(RATE, Distribution.normal(0, 1), FITTED)
        .opening(STOCK, 5, COUNTED)
        .schedule(PLAN, always(YEARS, 2), Origin.given("plan-figure"))
        .correlation(JOINT, Origin.estimated("equal correlation", "joint-prior"))
        .shock(shock("s"), Origin.estimated("residuals look normal", "s-series", "joint-prior"))
        .shock(shock("u"), Origin.prior("u-prior"));
  }

  @Test
  @DisplayName("is kept with its method, by kind of quantity")
  void originsAreKept() {
    Inputs inputs = complete().build();
    assertEquals(FITTED, inputs.origin(RATE));
    assertEquals(List.of("a", "b"), inputs.evidence(RATE));
    assertEquals(COUNTED, inputs.origin(STOCK));
    assertEquals(
        new Origin(Origin.Derivation.GIVEN, "", List.of("plan-figure")), inputs.origin(PLAN));
    assertEquals(Origin.prior("u-prior"), inputs.origin(shock("u")));
    assertEquals(Origin.estimated("equal correlation", "joint-prior"), inputs.origin(JOINT));
    assertEquals(
        Set.of("a", "b", "stock-series", "plan-figure", "joint-prior", "s-series", "u-prior"),
        inputs.evidence());
  }

  @Test
  @DisplayName("of a shock is its own, joined with that of its correlation")
  void shockJoinsItsCorrelation() {
    Inputs inputs = complete().build();
    assertEquals(
        Origin.estimated("residuals look normal; equal correlation", "s-series", "joint-prior"),
        inputs.origin(shock("s")));
    assertEquals(inputs.origin(JOINT), inputs.origin(shock("t")));
    assertEquals(List.of("s-series", "joint-prior"), inputs.evidence(shock("s")));
  }

  @Test
  @DisplayName("of a shock that nothing is said of is refused by name")
  void unknownOriginIsRefused() {
    Inputs inputs = complete().build();
    assertFalse(inputs.hasOrigin(shock("v")));
    assertTrue(inputs.hasOrigin(shock("t")));
    assertHolds(refusal(() -> inputs.origin(shock("v"))), "test", "v without", "spread");
    assertHolds(refusal(() -> inputs.origin(number("flow"))), "test", "flow");
    assertHolds(
        refusal(() -> inputs.origin(Correlation.identity(List.of("u", "v")))), "test", "[u, v]");
  }

  @Test
  @DisplayName("is given, where only evidence ids are named")
  void idsAloneMeanGiven() {
    Inputs inputs =
        complete()
            .parameter(RATE, Distribution.fixed(1), "x", "y")
            .opening(STOCK, 6, "z")
            .schedule(PLAN, always(YEARS, 1), "w")
            .build();
    assertEquals(Origin.given("x", "y"), inputs.origin(RATE));
    assertEquals(Origin.given("z"), inputs.origin(STOCK));
    assertEquals(Origin.given("w"), inputs.origin(PLAN));
    Inputs joint =
        Inputs.builder(MODEL, YEARS)
            .parameter(RATE, Distribution.fixed(1), EVIDENCE)
            .opening(STOCK, 6, EVIDENCE)
            .schedule(PLAN, always(YEARS, 1), EVIDENCE)
            .correlation(JOINT, "k")
            .build();
    assertEquals(Origin.given("k"), joint.origin(JOINT));
  }

  @Test
  @DisplayName("carries over to a copy")
  void copiesKeepOrigins() {
    Inputs inputs = complete().build();
    Inputs copy = inputs.toBuilder().build();
    for (Quantity quantity : List.of(RATE, STOCK, PLAN, shock("s"), shock("t"), shock("u"))) {
      assertEquals(inputs.origin(quantity), copy.origin(quantity));
    }
    assertFalse(copy.hasOrigin(shock("v")));
  }

  @Test
  @DisplayName("must name its evidence, in every way in")
  void evidenceIsNeeded() {
    Origin none = Origin.estimated("a guess");
    assertOneProblem(complete().parameter(RATE, Distribution.fixed(0), none)::build, "rate must");
    assertOneProblem(complete().opening(STOCK, 1, Origin.published(" "))::build, "stock must");
    assertOneProblem(complete().schedule(PLAN, always(YEARS, 1), none)::build, "plan must");
    assertOneProblem(complete().shock(shock("v"), Origin.given())::build, "v must name");
    assertOneProblem(
        Inputs.builder(MODEL, YEARS)
                .parameter(RATE, Distribution.fixed(1), EVIDENCE)
                .opening(STOCK, 6, EVIDENCE)
                .schedule(PLAN, always(YEARS, 1), EVIDENCE)
                .correlation(JOINT, none)
            ::build,
        "correlation of s, t must name its evidence");
  }

  @Test
  @DisplayName("of a shock that the model lacks is refused")
  void strangerIsRefused() {
    assertOneProblem(
        complete().shock(shock("stranger"), Origin.prior("x"))::build,
        "shock must be of the model, was \"stranger\"",
        "nearest known: s, t, u");
  }

  @Test
  @DisplayName("of an estimate says how, and cannot be changed later")
  void recordIsChecked() {
    assertHolds(refusal(() -> Origin.estimated(" ", "a")), "method of an estimate");
    List<String> ids = new ArrayList<>(List.of("a"));
    Origin origin = new Origin(Origin.Derivation.PUBLISHED, "", ids);
    ids.add("b");
    assertEquals(List.of("a"), origin.evidence());
    assertThrows(RuntimeException.class, () -> origin.evidence().clear());
    assertEquals("estimated (mean yearly change) from a, b", FITTED.toString());
    assertEquals("published from stock-series", COUNTED.toString());
  }
}
