package org.fundinggap.scenario;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.problems;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.EarlyHelpCuts;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.quantity.PriceBasis;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A scenario with a parameter fixed")
class ScenarioFixingTest {
  private static final String EVIDENCE = "spend-gross";
  private static final Scenario WITH_LEVERS =
      England.baseline()
          .with(FundingRule.REAL_FLAT)
          .with(
              "policy",
              Lever.named("fewer")
                  .from(year(2026))
                  .multiply(CareEntries.ENTRIES, Distribution.uniform(-0.2, -0.1), EVIDENCE)
                  .build());
  private static final Lever OTHER =
      Lever.named("pay")
          .from(year(2027))
          .cost(Payer.COUNCILS, Distribution.fixed(50), EVIDENCE)
          .build();

  private static Parameter size() {
    return WITH_LEVERS.levers().get(0).changes().get(0).size().orElseThrow().parameter();
  }

  @Test
  @DisplayName("keeps its levers, and the value when more levers follow")
  void keepsLevers() {
    Scenario fixed = WITH_LEVERS.fixing(CareEntries.DRIFT, 0.01);
    assertEquals(WITH_LEVERS.levers(), fixed.levers());
    Scenario more = fixed.with(OTHER);
    assertEquals(2, more.levers().size());
    assertEquals(Distribution.fixed(0.01), more.inputs().distribution(CareEntries.DRIFT));
  }

  @Test
  @DisplayName("keeps the size of a lever that is fixed, also when more levers follow")
  void keepsSizes() {
    Scenario fixed = WITH_LEVERS.fixing(size(), -0.15);
    assertEquals(Distribution.fixed(-0.15), fixed.inputs().distribution(size()));
    assertEquals(Distribution.fixed(-0.15), fixed.with(OTHER).inputs().distribution(size()));
    assertEquals(
        Distribution.fixed(-0.15),
        fixed.levers().get(0).changes().get(0).size().orElseThrow().distribution());
    assertTrue(fixed.inputs().evidence(size()).contains(EVIDENCE));
  }

  private static void assertLost(Lever lever, String trace) {
    Scenario with = WITH_LEVERS.with(lever);
    assertHolds(
        refusal(() -> new Scenario("again", "rebuilt", with.inputs().toBuilder().build())),
        "inputs of scenario \"again\" must hold no levers",
        trace,
        "give the inputs of the scenario without them and say with(lever)");
    assertEquals(with.levers(), with.named("again").levers());
  }

  @Test
  @DisplayName("is not rebuilt from inputs with levers, whose names and costs would be lost")
  void leversAreNotLost() {
    assertLost(OTHER, "held L1.careEntries, ");
    assertLost(OTHER, "L2.councils");
    assertLost(
        Lever.named("known")
            .from(year(2025))
            .known(CareEntries.HAZARD_LEVEL, Map.of(year(2025), 0.06), EVIDENCE)
            .build(),
        "D6a");
    Scenario alone =
        England.baseline()
            .with(FundingRule.REAL_FLAT)
            .with(
                Lever.named("path")
                    .from(year(2026))
                    .set(
                        FundingStream.familiesFirst().schedule(),
                        Map.of(year(2026), 900.0),
                        PriceBasis.cash(),
                        EVIDENCE)
                    .build());
    assertHolds(
        refusal(() -> new Scenario("again", "rebuilt", alone.inputs())),
        "held " + FundingStream.familiesFirst().schedule().name());
  }

  @Test
  @DisplayName("built by hand is refused where early help that a gap cuts would feed on itself")
  void loopIsCheckedByHand() {
    Inputs cuts = England.baseline().withEarlyHelpCuts().with(FundingRule.REAL_FLAT).inputs();
    Inputs spiral =
        cuts.toBuilder()
            .parameter(EarlyHelp.ELASTICITY_NEED, Distribution.fixed(1), EVIDENCE)
            .parameter(EarlyHelp.ELASTICITY_ENTRIES, Distribution.fixed(1), EVIDENCE)
            .parameter(EarlyHelpCuts.GAP_SHARE, Distribution.fixed(1), EVIDENCE)
            .parameter(EarlyHelpCuts.FLOOR, Distribution.fixed(0.05), EVIDENCE)
            .build();
    assertHolds(
        refusal(() -> new Scenario("spiral", "by hand", spiral)),
        "gain of the loop from early help must be below 1");
    assertEquals(cuts, new Scenario("same", "by hand", cuts).inputs());
  }

  @Test
  @DisplayName("refuses what the model lacks and what is out of bounds")
  void refusals() {
    assertHolds(refusal(() -> WITH_LEVERS.fixing(parameter("unheard"), 1)), "unheard");
    assertHolds(
        problems(() -> WITH_LEVERS.fixing(CostLine.HOMES.unitCost(), -1)).toString(),
        "unitCost.homes must be in [0.0, 1000000.0]");
  }
}
