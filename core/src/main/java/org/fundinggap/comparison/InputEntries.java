package org.fundinggap.comparison;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.fundinggap.comparison.InputsDiff.Entry;
import org.fundinggap.comparison.InputsDiff.Section;
import org.fundinggap.comparison.InputsDiff.Side;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.internal.NumberText;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Option;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.jspecify.annotations.Nullable;

/** Finds what differs between two inputs. */
final class InputEntries {
  private final Inputs baseline;
  private final Inputs alternative;
  private final List<Entry> entries = new ArrayList<>();

  private InputEntries(Inputs baseline, Inputs alternative) {
    this.baseline = baseline;
    this.alternative = alternative;
  }

  static List<Entry> of(Option baseline, Option alternative) {
    Set<Parameter> ofLevers =
        Sets.union(LeverEntries.sizes(baseline), LeverEntries.sizes(alternative));
    List<Entry> all = new ArrayList<>(LeverEntries.of(baseline, alternative));
    all.addAll(new InputEntries(baseline.inputs(), alternative.inputs()).without(ofLevers));
    return all;
  }

  private List<Entry> without(Set<Parameter> shownElsewhere) {
    if (!baseline.years().equals(alternative.years())) {
      Side before = new Side(baseline.years().toString(), null);
      Side after = new Side(alternative.years().toString(), null);
      entries.add(new Entry(Section.YEARS, "years", "base year to last year", null, before, after));
    }
    Set<Parameter> parameters = both(inputs -> inputs.parameters().keySet());
    for (Parameter each : Sets.difference(parameters, shownElsewhere)) {
      add(each);
    }
    for (Variable each : both(inputs -> inputs.model().variables())) {
      String label = each.label() + ", " + each.unitText();
      add(Section.OPENING, each.name(), label, side -> of(side, each));
    }
    for (Schedule each : both(inputs -> inputs.model().schedules())) {
      add(each);
    }
    for (Shock each : both(inputs -> inputs.model().shocks())) {
      if (!has(baseline, each) || !has(alternative, each)) {
        add(Section.SHOCK, each.name(), each.label(), side -> of(side, each));
      }
    }
    entries.addAll(CorrelationEntries.of(baseline, alternative));
    entries.addAll(EquationEntries.of(baseline.model(), alternative.model()));
    return entries;
  }

  private <T> Set<T> both(Function<Inputs, Set<T>> part) {
    return Sets.union(part.apply(baseline), part.apply(alternative));
  }

  private void add(
      Section kind, String name, String label, Function<Inputs, @Nullable Side> sideOf) {
    Side before = sideOf.apply(baseline);
    Side after = sideOf.apply(alternative);
    if (!Objects.equals(before, after)) {
      entries.add(new Entry(kind, name, label, null, before, after));
    }
  }

  /** Some distributions that differ read the same. */
  private void add(Parameter parameter) {
    Side before = of(baseline, parameter);
    Side after = of(alternative, parameter);
    if (before != null && after != null && before.value().equals(after.value())) {
      boolean same = baseline.distribution(parameter).equals(alternative.distribution(parameter));
      after = same ? after : new Side(after.value() + " of other values", after.origin());
    }
    if (!Objects.equals(before, after)) {
      String label = parameter.label() + ", " + parameter.unit();
      entries.add(new Entry(Section.PARAMETER, parameter.name(), label, null, before, after));
    }
  }

  private static @Nullable Side of(Inputs inputs, Parameter parameter) {
    if (!inputs.parameters().containsKey(parameter)) {
      return null;
    }
    Distribution distribution = inputs.distribution(parameter);
    String value =
        distribution.isFixed()
            ? NumberText.exact(distribution.quantile(0.5))
            : distribution.toString();
    return new Side(value, inputs.origin(parameter));
  }

  private static @Nullable Side of(Inputs inputs, Variable variable) {
    return inputs
        .opening(variable)
        .map(value -> new Side(NumberText.exact(value), inputs.origin(variable)))
        .orElse(null);
  }

  private static boolean has(Inputs inputs, Shock shock) {
    return inputs.model().shocks().contains(shock);
  }

  private static @Nullable Side of(Inputs inputs, Shock shock) {
    return has(inputs, shock)
        ? new Side("standard normal a year", inputs.hasOrigin(shock) ? inputs.origin(shock) : null)
        : null;
  }

  private static @Nullable Side of(Inputs inputs, Schedule path, FinancialYear year) {
    return inputs.model().schedules().contains(path) && inputs.years().contains(year)
        ? new Side(NumberText.exact(inputs.schedule(path, year)), inputs.origin(path))
        : null;
  }

  /** Years that follow each other and differ by the same are one entry. */
  private void add(Schedule path) {
    String label = path.label() + ", " + path.unit();
    Entry last = null;
    for (FinancialYear year : years(path)) {
      Side before = of(baseline, path, year);
      Side after = of(alternative, path, year);
      if (Objects.equals(before, after)) {
        continue;
      }
      FinancialYear first = year;
      if (last != null && follows(last, year, before, after)) {
        first = Objects.requireNonNull(last.years()).first();
        entries.remove(entries.size() - 1);
      }
      YearRange years = YearRange.inclusive(first, year);
      last = new Entry(Section.PATH, path.name(), label, years, before, after);
      entries.add(last);
    }
  }

  private static boolean follows(
      Entry last, FinancialYear year, @Nullable Side before, @Nullable Side after) {
    YearRange years = last.years();
    return years != null
        && years.last().plus(1).equals(year)
        && Objects.equals(last.baseline(), before)
        && Objects.equals(last.alternative(), after);
  }

  /** The years that both have, or all of the only one that has the path. */
  private List<FinancialYear> years(Schedule path) {
    if (!baseline.model().schedules().contains(path)) {
      return alternative.years().years();
    }
    if (!alternative.model().schedules().contains(path)) {
      return baseline.years().years();
    }
    return baseline.years().years().stream().filter(alternative.years()::contains).toList();
  }
}
