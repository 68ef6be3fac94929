package org.fundinggap.lever;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.fundinggap.Seeded;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;

/** Nothing that levers move, share or pay is lost or made on the way. */
@Seeded
@Tag("medium")
class LeverConservationProperties {
  private static final String EVIDENCE = "spend-gross";
  private static final int DRAWS = 60;
  private static final Variable ENTRIES = CareEntries.ENTRIES;
  private static final Variable ASYLUM = CareEntries.ASYLUM_ENTRIES;
  private static final Scenario ENGLAND = England.baseline().with(FundingRule.COUNCIL_TAX);

  private static LeverBuilder lever(String name, Random random) {
    FinancialYear start = ENGLAND.inputs().years().first().plus(1 + random.nextInt(3));
    return Lever.named(name)
        .from(start)
        .ramp(random.nextInt(3))
        .lag(random.nextInt(2))
        .coverage(0.1 + 0.9 * random.nextDouble());
  }

  private static double[] each(IntToDoubleFunction value) {
    double[] all = new double[DRAWS];
    Arrays.setAll(all, value);
    return all;
  }

  private static double[] each(double[] a, double[] b, DoubleBinaryOperator of) {
    return each(i -> of.applyAsDouble(a[i], b[i]));
  }

  /** To a share of the greatest number that goes into either. */
  private static void assertEqual(double[] expected, double[] actual, double size, String what) {
    for (int i = 0; i < DRAWS; i++) {
      assertEquals(expected[i], actual[i], 1e-12 * size, what);
    }
  }

  private static double greatest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElseThrow();
  }

  @Property(tries = 12)
  void whatLeavesTheSourceOfAMoveArrives(@ForAll long seed) {
    Random random = new Random(seed);
    List<Placement> states = Arrays.asList(Placement.values());
    Placement from = states.get(random.nextInt(3));
    Placement to = states.get(3 + random.nextInt(3));
    Distribution share = Distribution.uniform(0.01, 0.3);
    Lever[] levers = {
      lever("b", random).move(ENTRIES, ASYLUM, share, EVIDENCE).build(),
      lever("a", random).move(ENTRIES, ASYLUM, share, EVIDENCE).build(),
      lever("c", random).move(from.entryShare(), to.entryShare(), share, EVIDENCE).build(),
    };
    Projection run = LeverRuns.alone(ENGLAND.with("moves", levers), seed, DRAWS);
    for (FinancialYear year : LeverRuns.years(run)) {
      checkMove(run, ENTRIES, ASYLUM, year);
      checkMove(run, from.entryShare(), to.entryShare(), year);
    }
  }

  private static void checkMove(Projection run, Quantity from, Quantity to, FinancialYear year) {
    double[] left = each(before(run, from, year), after(run, from, year), (x, y) -> x - y);
    double[] arrived = each(after(run, to, year), before(run, to, year), (x, y) -> x - y);
    double size = greatest(before(run, from, year)) + greatest(before(run, to, year));
    assertEqual(left, arrived, size, from.name() + " to " + to.name() + " in " + year);
  }

  private static double[] before(Projection run, Quantity quantity, FinancialYear year) {
    return quantity instanceof Variable variable
        ? LeverRuns.own(run, variable, year)
        : run.draws(run.scenarios().get(0).name(), (Parameter) quantity).values();
  }

  private static double[] after(Projection run, Quantity quantity, FinancialYear year) {
    return quantity instanceof Variable variable
        ? LeverRuns.values(run, variable, year)
        : LeverRuns.values(run, LeverRuns.effective((Parameter) quantity, run), year);
  }

  @Property(tries = 8)
  void lineAndWhatOthersTakeOverMakeTheLineWithoutThem(@ForAll long seed) {
    Random random = new Random(seed);
    CostLine line = LeverSizes.OF_DEMAND.get(random.nextInt(LeverSizes.OF_DEMAND.size()));
    Distribution share = Distribution.uniform(0, 0.4);
    Lever[] levers = {
      lever("b", random).share(line, Payer.GOVERNMENT, share, EVIDENCE).build(),
      lever("a", random).share(line, Payer.GOVERNMENT, share, EVIDENCE).build(),
      lever("c", random).share(line, Payer.PARTNERS, share, EVIDENCE).build(),
    };
    Projection run = LeverRuns.alone(ENGLAND.with("shares", levers), seed, DRAWS);
    Projection without = LeverRuns.alone(ENGLAND, seed, DRAWS);
    for (FinancialYear year : LeverRuns.years(run)) {
      double[] whole = LeverRuns.values(without, line.need(), year);
      double[] left = LeverRuns.values(run, line.need(), year);
      double[] one = LeverRuns.values(run, Share.taken(line.need(), Payer.GOVERNMENT), year);
      double[] other = LeverRuns.values(run, Share.taken(line.need(), Payer.PARTNERS), year);
      double[] all = each(i -> left[i] + one[i] + other[i]);
      assertEqual(whole, all, greatest(whole), line + " in " + year);
      double[] paid =
          each(i -> paid(run, Payer.GOVERNMENT, year)[i] + paid(run, Payer.PARTNERS, year)[i]);
      double[] relieved =
          each(
              LeverRuns.values(without, Cost.NEED, year),
              LeverRuns.values(run, Cost.NEED, year),
              (x, y) -> x - y);
      double size = greatest(LeverRuns.values(without, Cost.NEED, year));
      assertEqual(relieved, paid, size, "net of " + line + " in " + year);
      assertArrayEquals(
          paid(run, Payer.PARTNERS, year),
          LeverRuns.values(run, Payer.PARTNERS.takenOver(), year),
          "partners pay nothing else");
    }
  }

  private static double[] paid(Projection run, Payer payer, FinancialYear year) {
    return LeverRuns.values(run, payer.cost(), year);
  }

  @Property(tries = 8)
  void needAndSpendingRiseByJustWhatCouncilsPay(@ForAll long seed) {
    Random random = new Random(seed);
    Distribution each = Distribution.uniform(-20, 60);
    Lever[] levers = {
      lever("b", random).cost(Payer.COUNCILS, Distribution.uniform(-9, 30), EVIDENCE).build(),
      lever("a", random).costEach(Payer.COUNCILS, ChildrenInNeed.AVERAGE, each, EVIDENCE).build(),
      lever("c", random).cost(Payer.PARTNERS, Distribution.uniform(1, 3), EVIDENCE).build(),
    };
    Projection run = LeverRuns.alone(ENGLAND.with("costs", levers), seed, DRAWS);
    Projection without = LeverRuns.alone(ENGLAND, seed, DRAWS);
    for (FinancialYear year : LeverRuns.years(run)) {
      for (Variable total : List.of(Cost.NEED, Cost.SPENDING)) {
        assertArrayEquals(
            each(LeverRuns.own(run, total, year), paid(run, Payer.COUNCILS, year), Double::sum),
            LeverRuns.values(run, total, year));
        assertArrayEquals(LeverRuns.values(without, total, year), LeverRuns.own(run, total, year));
      }
    }
  }

  @Property(tries = 8)
  void fundingRisesByTheRealAmount(@ForAll long seed) {
    Random random = new Random(seed);
    Lever lever =
        lever("money", random)
            .shift(Funding.FUNDING, Distribution.uniform(-100, 900), EVIDENCE)
            .build();
    Scenario withLevers = ENGLAND.with(lever);
    Projection run = LeverRuns.alone(withLevers, seed, DRAWS);
    double[] amount =
        run.draws(withLevers.name(), lever.changes().get(0).size().orElseThrow().parameter())
            .values();
    for (FinancialYear year : LeverRuns.years(run)) {
      double[] before = LeverRuns.own(run, Funding.FUNDING, year);
      double[] after = LeverRuns.values(run, Funding.FUNDING, year);
      double[] deflator = LeverRuns.values(run, Inflation.DEFLATOR, year);
      double strength = lever.timetable().effect(year);
      assertEqual(
          each(i -> strength * amount[i]),
          each(i -> (after[i] - before[i]) / deflator[i]),
          greatest(after),
          "funding in " + year);
    }
  }
}
