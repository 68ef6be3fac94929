package org.fundinggap.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fundinggap.quantity.FinancialYear;

/** What a reader found, by id, in the order of the files. */
record Register(
    Map<String, Source> sources,
    Map<String, Figure> figures,
    Map<String, Series> series,
    Map<String, Prior> priors,
    VaguePriors vague,
    Map<String, String> unused) {
  /** The same with other priors. */
  Register with(Map<String, Prior> others) {
    return new Register(sources, figures, series, others, vague, unused);
  }

  /** The same with observations of a year, and their sources. */
  Register with(FinancialYear year, Map<String, Observation> observations) {
    Map<String, Series> extended = new LinkedHashMap<>(series);
    Map<String, Source> cited = new LinkedHashMap<>(sources);
    observations.forEach(
        (id, one) -> {
          extended.computeIfPresent(id, (same, before) -> before.with(year, one));
          cited.putIfAbsent(one.provenance().source().id(), one.provenance().source());
        });
    return new Register(cited, figures, extended, priors, vague, unused);
  }
}
