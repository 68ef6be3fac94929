package org.fundinggap.analysis;

import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.path;
import static org.fundinggap.model.Pieces.shock;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a number follows from")
class AncestryTest {
  private static final Variable FAR = number("far");
  private static final Variable MIDDLE = number("middle");
  private static final Variable OUTPUT = number("output");
  private static final Variable OTHER = number("other");
  private static final Parameter GROWTH = parameter("growth");
  private static final Parameter UNUSED = parameter("unused");
  private static final Schedule PRICE = path("price");
  private static final Shock LUCK = shock("luck");

  /** The output reads the middle of its own year, that the far one of last year. */
  private static Inputs inputs() {
    Equation far =
        Equation.of("E1", "far").readsLastYear(FAR).uses(GROWTH, LUCK).writes(FAR).as(block -> {});
    Equation middle =
        Equation.of("E2", "middle").readsLastYear(FAR).uses(PRICE).writes(MIDDLE).as(block -> {});
    Equation output = Equation.of("E3", "output").reads(MIDDLE).writes(OUTPUT).as(block -> {});
    Equation other =
        Equation.of("E4", "other").reads(OUTPUT).uses(UNUSED).writes(OTHER).as(block -> {});
    return Inputs.builder(Model.of("small", List.of(far, middle, output, other)), years(2024, 2026))
        .parameter(GROWTH, Distribution.fixed(1), "one")
        .parameter(UNUSED, Distribution.fixed(1), "two")
        .schedule(PRICE, Map.of(year(2024), 1.0, year(2025), 2.0, year(2026), 3.0), "three")
        .opening(FAR, 1, "four")
        .opening(MIDDLE, 1, "five")
        .build();
  }

  private static Set<Quantity> of(Variable variable, int startYear) {
    return Ancestry.of(inputs(), variable, year(startYear));
  }

  @Test
  @DisplayName("is what is read this year and last, to any depth, and nothing that reads it")
  void allDepthsAreFollowed() {
    assertEquals(Set.of(FAR, PRICE, GROWTH, LUCK), of(OUTPUT, 2026));
    assertEquals(Set.of(FAR, PRICE, GROWTH, LUCK, UNUSED), of(OTHER, 2026));
  }

  @Test
  @DisplayName("holds an opening value only where that is read")
  void openingIsHeldOnlyWhereItIsRead() {
    assertEquals(Set.of(FAR, PRICE), of(OUTPUT, 2025));
    assertEquals(Set.of(MIDDLE), of(OUTPUT, 2024));
    assertEquals(Set.of(FAR), of(FAR, 2024));
  }
}
