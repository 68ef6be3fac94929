package org.fundinggap.docs;

import static org.fundinggap.docs.TrackRecords.log;
import static org.fundinggap.docs.TrackRecords.percent;
import static org.fundinggap.docs.TrackRecords.signed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.fundinggap.hindcast.HorizonGroup;
import org.fundinggap.hindcast.Miss;
import org.fundinggap.hindcast.Part;
import org.fundinggap.hindcast.Window;
import org.fundinggap.scoring.Band;
import org.fundinggap.scoring.ScoreSummary;

/** What spending missed by, in parts. */
final class MissTables {
  private static final String GROSS = "gross total";

  private MissTables() {}

  private static List<Miss> misses() {
    return TrackRecords.today().misses();
  }

  private static Set<String> labels() {
    return misses().stream().map(Miss::label).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<Miss> of(String label) {
    return misses().stream().filter(miss -> miss.label().equals(label)).toList();
  }

  private static double mean(List<Miss> misses, ToDoubleFunction<Miss> number) {
    return misses.stream().mapToDouble(number).average().orElse(Double.NaN);
  }

  private static void addRow(MarkdownTable table, List<Miss> misses, String... first) {
    if (misses.isEmpty()) {
      return;
    }
    List<Window> windows = misses.stream().map(Miss::window).toList();
    List<String> cells = new ArrayList<>(List.of(first));
    cells.add(Integer.toString(misses.size()));
    cells.add(Integer.toString(Window.apart(windows)));
    cells.add(signed(mean(misses, Miss::all)));
    for (Part part : Part.values()) {
      cells.add(signed(mean(misses, miss -> miss.part(part))));
    }
    table.row(cells.toArray(String[]::new));
  }

  private static MarkdownTable table(String first) {
    return new MarkdownTable(
        first,
        "years ahead",
        ">n",
        ">windows",
        ">miss",
        ">= " + Part.INFLATION,
        ">+ " + Part.VOLUME,
        ">+ " + Part.REAL_COST);
  }

  /** The mean miss of each line and horizon, in parts. */
  static List<String> byLine() {
    MarkdownTable table = table("spending on");
    for (String label : labels()) {
      List<Miss> all = of(label);
      for (HorizonGroup horizon : HorizonGroup.values()) {
        List<Miss> some = all.stream().filter(miss -> miss.window().group() == horizon).toList();
        addRow(table, some, label, horizon.toString());
      }
      addRow(table, all, "**" + label + "**", "all");
    }
    return table.lines();
  }

  /** Gross spending of the last year from every origin. */
  static List<String> byOrigin() {
    MarkdownTable table = table("gross spending of the last year, from");
    List<Miss> gross = of(GROSS);
    for (Miss miss : gross) {
      boolean last =
          gross.stream()
              .filter(other -> other.window().origin().equals(miss.window().origin()))
              .noneMatch(other -> other.window().years() > miss.window().years());
      if (last) {
        addRow(
            table,
            List.of(miss),
            miss.window().origin().baseYear().toString(),
            Integer.toString(miss.window().years()));
      }
    }
    return table.lines();
  }

  /** Scores of gross spending if some of it had been known. */
  static List<String> swapped() {
    MarkdownTable table =
        new MarkdownTable("gross spending, if this had been known", ">80%", ">bias", ">CRPS");
    List<Miss> gross = of(GROSS);
    for (Set<Part> known : gross.get(0).swapped().keySet()) {
      ScoreSummary scores =
          ScoreSummary.of(
              gross.stream().map(miss -> miss.knowing(known.toArray(Part[]::new))).toList());
      table.row(
          known.isEmpty()
              ? "nothing: as it stands"
              : known.stream().map(Part::toString).collect(Collectors.joining(", and ")),
          percent(scores.coverage(Band.FOUR_FIFTHS).share()),
          signed(scores.bias()),
          log(scores.crps()));
    }
    return table.lines();
  }
}
