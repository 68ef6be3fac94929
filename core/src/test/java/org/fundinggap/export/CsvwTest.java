package org.fundinggap.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.fundinggap.analysis.Auditor;
import org.fundinggap.appraisal.Appraisal;
import org.fundinggap.appraisal.Appraiser;
import org.fundinggap.appraisal.Formulas;
import org.fundinggap.appraisal.GreenBook;
import org.fundinggap.appraisal.OptimismBias;
import org.fundinggap.bridge.Bridge;
import org.fundinggap.bridge.BridgeCell;
import org.fundinggap.comparison.Comparison;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.hindcast.Benchmark;
import org.fundinggap.hindcast.ForecastOrigin;
import org.fundinggap.hindcast.SaidRange;
import org.fundinggap.hindcast.ScoredCase;
import org.fundinggap.hindcast.Terms;
import org.fundinggap.hindcast.TrackRecord;
import org.fundinggap.hindcast.Window;
import org.fundinggap.model.Variable;
import org.fundinggap.published.Published;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.scoring.SampledForecast;
import org.fundinggap.scoring.Score;
import org.fundinggap.search.Portfolio;
import org.fundinggap.search.PortfolioResult;
import org.fundinggap.search.Statistic;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A tidy table and its metadata")
@Tag("medium")
class CsvwTest {
  private static final Variable GAP = Gap.STAND_STILL.cash();
  private static final Scenario FLAT = England.baseline().with(FundingRule.REAL_FLAT);
  private static final Scenario ODD =
      England.baseline().with(FundingRule.CASH_FLAT).named("#1, \"odd\"\r\nname \uD83D\uDE00");

  private static final Map<String, Tidy> TABLES = new LinkedHashMap<>();

  @BeforeAll
  static void makeTables() {
    Variable[] kept =
        Stream.of(Appraisal.variables(FLAT, ODD), Bridge.variables(FLAT), new Variable[] {GAP})
            .flatMap(Stream::of)
            .distinct()
            .toArray(Variable[]::new);
    Projection run = Simulation.of(FLAT, ODD).keeping(kept).run(Settings.of(1, 40));
    Comparison comparison = Comparison.of(run, FLAT.name());
    BridgeCell start = new BridgeCell(run, FLAT.name(), FinancialYear.parse("2024-25"));
    TABLES.put("run", Tidy.of(run));
    TABLES.put("one draw", Tidy.of(Simulation.of(ODD).keeping(GAP).run(Settings.of(1, 1))));
    TABLES.put("draws", Tidy.draws(run, GAP, GAP));
    TABLES.put("differences", Tidy.of(comparison.differences(ODD.name(), GAP)));
    TABLES.put("comparison", Tidy.of(comparison, GAP, GAP));
    TABLES.put("bridge", Tidy.of(Bridge.of(start, start.in(FinancialYear.parse("2034-35")))));
    TABLES.put(
        "appraisal",
        Tidy.of(
            Appraiser.of(GreenBook.standard(England.evidence()), OptimismBias.none())
                .appraise(run, FLAT.name(), ODD.name())));
    TABLES.put("inputs", Tidy.inputs(ODD));
    TABLES.put("portfolio", Tidy.of(portfolio(List.of("a", "b"))));
    TABLES.put("track record", Tidy.of(record()));
    TABLES.put(
        "audit",
        Tidy.of(
            Auditor.of(FLAT, Settings.of(1, 2_000), England.evidence())
                .audit(GAP, FinancialYear.parse("2026-27"))));
  }

  /** Options that each take 10 off, at a price each. */
  private static PortfolioResult portfolio(List<String> options) {
    Map<String, Double> prices = new LinkedHashMap<>();
    options.forEach(option -> prices.put(option, 2.5));
    return Portfolio.of(sold(Set.of()), options, CsvwTest::sold)
        .costing(prices)
        .minimise(Statistic.of(Formulas.Y, Formulas.YEAR), Settings.of(1, 10));
  }

  private static Scenario sold(Set<String> chosen) {
    return Formulas.of("s", Distribution.normal(100, 10), luck -> luck - 10 * chosen.size());
  }

  private static TrackRecord record() {
    Score score = Score.of(SampledForecast.of(1, 2, 3, 4), 2.5);
    return new TrackRecord(
        List.of(),
        List.of(
            scored("looked-after", Terms.CASH, 2020, score),
            scored("spending-gross", Terms.CASH, 2020, score),
            scored("spending-gross", Terms.REAL, 2020, score),
            scored("spending-gross", Terms.REAL, 2021, score)),
        List.of(),
        Map.of(),
        Map.of());
  }

  private static ScoredCase scored(String quantity, Terms terms, int target, Score score) {
    Window window =
        new Window(ForecastOrigin.of(FinancialYear.starting(2018)), FinancialYear.starting(target));
    return new ScoredCase(
        Published.named(quantity),
        terms,
        window,
        false,
        7,
        new SaidRange(1, 2, 3, 4, 5),
        score,
        Map.of(Benchmark.RANDOM_WALK, score));
  }

  static Set<String> tables() {
    return TABLES.keySet();
  }

  private static Tidy table(String name) {
    return Objects.requireNonNull(TABLES.get(name), name);
  }

  @ParameterizedTest
  @MethodSource("tables")
  @DisplayName("keep the rules of CSV on the Web")
  void rules(String name) {
    String file = "gap of \"England\", 50%.csv";
    Csvw.assertKept(table(name).toCsv(), table(name).metadata(file), file);
    assertTrue(Csvw.isKeyed(table(name)), name);
  }

  @ParameterizedTest
  @MethodSource("tables")
  @DisplayName("give every number that has one its unit, and money its price basis")
  void units(String name) {
    try (Stream<TidyRow> rows = table(name).rows()) {
      rows.forEach(
          row -> {
            assertEquals(row.statistic().equals("correlation"), row.unit().isEmpty(), row + "");
            assertEquals(row.unit().startsWith("GBP"), !row.priceBasis().isEmpty(), row + "");
          });
    }
  }

  @Test
  @DisplayName("give portfolios the units of what was asked, and scores those of logarithms")
  void unitsOfAnswers() {
    assertUnit("portfolio", "objective_error", Formulas.Y.unitText());
    assertUnit("portfolio", "interaction", Formulas.Y.unitText());
    assertUnit("portfolio", "cost", "as the prices given");
    assertUnit("portfolio", "affordable", "1 if affordable, else 0");
    assertUnit("track record", "log_crps_of_model", "difference of natural logarithms");
    assertUnit("track record", "pit_of_RANDOM_WALK", "probability");
    Set<String> medians = new HashSet<>();
    table("track record")
        .rows()
        .filter(row -> row.statistic().equals("p50"))
        .forEach(row -> medians.add(row.scenario() + ": " + row.unit() + ", " + row.priceBasis()));
    assertEquals(
        Set.of(
            "model, cash: number, ",
            "model, cash: GBP million, cash",
            "model, real: GBP million, real 2018-19"),
        medians);
  }

  private static void assertUnit(String name, String statistic, String expected) {
    List<String> units =
        table(name)
            .rows()
            .filter(row -> row.statistic().equals(statistic))
            .map(row -> row.unit() + (row.priceBasis().isEmpty() ? "" : ", " + row.priceBasis()))
            .distinct()
            .toList();
    assertEquals(List.of(expected), units, statistic);
  }

  @Test
  @DisplayName("have the unit of a user's own statistic if that is said")
  void unitOfOwnStatistic() {
    Statistic own =
        Statistic.by(
            "worth (GBP million, real 2024-25)",
            (run, scenario) -> run.outcome(scenario.name(), Formulas.Y).in(Formulas.YEAR),
            Formulas.Y);
    assertEquals("", own.unit());
    assertEquals("GBP million, real 2024-25", own.in("GBP million, real 2024-25").unit());
    assertEquals("GBP", own.in("GBP").quantile(0.5).unit());
    assertThrows(IllegalArgumentException.class, () -> own.in(" "));
    Tidy table =
        Tidy.of(
            Portfolio.of(sold(Set.of()), List.of("a"), CsvwTest::sold)
                .minimise(own.in("GBP million, real 2024-25"), Settings.of(1, 10)));
    TidyRow gain =
        table.rows().filter(row -> row.statistic().equals("gain")).findFirst().orElseThrow();
    assertEquals("GBP million", gain.unit());
    assertEquals("real 2024-25", gain.priceBasis());
    TidyRow cost =
        table.rows().filter(row -> row.statistic().equals("cost")).findFirst().orElseThrow();
    assertEquals("cash", cost.priceBasis());
  }

  @Test
  @DisplayName("claim no key where two rows may be of the same")
  void noKey() {
    assertFalse(Csvw.isKeyed(Tidy.together("both", table("run"), table("run"))));
    assertTrue(Csvw.isKeyed(Tidy.together("one", table("run"))));
    assertFalse(Csvw.isKeyed(Tidy.of(portfolio(List.of("a", "b", "a + b")))));
    Projection turned =
        Simulation.of(FLAT.named("a\u202Eb"), FLAT.named("a\u202Db"))
            .keeping(GAP)
            .run(Settings.of(1, 2));
    assertFalse(Csvw.isKeyed(Tidy.of(turned)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1,}",
        "{\"a\": 1, \"a\": 2}",
        "{a: 1}",
        "{\"a\": \"\t\"}",
        "[1 2]",
        "01",
        "1.",
        "{} {}",
        "\"\\x\"",
        "{\"a\" 1}"
      })
  @DisplayName("are read strictly: what is no JSON is refused")
  void strict(String json) {
    assertThrows(IllegalArgumentException.class, () -> StrictJson.read(json));
  }

  @Test
  @DisplayName("are read as they are")
  void read() {
    assertEquals(
        Map.of("a", List.of(1.5, true, "\u00e9\"\n"), "b", Map.of()),
        StrictJson.read(" {\"a\": [1.5, true, \"\\u00e9\\\"\\n\"], \"b\": {}} "));
  }
}
