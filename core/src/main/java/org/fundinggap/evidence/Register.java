package org.fundinggap.evidence;

import java.util.Map;

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
}
