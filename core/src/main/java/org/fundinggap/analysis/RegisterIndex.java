package org.fundinggap.analysis;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Series;
import org.fundinggap.quantity.FinancialYear;

/** Everything in a register by id, whichever table it is in. */
final class RegisterIndex {
  private final ImmutableMap<String, RegisterEntry> entries;
  private final ImmutableMap<String, Series> series;

  RegisterIndex(EvidenceBase evidence) {
    ImmutableMap.Builder<String, RegisterEntry> all = ImmutableMap.builder();
    ImmutableMap.Builder<String, Series> yearly = ImmutableMap.builder();
    evidence.figures().forEach(figure -> all.put(figure.id(), RegisterEntry.of(figure)));
    evidence.priors().forEach(prior -> all.put(prior.id(), RegisterEntry.of(prior)));
    for (Series each : evidence.allSeries()) {
      all.put(each.id(), RegisterEntry.of(each));
      yearly.put(each.id(), each);
    }
    this.entries = all.buildOrThrow();
    this.series = yearly.buildOrThrow();
  }

  Set<String> ids() {
    return entries.keySet();
  }

  Optional<RegisterEntry> find(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  /**
   * The entry, narrowed to the observation of a year where that is the very value: another value
   * was worked out in some way, and from which years is not known here.
   */
  Optional<RegisterEntry> find(String id, FinancialYear year, double value) {
    Series found = series.get(id);
    if (found == null || found.timing().isCalendar() || !found.has(year)) {
      return find(id);
    }
    return found.at(year) == value
        ? find(id).map(entry -> entry.at(year.toString(), found.observation(year)))
        : find(id);
  }
}
