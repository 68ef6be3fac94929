package org.fundinggap.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundinggap.bridge.Bridge;
import org.fundinggap.bridge.BridgeCell;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.Placements;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Parameter;
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

@DisplayName("A cost line of one's own")
class OwnLineTest {
  private static final FinancialYear BASE = FinancialYear.parse("2024-25");
  private static final FinancialYear END = FinancialYear.parse("2034-35");
  private static final Settings SETTINGS = Settings.of(1, 200);
  private static final Distribution POUNDS = Distribution.triangular(20, 25, 40);

  private static OwnLine shortBreaks() {
    return OwnLine.each("shortBreaks", "short breaks", Children.CHILDREN, POUNDS, "own survey");
  }

  private static Scenario plain() {
    return England.baseline().with(FundingRule.REAL_FLAT);
  }

  private static Projection run(Scenario... scenarios) {
    return Simulation.of(scenarios).run(SETTINGS);
  }

  private static double[] draws(
      Projection run, Scenario scenario, Variable variable, FinancialYear year) {
    return run.outcome(scenario.name(), variable).in(year).values();
  }

  private static double[] draws(Projection run, Scenario scenario, Parameter parameter) {
    return run.draws(scenario.name(), parameter).values();
  }

  @Test
  @DisplayName("on top is volume x unit cost x price, net, in every gap from the base year on")
  void onTop() {
    Scenario before = plain();
    Scenario after = before.with(shortBreaks().priced(PriceIndex.SOCIAL_WORK));
    assertEquals("real-flat + short breaks", after.name());
    Projection run = run(before, after);
    double[] pounds = draws(run, after, shortBreaks().unitCost());
    double[] scope = draws(run, after, Cost.SCOPE);
    double[] income = draws(run, after, Cost.INCOME);
    for (FinancialYear year : List.of(BASE, END)) {
      double[] children = draws(run, after, Children.CHILDREN, year);
      double[] price = draws(run, after, PriceIndex.SOCIAL_WORK.price(), year);
      double[] gross = draws(run, after, shortBreaks().need(), year);
      for (Gap gap : Gap.values()) {
        double[] with = draws(run, after, gap.cash(), year);
        double[] without = draws(run, before, gap.cash(), year);
        for (int i = 0; i < with.length; i++) {
          double amount = children[i] * pounds[i] / 1e6 * price[i];
          assertEquals(amount, gross[i], 1e-9 * amount);
          double net = amount * (1 + scope[i]) * (1 - income[i]);
          assertEquals(net, with[i] - without[i], 1e-7, gap + " in " + year);
        }
      }
    }
  }

  @Test
  @DisplayName("follows general prices if no others are named, and can be given by year")
  void pricesAndYears() {
    Map<FinancialYear, Double> amounts = new TreeMap<>();
    plain().inputs().years().years().forEach(year -> amounts.put(year, 10.0 + year.startYear()));
    OwnLine byYear = OwnLine.byYear("camps", "camps", amounts, "own plan");
    Scenario both = plain().with("both", byYear, shortBreaks());
    Projection run = run(both);
    double[] deflator = draws(run, both, Inflation.DEFLATOR, END);
    double[] children = draws(run, both, Children.CHILDREN, END);
    double[] pounds = draws(run, both, shortBreaks().unitCost());
    double[] gross = draws(run, both, shortBreaks().need(), END);
    for (int i = 0; i < gross.length; i++) {
      assertEquals(children[i] * pounds[i] / 1e6 * deflator[i], gross[i], 1e-9 * gross[i]);
      assertEquals(2044, draws(run, both, byYear.need(), END)[i]);
    }
    assertEquals(List.of(byYear, shortBreaks()), both.additions());
  }

  @Test
  @DisplayName("out of a line leaves the base year as published, and that line its share less")
  void outOf() {
    Scenario before = plain();
    OwnLine own = shortBreaks().outOf(CostLine.FAMILY_SUPPORT);
    Scenario after = before.with("out", own);
    Projection run = run(before, after);
    for (Variable total : List.of(Cost.NEED, Cost.SPENDING)) {
      double[] with = draws(run, after, total, BASE);
      double[] without = draws(run, before, total, BASE);
      for (int i = 0; i < with.length; i++) {
        assertEquals(without[i], with[i], 1e-9 * without[i], total.name());
      }
    }
    double[] ownThen = draws(run, after, own.need(), BASE);
    double[] all = draws(run, before, CostLine.FAMILY_SUPPORT.need(), BASE);
    for (Variable line :
        List.of(CostLine.FAMILY_SUPPORT.need(), CostLine.FAMILY_SUPPORT.spending())) {
      double[] rest = draws(run, after, line, END);
      double[] whole = draws(run, before, line, END);
      for (int i = 0; i < rest.length; i++) {
        assertEquals(whole[i] * (1 - ownThen[i] / all[i]), rest[i], 1e-9 * whole[i]);
      }
    }
  }

  @Test
  @DisplayName("out of a line that costs less than it is refused with how much more it is")
  void tooMuchOut() {
    OwnLine dear =
        OwnLine.each("all", "all", Children.CHILDREN, Distribution.fixed(1e3), "own survey")
            .outOf(CostLine.OTHER);
    String message = refusal(() -> plain().with(dear));
    assertTrue(message.contains("own lines out of other services must cost at most"), message);
    assertTrue(message.contains("put them on top"), message);
    assertTrue(message.contains("real-flat + all"), message);
  }

  @Test
  @DisplayName("of a column takes what an own equation writes, whatever the order given")
  void column() {
    Variable queue = Variable.money("queue", "queue", Unit.GBP_MILLION, PriceBasis.cash());
    Equation equation =
        Equation.of("X1", "queue = a thousandth of need of homes")
            .reads(CostLine.HOMES.need())
            .writes(queue)
            .as(
                (Block block) -> {
                  double[] homes = block.column(CostLine.HOMES.need());
                  double[] out = block.column(queue);
                  for (int i = 0; i < block.draws(); i++) {
                    out[i] = homes[i] / 1000;
                  }
                });
    OwnEquations equations = OwnEquations.of("queues", "queues", equation);
    OwnLine line = OwnLine.ofColumn("waiting", "waiting lists", queue);
    Scenario one = plain().with("one", equations, line);
    Scenario other = plain().with("other", line, equations);
    Projection run = run(one, other);
    assertEquals(
        draws(run, one, CostLine.HOMES.need(), END)[7] / 1000,
        draws(run, one, line.need(), END)[7]);
    assertEquals(
        draws(run, one, Gap.NEED.cash(), END)[7], draws(run, other, Gap.NEED.cash(), END)[7]);
  }

  @Test
  @DisplayName("stays with levers, which can change it, and with numbers fixed")
  void withLevers() {
    Scenario own = plain().with("own", shortBreaks());
    Lever dearer =
        Lever.named("dearer")
            .multiply(shortBreaks().unitCost(), Distribution.fixed(0.1), "own survey")
            .from(FinancialYear.parse("2026-27"))
            .build();
    Scenario levered = own.with("levered", dearer);
    Scenario fixed = levered.fixing(shortBreaks().unitCost(), 30).named("fixed");
    Scenario again = fixed.with("again", OwnLine.byYear("x", "x", years(1), "own plan"));
    Projection run = run(own, levered, fixed, again);
    double before = draws(run, own, shortBreaks().need(), END)[3];
    assertEquals(1.1 * before, draws(run, levered, shortBreaks().need(), END)[3], 1e-9 * before);
    double pounds = draws(run, own, shortBreaks().unitCost())[3];
    double at30 = 30 / pounds * 1.1 * before;
    assertEquals(at30, draws(run, fixed, shortBreaks().need(), END)[3], 1e-9 * at30);
    assertEquals(at30, draws(run, again, shortBreaks().need(), END)[3], 1e-9 * at30);
  }

  private static Map<FinancialYear, Double> years(double amount) {
    Map<FinancialYear, Double> amounts = new TreeMap<>();
    plain().inputs().years().years().forEach(year -> amounts.put(year, amount));
    return amounts;
  }

  @Test
  @DisplayName("is part of a bridge like any other line, and policy where one end alone has it")
  void bridge() {
    OwnLine own =
        OwnLine.each("kits", "kits", Placements.LOOKED_AFTER_AVERAGE, POUNDS, "own survey")
            .priced(PriceIndex.HOMES);
    Scenario before = plain();
    Scenario after = before.with("own", own);
    Projection run =
        Simulation.of(before, after).keeping(Bridge.variables(before, after)).run(SETTINGS);
    BridgeCell start = new BridgeCell(run, after.name(), BASE);
    Bridge within = Bridge.of(start, start.in(END));
    BridgeCell without = new BridgeCell(run, before.name(), BASE);
    Bridge plain = Bridge.of(without, without.in(END));
    double policy = within.contribution("policy").mean();
    assertEquals(plain.contribution("policy").mean(), policy, 1e-9);
    double[] prices = draws(run, after, PriceIndex.HOMES.price(), END);
    assertTrue(prices[0] > 1);
    double more =
        within.contribution("unit cost, real").mean()
            - plain.contribution("unit cost, real").mean();
    assertTrue(more > 0, "homes grow dearer in real terms: " + more);
    Bridge between = Bridge.of(without.in(END), start.in(END));
    double net =
        run.outcome(after.name(), Gap.STAND_STILL.cash()).in(END).mean()
            - run.outcome(before.name(), Gap.STAND_STILL.cash()).in(END).mean();
    assertEquals(net, between.contribution("policy").mean(), 1e-7);
    Projection forgot = Simulation.of(after).keeping(Bridge.variables()).run(SETTINGS);
    BridgeCell lacking = BridgeCell.of(forgot, BASE);
    String message = refusal(() -> Bridge.of(lacking, lacking.in(END)));
    assertTrue(message.contains("need.kits"), message);
  }

  @Test
  @DisplayName("that can't be is refused with all that is wrong with it")
  void refusals() {
    String message =
        refusal(() -> OwnLine.each("a b", " ", Children.CHILDREN, Distribution.normal(1, 1), " "));
    assertEquals(4, message.lines().filter(line -> line.startsWith("  ")).count(), message);
    assertTrue(message.contains("id must be a letter"), message);
    assertTrue(message.contains("unit cost in GBP a year must be at least 0"), message);
    Distribution open = Distribution.elicitedAbove(0, 8, 10, 14);
    OwnLine unbounded = OwnLine.each("x", "x", Children.CHILDREN, open, "own survey");
    assertEquals(2, plain().with(unbounded, shortBreaks()).additions().size());
    String twice = refusal(() -> plain().with(shortBreaks(), shortBreaks()));
    assertTrue(twice.contains("two were \"shortBreaks\""), twice);
    OwnLine homes = OwnLine.each("homes", "homes", Children.CHILDREN, POUNDS, "own survey");
    String taken = refusal(() -> plain().with(homes));
    assertTrue(taken.contains("need.homes"), taken);
    Variable index = Variable.of("index", "index", Unit.INDEX);
    String noCash = refusal(() -> OwnLine.ofColumn("x", "x", index));
    assertTrue(noCash.contains("column index must be in GBP million, cash"), noCash);
    Map<FinancialYear, Double> short1 = Map.of(BASE, 1.0);
    String years = refusal(() -> plain().with(OwnLine.byYear("x", "x", short1, "own plan")));
    assertTrue(years.contains("schedule amounts.x must cover"), years);
    Scenario own = plain().with(shortBreaks());
    String lost = refusal(() -> new Scenario("lost", "lost", own.inputs()));
    assertTrue(lost.contains("grossNeed.withoutOwn"), lost);
  }

  @Test
  @DisplayName("and a stream of one's own: every gap falls by it, unless it is tied")
  void funding() {
    OwnFunding levy = OwnFunding.growing("levy", "levy", 100, Distribution.fixed(0.05), "own plan");
    OwnFunding grant = OwnFunding.byYear("grant", "grant", years(50), "own plan").tied();
    OwnFunding flat = OwnFunding.by("flat", "flat", FundingRule.REAL_FLAT, 7, "own plan");
    Scenario before = plain();
    Scenario after = before.with("own", levy, grant, flat);
    Projection run = run(before, after);
    double deflator = draws(run, after, Inflation.DEFLATOR, END)[5];
    double general = 100 * Math.pow(1.05, 10) + 7 * deflator;
    assertEquals(107, falls(run, before, after, Gap.STAND_STILL.cash(), BASE), 1e-9);
    assertEquals(general, falls(run, before, after, Gap.STAND_STILL.cash(), END), 1e-7);
    assertEquals(general, falls(run, before, after, Gap.BUDGET.cash(), END), 1e-7);
    assertEquals(general + 50, falls(run, before, after, Gap.NEED.cash(), END), 1e-7);
    assertEquals(-general - 50, falls(run, before, after, Funding.FUNDING, END), 1e-7);
    String rule = refusal(() -> OwnFunding.by("x", "x", FundingRule.FOLLOWS_NEED, 1, "own plan"));
    assertTrue(rule.contains("build it by byYear, by or growing"), rule);
  }

  private static double falls(
      Projection run, Scenario before, Scenario after, Variable of, FinancialYear year) {
    return draws(run, before, of, year)[5] - draws(run, after, of, year)[5];
  }

  private static String refusal(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  @Test
  @DisplayName("of a sum of money as its volume, or that costs more than all else, is refused")
  void slips() {
    String money =
        refusal(
            () ->
                OwnLine.each(
                    "onCost", "on-cost", shortBreaks().need(), Distribution.fixed(1.2e5), "x"));
    assertTrue(money.contains("let an equation of your own read it"), money);
    OwnLine dear =
        OwnLine.each("dear", "dear", Children.CHILDREN, Distribution.pert(200, 300, 6e5), "x");
    String tooMuch = refusal(() -> plain().with(dear));
    assertTrue(tooMuch.contains("must cost at most what all other lines do in 2024-25"), tooMuch);
    Map<FinancialYear, Double> amounts = new TreeMap<>();
    plain().inputs().years().years().forEach(year -> amounts.put(year, 99_000.0));
    OwnLine slip = OwnLine.byYear("slip", "slip", amounts, "in thousands");
    assertThrows(InvalidInputException.class, () -> plain().with(slip));
  }
}
