package org.fundinggap.internal.plausible;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.csv.Row;

/**
 * Judges the numbers of a register while it is read: each alone, then each year beside the one
 * before, then parts beside their whole.
 *
 * <p>What is wrong goes to the row that holds it, as its other faults do. A row whose note says
 * {@link AsIs as-is:} and why is let through. Of a row with another fault nothing more is said.
 */
public final class Plausibility {
  private static final String SPREAD = "spread";

  private final Rules rules = Rules.shipped();
  private final Map<String, String> units = new HashMap<>();
  private final Map<String, NavigableMap<Integer, Held>> held = new HashMap<>();

  /** Begins a register of which nothing is read yet. */
  public Plausibility() {
    // The fields above are all that it begins with.
  }

  /**
   * Judges a number that has no year.
   *
   * @param row the row that holds it
   * @param column the column
   * @param id its id
   * @param unit its unit, as the register writes it
   * @param value the number
   */
  public void number(Row row, String column, String id, String unit, double value) {
    Held one = new Held(id, "", value, false, row, column);
    alone(one, unit, rules.bounds(id, unit));
    if (column.equals("value") || column.equals("centre")) {
      held.computeIfAbsent(id, any -> new TreeMap<>()).putIfAbsent(0, one);
    }
  }

  /**
   * Judges the standard deviation of a number: less than the number has room.
   *
   * @param row the row that holds it, in column {@code spread}
   * @param id the id of the number
   * @param unit its unit, as the register writes it
   * @param value the standard deviation
   */
  public void spread(Row row, String id, String unit, double value) {
    Held one = new Held(id, "", value, false, row, SPREAD);
    Bounds bounds = rules.bounds(id, unit);
    double room = bounds.upper() - bounds.lower();
    if (one.isJudged() && !(value <= room)) {
      one.fault(
          "be at most "
              + NumberText.exact(room)
              + ", all the room that "
              + id
              + " has in "
              + bounds.interval());
    }
  }

  /**
   * Judges a value of a series by itself, and keeps it for {@link #finish()}.
   *
   * @param row the row that holds it
   * @param id the series
   * @param unit its unit, as the register writes it
   * @param year the year as a number
   * @param value the value
   * @param broken whether it cannot be compared with the year before
   */
  public void observation(Row row, String id, String unit, int year, double value, boolean broken) {
    Held one = new Held(id, row.text("year"), value, broken, row, "value");
    alone(one, unit, rules.ofSeries(id, unit));
    units.put(id, unit);
    held.computeIfAbsent(id, any -> new TreeMap<>()).putIfAbsent(year, one);
  }

  /**
   * Judges an earlier value of a year beside the latest.
   *
   * @param row the row that holds it
   * @param id the series
   * @param unit its unit, as the register writes it
   * @param year the year as a number, of which there is an observation
   * @param value the earlier value
   */
  public void vintage(Row row, String id, String unit, int year, double value) {
    Held one = new Held(id, row.text("year"), value, false, row, "value");
    alone(one, unit, rules.ofSeries(id, unit));
    Optional.ofNullable(held.get(id))
        .map(years -> years.get(year))
        .ifPresent(
            latest ->
                beside(
                    rules.change(unit, latest.value()),
                    latest,
                    one,
                    1,
                    "the latest value of that year"));
  }

  private static void alone(Held one, String unit, Bounds bounds) {
    if (!one.isJudged() || bounds.hold(one.value())) {
      return;
    }
    String must =
        "be in "
            + bounds.interval()
            + " for "
            + one.named()
            + " ("
            + bounds.sort()
            + ": "
            + bounds.why()
            + ")";
    if (unit.equals(Rules.SHARE) && one.value() > 1 && one.value() <= 100) {
      one.fault(must, "write 0.05 for 5%");
    } else {
      one.fault(must);
    }
  }

  private static void beside(
      Optional<Change> change, Held earlier, Held one, int years, String what) {
    if (change.isEmpty() || !earlier.isJudged() || !one.isJudged()) {
      return;
    }
    if (!change.get().allows(earlier.value(), one.value(), years)) {
      one.fault(
          "lie "
              + change.get().words()
              + " "
              + NumberText.exact(earlier.value())
              + " ("
              + earlier.row().place()
              + "), "
              + what
              + (years == 1 ? "" : ", for each of " + years + " years")
              + ", for "
              + one.named());
    }
  }

  /** Judges each value beside the year before, then parts beside their whole. */
  public void finish() {
    held.forEach((id, years) -> neighbours(id, new ArrayList<>(years.entrySet())));
    // All relations look at the rows as the rules before left them, so that none hides another.
    List<Runnable> faults = new ArrayList<>();
    rules.wholes().forEach(whole -> relation(whole, faults));
    faults.forEach(Runnable::run);
  }

  private void neighbours(String id, List<Map.Entry<Integer, Held>> years) {
    String unit = units.get(id);
    if (unit == null) {
      return;
    }
    for (int i = 1; i < years.size(); i++) {
      Held one = years.get(i).getValue();
      Held earlier = years.get(i - 1).getValue();
      Optional<Change> change = rules.change(unit, earlier.value());
      if (one.broken()) {
        String before = "the value of " + earlier.when() + " before the break";
        beside(change.map(Change::overBreak), earlier, one, 1, before);
      } else {
        int apart = years.get(i).getKey() - years.get(i - 1).getKey();
        beside(change, earlier, one, apart, "the value of " + earlier.when());
      }
    }
  }

  private void relation(Whole whole, List<Runnable> faults) {
    NavigableMap<Integer, Held> first = held.getOrDefault(whole.parts().get(0), new TreeMap<>());
    for (int year : first.subMap(whole.from(), true, whole.until(), true).keySet()) {
      List<Held> parts = whole.parts().stream().flatMap(id -> at(id, year).stream()).toList();
      Optional<Held> of = at(whole.whole(), year);
      boolean complete =
          parts.size() == whole.parts().size() && (of.isPresent() || whole.isOfConstant());
      if (complete && Stream.concat(parts.stream(), of.stream()).allMatch(Held::isJudged)) {
        Held blamed = of.orElse(parts.get(parts.size() - 1));
        whole
            .broken(of.map(Held::value), parts)
            .ifPresent(must -> faults.add(() -> blamed.fault(must + ", for " + blamed.named())));
      }
    }
  }

  private Optional<Held> at(String id, int year) {
    return Optional.ofNullable(held.get(id)).map(years -> years.get(year));
  }
}
