package org.fundinggap.hindcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.fundinggap.demand.Outlook;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Referrals;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.published.Published;
import org.fundinggap.published.Published.Group;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scoring.Band;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The model run from past dates")
class HindcastTest {
  private static final EvidenceBase EVIDENCE = EvidenceBase.load();
  private final Hindcast all = Hindcast.of(EVIDENCE);
  private static final FinancialYear BASE = FinancialYear.parse("2021-22");
  private static final Settings FEW = Settings.of(2025, 256);

  @Test
  @DisplayName("stands at ten origins at least, as of the end of January after next")
  void originsAreManyAndInOrder() {
    List<ForecastOrigin> origins = all.origins();
    assertTrue(origins.size() >= 10, origins::toString);
    assertEquals(List.copyOf(new TreeSet<>(origins)), origins);
    assertEquals(LocalDate.of(2023, 1, 31), ForecastOrigin.of(BASE).asOf());
    assertEquals(FinancialYear.parse("2024-25"), all.last());
  }

  @Test
  @DisplayName("gives the same bits on one thread and on three")
  void threadsChangeNothing() {
    Hindcast some = all.from(BASE);
    assertEquals(some.run(FEW), some.on(Execution.ofThreads(3)).run(FEW));
  }

  @Test
  @DisplayName("starts from what was published of the base year, for every quantity and origin")
  void baseYearsAreThosePublished() {
    List<String> different = new ArrayList<>();
    for (ForecastOrigin origin : all.origins()) {
      PastRun run = all.past(origin, Settings.of(1, 256));
      for (Published quantity : Published.all()) {
        Optional<Cited> published = quantity.at(run.known(), origin.baseYear());
        published.ifPresent(
            value -> {
              double model = run.said().draws(quantity, origin.baseYear()).quantile(0.5);
              // Placements that miss their published total by some tens are scaled to it.
              if (!(Math.abs(model / value.value() - 1) < 3e-3)) {
                different.add(quantity.id() + " " + origin.baseYear());
              }
            });
      }
    }
    // The lines of 2022-23 come to 0.4% more than the total that is published beside them.
    assertEquals(List.of("spending-gross 2022-23"), different);
  }

  @Test
  @DisplayName("scores volumes once, and money in cash and in prices of the base year")
  void moneyIsScoredInBothTerms() {
    TrackRecord record = all.from(BASE).run(FEW);
    for (Published quantity : Published.all()) {
      int cash = record.of(quantity, Terms.CASH).size();
      int real = record.of(quantity, Terms.REAL).size();
      assertEquals(quantity.isMoney() ? cash : 0, real, quantity.id());
      int left = record.leftOut().getOrDefault(quantity.id(), 0);
      long came =
          YearRange.inclusive(BASE.plus(1), all.last()).years().stream()
              .filter(year -> quantity.at(EVIDENCE, year).isPresent())
              .count();
      assertEquals(came, cash + left, quantity.id());
    }
    assertEquals(Map.of("spending-homes", 1, "spending-fostering", 1), record.leftOut());
    ScoreRow row = ScoreRow.of(record.of(Group.VOLUME, Terms.CASH));
    assertEquals(1, row.origins());
    assertEquals(1, row.windows());
    assertEquals(39, row.cases());
    assertTrue(row.coverageInterval(Band.FOUR_FIFTHS).width() > 0.5);
  }

  @Test
  @DisplayName("deflates each draw by its own prices and the outturn by those that came")
  void realTermsTakeInflationOut() {
    TrackRecord record = all.from(BASE).run(FEW);
    Published gross = Published.named("spending-gross");
    ScoredCase cash = record.of(gross, Terms.CASH).get(2);
    ScoredCase real = record.of(gross, Terms.REAL).get(2);
    double prices = cash.outcome() / real.outcome();
    // The deflator rose by 5.9%, 5.7% and 4.6% from 2021-22 to 2024-25 by today's revision.
    assertTrue(prices > 1.14 && prices < 1.19, () -> "prices rose " + prices + " times");
    assertTrue(real.range().median() < cash.range().median());
  }

  @Test
  @DisplayName("marks outcomes of statistics that changed what they count since the base year")
  void breaksAreMarked() {
    TrackRecord record = all.from(BASE).run(FEW);
    for (String id : List.of("supported", "other-placements", "homes-supported-and-other")) {
      List<ScoredCase> cases = record.of(Published.named(id), Terms.CASH);
      // Supported accommodation came to be registered in 2023-24.
      assertEquals(
          List.of(false, true, true), cases.stream().map(ScoredCase::acrossBreak).toList(), id);
    }
    assertTrue(record.of(Group.VOLUME, Terms.CASH).stream().noneMatch(ScoredCase::acrossBreak));
  }

  @Test
  @DisplayName("gives benchmarks the past across a year that is missing, half of the change each")
  void missingYearIsBridged() {
    FinancialYear base = FinancialYear.parse("2015-16");
    History history =
        History.of(
                Published.named("spending-gross"),
                ForecastOrigin.of(base).known(EVIDENCE),
                base,
                Optional.empty())
            .orElseThrow();
    double now = StrictMath.log(EVIDENCE.series("spend-gross").at(base));
    double before = StrictMath.log(EVIDENCE.series("spend-gross").at(base.plus(-2)));
    int last = history.length() - 1;
    assertEquals(now, history.level(last), 1e-12);
    assertEquals((now + before) / 2, history.level(last - 1), 1e-12);
    assertEquals(before, history.level(last - 2), 1e-12);
    assertTrue(history.isKnown(last - 2, last));
    // Children grow, and prices by 2% a year.
    double children =
        StrictMath.log(
            EVIDENCE.series("children-0-17").at(base)
                / EVIDENCE.series("children-0-17").at(base.plus(-2)));
    assertEquals(children + 0.04, history.carried(last - 2, last), 1e-12);
  }

  @Test
  @DisplayName("counts no more independent cases than the windows of each horizon allow")
  void effectiveCasesAreFew() {
    List<ScoredCase> cases = all.run(Settings.of(1, 64)).of(Group.VOLUME, Terms.CASH);
    // From 11, 10, 8 and 5 origins: 143 cases one year ahead in 11 windows, and so on.
    double error =
        (143 / StrictMath.sqrt(11)
                + 247 / StrictMath.sqrt(5)
                + 273 / StrictMath.sqrt(3)
                + 221 / StrictMath.sqrt(1))
            / 884;
    assertEquals(1 / (error * error), ScoreRow.of(cases).effective(), 1e-9);
    List<ScoredCase> next =
        cases.stream().filter(each -> each.window().group() == HorizonGroup.ONE).toList();
    assertEquals(11, ScoreRow.of(next).effective(), 1e-9);
    assertTrue(
        ScoreRow.of(cases).coverageInterval(Band.FOUR_FIFTHS).width()
            > ScoreRow.of(next).coverageInterval(Band.FOUR_FIFTHS).width());
  }

  @Test
  @DisplayName("names the priors that know what came, of which vague ones leave few")
  void hindsightIsListed() {
    ForecastOrigin origin = ForecastOrigin.of(BASE);
    Hindcast some = all.from(BASE);
    List<String> today = hindsight(some, origin);
    List<String> vague = hindsight(some.withVaguePriors(), origin);
    assertTrue(today.contains("price-spread"), today::toString);
    assertTrue(vague.size() < today.size() / 2 && today.containsAll(vague), vague::toString);
  }

  private static List<String> hindsight(Hindcast hindcast, ForecastOrigin origin) {
    return Objects.requireNonNull(hindcast.run(FEW).hindsight().get(origin));
  }

  @Test
  @DisplayName("runs another outlook for children looked after from the same origins")
  void outlookIsFollowed() {
    Hindcast some = all.from(BASE).withVaguePriors();
    ForecastOrigin origin = ForecastOrigin.of(BASE);
    Hindcast trend = some.withOutlook(Outlook.LONG_TREND);
    assertEquals(some.origins(), trend.origins());
    assertEquals("Hindcast from [" + origin + "], vague priors, long trend", trend.toString());
    Inputs inputs = trend.past(origin, FEW).said().inputs();
    Inputs expected =
        Baseline.england(origin.known(EVIDENCE).withVaguePriors(), BASE)
            .withOutlook(Outlook.LONG_TREND)
            .to(all.last())
            .with(FundingRule.CASH_FLAT)
            .inputs();
    for (Parameter parameter :
        List.of(Placements.EXIT_LEVEL, Placements.HOMES_DRIFT, Referrals.TREND)) {
      assertEquals(
          expected.distribution(parameter), inputs.distribution(parameter), parameter.name());
    }
    double pooled =
        some.past(origin, FEW).said().inputs().distribution(Placements.EXIT_LEVEL).mean();
    assertTrue(pooled != inputs.distribution(Placements.EXIT_LEVEL).mean());
  }

  @Test
  @DisplayName("scores the pooled outlook unless asked otherwise, and another one differently")
  void outlookIsPooled_unlessAskedOtherwise() {
    Hindcast some = all.from(BASE);
    Settings least = Settings.of(2025, 64);
    assertEquals(some.run(least), some.withOutlook(Outlook.POOLED).run(least));
    assertEquals(some.toString(), some.withOutlook(Outlook.POOLED).toString());
    TrackRecord today = some.withOutlook(Outlook.RATES_AS_TODAY).run(least);
    Published lookedAfter = Published.named("looked-after");
    assertNotEquals(some.run(least).of(lookedAfter, Terms.CASH), today.of(lookedAfter, Terms.CASH));
    // The assumed path of the population is every outlook's.
    Published children = Published.named("children");
    assertEquals(some.run(least).of(children, Terms.CASH), today.of(children, Terms.CASH));
  }

  @Test
  @DisplayName("refuses a register that does not know what came, and base years that can't run")
  void badArgumentsAreRefused() {
    EvidenceBase past = EVIDENCE.asOf(LocalDate.of(2020, 1, 31));
    assertThrows(IllegalArgumentException.class, () -> Hindcast.of(past));
    assertThrows(IllegalArgumentException.class, () -> all.from());
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> all.from(FinancialYear.parse("2014-15")));
    assertTrue(String.valueOf(refused.getMessage()).contains("2015-16"));
  }
}
