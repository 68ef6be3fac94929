package org.fundinggap.nowcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fundinggap.analysis.Explainer;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Referrals;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.EvidenceKind;
import org.fundinggap.evidence.Observation;
import org.fundinggap.evidence.Quality;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.report.EnglandReport;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.CentralPath;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A year of which some statistics are out")
class PartPublishedYearTest {
  private static final FinancialYear YEAR = MadeUpYear.YEAR;
  private static final FinancialYear BEFORE = YEAR.plus(-1);
  private static final int REQUIRED = Calibration.requiredSeries().size();

  @TempDir private Path directory;

  private EvidenceBase careAlone() {
    return MadeUpYear.in(directory).with(MadeUpYear.care(), id -> 1.01).load();
  }

  private static double opening(Scenario scenario, Variable variable, FinancialYear year) {
    return CentralPath.of(scenario.inputs()).at(variable, year);
  }

  @Test
  @DisplayName("the shipped register has none, and its baseline says nothing")
  void shippedRegisterWaitsForNothing() {
    EvidenceBase shipped = EvidenceBase.load();
    assertEquals(Optional.empty(), PartPublishedYear.of(shipped));
    Baseline baseline = Baseline.england(shipped);
    assertEquals(Optional.empty(), baseline.waiting());
    assertEquals(
        "Baseline of England, 2024-25 to 2034-35, base funding GBP 14.10bn (cash)",
        baseline.toString());
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> Baseline.partPublished(shipped));
    assertEquals(
        List.of(
            "a series that a base year needs must hold 2025-26, none does; use"
                + " Baseline.england(evidence), which starts from 2024-25"),
        e.problems());
  }

  @Test
  @DisplayName(
      "care series alone: it says what is held and what it waits for, and until about when")
  void waitsForSpending() {
    EvidenceBase evidence = careAlone();
    PartPublishedYear part = PartPublishedYear.of(evidence).orElseThrow();
    assertEquals(YEAR, part.year());
    assertEquals(BEFORE, part.completeYear());
    assertEquals(MadeUpYear.care(), part.held());
    assertEquals(
        MadeUpYear.spending(),
        part.lacking().stream().map(PartPublishedYear.Waiting::series).toList());
    assertEquals(
        "2025-26 is part-published: "
            + MadeUpYear.care().size()
            + " of "
            + REQUIRED
            + " series are held; waits for spend-gross, spend-leaving-care-gross,"
            + " spend-looked-after-gross and "
            + (MadeUpYear.spending().size() - 3)
            + " more, the last of them about December 2026",
        part.toString());
    Baseline stays = Baseline.england(evidence);
    assertEquals(BEFORE, stays.baseYear());
    assertEquals(Optional.of(part), stays.waiting());
    assertTrue(stays.toString().endsWith("; " + part), stays.toString());
    assertEquals(Optional.empty(), Baseline.england(evidence, BEFORE.plus(-1)).waiting());
  }

  @Test
  @DisplayName("what the model itself expected opens the same gap, but for what became policy")
  void expectedYearOpensTheSameGap() {
    EvidenceBase shipped = EvidenceBase.load();
    CentralPath path =
        CentralPath.of(Baseline.england(shipped).with(FundingPlan.HEADLINE).inputs());
    double growth = path.at(Referrals.REFERRALS, YEAR) / path.at(Referrals.REFERRALS, BEFORE);
    EvidenceBase evidence =
        MadeUpYear.in(directory).with(List.of("referrals"), id -> growth).load();
    Baseline part = Baseline.partPublished(evidence);
    CentralPath opened = CentralPath.of(part.with(FundingPlan.HEADLINE).inputs());
    // Spending under policy has become need; tied services are in cost and in funding alike.
    double policy = path.at(Cost.SPENDING, YEAR) - path.at(Cost.NEED, YEAR);
    assertEquals(
        path.at(Gap.STAND_STILL.cash(), YEAR) + policy,
        opened.at(Gap.STAND_STILL.cash(), YEAR),
        20);
    // Nothing was learnt of drifts: they are those of the complete year, and go on fading.
    Inputs before = Baseline.england(shipped).with(FundingPlan.HEADLINE).inputs();
    Inputs after = part.with(FundingPlan.HEADLINE).inputs();
    for (Parameter drift :
        List.of(Placements.HOMES_DRIFT, CareEntries.DRIFT, PriceIndex.HOMES.recentDrift())) {
      assertEquals(before.distribution(drift), after.distribution(drift), drift.name());
    }
    assertEquals(path.at(PriceIndex.FADE, YEAR), opened.at(PriceIndex.FADE, YEAR), 1e-12);
    double later = path.at(Gap.STAND_STILL.cash(), YEAR.plus(4));
    assertEquals(later, opened.at(Gap.STAND_STILL.cash(), YEAR.plus(4)), 0.1 * later);
  }

  @Test
  @DisplayName("the report says what its year waits for, and of a part-published one that it is")
  void reportSaysSo() {
    EvidenceBase evidence = careAlone();
    Settings few = Settings.of(1, 20);
    EnglandReport stays = EnglandReport.run(evidence, Baseline.england(evidence), few);
    assertTrue(stays.page(List.of()).html().contains("2025-26 is part-published: "));
    EnglandReport moves = EnglandReport.run(evidence, Baseline.partPublished(evidence), few);
    String sentence = moves.headline(YEAR.plus(5)).sentence();
    assertTrue(sentence.contains("from base year 2025-26 (part-published, "), sentence);
    assertTrue(moves.gapTable(Gap.STAND_STILL).caption().contains("(part-published, "));
  }

  @Test
  @DisplayName(
      "run as part-published, it opens with what is held and what is projected, and says so")
  void runsAsPartPublished() {
    EvidenceBase evidence = careAlone();
    Baseline baseline = Baseline.partPublished(evidence);
    assertEquals(YEAR, baseline.baseYear());
    assertTrue(
        baseline.toString().startsWith("Baseline of England, 2025-26 to 2035-36 (part-published, "),
        baseline.toString());
    Scenario scenario = baseline.with(FundingRule.REAL_FLAT);
    assertTrue(
        scenario
            .description()
            .contains(
                " totals projected without a range) and 6 provisions of current law; core funding"
                    + " real-flat"),
        scenario::description);
    Projection run = Simulation.of(scenario).run(Settings.of(1, 500));
    for (FinancialYear year : baseline.years().years()) {
      for (double value : run.outcome(Gap.STAND_STILL.cash()).in(year).values()) {
        assertTrue(Double.isFinite(value));
      }
    }
    assertEquals(
        1.01 * evidence.series("looked-after").at(BEFORE),
        opening(scenario, Placements.LOOKED_AFTER, YEAR),
        1e-6);
  }

  @Test
  @DisplayName("what is projected is never called published, and names its source")
  void projectedTotalsAreMarked() {
    Baseline baseline = Baseline.partPublished(careAlone());
    List<String> projected = ProjectedTotals.in(baseline.evidence(), YEAR);
    assertTrue(projected.containsAll(MadeUpYear.spending()), projected.toString());
    for (String id : projected) {
      Observation one = baseline.evidence().series(id).observation(YEAR);
      assertEquals(EvidenceKind.FORECAST, one.provenance().kind());
      assertEquals(Quality.RED, one.provenance().quality());
      assertEquals("PROJECTED-2025-26", one.provenance().source().id());
      assertTrue(one.provenance().note().contains("projected from 2024-25"));
    }
    Inputs inputs = baseline.with(FundingRule.REAL_FLAT).inputs();
    Origin origin = inputs.origin(CostLine.FAMILY_SUPPORT.unitCost());
    assertEquals(Origin.Derivation.ESTIMATED, origin.kind());
    assertTrue(origin.method().endsWith("total of 2025-26 projected, not published yet"));
    String explained =
        Explainer.of(baseline.with(FundingRule.REAL_FLAT), Settings.of(1, 100), baseline.evidence())
            .mean(CostLine.FAMILY_SUPPORT.need(), YEAR.plus(1))
            .toString();
    assertTrue(explained.contains("projected, not published yet"), explained);
  }

  @Test
  @DisplayName(
      "a missing volume grows as the model has it; a missing line with its published volume")
  void totalsArePlausible() {
    EvidenceBase evidence = careAlone();
    EvidenceBase whole = Baseline.partPublished(evidence).evidence();
    Scenario complete = Baseline.england(evidence).with(FundingRule.REAL_FLAT);
    CentralPath path = CentralPath.of(complete.inputs());
    double need = path.at(Cost.SPENDING, YEAR) / path.at(Cost.SPENDING, BEFORE);
    double gross = whole.series("spend-gross").at(YEAR) / whole.series("spend-gross").at(BEFORE);
    assertEquals(need, gross, 0.03);
    double line = 0;
    for (String id : MadeUpYear.spending()) {
      line += id.equals("spend-gross") ? 0 : whole.series(id).at(YEAR);
    }
    double of = 0;
    for (String id : MadeUpYear.spending()) {
      of += id.equals("spend-gross") ? 0 : whole.series(id).at(BEFORE);
    }
    assertTrue(line > of);
    double safeguarding =
        path.at(CostLine.SAFEGUARDING.spending(), YEAR)
            / path.at(CostLine.SAFEGUARDING.spending(), BEFORE)
            / (path.at(ChildrenInNeed.STOCK, YEAR) / path.at(ChildrenInNeed.STOCK, BEFORE));
    String id = "spend-safeguarding-gross";
    assertEquals(
        1.01 * safeguarding, whole.series(id).at(YEAR) / whole.series(id).at(BEFORE), 1e-9);
  }

  @Test
  @DisplayName("one series alone is enough to run: all else is projected")
  void oneSeriesIsEnough() {
    EvidenceBase evidence = MadeUpYear.in(directory).with(List.of("referrals"), id -> 1.02).load();
    Baseline baseline = Baseline.partPublished(evidence);
    EvidenceBase whole = baseline.evidence();
    CentralPath path =
        CentralPath.of(Baseline.england(evidence).with(FundingRule.REAL_FLAT).inputs());
    assertEquals(
        path.at(Placements.LOOKED_AFTER, YEAR) / path.at(Placements.LOOKED_AFTER, BEFORE),
        whole.series("looked-after").at(YEAR) / whole.series("looked-after").at(BEFORE),
        1e-12);
    for (String share : List.of("no-further-action-count", "not-in-need-count")) {
      assertEquals(1.02, whole.series(share).at(YEAR) / whole.series(share).at(BEFORE), 1e-12);
    }
    Scenario scenario = baseline.with(FundingRule.REAL_FLAT);
    assertEquals(
        1.02 * evidence.series("referrals").at(BEFORE),
        opening(scenario, Referrals.REFERRALS, YEAR),
        1);
    assertTrue(Double.isFinite(opening(scenario, Cost.NEED, YEAR.plus(9))));
  }

  @Test
  @DisplayName("complete, it is a base year as any other, and nothing of it is projected")
  void completeYearIsABaseYear() {
    EvidenceBase evidence = MadeUpYear.in(directory).complete();
    assertEquals(Optional.empty(), PartPublishedYear.of(evidence));
    Baseline baseline = Baseline.england(evidence);
    assertEquals(YEAR, baseline.baseYear());
    assertFalse(baseline.toString().contains("part-published"));
    assertEquals(List.of(), ProjectedTotals.in(evidence, YEAR));
    Scenario scenario = baseline.with(FundingRule.REAL_FLAT);
    assertEquals(
        1.05 * evidence.series("spend-gross").at(BEFORE),
        evidence.series("spend-gross").at(YEAR),
        1e-9);
    assertEquals(
        1.05
            * opening(
                Baseline.england(evidence, BEFORE).with(FundingRule.REAL_FLAT),
                Cost.SPENDING,
                BEFORE),
        opening(scenario, Cost.SPENDING, YEAR),
        1e-6);
    assertTrue(Double.isFinite(opening(scenario, Gap.STAND_STILL.cash(), YEAR.plus(9))));
  }

  @Test
  @DisplayName("a register takes no observation of a year that it holds")
  void registerRefusesWhatItHolds() {
    EvidenceBase shipped = EvidenceBase.load();
    Observation one = shipped.series("referrals").observation(BEFORE);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> shipped.with(BEFORE, Map.of("referrals", one)));
    assertTrue(
        String.valueOf(e.getMessage()).contains("referrals must lack 2024-25, holds it"),
        e.toString());
  }
}
