package org.fundinggap.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.cost.Cost;
import org.fundinggap.demand.Demand;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.model.Schedule;
import org.fundinggap.quantity.FinancialYear;

/** The calibrated baseline and changed copies of its inputs, for tests of the equations. */
public final class England {
  private static final EvidenceBase EVIDENCE = EvidenceBase.load();

  private England() {}

  public static EvidenceBase evidence() {
    return EVIDENCE;
  }

  /**
   * Without what has become law since the base year: the model's own equations, over which tests
   * lay levers of their own.
   */
  public static Baseline baseline() {
    return underLaw().withoutCurrentLaw();
  }

  /** As users have it. */
  public static Baseline underLaw() {
    return Baseline.england(EVIDENCE);
  }

  /** Every base year that runs, oldest first. */
  public static List<FinancialYear> baseYears() {
    return Calibration.baseYears(EVIDENCE);
  }

  public static Inputs inputs(FundingRule rule) {
    return baseline().with(rule).inputs();
  }

  /**
   * The baseline without cuts of early help and with other funding streams: all its numbers but
   * those that only the new streams need, which the caller adds. Streams of the baseline keep
   * theirs.
   */
  public static InputsBuilder withStreams(List<FundingStream> streams) {
    Inputs from = inputs(FundingRule.COUNCIL_TAX);
    List<Equation> equations = new ArrayList<>();
    equations.add(EarlyHelp.keptByPolicy());
    equations.addAll(Demand.equations());
    equations.addAll(Cost.equations());
    equations.addAll(Funding.equations(streams, from.years().first()));
    return copy(from, Model.of("England, other funding", equations));
  }

  private static InputsBuilder copy(Inputs from, Model to) {
    InputsBuilder copy = Inputs.builder(to, from.years());
    to.parameters().stream()
        .filter(from.parameters()::containsKey)
        .forEach(each -> copy.parameter(each, from.distribution(each), from.origin(each)));
    to.variables()
        .forEach(
            each ->
                from.opening(each)
                    .ifPresent(value -> copy.opening(each, value, from.origin(each))));
    to.schedules().stream()
        .filter(from.model().schedules()::contains)
        .forEach(each -> copy.schedule(each, values(from, each), from.origin(each)));
    from.correlations().forEach(each -> copy.correlation(each, from.origin(each)));
    return copy;
  }

  private static Map<FinancialYear, Double> values(Inputs from, Schedule path) {
    TreeMap<FinancialYear, Double> values = new TreeMap<>();
    from.years().years().forEach(year -> values.put(year, from.schedule(path, year)));
    return values;
  }

  /** A path with the same value in every year. */
  public static Map<FinancialYear, Double> constant(Inputs inputs, double value) {
    return path(inputs, year -> value);
  }

  /** A path by the number of years since the base year. */
  public static Map<FinancialYear, Double> path(
      Inputs inputs, java.util.function.IntToDoubleFunction value) {
    TreeMap<FinancialYear, Double> values = new TreeMap<>();
    FinancialYear base = inputs.years().first();
    inputs
        .years()
        .years()
        .forEach(year -> values.put(year, value.applyAsDouble(base.yearsUntil(year))));
    return values;
  }

  /** The streams of some rules, each called after its rule. */
  public static List<FundingStream> streams(FundingRule... rules) {
    return Arrays.stream(rules)
        .map(rule -> FundingStream.of(rule.name(), "stream " + rule.label(), rule, false))
        .toList();
  }
}
