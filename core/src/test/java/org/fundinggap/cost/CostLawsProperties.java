package org.fundinggap.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import org.fundinggap.Seeded;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.demand.Placements;
import org.fundinggap.funding.EarlyHelpCuts;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Unit;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.TracedRun;

/** Laws of cost, on the calibrated baseline with numbers changed. */
@Seeded
@Tag("medium")
class CostLawsProperties {
  private static final String EVIDENCE = "spend-gross";
  private static final int DRAWS = 3;

  private final Inputs baseline = England.inputs(FundingRule.CASH_FLAT);

  /** Without ring-fenced grants: what they buy of early help would fall as prices rise. */
  private static final Inputs UNTIED =
      England.withStreams(
              List.of(FundingStream.core(FundingRule.CASH_FLAT), FundingStream.asylum()))
          .build();

  private static final Set<Variable> IN_PRICES = inPrices();

  private static Set<Variable> inPrices() {
    Set<Variable> costs = new HashSet<>(Set.of(Cost.GROSS_NEED, Cost.GROSS_SPENDING));
    costs.addAll(Set.of(Cost.NEED, Cost.SPENDING, Cost.RESTORATION));
    for (CostLine line : CostLine.values()) {
      costs.add(line.need());
      costs.add(line.spending());
    }
    return costs;
  }

  /** Unit costs, the premium of agency workers and the cost of replacing a leaver. */
  private static boolean isPrice(Parameter parameter) {
    return parameter.unit() == Unit.GBP_PER_WEEK
        || parameter.equals(SocialWorkCost.AGENCY_PREMIUM)
        || parameter.equals(SocialWorkCost.CHURN_COST);
  }

  private static TracedRun dearer(double factor, long seed) {
    return TracedRun.of(
        UNTIED, DRAWS, seed, (each, drawn) -> isPrice(each) ? factor * drawn : drawn);
  }

  @Property(tries = 20)
  void needIsProportionalToPrices(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.1, max = 3) double factor) {
    TracedRun before = TracedRun.of(UNTIED, DRAWS, seed);
    TracedRun after = dearer(factor, seed);
    for (FinancialYear year : UNTIED.years().years()) {
      for (int draw = 0; draw < DRAWS; draw++) {
        for (Variable cost : IN_PRICES) {
          double expected = factor * before.at(cost, year, draw);
          double found = after.at(cost, year, draw);
          assertEquals(expected, found, 1e-12 * Math.abs(expected), cost.name());
        }
      }
    }
  }

  @Property(tries = 5)
  void doubledPricesDoubleEveryCostToTheBit_andMoveNoChild(@ForAll long seed) {
    assertDoubled(TracedRun.of(UNTIED, DRAWS, seed), dearer(2, seed));
  }

  @Property(tries = 5)
  void doubledPriceIndicesDoubleEveryCostToTheBit(@ForAll long seed) {
    InputsBuilder inputs = UNTIED.toBuilder();
    for (PriceIndex index : PriceIndex.values()) {
      inputs.opening(index.price(), 2, EVIDENCE);
    }
    assertDoubled(TracedRun.of(UNTIED, DRAWS, seed), TracedRun.of(inputs.build(), DRAWS, seed));
  }

  private static void assertDoubled(TracedRun before, TracedRun after) {
    for (FinancialYear year : UNTIED.years().years()) {
      for (int draw = 0; draw < DRAWS; draw++) {
        for (Variable cost : IN_PRICES) {
          assertEquals(2 * before.at(cost, year, draw), after.at(cost, year, draw), cost.name());
        }
        for (Variable same :
            List.of(SocialWorkCost.INTENSITY, EarlyHelp.LEVEL, Placements.LOOKED_AFTER)) {
          assertEquals(before.at(same, year, draw), after.at(same, year, draw), same.name());
        }
      }
    }
  }

  /** The drawn value of everything that is in pounds, doubled; all else as it was drawn. */
  private static double inHalfPounds(Parameter parameter, double drawn) {
    return parameter.unit().isMoney() ? 2 * drawn : drawn;
  }

  @Property(tries = 10)
  void everythingInPoundsDoubles_whenCountedInHalfPounds(@ForAll long seed) {
    for (FundingRule rule : List.of(FundingRule.COUNCIL_TAX, FundingRule.FOLLOWS_OUTTURN)) {
      Inputs pounds = England.baseline().withEarlyHelpCuts().with(rule).inputs();
      InputsBuilder halfPounds = pounds.toBuilder();
      for (Variable variable : pounds.model().variables()) {
        if (variable.unit().isMoney()) {
          pounds
              .opening(variable)
              .ifPresent(value -> halfPounds.opening(variable, 2 * value, EVIDENCE));
        }
      }
      for (Schedule path : pounds.model().schedules()) {
        if (path.unit().isMoney()) {
          FinancialYear base = pounds.years().first();
          halfPounds.schedule(
              path, England.path(pounds, i -> 2 * pounds.schedule(path, base.plus(i))), EVIDENCE);
        }
      }
      TracedRun before = TracedRun.of(pounds, DRAWS, seed);
      TracedRun after =
          TracedRun.of(halfPounds.build(), DRAWS, seed, CostLawsProperties::inHalfPounds);
      for (Variable variable : pounds.model().variables()) {
        double factor = variable.unit().isMoney() ? 2 : 1;
        for (FinancialYear year : pounds.years().years()) {
          double expected = factor * before.at(variable, year, DRAWS - 1);
          assertEquals(expected, after.at(variable, year, DRAWS - 1), variable.name());
        }
      }
    }
  }

  /** Early help without effect: a dearer line of it weighs more among the three. */
  private static TracedRun.Change withoutEffects(TracedRun.Change change) {
    return (each, drawn) ->
        each.equals(EarlyHelp.ELASTICITY_NEED) || each.equals(EarlyHelp.ELASTICITY_ENTRIES)
            ? 0
            : change.of(each, drawn);
  }

  @Property(tries = 20)
  void needRisesWithTheUnitCostOfItsLineAlone(
      @ForAll long seed,
      @ForAll CostLine dearer,
      @ForAll @DoubleRange(min = 0.01, max = 1) double rise) {
    TracedRun before = TracedRun.of(baseline, DRAWS, seed, withoutEffects((each, drawn) -> drawn));
    TracedRun after =
        TracedRun.of(
            baseline,
            DRAWS,
            seed,
            withoutEffects(
                (each, drawn) -> each.equals(dearer.unitCost()) ? drawn * (1 + rise) : drawn));
    for (FinancialYear year : baseline.years().years()) {
      for (int draw = 0; draw < DRAWS; draw++) {
        assertTrue(after.at(Cost.NEED, year, draw) > before.at(Cost.NEED, year, draw));
        for (CostLine line : CostLine.values()) {
          double change = after.at(line.need(), year, draw) - before.at(line.need(), year, draw);
          assertTrue(line == dearer ? change > 0 : change == 0, line.id());
        }
      }
    }
  }

  @Property(tries = 10)
  void totalIsTheSumOfLines(@ForAll long seed) {
    TracedRun run = TracedRun.of(baseline, DRAWS, seed);
    for (FinancialYear year : baseline.years().years()) {
      double sum = 0;
      double spent = 0;
      for (CostLine line : CostLine.values()) {
        sum += run.at(line.need(), year);
        spent += run.at(line.spending(), year);
      }
      assertEquals(sum, run.at(Cost.GROSS_NEED, year), 1e-12 * sum);
      assertEquals(spent, run.at(Cost.GROSS_SPENDING, year), 1e-12 * spent);
    }
  }

  @Property(tries = 10)
  void dutiesAreSpentInFull_andPolicyAndCutsMoveBlockLinesAlone(@ForAll long seed) {
    Inputs cut = England.baseline().withEarlyHelpCuts().with(FundingRule.CASH_FLAT).inputs();
    TracedRun run =
        TracedRun.of(
            cut,
            DRAWS,
            seed,
            (each, drawn) -> {
              // A gap that in every draw is beyond the base year's, so that something is cut.
              double share = each.equals(EarlyHelpCuts.GAP_SHARE) ? 0.4 : drawn;
              return each.equals(EarlyHelpCuts.GAP_AT_BASE) ? -10_000 : share;
            });
    FinancialYear last = baseline.years().last();
    assertTrue(run.at(EarlyHelp.KEPT, last) < 1);
    for (CostLine line : CostLine.values()) {
      double need = run.at(line.need(), last);
      double spent = run.at(line.spending(), last);
      if (line.isEarlyHelp()) {
        double kept = run.at(line.policy(), last) * run.at(EarlyHelp.KEPT, last);
        assertEquals(need * kept, spent, 1e-12 * need);
      } else if (line.isBlock()) {
        assertEquals(need * run.at(line.policy(), last), spent, 1e-12 * need);
      } else {
        assertEquals(need, spent);
      }
    }
  }

  @Property(tries = 10)
  void shocksToPolicyMoveSpendingOfTheirLine_andNoNeed(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 0.3) double spread) {
    for (CostLine shaken : List.of(CostLine.YOUTH_JUSTICE, CostLine.OTHER)) {
      TracedRun still = shaken(shaken, 0, seed);
      TracedRun moved = shaken(shaken, spread, seed);
      for (FinancialYear year : baseline.years().years().subList(1, 4)) {
        for (int draw = 0; draw < DRAWS; draw++) {
          assertEquals(still.at(Cost.NEED, year, draw), moved.at(Cost.NEED, year, draw));
          for (CostLine line : CostLine.values()) {
            double before = still.at(line.spending(), year, draw);
            double after = moved.at(line.spending(), year, draw);
            assertEquals(line == shaken, before != after, line.id());
          }
        }
      }
    }
  }

  private TracedRun shaken(CostLine line, double spread, long seed) {
    return TracedRun.of(
        baseline, DRAWS, seed, (each, drawn) -> each.equals(line.policySpread()) ? spread : drawn);
  }
}
