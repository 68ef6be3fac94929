package org.fundinggap.model;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.always;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.path;
import static org.fundinggap.model.Pieces.shock;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Correlation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A copy of inputs")
class InputsCopyTest {
  private static final YearRange YEARS = years(2024, 2026);
  private static final Variable STOCK = number("stock");
  private static final Parameter RATE = parameter("rate");
  private static final Schedule PLAN = path("plan");
  private static final Correlation JOINT = Correlation.identity(List.of("s", "t"));

  private final NavigableMap<FinancialYear, Double> plan = always(YEARS, 2);
  private InputsBuilder builder;

  @BeforeEach
  void fill() {
    Equation equation =
        Equation.of("E1", "stock")
            .readsLastYear(STOCK)
            .uses(RATE, PLAN, shock("s"), shock("t"))
            .writes(STOCK)
            .as(block -> {});
    builder =
        Inputs.builder(Model.of("test", List.of(equation)), YEARS)
            .parameter(RATE, Distribution.normal(0, 1), "one", "two")
            .opening(STOCK, 5, "three")
            .schedule(PLAN, plan, "four")
            .correlation(JOINT, "five");
  }

  private static void assertSame(Inputs expected, Inputs actual) {
    assertEquals(expected.model(), actual.model());
    assertEquals(expected.years(), actual.years());
    assertEquals(expected.parameters(), actual.parameters());
    assertEquals(expected.opening(STOCK), actual.opening(STOCK));
    for (FinancialYear year : YEARS.years()) {
      assertEquals(expected.schedule(PLAN, year), actual.schedule(PLAN, year));
    }
    assertEquals(expected.correlations(), actual.correlations());
    assertEquals(expected.evidence(), actual.evidence());
    for (Quantity quantity : List.of(RATE, STOCK, PLAN)) {
      assertEquals(expected.evidence(quantity), actual.evidence(quantity));
    }
  }

  @Test
  @DisplayName("by toBuilder holds the same numbers and evidence")
  void roundTripKeepsEverything() {
    Inputs inputs = builder.build();
    assertSame(inputs, inputs.toBuilder().build());
  }

  @Test
  @DisplayName("can be changed without changing the original")
  void changeLeavesTheOriginal() {
    Inputs inputs = builder.build();
    Inputs changed =
        inputs.toBuilder()
            .parameter(RATE, Distribution.fixed(3), EVIDENCE)
            .opening(STOCK, 6, EVIDENCE)
            .schedule(PLAN, always(YEARS, 9), EVIDENCE)
            .build();
    assertSame(builder.build(), inputs);
    assertEquals(Distribution.fixed(3), changed.distribution(RATE));
    assertEquals(Optional.of(6.0), changed.opening(STOCK));
    assertEquals(9, changed.schedule(PLAN, year(2025)));
    assertEquals(List.of(EVIDENCE), changed.evidence(RATE));
  }

  @Test
  @DisplayName("is kept from later changes to the builder and to the map of a path")
  void laterChangesDoNotReachInputs() {
    Inputs inputs = builder.build();
    plan.put(year(2025), -1.0);
    builder.opening(STOCK, 8, EVIDENCE).parameter(RATE, Distribution.fixed(0), EVIDENCE);
    assertEquals(Optional.of(5.0), inputs.opening(STOCK));
    assertEquals(2, inputs.schedule(PLAN, year(2025)));
    assertEquals(Distribution.normal(0, 1), inputs.distribution(RATE));
  }

  @Test
  @DisplayName("cannot be changed through what it returns")
  void viewsAreImmutable() {
    Inputs inputs = builder.build();
    assertThrows(RuntimeException.class, () -> inputs.parameters().clear());
    assertThrows(RuntimeException.class, () -> inputs.correlations().clear());
    assertThrows(RuntimeException.class, () -> inputs.evidence().clear());
    assertThrows(RuntimeException.class, () -> inputs.evidence(RATE).clear());
    assertSame(builder.build(), inputs);
  }

  private Model wider() {
    Equation more =
        Equation.of("E2", "twice")
            .reads(STOCK)
            .uses(parameter("factor"))
            .writes(number("twice"))
            .as(block -> {});
    return builder.build().model().with("wider", more);
  }

  @Test
  void numbersCarryOverToALargerModel_andOnlyNewOnesAreAskedFor() {
    Inputs inputs = builder.build();
    InputsBuilder larger = inputs.toBuilder(wider());

    String refused = Pieces.refusal(larger::build);
    assertEquals(1, refused.lines().filter(line -> line.startsWith("  - ")).count(), refused);
    assertEquals(true, refused.contains("parameter factor"), refused);

    Inputs built = larger.parameter(parameter("factor"), Distribution.fixed(2), EVIDENCE).build();
    assertEquals(inputs.distribution(RATE), built.distribution(RATE));
    assertEquals(inputs.evidence(RATE), built.evidence(RATE));
    assertEquals(inputs.correlations(), built.correlations());
    assertEquals(List.of("E1", "E2"), wider().equations().stream().map(Equation::id).toList());
  }

  @Test
  void numbersOfAnotherModelAreRefused_byName() {
    Equation other = Equation.of("E9", "other").writes(number("other")).as(block -> {});
    InputsBuilder foreign = builder.build().toBuilder(Model.of("other", List.of(other)));

    String refused = Pieces.refusal(foreign::build);
    for (String name : List.of("rate", "plan", "stock")) {
      assertEquals(true, refused.contains("was \"" + name + "\""), refused);
    }
  }
}
