package org.fundinggap.internal.plausible;

import com.google.common.base.Splitter;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.evidence.Observation;
import org.fundinggap.evidence.Prior;
import org.fundinggap.evidence.Provenance;
import org.fundinggap.evidence.Series;
import org.fundinggap.quantity.Unit;

/**
 * Judges a loaded register a second time, from the tables of rules and nothing else of the code.
 */
public final class LoadedValues {
  private static final Map<String, double[]> UNITS = bounds("units.csv", "unit");
  private static final Map<String, double[]> SORTS = bounds("sorts.csv", "sort");
  private static final Map<String, String> NUMBERS = new HashMap<>();

  static {
    for (NamedCsvRecord row : RulesTest.rows("numbers.csv")) {
      NUMBERS.put(row.getField("id"), row.getField("sort"));
    }
  }

  private final EvidenceBase evidence;
  private final List<String> problems = new ArrayList<>();

  private LoadedValues(EvidenceBase evidence) {
    this.evidence = evidence;
  }

  private static Map<String, double[]> bounds(String file, String key) {
    Map<String, double[]> bounds = new HashMap<>();
    for (NamedCsvRecord row : RulesTest.rows(file)) {
      bounds.put(row.getField(key), new double[] {number(row, "lower"), number(row, "upper")});
    }
    return bounds;
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  /** What breaks a rule and has no word of a person. */
  public static List<String> impossible(EvidenceBase evidence) {
    LoadedValues values = new LoadedValues(evidence);
    for (Figure figure : evidence.figures()) {
      figure
          .central()
          .ifPresent(
              number -> values.within(figure.id(), figure.unit(), number, figure.provenance()));
      figure
          .range()
          .ifPresent(
              range -> {
                values.within(figure.id(), figure.unit(), range.low(), figure.provenance());
                values.within(figure.id(), figure.unit(), range.high(), figure.provenance());
              });
    }
    for (Prior prior : evidence.priors()) {
      for (double number : new double[] {prior.centre(), prior.lower(), prior.upper()}) {
        if (Double.isFinite(number)) {
          values.within(prior.id(), prior.unit(), number, prior.provenance());
        }
      }
    }
    evidence.allSeries().forEach(values::series);
    RulesTest.rows("wholes.csv").forEach(values::whole);
    return values.problems;
  }

  private static boolean isLetThrough(Provenance provenance) {
    return provenance.note().matches("(?s).*as-is:\\s*\\S.*");
  }

  private void within(String id, Unit unit, double value, Provenance provenance) {
    boolean change = unit == Unit.SHARE && !evidence.hasSeries(id);
    String sort = NUMBERS.getOrDefault(id, change ? "change over years" : "");
    double[] bounds =
        Objects.requireNonNull(sort.isEmpty() ? UNITS.get(unit.symbol()) : SORTS.get(sort));
    if (!(value >= bounds[0] && value <= bounds[1]) && !isLetThrough(provenance)) {
      problems.add(id + " " + value);
    }
  }

  private void series(Series series) {
    Observation before = null;
    int yearBefore = 0;
    for (Map.Entry<String, Observation> entry : series.observations().entrySet()) {
      Observation one = entry.getValue();
      int year = Integer.parseInt(entry.getKey().substring(0, 4));
      within(series.id(), series.unit(), one.value(), one.provenance());
      if (before != null
          && !one.breakBefore()
          && !isLetThrough(one.provenance())
          && !isLetThrough(before.provenance())) {
        step(series, before.value(), one.value(), year - yearBefore);
      }
      before = one;
      yearBefore = year;
    }
  }

  private void step(Series series, double before, double value, int years) {
    NamedCsvRecord rule = null;
    for (NamedCsvRecord row : RulesTest.rows("changes.csv")) {
      if (row.getField("unit").equals(series.unit().symbol()) && before >= number(row, "from")) {
        rule = row;
      }
    }
    if (rule == null) {
      return;
    }
    boolean factor = rule.getField("measure").equals("factor");
    double smallest = factor ? number(rule, "smallest") : Double.NEGATIVE_INFINITY;
    double from = Math.max(before, smallest);
    double to = Math.max(value, smallest);
    double step = factor ? StrictMath.pow(to / from, 1.0 / years) : (to - from) / years;
    if (!(step >= number(rule, "fall") - 1e-9 && step <= number(rule, "rise") + 1e-9)) {
      problems.add(series.id() + " from " + before + " to " + value);
    }
  }

  private void whole(NamedCsvRecord rule) {
    List<Map<Integer, Double>> parts = new ArrayList<>();
    for (String id : Splitter.on(' ').split(rule.getField("parts"))) {
      parts.add(judged(id));
    }
    String id = rule.getField("whole");
    Optional<Map<Integer, Double>> whole =
        id.isEmpty() || id.equals("1") ? Optional.empty() : Optional.of(judged(id));
    for (int year : parts.get(0).keySet()) {
      boolean complete =
          parts.stream().allMatch(part -> part.containsKey(year))
              && whole.map(all -> all.containsKey(year)).orElse(true);
      if (complete && year >= number(rule, "from") && year <= number(rule, "until")) {
        double all = whole.map(one -> one.get(year)).orElse(1.0);
        holds(rule, year, all, parts.stream().map(part -> part.get(year)).toList());
      }
    }
  }

  private Map<Integer, Double> judged(String id) {
    TreeMap<Integer, Double> values = new TreeMap<>();
    if (evidence.hasSeries(id)) {
      evidence
          .series(id)
          .observations()
          .forEach(
              (year, one) -> {
                if (!isLetThrough(one.provenance())) {
                  values.put(Integer.parseInt(year.substring(0, 4)), one.value());
                }
              });
    } else if (evidence.hasPrior(id) && !isLetThrough(evidence.prior(id).provenance())) {
      values.put(0, evidence.prior(id).centre());
    }
    return values;
  }

  private void holds(NamedCsvRecord rule, int year, double whole, List<Double> parts) {
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    double room = number(rule, "slack") + number(rule, "slack_share") * Math.abs(whole) + 1e-6;
    boolean holds =
        switch (rule.getField("relation")) {
          case "sum" -> Math.abs(whole - sum) <= room;
          case "within" -> sum - whole <= room;
          case "ratio" -> Math.abs(parts.get(0) / (sum - parts.get(0)) - whole) <= room;
          default -> parts.get(0) <= parts.get(1);
        };
    if (!holds) {
      problems.add(rule + " in " + year + ": " + whole + " and " + parts);
    }
  }
}
