package org.fundinggap.bridge;

import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.LeverBuilder;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** Runs to build bridges between, each made when it is first asked for, without a bridge's code. */
final class GapRuns {
  static final FinancialYear BASE = FinancialYear.parse("2024-25");
  static final FinancialYear END = FinancialYear.parse("2034-35");
  static final Settings SETTINGS = Settings.of(1, 2_000);

  private static final String EVIDENCE = "looked-after";
  private static final Settings FEW = SETTINGS.withDraws(200);

  private static final Supplier<Projection> RULES =
      Suppliers.memoize(
          () ->
              run(
                  England.baseline().withEach(FundingRule.REAL_FLAT, FundingRule.CASH_FLAT),
                  SETTINGS));
  private static final Supplier<Projection> LEVERS =
      Suppliers.memoize(() -> run(pulled(levers(Distribution.fixed(-0.1))), FEW));
  private static final Supplier<Projection> CHANGED =
      Suppliers.memoize(
          () -> run(List.of(changed("plain", 1), changed("ended", 0), changed("odd", -0.1)), FEW));
  private static final Supplier<Projection> EARLIER =
      Suppliers.memoize(() -> run(List.of(earlier().with(FundingRule.REAL_FLAT)), SETTINGS));
  private static final Supplier<Projection> BARE =
      Suppliers.memoize(
          () ->
              Simulation.of(England.baseline().with(FundingRule.REAL_FLAT))
                  .keeping(Gap.STAND_STILL.cash())
                  .run(Settings.of(2, 2_000)));
  private static final Supplier<Projection> SUMMARISED =
      Suppliers.memoize(
          () ->
              run(
                  List.of(England.baseline().with(FundingRule.REAL_FLAT)),
                  Settings.of(1, 100).withMemory(0)));
  private static final Supplier<Projection> REFERRALS =
      Suppliers.memoize(
          () ->
              Simulation.of(Baseline.referrals(England.evidence(), England.baseline().years()))
                  .run(Settings.of(1, 10)));

  private GapRuns() {}

  /** Real-flat and cash-flat funding. */
  static Projection rules() {
    return RULES.get();
  }

  /** Real-flat funding, and the same with a lever on one thing each, over 200 draws. */
  static Projection levers() {
    return LEVERS.get();
  }

  /** The base year's service in homes, none of it, and a tenth paid back on top of all. */
  static Projection changedHomes() {
    return CHANGED.get();
  }

  /** From the base year 2019-20. */
  static Projection earlierBase() {
    return EARLIER.get();
  }

  /** Another seed, which kept the gap alone. */
  static Projection bare() {
    return BARE.get();
  }

  /** Histograms in place of draws. */
  static Projection summarised() {
    return SUMMARISED.get();
  }

  /** A model without cost lines. */
  static Projection referrals() {
    return REFERRALS.get();
  }

  private static Projection run(List<Scenario> scenarios, Settings settings) {
    Inputs inputs = scenarios.get(0).inputs();
    Stream<Variable> real =
        Arrays.stream(Gap.values()).map(gap -> gap.real(inputs.years().first()));
    Variable[] all =
        Stream.concat(inputs.model().variables().stream(), real)
            .distinct()
            .toArray(Variable[]::new);
    return Simulation.of(scenarios).keeping(all).run(settings);
  }

  private static Baseline earlier() {
    return Baseline.england(England.evidence(), FinancialYear.parse("2019-20"));
  }

  private static List<Lever> levers(Distribution tenth) {
    return List.of(
        lever("shared")
            .share(CostLine.HOMES, Payer.PARTNERS, Distribution.fixed(0.1), EVIDENCE)
            .cost(Payer.COUNCILS, Distribution.fixed(100), EVIDENCE)
            .build(),
        lever("cost").multiply(CostLine.HOMES.unitCost(), tenth, EVIDENCE).build(),
        lever("price").multiply(PriceIndex.FOSTERING.price(), tenth, EVIDENCE).build(),
        lever("entries").multiply(CareEntries.ENTRIES, tenth, EVIDENCE).build(),
        lever("money").shift(Funding.FUNDING, Distribution.fixed(500), EVIDENCE).build());
  }

  private static LeverBuilder lever(String name) {
    return Lever.named(name).from(BASE.plus(1));
  }

  private static List<Scenario> pulled(List<Lever> levers) {
    Scenario plain = England.baseline().with(FundingRule.REAL_FLAT);
    List<Scenario> all = new ArrayList<>(List.of(plain));
    for (Lever lever : levers) {
      all.add(plain.with(lever.name(), lever));
    }
    return all;
  }

  /** The real-flat scenario with something done to what children's homes cost. */
  private static Scenario changed(String name, double homesTimes) {
    Inputs inputs = England.baseline().with(FundingRule.REAL_FLAT).inputs();
    List<Equation> equations =
        inputs.model().equations().stream()
            .map(each -> each.id().equals("C1a.HOMES") ? times(each, homesTimes) : each)
            .toList();
    return new Scenario(name, "changed", inputs.toBuilder(Model.of("England", equations)).build());
  }

  private static Equation times(Equation equation, double times) {
    return equation.wrapping(
        formula ->
            block -> {
              formula.apply(block);
              for (int i = 0; i < block.draws(); i++) {
                block.column(CostLine.HOMES.need())[i] *= times;
              }
            });
  }
}
