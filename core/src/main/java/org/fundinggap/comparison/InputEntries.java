package org.fundinggap.comparison;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.fundinggap.comparison.InputsDiff.Entry;
import org.fundinggap.comparison.InputsDiff.Section;
import org.fundinggap.comparison.InputsDiff.Side;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.internal.NumberText;
import org.fundinggap.model.InputEntry;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Option;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
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
  private final boolean leversDiffer;
  private final List<Entry> entries = new ArrayList<>();

  private InputEntries(Inputs baseline, Inputs alternative, boolean leversDiffer) {
    this.baseline = baseline;
    this.alternative = alternative;
    this.leversDiffer = leversDiffer;
  }

  static List<Entry> of(Option baseline, Option alternative) {
    Set<Parameter> ofLevers =
        Sets.union(LeverEntries.sizes(baseline), LeverEntries.sizes(alternative));
    List<Entry> all = new ArrayList<>(LeverEntries.of(baseline, alternative));
    boolean leversDiffer = !all.isEmpty();
    all.addAll(
        new InputEntries(baseline.inputs(), alternative.inputs(), leversDiffer).without(ofLevers));
    return all;
  }

  private List<Entry> without(Set<Parameter> shownElsewhere) {
    if (!baseline.years().equals(alternative.years())) {
      Side before = new Side(baseline.years().toString(), null);
      Side after = new Side(alternative.years().toString(), null);
      entries.add(new Entry(Section.YEARS, "years", "base year to last year", null, before, after));
    }
    for (Parameter each : Sets.difference(both(Parameter.class), shownElsewhere)) {
      add(Section.PARAMETER, each, each.label() + ", " + each.unit());
    }
    for (Variable each : both(Variable.class)) {
      add(Section.OPENING, each, each.label() + ", " + each.unitText());
    }
    both(Schedule.class).forEach(this::addYears);
    for (Shock each : both(Shock.class)) {
      if (!has(baseline, each) || !has(alternative, each)) {
        add(Section.SHOCK, each, each.label());
      }
    }
    entries.addAll(CorrelationEntries.of(baseline, alternative));
    entries.addAll(EquationEntries.of(baseline.model(), alternative.model(), leversDiffer));
    return entries;
  }

  /** What either has a number of. */
  private <T extends Quantity> Set<T> both(Class<T> type) {
    return Stream.of(baseline, alternative)
        .flatMap(inputs -> inputs.entries().stream())
        .map(InputEntry::quantity)
        .filter(type::isInstance)
        .map(type::cast)
        .collect(ImmutableSet.toImmutableSet());
  }

  private static boolean has(Inputs inputs, Quantity quantity) {
    return !inputs.entries(quantity).isEmpty();
  }

  /** A quantity of one number. Some distributions that differ read the same. */
  private void add(Section kind, Quantity quantity, String label) {
    Side before = side(baseline, own(baseline, quantity));
    Side after = side(alternative, own(alternative, quantity));
    if (before != null && after != null && before.value().equals(after.value())) {
      boolean same = own(baseline, quantity).equals(own(alternative, quantity));
      after = same ? after : new Side(after.value() + " of other values", after.origin());
    }
    if (!Objects.equals(before, after)) {
      entries.add(new Entry(kind, quantity.name(), label, null, before, after));
    }
  }

  /** What it moves with is shown pair by pair. */
  private static List<InputEntry> own(Inputs inputs, Quantity quantity) {
    return inputs.entries(quantity).stream()
        .filter(entry -> !(entry instanceof InputEntry.OfCorrelation))
        .toList();
  }

  private static @Nullable Side side(Inputs inputs, List<InputEntry> atMostOne) {
    if (atMostOne.isEmpty()) {
      return null;
    }
    InputEntry entry = atMostOne.get(0);
    Quantity quantity = entry.quantity();
    return new Side(text(entry), inputs.hasOrigin(quantity) ? inputs.origin(quantity) : null);
  }

  private static String text(InputEntry entry) {
    if (entry instanceof InputEntry.OfParameter of) {
      Distribution distribution = of.distribution();
      return distribution.isFixed()
          ? NumberText.exact(distribution.quantile(0.5))
          : distribution.toString();
    }
    if (entry instanceof InputEntry.OfOpening of) {
      return NumberText.exact(of.value());
    }
    return entry instanceof InputEntry.OfSchedule of
        ? NumberText.exact(of.value())
        : "standard normal a year";
  }

  private static List<InputEntry> in(FinancialYear year, Inputs inputs, Schedule path) {
    return inputs.entries(path).stream()
        .filter(entry -> entry instanceof InputEntry.OfSchedule of && of.year().equals(year))
        .toList();
  }

  /** Years that follow each other and differ by the same are one entry. */
  private void addYears(Schedule path) {
    String label = path.label() + ", " + path.unit();
    Entry last = null;
    for (FinancialYear year : years(path)) {
      Side before = side(baseline, in(year, baseline, path));
      Side after = side(alternative, in(year, alternative, path));
      if (Objects.equals(before, after)) {
        continue;
      }
      FinancialYear first = year;
      if (last != null && follows(last, year, before, after)) {
        first = Objects.requireNonNull(last.years()).first();
        entries.remove(entries.size() - 1);
      }
      YearRange years = YearRange.inclusive(first, year);
      last = new Entry(Section.SCHEDULE, path.name(), label, years, before, after);
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
    if (!has(baseline, path)) {
      return alternative.years().years();
    }
    if (!has(alternative, path)) {
      return baseline.years().years();
    }
    return baseline.years().years().stream().filter(alternative.years()::contains).toList();
  }
}
