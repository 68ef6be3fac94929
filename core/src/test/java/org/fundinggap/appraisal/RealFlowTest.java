package org.fundinggap.appraisal;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.funding.Funding;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.DiscountSchedule;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A flow in real terms")
class RealFlowTest {
  private static final Variable REAL = money("real", PriceBasis.real(year(2024)));
  private static final Variable OLD = money("old", PriceBasis.real(year(2022)));
  private static final Variable POUNDS =
      Variable.money("pounds", "pounds", Unit.GBP, PriceBasis.cash());
  private static final DiscountSchedule QUARTER = DiscountSchedule.of("quarter", Map.of(1, 0.25));

  private static Variable money(String name, PriceBasis basis) {
    return Variable.money(name, name, Unit.GBP_MILLION, basis);
  }

  private static final Projection RUN =
      Simulation.of(
              Ledger.of("a", 3)
                  .with(REAL, 10, 20, 30)
                  .withLuck(REAL, 0, 1, 2)
                  .with(OLD, 1, 1, 1)
                  .with(POUNDS, 1, 1, 1)
                  .with(Cost.SPENDING, 10, 30, 60)
                  .with(Inflation.DEFLATOR, 1, 1, 2)
                  .withLuck(Inflation.DEFLATOR, 0, 0.01, 0.02)
                  .build(),
              Ledger.of("b", 3).build(),
              Ledger.of("short", 2).build())
          .run(Settings.of(1, 100));

  private static Outcome of(Variable variable) {
    return RUN.outcome("a", variable);
  }

  private static double[] draws(RealFlow flow, FinancialYear year) {
    return flow.in(year).values();
  }

  @Test
  @DisplayName("is a real variable as it stands, or cash by the deflator of each draw")
  void made() {
    RealFlow real = RealFlow.of(of(REAL));
    assertEquals("real", real.name());
    assertEquals(PriceBasis.real(year(2024)), real.basis());
    assertArrayEquals(of(REAL).in(year(2026)).values(), draws(real, year(2026)));
    RealFlow deflated = RealFlow.deflated(of(Cost.SPENDING), of(Inflation.DEFLATOR));
    double[] prices = of(Inflation.DEFLATOR).in(year(2026)).values();
    for (int i = 0; i < prices.length; i++) {
      assertEquals(60 / prices[i], draws(deflated, year(2026))[i]);
    }
  }

  @Test
  @DisplayName("comes in prices of any year of its run, by the deflator of each draw")
  void pricesOfAYear() {
    RealFlow flow = RealFlow.inPricesOf(year(2025), RUN, "a", Cost.SPENDING);
    assertEquals(PriceBasis.real(year(2025)), flow.basis());
    double[] then = of(Inflation.DEFLATOR).in(year(2025)).values();
    double[] prices = of(Inflation.DEFLATOR).in(year(2026)).values();
    for (int i = 0; i < prices.length; i++) {
      assertEquals(60 / prices[i] * then[i], draws(flow, year(2026))[i], 1e-12);
    }
    RealFlow base = RealFlow.inPricesOf(year(2024), RUN, "a", Cost.SPENDING);
    RealFlow deflated = RealFlow.deflated(of(Cost.SPENDING), of(Inflation.DEFLATOR));
    assertArrayEquals(draws(deflated, year(2026)), draws(base, year(2026)));
  }

  @Test
  @DisplayName("adds, subtracts, multiplies and discounts draw by draw")
  void arithmetic() {
    RealFlow flow = RealFlow.of(of(REAL));
    double[] luck = RUN.draws("a", Ledger.LUCK).values();
    RealFlow threefold = flow.plus(flow).plus(flow).minus(flow.times(0.5)).named("2.5 times");
    assertEquals("2.5 times", threefold.name());
    double[] worth = threefold.presentValue(QUARTER).values();
    double[] early = threefold.cumulative(QUARTER).in(year(2025)).values();
    for (int i = 0; i < luck.length; i++) {
      double second = 2.5 * 0.8 * (20 + luck[i]);
      assertEquals(25 + second, early[i], 1e-12);
      assertEquals(25 + second + 2.5 * 0.64 * (30 + 2 * luck[i]), worth[i], 1e-12);
    }
    assertHolds(flow.toString(), "real (GBP million, real 2024-25)", "2026-27", "MC s.e.");
  }

  @Test
  @DisplayName("refuses cash, prices of another year, what is no money, and says what to do")
  void basesAreChecked() {
    assertHolds(
        refusal(() -> RealFlow.of(of(Cost.SPENDING))),
        "price basis of spending",
        "real 2024-25",
        "was cash",
        "deflated");
    assertHolds(refusal(() -> RealFlow.of(of(OLD))), "price basis of old", "was real 2022-23");
    assertHolds(
        refusal(() -> RealFlow.deflated(of(REAL), of(Inflation.DEFLATOR))),
        "price basis of real must be cash",
        "was real 2024-25",
        "RealFlow.of");
    assertHolds(refusal(() -> RealFlow.of(of(POUNDS))), "unit of pounds", "GBP million");
    assertHolds(refusal(() -> RealFlow.of(of(Inflation.DEFLATOR))), "unit of deflator", "index");
  }

  @Test
  @DisplayName("refuses deflators that are none or of another scenario, and other years")
  void deflatorsAreChecked() {
    assertHolds(
        refusal(() -> RealFlow.deflated(of(Cost.SPENDING), of(Funding.FUNDING))),
        "index",
        "was funding");
    assertHolds(
        refusal(() -> RealFlow.deflated(of(Cost.SPENDING), RUN.outcome("b", Inflation.DEFLATOR))),
        "scenario a",
        "was of b");
    RealFlow three = RealFlow.of(of(REAL));
    RealFlow two =
        RealFlow.deflated(
            RUN.outcome("short", Cost.SPENDING), RUN.outcome("short", Inflation.DEFLATOR));
    assertHolds(refusal(() -> three.plus(two)), "years of spending", "2025-26");
    assertHolds(refusal(() -> three.times(Double.NaN)), "factor", "NaN");
    assertHolds(refusal(() -> three.named(" ")), "name", "blank");
    assertHolds(refusal(() -> three.in(year(2030))), "2030-31");
  }

  @Test
  @DisplayName("refuses a deflator of another run or other years, and prices of nil")
  void deflatorsOfOtherRuns() {
    Outcome cash = of(Cost.SPENDING);
    Settings other = Settings.of(2, 100);
    Projection again = Simulation.of(Ledger.of("a", 3).build()).run(other);
    assertHolds(
        refusal(() -> RealFlow.deflated(cash, again.outcome("a", Inflation.DEFLATOR))),
        "deflator must be of the run that spending is of",
        "deflate each draw by its own prices");
    Projection shorter = Simulation.of(Ledger.of("a", 2).build()).run(Settings.of(1, 100));
    assertHolds(
        refusal(() -> RealFlow.deflated(cash, shorter.outcome("a", Inflation.DEFLATOR))),
        "2024-25 to 2026-27, was of a, 2024-25 to 2025-26");
    Ledger free = Ledger.of("free", 3).with(Inflation.DEFLATOR, 1, 1, 0);
    Projection nil = Simulation.of(free.build()).run(other);
    assertHolds(
        refusal(
            () ->
                RealFlow.deflated(
                    nil.outcome("free", Cost.SPENDING), nil.outcome("free", Inflation.DEFLATOR))),
        "deflator of scenario free in 2026-27, each draw, must be above 0, was 0.0");
  }
}
