package org.fundinggap.docs;

import static org.fundinggap.docs.TrackRecords.percent;
import static org.fundinggap.docs.TrackRecords.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.fundinggap.hindcast.Benchmark;
import org.fundinggap.hindcast.ForecastOrigin;
import org.fundinggap.hindcast.ScoreRow;
import org.fundinggap.hindcast.ScoredCase;
import org.fundinggap.hindcast.Terms;
import org.fundinggap.hindcast.TrackRecord;
import org.fundinggap.published.Published;
import org.fundinggap.published.Published.Group;
import org.fundinggap.scoring.Band;

/** What the scores say, in words. */
final class TrackSentences {
  private TrackSentences() {}

  private static double covered(Group group) {
    return ScoreRow.of(TrackRecords.today().of(group, Terms.CASH))
        .scores()
        .coverage(Band.FOUR_FIFTHS)
        .share();
  }

  /** How far a range can be trusted: the first lines of the page. */
  static List<String> trust() {
    TrackRecord record = TrackRecords.today();
    ScoreRow all = ScoreRow.of(record.where(each -> each.terms() == Terms.CASH));
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Run from %d past dates, %s to %s, and scored on %,d published numbers of %d"
                + " quantities:",
            record.origins().size(),
            record.origins().get(0).baseYear(),
            record.origins().get(record.origins().size() - 1).baseYear(),
            all.cases(),
            record.cases().stream().map(ScoredCase::quantity).distinct().count()));
    lines.add("bands of 80% held");
    lines.add("");
    for (Group group : Group.values()) {
      lines.add(sentence(group));
    }
    ScoreRow gross = ScoreRow.of(record.of(Published.named("spending-gross"), Terms.CASH));
    lines.add(
        String.format(
            Locale.ROOT,
            "- **%s%%** of gross spending as a whole (%d numbers; on average %s log points above"
                + " the median).",
            percent(gross.scores().coverage(Band.FOUR_FIFTHS).share()),
            gross.cases(),
            TrackRecords.signed(gross.scores().bias())));
    return lines;
  }

  private static String sentence(Group group) {
    ScoreRow row = ScoreRow.of(TrackRecords.today().of(group, Terms.CASH));
    return String.format(
        Locale.ROOT,
        "- **%s%%** of %s (%,d numbers, worth at least %.1f independent ones; 95%% interval of the"
            + " true share %s%%);",
        percent(covered(group)),
        plural(group),
        row.cases(),
        row.effective(),
        TrackTables.covered(row).replaceFirst("^\\S+ ", ""));
  }

  private static String plural(Group group) {
    return switch (group) {
      case VOLUME -> "volumes: children, referrals, need, protection, care";
      case PLACEMENT -> "placements";
      case UNIT_COST -> "unit costs";
      case SPENDING -> "spending";
    };
  }

  /** Which quantities a forecaster without a model beats. */
  static List<String> losers() {
    List<String> lines = new ArrayList<>();
    for (Benchmark benchmark : Benchmark.values()) {
      List<String> losers = new ArrayList<>();
      int scored = 0;
      for (Published quantity : Published.all()) {
        List<ScoredCase> cases = TrackRecords.today().of(quantity, Terms.CASH);
        if (!cases.isEmpty()) {
          OptionalDouble skill = ScoreRow.of(cases).skill(benchmark);
          scored += skill.isPresent() ? 1 : 0;
          if (skill.orElse(1) < 0) {
            losers.add(quantity.label() + " (" + skill(skill) + ")");
          }
        }
      }
      lines.add(
          String.format(
              Locale.ROOT,
              "- **%s** is better for %d of %d: %s.",
              benchmark,
              losers.size(),
              scored,
              String.join(", ", losers)));
    }
    return lines;
  }

  /** The priors that past runs read and that were made after their dates. */
  static List<String> hindsight() {
    Map<ForecastOrigin, List<String>> today = TrackRecords.today().hindsight();
    Map<ForecastOrigin, List<String>> vague = TrackRecords.vague().hindsight();
    MarkdownTable table =
        new MarkdownTable("from", ">priors made later", ">left with vague priors");
    today.forEach(
        (origin, ids) ->
            table.row(
                origin.toString(),
                Integer.toString(ids.size()),
                Integer.toString(Objects.requireNonNull(vague.get(origin)).size())));
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.add("All of them, over all origins: " + listed(today) + ".");
    lines.add("");
    lines.add("What vague priors leave: " + listed(vague) + ".");
    return lines;
  }

  private static String listed(Map<ForecastOrigin, List<String>> ids) {
    return ids.values().stream()
        .flatMap(List::stream)
        .distinct()
        .sorted()
        .map(id -> "`" + id + "`")
        .collect(Collectors.joining(", "));
  }
}
