package org.fundinggap.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.demand.Children;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Additions that read each other")
class AdditionOrderTest {
  private static final FinancialYear END = FinancialYear.parse("2034-35");
  private static final OwnLine BREAKS =
      OwnLine.each(
          "shortBreaks", "short breaks", Children.CHILDREN, Distribution.fixed(25), "own survey");
  private static final Variable ON_COST =
      Variable.money("onCost", "on-cost", Unit.GBP_MILLION, PriceBasis.cash());

  /** Their ids come before those of what they read. */
  private static final OwnLine ADMIN = OwnLine.ofColumn("admin", "administration", ON_COST);

  private static final Variable FEE =
      Variable.money("fee", "fee", Unit.GBP_MILLION, PriceBasis.cash());
  private static final OwnLine FEES = OwnLine.ofColumn("aFee", "fees", FEE);

  /** An equation that writes a multiple of what it reads. */
  private static OwnEquations times(String id, double factor, Variable read, Variable written) {
    return OwnEquations.of(
        id,
        "on-cost",
        Equation.of("on-cost " + id, factor + " times")
            .reads(read)
            .writes(written)
            .as(
                block -> {
                  double[] from = block.column(read);
                  double[] to = block.column(written);
                  for (int i = 0; i < block.draws(); i++) {
                    to[i] = factor * from[i];
                  }
                }));
  }

  private static final OwnEquations OF_BREAKS = times("b", 0.12, BREAKS.need(), ON_COST);
  private static final OwnEquations TWICE = times("a", 2, ADMIN.need(), FEE);

  private static Scenario with(Addition first, Addition... more) {
    return England.baseline().with(FundingRule.REAL_FLAT).with("own", first, more);
  }

  @Test
  @DisplayName("are worked out in the order in which they need each other, however given and named")
  void chain() {
    Scenario scenario = with(FEES, TWICE, ADMIN, OF_BREAKS, BREAKS);
    Projection run = Simulation.of(scenario).run(Settings.of(1, 50));
    double[] breaks = run.outcome("own", BREAKS.need()).in(END).values();
    double[] admin = run.outcome("own", ADMIN.need()).in(END).values();
    double[] fees = run.outcome("own", FEES.need()).in(END).values();
    for (int i = 0; i < breaks.length; i++) {
      assertEquals(0.12 * breaks[i], admin[i], 1e-12 * admin[i]);
      assertEquals(2 * admin[i], fees[i], 1e-12 * fees[i]);
    }
    Scenario inOrder = with(BREAKS, OF_BREAKS, ADMIN, TWICE, FEES);
    assertEquals(Simulation.of(inOrder).run(Settings.of(1, 50)).digest(), run.digest());
  }

  @Test
  @DisplayName("in a circle are refused with their equations")
  void circle() {
    List<String> problems =
        assertThrows(
                InvalidInputException.class,
                () -> with(times("b", 0.12, FEES.need(), ON_COST), ADMIN, TWICE, FEES))
            .problems();
    assertTrue(
        problems.stream()
            .anyMatch(each -> each.contains("cycle among O1.aFee, O1.admin, on-cost a, on-cost b")),
        problems::toString);
  }
}
