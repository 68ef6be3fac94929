package org.fundinggap.funding;

import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NumberText;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;

/**
 * How general funding goes on from the base year: amounts that are known for the first years, if
 * any, and then a rule. Immutable.
 *
 * <p>Amounts are of all streams together that are not tied to new services, net, in GBP million in
 * cash of each year, as settlements are published. From the last of them on the rule goes on: the
 * known years hand over to it.
 */
public final class FundingPlan {
  /** The rules of core funding that need no numbers of their own. */
  public static final List<FundingRule> RULES =
      List.of(
          FundingRule.CASH_FLAT,
          FundingRule.REAL_FLAT,
          FundingRule.COUNCIL_TAX,
          FundingRule.FOLLOWS_OUTTURN,
          FundingRule.FOLLOWS_NEED);

  /** Published plans, then the same in real terms: how the headline's funding goes on. */
  public static final FundingPlan HEADLINE = published().then(FundingRule.REAL_FLAT);

  private static final double LARGEST = 1_000_000;

  private final KnownFunding known;
  private final Optional<FundingRule> rule;
  private final Optional<Growth> growth;
  private final Opening opening;

  /** The last year that is taken as known, whatever is held of later ones. */
  private final Optional<FinancialYear> until;

  /**
   * A constant growth a year.
   *
   * @param perYear how it is distributed; 0.03 is 3% a year
   * @param evidence ids of what it comes from
   */
  public record Growth(Distribution perYear, List<String> evidence) {
    /**
     * Keeps a copy.
     *
     * @param perYear as described above
     * @param evidence as described above
     */
    public Growth {
      evidence = List.copyOf(evidence);
    }
  }

  private FundingPlan(
      KnownFunding known,
      Optional<FundingRule> rule,
      Optional<Growth> growth,
      Opening opening,
      Optional<FinancialYear> until) {
    this.known = known;
    this.rule = rule;
    this.growth = growth;
    this.opening = opening;
    this.until = until;
  }

  private static FundingPlan of(KnownFunding known) {
    return new FundingPlan(
        known, Optional.empty(), Optional.empty(), Opening.ORIGINAL_BUDGET, Optional.empty());
  }

  /**
   * A rule from the base year on.
   *
   * @param rule one that needs no number, or whose numbers are registered
   * @return the plan
   * @throws IllegalArgumentException if the rule needs numbers of its own, with the call that takes
   *     them, or is the asylum grant's
   */
  public static FundingPlan of(FundingRule rule) {
    return of(KnownFunding.of(KnownFunding.Source.NONE)).then(rule);
  }

  /**
   * A constant growth from the base year on.
   *
   * @param perYear 0.03 for 3% a year, in cash; -0.2 to 0.3
   * @param evidenceIds where it comes from; at least one
   * @return the plan
   * @throws IllegalArgumentException if it is out of bounds or names no evidence
   */
  public static FundingPlan growing(double perYear, String... evidenceIds) {
    return of(KnownFunding.of(KnownFunding.Source.NONE)).thenGrowing(perYear, evidenceIds);
  }

  /**
   * The plans that are published, as far as a register holds them for years after the base year:
   * the budget ({@code ra-budget-net}), and from the last one on growth of core spending power
   * ({@code core-spending-power-growth}). Both hold the grants tied to new services, which are
   * taken off. Say {@link #then} how funding goes on after them. Where nothing is held, as at past
   * dates, that rule starts from the base year.
   *
   * @return the plan
   */
  public static FundingPlan published() {
    return of(KnownFunding.of(KnownFunding.Source.PUBLISHED));
  }

  /**
   * A settlement of one's own. Say {@link #then} how funding goes on after its last year, if years
   * follow.
   *
   * @param millions GBP million in cash of the year, net, all streams together that are not tied to
   *     new services, but for what another opening adds; from the first projected year on without a
   *     gap
   * @param evidenceIds where it comes from, at least one: ids, or words, which also name the plan
   * @return the plan
   * @throws InvalidInputException if there is no year, one is missing between, an amount is
   *     negative, too large or not finite, or no evidence is named; all problems at once
   */
  public static FundingPlan cashSettlement(
      Map<FinancialYear, Double> millions, String... evidenceIds) {
    List<String> problems = new ArrayList<>();
    if (millions.isEmpty()) {
      problems.add("amounts must hold at least one year, had none; give the first projected year");
    }
    millions.forEach(
        (year, amount) -> {
          if (amount == null || !(amount >= 0 && amount <= LARGEST)) {
            problems.add(
                "amount of "
                    + year
                    + " must be in [0, 1000000] GBP million, was "
                    + amount
                    + "; write 15500 for GBP 15.5 billion");
          }
        });
    NavigableSet<FinancialYear> given = new TreeSet<>(millions.keySet());
    given.stream()
        .filter(year -> !year.equals(given.first()) && !given.contains(year.plus(-1)))
        .forEach(
            year ->
                problems.add(
                    "years must follow each other, lacked "
                        + year.plus(-1)
                        + " before "
                        + year
                        + "; give its amount"));
    evidence(evidenceIds, problems);
    InvalidInputException.throwIfAny("settlement", problems);
    return of(
        new KnownFunding(
            KnownFunding.Source.GIVEN, ImmutableSortedMap.copyOf(millions), List.of(evidenceIds)));
  }

  /**
   * A settlement that a register holds. Say {@link #then} how funding goes on after its last year,
   * if years follow.
   *
   * @param seriesId a series by financial year in GBP million, cash, net, all streams together that
   *     are not tied to new services, with the first projected year
   * @return the plan
   * @throws IllegalArgumentException if the id is blank
   */
  public static FundingPlan settlement(String seriesId) {
    return of(KnownFunding.of(KnownFunding.Source.SERIES, Checks.notBlank(seriesId, "seriesId")));
  }

  /**
   * The same plan with a rule for the years after those that are known.
   *
   * @param next as for {@link #of}
   * @return the plan
   * @throws IllegalArgumentException as {@link #of}
   */
  public FundingPlan then(FundingRule next) {
    return new FundingPlan(known, Optional.of(checked(next)), Optional.empty(), opening, until);
  }

  /**
   * The same plan with a constant growth in the years after those that are known.
   *
   * @param perYear 0.03 for 3% a year, in cash; -0.2 to 0.3
   * @param evidenceIds where it comes from; at least one
   * @return the plan
   * @throws IllegalArgumentException if it is out of bounds or names no evidence
   */
  public FundingPlan thenGrowing(double perYear, String... evidenceIds) {
    Checks.within(
        perYear,
        FundingStream.LEAST_GROWTH,
        FundingStream.MOST_GROWTH,
        "growth of funding a year",
        "write 0.03 for 3%");
    List<String> problems = new ArrayList<>();
    evidence(evidenceIds, problems);
    InvalidInputException.throwIfAny("growth of funding", problems);
    return new FundingPlan(
        known,
        Optional.of(FundingRule.CONSTANT_GROWTH),
        Optional.of(new Growth(Distribution.fixed(perYear), List.of(evidenceIds))),
        opening,
        until);
  }

  /**
   * The same plan with another opening of the gap; {@link Opening#ORIGINAL_BUDGET} unless asked
   * otherwise.
   *
   * @param other what the gap of the base year is measured from
   * @return the plan
   */
  public FundingPlan openingAt(Opening other) {
    return new FundingPlan(known, rule, growth, other, until);
  }

  /**
   * The same plan without what is known of later years, such as the published budget alone.
   *
   * @param last the last year that is taken as known
   * @return the plan
   */
  public FundingPlan until(FinancialYear last) {
    return new FundingPlan(known, rule, growth, opening, Optional.of(last));
  }

  /**
   * The last year that is taken as known, whatever is held of later ones.
   *
   * @return empty if {@link #until(FinancialYear)} was not said
   */
  public Optional<FinancialYear> until() {
    return until;
  }

  /**
   * Whether a year is taken as known where something is held of it.
   *
   * @param year a year
   * @return false after the year that {@link #until} said
   */
  public boolean reaches(FinancialYear year) {
    return until.filter(last -> year.compareTo(last) > 0).isEmpty();
  }

  private static void evidence(String[] ids, List<String> problems) {
    List<String> given = List.of(Objects.requireNonNull(ids, "evidenceIds"));
    if (given.isEmpty() || given.stream().anyMatch(String::isBlank)) {
      problems.add(
          "evidence must be named, was "
              + given
              + "; give the id of a figure, series or prior, or say in words what it is");
    }
  }

  private static FundingRule checked(FundingRule rule) {
    if (!RULES.contains(Objects.requireNonNull(rule, "rule"))) {
      String fix =
          switch (rule) {
            case CONSTANT_GROWTH -> "say growing(0.03, id), or thenGrowing after known years";
            case SCHEDULED -> "say cashSettlement(amounts, id) or settlement(series)";
            default -> "that is the rule of the asylum grant; choose REAL_FLAT";
          };
      throw new IllegalArgumentException(
          "rule of core funding must be one that needs no numbers of its own, was "
              + rule.label()
              + "; "
              + fix);
    }
    return rule;
  }

  /**
   * The amounts of the first years.
   *
   * @return where they come from
   */
  public KnownFunding known() {
    return known;
  }

  /**
   * How funding goes on after the known years, or from the base year on where there are none.
   *
   * @return the rule; empty if it was not said, so that the known years must reach the last
   *     projected one
   */
  public Optional<FundingRule> rule() {
    return rule;
  }

  /**
   * The growth under {@link FundingRule#CONSTANT_GROWTH}.
   *
   * @return empty under another rule
   */
  public Optional<Growth> growth() {
    return growth;
  }

  /**
   * What the gap of the base year is measured from.
   *
   * @return the opening
   */
  public Opening opening() {
    return opening;
  }

  /**
   * What it is called, for scenarios, tables and charts.
   *
   * @return such as {@code real-flat} or {@code published plans, then real-flat}
   */
  public String label() {
    String after =
        growth
            .map(constant -> "growth of " + percent(constant.perYear().mean()) + " a year")
            .orElse(rule.map(FundingRule::label).orElse(""));
    String before =
        switch (known.source()) {
          case NONE -> "";
          case PUBLISHED -> "published plans";
          case SERIES, GIVEN -> "settlement " + String.join(", ", known.evidence());
        };
    before += until.map(last -> " to " + last).orElse("");
    String text = before + (before.isEmpty() || after.isEmpty() ? "" : ", then ") + after;
    return opening == Opening.ORIGINAL_BUDGET ? text : text + ", " + opening.label();
  }

  private static String percent(double share) {
    return NumberText.of(100 * share) + "%";
  }

  /**
   * What the plan means, in a sentence or two, for captions.
   *
   * @return such as {@code Published plans as far as they go: ... Real-flat: ...}
   */
  public String definition() {
    String before =
        switch (known.source()) {
          case NONE -> "";
          case PUBLISHED ->
              "Published plans: the budgets that are published, then growth of core spending power"
                  + " as far as it is published.";
          case SERIES, GIVEN -> "Settlement: amounts given by year, in cash.";
        };
    String after =
        growth
            .map(constant -> "Growth of " + percent(constant.perYear().mean()) + " every year.")
            .orElse(rule.map(FundingRule::definition).orElse(""));
    return Stream.of(before, after, opening.definition())
        .filter(sentences -> !sentences.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** {@link #label}. */
  @Override
  public String toString() {
    return label();
  }
}
