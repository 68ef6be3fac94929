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

  private static final OwnLine FEES =
      OwnLine.each("fees", "fees", ADMIN.need(), Distribution.fixed(2e6), "twice of it");

  private static OwnEquations onCost(Variable read) {
    return OwnEquations.of(
        "a",
        "on-cost",
        Equation.of("A", "12% on top")
            .reads(read)
            .writes(ON_COST)
            .as(
                block -> {
                  double[] from = block.column(read);
                  double[] to = block.column(ON_COST);
                  for (int i = 0; i < block.draws(); i++) {
                    to[i] = 0.12 * from[i];
                  }
                }));
  }

  private static Scenario with(Addition first, Addition... more) {
    return England.baseline().with(FundingRule.REAL_FLAT).with("own", first, more);
  }

  @Test
  @DisplayName("are worked out in the order in which they need each other, however given and named")
  void chain() {
    Scenario scenario = with(FEES, ADMIN, onCost(BREAKS.need()), BREAKS);
    Projection run = Simulation.of(scenario).run(Settings.of(1, 50));
    double[] breaks = run.outcome("own", BREAKS.need()).in(END).values();
    double[] admin = run.outcome("own", ADMIN.need()).in(END).values();
    double[] fees = run.outcome("own", FEES.need()).in(END).values();
    double[] price = run.outcome("own", FEES.price().orElseThrow()).in(END).values();
    for (int i = 0; i < breaks.length; i++) {
      assertEquals(0.12 * breaks[i], admin[i], 1e-12 * admin[i]);
      assertEquals(2 * admin[i] * price[i], fees[i], 1e-12 * fees[i]);
    }
    Scenario inOrder = with(BREAKS, onCost(BREAKS.need()), ADMIN, FEES);
    assertEquals(Simulation.of(inOrder).run(Settings.of(1, 50)).digest(), run.digest());
  }

  @Test
  @DisplayName("in a circle are refused with their equations")
  void circle() {
    List<String> problems =
        assertThrows(InvalidInputException.class, () -> with(onCost(FEES.need()), ADMIN, FEES))
            .problems();
    assertTrue(
        problems.stream().anyMatch(each -> each.contains("cycle among A, O1.admin, O1.fees")),
        problems::toString);
  }
}
