package org.fundinggap.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a refused number is made from")
class CulpritsTest {
  private static final FinancialYear YEAR = FinancialYear.parse("2024-25");

  private static <T> Supplier<T> refusing(IllegalArgumentException refusal) {
    return () -> {
      throw refusal;
    };
  }

  private static String message(Supplier<?> maker) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, maker::get).getMessage());
  }

  @Test
  @DisplayName("is named once, however many makers pass it on")
  void namedOnce() {
    Supplier<Object> inner =
        () -> Culprits.naming(Set.of("referrals"), refusing(new IllegalArgumentException("no")));
    assertEquals("no; made from referrals", message(inner));
    assertEquals("no; made from referrals", message(() -> Culprits.naming(Set.of("plans"), inner)));
    assertEquals("yes", Culprits.naming(Set.of("plans"), () -> "yes"));
  }

  @Test
  @DisplayName("is named by estimates, beliefs and series")
  void estimatesName() {
    Cited mean = Cited.of(1e200, "referrals");
    Cited spread = Cited.of(-1, "referral-spread");
    assertTrue(message(() -> YearlySeries.of(List.of(mean))).endsWith("; made from referrals"));
    for (Supplier<?> maker :
        List.<Supplier<?>>of(
            () -> Belief.of(mean, spread),
            () -> SpreadBelief.of(mean, spread),
            () -> Estimate.of(mean, spread, 1, 0.5))) {
      assertTrue(message(maker).endsWith("; made from referrals, referral-spread"));
    }
    Estimate estimate = Estimate.of(Cited.of(2, "plans"), Cited.of(1, "hazard-spread"), 1, 0.5);
    assertTrue(message(() -> estimate.within(0, 1)).endsWith("; made from plans, hazard-spread"));
  }

  @Test
  @DisplayName("is stated with year and value of series, priors and figures")
  void valuesAreStated() {
    EvidenceBase evidence = EvidenceBase.load();
    InvalidInputException refusal =
        assertThrows(
            InvalidInputException.class,
            () ->
                Culprits.stated(
                    evidence,
                    YEAR,
                    () ->
                        Culprits.naming(
                            Set.of("referrals"), refusing(new IllegalArgumentException("no")))));
    assertEquals(
        List.of(
            "no; made from referrals",
            "look at what these numbers are made from: referrals 632830.0 in 2024-25"),
        refusal.problems());
    assertTrue(
        message(
                () ->
                    Culprits.stated(
                        evidence,
                        YEAR,
                        refusing(
                            new IllegalArgumentException(
                                "no; made from turnover-level, authorities, gdp-deflator"))))
            .contains(
                "prior turnover-level 0.16 with spread 0.03 in [0.05, 0.4]; figure authorities ("));
    // Nothing is known of it, so nothing is added.
    assertEquals(
        "no",
        message(
            () -> Culprits.stated(evidence, YEAR, refusing(new IllegalArgumentException("no")))));
  }

  @Test
  @DisplayName("is named part by part where several are refused at once")
  void partsAreNamed() {
    InvalidInputException both =
        new InvalidInputException("inputs of M", List.of("share.a must rise", "b must not"));
    InvalidInputException named =
        assertThrows(
            InvalidInputException.class,
            () -> Culprits.namingParts(Map.of("share.a", Set.of("plans")), refusing(both)));
    assertEquals(List.of("share.a must rise; made from plans", "b must not"), named.problems());
    assertTrue(String.valueOf(named.getMessage()).startsWith("inputs of M: 2 problems"));
  }
}
