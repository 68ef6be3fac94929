package org.fundinggap.cost;

import static org.fundinggap.cost.SmallCost.assertPath;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.model.Block;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.TracedRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Cost over three years of given demand, by hand")
class CostByHandTest {
  private static final FinancialYear BASE = SmallCost.BASE;

  @Test
  @DisplayName("need is volume, unit cost, weeks, what these leave unexplained, and price")
  void needOfALine() {
    SmallCost cost =
        new SmallCost()
            .with(CostLine.HOMES.stockToAverage(), 1.25)
            .with(CostLine.HOMES.unitCost(), 5_000)
            .with(CostLine.HOMES.reconciliation(), 0.2)
            .inflation(0.5, 0.02, 0.05);
    // 100 x 1.25 x 5,000 x 52 is 32.5 million, a fifth more 39; then 110 and 80 children.
    double[] need = {39, 39 * 1.1 * 1.02, 39 * 0.8 * 1.02 * 1.05};
    TracedRun run = cost.run();
    assertPath(run, CostLine.HOMES.need(), need);
    assertPath(run, CostLine.HOMES.spending(), need);
    assertPath(run, Cost.GROSS_NEED, need);
    assertPath(run, Cost.NEED, need);
    assertPath(run, CostLine.FOSTERING.need(), 0, 0, 0);
  }

  @Test
  @DisplayName("each line follows its own volume")
  void volumes() {
    SmallCost cost = new SmallCost();
    for (CostLine line : CostLine.values()) {
      cost.with(line.unitCost(), 1_000_000 / 52.0).with(line.stockToAverage(), 1);
    }
    cost.with(SocialWorkCost.STAFF_SHARE, 0)
        .with(SocialWorkCost.AGENCY_PREMIUM, 0)
        .with(SocialWorkCost.CHURN_COST, 0);
    TracedRun run = cost.run();
    assertPath(run, CostLine.HOMES.need(), 100, 110, 80);
    assertPath(run, CostLine.FOSTERING.need(), 1000, 900, 950);
    assertPath(run, CostLine.LEAVING_CARE.need(), 400, 500, 450);
    assertPath(run, CostLine.OTHER_LOOKED_AFTER.need(), 1200, 1100, 1300);
    assertPath(run, CostLine.SAFEGUARDING.need(), 4000, 5000, 6400);
    assertPath(run, CostLine.YOUTH_JUSTICE.need(), 10_000, 11_000, 12_000);
    assertPath(run, Cost.GROSS_NEED, 6_700 + 5 * 10_000, 7_610 + 5 * 11_000, 9_180 + 5 * 12_000);
  }

  @Test
  @DisplayName("policy moves spending on block lines, and cuts that on early help")
  void spendingFollowsPolicyAndCuts() {
    SmallCost cost = new SmallCost().with(Cost.SCOPE, 0.25).with(Cost.INCOME, 0.36);
    for (CostLine line : List.of(CostLine.FAMILY_SUPPORT, CostLine.OTHER)) {
      cost.with(line.unitCost(), 1_000_000 / 52.0)
          .with(line.stockToAverage(), 1)
          .with(line.policyGrowth(), StrictMath.log(1.21));
    }
    TracedRun run = cost.run();
    // Fades of the year before, 1 and a half: 1.21 and its root.
    double[] policy = {1, 1.21, 1.21 * 1.1};
    assertPath(run, CostLine.OTHER.policy(), policy);
    assertPath(run, CostLine.OTHER.spending(), 10_000, 11_000 * 1.21, 12_000 * 1.331);
    assertPath(run, CostLine.FAMILY_SUPPORT.spending(), 10_000, 9_900 * 1.21, 6_000 * 1.331);
    assertPath(run, Cost.GROSS_SPENDING, 20_000, 20_900 * 1.21, 18_000 * 1.331);
    // Net is 1.25 x 0.64 = 0.8 of gross.
    assertPath(run, Cost.NEED, 16_000, 17_600, 19_200);
    assertPath(run, Cost.SPENDING, 16_000, 16_720 * 1.21, 14_400 * 1.331);
  }

  @Test
  @DisplayName("restoring early help is what its level was beyond now, of its need, net")
  void restoration() {
    SmallCost cost =
        new SmallCost()
            .with(Cost.SCOPE, 0.25)
            .with(Cost.INCOME, 0.36)
            .with(Cost.EARLY_HELP_OF_2010, 2.5)
            .with(CostLine.OTHER.policyGrowth(), 0.1);
    for (CostLine line : CostLine.earlyHelp()) {
      cost.with(line.unitCost(), 1_000 / 52.0).with(line.stockToAverage(), 1);
    }
    // Three lines of 10, 11 and 12 each; 1.5 times 0.8 of them.
    assertPath(cost.run(), Cost.RESTORATION, 36, 39.6, 43.2);
  }

  @Test
  @DisplayName("prices grow by inflation and a drift that fades to its long-run level")
  void prices() {
    PriceIndex homes = PriceIndex.HOMES;
    SmallCost cost =
        new SmallCost()
            .inflation(0.5, 0.02, 0.05)
            .with(PriceIndex.HALF_LIFE, 1)
            .with(homes.recentDrift(), StrictMath.log(1.21))
            .with(homes.longRunDrift(), 0)
            .with(PriceIndex.FOSTERING.recentDrift(), 0)
            .with(PriceIndex.FOSTERING.longRunDrift(), StrictMath.log(1.21));
    TracedRun run = cost.run();
    assertPath(run, PriceIndex.FADE, 1, 0.5, 0.25);
    assertPath(run, Inflation.DEFLATOR, 1, 1.02, 1.02 * 1.05);
    assertPath(run, homes.price(), 1, 1.02 * 1.21, 1.02 * 1.05 * 1.21 * 1.1);
    assertPath(run, PriceIndex.FOSTERING.price(), 1, 1.02, 1.02 * 1.05 * 1.1);
    assertPath(run, PriceIndex.SOCIAL_WORK.price(), 1, 1.02, 1.02 * 1.05);
  }

  @Test
  @DisplayName("shocks of prices and inflation persist by a part")
  void shocksPersist() {
    PriceIndex homes = PriceIndex.HOMES;
    TracedRun run =
        new SmallCost()
            .with(Inflation.PERSISTENCE, 0.5)
            .with(Inflation.SPREAD, 0.02)
            .opening(Inflation.DEVIATION, 0.04)
            .with(homes.persistence(), 0.25)
            .with(homes.spread(), 0.1)
            .opening(homes.deviation(), 0.08)
            .run();
    for (int draw : new int[] {0, Block.SIZE - 1}) {
      double general = 0.04;
      double own = 0.08;
      double deflator = 1;
      double price = 1;
      for (int years = 1; years <= 2; years++) {
        FinancialYear year = BASE.plus(years);
        general = 0.5 * general + 0.02 * run.at(Inflation.SHOCK, year, draw);
        own = 0.25 * own + 0.1 * run.at(homes.shock(), year, draw);
        deflator *= StrictMath.exp(general);
        price *= StrictMath.exp(general + own);
        assertEquals(general, run.at(Inflation.INFLATION, year, draw), 1e-15);
        assertEquals(own, run.at(homes.deviation(), year, draw), 1e-15);
        assertEquals(deflator, run.at(Inflation.DEFLATOR, year, draw), 1e-14);
        assertEquals(price, run.at(homes.price(), year, draw), 1e-14);
      }
    }
    double first = run.at(Inflation.SHOCK, BASE.plus(1), 0);
    assertNotEquals(first, run.at(Inflation.SHOCK, BASE.plus(1), 1));
  }

  /** 4,000 children in need make 160 case holders and 240 posts, of which 200 are filled. */
  private static SmallCost workforce() {
    return new SmallCost()
        .opening(Workforce.CASELOAD, 20)
        .with(Workforce.CASELOAD_GROWTH, -0.2)
        .with(Workforce.CASE_SHARE, 0.8)
        .with(Workforce.POSTS_PER_HOLDER, 1.5)
        .opening(Workforce.IN_POST, 200)
        .opening(Workforce.STARTERS, 40)
        .opening(Workforce.LEAVERS, 50)
        .with(Workforce.NEWLY_QUALIFIED, 10)
        .with(Workforce.STARTERS_AT_BASE, 40)
        .with(Workforce.VACANCIES_AT_BASE, 20)
        .opening(Workforce.TURNOVER, 0.5)
        .with(Workforce.TURNOVER_LEVEL, 0.5)
        .with(Workforce.TURNOVER_SPREAD, 0)
        .with(Workforce.AGENCY_COVER, 0.9);
  }

  /** Of those in post, and of those who start through the year, at a hazard of a half. */
  private static double closing(double opening, double starters) {
    double stay = StrictMath.exp(-0.5);
    return opening * stay + starters * (1 - stay) / 0.5;
  }

  @Test
  @DisplayName("posts follow cases, starters vacancies, and what is vacant is covered in part")
  void socialWorkers() {
    TracedRun run = workforce().run();
    assertPath(run, Workforce.CASELOAD, 20, 16, 12.8);
    assertPath(run, Workforce.CASE_HOLDERS, 160, 250, 400);
    assertPath(run, Workforce.POSTS, 240, 375, 600);
    // 40 vacancies are twice those of the base year: 10 and twice 30.
    double first = closing(200, 70);
    double vacant = 375 - first;
    double starters = 10 + 30 * vacant / 20;
    double second = closing(first, starters);
    assertPath(run, Workforce.STARTERS, 40, 70, starters);
    assertPath(run, Workforce.IN_POST, 200, first, second);
    assertPath(run, Workforce.LEAVERS, 50, 200 + 70 - first, first + starters - second);
    assertPath(run, Workforce.VACANCIES, 40, vacant, 600 - second);
    assertPath(run, Workforce.AGENCY, 36, 0.9 * vacant, 0.9 * (600 - second));
  }

  @Test
  @DisplayName("nobody fewer than none starts, and no post less than none is vacant")
  void neverBelowNothing() {
    TracedRun fewer = workforce().with(Workforce.STARTERS_AT_BASE, 0).run();
    assertPath(fewer, Workforce.STARTERS, 40, 0);
    TracedRun more = workforce().opening(Workforce.IN_POST, 2_000).run();
    assertPath(more, Workforce.VACANCIES, 0, 0);
    assertPath(more, Workforce.AGENCY, 0, 0);
  }

  private static SmallCost intensity() {
    CostLine line = CostLine.SAFEGUARDING;
    return workforce()
        .with(line.stockToAverage(), 1.25)
        .with(line.unitCost(), 50)
        .with(line.reconciliation(), 0.2)
        .with(SocialWorkCost.STAFF_SHARE, 0.6)
        .with(SocialWorkCost.AGENCY_PREMIUM, 25_000)
        .with(SocialWorkCost.CHURN_COST, 10_000)
        .with(SocialWorkCost.STAFF_AT_BASE, 0.05)
        .with(SocialWorkCost.AGENCY_AT_BASE, 0.008)
        .with(SocialWorkCost.LEAVERS_AT_BASE, 0.012);
  }

  @Test
  @DisplayName("a child in need costs more by filled posts, agency workers and those replaced")
  void intensityOfWork() {
    // A child costs 1.25 x 50 x 52 x 1.2 = 3,900. For each of 4,000: 236 filled posts are 0.059,
    // 18% beyond 0.05; 36 agency workers 0.001 beyond 0.008; 50 leavers 0.0005 beyond 0.012.
    double base = 1 + 0.6 * 0.18 + (25_000 * 0.001 + 10_000 * 0.0005) / 3_900;
    TracedRun run = intensity().run();
    assertPath(run, SocialWorkCost.INTENSITY, base);
    assertPath(run, CostLine.SAFEGUARDING.need(), 4_000 * 3_900 * base / 1e6);
    double agency = run.after(1, Workforce.AGENCY) / 5_000;
    double staff = run.after(1, Workforce.IN_POST) / 5_000 + agency;
    double leavers = run.after(1, Workforce.LEAVERS) / 5_000;
    double extra = 25_000 * (agency - 0.008) + 10_000 * (leavers - 0.012);
    double later = 1 + 0.6 * (staff / 0.05 - 1) + extra / 3_900;
    assertPath(run, SocialWorkCost.INTENSITY, base, later);
  }

  @Test
  @DisplayName("a dearer premium or leaver is paid for the base year's too, not only for more")
  void dearerThanInTheBaseYear() {
    // As many of each for a child in need as in the base year, so that only the price counts.
    SmallCost same =
        intensity()
            .given(ChildrenInNeed.AVERAGE, 4_000, 4_000, 4_000)
            .with(Workforce.CASELOAD_GROWTH, 0)
            .opening(Workforce.TURNOVER, 0.5)
            .with(SocialWorkCost.STAFF_SHARE, 0);
    TracedRun before = same.run();
    TracedRun premium = same.varying(SocialWorkCost.AGENCY_PREMIUM, 25_000, 64_000, 25_000).run();
    double agency = before.after(1, Workforce.AGENCY) / 4_000;
    double was = before.after(1, SocialWorkCost.INTENSITY);
    double now = was + 39_000 * agency / 3_900;
    assertPath(premium, SocialWorkCost.INTENSITY, before.after(0, SocialWorkCost.INTENSITY), now);
    double leavers = before.after(1, Workforce.LEAVERS) / 4_000;
    TracedRun both = same.varying(SocialWorkCost.CHURN_COST, 10_000, 49_000, 10_000).run();
    assertEquals(now + 39_000 * leavers / 3_900, both.after(1, SocialWorkCost.INTENSITY), 1e-12);
    assertEquals(
        before.after(2, SocialWorkCost.INTENSITY), both.after(2, SocialWorkCost.INTENSITY), 1e-12);
  }

  @Test
  @DisplayName("a child in need costs at least nothing, and as before where nobody or nothing is")
  void intensityAtItsEnds() {
    TracedRun free = intensity().with(SocialWorkCost.AGENCY_AT_BASE, 0.9).run();
    assertPath(free, SocialWorkCost.INTENSITY, 0, 0, 0);
    TracedRun nobody = intensity().given(ChildrenInNeed.AVERAGE, 0, 0, 0).run();
    assertPath(nobody, SocialWorkCost.INTENSITY, 1, 1, 1);
    TracedRun nothing = intensity().with(CostLine.SAFEGUARDING.unitCost(), 0).run();
    assertPath(nothing, SocialWorkCost.INTENSITY, 1, 1, 1);
  }

  @Test
  @DisplayName("the workforce counts in the cost of social work alone, and the equations say so")
  void textsOfNeed() {
    for (CostLine line : CostLine.values()) {
      String text =
          Cost.equations().stream()
              .filter(equation -> equation.id().equals("C1a." + line.name()))
              .findFirst()
              .orElseThrow()
              .text();
      boolean said = text.endsWith(" x price x intensity by workforce");
      assertEquals(line == CostLine.SAFEGUARDING, said, text);
    }
  }

  @Test
  @DisplayName("lines know their words and kinds")
  void words() {
    assertEquals("homes", CostLine.HOMES.id());
    assertEquals("children's homes", CostLine.HOMES.label());
    assertEquals(Children.CHILDREN, CostLine.OTHER.volume());
    assertEquals(PriceIndex.BLOCK_SERVICES, CostLine.OTHER.index());
    assertEquals(
        List.of(CostLine.FAMILY_SUPPORT, CostLine.YOUNG_PEOPLE, CostLine.EARLY_YEARS),
        CostLine.earlyHelp());
    assertEquals(
        List.of(
            CostLine.HOMES, CostLine.FOSTERING, CostLine.LEAVING_CARE, CostLine.OTHER_LOOKED_AFTER),
        List.of(CostLine.values()).stream().filter(CostLine::isLookedAfter).toList());
    assertEquals(
        List.of(
            CostLine.FAMILY_SUPPORT,
            CostLine.YOUNG_PEOPLE,
            CostLine.EARLY_YEARS,
            CostLine.YOUTH_JUSTICE,
            CostLine.OTHER),
        List.of(CostLine.values()).stream().filter(CostLine::isBlock).toList());
  }
}
