package org.fundinggap.model;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A variable, parameter, shock or path")
class QuantityTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  @DisplayName("must have a name and a label")
  void blankTextsAreRefused(String blank) {
    assertHolds(refusal(() -> Variable.of(blank, "label", Unit.NUMBER)), "name", "blank");
    assertHolds(refusal(() -> Variable.of("name", blank, Unit.NUMBER)), "label", "blank");
    assertHolds(refusal(() -> new Parameter(blank, "label", Unit.SHARE, 0, 1)), "name");
    assertHolds(refusal(() -> new Parameter("name", blank, Unit.SHARE, 0, 1)), "label");
    assertHolds(refusal(() -> new Shock(blank, "label")), "name");
    assertHolds(refusal(() -> new Shock("name", blank)), "label");
    assertHolds(refusal(() -> new Schedule(blank, "label", Unit.SHARE)), "name");
    assertHolds(refusal(() -> new Schedule("name", blank, Unit.SHARE)), "label");
  }

  @ParameterizedTest
  @EnumSource(Unit.class)
  @DisplayName("that is a variable has a price basis exactly when it is money")
  void basisFitsTheUnit(Unit unit) {
    if (unit.isMoney()) {
      assertHolds(
          refusal(() -> Variable.of("cost", "a cost", unit)),
          "basis of cost must be given, was none",
          unit.symbol());
      Variable cost = Variable.money("cost", "a cost", unit, PriceBasis.cash());
      assertEquals(PriceBasis.cash(), cost.basis());
    } else {
      assertHolds(
          refusal(() -> Variable.money("stock", "a stock", unit, PriceBasis.cash())),
          "basis of stock must be absent, was cash",
          unit.symbol());
      assertNull(Variable.of("stock", "a stock", unit).basis());
    }
  }

  @Test
  @DisplayName("says its unit with its price basis")
  void unitTextHoldsTheBasis() {
    Variable cash = Variable.money("need", "need", Unit.GBP_MILLION, PriceBasis.cash());
    Variable real =
        Variable.money("need", "need", Unit.GBP_MILLION, PriceBasis.real(Pieces.year(2024)));
    assertEquals("GBP million, cash", cash.unitText());
    assertEquals("GBP million, real 2024-25", real.unitText());
    assertEquals("number", Variable.of("stock", "a stock", Unit.NUMBER).unitText());
    assertNotEquals(cash, real);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "NaN, 1", "0, NaN", "NaN, NaN", "Infinity, Infinity", "0.0, -0.0"})
  @DisplayName("that is a parameter has a lower bound below its upper bound")
  void boundsAreInOrder(double lower, double upper) {
    assertHolds(
        refusal(() -> new Parameter("growth", "growth", Unit.PER_YEAR, lower, upper)),
        "bounds of growth must be lower < upper",
        "[" + lower + ", " + upper + "]");
  }

  @Test
  @DisplayName("that is a parameter may be without bounds")
  void boundsMayBeInfinite() {
    Parameter parameter = Pieces.parameter("growth");
    assertEquals(Double.NEGATIVE_INFINITY, parameter.lower());
    assertEquals(Double.POSITIVE_INFINITY, parameter.upper());
  }
}
