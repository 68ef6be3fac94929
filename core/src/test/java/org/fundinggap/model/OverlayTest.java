package org.fundinggap.model;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.always;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.path;
import static org.fundinggap.model.Pieces.problems;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.refusalOfEquation;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.simulation.CentralPath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An overlay")
class OverlayTest {
  private static final YearRange YEARS = years(2024, 2027);
  private static final Variable STOCK = number("stock");
  private static final Variable OWN = number("stock of its own");
  private static final Variable COST = number("cost");
  private static final Variable LATER = number("cost a year later");
  private static final Variable VARIED = number("varied price");
  private static final Parameter PRICE = parameter("price");
  private static final Parameter SIZE = parameter("size");
  private static final Schedule PLAN = path("plan");
  private static final Origin ORIGIN = Origin.given(EVIDENCE);

  /** stock = last year's + 1; cost = stock x price / price of the base year + plan; cost before. */
  private static Inputs base() {
    Model model =
        Model.of(
            "test",
            List.of(
                one(
                    Equation.of("S", "stock").readsLastYear(STOCK).writes(STOCK),
                    STOCK,
                    block -> block.lastYear(STOCK)[0] + 1),
                one(
                    Equation.of("C", "cost")
                        .reads(STOCK)
                        .uses(PRICE, PLAN)
                        .usesOfBaseYear(PRICE)
                        .writes(COST),
                    COST,
                    block ->
                        block.column(STOCK)[0] * block.column(PRICE)[0] / block.baseYear(PRICE)[0]
                            + block.value(PLAN)),
                one(
                    Equation.of("L", "stock before").readsLastYear(STOCK, LATER).writes(LATER),
                    LATER,
                    block -> block.lastYear(STOCK)[0])));
    return Inputs.builder(model, YEARS)
        .parameter(PRICE, Distribution.fixed(4), EVIDENCE)
        .schedule(PLAN, always(YEARS, 0.5), EVIDENCE)
        .opening(STOCK, 10, EVIDENCE)
        .opening(LATER, 9, EVIDENCE)
        .build();
  }

  private interface One {
    double of(Block block);
  }

  private static Equation one(Equation.Builder equation, Variable writes, One value) {
    return equation.as(block -> block.column(writes)[0] = value.of(block));
  }

  /** From 2026-27 on. */
  private static boolean late(Block block) {
    return block.year().compareTo(year(2026)) >= 0;
  }

  private static Overlay doubledStock(Overlay overlay) {
    Equation doubled =
        one(
            Equation.of("x", "twice the stock").reads(OWN).writes(STOCK),
            STOCK,
            block -> (late(block) ? 2 : 1) * block.column(OWN)[0]);
    return overlay.change(STOCK, OWN, doubled);
  }

  private static Overlay halvedPrice(Overlay overlay) {
    Equation halved =
        one(
            Equation.of("p", "half the price").uses(PRICE).writes(VARIED),
            VARIED,
            block -> (late(block) ? 0.5 : 1) * block.column(PRICE)[0]);
    return overlay.vary(PRICE, VARIED, halved);
  }

  private static List<Double> run(Inputs inputs, Variable variable) {
    CentralPath path = CentralPath.of(inputs);
    List<Double> values = new ArrayList<>();
    YEARS.years().forEach(year -> values.add(path.at(variable, year)));
    return values;
  }

  @Test
  void nothingIsChanged_byAnEmptyOverlay() {
    Inputs base = base();
    Inputs same = Overlay.of(base).build();
    assertEquals(base.model().equations(), same.model().equations());
    for (Variable variable : base.model().variables()) {
      assertEquals(run(base, variable), run(same, variable));
    }
  }

  @Test
  @DisplayName(
      "changes what others see of a variable, this year and next; its own equation goes on"
          + " without it")
  void changedVariableDoesNotFeedOnItself() {
    Inputs inputs = doubledStock(Overlay.of(base())).build();
    assertEquals(List.of(10.0, 11.0, 12.0, 13.0), run(inputs, OWN));
    assertEquals(List.of(10.0, 11.0, 24.0, 26.0), run(inputs, STOCK));
    assertEquals(List.of(10.5, 11.5, 24.5, 26.5), run(inputs, COST));
    assertEquals(List.of(9.0, 10.0, 11.0, 24.0), run(inputs, LATER));
    assertEquals(OptionalDouble.empty(), toOptional(inputs, STOCK));
    assertEquals(OptionalDouble.of(10), toOptional(inputs, OWN));
  }

  private static OptionalDouble toOptional(Inputs inputs, Variable variable) {
    return inputs.opening(variable).map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  @Test
  @DisplayName("varies a parameter in every equation, but where one asks for the base year's")
  void variedParameterKeepsItsValueOfTheBaseYear() {
    Inputs inputs = halvedPrice(Overlay.of(base())).build();
    assertEquals(List.of(4.0, 4.0, 2.0, 2.0), run(inputs, VARIED));
    assertEquals(List.of(10.5, 11.5, 6.5, 7.0), run(inputs, COST));
    assertTrue(inputs.model().parameters().contains(PRICE));
  }

  @Test
  @DisplayName("varies a parameter in equations that it adds too, before or after")
  void variedParameterIsVariedInAddedEquations() {
    Variable fee = number("fee");
    Equation added =
        one(
            Equation.of("f", "size x price").uses(PRICE, SIZE).writes(fee),
            fee,
            block -> block.column(SIZE)[0] * block.column(PRICE)[0]);
    Overlay before = Overlay.of(base()).add(added);
    Overlay after = halvedPrice(Overlay.of(base()));
    for (Overlay overlay : List.of(halvedPrice(before), after.add(added))) {
      Inputs inputs = overlay.parameter(SIZE, Distribution.fixed(3), ORIGIN).build();
      assertEquals(List.of(12.0, 12.0, 6.0, 6.0), run(inputs, fee));
    }
  }

  @Test
  void pathsAreGivenOtherValues() {
    Inputs inputs = Overlay.of(base()).schedule(PLAN, always(YEARS, 7), ORIGIN).build();
    assertEquals(List.of(17.0, 18.0, 19.0, 20.0), run(inputs, COST));
    assertEquals(ORIGIN, inputs.origin(PLAN));
  }

  @Test
  @DisplayName("keeps the very equations that it does not reach, so that runs share them")
  void untouchedEquationsAreTheSame() {
    Inputs base = base();
    Inputs inputs = halvedPrice(Overlay.of(base)).build();
    assertSame(base.model().equations().get(0), byId(inputs, "S"));
    assertSame(base.model().equations().get(2), byId(inputs, "L"));
    assertTrue(byId(inputs, "C").reads().contains(VARIED));
    assertTrue(byId(inputs, "C").uses().contains(PRICE), "for its value of the base year");
  }

  private static Equation byId(Inputs inputs, String id) {
    return inputs.model().equations().stream()
        .filter(equation -> equation.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("laid over another gives what both give at once")
  void overlaysCanBeLaidOverEachOther() {
    Inputs both = halvedPrice(doubledStock(Overlay.of(base()))).build();
    Inputs inTurn = halvedPrice(Overlay.of(doubledStock(Overlay.of(base())).build())).build();
    Inputs otherWay = doubledStock(Overlay.of(halvedPrice(Overlay.of(base())).build())).build();
    for (Variable variable : both.model().variables()) {
      assertEquals(run(both, variable), run(inTurn, variable), variable.name());
      assertEquals(run(both, variable), run(otherWay, variable), variable.name());
    }
    assertEquals(List.of(10.5, 11.5, 12.5, 13.5), run(both, COST));
  }

  @Test
  @DisplayName("is refused where what it changes is read before what it reads is written")
  void orderThatCannotBeIsRefused() {
    Equation ahead =
        one(
            Equation.of("x", "stock by cost").reads(OWN, COST).writes(STOCK),
            STOCK,
            block -> block.column(OWN)[0] + block.column(COST)[0]);
    assertHolds(
        refusal(() -> Overlay.of(base()).change(STOCK, OWN, ahead).build()),
        "equations must not need each other in one year, was the cycle among C, x");
  }

  @Test
  @DisplayName("is refused with names: a parameter not given, a quantity that nothing writes")
  void missingNumbersAreNamed() {
    Variable fee = number("fee");
    Equation added =
        one(Equation.of("f", "size").uses(SIZE).writes(fee), fee, block -> block.column(SIZE)[0]);
    assertHolds(
        problems(() -> Overlay.of(base()).add(added).build()).toString(),
        "parameter size",
        "must be given, was missing");
    Equation stray =
        one(
            Equation.of("f", "nothing").reads(number("nothing")).writes(fee),
            fee,
            block -> block.column(number("nothing"))[0]);
    assertHolds(
        problems(() -> Overlay.of(base()).add(stray).build()).toString(),
        "variable nothing, read by equation f, must be written by some equation");
  }

  @Test
  @DisplayName(
      "does not let a formula ask for the base year's value that its equation does not"
          + " declare")
  void valueOfTheBaseYearMustBeDeclared() {
    Variable fee = number("fee");
    Equation added =
        one(
            Equation.of("f", "price").uses(PRICE).writes(fee),
            fee,
            block -> block.baseYear(PRICE)[0]);
    Inputs inputs = Overlay.of(base()).add(added).build();
    assertHolds(
        refusalOfEquation(() -> CentralPath.of(inputs)),
        "equation f must declare price before it uses it, did not; add it to usesOfBaseYear");
  }

  @Test
  @DisplayName("does not let a formula reach what took the place of what it declares")
  void changedFormulaSeesTheNamesThatItKnows() {
    Inputs inputs = doubledStock(Overlay.of(base())).build();
    Equation own = byId(inputs, "S");
    assertEquals(Set.of(OWN), own.writes());
    assertEquals(Set.of(OWN), own.readsLastYear());
    assertEquals("S: stock", own.toString());
  }
}
