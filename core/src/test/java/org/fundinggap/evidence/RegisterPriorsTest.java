package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.quantity.FinancialYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Priors that follow from published numbers, or that belong together, say the same as these. */
@DisplayName("The priors of the register")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterPriorsTest {
  private final EvidenceBase evidence = EvidenceBase.load();

  private double centre(String id) {
    return evidence.prior(id).centre();
  }

  private double at(String series, String year) {
    return evidence.series(series).at(FinancialYear.parse(year));
  }

  private double figure(String id) {
    return evidence.figure(id).value();
  }

  @ParameterizedTest
  @ValueSource(strings = {"asylum-share-", "entry-share-", "child-variant-"})
  @DisplayName("Shares of one total add up to 1")
  void sharesAddUp(String group) {
    List<Prior> shares =
        evidence.priors().stream().filter(prior -> prior.id().startsWith(group)).toList();
    assertEquals(group.startsWith("child") ? 3 : 6, shares.size());
    assertEquals(1, shares.stream().mapToDouble(Prior::centre).sum(), 1e-12);
  }

  @Test
  @DisplayName("Variants of the number of children stand in order")
  void variantsOfChildrenRise() {
    assertTrue(centre("child-growth-below") < 0);
    assertTrue(centre("child-growth-above") > 0);
  }

  @Test
  @DisplayName("Money follows from what was published of it")
  void moneyFollowsFromPublishedNumbers() {
    double older =
        figure("prevention-grant-2025-26-first") - figure("prevention-grant-2025-26-new");
    assertEquals(
        figure("families-first-per-year") - older, centre("families-first-after-2028-29"), 1e-9);
    double net = at("spend-net", "2015-16") / at("spend-gross", "2015-16");
    assertEquals(net, centre("net-share"), 0.0005);
  }

  @Test
  @DisplayName("The asylum grant is 365 nights at two rates, and near what the children cost")
  void asylumGrantIsTwoRates() {
    assertEquals(365 * 114, centre("asylum-grant-low"));
    assertEquals(365 * 143, centre("asylum-grant-high"));
    double children =
        (at("asylum-seeking-looked-after", "2023-24")
                + at("asylum-seeking-looked-after", "2024-25"))
            / 2;
    double more = centre("asylum-grant-high") - centre("asylum-grant-low");
    double grant = centre("asylum-grant-low") + centre("asylum-grant-high-share") * more;
    double cost = figure("ro-net-2024-25-looked-after-asylum");
    assertEquals(cost, grant * children / 1e6, 0.1 * cost);
  }

  @Test
  @DisplayName("Cases for each child in need are those of the years that are held")
  void caseShareIsThatOfTheLatestYears() {
    assertEquals(figure("cases-share-of-children-in-need"), centre("case-share"));
    double latest = at("cases", "2025-26") / at("children-in-need", "2024-25");
    assertEquals(latest, centre("case-share"), 0.005);
    double caseload = centre("caseload-before-2016");
    assertTrue(at("caseload", "2016-17") < caseload && caseload < at("caseload", "2017-18"));
  }

  @Test
  @DisplayName("What stands in for a workforce that is not held lies among the years that are held")
  void assumedWorkforceIsAmongThoseHeld() {
    Series inPost = evidence.series("social-workers").acrossBreaks();
    for (FinancialYear year : evidence.series("case-holders").years()) {
      double share = evidence.series("social-worker-vacancy-share").at(year);
      double posts = inPost.at(year) / (1 - share);
      double holders = evidence.series("case-holders").at(year);
      assertEquals(posts / holders, centre("posts-per-case-holder"), 0.11, "posts in " + year);
      double cover = evidence.series("agency-social-workers").at(year) / (posts - inPost.at(year));
      assertEquals(cover, centre("agency-cover"), 0.06, "cover in " + year);
      assertEquals(share, centre("vacancy-share"), 0.041, "vacancies in " + year);
      double turnover = evidence.series("social-worker-turnover-share").at(year);
      assertEquals(turnover, centre("turnover-level"), 0.045, "turnover in " + year);
    }
  }

  @Test
  @DisplayName("Shocks to turnover are as large as those of the published rates about their level")
  void turnoverSpreadIsThatOfThePublishedRates() {
    Series turnover = evidence.series("social-worker-turnover-share").acrossBreaks();
    double[] logs = turnover.years().stream().mapToDouble(year -> ln(turnover.at(year))).toArray();
    double mean = 0;
    for (double log : logs) {
      mean += log / logs.length;
    }
    double products = 0;
    double squares = 0;
    for (int i = 1; i < logs.length; i++) {
      products += (logs[i] - mean) * (logs[i - 1] - mean);
      squares += (logs[i - 1] - mean) * (logs[i - 1] - mean);
    }
    double residuals = 0;
    for (int i = 1; i < logs.length; i++) {
      double residual = logs[i] - mean - products / squares * (logs[i - 1] - mean);
      residuals += residual * residual;
    }
    assertEquals(Math.sqrt(residuals / (logs.length - 2)), centre("turnover-spread"), 0.005);
  }

  private static double ln(double value) {
    return StrictMath.log(value);
  }

  @Test
  @DisplayName("Effects of early help may be zero, and lie within what studies found")
  void effectsOfEarlyHelpMayBeZero() {
    for (String id : List.of("early-help-elasticity-need", "early-help-elasticity-entries")) {
      assertEquals(0.25, evidence.prior(id).massAtZero());
      double strongest = -evidence.figure("webb-2021-early-help-elasticity").low();
      assertTrue(evidence.prior(id).upper() <= strongest + 0.005, id);
    }
    assertEquals(0.5, evidence.prior("early-help-gap-share").massAtZero());
  }
}
