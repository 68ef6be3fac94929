package org.fundinggap.docs;

import static org.fundinggap.docs.TrackRecords.log;
import static org.fundinggap.docs.TrackRecords.percent;
import static org.fundinggap.docs.TrackRecords.signed;
import static org.fundinggap.docs.TrackRecords.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.fundinggap.hindcast.Benchmark;
import org.fundinggap.hindcast.ScoreRow;
import org.fundinggap.hindcast.ScoredCase;
import org.fundinggap.hindcast.Terms;
import org.fundinggap.published.Published;
import org.fundinggap.published.Published.Group;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scoring.Band;
import org.fundinggap.scoring.Coverage;

/** Scores by what windows were for: to choose the model on, to judge it, or neither. */
final class JudgedTables {
  private static final FinancialYear FIRST_JUDGED = FinancialYear.parse("2018-19");
  private static final FinancialYear LAST_CHOSEN_ON = FinancialYear.parse("2019-20");
  private static final Set<FinancialYear> CHOSEN_FROM =
      Set.of(FinancialYear.parse("2015-16"), FinancialYear.parse("2016-17"));

  /** Why a quantity loses to the walk or to the sector's method; one for each that does. */
  private static final Map<String, String> CAUSES =
      Map.ofEntries(
          Map.entry(
              "children",
              "no projection of the time is held: half of past growth stands for it, with a band"
                  + " that is wider than that of the sector's method on the same path"),
          Map.entry(
              "conferences",
              "referrals came out below the level that they return to, and conferences follow"
                  + " them"),
          Map.entry("plans-started", "as conferences, while the number itself stood still"),
          Map.entry("plans", "as conferences, while the number itself stood still"),
          Map.entry(
              "asylum",
              "arrivals nearly doubled in 2021-22 and rose by a third in 2022-23; nothing that is"
                  + " held says why"),
          Map.entry(
              "foster",
              "the number hardly moved, and bands are too wide: the level of exits is believed at"
                  + " 8%, from swings of a quarter before 2015"),
          Map.entry(
              "adoption",
              "follows where moves ended in one year, which is noisy; the number fell on, and"
                  + " steeply"),
          Map.entry(
              "parents",
              "follows where moves ended in one year, which is noisy; the number rose up to 2020-21"
                  + " and has fallen since"),
          Map.entry(
              "spending-young-people",
              "half of past cuts was taken to go on; spending turned in 2021-22"),
          Map.entry("spending-youth-justice", "half of past cuts was taken to go on; they ended"),
          Map.entry(
              "spending-other",
              "a residual line whose content changes; half of its past growth goes on and no price"
                  + " is known"));

  private JudgedTables() {}

  private static boolean isJudged(ScoredCase each) {
    return each.window().origin().baseYear().compareTo(FIRST_JUDGED) >= 0;
  }

  private static boolean isChosenOn(ScoredCase each) {
    return CHOSEN_FROM.contains(each.window().origin().baseYear())
        && each.window().target().compareTo(LAST_CHOSEN_ON) <= 0;
  }

  /** Neither chosen on nor judged by the same origins: scored once, at the end. */
  private static boolean isSetAside(ScoredCase each) {
    FinancialYear origin = each.window().origin().baseYear();
    return origin.compareTo(FIRST_JUDGED) < 0 && !CHOSEN_FROM.contains(origin);
  }

  static ScoreRow judged(Predicate<Published> which) {
    return row(JudgedTables::isJudged, which);
  }

  private static ScoreRow row(Predicate<ScoredCase> windows, Predicate<Published> which) {
    return ScoreRow.of(
        TrackRecords.today()
            .where(
                each ->
                    each.terms() == Terms.CASH
                        && windows.test(each)
                        && which.test(each.quantity())));
  }

  /** Each group in each kind of window, and gross spending. */
  static List<String> groups() {
    MarkdownTable table =
        new MarkdownTable(
            "windows", "of", ">n", ">80%", ">bias", ">CRPS", ">walk", ">drift", ">sector");
    addGroups(table, "judging", JudgedTables::isJudged);
    addGroups(table, "choosing", JudgedTables::isChosenOn);
    addGroups(table, "set aside", JudgedTables::isSetAside);
    return table.lines();
  }

  private static void addGroups(MarkdownTable table, String name, Predicate<ScoredCase> windows) {
    for (Group group : Group.values()) {
      add(table, name, group.toString(), row(windows, each -> each.group() == group));
    }
    add(table, name, "gross total", row(windows, JudgedTables::isGross));
  }

  private static boolean isGross(Published quantity) {
    return quantity.id().equals("spending-gross");
  }

  private static void add(MarkdownTable table, String windows, String of, ScoreRow row) {
    List<String> cells = new ArrayList<>(List.of(windows, of));
    cells.add(Integer.toString(row.cases()));
    cells.add(TrackTables.covered(row));
    cells.add(signed(row.scores().bias()));
    cells.add(log(row.scores().crps()));
    cells.add(skill(row.skill(Benchmark.RANDOM_WALK)));
    cells.add(skill(row.skill(Benchmark.DRIFT)));
    cells.add(skill(row.skill(Benchmark.SECTOR)));
    table.row(cells.toArray(String[]::new));
  }

  /** Every quantity in the judging windows that loses to the walk or to the sector's method. */
  static List<String> losers() {
    MarkdownTable table = new MarkdownTable("quantity", ">over walk", ">over sector", "why");
    Set<String> losers = new TreeSet<>();
    int scored = 0;
    for (Published quantity : Published.all()) {
      if (isScored(quantity)) {
        ScoreRow row = judged(quantity::equals);
        scored++;
        if (loses(row, Benchmark.RANDOM_WALK) || loses(row, Benchmark.SECTOR)) {
          losers.add(quantity.id());
          table.row(
              quantity.label(),
              skill(row.skill(Benchmark.RANDOM_WALK)),
              skill(row.skill(Benchmark.SECTOR)),
              CAUSES.getOrDefault(quantity.id(), "not known"));
        }
      }
    }
    if (!losers.equals(new TreeSet<>(CAUSES.keySet()))) {
      throw new IllegalStateException(
          "causes must be given for " + losers + ", were for " + new TreeSet<>(CAUSES.keySet()));
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Better than both are %d of %d (spending on homes and on fostering has no scored case)."
                + " The others:",
            scored - losers.size(),
            scored));
    lines.add("");
    lines.addAll(table.lines());
    return lines;
  }

  private static boolean isScored(Published quantity) {
    return TrackRecords.today().of(quantity, Terms.CASH).stream().anyMatch(JudgedTables::isJudged);
  }

  private static boolean loses(ScoreRow row, Benchmark benchmark) {
    return row.skill(benchmark).orElse(1) <= 0;
  }

  /** Held and scored amounts of spending in the judging windows, in words. */
  static String spending() {
    ScoreRow lines = judged(each -> each.group() == Group.SPENDING);
    ScoreRow total = judged(JudgedTables::isGross);
    return String.format(
        Locale.ROOT,
        "%s amounts that came to be spent but %s gross totals, which were %.0f%% above the median"
            + " on average; worth about %.0f independent tests",
        held(lines),
        held(total),
        100 * total.scores().bias(),
        lines.effective());
  }

  /** The record that the library ships, to stand beside every headline. */
  static List<String> pastRanges() {
    return List.of(
        "of,first origin,held,windows,independent,bias",
        pastRange("lines of spending", judged(each -> each.group() == Group.SPENDING)),
        pastRange("gross totals", judged(JudgedTables::isGross)));
  }

  private static String pastRange(String of, ScoreRow row) {
    Coverage coverage = row.scores().coverage(Band.FOUR_FIFTHS);
    return String.format(
        Locale.ROOT,
        "%s,%s,%d,%d,%.0f,%.3f",
        of,
        FIRST_JUDGED,
        coverage.held(),
        coverage.of(),
        row.effective(),
        row.scores().bias());
  }

  private static String held(ScoreRow row) {
    Coverage coverage = row.scores().coverage(Band.FOUR_FIFTHS);
    return String.format(
        Locale.ROOT, "%d of %d (%s%%)", coverage.held(), coverage.of(), percent(coverage.share()));
  }
}
