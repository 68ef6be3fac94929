package org.fundinggap.hindcast;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.cost.Inflation;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.internal.Checks;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Variable;
import org.fundinggap.published.Published;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.simulation.Projection;

/**
 * What somebody said on a date about a number of a later year, read so that it can be scored.
 *
 * <p>The number is a figure of the register and its date is when that was published: nothing is
 * typed twice. What the claim is about is a {@link Published} quantity, so that outturn, model and
 * benchmarks are of the same thing.
 *
 * @param id lower-case words joined by hyphens
 * @param maker who said it and when, for tables
 * @param figure the id of the claimed number
 * @param dated the id of the figure whose publication dates the claim: mostly the same
 * @param quantity what it is about
 * @param target the year that it is about; a stock is that at its end
 * @param basis in which prices it is read: cash, or those of a year; cash for what is not money
 * @param level how the number becomes a level of the quantity
 * @param reading how it is read, in a sentence or two: most can be read otherwise
 */
public record ProjectionClaim(
    String id,
    String maker,
    String figure,
    String dated,
    Published quantity,
    FinancialYear target,
    PriceBasis basis,
    ClaimedLevel level,
    String reading) {
  private static final Published NET = Published.named("spending-net");
  private static final Published GROSS = Published.named("spending-gross");

  /** The first year for which both returns are held, net and gross. */
  private static final FinancialYear BOTH = FinancialYear.parse("2021-22");

  /**
   * Checks the text, and that what is stated in real terms has no cash in it.
   *
   * @param id as described above
   * @param maker as described above
   * @param figure as described above
   * @param dated as described above
   * @param quantity as described above
   * @param target as described above
   * @param basis as described above
   * @param level as described above
   * @param reading as described above
   * @throws IllegalArgumentException if a text is blank, or a number in real terms comes on top of
   *     amounts in cash
   */
  public ProjectionClaim {
    Checks.notBlank(id, "id");
    Checks.notBlank(maker, "maker");
    Checks.notBlank(figure, "figure");
    Checks.notBlank(dated, "dated");
    Checks.notBlank(reading, "reading");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(target, "target");
    if (basis instanceof PriceBasis.Real && !level.onTopOf().isEmpty()) {
      throw new IllegalArgumentException(
          "basis of " + id + " must be cash for a sum of amounts, was " + basis + "; read it so");
    }
  }

  /**
   * The day on which it was made.
   *
   * @param evidence the register
   * @return when the figure that dates it was published
   */
  public LocalDate madeOn(EvidenceBase evidence) {
    return evidence.figure(dated).provenance().published();
  }

  /**
   * The claimed number, as the register has it.
   *
   * @param evidence the register
   * @return the figure
   */
  public Figure claimed(EvidenceBase evidence) {
    return evidence.figure(figure);
  }

  /**
   * The level of the quantity that the claim comes to.
   *
   * @param evidence the register
   * @return in the unit of the quantity; money in {@link #basis}
   */
  public double level(EvidenceBase evidence) {
    return level.of(claimed(evidence).value(), quantity, evidence);
  }

  /**
   * What happened.
   *
   * @param evidence the register
   * @return as the level; empty where the year has no outturn yet
   */
  public OptionalDouble outcome(EvidenceBase evidence) {
    return published(evidence, target);
  }

  /**
   * What happened, in the claim's own terms: the gap or the rise that there was, on its scope.
   *
   * @param evidence the register
   * @return what the claimed number should have been; empty where the year has no outturn yet
   */
  public OptionalDouble outcomeAsClaimed(EvidenceBase evidence) {
    OptionalDouble happened = outcome(evidence);
    return happened.isPresent()
        ? OptionalDouble.of(level.claimedFor(happened.getAsDouble(), quantity, evidence))
        : happened;
  }

  /** What was published for a year, in the prices of the claim. */
  private OptionalDouble published(EvidenceBase evidence, FinancialYear year) {
    double prices =
        realYear()
            .map(
                of -> {
                  Deflator deflator = Deflators.latest(evidence);
                  return deflator.index(of) / deflator.index(year);
                })
            .orElse(1.0);
    return quantity
        .at(evidence, year)
        .map(cited -> OptionalDouble.of(cited.value() * prices))
        .orElseGet(OptionalDouble::empty);
  }

  private Optional<FinancialYear> realYear() {
    return basis instanceof PriceBasis.Real real ? Optional.of(real.year()) : Optional.empty();
  }

  /**
   * How far the claim is on its way, where its year has not come: its own path, by an even rate
   * from what it starts from, in the latest year with an outturn.
   *
   * @param evidence the register
   * @return path and outturn; empty if the year has come, or the claim states no start
   */
  public Optional<Progress> progress(EvidenceBase evidence) {
    if (level.start().isEmpty() || outcome(evidence).isPresent()) {
      return Optional.empty();
    }
    ClaimedLevel.Start start = level.start().get();
    FinancialYear year = target.plus(-1);
    while (year.compareTo(start.year()) > 0) {
      OptionalDouble happened = published(evidence, year);
      if (happened.isPresent()) {
        double from = level.startOf(start, quantity, evidence);
        double share = (double) start.year().yearsUntil(year) / start.year().yearsUntil(target);
        double path = from * StrictMath.pow(level(evidence) / from, share);
        return Optional.of(new Progress(year, path, happened.getAsDouble()));
      }
      year = year.plus(-1);
    }
    return Optional.empty();
  }

  /**
   * A claim whose year has not come.
   *
   * @param year the latest year with an outturn
   * @param path what the claim's path has for it
   * @param outcome what happened
   */
  public record Progress(FinancialYear year, double path, double outcome) {}

  /**
   * The base year from which the model would have projected on the day.
   *
   * @param evidence the register
   * @return the latest of which everything was known; empty if there was none
   */
  public Optional<FinancialYear> baseYear(EvidenceBase evidence) {
    return Calibration.latestBaseYear(evidence.asOf(madeOn(evidence)));
  }

  /**
   * What a model or a benchmark projects for it. Net spending of the revenue outturn is projected
   * as gross spending of section 251, which is known for every base year, times {@link
   * #perModelled}.
   *
   * @return the quantity itself, but for net spending
   */
  public Published modelled() {
    return quantity.equals(NET) ? GROSS : quantity;
  }

  /**
   * What {@link #modelled} is multiplied by: net revenue outturn over gross section 251 of 2021-22,
   * the first year that has both. Only what the two returns count is known late so, not a level.
   *
   * @param evidence the register
   * @return 1 but for net spending
   */
  public double perModelled(EvidenceBase evidence) {
    return quantity.equals(NET)
        ? NET.at(evidence, BOTH).orElseThrow().value()
            / GROSS.at(evidence, BOTH).orElseThrow().value()
        : 1;
  }

  /**
   * Whether it is of numbers or of money as it is spent.
   *
   * @return false if it is in prices of a year
   */
  public boolean isInCash() {
    return realYear().isEmpty();
  }

  /**
   * What a run must keep for {@link #draws}.
   *
   * @return the variables of {@link #modelled}, and the deflator for a claim in real terms
   */
  public List<Variable> needed() {
    ImmutableList.Builder<Variable> needed =
        ImmutableList.<Variable>builder().addAll(modelled().needed());
    realYear().ifPresent(year -> needed.add(Inflation.DEFLATOR));
    return needed.build();
  }

  /**
   * What the model has for the same quantity, year and prices. In real terms each draw is deflated
   * by its own prices.
   *
   * @param evidence the register
   * @param run a run of one scenario that kept {@link #needed} and holds the target year
   * @param inputs that scenario's
   * @return a draw each
   */
  public Draws draws(EvidenceBase evidence, Projection run, Inputs inputs) {
    Draws cash =
        modelled()
            .draws(inputs, variable -> run.outcome(variable).in(target))
            .times(perModelled(evidence));
    if (realYear().isEmpty()) {
      return cash;
    }
    FinancialYear prices = realYear().get();
    FinancialYear base = inputs.years().first();
    Draws real =
        cash.combine(
            run.outcome(Inflation.DEFLATOR).in(target), (money, deflated) -> money / deflated);
    if (prices.compareTo(base) > 0) {
      return real.combine(
          run.outcome(Inflation.DEFLATOR).in(prices), (money, deflator) -> money * deflator);
    }
    Deflator known = Deflators.latest(evidence);
    return real.times(known.index(prices) / known.index(base));
  }
}
