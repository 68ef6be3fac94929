package org.fundinggap.hindcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.published.Published;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.scenario.Refused;
import org.fundinggap.scoring.SampledForecast;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Small forecasts by hand: no model is run. */
@DisplayName("Quantiles that were written down")
class WrittenQuantilesTest {
  private static final EvidenceBase EVIDENCE = PastCase.EVIDENCE;
  private static final FinancialYear BASE = FinancialYear.parse("2022-23");
  private static final FinancialYear NEXT = BASE.plus(1);
  private static final LocalDate DAY = LocalDate.of(2024, 1, 31);
  private static final int LEVELS = 23;

  private static WrittenForecast.Head head(LocalDate day) {
    return new WrittenForecast.Head("0.1", day, BASE, 512, 7, "a: b", "cd");
  }

  private static WrittenForecast.Key key(String quantity, FinancialYear year) {
    return new WrittenForecast.Key(quantity, year);
  }

  private static WrittenForecast one(LocalDate day, String quantity, FinancialYear year) {
    double came = PastCase.published(quantity, PastCase.LAST);
    return new WrittenForecast(head(day), Map.of(key(quantity, year), steps(came)));
  }

  /** Each quantile e^0.01 times the one before, the median in the middle. */
  private static List<Double> steps(double median) {
    return IntStream.range(0, LEVELS)
        .mapToObj(i -> median * StrictMath.exp(0.01 * (i - 11)))
        .toList();
  }

  @Test
  @DisplayName("are scored as 199 points of a curve of logarithms, straight between the levels")
  void scoredByHand() {
    ScoredCase scored = one(DAY, "looked-after", PastCase.LAST).scored(EVIDENCE).get(0);
    double came = PastCase.published("looked-after", PastCase.LAST);
    double[] points = new double[199];
    for (int i = 0; i < points.length; i++) {
      double level = (i + 0.5) / points.length;
      // The last segment that begins at or below the level; the outer two go on beyond their ends.
      int from = LEVELS - 2;
      while (from > 0 && WrittenForecast.LEVELS.get(from) > level) {
        from--;
      }
      double low = WrittenForecast.LEVELS.get(from);
      double share = (level - low) / (WrittenForecast.LEVELS.get(from + 1) - low);
      points[i] = StrictMath.log(came) + 0.01 * (from - 11 + share);
    }
    double outcome = StrictMath.log(came);
    assertEquals(SampledForecast.of(points).crps(outcome), scored.model().crps(), 1e-12);
    assertEquals(0, scored.model().error(), 1e-9);
    assertEquals(came, scored.outcome(), 1e-9 * came);
    assertEquals(
        new SaidRange(
            came * StrictMath.exp(0.01 * (3 - 11)),
            came * StrictMath.exp(0.01 * (6 - 11)),
            came,
            came * StrictMath.exp(0.01 * (16 - 11)),
            came * StrictMath.exp(0.01 * (19 - 11))),
        scored.range());
    assertEquals(new Window(new ForecastOrigin(BASE, DAY), PastCase.LAST), scored.window());
    assertEquals(Terms.CASH, scored.terms());
    assertTrue(!scored.acrossBreak() && scored.benchmarks().isEmpty());
  }

  @Test
  @DisplayName("are scored once the year has come, and where the base year was published")
  void whatIsScored() {
    assertEquals(1, one(DAY, "looked-after", NEXT).scored(EVIDENCE).size());
    assertEquals(0, one(DAY, "looked-after", PastCase.LAST.plus(1)).scored(EVIDENCE).size());
    // Spending on homes is held for 2024-25, but not for the base year.
    assertEquals(0, one(DAY, "spending-homes", PastCase.LAST).scored(EVIDENCE).size());
  }

  @Test
  @DisplayName("are not scored on what came out on the day on which they were written, or before")
  void whatWasKnown() {
    LocalDate out = EVIDENCE.series("looked-after").observation(NEXT).provenance().published();
    assertEquals(1, one(out.minusDays(1), "looked-after", NEXT).scored(EVIDENCE).size());
    assertEquals(0, one(out, "looked-after", NEXT).scored(EVIDENCE).size());
    // Of two series one that came later is enough.
    String both = "unit-cost-looked-after";
    LocalDate spent =
        EVIDENCE.series("spend-looked-after-gross").observation(NEXT).provenance().published();
    assertEquals(1, one(spent.minusDays(1), both, NEXT).scored(EVIDENCE).size());
  }

  @Test
  @DisplayName("are refused if they are too few or fall, with the key and the numbers")
  void refused() {
    WrittenForecast.Key key = key("looked-after", NEXT);
    assertEquals(
        "quantiles of " + key + " must be 23, were 2; give one for each of LEVELS",
        message(key, List.of(1.0, 2.0)));
    List<Double> falling = new ArrayList<>(steps(100));
    falling.set(1, falling.get(0) - 1);
    assertEquals(
        "quantiles of "
            + key
            + " must not fall, were "
            + falling.get(0)
            + ", "
            + falling.get(1)
            + "; put them in the order of LEVELS",
        message(key, falling));
    falling.set(1, Double.NaN);
    assertTrue(message(key, falling).contains("must not fall"));
    List<Double> flat = IntStream.range(0, LEVELS).mapToObj(i -> 5.0).toList();
    assertEquals(flat, new WrittenForecast(head(DAY), Map.of(key, flat)).quantiles().get(key));
  }

  private static String message(WrittenForecast.Key key, List<Double> row) {
    return Refused.message(() -> new WrittenForecast(head(DAY), Map.of(key, row)));
  }

  @Test
  @DisplayName("need a release, a fingerprint and a digest")
  void blankHeads() {
    assertTrue(head(" ", "f", "d").startsWith("release must"));
    assertTrue(head("r", "", "d").startsWith("fingerprint must"));
    assertTrue(head("r", "f", "").startsWith("digest must"));
  }

  private static String head(String release, String fingerprint, String digest) {
    return Refused.message(
        () -> new WrittenForecast.Head(release, DAY, BASE, 1, 1, fingerprint, digest));
  }

  @Test
  @DisplayName("stand in a file with a head and six digits, and come back from it")
  void file() {
    Map<WrittenForecast.Key, List<Double>> quantiles = new LinkedHashMap<>();
    quantiles.put(
        key("looked-after", NEXT),
        IntStream.range(0, LEVELS).mapToObj(i -> 1_234_567.0 + i * 100_000).toList());
    quantiles.put(
        key("spending-gross", NEXT), IntStream.range(0, LEVELS).mapToObj(i -> 0.5 + i).toList());
    WrittenForecast forecast = new WrittenForecast(head(DAY), quantiles);
    String text = ForecastFile.write(forecast);
    List<String> lines = text.lines().toList();
    assertEquals(
        List.of(
            "# release: 0.1",
            "# made on: 2024-01-31",
            "# base year: 2022-23",
            "# draws: 512",
            "# seed: 7",
            "# fingerprint: a: b",
            "# digest: cd"),
        lines.subList(0, 7));
    assertTrue(lines.get(7).startsWith("quantity,unit,year,0.01,0.025,0.05,0.1,"), lines.get(7));
    assertTrue(lines.get(7).endsWith(",0.975,0.99"), lines.get(7));
    assertTrue(
        lines.get(8).startsWith("looked-after,number,2023-24,1234570,1334570,"), lines.get(8));
    assertTrue(lines.get(9).startsWith("spending-gross,GBP million,2023-24,0.5,1.5,"));
    assertEquals(10, lines.size());
    WrittenForecast read = ForecastFile.parse(text);
    assertEquals(forecast.head(), read.head());
    assertEquals(List.copyOf(quantiles.keySet()), List.copyOf(read.quantiles().keySet()));
    assertEquals(
        quantiles.get(key("spending-gross", NEXT)),
        read.quantiles().get(key("spending-gross", NEXT)));
    assertEquals(text, ForecastFile.write(read));
  }

  @Test
  @DisplayName("name every fault of a file with its line")
  void faults() {
    String text =
        ForecastFile.write(
            new WrittenForecast(head(DAY), Map.of(key("looked-after", NEXT), steps(8))));
    String row = text.lines().toList().get(8);
    assertFaults(
        text.replace("# seed: 7\n", "").replace("# digest: cd\n", ""),
        "head must have a line \"# seed: ...\", has none; add it",
        "head must have a line \"# digest: ...\", has none; add it");
    assertFaults(
        text + row + "\n",
        "line 10: quantity and year must be new, were Key[quantity=looked-after, year=2023-24];"
            + " take one of the two rows out");
    assertFaults(
        text + row + ",9\n" + row.replace("number", "FTE") + "\n",
        "line 10: fields must be 26, were 27; mend the row",
        "line 11: unit of looked-after must be number, was FTE; convert the row");
    assertFaults(
        text.replaceFirst("(?m)^(looked-after.*),[^,]*$", "$1,Infinity"),
        "line 9: quantile must be a finite number, was \"Infinity\"; write it like 1234.5");
    List<String> columns = problems(text.replace("quantity,unit", "unit,quantity"));
    assertEquals(1, columns.size());
    assertTrue(columns.get(0).startsWith("line 8: columns must be [quantity, unit, year, 0.01,"));
    assertTrue(columns.get(0).endsWith("; write the file anew"), columns.get(0));
    List<String> draws = problems(text.replace("# draws: 512", "# draws: many"));
    assertTrue(draws.get(0).startsWith("head must have numbers and a date, had {"), draws.get(0));
    assertTrue(draws.get(0).endsWith("\"many\""), draws.get(0));
    assertTrue(problems(text.replace("2024-01-31", "soon")).get(0).startsWith("head must have"));
  }

  private static void assertFaults(String text, String... faults) {
    assertEquals(List.of(faults), problems(text));
  }

  private static List<String> problems(String text) {
    return assertThrows(InvalidInputException.class, () -> ForecastFile.parse(text)).problems();
  }

  @Test
  @DisplayName("come with the library, each of quantities that are published")
  void shipped() {
    List<WrittenForecast> shipped = ForecastFile.shipped();
    assertTrue(!shipped.isEmpty());
    for (WrittenForecast each : shipped) {
      each.quantiles().keySet().forEach(key -> Published.named(key.quantity()));
      assertTrue(each.quantiles().size() > 300);
    }
  }
}
