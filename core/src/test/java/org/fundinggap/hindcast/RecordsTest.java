package org.fundinggap.hindcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.fundinggap.published.Published;
import org.fundinggap.published.Published.Group;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Refused;
import org.fundinggap.scoring.Band;
import org.fundinggap.scoring.Interval;
import org.fundinggap.scoring.SampledForecast;
import org.fundinggap.scoring.Score;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Cases made by hand, so that what is counted and averaged over them can be seen. */
@DisplayName("A track record")
class RecordsTest {
  private static final Published LOOKED_AFTER = Published.named("looked-after");
  private static final Published GROSS = Published.named("spending-gross");

  private static Score score(double outcome) {
    return Score.of(SampledForecast.of(1, 2, 3, 4), outcome);
  }

  private static Window window(int base, int target) {
    return new Window(
        ForecastOrigin.of(FinancialYear.starting(base)), FinancialYear.starting(target));
  }

  private static ScoredCase scored(
      Published quantity, Terms terms, Window window, Score model, Map<Benchmark, Score> others) {
    return new ScoredCase(
        quantity, terms, window, false, 7, new SaidRange(1, 2, 3, 4, 5), model, others);
  }

  private static ScoredCase scored(int base, int target, double outcome) {
    return scored(LOOKED_AFTER, Terms.CASH, window(base, target), score(outcome), Map.of());
  }

  private static TrackRecord record(List<ScoredCase> cases, List<Miss> misses) {
    return new TrackRecord(
        List.of(ForecastOrigin.of(FinancialYear.starting(2015))),
        cases,
        misses,
        Map.of(),
        Map.of());
  }

  @Test
  @DisplayName("gives the cases of a quantity, a group or any condition, in their terms")
  void picksCases() {
    ScoredCase people = scored(2015, 2016, 2);
    ScoredCase cash = scored(GROSS, Terms.CASH, window(2015, 2016), score(2), Map.of());
    ScoredCase real = scored(GROSS, Terms.REAL, window(2015, 2016), score(2), Map.of());
    TrackRecord record = record(List.of(people, cash, real), List.of());
    assertEquals(List.of(people), record.of(LOOKED_AFTER, Terms.CASH));
    assertEquals(List.of(), record.of(LOOKED_AFTER, Terms.REAL));
    assertEquals(List.of(real), record.of(GROSS, Terms.REAL));
    assertEquals(List.of(people), record.of(Group.VOLUME, Terms.CASH));
    assertEquals(List.of(), record.of(Group.VOLUME, Terms.REAL));
    assertEquals(List.of(cash), record.of(Group.SPENDING, Terms.CASH));
    assertEquals(List.of(cash, real), record.where(each -> each.quantity().isMoney()));
  }

  @Test
  @DisplayName("has a digest that any number of a case or of a miss changes")
  void digests() {
    Window window = window(2015, 2016);
    Map<Benchmark, Score> walk = Map.of(Benchmark.RANDOM_WALK, score(2));
    ScoredCase one = scored(GROSS, Terms.CASH, window, score(2), walk);
    Miss miss =
        new Miss("gross", window, 0.5, Map.of(Part.VOLUME, 0.25), Map.of(Set.of(), score(2)));
    List<TrackRecord> all = new ArrayList<>();
    all.add(record(List.of(one), List.of(miss)));
    all.add(record(List.of(), List.of(miss)));
    all.add(record(List.of(one), List.of()));
    for (ScoredCase other :
        List.of(
            scored(LOOKED_AFTER, Terms.CASH, window, score(2), walk),
            scored(GROSS, Terms.REAL, window, score(2), walk),
            scored(GROSS, Terms.CASH, window(2015, 2017), score(2), walk),
            scored(GROSS, Terms.CASH, window, score(3), walk),
            scored(GROSS, Terms.CASH, window, score(2), Map.of()),
            scored(GROSS, Terms.CASH, window, score(2), Map.of(Benchmark.RANDOM_WALK, score(3))),
            with(one, 8, one.range()),
            with(one, 7, new SaidRange(0.5, 2, 3, 4, 5)),
            with(one, 7, new SaidRange(1, 2.5, 3, 4, 5)),
            with(one, 7, new SaidRange(1, 2, 3.5, 4, 5)),
            with(one, 7, new SaidRange(1, 2, 3, 4.5, 5)),
            with(one, 7, new SaidRange(1, 2, 3, 4, 5.5)))) {
      all.add(record(List.of(other), List.of(miss)));
    }
    all.addAll(withOtherMisses(one, window, miss));
    Set<String> digests = new HashSet<>();
    all.forEach(each -> digests.add(each.digest()));
    assertEquals(all.size(), digests.size());
    assertEquals(all.get(0).digest(), record(List.of(one), List.of(miss)).digest());
    assertTrue(all.get(0).digest().matches("[0-9a-f]{64}"));
  }

  private static List<TrackRecord> withOtherMisses(ScoredCase one, Window window, Miss miss) {
    List<TrackRecord> all = new ArrayList<>();
    for (Miss other :
        List.of(
            new Miss("net", window, 0.5, miss.parts(), miss.swapped()),
            new Miss("gross", window(2014, 2016), 0.5, miss.parts(), miss.swapped()),
            new Miss("gross", window, 0.6, miss.parts(), miss.swapped()),
            new Miss("gross", window, 0.5, Map.of(Part.VOLUME, 0.3), miss.swapped()),
            new Miss("gross", window, 0.5, miss.parts(), Map.of(Set.of(), score(3))))) {
      all.add(record(List.of(one), List.of(other)));
    }
    return all;
  }

  private static ScoredCase with(ScoredCase from, double outcome, SaidRange range) {
    return new ScoredCase(
        from.quantity(),
        from.terms(),
        from.window(),
        false,
        outcome,
        range,
        from.model(),
        from.benchmarks());
  }

  @Test
  @DisplayName("has rows that count cases, origins and the windows that share no year")
  void rowsCount() {
    ScoreRow row =
        ScoreRow.of(
            List.of(
                scored(2010, 2011, 2),
                scored(2010, 2012, 2),
                scored(2011, 2012, 3),
                scored(2012, 2013, 4)));
    assertEquals(4, row.cases());
    assertEquals(3, row.origins());
    assertEquals(3, row.windows());
    assertEquals(2.75 - 2.5, row.scores().bias(), 1e-12);
    // Three cases one year ahead in three windows apart, one case two years ahead in one.
    double error = (3 / StrictMath.sqrt(3) + 1) / 4;
    assertEquals(1 / (error * error), row.effective(), 1e-12);
    assertEquals(
        row.scores().coverage(Band.HALF).interval(row.effective(), 0.95),
        row.coverageInterval(Band.HALF));
    assertNotEquals(new Interval(0, 1), row.coverageInterval(Band.HALF));
  }

  @Test
  @DisplayName("has never more effective cases than cases")
  void effectiveCases() {
    ScoreRow one = ScoreRow.of(List.of(scored(2010, 2011, 2)));
    assertEquals(1, one.effective(), 1e-12);
    assertEquals(
        one.scores().coverage(Band.HALF).interval(1, 0.95), one.coverageInterval(Band.HALF));
    // The same window twice is no second case.
    ScoreRow twice = ScoreRow.of(List.of(scored(2010, 2011, 2), scored(2010, 2011, 3)));
    assertEquals(1, twice.windows());
    assertEquals(1, twice.effective(), 1e-12);
    List<ScoredCase> many = new ArrayList<>();
    for (int base = 2000; base < 2007; base++) {
      many.add(scored(base, base + 1, 2));
    }
    // Rounding puts the seven a hair above seven at times; the interval takes it for seven.
    ScoreRow seven = ScoreRow.of(many);
    assertEquals(7, seven.effective(), 1e-9);
    assertEquals(
        seven.scores().coverage(Band.HALF).interval(7, 0.95).lower(),
        seven.coverageInterval(Band.HALF).lower(),
        1e-9);
  }

  @Test
  @DisplayName("has the skill over a benchmark on the cases that both scored")
  void skill() {
    Map<Benchmark, Score> walk = new LinkedHashMap<>();
    walk.put(Benchmark.RANDOM_WALK, Score.of(SampledForecast.of(9), 5));
    Score model = Score.of(SampledForecast.of(4), 5);
    ScoredCase both = scored(GROSS, Terms.CASH, window(2015, 2016), model, walk);
    ScoreRow row = ScoreRow.of(List.of(both, scored(2015, 2016, 2)));
    // The walk missed by 4, the model by 1.
    assertEquals(0.75, row.skill(Benchmark.RANDOM_WALK).orElseThrow(), 1e-12);
    assertEquals(OptionalDouble.empty(), row.skill(Benchmark.DRIFT));
  }

  @Test
  @DisplayName("knows what a miss would be if some parts were known, and of which not")
  void misses() {
    Miss miss =
        new Miss(
            "gross",
            window(2015, 2016),
            0.5,
            Map.of(Part.VOLUME, 0.25),
            Map.of(Set.of(Part.VOLUME), score(3)));
    assertEquals(0.25, miss.part(Part.VOLUME));
    assertEquals(score(3), miss.knowing(Part.VOLUME));
    assertTrue(
        Refused.message(() -> miss.knowing(Part.VOLUME, Part.INFLATION))
            .startsWith("known parts must be fewer than all, were ["));
  }

  @Test
  @DisplayName("writes origins, groups of horizons, benchmarks and parts as tables do")
  void words() {
    ForecastOrigin origin = ForecastOrigin.of(FinancialYear.starting(2018));
    assertEquals("2018-19 as of 2020-01-31", origin.toString());
    assertTrue(origin.compareTo(ForecastOrigin.of(FinancialYear.starting(2019))) < 0);
    assertEquals(LocalDate.of(2020, 1, 31), origin.asOf());
    assertEquals(
        List.of("1", "2-3", "4-6", "7+"),
        List.of(HorizonGroup.values()).stream().map(HorizonGroup::toString).toList());
    assertEquals(
        List.of("random walk", "drift", "damped trend", "sector"),
        List.of(Benchmark.values()).stream().map(Benchmark::toString).toList());
    assertEquals(
        List.of("general inflation", "volume", "real unit cost and mix"),
        List.of(Part.values()).stream().map(Part::toString).toList());
    assertEquals("cash", Terms.CASH.toString());
    assertEquals("real", Terms.REAL.toString());
  }

  @Test
  @DisplayName("lists claims that are not scored, with or without a figure of the register")
  void unscored() {
    assertEquals(
        new UnscoredClaim("what", Optional.of("figure"), "why"),
        UnscoredClaim.of("figure", "what", "why"));
    assertEquals(
        new UnscoredClaim("what", Optional.empty(), "why"),
        UnscoredClaim.unregistered("what", "why"));
  }

  @Test
  @DisplayName("refuses years that are none, and claims that say nothing")
  void refusals() {
    assertTrue(
        Refused.message(() -> HorizonGroup.of(0)).startsWith("years ahead must be at least 1"));
    assertTrue(
        Refused.message(() -> window(2015, 2015))
            .startsWith("years from 2015-16 to 2015-16 must be at least 1"));
    assertEquals(3, window(2015, 2018).years());
    assertTrue(
        Refused.message(() -> new UnscoredClaim("", Optional.empty(), "why"))
            .startsWith("what must"));
    assertTrue(
        Refused.message(() -> new UnscoredClaim("what", Optional.empty(), " "))
            .startsWith("why must"));
  }
}
