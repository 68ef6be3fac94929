package org.fundinggap.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.internal.csv.EnumWords;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/** Numbers that differ from the baseline's, as a file holds them. */
final class NumberWriter {
  private final Inputs before;
  private final Inputs now;
  private final List<Object> written = new ArrayList<>();

  private NumberWriter(Inputs before, Inputs now) {
    this.before = before;
    this.now = now;
  }

  /** What differs between inputs of the same quantities. */
  static List<Object> differences(Inputs before, Inputs now) {
    NumberWriter writer = new NumberWriter(before, now);
    now.model().parameters().forEach(writer::parameter);
    now.model().variables().forEach(writer::opening);
    now.model().schedules().forEach(writer::path);
    return writer.written;
  }

  private void parameter(Parameter parameter) {
    Distribution value = now.distribution(parameter);
    if (!value.equals(before.distribution(parameter)) || isNew(parameter)) {
      Map<String, Object> entries = new LinkedHashMap<>();
      entries.put("parameter", parameter.name());
      entries.put("is", Distributions.written(parameter.name(), value));
      add(entries, parameter);
    }
  }

  private void opening(Variable variable) {
    Optional<Double> value = now.opening(variable);
    if (value.isPresent() && (!value.equals(before.opening(variable)) || isNew(variable))) {
      Map<String, Object> entries = new LinkedHashMap<>();
      entries.put("opening", variable.name());
      entries.put("is", value.get());
      add(entries, variable);
    }
  }

  private void path(Schedule path) {
    if (!now.entries(path).equals(before.entries(path)) || isNew(path)) {
      SortedMap<FinancialYear, Double> values = new TreeMap<>();
      now.years().years().forEach(year -> values.put(year, now.schedule(path, year)));
      Map<String, Object> entries = new LinkedHashMap<>();
      entries.put("path", path.name());
      entries.put("by-year", ScenarioWriter.byYear(values));
      add(entries, path);
    }
  }

  /** A number may stay and what it rests on change. */
  private boolean isNew(Quantity quantity) {
    return !before.hasOrigin(quantity) || !now.origin(quantity).equals(before.origin(quantity));
  }

  private void add(Map<String, Object> entries, Quantity quantity) {
    Origin origin = now.origin(quantity);
    if (origin.kind() != Origin.Derivation.GIVEN) {
      entries.put("derivation", EnumWords.of(origin.kind()));
    }
    if (!origin.method().isEmpty()) {
      entries.put("method", origin.method());
    }
    entries.put(StepReader.EVIDENCE, StepWriter.evidence(origin));
    written.add(entries);
  }
}
