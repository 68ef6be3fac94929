package org.fundinggap.docs;

import static org.fundinggap.docs.TrackRecords.signed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fundinggap.draws.Draws;
import org.fundinggap.hindcast.Benchmark;
import org.fundinggap.hindcast.ModelsThen;
import org.fundinggap.hindcast.ProjectionClaims;
import org.fundinggap.hindcast.ScoredClaim;
import org.fundinggap.hindcast.UnscoredClaim;

/** What others projected, beside the model of their day and what came. */
final class ClaimTables {
  private ClaimTables() {}

  private static List<ScoredClaim> scored() {
    ModelsThen models =
        ModelsThen.run(ProjectionClaims.all(), TrackRecords.EVIDENCE, TrackRecords.SETTINGS);
    return ProjectionClaims.score(TrackRecords.EVIDENCE, models::of);
  }

  /** Claims whose year has come: how far each forecaster was off. */
  static List<String> due() {
    MarkdownTable table =
        new MarkdownTable(
            "claim",
            "of",
            "year",
            ">said",
            ">came",
            ">claim missed by",
            ">in its own terms: said",
            ">came",
            "model of the day",
            ">model",
            ">walk",
            ">drift",
            ">sector");
    for (ScoredClaim each : scored()) {
      if (each.outcome().isPresent()) {
        List<String> cells = new ArrayList<>(head(each));
        cells.add(whole(each.outcome().getAsDouble()));
        cells.add(miss(each.miss()));
        cells.addAll(inItsOwnTerms(each));
        cells.add(model(each));
        cells.add(miss(each.modelMiss()));
        for (Benchmark benchmark :
            List.of(Benchmark.RANDOM_WALK, Benchmark.DRIFT, Benchmark.SECTOR)) {
          cells.add(miss(each.benchmarkMiss(benchmark)));
        }
        table.row(cells.toArray(String[]::new));
      }
    }
    return table.lines();
  }

  /** Claims whose year has not come: where their own path is now. */
  static List<String> notDue() {
    MarkdownTable table =
        new MarkdownTable("claim", "of", "year", ">said", "model of the day", "on its path now");
    for (ScoredClaim each : scored()) {
      if (each.outcome().isEmpty()) {
        List<String> cells = new ArrayList<>(head(each));
        cells.add(model(each));
        cells.add(
            each.progress()
                .map(
                    now ->
                        String.format(
                            Locale.ROOT,
                            "%s: %s, came %s",
                            now.year(),
                            whole(now.path()),
                            whole(now.outcome())))
                .orElse(""));
        table.row(cells.toArray(String[]::new));
      }
    }
    return table.lines();
  }

  /** A gap, or a number on another scope, as it was claimed and as it came. */
  private static List<String> inItsOwnTerms(ScoredClaim each) {
    if (each.claim().level().isAsStated()) {
      return List.of("", "");
    }
    return List.of(
        whole(each.claim().claimed(TrackRecords.EVIDENCE).value()),
        whole(each.claim().outcomeAsClaimed(TrackRecords.EVIDENCE).orElseThrow()));
  }

  private static List<String> head(ScoredClaim each) {
    return List.of(
        each.claim().maker() + " (`" + each.claim().id() + "`)",
        each.claim().quantity().label(),
        each.claim().target().toString(),
        whole(each.level()));
  }

  private static String model(ScoredClaim each) {
    if (each.model().isEmpty()) {
      return "";
    }
    Draws draws = each.model().get();
    return String.format(
        Locale.ROOT,
        "from %s: %s [%s, %s]",
        each.baseYear().orElseThrow(),
        whole(draws.quantile(0.5)),
        whole(draws.quantile(0.1)),
        whole(draws.quantile(0.9)));
  }

  private static String miss(double log) {
    return Double.isNaN(log) ? "" : signed(log);
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  /** How each claim is read; those that are read alike together. */
  static List<String> readings() {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    for (ScoredClaim each : scored()) {
      ids.computeIfAbsent(each.claim().reading(), any -> new ArrayList<>())
          .add("`" + each.claim().id() + "`");
    }
    List<String> lines = new ArrayList<>();
    ids.forEach((reading, of) -> lines.add("- " + String.join(", ", of) + ": " + reading));
    return lines;
  }

  /** Claims that can't be set beside an outturn. */
  static List<String> unscored() {
    List<String> lines = new ArrayList<>();
    for (UnscoredClaim each : ProjectionClaims.unscored()) {
      lines.add("- " + each.what() + ": " + each.why() + ".");
    }
    return lines;
  }
}
