package org.fundinggap.docs;

import static org.fundinggap.docs.TrackRecords.log;
import static org.fundinggap.docs.TrackRecords.percent;
import static org.fundinggap.docs.TrackRecords.signed;
import static org.fundinggap.docs.TrackRecords.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.fundinggap.hindcast.Benchmark;
import org.fundinggap.hindcast.HorizonGroup;
import org.fundinggap.hindcast.ScoreRow;
import org.fundinggap.hindcast.ScoredCase;
import org.fundinggap.hindcast.Terms;
import org.fundinggap.hindcast.TrackRecord;
import org.fundinggap.published.Published;
import org.fundinggap.published.Published.Group;
import org.fundinggap.scoring.Band;
import org.fundinggap.scoring.Interval;

/** Scores from every past date. */
final class TrackTables {
  private static final String[] COLUMNS = {
    ">n",
    ">origins",
    ">windows",
    ">bias",
    ">50%",
    ">80%",
    ">90%",
    ">CRPS",
    ">WIS",
    ">walk",
    ">drift",
    ">damped",
    ">sector"
  };

  private TrackTables() {}

  private static MarkdownTable table(String... first) {
    List<String> columns = new ArrayList<>(List.of(first));
    columns.addAll(List.of(COLUMNS));
    return new MarkdownTable(columns.toArray(String[]::new));
  }

  private static void addRow(MarkdownTable table, List<ScoredCase> cases, String... first) {
    if (cases.isEmpty()) {
      return;
    }
    ScoreRow row = ScoreRow.of(cases);
    List<String> cells = new ArrayList<>(List.of(first));
    cells.add(Integer.toString(row.cases()));
    cells.add(Integer.toString(row.origins()));
    cells.add(Integer.toString(row.windows()));
    cells.add(signed(row.scores().bias()));
    cells.add(percent(row.scores().coverage(Band.HALF).share()));
    cells.add(covered(row));
    cells.add(percent(row.scores().coverage(Band.NINE_TENTHS).share()));
    cells.add(log(row.scores().crps()));
    cells.add(log(row.scores().intervalScore()));
    for (Benchmark benchmark : Benchmark.values()) {
      cells.add(skill(row.skill(benchmark)));
    }
    table.row(cells.toArray(String[]::new));
  }

  /** Coverage of the 80% band, with the bounds of the true share. */
  static String covered(ScoreRow row) {
    Interval bounds = row.coverageInterval(Band.FOUR_FIFTHS);
    return String.format(
        Locale.ROOT,
        "%s [%s, %s]",
        percent(row.scores().coverage(Band.FOUR_FIFTHS).share()),
        percent(bounds.lower()),
        percent(bounds.upper()));
  }

  /** Each group of quantities by horizon, in cash. */
  static List<String> groups() {
    MarkdownTable table = table("group", "years ahead");
    for (Group group : Group.values()) {
      List<ScoredCase> all = TrackRecords.today().of(group, Terms.CASH);
      for (HorizonGroup horizon : HorizonGroup.values()) {
        addRow(table, at(all, horizon), group.toString(), horizon.toString());
      }
      addRow(table, all, "**" + group + "**", "all");
    }
    return table.lines();
  }

  /** Money in prices of the base year. */
  static List<String> real() {
    MarkdownTable table = table("in real terms", "years ahead");
    for (Group group : List.of(Group.UNIT_COST, Group.SPENDING)) {
      List<ScoredCase> all = TrackRecords.today().of(group, Terms.REAL);
      for (HorizonGroup horizon : HorizonGroup.values()) {
        addRow(table, at(all, horizon), group.toString(), horizon.toString());
      }
      addRow(table, all, "**" + group + "**", "all");
    }
    Published gross = Published.named("spending-gross");
    addRow(table, TrackRecords.today().of(gross, Terms.REAL), "gross total", "all");
    return table.lines();
  }

  /** Each quantity over all horizons. */
  static List<String> quantities() {
    MarkdownTable table = table("quantity", "group");
    for (Published quantity : Published.all()) {
      addRow(
          table,
          TrackRecords.today().of(quantity, Terms.CASH),
          quantity.label() + " (`" + quantity.id() + "`)",
          quantity.group().toString());
    }
    return table.lines();
  }

  /** Each quantity by horizon. */
  static List<String> everything() {
    MarkdownTable table = table("quantity", "years ahead");
    for (Published quantity : Published.all()) {
      List<ScoredCase> all = TrackRecords.today().of(quantity, Terms.CASH);
      for (HorizonGroup horizon : HorizonGroup.values()) {
        addRow(table, at(all, horizon), quantity.label(), horizon.toString());
      }
    }
    return table.lines();
  }

  /** The eight origins of the study beside what it found with the procedure of its day. */
  static List<String> study() {
    List<String> without = List.of("2012-13", "2013-14", "2017-18");
    Map<Group, String> found =
        Map.of(
            Group.VOLUME, "87", Group.PLACEMENT, "57", Group.UNIT_COST, "59", Group.SPENDING, "41");
    MarkdownTable table =
        new MarkdownTable(
            "80% coverage, %, from the study's eight origins",
            ">study", ">here", ">n", ">bias here");
    for (Group group : Group.values()) {
      ScoreRow row =
          ScoreRow.of(
              TrackRecords.today().of(group, Terms.CASH).stream()
                  .filter(each -> !without.contains(each.window().origin().baseYear().toString()))
                  .toList());
      table.row(
          group.toString(),
          Objects.requireNonNull(found.get(group)),
          percent(row.scores().coverage(Band.FOUR_FIFTHS).share()),
          Integer.toString(row.cases()),
          signed(row.scores().bias()));
    }
    return table.lines();
  }

  /** Whether statistics changed what they count between base year and target. */
  static List<String> breaks() {
    MarkdownTable table = table("group", "statistics");
    for (Group group : Group.values()) {
      List<ScoredCase> all = TrackRecords.today().of(group, Terms.CASH);
      addRow(
          table,
          all.stream().filter(each -> !each.acrossBreak()).toList(),
          group.toString(),
          "same");
      addRow(
          table,
          all.stream().filter(ScoredCase::acrossBreak).toList(),
          group.toString(),
          "changed");
    }
    return table.lines();
  }

  /** Outcomes that are not scored, because the quantity has no base. */
  static List<String> leftOut() {
    List<String> parts = new ArrayList<>();
    TrackRecords.today()
        .leftOut()
        .forEach((id, count) -> parts.add(Published.named(id).label() + " (" + count + ")"));
    return List.of("Left out: " + String.join(", ", parts) + ".");
  }

  /** With the priors of today and with vague ones. */
  static List<String> vague() {
    MarkdownTable table = table("group", "priors");
    for (Group group : Group.values()) {
      addRow(table, TrackRecords.today().of(group, Terms.CASH), group.toString(), "of 2026");
      addRow(table, TrackRecords.vague().of(group, Terms.CASH), group.toString(), "vague");
    }
    return table.lines();
  }

  /** Where outcomes fell in the distributions that were drawn, in tenths. */
  static List<String> pit() {
    MarkdownTable table =
        new MarkdownTable(
            "share of outcomes, %",
            ">lowest tenth", ">2", ">3", ">4", ">5", ">6", ">7", ">8", ">9", ">highest tenth");
    for (Group group : Group.values()) {
      ScoreRow row = ScoreRow.of(TrackRecords.today().of(group, Terms.CASH));
      List<String> cells = new ArrayList<>(List.of(group.toString()));
      for (int count : row.scores().pitHistogram(10)) {
        cells.add(percent((double) count / row.cases()));
      }
      table.row(cells.toArray(String[]::new));
    }
    return table.lines();
  }

  /** Each group from each origin: whether one bad year carries it all. */
  static List<String> origins() {
    TrackRecord record = TrackRecords.today();
    List<String> columns = new ArrayList<>(List.of("held by 80% bands, from"));
    for (Group group : Group.values()) {
      columns.add(">" + group);
    }
    columns.add(">gross total, bias");
    MarkdownTable table = new MarkdownTable(columns.toArray(String[]::new));
    Published gross = Published.named("spending-gross");
    record
        .origins()
        .forEach(
            origin -> {
              List<String> cells = new ArrayList<>(List.of(origin.toString()));
              for (Group group : Group.values()) {
                cells.add(
                    held(
                        record.where(
                            each ->
                                each.window().origin().equals(origin)
                                    && each.terms() == Terms.CASH
                                    && each.quantity().group() == group)));
              }
              List<ScoredCase> totals =
                  record.of(gross, Terms.CASH).stream()
                      .filter(each -> each.window().origin().equals(origin))
                      .toList();
              cells.add(signed(ScoreRow.of(totals).scores().bias()));
              table.row(cells.toArray(String[]::new));
            });
    return table.lines();
  }

  private static String held(List<ScoredCase> cases) {
    if (cases.isEmpty()) {
      return "";
    }
    var coverage = ScoreRow.of(cases).scores().coverage(Band.FOUR_FIFTHS);
    return coverage.held() + " of " + coverage.of();
  }

  static List<ScoredCase> at(List<ScoredCase> cases, HorizonGroup horizon) {
    return cases.stream().filter(each -> each.window().group() == horizon).toList();
  }
}
