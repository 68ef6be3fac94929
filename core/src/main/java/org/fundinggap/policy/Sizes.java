package org.fundinggap.policy;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.EvidenceKind;
import org.fundinggap.evidence.Figure;
import org.fundinggap.evidence.Observation;
import org.fundinggap.evidence.Prior;
import org.fundinggap.evidence.Provenance;
import org.fundinggap.evidence.Quality;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Money;
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
    return new Size(Calibration.distribution(evidence.prior(id)), ImmutableSet.of(id));
  }

  /** A prior times a known factor, whose evidence is named too; an uncertain one is refused. */
  Size prior(String id, Size factor) {
    if (!factor.distribution().isFixed()) {
      throw new IllegalArgumentException(
          "factor of " + id + " must be fixed, was " + factor.distribution() + "; use times(...)");
    }
    double by = factor.distribution().mean();
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
    return new Size(Calibration.distribution(scaled), ImmutableSet.of(id))
        .times(new Size(Distribution.fixed(1), factor.evidence()));
  }

  /** A known number, worked out from the evidence that is named. */
  Size known(double value, String... ids) {
    return new Size(Distribution.fixed(value), ImmutableSet.copyOf(ids));
  }

  /** A known number with all that it was worked out from. */
  Size known(Cited number) {
    return new Size(Distribution.fixed(number.value()), number.ids());
  }

  /** The number of a figure, or of a prior that is fixed, with its id. */
  Cited cited(String id) {
    return Cited.of(number(id), id);
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
  Cited money(String id) {
    Figure figure = evidence.figure(id);
    Cited amount = Cited.of(figure.value(), id);
    return figure.basis().orElse(PriceBasis.cash()) instanceof PriceBasis.Real real
        ? reprice(amount, real)
        : amount;
  }

  private Cited reprice(Cited amount, PriceBasis.Real basis) {
    Money real = Money.of(amount.value(), basis);
    return Cited.from(
        Deflators.of(evidence, baseYear).reprice(real, baseYear).pounds(),
        amount,
        Deflators.index(evidence, baseYear, basis.year()),
        Deflators.index(evidence, baseYear, baseYear));
  }

  /** An hour of a social worker with a client, GBP at base-year prices. */
  Size hour() {
    return known(money(HOUR));
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
