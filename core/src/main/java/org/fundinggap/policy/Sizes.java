package org.fundinggap.policy;

import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.estimation.Culprits;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.EvidenceKind;
import org.fundinggap.evidence.Observation;
import org.fundinggap.evidence.Prior;
import org.fundinggap.evidence.Provenance;
import org.fundinggap.evidence.Quality;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;

/**
 * Reads sizes out of the register: no measure holds a number of its own.
 *
 * @param evidence the register
 * @param baseYear the year whose prices amounts of money are given in
 */
record Sizes(EvidenceBase evidence, FinancialYear baseYear) {
  private static final String HOUR = "social-worker-hour-client-related";

  /** A prior as it stands. */
  Size prior(String id) {
    Set<String> ids = ImmutableSet.of(id);
    return Culprits.naming(
        ids, () -> new Size(Calibration.distribution(evidence.prior(id)), ids, id));
  }

  /** A prior times a known factor, whose evidence is named too; an uncertain one is refused. */
  Size prior(String id, Size factor) {
    Set<String> ids = Cited.joined(ImmutableSet.of(id), factor.evidence());
    return Culprits.naming(ids, () -> scaled(id, factor, ids));
  }

  private Size scaled(String id, Size factor, Set<String> ids) {
    double by = factor.value();
    if (by == 0) {
      throw new IllegalArgumentException(
          "what multiplies prior "
              + id
              + " must not be 0, was "
              + factor.asFactor()
              + " = 0; look at the numbers of that product");
    }
    Prior prior = evidence.prior(id);
    double low = by < 0 ? prior.upper() : prior.lower();
    double high = by < 0 ? prior.lower() : prior.upper();
    Prior scaled =
        new Prior(
            prior.id(),
            prior.label(),
            prior.distribution(),
            by * prior.centre(),
            Math.abs(by) * prior.spread(),
            by * low,
            by * high,
            prior.massAtZero(),
            prior.unit(),
            prior.provenance(),
            prior.whyFixed());
    return new Size(Calibration.distribution(scaled), ids, id + " x " + factor.asFactor());
  }

  /** The number of a figure, or of a prior that is fixed, as it stands. */
  Size known(String id) {
    return new Size(Distribution.fixed(number(id)), ImmutableSet.of(id), id);
  }

  /** The value of a series in the base year. */
  Size inBaseYear(String series) {
    return new Size(
        Distribution.fixed(evidence.series(series).at(baseYear)),
        ImmutableSet.of(series),
        series + "[" + baseYear + "]");
  }

  /** The latest value of a series up to the base year. */
  Size upToBaseYear(String series) {
    FinancialYear latest =
        evidence.series(series).years().stream()
            .filter(year -> year.compareTo(baseYear) <= 0)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return new Size(
        Distribution.fixed(evidence.series(series).at(latest)),
        ImmutableSet.of(series),
        series + "[" + latest + "]");
  }

  /** The number of a figure, or of a prior that is fixed. */
  double number(String id) {
    return findPrior(id).map(Prior::centre).orElseGet(() -> evidence.figure(id).value());
  }

  /** A share for use as coverage; bounded by a whole. */
  double coverage(String part, String whole) {
    return Math.min(1, number(part) / number(whole));
  }

  /**
   * An amount in GBP million, or pounds, at base-year prices, which names the deflator too where
   * that moved it. Cash over several years, and amounts whose price basis is not stated, are taken
   * as they stand.
   */
  Size money(String id) {
    return evidence.figure(id).basis().orElse(PriceBasis.cash()) instanceof PriceBasis.Real real
        ? known(id).times(prices(baseYear)).over(prices(real.year()))
        : known(id);
  }

  /** The index of prices of a year, as the base year has it. */
  Size prices(FinancialYear year) {
    Cited index = Deflators.index(evidence, baseYear, year);
    return new Size(Distribution.fixed(index.value()), index.ids(), "prices(" + year + ")");
  }

  /** The index of prices of a year as the newest vintage has it. */
  Size latestPrices(FinancialYear year) {
    Cited index = Deflators.latestIndex(evidence, year);
    return new Size(Distribution.fixed(index.value()), index.ids(), "latest-prices(" + year + ")");
  }

  /** An hour of a social worker with a client, GBP at base-year prices. */
  Size hour() {
    return money(HOUR);
  }

  /** The quality of a figure or prior; of a series that of its worst value. */
  Quality quality(String id) {
    return provenances(id).stream()
        .map(Provenance::quality)
        .reduce(Quality.GREEN, (one, other) -> one.compareTo(other) > 0 ? one : other);
  }

  boolean isAssumption(String id) {
    return provenances(id).stream().anyMatch(each -> each.kind() == EvidenceKind.ASSUMPTION);
  }

  private List<Provenance> provenances(String id) {
    if (evidence.hasSeries(id)) {
      return evidence.series(id).observations().values().stream()
          .map(Observation::provenance)
          .toList();
    }
    return List.of(
        findPrior(id).map(Prior::provenance).orElseGet(() -> evidence.figure(id).provenance()));
  }

  private Optional<Prior> findPrior(String id) {
    return evidence.priors().stream().filter(prior -> prior.id().equals(id)).findFirst();
  }
}
