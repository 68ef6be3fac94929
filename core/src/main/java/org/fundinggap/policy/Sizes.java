package org.fundinggap.policy;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.EvidenceKind;
import org.fundinggap.evidence.Figure;
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

  /** The number of a figure, or of a prior that is fixed. */
  double number(String id) {
    return findPrior(id).map(Prior::centre).orElseGet(() -> evidence.figure(id).value());
  }

  /** A share for use as coverage; bounded by a whole. */
  double coverage(String part, String whole) {
    return Math.min(1, number(part) / number(whole));
  }

  /**
   * An amount in GBP million, or pounds, at base-year prices. Cash over several years, and amounts
   * whose price basis is not stated, are taken as they stand.
   */
  double money(String id) {
    Figure figure = evidence.figure(id);
    return figure
        .basis()
        .filter(PriceBasis.Real.class::isInstance)
        .map(real -> reprice(Money.of(figure.value(), real)))
        .orElse(figure.value());
  }

  private double reprice(Money real) {
    return Deflators.of(evidence, baseYear).reprice(real, baseYear).pounds();
  }

  /** An hour of a social worker with a client, GBP at base-year prices. */
  Size hour() {
    return known(money(HOUR), HOUR);
  }

  Quality quality(String id) {
    return provenance(id).quality();
  }

  boolean isAssumption(String id) {
    return provenance(id).kind() == EvidenceKind.ASSUMPTION;
  }

  private Provenance provenance(String id) {
    return findPrior(id).map(Prior::provenance).orElseGet(() -> evidence.figure(id).provenance());
  }

  private Optional<Prior> findPrior(String id) {
    return evidence.priors().stream().filter(prior -> prior.id().equals(id)).findFirst();
  }
}
