package org.fundinggap.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {
  @ParameterizedTest
  @EnumSource
  void symbolParsesBack_whenWritten(Unit unit) {
    assertEquals(unit, Unit.parse(unit.symbol()));
    assertEquals(unit.symbol(), unit.toString());
  }

  @Test
  void moneyIsWhatIsCountedInPounds_whenAsked() {
    Set<Unit> money =
        EnumSet.of(
            Unit.GBP,
            Unit.GBP_MILLION,
            Unit.GBP_PER_WEEK,
            Unit.GBP_PER_YEAR,
            Unit.GBP_PER_HOUR,
            Unit.GBP_EACH);
    Arrays.stream(Unit.values())
        .forEach(unit -> assertEquals(money.contains(unit), unit.isMoney(), unit.symbol()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gbp", "GBP ", "%", "GBP_MILLION", "pounds"})
  void errorListsTheUnits_whenTextIsNone(String text) {
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> Unit.parse(text)).getMessage());
    assertTrue(message.contains("GBP million; GBP per week"), message);
    assertTrue(message.endsWith("was \"" + text + "\""), message);
  }
}
