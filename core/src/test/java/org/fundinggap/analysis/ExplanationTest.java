package org.fundinggap.analysis;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.path;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.shock;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.Quality;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Correlation;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An explanation of a small model")
class ExplanationTest {
  @TempDir static java.nio.file.Path directory;

  private static final YearRange YEARS = years(2024, 2025);
  private static final Variable STOCK = number("stock");
  private static final Variable COST = number("cost");
  private static final Parameter GROWTH = parameter("growth");
  private static final Parameter FEE = parameter("fee");
  private static final Schedule PRICE = path("price");
  private static final Shock LUCK = shock("luck");
  private static final Settings SETTINGS = Settings.of(7, 1_000);

  private static org.fundinggap.evidence.EvidenceBase register;

  @BeforeAll
  static void write() {
    register = TinyRegister.in(directory);
  }

  private static Equation stock(boolean luck) {
    Equation.Builder builder =
        Equation.of("E1", "stock = last year's x (1 + growth)").readsLastYear(STOCK).uses(GROWTH);
    if (luck) {
      builder.uses(LUCK);
    }
    return builder
        .writes(STOCK)
        .as(
            block -> {
              for (int i = 0; i < block.draws(); i++) {
                double more = luck ? block.column(LUCK)[i] : 0;
                block.column(STOCK)[i] =
                    block.lastYear(STOCK)[i] * (1 + block.column(GROWTH)[i]) + more;
              }
            });
  }

  private static Equation cost() {
    return Equation.of("E2", "cost = stock x price x (1 + fee)")
        .reads(STOCK)
        .uses(PRICE, FEE)
        .writes(COST)
        .as(
            block -> {
              for (int i = 0; i < block.draws(); i++) {
                block.column(COST)[i] =
                    block.column(STOCK)[i] * block.value(PRICE) * (1 + block.column(FEE)[i]);
              }
            });
  }

  private static InputsBuilder inputs(boolean luck, Distribution growth) {
    return Inputs.builder(Model.of("small", List.of(stock(luck), cost())), YEARS)
        .parameter(GROWTH, growth, Origin.prior("growth"))
        .parameter(FEE, Distribution.fixed(0.5), Origin.estimated("middle", "bound", "children"))
        .opening(STOCK, 100, Origin.published("children"))
        .schedule(PRICE, Map.of(year(2024), 2.0, year(2025), 3.0), Origin.published("price"));
  }

  private static Explainer explainer(InputsBuilder inputs) {
    return Explainer.of(new Scenario("plain", "a test", inputs.build()), SETTINGS, register);
  }

  @Test
  @DisplayName("reads as a table that was worked out by hand")
  void textIsGolden() {
    Explanation cost = explainer(inputs(false, Distribution.fixed(0.1))).mean("cost", year(2025));
    assertEquals(
        """
        count of cost in 2025-26, scenario plain: means of 1,000 draws (seed 7).
        The mean of an equation is not the equation of the means: a number need not follow from those below it.

        count of cost  2025-26  495  number  E2: cost = stock x price x (1 + fee)
          count of stock  2025-26  110  number  E1: stock = last year's x (1 + growth)
            count of stock  2024-25  100  number  opening value, published
              from children  2024-25  100  number  Children looked after; outturn, green, published 2025-10-31: SRC-1 (Office, October 2025), table A1
            rate of growth  0.1  ratio  parameter, fixed at 0.1; prior
              from growth  0.1  per year  Growth of children (uniform, [0, 0.2]); assumption, red, published 2025-10-30: SRC-1 (Office, October 2025)
          rate of fee  0.5  ratio  parameter, fixed at 0.5; estimated: middle
            from bound  ratio  Least price (1 to 3, bounds); claim, amber, published 2025-10-30: SRC-1 (Office, October 2025), page 3
            from children  2023-24 to 2024-25  number  Children looked after; assumption, red at its weakest, published 2025-10-31: SRC-1 (Office, October 2025), table A1
          schedule of price  2025-26  3  ratio  schedule; published
            from price  2024-25  ratio  Price paid; outturn, green at its weakest, published 2025-10-31: SRC-1 (Office, October 2025), table A1
        """,
        cost.toText(9).replaceAll("(?<=\\S) {2,}", "  "));
  }

  @Test
  @DisplayName("names what a parameter is drawn together with, and what that rests on")
  void correlatedParameterIsExplained() {
    InputsBuilder inputs =
        inputs(false, Distribution.uniform(0, 0.2))
            .parameter(FEE, Distribution.uniform(0, 1), Origin.prior("fee"))
            .correlation(
                Correlation.of(List.of("growth", "fee"), new double[][] {{1, 0.5}, {0.5, 1}}),
                Origin.given("growth", "bound"));
    List<Explanation.Node> nodes = explainer(inputs).mean(COST, year(2025)).stream().toList();
    Explanation.Node growth = node(nodes, "growth");
    assertHolds(growth.how(), ", drawn together with fee; prior");
    assertEquals(
        List.of("growth", "bound"), growth.inputs().stream().map(Explanation.Node::name).toList());
    assertHolds(node(nodes, "fee").how(), ", drawn together with growth; prior");
  }

  private static Explanation.Node node(List<Explanation.Node> nodes, String name) {
    return nodes.stream()
        .filter(each -> each.kind() == Explanation.NodeType.PARAMETER && each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("has columns that stand one above the other")
  void columnsAreAligned() {
    String text =
        explainer(inputs(false, Distribution.fixed(0.1))).mean(COST, year(2025)).toText(9);
    List<String> lines = text.lines().skip(3).toList();
    int how = lines.get(0).indexOf("E2:");
    for (String line : lines) {
      assertEquals("  ", line.substring(how - 2, how), line);
      assertTrue(line.charAt(how) != ' ', line);
    }
    assertTrue(lines.get(1).startsWith("  count of stock "), text);
    assertTrue(lines.get(2).startsWith("    count of stock "), text);
  }

  @Test
  @DisplayName("names an observation only where it is the very value of the year")
  void observationIsNeverGuessed() {
    Explanation cost = explainer(inputs(false, Distribution.fixed(0.1))).mean(COST, year(2025));
    List<Explanation.Node> leaves = cost.leaves().toList();
    assertEquals(
        List.of("children", "growth", "bound", "children", "price"),
        leaves.stream().map(Explanation.Node::name).toList());
    RegisterEntry opening = leaves.get(0).entry().orElseThrow();
    assertEquals("2024-25", opening.period());
    assertEquals(OptionalDouble.of(100), opening.value());
    assertEquals(Quality.GREEN, opening.quality());
    assertEquals("https://example.org/counts", opening.address());
    RegisterEntry behindFee = leaves.get(3).entry().orElseThrow();
    assertEquals("2023-24 to 2024-25", behindFee.period());
    assertEquals(OptionalDouble.empty(), behindFee.value());
    assertEquals(Quality.RED, behindFee.quality());
    // The price of 2025-26 is not in the series, that of the base year is.
    assertEquals(OptionalDouble.empty(), leaves.get(4).value());
    Explanation base = explainer(inputs(false, Distribution.fixed(0.1))).mean(COST, year(2024));
    assertEquals(
        OptionalDouble.of(2),
        base.leaves()
            .filter(leaf -> leaf.name().equals("price"))
            .findFirst()
            .orElseThrow()
            .value());
    Explanation other =
        explainer(
                inputs(false, Distribution.fixed(0.1))
                    .opening(STOCK, 101, Origin.published("children")))
            .mean(STOCK, year(2024));
    assertEquals(OptionalDouble.empty(), other.root().inputs().get(0).value());
  }

  @Test
  @DisplayName("of a draw holds the draw's values, which its equations give from one another")
  void drawFollowsFromItsInputs() {
    Explainer explainer = explainer(inputs(true, Distribution.uniform(0, 0.2)));
    Explanation draw = explainer.draw("cost", year(2025), 17);
    Map<String, Double> values = new java.util.HashMap<>();
    draw.stream()
        .filter(node -> node.kind() != Explanation.NodeType.EVIDENCE)
        .forEach(
            node ->
                values.put(
                    node.name() + node.year().map(y -> " " + y.startYear()).orElse(""),
                    node.value().orElseThrow()));
    double growth = values.getOrDefault("growth", Double.NaN);
    double stock = 100 * (1 + growth) + values.getOrDefault("luck 2025", Double.NaN);
    assertEquals(stock, values.get("stock 2025"));
    assertEquals(stock * 3 * 1.5, values.get("cost 2025"));
    assertHolds(draw.toString(), "draw 17 of 1,000 (seed 7)", "follows from those below");
    Explanation.Node luck =
        draw.leaves().filter(leaf -> leaf.name().equals("luck")).findFirst().orElseThrow();
    assertEquals("yearly shock, standard normal, by definition", luck.how());
    assertEquals(Optional.empty(), luck.entry());
  }

  @Test
  @DisplayName("shows a number that it explained already as a reference, with its value")
  void repeatedNumberIsAReference() {
    Variable twice = number("twice");
    Equation both =
        Equation.of("E3", "twice = stock + cost")
            .reads(STOCK, COST)
            .writes(twice)
            .as(
                block -> {
                  for (int i = 0; i < block.draws(); i++) {
                    block.column(twice)[i] = block.column(STOCK)[i] + block.column(COST)[i];
                  }
                });
    Inputs small = inputs(false, Distribution.fixed(0.1)).build();
    Explanation explanation =
        explainer(small.toBuilder(small.model().with("larger", both))).mean(twice, year(2025));
    List<Explanation.Node> stocks =
        explanation.stream()
            .filter(node -> node.name().equals("stock"))
            .filter(node -> node.year().equals(Optional.of(year(2025))))
            .toList();
    assertEquals(List.of(false, true), stocks.stream().map(Explanation.Node::above).toList());
    assertEquals(stocks.get(0).value(), stocks.get(1).value());
    assertEquals(List.of(), stocks.get(1).inputs());
    assertEquals("explained above", stocks.get(1).how());
    assertTrue(explanation.leaves().noneMatch(Explanation.Node::above));
  }

  @Test
  @DisplayName("prints to any depth and says what it leaves out; the tree itself is whole")
  void depthLimitsTheTextOnly() {
    Explanation cost = explainer(inputs(false, Distribution.fixed(0.1))).mean(COST, year(2025));
    assertEquals(11, cost.stream().count());
    assertHolds(cost.toText(0), "(10 more lines below depth 0: toText(depth))");
    assertEquals(2, cost.toText(0).lines().skip(3).count());
    assertHolds(cost.toText(1), "(7 more lines below depth 1");
    assertEquals(cost.toText(3), cost.toString());
    assertHolds(refusal(() -> cost.toText(-1)), "depth must be at least 0, was -1");
  }

  /** The sum of cost and stock; the tree explains the stock below the cost. */
  private static Explanation deep() {
    Variable twice = number("twice");
    Equation both =
        Equation.of("E3", "twice = cost + stock")
            .reads(COST, STOCK)
            .writes(twice)
            .as(
                block -> {
                  for (int i = 0; i < block.draws(); i++) {
                    block.column(twice)[i] = block.column(STOCK)[i] + block.column(COST)[i];
                  }
                });
    Inputs small = inputs(false, Distribution.fixed(0.1)).build();
    return explainer(small.toBuilder(small.model().with("larger", both))).mean(twice, year(2025));
  }

  /** The lines on the stock: how far each is indented, and whether it is explained. */
  private static List<String> outline(String text) {
    return text.lines()
        .skip(3)
        .filter(line -> line.matches(" *count of stock +2025.*"))
        .map(line -> line.replaceFirst("count.*(E1:|explained)", "$1").replaceFirst(":.*", ""))
        .toList();
  }

  @Test
  @DisplayName("explains a number where the text has room, not where the tree does so out of sight")
  void numberIsExplainedWhereItIsVisible() {
    Explanation deep = deep();
    assertEquals(
        List.of(false, true),
        deep.stream()
            .filter(node -> node.name().equals("stock") && node.how().matches("E1.*|.*above"))
            .map(Explanation.Node::above)
            .toList());
    assertEquals(List.of("  E1"), outline(deep.toText(1)));
    // Below the cost there is room for the equation alone; then for what it reads too.
    assertEquals(List.of("    E1", "  E1"), outline(deep.toText(2)));
    assertHolds(deep.toText(2).replaceAll(" {2,}", "  "), "count of stock  2024-25  100");
    assertEquals(List.of("    E1", "  explained above"), outline(deep.toText(3)));
    assertTrue(!deep.toText(1).contains("explained above"), deep.toText(1));
    assertEquals(deep.stream().count() + 3, deep.toText(9).lines().count());
  }

  @Test
  @DisplayName("counts the lines that it leaves out, however they are arranged")
  void hiddenLinesAreCounted() {
    Explanation deep = deep();
    long all = deep.stream().count();
    for (int depth = 0; depth < 6; depth++) {
      List<String> lines = deep.toText(depth).lines().skip(3).toList();
      String last = lines.get(lines.size() - 1);
      long hidden =
          last.startsWith("(") ? Long.parseLong(last.replaceFirst(".(\\d+) more.*", "$1")) : 0;
      assertEquals(all, lines.size() - (hidden > 0 ? 1 : 0) + hidden, "depth " + depth);
    }
  }

  @Test
  @DisplayName("of a part of a tree says that a number is explained in another part")
  void partOfATreeRefersToTheRest() {
    Explanation deep = deep();
    Explanation.Node reference =
        deep.stream()
            .filter(node -> node.above() && node.name().equals("stock"))
            .findFirst()
            .orElseThrow();
    Explanation part = new Explanation(deep.scenario(), deep.settings(), deep.draw(), reference);
    assertHolds(part.toText(3), "explained elsewhere in the tree");
    assertTrue(!part.toText(3).contains("explained above"), part.toText(3));
  }

  @Test
  @DisplayName("of a long chain of years does not run out of stack")
  void longChainIsWalked() {
    YearRange long_ = years(1901, 2199);
    Inputs inputs =
        Inputs.builder(Model.of("long", List.of(stock(true))), long_)
            .parameter(GROWTH, Distribution.fixed(0), Origin.prior("growth"))
            .opening(STOCK, 100, Origin.published("children"))
            .build();
    Explanation explanation =
        Explainer.of(new Scenario("long", "a test", inputs), Settings.of(1, 10), register)
            .mean(STOCK, year(2199));
    // 299 stocks, 298 mentions of the growth, 298 shocks, 2 pieces of evidence.
    assertEquals(897, explanation.stream().count());
    assertEquals(897 + 3, explanation.toText(1_000).lines().count());
  }

  @Test
  @DisplayName("is refused for what the scenario does not hold, naming the nearest")
  void unknownIsRefused() {
    Explainer explainer = explainer(inputs(true, Distribution.fixed(0.1)));
    assertHolds(
        refusal(() -> explainer.mean("stok", year(2025))),
        "variable must be of scenario plain, was \"stok\"; nearest known: stock, cost");
    assertHolds(refusal(() -> explainer.mean(" ", year(2025))), "variable must not be blank");
    assertHolds(refusal(() -> explainer.mean(number("costs"), year(2025))), "\"costs\"", "nearest");
    assertHolds(
        refusal(() -> explainer.mean(COST, year(2026))),
        "year must be in 2024-25 to 2025-26, was 2026-27");
    assertHolds(
        refusal(() -> explainer.draw(COST, year(2025), 1_000)),
        "index of a draw must be in [0, 999], was 1000");
    assertHolds(refusal(() -> explainer.draw("cost", year(2025), -1)), "was -1");
  }

  @Test
  @DisplayName("says of an id that the register does not know that it is not there")
  void unknownEvidenceIsSaid() {
    Explanation explanation =
        explainer(inputs(false, Distribution.fixed(0.1)).opening(STOCK, 1, "no-such-id"))
            .mean(STOCK, year(2024));
    Explanation.Node leaf = explanation.leaves().findFirst().orElseThrow();
    assertEquals("not in the register", leaf.how());
    assertEquals(Optional.empty(), leaf.entry());
    assertHolds(explanation.toString(), "from no-such-id");
  }
}
