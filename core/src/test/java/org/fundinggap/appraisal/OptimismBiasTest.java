package org.fundinggap.appraisal;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.scenario.England;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Optimism bias")
class OptimismBiasTest {
  private static final EvidenceBase EVIDENCE = England.evidence();

  @Test
  @DisplayName("is none, or a share with a reason")
  void choices() {
    assertEquals(0, OptimismBias.none().share());
    assertHolds(OptimismBias.none().toString(), "none");
    OptimismBias own = OptimismBias.onCosts(0.125, "what the pilots overran by");
    assertEquals(0.125, own.share());
    assertEquals(Optional.empty(), own.evidence());
    assertHolds(own.toString(), "+12.5% on costs", "pilots");
  }

  @Test
  @DisplayName("from the register says that it is for capital projects")
  void registered() {
    String id = "optimism-bias-standard-buildings-capex";
    OptimismBias registered = OptimismBias.onCosts(EVIDENCE, id);
    assertEquals(0.24, registered.share());
    assertEquals(Optional.of(id), registered.evidence());
    assertHolds(registered.toString(), "+24% on costs", id, "capital projects", "none is for");
  }

  @Test
  @DisplayName("refuses shares out of bounds, no reason, and figures that are no share of costs")
  void refusals() {
    assertHolds(refusal(() -> OptimismBias.onCosts(24, "24%")), "share", "24.0", "0.24 for 24%");
    assertHolds(refusal(() -> OptimismBias.onCosts(-0.1, "hope")), "share", "-0.1");
    assertHolds(refusal(() -> OptimismBias.onCosts(Double.NaN, "?")), "share", "NaN");
    assertHolds(refusal(() -> OptimismBias.onCosts(0.1, " ")), "why", "blank");
    assertHolds(
        refusal(() -> OptimismBias.onCosts(EVIDENCE, "optimism-bias-standard-buildings-duration")),
        "share of costs",
        "duration",
        "delay");
    assertHolds(
        refusal(() -> OptimismBias.onCosts(EVIDENCE, "discount-rate-standard-0-30")), "per year");
    assertHolds(refusal(() -> OptimismBias.onCosts(EVIDENCE, "optimism-bias")), "optimism-bias");
  }
}
