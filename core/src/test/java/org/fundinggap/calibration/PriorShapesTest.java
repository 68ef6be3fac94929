package org.fundinggap.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.Optional;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.EvidenceKind;
import org.fundinggap.evidence.Prior;
import org.fundinggap.evidence.PriorShape;
import org.fundinggap.evidence.Provenance;
import org.fundinggap.evidence.Quality;
import org.fundinggap.evidence.Source;
import org.fundinggap.quantity.Unit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Priors become distributions")
class PriorShapesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final Provenance PROVENANCE =
      new Provenance(
          EvidenceKind.ASSUMPTION,
          Quality.RED,
          new Source("S", "T", "P", DAY, "", Optional.empty(), "made up", "none", "", ""),
          "",
          DAY,
          "");
  private static final double NONE = Double.POSITIVE_INFINITY;

  private static Distribution of(
      PriorShape shape, double centre, double spread, double lower, double upper, double mass) {
    return Calibration.distribution(
        new Prior(
            "p",
            "P",
            shape,
            centre,
            spread,
            lower,
            upper,
            mass,
            Unit.RATIO,
            PROVENANCE,
            shape == PriorShape.FIXED ? "a convention" : ""));
  }

  @Test
  @DisplayName("of the shape that the register names")
  void shapesAreThoseOfTheRegister() {
    assertEquals(Distribution.fixed(3), of(PriorShape.FIXED, 3, 0, -NONE, NONE, 0));
    assertEquals(Distribution.normal(3, 2), of(PriorShape.NORMAL, 3, 2, -NONE, NONE, 0));
    assertEquals(Distribution.truncatedNormal(3, 2, 0, 4), of(PriorShape.NORMAL, 3, 2, 0, 4, 0));
    assertEquals(Distribution.triangular(0, 3, 4), of(PriorShape.TRIANGULAR, 3, 0, 0, 4, 0));
    assertEquals(Distribution.uniform(0, 4), of(PriorShape.UNIFORM, 2, 0, 0, 4, 0));
  }

  @Test
  @DisplayName("cut off at the one bound that there is")
  void normalIsCutOff_whenOneBoundIsGiven() {
    assertEquals(
        Distribution.truncatedNormal(3, 2, 0, NONE), of(PriorShape.NORMAL, 3, 2, 0, NONE, 0));
    assertEquals(
        Distribution.truncatedNormal(3, 2, -NONE, 4), of(PriorShape.NORMAL, 3, 2, -NONE, 4, 0));
  }

  @Test
  @DisplayName("with their mass at zero")
  void massAtZeroIsKept() {
    assertEquals(
        Distribution.zeroOr(0.25, Distribution.triangular(0, 3, 4)),
        of(PriorShape.TRIANGULAR, 3, 0, 0, 4, 0.25));
    assertEquals(
        Distribution.zeroOr(0.25, Distribution.triangular(-4, -3, 0)),
        of(PriorShape.TRIANGULAR, -3, 0, -4, 0, 0.25));
    assertEquals(
        Distribution.zeroOr(0.5, Distribution.truncatedNormal(3, 2, 0, NONE)),
        of(PriorShape.NORMAL, 3, 2, 0, NONE, 0.5));
  }

  @Test
  @DisplayName("and every shipped one makes a distribution, fixed only with a reason")
  void shippedPriorsAreDistributions() {
    for (Prior prior : EvidenceBase.load().priors()) {
      Distribution distribution = Calibration.distribution(prior);
      assertEquals(!prior.whyFixed().isEmpty(), distribution.isFixed(), prior::id);
      assertFalse(Double.isNaN(distribution.mean()), prior::id);
    }
  }
}
