package org.fundinggap.hindcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.model.Fingerprint;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A forecast written down before the fact")
class WrittenForecastTest {
  private static final EvidenceBase EVIDENCE = EvidenceBase.load();
  private static final LocalDate DAY = LocalDate.of(2024, 1, 31);

  private static WrittenForecast past() {
    FinancialYear base = FinancialYear.parse("2022-23");
    Baseline baseline = Baseline.england(EVIDENCE, base).to(base.plus(3));
    return WrittenForecast.of("0.0.1", DAY, baseline, Settings.of(7, 512));
  }

  @Test
  @DisplayName("is read as it was written")
  void fileIsReadAsWritten() {
    String text = ForecastFile.write(past());
    WrittenForecast read = ForecastFile.parse(text);
    assertEquals(past().head(), read.head());
    assertEquals(text, ForecastFile.write(read));
    WrittenForecast.Key key =
        new WrittenForecast.Key("looked-after", FinancialYear.parse("2023-24"));
    assertEquals(median(past(), key), median(read, key), 0.5);
  }

  private static double median(WrittenForecast forecast, WrittenForecast.Key key) {
    return Objects.requireNonNull(forecast.quantiles().get(key)).get(11);
  }

  @Test
  @DisplayName("is scored in the years that have an outturn by now, and in no other")
  void publishedYearsAreScored() {
    List<ScoredCase> cases = past().scored(EVIDENCE);
    assertTrue(cases.size() > 60, () -> cases.size() + " cases");
    assertTrue(
        cases.stream().allMatch(each -> each.window().years() <= 2), () -> "no year after 2024-25");
    PastRun run =
        new PastRun(
            ForecastOrigin.of(FinancialYear.parse("2022-23")),
            EVIDENCE,
            BaselineRun.run(
                Baseline.england(EVIDENCE, FinancialYear.parse("2022-23"))
                    .to(FinancialYear.parse("2025-26")),
                Settings.of(7, 512),
                org.fundinggap.simulation.Execution.ofThreads(1)));
    for (ScoredCase each : cases) {
      ScoredCase ofDraws =
          CaseScorer.of(EVIDENCE, run)
              .score(each.quantity(), Terms.CASH, each.window().target())
              .orElseThrow();
      // 23 quantiles stand for all draws: within a tenth of a score, or a thousandth.
      double allowed = Math.max(0.1 * ofDraws.model().crps(), 0.001);
      assertEquals(ofDraws.model().crps(), each.model().crps(), allowed, each::toString);
    }
  }

  @Test
  @DisplayName("is not scored on what was out on the day on which it was written")
  void knownOutcomesAreNoForesight() {
    WrittenForecast.Head head = past().head();
    WrittenForecast late =
        new WrittenForecast(
            new WrittenForecast.Head(
                head.release(),
                LocalDate.of(2024, 11, 15),
                head.baseYear(),
                head.draws(),
                head.seed(),
                head.fingerprint(),
                head.digest()),
            past().quantiles());
    assertTrue(past().scored(EVIDENCE).stream().anyMatch(each -> isReferralsOf(each, "2023-24")));
    assertTrue(late.scored(EVIDENCE).stream().noneMatch(each -> isReferralsOf(each, "2023-24")));
    assertTrue(late.scored(EVIDENCE).stream().anyMatch(each -> isReferralsOf(each, "2024-25")));
  }

  private static boolean isReferralsOf(ScoredCase each, String year) {
    return each.quantity().id().equals("referrals")
        && each.window().target().toString().equals(year);
  }

  @Test
  @DisplayName("comes with the library, the newest of today's model")
  void newestIsOfThisModel() {
    List<WrittenForecast> shipped = ForecastFile.shipped();
    WrittenForecast newest = shipped.get(shipped.size() - 1);
    String today = Fingerprint.of(BaselineRun.scenario(Baseline.england(EVIDENCE))).hex();
    assertEquals(
        today,
        newest.head().fingerprint(),
        "the model has changed: write its forecast with examples' WriteForecast");
    assertEquals(380, newest.quantiles().size());
    assertEquals(List.of(), newest.scored(EVIDENCE), "nothing of it has come yet");
  }

  @Test
  @DisplayName("is refused where its head, a column or a quantile is wrong")
  void wrongFilesAreRefused() {
    String text = ForecastFile.write(past());
    List<String> lines = new ArrayList<>(text.lines().toList());
    lines.remove("# release: 0.0.1");
    lines.set(8, lines.get(8).replace("children,number", "children,FTE"));
    lines.set(9, lines.get(9).replaceFirst("[0-9.]+$", "many"));
    lines.set(10, lines.get(10).replace("referrals", "referals"));
    lines.set(11, lines.get(12));
    lines.set(13, lines.get(13).replaceFirst(",[^,]*$", ""));
    List<String> problems = problems(String.join("\n", lines));
    assertEquals(6, problems.size(), problems::toString);
    assertHas(problems, 0, "line 9: unit of children must be number, was FTE; convert the row");
    assertHas(
        problems, 1, "line 10: quantile must be a finite number, was \"many\"; write it like");
    assertHas(problems, 2, "line 11: id must be of a published quantity, was \"referals\"");
    assertHas(problems, 3, "line 13: quantity and year must be new, were ");
    assertHas(problems, 4, "line 14: fields must be 26, were 25; mend the row");
    assertHas(problems, 5, "head must have a line \"# release: ...\", has none; add it");
    assertHas(problems(text.replace("0.025,0.05", "0.03,0.05")), 0, "line 8: columns must be ");
    assertHas(problems(text.replace("# draws: 512", "# draws: some")), 0, "head must have numbers");
    WrittenForecast.Key key =
        new WrittenForecast.Key("looked-after", FinancialYear.parse("2025-26"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new WrittenForecast(past().head(), Map.of(key, List.of(1.0))));
  }

  private static List<String> problems(String text) {
    return assertThrows(InvalidInputException.class, () -> ForecastFile.parse(text)).problems();
  }

  private static void assertHas(List<String> problems, int index, String start) {
    assertTrue(problems.get(index).startsWith(start), problems.get(index));
  }
}
