package org.fundinggap.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fundinggap.internal.NumberText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberLabelsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "657780; 0; 657,780",
        "-1.75; 1; \u22121.8",
        "-0.04; 1; 0.0",
        "0.125; 2; 0.13",
        "1e12; 0; 1,000,000,000,000"
      })
  void labelHasSeparatorsAndATrueMinus(double value, int decimals, String expected) {
    assertEquals(expected, NumberText.label(value, decimals));
  }

  @ParameterizedTest
  @CsvSource({"0,2", "0.004,5", "0.5,3", "1,2", "8.81,2", "30.7,1", "100,0", "657780,0", "1e-9,6"})
  void decimalsShowThreeFigures(double largest, int expected) {
    assertEquals(expected, NumberText.decimalsFor(largest));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "786896; 0; 786896; 786,900",
        "71627; 0; 109645; 71,600",
        "9876; 0; 9876; 9,876",
        "24.849; 1; 31.1; 24.8",
        "-786896; 0; 786896; \u2212786,900"
      })
  void projectionIsRoundedToWhatItIsWorth(
      double value, int decimals, double largest, String expected) {
    assertEquals(expected, NumberText.projected(value, decimals, largest));
  }

  @ParameterizedTest
  @CsvSource({"12,12", "12.345,12.35", "-0.001,0", "100,100", "0.1,0.1"})
  void coordinateIsShort(double value, String expected) {
    assertEquals(expected, NumberText.coordinate(value));
  }

  @Test
  void wrapBreaksAtSpaces_andInsideAWordOnlyWhereItMust() {
    assertEquals(List.of("one two", "three"), TextMeasure.wrap(" one\n two  three ", 10, 45));
    assertEquals(List.of("a", "WWWW", "WWb c"), TextMeasure.wrap("a WWWWWWb c", 10, 42));
  }
}
