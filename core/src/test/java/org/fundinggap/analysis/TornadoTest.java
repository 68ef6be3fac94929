package org.fundinggap.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.internal.NumberText;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.random.Sampling;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A tornado")
@Tag("medium")
class TornadoTest {
  private static final FinancialYear END = FinancialYear.parse("2028-29");
  private static final Variable GAP = Gap.STAND_STILL.cash();
  private static final Settings SETTINGS = Settings.of(7, 256);
  private static final Scenario REAL = England.baseline().to(END).with(FundingRule.REAL_FLAT);
  private static final Scenario CASH = England.baseline().to(END).with(FundingRule.CASH_FLAT);
  private static final Parameter HOMES = parameter("recentDrift.homes");
  private static final Parameter EXITS = parameter("exitPersistence");
  private static Tornado tornado;
  private static Tornado ofChange;

  private static Parameter parameter(String name) {
    return REAL.inputs().model().parameters().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Scenario changed(Scenario before) {
    return before.with(
        "fewer",
        Lever.named("fewer")
            .from(FinancialYear.parse("2026-27"))
            .multiply(CareEntries.ENTRIES, Distribution.uniform(-0.3, -0.1), "own trial")
            .build());
  }

  @BeforeAll
  static void run() {
    tornado =
        Tornado.of(REAL).group("both", HOMES, EXITS).choice("rule", CASH).run(GAP, END, SETTINGS);
    ofChange =
        Tornado.ofChange(REAL, TornadoTest::changed)
            .between(0.05, 0.95)
            .choice("rule", CASH)
            .run(GAP, END, SETTINGS);
  }

  private static double[] gap(Scenario... scenarios) {
    Projection run = Simulation.of(scenarios).keeping(GAP).run(SETTINGS);
    Draws last = run.outcome(scenarios[0].name(), GAP).in(END);
    return last.values();
  }

  private static double mean(double[] values, double[] less) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] - less[i];
    }
    return sum / values.length;
  }

  private static double quantile(Scenario scenario, Parameter parameter, double probability) {
    return scenario.inputs().distribution(parameter).quantile(probability);
  }

  private static void assertSide(double byHand, Tornado.Side side) {
    assertEquals(byHand, side.change(), 1e-9 * Math.max(1, Math.abs(byHand)), side.setting());
  }

  @Test
  @DisplayName("has the paired differences of runs by hand, signed by side, for each parameter")
  void byHand() {
    double[] central = gap(REAL);
    int uncertain = 0;
    for (Parameter each : REAL.inputs().model().parameters()) {
      double low = quantile(REAL, each, 0.1);
      double high = quantile(REAL, each, 0.9);
      if (low < high) {
        uncertain++;
        Tornado.Bar bar = tornado.bar(each.name());
        if (uncertain % 9 == 0) {
          assertSide(mean(gap(REAL.fixing(each, low)), central), bar.low());
          assertSide(mean(gap(REAL.fixing(each, high)), central), bar.high());
        }
      }
    }
    assertEquals(uncertain + 2, tornado.bars().size());
    assertTrue(uncertain > 80, () -> tornado.bars().size() + " bars");
    Tornado.Bar homes = tornado.bar(HOMES.name());
    assertTrue(homes.low().change() < 0 && homes.high().change() > 0, homes::toString);
  }

  @Test
  @DisplayName("states the error of the difference, which is below that of the mean")
  void error() {
    Tornado.Side side = tornado.bar(HOMES.name()).low();
    double[] moved = gap(REAL.fixing(HOMES, quantile(REAL, HOMES, 0.1)));
    double[] central = gap(REAL);
    double mean = mean(moved, central);
    double squares = 0;
    for (int i = 0; i < moved.length; i++) {
      squares += Math.pow(moved[i] - central[i] - mean, 2);
    }
    double byHand = Math.sqrt(squares / (moved.length - 1) / moved.length);
    assertEquals(byHand, side.error(), 1e-9 * byHand);
    assertTrue(side.error() < tornado.meanError(), side::toString);
  }

  @Test
  @DisplayName("of Sobol draws has the errors of its replicates, and of one replicate none")
  void sobol() {
    Settings four = SETTINGS.withSampling(Sampling.sobol(4));
    Tornado spread = Tornado.of(REAL).run(GAP, END, four);
    Tornado.Side side = spread.bar(HOMES.name()).low();
    Scenario low = REAL.fixing(HOMES, quantile(REAL, HOMES, 0.1)).named("low");
    Projection pair = Simulation.of(REAL, low).keeping(GAP).run(four);
    Draws moved = pair.outcome("low", GAP).in(END);
    Draws byHand = moved.combine(pair.outcome(REAL.name(), GAP).in(END), (a, b) -> a - b);
    assertSide(byHand.mean(), side);
    assertEquals(byHand.meanError(), side.error(), 1e-9 * side.error());
    Tornado single = Tornado.of(REAL).run(GAP, END, SETTINGS.withSampling(Sampling.sobol(1)));
    assertTrue(Double.isNaN(single.bar(HOMES.name()).low().error()));
    assertTrue(Double.isNaN(single.greatestError()));
    assertTrue(single.toString().contains("MC s.e. unknown"), single::toString);
  }

  @Test
  @DisplayName("sets a group together and has the sides of a choice by the name of the scenario")
  void groupsAndChoices() {
    double[] central = gap(REAL);
    Scenario low =
        REAL.fixing(HOMES, quantile(REAL, HOMES, 0.1)).fixing(EXITS, quantile(REAL, EXITS, 0.1));
    assertSide(mean(gap(low), central), tornado.bar("both").low());
    Tornado.Bar rule = tornado.bar("rule");
    assertEquals(new Tornado.Side(Tornado.AS_IT_IS, 0, 0), rule.low());
    assertEquals("cash-flat", rule.high().setting());
    assertSide(mean(gap(CASH), central), rule.high());
    assertEquals(Tornado.Kind.CHOICE, rule.kind());
  }

  @Test
  @DisplayName("comes widest bar first, and says what is set and for which scenario")
  void text() {
    List<Tornado.Bar> bars = tornado.bars();
    for (int i = 1; i < bars.size(); i++) {
      assertTrue(bars.get(i - 1).width() >= bars.get(i).width());
    }
    String text = tornado.toString();
    assertTrue(
        text.startsWith("Change of the mean of stand-still gap in 2028-29 (GBP million, cash)"),
        text);
    assertTrue(text.contains("real-flat"), text);
    assertTrue(text.contains(") at cash-flat"), text);
    assertTrue(text.contains(NumberText.error(tornado.bar("rule").high().error())), text);
    assertTrue(text.contains("narrower bars"), text);
    assertEquals(mean(gap(REAL), new double[256]), tornado.mean(), 1e-9 * tornado.mean());
  }

  @Test
  @DisplayName("of a change sets both sides of the difference, the sizes of its levers too")
  void change() {
    Scenario after = changed(REAL);
    double central = mean(gap(after), gap(REAL));
    assertEquals(central, ofChange.mean(), 1e-9 * Math.abs(central));
    assertEquals("change of real-flat", ofChange.of());
    double drift = quantile(REAL, HOMES, 0.05);
    double moved = mean(gap(after.fixing(HOMES, drift)), gap(REAL.fixing(HOMES, drift)));
    assertSide(moved - central, ofChange.bar(HOMES.name()).low());
    Parameter size =
        after.inputs().model().parameters().stream()
            .filter(each -> !REAL.inputs().model().parameters().contains(each))
            .findFirst()
            .orElseThrow();
    double most = quantile(after, size, 0.95);
    assertSide(
        mean(gap(after.fixing(size, most)), gap(REAL)) - central, ofChange.bar(size.name()).high());
    Tornado.Bar rule = ofChange.bar("rule");
    double otherwise = mean(gap(changed(CASH)), gap(CASH)) - central;
    assertSide(otherwise, otherwise < 0 ? rule.low() : rule.high());
  }

  @Test
  @DisplayName("of England sets its choices, on top of which the same levers come")
  void england() {
    Scenario with = changed(REAL).named("real-flat, fewer");
    Map<String, Map<String, Scenario>> choices =
        EnglandChoices.of(with, before -> changed(before).named("real-flat, fewer"));
    assertEquals(3, choices.size());
    assertEquals(4, Objects.requireNonNull(choices.get("rule of funding")).size());
    assertEquals(2, Objects.requireNonNull(choices.get("opening")).size());
    choices
        .values()
        .forEach(all -> all.values().forEach(each -> assertEquals(1, each.addedLevers().size())));
    String refusal =
        assertThrows(
                IllegalArgumentException.class,
                () -> Tornado.of(with).choicesOfEngland(UnaryOperator.identity()))
            .getMessage();
    assertTrue(String.valueOf(refusal).contains("say in onTop what was added"), refusal);
  }

  @Test
  @DisplayName("refuses what it can't set, by name and with what to do")
  void refusals() {
    TornadoBuilder builder = Tornado.of(REAL).group("both", HOMES);
    assertThrows(IllegalArgumentException.class, () -> builder.group("both", EXITS));
    assertThrows(IllegalArgumentException.class, () -> builder.group("none"));
    assertThrows(IllegalArgumentException.class, () -> builder.choice("none"));
    assertThrows(IllegalArgumentException.class, () -> builder.choice("twice", CASH, CASH));
    assertThrows(IllegalArgumentException.class, () -> builder.between(0.9, 0.1));
    assertThrows(IllegalArgumentException.class, () -> builder.between(0, 0.9));
    Parameter slip = new Parameter("recentDrift.hoems", "homes", HOMES.unit(), 0, 1);
    String message =
        assertThrows(
                InvalidInputException.class,
                () -> Tornado.of(REAL).group("g", slip).run(GAP, END, SETTINGS))
            .getMessage();
    assertTrue(String.valueOf(message).contains("nearest known: " + HOMES.name()), message);
    String taken =
        assertThrows(
                InvalidInputException.class,
                () -> Tornado.of(REAL).choice(HOMES.name(), CASH).run(GAP, END, SETTINGS))
            .problems()
            .get(0);
    assertTrue(taken.contains("must not be that of a parameter, was \"" + HOMES.name()), taken);
    assertThrows(IllegalArgumentException.class, () -> tornado.bar("recentDrift.hoems"));
    assertThrows(
        IllegalArgumentException.class, () -> Tornado.of(REAL).run(GAP, END.plus(1), SETTINGS));
  }
}
