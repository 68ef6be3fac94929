package org.fundinggap.search;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.Placements;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.Payer;
import org.fundinggap.policy.PolicyCatalogue;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a portfolio of England's policies costs")
class PortfolioOfMeasuresTest {
  private static final Settings SETTINGS = Settings.of(3, 200);
  private static final Scenario BASE = England.baseline().with(FundingRule.REAL_FLAT);
  private static final Statistic CHILDREN = Statistic.of(Placements.LOOKED_AFTER, year(2034));

  private static Lever office() {
    return Lever.named("office")
        .from(year(2026))
        .cost(Payer.PARTNERS, Distribution.fixed(10), EVIDENCE)
        .build();
  }

  @Test
  @DisplayName("leaves out bills that another body takes over")
  void billsAreTransfers() {
    Lever share =
        Lever.named("health pays")
            .from(year(2026))
            .share(CostLine.SAFEGUARDING, Payer.PARTNERS, Distribution.fixed(0.1), EVIDENCE)
            .build();
    Scenario both = BASE.with("both", share, office());
    Scenario alone = BASE.with("alone", office());
    Projection run = Simulation.of(BASE, both, alone).run(SETTINGS);
    Statistic own = Statistic.ownCosts(BASE.inputs().years(), Payer.PARTNERS);
    double expected = own.draws(run, alone).mean();
    assertTrue(expected > 90, "nine years of 10 million and more, was " + expected);
    assertEquals(expected, own.draws(run, both).mean(), 1e-6);
    assertEquals(0, own.draws(run, BASE).mean());
  }

  @Test
  @DisplayName("is not zero for an option under a budget, but named by the caller")
  void freeOptionsAreNamed() {
    Lever grant =
        Lever.named("grant")
            .from(year(2026))
            .shift(Funding.FUNDING, Distribution.fixed(100), EVIDENCE)
            .build();
    Portfolio portfolio = Portfolio.of(BASE, grant, office());
    assertHolds(
        refusal(() -> portfolio.budget(50).minimise(CHILDREN, SETTINGS)),
        "budget of 50.0",
        "had none: [grant]",
        "costing(...)");
    assertEquals(4, portfolio.minimise(CHILDREN, SETTINGS).choices().size());
  }

  @Test
  @DisplayName("is that of all levers of a measure, of which none is taken without the others")
  void measuresAreWhole() {
    PolicyCatalogue catalogue =
        PolicyCatalogue.of(England.evidence(), England.baseline().baseYear());
    String id = "children-first-innovation";
    assertTrue(catalogue.measure(id).levers().size() > 1);
    PortfolioResult result =
        Portfolio.ofMeasures(BASE, List.of(catalogue.measure(id))).minimise(CHILDREN, SETTINGS);
    assertEquals(List.of(List.of(), List.of(id)), options(result));
    PortfolioChoice taken =
        result.choices().stream().filter(each -> each.options().contains(id)).findFirst().get();
    assertTrue(taken.cost().value() > 100, "the programme's money, was " + taken.cost());
  }

  private static List<List<String>> options(PortfolioResult result) {
    return result.choices().stream()
        .map(PortfolioChoice::options)
        .sorted((a, b) -> Integer.compare(a.size(), b.size()))
        .toList();
  }
}
