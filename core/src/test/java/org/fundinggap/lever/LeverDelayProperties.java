package org.fundinggap.lever;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.fundinggap.Seeded;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.SocialWorkCost;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;

/** The same lever later is the one that is built with later years. */
@Seeded
@Tag("medium")
class LeverDelayProperties {
  private static final String EVIDENCE = "spend-gross";
  private static final Scenario ENGLAND = England.baseline().with(FundingRule.REAL_FLAT);
  private static final FinancialYear START = FinancialYear.parse("2026-27");

  private static Lever lever(FinancialYear start, int ramp, int lag) {
    return Lever.named("many changes")
        .from(start)
        .through(start.plus(3))
        .ramp(ramp)
        .lag(lag)
        .coverage(Map.of(start, 0.3, start.plus(1), 0.7))
        .multiply(ChildrenInNeed.STARTED, Distribution.uniform(-0.2, 0), EVIDENCE)
        .shift(Funding.FUNDING, Distribution.zeroOr(0.5, Distribution.uniform(50, 90)), EVIDENCE)
        .cap(SocialWorkCost.AGENCY_PREMIUM, Distribution.uniform(3_000, 9_000), EVIDENCE)
        .set(CostLine.OTHER.policy(), Map.of(start, 0.8, start.plus(1), 1.1), EVIDENCE)
        .set(
            FundingStream.transformation().schedule(),
            Map.of(start, 40.0, start.plus(2), 90.0),
            PriceBasis.cash(),
            EVIDENCE)
        .share(CostLine.HOMES, Payer.GOVERNMENT, Distribution.uniform(0, 0.2), EVIDENCE)
        .cost(Payer.COUNCILS, Distribution.uniform(10, 40), EVIDENCE)
        .build();
  }

  @Property(tries = 12)
  void delayedLeverHasTheBitsOfOneBuiltLater(
      @ForAll long seed,
      @ForAll @IntRange(min = -1, max = 4) int years,
      @ForAll @IntRange(max = 2) int ramp,
      @ForAll @IntRange(max = 2) int lag) {
    Lever delayed = lever(START, ramp, lag).delayed(years);
    Lever built = lever(START.plus(years), ramp, lag);
    assertEquals(built.timetable(), delayed.timetable());
    Projection expected = LeverRuns.alone(ENGLAND.with(built), seed, 30);
    Projection actual = LeverRuns.alone(ENGLAND.with(delayed), seed, 30);
    LeverRuns.assertSame(expected, actual);
    LeverRuns.assertSame(actual, expected);
    assertEquals(delayed.toString(), built.toString());
    if (years != 0) {
      Projection atFirst = LeverRuns.alone(ENGLAND.with(lever(START, ramp, lag)), seed, 30);
      assertNotEquals(atFirst.digest(), actual.digest());
    }
  }
}
