package org.fundinggap.model;

import static org.fundinggap.model.Pieces.number;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Shapes of equations")
class ShapesTest {
  private static Variable money(String name, PriceBasis basis) {
    return Variable.money(name, name, Unit.GBP_MILLION, basis);
  }

  @Test
  void sumIsRefused_whenTermsAreInOtherUnitsOrPrices() {
    Variable total = money("total", PriceBasis.cash());
    Variable real = money("real", PriceBasis.real(FinancialYear.parse("2024-25")));
    String refused = Pieces.refusal(() -> Shapes.sum("E1", total, List.of(real, number("count"))));
    assertTrue(refused.contains("unit of real must be GBP million, cash"), refused);
    assertTrue(refused.contains("unit of count must be GBP million, cash"), refused);
  }

  @Test
  void sumIsRefused_whenThereIsNothingToAdd() {
    String refused = Pieces.refusal(() -> Shapes.sum("E1", number("total"), List.of()));
    assertTrue(refused.contains("at least one variable"), refused);
  }
}
