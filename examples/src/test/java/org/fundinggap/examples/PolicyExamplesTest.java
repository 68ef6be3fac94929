package org.fundinggap.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The programs about policy answer the questions that they name. */
@DisplayName("Examples 2 to 5")
@Tag("slow")
class PolicyExamplesTest {
  private static final String[] DRAWS = {"1000"};

  private static void assertPrints(String printed, String... parts) {
    for (String part : parts) {
      assertTrue(printed.contains(part), () -> "\"" + part + "\" is not in:\n" + printed);
    }
  }

  /** The first line says what the example answers. */
  private static void assertAsksFirst(String printed, String question) {
    String first = printed.lines().findFirst().orElse("");
    assertTrue(first.startsWith(question) && first.endsWith("?"), first);
  }

  @Test
  @DisplayName("say whether family help pays for itself, and what it would take")
  void investToSave() {
    String printed = Printed.by(() -> Ex2InvestToSave.main(DRAWS));
    assertAsksFirst(printed, "Does GBP 500 million a year more for family help pay for itself");
    assertPrints(printed, "net present value, at the margin", "benefit-cost ratio", "payback");
    assertPrints(printed, "net present value, at average cost");
    Matcher switches =
        Pattern.compile("earlyHelpElasticityEntries \\(ratio\\) switches at (0\\.\\d+)")
            .matcher(printed);
    assertTrue(switches.find(), printed);
    double elasticity = Double.parseDouble(switches.group(1));
    assertTrue(elasticity > 0.16, "beyond the published range of 0 to 0.16, was " + elasticity);
  }

  @Test
  @DisplayName("set the cost of delaying reform beside the published claims")
  void reform() {
    String printed = Printed.by(() -> Ex3Reform.main(DRAWS));
    assertAsksFirst(printed, "Does the Care Review's reform pay by 2044-45, decided on in 2026-27");
    assertPrints(printed, "family-help-programme", "family-help-shift", "cost of delay");
    assertPrints(printed, "discounted to 2026-27");
    assertPrints(printed, "Published: what two years' delay", "Cost of delaying reform");
  }

  @Test
  @DisplayName("see a small lever clearly, by at least twenty times fewer draws")
  void agencyCap() {
    String printed = Printed.by(() -> Ex4AgencyCap.main(new String[] {"10000"}));
    assertAsksFirst(printed, "What would a cap on the premium of agency social workers save");
    Matcher times = Pattern.compile("would need (\\d+) times as many").matcher(printed);
    assertTrue(times.find(), printed);
    assertTrue(Integer.parseInt(times.group(1)) >= 20, times.group());
    assertPrints(printed, "unit cost, real", "agency cap: at most agencyPremium");
  }

  @Test
  @DisplayName("say what fall of entries closes the gap under each rule")
  void closingTheGap() {
    String printed = Printed.by(() -> Ex5ClosingTheGap.main(DRAWS));
    assertAsksFirst(printed, "By how much would entries to care have to change from 2026-27 on");
    assertPrints(
        printed,
        "real-flat: from a mean real gap of GBP",
        "council-tax growth: from a mean real gap of GBP");
    assertPrints(printed, "To close the gap in the mean", "change of entries to care");
  }
}
