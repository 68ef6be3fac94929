package org.fundinggap;

import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.fundinggap.appraisal.Appraiser;
import org.fundinggap.appraisal.OptimismBias;
import org.fundinggap.appraisal.ScenarioPair;
import org.fundinggap.chart.FanChart;
import org.fundinggap.cost.Cost;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.LeverBuilder;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Option;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.policy.PolicyCatalogue;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.DiscountSchedule;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Money;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.report.Table;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.search.GoalSeek;
import org.fundinggap.search.Statistic;
import org.fundinggap.search.SwitchingSearch;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** Something of many types, to call with; of builders a new one each time. */
final class NullSamples {
  private static final String EVIDENCE = "spend-gross";
  private static final EvidenceBase REGISTER = EvidenceBase.load();
  private static final Baseline BASELINE = Baseline.england(REGISTER);
  private static final FinancialYear BASE = BASELINE.baseYear();
  private static final Scenario SCENARIO =
      BASELINE.to(BASE.plus(2)).withoutCurrentLaw().with(FundingRule.REAL_FLAT);
  private static final Distribution TENTH = Distribution.fixed(0.1);
  private static final Settings SETTINGS = Settings.of(1, 2);
  private static final Projection RUN = Simulation.of(SCENARIO).keeping(Cost.NEED).run(SETTINGS);

  private static final Map<Class<?>, Supplier<?>> SAMPLES =
      Map.ofEntries(
          Map.entry(String.class, () -> "x"),
          Map.entry(EvidenceBase.class, () -> REGISTER),
          Map.entry(Baseline.class, () -> BASELINE),
          Map.entry(Scenario.class, () -> SCENARIO),
          Map.entry(Option.class, () -> SCENARIO),
          Map.entry(Inputs.class, SCENARIO::inputs),
          Map.entry(Model.class, () -> SCENARIO.inputs().model()),
          Map.entry(Settings.class, () -> SETTINGS),
          Map.entry(Projection.class, () -> RUN),
          Map.entry(FinancialYear.class, () -> BASE),
          Map.entry(YearRange.class, () -> YearRange.inclusive(BASE, BASE.plus(2))),
          Map.entry(Distribution.class, () -> TENTH),
          Map.entry(Variable.class, () -> Cost.NEED),
          Map.entry(Quantity.class, () -> Cost.NEED),
          Map.entry(Parameter.class, () -> Cost.SCOPE),
          Map.entry(Origin.class, () -> Origin.given(EVIDENCE)),
          Map.entry(Unit.class, () -> Unit.SHARE),
          Map.entry(Money.class, () -> Money.ofMillions(1, PriceBasis.cash())),
          Map.entry(PriceBasis.class, PriceBasis::cash),
          Map.entry(Deflator.class, BASELINE::deflator),
          Map.entry(DiscountSchedule.class, () -> DiscountSchedule.of("d", Map.of(1, 0.03))),
          Map.entry(FundingPlan.class, () -> FundingPlan.HEADLINE),
          Map.entry(LeverBuilder.class, () -> Lever.named("x")),
          Map.entry(
              Lever.class,
              () -> Lever.named("x").from(BASE).multiply(Referrals.RATE, TENTH, "e").build()),
          Map.entry(OptimismBias.class, OptimismBias::none),
          Map.entry(
              Appraiser.class,
              () -> Appraiser.of(DiscountSchedule.of("d", Map.of(1, 0.03)), OptimismBias.none())),
          Map.entry(ScenarioPair.class, () -> new ScenarioPair(SCENARIO, SCENARIO.named("other"))),
          Map.entry(GoalSeek.class, () -> GoalSeek.between(0, 1, x -> SCENARIO)),
          Map.entry(
              SwitchingSearch.class,
              () -> SwitchingSearch.of("n", x -> new ScenarioPair(SCENARIO, SCENARIO.named("o")))),
          Map.entry(Statistic.class, () -> Statistic.of(Cost.NEED, BASE)),
          Map.entry(PolicyCatalogue.class, () -> PolicyCatalogue.of(REGISTER, BASE)),
          Map.entry(Table.class, () -> Table.builder("t", "c").left("a").build()),
          Map.entry(Table.Builder.class, () -> Table.builder("t", "c")),
          Map.entry(FanChart.Builder.class, () -> FanChart.builder("t", "u")),
          Map.entry(LocalDate.class, () -> LocalDate.of(2026, 1, 1)),
          Map.entry(List.class, List::of),
          Map.entry(Set.class, Set::of),
          Map.entry(Map.class, TreeMap::new),
          Map.entry(Optional.class, Optional::empty),
          Map.entry(OptionalDouble.class, OptionalDouble::empty),
          Map.entry(int.class, () -> 1),
          Map.entry(long.class, () -> 1L),
          Map.entry(double.class, () -> 0.5),
          Map.entry(boolean.class, () -> false));

  private NullSamples() {}

  /** One of a type; empty if there is no sample of it. */
  static Optional<Object> of(Class<?> type) {
    Supplier<?> sample = SAMPLES.get(type);
    if (sample != null) {
      return Optional.of(sample.get());
    }
    if (type.isEnum()) {
      return Optional.of(type.getEnumConstants()[0]);
    }
    if (type.isArray()) {
      return Optional.of(Array.newInstance(type.getComponentType(), 0));
    }
    boolean isFunction =
        type.isInterface() && type.getPackageName().startsWith("java.util.function");
    return isFunction
        ? Optional.of(
            Proxy.newProxyInstance(
                NullSamples.class.getClassLoader(), new Class<?>[] {type}, (p, m, a) -> null))
        : Optional.empty();
  }
}
