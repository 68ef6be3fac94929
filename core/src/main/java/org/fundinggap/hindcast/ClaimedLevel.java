package org.fundinggap.hindcast;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.published.Published;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;

/**
 * How a claimed number becomes a level of a published quantity: what it comes on top of, and from
 * which number of its own it starts. Immutable.
 *
 * <p>A gap has no outturn, but the spending that it implies has one: a baseline and the gap on top
 * of it. A claim on a scope of its own is carried to the published scope by what both say of the
 * year that it starts from, so that its growth is what is scored.
 *
 * @param onTopOf what the claimed number is added to; empty for a level
 * @param start the claim's own number of the year that it starts from, if it has one
 */
public record ClaimedLevel(List<Term> onTopOf, Optional<Start> start) {
  /**
   * A number of the register, in cash of its year.
   *
   * @param sign 1 if it is added, -1 if it is taken off
   * @param id of a figure, or of a series
   * @param year the year of the series; empty for a figure
   */
  public record Term(double sign, String id, Optional<FinancialYear> year) {
    private double in(EvidenceBase evidence) {
      return sign
          * (year.isPresent()
              ? evidence.series(id).at(year.get())
              : inCash(evidence, evidence.figure(id)));
    }

    private static double inCash(EvidenceBase evidence, Figure figure) {
      boolean real = figure.basis().filter(basis -> basis instanceof PriceBasis.Real).isPresent();
      if (!real) {
        return figure.value();
      }
      FinancialYear spentIn =
          figure
              .financialYear()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "period of figure "
                              + figure.id()
                              + " must be a financial year, was "
                              + figure.period()
                              + "; register the year that it is of"));
      return Deflators.latest(evidence).toCash(figure.money(), spentIn).millions();
    }
  }

  /**
   * Where a claim starts.
   *
   * @param year the year that it starts from
   * @param stated what it has for that year
   * @param rescales whether its scope is its own, so that it is carried to the published one by
   *     what is published for that year over what it has
   */
  public record Start(FinancialYear year, Term stated, boolean rescales) {}

  /**
   * Copies the list.
   *
   * @param onTopOf as described above
   * @param start as described above
   */
  public ClaimedLevel {
    onTopOf = ImmutableList.copyOf(onTopOf);
  }

  /**
   * The claimed number is the level, on the published scope.
   *
   * @return the level
   */
  public static ClaimedLevel asStated() {
    return new ClaimedLevel(List.of(), Optional.empty());
  }

  /**
   * The claimed number comes on top of what a series has for a year.
   *
   * @param series its id
   * @param year the year
   * @return the level
   */
  public ClaimedLevel onTopOf(String series, FinancialYear year) {
    return with(new Term(1, series, Optional.of(year)));
  }

  /**
   * The claimed number comes on top of a figure, or of one more.
   *
   * @param figure its id
   * @return the level
   */
  public ClaimedLevel onTopOf(String figure) {
    return with(new Term(1, figure, Optional.empty()));
  }

  /**
   * What the claimed number comes on top of is smaller by a figure.
   *
   * @param figure its id
   * @return the level
   */
  public ClaimedLevel less(String figure) {
    return with(new Term(-1, figure, Optional.empty()));
  }

  private ClaimedLevel with(Term term) {
    return new ClaimedLevel(ImmutableList.<Term>builder().addAll(onTopOf).add(term).build(), start);
  }

  /**
   * The claim starts from a figure of its own, on the published scope.
   *
   * @param figure its id
   * @param year the year of it
   * @return the level
   */
  public ClaimedLevel from(String figure, FinancialYear year) {
    return starting(new Start(year, new Term(1, figure, Optional.empty()), false));
  }

  /**
   * The claim starts from what a series has for a year, on the published scope.
   *
   * @param series its id
   * @param year the year
   * @return the level
   */
  public ClaimedLevel fromSeries(String series, FinancialYear year) {
    return starting(new Start(year, new Term(1, series, Optional.of(year)), false));
  }

  /**
   * The claim starts from a figure on a scope of its own.
   *
   * @param figure its id
   * @param year the year of it, for which the quantity is published too
   * @return the level, carried to the published scope
   */
  public ClaimedLevel rescaledFrom(String figure, FinancialYear year) {
    return starting(new Start(year, new Term(1, figure, Optional.empty()), true));
  }

  /**
   * The claim starts from what a series has for a year, which is of another scope than the
   * quantity.
   *
   * @param series its id
   * @param year the year, for which the quantity is published too
   * @return the level, carried to the published scope
   */
  public ClaimedLevel rescaledFromSeries(String series, FinancialYear year) {
    return starting(new Start(year, new Term(1, series, Optional.of(year)), true));
  }

  private ClaimedLevel starting(Start from) {
    return new ClaimedLevel(onTopOf, Optional.of(from));
  }

  /**
   * Whether the claimed number is the level itself: no baseline and no change of scope is our
   * reading.
   *
   * @return false for a gap, and for a claim on a scope of its own
   */
  public boolean isAsStated() {
    return onTopOf.isEmpty() && start.filter(Start::rescales).isEmpty();
  }

  /** The level that a claimed number implies. */
  double of(double claimed, Published quantity, EvidenceBase evidence) {
    return (claimed + baseline(evidence)) * scale(quantity, evidence);
  }

  /** The claimed number that would have implied a level. */
  double claimedFor(double level, Published quantity, EvidenceBase evidence) {
    return level / scale(quantity, evidence) - baseline(evidence);
  }

  private double baseline(EvidenceBase evidence) {
    return onTopOf.stream().mapToDouble(term -> term.in(evidence)).sum();
  }

  /** What the claim starts from, on the scope of the quantity. */
  double startOf(Start from, Published quantity, EvidenceBase evidence) {
    return from.stated().in(evidence) * scale(quantity, evidence);
  }

  private double scale(Published quantity, EvidenceBase evidence) {
    if (start.filter(Start::rescales).isEmpty()) {
      return 1;
    }
    Start from = start.get();
    double published =
        quantity
            .at(evidence, from.year())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "start must be a year for which "
                            + quantity.id()
                            + " is published, was "
                            + from.year()
                            + "; name another"))
            .value();
    return published / from.stated().in(evidence);
  }
}
