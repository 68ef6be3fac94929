package org.fundinggap.own;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.model.Parameter;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;

/**
 * A stream of funding of one's own: part of funding, and so of every gap, from the base year on,
 * beside the streams that the register holds. Net, as funding is.
 *
 * @param stream its name, its rule and whether it is tied to new services, which the stand-still
 *     and the budget gap leave out
 * @param amounts what it is by its rule
 * @param evidence ids, or words, of where that comes from
 */
public record OwnFunding(FundingStream.Own stream, Amounts amounts, List<String> evidence)
    implements Addition {
  private static final double MOST_MILLIONS = 1e6;

  /** What a stream is by its rule. */
  public sealed interface Amounts permits ByYear, Going {}

  /**
   * Amounts by year.
   *
   * @param cashMillions GBP million, cash of each year, from the base year on; -1,000,000 to
   *     1,000,000
   */
  public record ByYear(SortedMap<FinancialYear, Double> cashMillions) implements Amounts {
    /**
     * Keeps a copy.
     *
     * @param cashMillions as described above
     */
    public ByYear {
      cashMillions = ImmutableSortedMap.copyOf(cashMillions);
    }
  }

  /**
   * An amount of the base year that goes on by a rule.
   *
   * @param millions GBP million in the base year, 0 to 1,000,000
   * @param growth a year in cash, 0.03 for 3%; nought under a rule that needs none
   */
  public record Going(double millions, Distribution growth) implements Amounts {}

  /**
   * Checks that numbers can be.
   *
   * @param stream as described above
   * @param amounts as described above
   * @param evidence as described above
   * @throws InvalidInputException if the id is not a word, an amount or a growth is out of bounds,
   *     or no evidence is named; all problems at once
   */
  public OwnFunding {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(amounts, "amounts");
    evidence = ImmutableList.copyOf(evidence);
    AdditionChecks checks = new AdditionChecks(stream.id(), stream.label());
    checks.evidence(evidence);
    if (amounts instanceof ByYear years) {
      checks.amounts(years.cashMillions(), -MOST_MILLIONS, MOST_MILLIONS);
    } else if (amounts instanceof Going going) {
      checks.bounds(
          Distribution.fixed(going.millions()), 0, MOST_MILLIONS, "amount in GBP million");
      checks.bounds(
          going.growth(),
          FundingStream.LEAST_GROWTH,
          FundingStream.MOST_GROWTH,
          "growth a year (0.03 for 3%)");
    }
    boolean fits = amounts instanceof ByYear == (stream.rule() == FundingRule.SCHEDULED);
    boolean known =
        switch (stream.rule()) {
          case SCHEDULED, CASH_FLAT, REAL_FLAT, CONSTANT_GROWTH -> true;
          case COUNCIL_TAX, FOLLOWS_OUTTURN, FOLLOWS_NEED, PER_ASYLUM_SEEKING_CHILD -> false;
        };
    if (!fits || !known) {
      checks.report(
          "rule must be cash-flat, real-flat or a constant growth of an amount, or amounts by year,"
              + " was "
              + stream.rule().label()
              + "; build it by byYear, by or growing");
    }
    checks.throwIfAny("own funding \"" + stream.id() + "\"");
  }

  /**
   * A stream given by year.
   *
   * @param id the word for it in names, such as {@code localGrant}
   * @param label what it is, in a few words
   * @param cashMillions GBP million, net, cash of each year, for the base year and every projected
   *     one; negative for funding that is taken away
   * @param evidence where they come from, at least one: ids, or words
   * @return the stream, not tied to new services
   * @throws InvalidInputException as the constructor
   */
  public static OwnFunding byYear(
      String id, String label, Map<FinancialYear, Double> cashMillions, String... evidence) {
    Objects.requireNonNull(cashMillions, "cashMillions");
    Amounts amounts = new ByYear(ImmutableSortedMap.copyOf(cashMillions));
    return of(id, label, FundingRule.SCHEDULED, amounts, evidence);
  }

  /**
   * A stream that goes on by a rule without numbers of its own.
   *
   * @param id the word for it in names
   * @param label what it is, in a few words
   * @param rule {@link FundingRule#CASH_FLAT} or {@link FundingRule#REAL_FLAT}
   * @param millions GBP million in the base year, net
   * @param evidence where it comes from, at least one: ids, or words
   * @return the stream, not tied to new services
   * @throws InvalidInputException as the constructor
   */
  public static OwnFunding by(
      String id, String label, FundingRule rule, double millions, String... evidence) {
    Objects.requireNonNull(rule, "rule");
    return of(id, label, rule, new Going(millions, Distribution.fixed(0)), evidence);
  }

  /**
   * A stream that grows by as much every year, in cash.
   *
   * @param id the word for it in names
   * @param label what it is, in a few words
   * @param millions GBP million in the base year, net
   * @param perYear 0.03 for 3% a year; within -0.2 and 0.3
   * @param evidence where both come from, at least one: ids, or words
   * @return the stream, not tied to new services
   * @throws InvalidInputException as the constructor
   */
  public static OwnFunding growing(
      String id, String label, double millions, Distribution perYear, String... evidence) {
    Objects.requireNonNull(perYear, "perYear");
    return of(id, label, FundingRule.CONSTANT_GROWTH, new Going(millions, perYear), evidence);
  }

  private static OwnFunding of(
      String id, String label, FundingRule rule, Amounts amounts, String... evidence) {
    Objects.requireNonNull(evidence, "evidence");
    return new OwnFunding(
        new FundingStream.Own(id, label, rule, false), amounts, Arrays.asList(evidence));
  }

  /**
   * The same stream, to be spent on new services only: the need gap counts it, the stand-still and
   * the budget gap do not.
   *
   * @return another stream
   */
  public OwnFunding tied() {
    return new OwnFunding(
        new FundingStream.Own(stream.id(), stream.label(), stream.rule(), true), amounts, evidence);
  }

  /** The same with its growth fixed, if the parameter is that. */
  OwnFunding fixing(Parameter parameter, Distribution value) {
    return amounts instanceof Going going && parameter.equals(stream.growth())
        ? new OwnFunding(stream, new Going(going.millions(), value), evidence)
        : this;
  }

  @Override
  public String id() {
    return stream.id();
  }

  @Override
  public String label() {
    return stream.label();
  }

  /** Label, rule and whether it is tied. */
  @Override
  public String toString() {
    return label()
        + ": "
        + stream.rule().label()
        + (amounts instanceof Going going ? " from GBP " + going.millions() + " million" : "")
        + (stream.tied() ? ", tied to new services" : "");
  }
}
