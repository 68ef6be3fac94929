package org.fundinggap.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fundinggap.analysis.Audit;
import org.fundinggap.analysis.VarianceShare;
import org.fundinggap.appraisal.Appraisal;
import org.fundinggap.appraisal.BenefitCostRatio;
import org.fundinggap.appraisal.RealFlow;
import org.fundinggap.bridge.Bridge;
import org.fundinggap.comparison.Difference;
import org.fundinggap.comparison.Differences;
import org.fundinggap.draws.WithError;
import org.fundinggap.hindcast.ScoredCase;
import org.fundinggap.hindcast.Terms;
import org.fundinggap.hindcast.TrackRecord;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.scoring.Score;
import org.fundinggap.search.PortfolioChoice;
import org.fundinggap.search.PortfolioResult;

/** Rows of what the packages of answers work out. */
final class AnswerRows {
  private static final String PROBABILITY = "probability";
  private static final String MONEY = "GBP";

  /** Scores of logarithms: 0.05 is some 5% of what came. */
  private static final String LOG = "difference of natural logarithms";

  private AnswerRows() {}

  static Stream<TidyRow> of(Differences differences) {
    List<TidyRow> rows = new ArrayList<>();
    for (FinancialYear year : differences.years().years()) {
      add(differences.in(year), rows);
    }
    return rows.stream();
  }

  private static void add(Difference difference, List<TidyRow> rows) {
    Variable of = difference.variable();
    Statistics.Taker taker =
        (statistic, value) ->
            TidyRow.of(difference.alternative(), of, difference.period(), statistic, value)
                .against(difference.baseline());
    rows.addAll(Statistics.of(difference.draws(), taker));
    double above = difference.draws().probabilityAbove(0);
    double aboveError = difference.draws().probabilityAboveError(0);
    rows.add(share(difference, "probability_above_0", above));
    rows.add(share(difference, "probability_above_0_error", aboveError));
    rows.add(share(difference, "probability_same", difference.probabilitySame()));
  }

  private static TidyRow share(Difference of, String statistic, double value) {
    String name = of.variable().name();
    return TidyRow.of(of.alternative(), name, of.period(), statistic, value, PROBABILITY, "")
        .against(of.baseline());
  }

  static Stream<TidyRow> of(Bridge bridge) {
    List<TidyRow> rows = new ArrayList<>();
    rows.addAll(Statistics.of(bridge.start(), part(bridge, "start")));
    for (String driver : bridge.drivers()) {
      rows.addAll(Statistics.of(bridge.contribution(driver), part(bridge, driver)));
    }
    rows.addAll(Statistics.of(bridge.end(), part(bridge, "end")));
    return rows.stream();
  }

  private static Statistics.Taker part(Bridge bridge, String part) {
    String unit = unit(bridge.unit());
    String basis = basis(bridge.unit());
    return (statistic, value) ->
        TidyRow.of(bridge.to(), part, "", statistic, value, unit, basis).against(bridge.from());
  }

  static Stream<TidyRow> of(Audit audit) {
    List<TidyRow> rows = new ArrayList<>();
    add(audit, "all parameters", audit.split().parameters(), rows);
    add(audit, "all shocks", audit.split().shocks(), rows);
    add(audit, "joint", audit.split().joint(), rows);
    audit.parameters().forEach(each -> add(audit, each.name(), each.share(), rows));
    audit.shocks().forEach(each -> add(audit, each.name(), each.share(), rows));
    for (Audit.Assumption each : audit.assumptions()) {
      each.share().ifPresent(share -> add(audit, "assumption " + each.entry().id(), share, rows));
    }
    return rows.stream();
  }

  private static void add(Audit audit, String part, VarianceShare share, List<TidyRow> rows) {
    String name = "share_of_variance_of_" + audit.output().name();
    WithError figure = new WithError(share.value(), share.standardError(), share.reach());
    rows.addAll(
        Statistics.of(
            name,
            figure,
            (statistic, value) ->
                TidyRow.of(audit.scenario(), part, audit.year(), statistic, value, "share", "")));
  }

  static Stream<TidyRow> of(Appraisal appraisal) {
    List<TidyRow> rows = new ArrayList<>();
    add(appraisal, "costs", appraisal.costs(), rows);
    add(appraisal, "benefits", appraisal.benefits(), rows);
    add(appraisal, "net benefit", appraisal.netBenefit(), rows);
    String years = appraisal.years().toString();
    rows.addAll(
        Statistics.of(appraisal.netPresentValue(), money(appraisal, "net present value", years)));
    rows.addAll(
        Statistics.of(
            appraisal.equivalentAnnual(), money(appraisal, "equivalent annual value", years)));
    Optional<BenefitCostRatio> ratio = appraisal.benefitCostRatio();
    ratio.ifPresent(
        each ->
            rows.addAll(
                Statistics.of(
                    "ratio_of_means",
                    new WithError(each.value(), each.error(), each.reach()),
                    (statistic, value) ->
                        TidyRow.of(
                                appraisal.alternative(),
                                "benefit-cost ratio",
                                years,
                                statistic,
                                value,
                                "ratio",
                                "")
                            .against(appraisal.baseline()))));
    return rows.stream();
  }

  private static void add(Appraisal appraisal, String name, RealFlow flow, List<TidyRow> rows) {
    for (FinancialYear year : flow.years().years()) {
      rows.addAll(Statistics.of(flow.in(year), money(appraisal, name, year)));
    }
  }

  private static Statistics.Taker money(Appraisal appraisal, String name, Object year) {
    return (statistic, value) ->
        TidyRow.of(
                appraisal.alternative(),
                name,
                year,
                statistic,
                value,
                "GBP million",
                appraisal.basis().toString())
            .against(appraisal.baseline());
  }

  static Stream<TidyRow> of(PortfolioResult result) {
    return result.choices().stream().flatMap(choice -> of(result, choice).stream());
  }

  private static List<TidyRow> of(PortfolioResult result, PortfolioChoice choice) {
    List<TidyRow> rows = new ArrayList<>();
    Statistics.Taker objective = set(choice, result.unit());
    Statistics.Taker cost = set(choice, result.costUnit());
    rows.addAll(Statistics.of("objective", choice.objective(), objective));
    rows.addAll(Statistics.of("cost", choice.cost(), cost));
    rows.addAll(Statistics.of("gain", choice.gain(), objective));
    rows.addAll(Statistics.of("behind_best", choice.behindBest(), objective));
    rows.addAll(Statistics.of("interaction", choice.interaction(), objective));
    double affordable = choice.affordable() ? 1 : 0;
    rows.add(set(choice, "1 if affordable, else 0").row("affordable", affordable));
    return rows;
  }

  private static Statistics.Taker set(PortfolioChoice choice, String unitText) {
    String unit = unit(unitText);
    String basis = basis(unitText);
    return (statistic, value) ->
        TidyRow.of(choice.name(), "set of options", "", statistic, value, unit, basis);
  }

  /** A unit in words holds the price basis behind a comma, if it is money. */
  private static String unit(String unitText) {
    return unitText.startsWith(MONEY) ? unitText.split(", ", 2)[0] : unitText;
  }

  private static String basis(String unitText) {
    String[] parts = unitText.split(", ", 2);
    return unitText.startsWith(MONEY) && parts.length > 1 ? parts[1] : "";
  }

  static Stream<TidyRow> of(TrackRecord record) {
    return record.cases().stream().flatMap(each -> of(each).stream());
  }

  /** What tells a case from all others. */
  static String key(ScoredCase scored) {
    return scored.terms()
        + ", "
        + scored.quantity().id()
        + ", "
        + scored.window().origin().baseYear()
        + " to "
        + scored.window().target();
  }

  private static List<TidyRow> of(ScoredCase scored) {
    List<TidyRow> rows = new ArrayList<>();
    FinancialYear baseYear = scored.window().origin().baseYear();
    Unit unit = scored.quantity().unit();
    PriceBasis prices =
        scored.terms() == Terms.REAL ? PriceBasis.real(baseYear) : PriceBasis.cash();
    Statistics.Taker taker =
        (statistic, value) ->
            TidyRow.of(
                    "model, " + scored.terms(),
                    scored.quantity().id(),
                    scored.window().target(),
                    statistic,
                    value,
                    unit.symbol(),
                    unit.isMoney() ? prices.toString() : "")
                .against(baseYear.toString());
    rows.add(taker.row("outcome", scored.outcome()));
    rows.add(taker.row("p10", scored.range().low()));
    rows.add(taker.row("p25", scored.range().quarter()));
    rows.add(taker.row("p50", scored.range().median()));
    rows.add(taker.row("p75", scored.range().threeQuarters()));
    rows.add(taker.row("p90", scored.range().high()));
    add("model", scored.model(), taker, rows);
    scored.benchmarks().forEach((benchmark, score) -> add(benchmark.name(), score, taker, rows));
    return rows;
  }

  private static void add(String by, Score score, Statistics.Taker taker, List<TidyRow> rows) {
    rows.add(taker.row("log_error_of_" + by, score.error()).in(LOG, ""));
    rows.add(taker.row("log_crps_of_" + by, score.crps()).in(LOG, ""));
    rows.add(taker.row("log_interval_score_of_" + by, score.intervalScore()).in(LOG, ""));
    rows.add(taker.row("pit_of_" + by, score.pit()).in(PROBABILITY, ""));
  }
}
