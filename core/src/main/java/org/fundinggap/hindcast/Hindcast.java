package org.fundinggap.hindcast;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.demand.Outlook;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Prior;
import org.fundinggap.internal.Checks;
import org.fundinggap.published.Published;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;

/**
 * Runs the model from past dates and scores what it said. Immutable.
 *
 * <p>At each origin the register is cut to what was known, the baseline is estimated from that, and
 * the projection runs to the last outturn. Outcomes are their latest revisions. Every draw of an
 * origin has the same seed, so origins share their luck, and a difference between two ways to model
 * is not one of luck.
 */
public final class Hindcast {
  private final EvidenceBase evidence;
  private final ImmutableList<ForecastOrigin> origins;
  private final boolean vague;
  private final Outlook outlook;
  private final Execution execution;

  private Hindcast(
      EvidenceBase evidence,
      List<ForecastOrigin> origins,
      boolean vague,
      Outlook outlook,
      Execution execution) {
    this.evidence = evidence;
    this.origins = ImmutableList.copyOf(origins);
    this.vague = vague;
    this.outlook = outlook;
    this.execution = execution;
  }

  /**
   * From every origin that a register allows.
   *
   * @param evidence the whole register
   * @return the hindcast
   * @throws IllegalArgumentException if the register is as of a date, or allows no origin
   */
  public static Hindcast of(EvidenceBase evidence) {
    if (evidence.asOfDate().isPresent()) {
      throw new IllegalArgumentException(
          "evidence must be a whole register, was as of "
              + evidence.asOfDate().get()
              + "; give the one that it was made from, which knows what came");
    }
    List<ForecastOrigin> all = ForecastOrigin.all(evidence);
    Checks.atLeast(
        all.size(),
        1,
        "number of origins",
        "give a register that holds an outturn after a base year");
    return new Hindcast(evidence, all, false, Outlook.POOLED, Execution.ofThreads(1));
  }

  /**
   * From some of its origins alone.
   *
   * @param baseYears base years of {@link #origins}; at least one
   * @return the hindcast
   * @throws IllegalArgumentException if there is none, or one is not among the origins
   */
  public Hindcast from(FinancialYear... baseYears) {
    Checks.atLeast(baseYears.length, 1, "number of base years", "give 2018-19, say");
    List<ForecastOrigin> some = new ArrayList<>();
    for (FinancialYear year : baseYears) {
      ForecastOrigin origin = ForecastOrigin.of(year);
      if (!origins.contains(origin)) {
        throw new IllegalArgumentException(
            "base year must be one of "
                + origins.stream().map(ForecastOrigin::baseYear).toList()
                + ", was "
                + year
                + "; Calibration.missing says what another lacks, and of the last no outcome is"
                + " out");
      }
      some.add(origin);
    }
    some.sort(Comparator.naturalOrder());
    return new Hindcast(evidence, some, vague, outlook, execution);
  }

  /**
   * With vague priors in place of those that were made later than an origin, which know what came.
   *
   * @return the hindcast
   */
  public Hindcast withVaguePriors() {
    return new Hindcast(evidence, origins, true, outlook, execution);
  }

  /**
   * With another outlook for children looked after; {@link Outlook#POOLED} unless asked otherwise.
   *
   * @param other the outlook
   * @return the hindcast
   */
  public Hindcast withOutlook(Outlook other) {
    return new Hindcast(evidence, origins, vague, other, execution);
  }

  /**
   * The same on other threads; one thread unless asked otherwise.
   *
   * @param other on which threads; scores are the same to the bit
   * @return the hindcast
   */
  public Hindcast on(Execution other) {
    return new Hindcast(evidence, origins, vague, outlook, other);
  }

  /**
   * The origins.
   *
   * @return immutable, in order
   */
  public List<ForecastOrigin> origins() {
    return origins;
  }

  /**
   * The last year that is scored.
   *
   * @return the latest base year of the whole register: the last with an outturn of everything
   */
  public FinancialYear last() {
    return Calibration.latestBaseYear(evidence).orElseThrow();
  }

  /**
   * Runs and scores.
   *
   * @param settings how many draws; 4,096 are enough for scores to stand still in two digits
   * @return the scores
   */
  public TrackRecord run(Settings settings) {
    Objects.requireNonNull(settings, "settings");
    List<ScoredCase> cases = new ArrayList<>();
    List<Miss> misses = new ArrayList<>();
    Map<ForecastOrigin, List<String>> hindsight = new LinkedHashMap<>();
    Map<String, Integer> leftOut = new LinkedHashMap<>();
    for (ForecastOrigin origin : origins) {
      PastRun run = past(origin, settings);
      cases.addAll(scored(run));
      countLeftOut(run, leftOut);
      misses.addAll(MissSplit.all(evidence, run, last()));
      hindsight.put(
          origin,
          Calibration.hindsight(run.known(), run.said().inputs()).stream().map(Prior::id).toList());
    }
    return new TrackRecord(origins, cases, misses, hindsight, leftOut);
  }

  PastRun past(ForecastOrigin origin, Settings settings) {
    EvidenceBase known = origin.known(evidence);
    EvidenceBase used = vague ? known.withVaguePriors() : known;
    Baseline baseline = Baseline.england(used, origin.baseYear()).withOutlook(outlook).to(last());
    return new PastRun(origin, used, BaselineRun.run(baseline, settings, execution));
  }

  private List<ScoredCase> scored(PastRun run) {
    CaseScorer scorer = CaseScorer.of(evidence, run);
    List<ScoredCase> cases = new ArrayList<>();
    for (Published quantity : Published.all()) {
      for (FinancialYear year : after(run.base())) {
        scorer.score(quantity, Terms.CASH, year).ifPresent(cases::add);
        if (quantity.isMoney()) {
          scorer.score(quantity, Terms.REAL, year).ifPresent(cases::add);
        }
      }
    }
    return cases;
  }

  private void countLeftOut(PastRun run, Map<String, Integer> leftOut) {
    CaseScorer scorer = CaseScorer.of(evidence, run);
    for (Published quantity : Published.all()) {
      if (!scorer.hasBase(quantity)) {
        for (FinancialYear year : after(run.base())) {
          History.log(quantity, evidence, year)
              .ifPresent(outcome -> leftOut.merge(quantity.id(), 1, Integer::sum));
        }
      }
    }
  }

  private List<FinancialYear> after(FinancialYear base) {
    return YearRange.inclusive(base.plus(1), last()).years();
  }

  /** The origins. */
  @Override
  public String toString() {
    return "Hindcast from "
        + origins
        + (vague ? ", vague priors" : "")
        + (outlook == Outlook.POOLED ? "" : ", " + outlook.label());
  }
}
