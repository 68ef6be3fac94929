package org.fundinggap.hindcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.evidence.ChangedRegister;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.EvidenceKind;
import org.fundinggap.evidence.Figure;
import org.fundinggap.published.Published;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Published projections")
class ProjectionClaimsTest {
  private static final double EXACT = 1e-9;
  private static final EvidenceBase EVIDENCE = EvidenceBase.load();
  private static final String BUDGETS = "ccn-2023-budget-2022-23";

  static ProjectionClaim claim(String id) {
    return ProjectionClaims.all().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static double outcome(ProjectionClaim claim) {
    return claim.outcome(EVIDENCE).orElseThrow();
  }

  @Test
  @DisplayName("have an id each")
  void idsDiffer() {
    List<ProjectionClaim> all = ProjectionClaims.all();
    assertEquals(all.size(), all.stream().map(ProjectionClaim::id).distinct().count());
  }

  @Test
  @DisplayName("are made before the year that they are about has ended, in the order of their days")
  void targetsAreLater() {
    for (ProjectionClaim claim : ProjectionClaims.all()) {
      assertTrue(claim.target().lastDay().isAfter(claim.madeOn(EVIDENCE)), claim.id());
      assertFalse(
          claim.madeOn(EVIDENCE).isBefore(claim.claimed(EVIDENCE).provenance().published()),
          claim.id());
    }
    List<ProjectionClaim> all = ProjectionClaims.all();
    for (int i = 1; i < all.size(); i++) {
      assertFalse(
          all.get(i).madeOn(EVIDENCE).isBefore(all.get(i - 1).madeOn(EVIDENCE)), all.get(i).id());
    }
  }

  @Test
  @DisplayName(
      "are about the year, the area, the unit and the prices that the register has for them")
  void figuresAgreeWithTheirReading() {
    for (ProjectionClaim claim : ProjectionClaims.all()) {
      Figure figure = claim.claimed(EVIDENCE);
      assertEquals(Optional.of(claim.target()), figure.financialYear(), claim.id());
      assertEquals("E92000001", figure.area(), claim.id());
      assertEquals(claim.quantity().unit(), figure.unit(), claim.id());
      assertTrue(agree(figure, claim), claim.id());
    }
  }

  /** Prices of the target year itself are its cash; where none are stated the reading chooses. */
  private static boolean agree(Figure figure, ProjectionClaim claim) {
    if (!figure.unit().isMoney()) {
      return claim.basis().equals(PriceBasis.cash());
    }
    return figure.basis().isEmpty()
        || figure.basis().get().equals(claim.basis())
        || figure.basis().get().equals(PriceBasis.real(claim.target()));
  }

  @Test
  @DisplayName("come on top of amounts of their own unit, and start from such")
  void unitsOfTermsAgree() {
    for (ProjectionClaim claim : ProjectionClaims.all()) {
      Stream<ClaimedLevel.Term> terms =
          Stream.concat(
              claim.level().onTopOf().stream(),
              claim.level().start().stream().map(ClaimedLevel.Start::stated));
      terms.forEach(
          term -> assertEquals(claim.quantity().unit(), unit(term), claim.id() + term.id()));
    }
  }

  private static Unit unit(ClaimedLevel.Term term) {
    return term.year().isPresent()
        ? EVIDENCE.series(term.id()).unit()
        : EVIDENCE.figure(term.id()).unit();
  }

  @Test
  @DisplayName("hold no number that is not in the register: all twice as high, levels are too")
  void levelsAreMadeOfTheRegisterAlone(@TempDir Path directory) {
    EvidenceBase twice =
        ChangedRegister.in(directory)
            .multiply(2, (series, year) -> isLevel(series), figure -> isUsed(figure))
            .multiplyVintages(2, day -> true)
            .load();
    for (ProjectionClaim claim : ProjectionClaims.all()) {
      assertEquals(2 * claim.level(EVIDENCE), claim.level(twice), 1e-6, claim.id());
      claim
          .outcomeAsClaimed(EVIDENCE)
          .ifPresent(
              came ->
                  assertEquals(
                      2 * came, claim.outcomeAsClaimed(twice).orElseThrow(), 1e-6, claim.id()));
    }
  }

  private static boolean isLevel(String series) {
    return series.startsWith("spend-")
        || series.startsWith("ro-")
        || series.startsWith("placed-")
        || series.equals("looked-after");
  }

  private static boolean isUsed(String figure) {
    return used().contains(figure);
  }

  private static Set<String> used() {
    return ProjectionClaims.all().stream()
        .flatMap(
            claim ->
                Stream.concat(
                    Stream.of(claim.figure()),
                    Stream.concat(
                            claim.level().onTopOf().stream(),
                            claim.level().start().stream().map(ClaimedLevel.Start::stated))
                        .map(ClaimedLevel.Term::id)))
        .collect(Collectors.toSet());
  }

  @Test
  @DisplayName("of the sector's bodies are all scored or listed with a reason")
  void noForecastIsLeftOut() {
    Set<String> registered =
        EVIDENCE.figures().stream()
            .filter(figure -> figure.provenance().kind() == EvidenceKind.FORECAST)
            .filter(
                figure ->
                    figure
                        .provenance()
                        .source()
                        .id()
                        .matches("(LGA|CCN|ADCS|CARE-REVIEW|ALMA|LONDON).*"))
            .map(Figure::id)
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(registered.size() > 20, registered::toString);
    registered.removeAll(used());
    ProjectionClaims.unscored().forEach(each -> each.figure().ifPresent(registered::remove));
    assertEquals(Set.of(), registered);
  }

  @Test
  @DisplayName("that are not scored name figures of the register, and are not scored")
  void unscoredAreRegisteredAndNotScored() {
    for (UnscoredClaim each : ProjectionClaims.unscored()) {
      each.figure()
          .ifPresent(
              id -> {
                assertEquals(id, EVIDENCE.figure(id).id());
                assertFalse(ProjectionClaims.all().stream().anyMatch(c -> c.figure().equals(id)));
              });
    }
  }

  @Test
  @DisplayName("of cost in October 2021 stand beside the revenue outturn as they are")
  void lga2021ByHand() {
    ProjectionClaim third = claim("lga-2021-third");
    assertEquals(12_600, third.level(EVIDENCE));
    assertEquals(15_556, outcome(third));
    assertEquals(13_600, claim("lga-2021-with-shortfall").level(EVIDENCE));
    assertEquals(
        15_556 - 10_900,
        claim("lga-2021-with-shortfall").outcomeAsClaimed(EVIDENCE).orElseThrow(),
        EXACT);
  }

  @Test
  @DisplayName("of a gap become spending beyond flat funding")
  void gapsByHand() {
    double net = 8291.763287;
    double gross = 9012.317385;
    ProjectionClaim spent = claim("lga-2017-gap-on-spending");
    assertEquals((net + 1900) * gross / net, spent.level(EVIDENCE), 1e-6);
    assertEquals(10_530.792576, outcome(spent));
    assertEquals(1397, spent.outcomeAsClaimed(EVIDENCE).orElseThrow(), 0.5);
    ProjectionClaim budgets = claim("lga-2017-gap-on-budgets");
    assertEquals((net - 605 + 1900) * gross / net, budgets.level(EVIDENCE), 1e-6);
    assertEquals(1397 + 605, budgets.outcomeAsClaimed(EVIDENCE).orElseThrow(), 0.5);
    ProjectionClaim later = claim("lga-2018-later-gap-on-spending");
    assertEquals((net + 3100) * gross / net, later.level(EVIDENCE), 1e-6);
    assertEquals(16_012.355892, outcome(later));
    ProjectionClaim standStill = claim("adcs-2021");
    assertEquals(10_530.792576 + 824, standStill.level(EVIDENCE), EXACT);
    assertEquals(11_061.260183, outcome(standStill));
  }

  @Test
  @DisplayName("on a scope of their own are scored by their growth")
  void ownScopesByHand() {
    ProjectionClaim spending = claim("lga-2017-spending");
    assertEquals(9158.398642 * 12_100 / 11_100, spending.level(EVIDENCE), 1e-6);
    ProjectionClaim residential = claim("ccn-2024-residential");
    assertEquals(22_533.0 * (8710 + 6080) / 15_403, residential.level(EVIDENCE), 1e-6);
  }

  @Test
  @DisplayName("bring a budget in real terms to cash of its year")
  void shortfallComesOnTopOfBudgetsInCash() {
    double prices = Deflators.latest(EVIDENCE).growth(FinancialYear.parse("2023-24"));
    assertEquals(0.06, prices, 0.01);
    assertEquals(11_500, EVIDENCE.figure(BUDGETS).value());
    assertEquals(11_500 / (1 + prices) + 1600, claim("lga-2023").level(EVIDENCE), 1e-6);
  }

  @Test
  @DisplayName("of a year that has not come are beside their own path")
  void progressByHand() {
    ProjectionClaim care = claim("care-review-looked-after");
    ProjectionClaim.Progress now = care.progress(EVIDENCE).orElseThrow();
    assertEquals(FinancialYear.parse("2024-25"), now.year());
    assertEquals(80_000 * StrictMath.pow(1.25, 0.3), now.path(), 1e-6);
    assertEquals(81_770, now.outcome());
    assertTrue(care.outcome(EVIDENCE).isEmpty());
    assertTrue(care.outcomeAsClaimed(EVIDENCE).isEmpty());

    double path = 11_270 * StrictMath.pow(1.5, 0.3);
    ProjectionClaim.Progress cash =
        claim("care-review-cost-in-cash").progress(EVIDENCE).orElseThrow();
    assertEquals(path, cash.path(), 1e-6);
    assertEquals(0.222, cash.outcome() / cash.path() - 1, 0.0005);
    ProjectionClaim.Progress real =
        claim("care-review-cost-in-real-terms").progress(EVIDENCE).orElseThrow();
    assertEquals(path, real.path(), 1e-6);
    assertEquals(0.0526, real.outcome() / real.path() - 1, 0.0005);
    assertTrue(claim("ccn-2021-looked-after").progress(EVIDENCE).isEmpty());
  }

  @Test
  @DisplayName("say whether their level is what was said or a reading of it")
  void readingsAreMarked() {
    assertTrue(claim("ccn-2021-looked-after").level().isAsStated());
    assertTrue(claim("lga-2021-third").level().isAsStated());
    assertFalse(claim("lga-2017-gap-on-spending").level().isAsStated());
    assertFalse(claim("care-review-cost-in-cash").level().isAsStated());
    assertFalse(claim("lga-2023").level().isAsStated());
  }

  @Test
  @DisplayName("in real terms refuse amounts in cash to come on top of")
  void realSumsAreRefused() {
    ProjectionClaim gap = claim("lga-2017-gap-on-spending");
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new ProjectionClaim(
                    gap.id(),
                    gap.maker(),
                    gap.figure(),
                    gap.dated(),
                    gap.quantity(),
                    gap.target(),
                    PriceBasis.real(gap.target()),
                    gap.level(),
                    gap.reading()));
    assertTrue(
        String.valueOf(refused.getMessage())
            .contains("basis of lga-2017-gap-on-spending must be cash"));
  }

  @Test
  @DisplayName("refuse a start for which their quantity is not published")
  void startsWithoutOutturnAreRefused() {
    ClaimedLevel level =
        ClaimedLevel.asStated()
            .rescaledFrom("care-review-cost-2021-22", FinancialYear.parse("2014-15"));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> level.of(1, Published.named("spending-net"), EVIDENCE));
    assertTrue(String.valueOf(refused.getMessage()).contains("was 2014-15"));
  }
}
