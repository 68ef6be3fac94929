package org.fundinggap.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.fundinggap.comparison.Margin;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.internal.Checks;
import org.fundinggap.lever.Lever;
import org.fundinggap.quantity.DiscountSchedule;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * Appraises policies in the manner of HM Treasury's Green Book: what society's resources are used
 * for, in real terms, discounted, against doing without the policy. Immutable.
 *
 * @param schedule discount rates; {@link GreenBook} has HM Treasury's
 * @param optimismBias what is added to the costs of a policy
 * @param years to which year values are discounted, and in which year's prices they are
 * @param benefitCut what is taken off benefits that rest on assumed sizes
 * @param savings how people who need a service no more are valued
 */
public record Appraiser(
    DiscountSchedule schedule,
    OptimismBias optimismBias,
    AppraisalYears years,
    BenefitCut benefitCut,
    Savings savings) {
  /**
   * Refuses null.
   *
   * @param schedule as described above
   * @param optimismBias as described above
   * @param years as described above
   * @param benefitCut as described above
   * @param savings as described above
   */
  public Appraiser {
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(optimismBias, "optimismBias");
    Objects.requireNonNull(years, "years");
    Objects.requireNonNull(benefitCut, "benefitCut");
    Objects.requireNonNull(savings, "savings");
  }

  /**
   * An appraiser that discounts to the base year, in its prices, cuts no benefits, and values
   * savings at the margin.
   *
   * @param schedule discount rates
   * @param optimismBias what is added to the costs of a policy; {@link OptimismBias#none()} is a
   *     choice too
   * @return the appraiser
   */
  public static Appraiser of(DiscountSchedule schedule, OptimismBias optimismBias) {
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(optimismBias, "optimismBias");
    return new Appraiser(
        schedule, optimismBias, AppraisalYears.ofBaseYear(), BenefitCut.none(), Savings.AT_MARGIN);
  }

  /**
   * The same with other discount rates.
   *
   * @param other the rates
   * @return an appraiser
   */
  public Appraiser withSchedule(DiscountSchedule other) {
    Objects.requireNonNull(other, "other");
    return new Appraiser(other, optimismBias, years, benefitCut, savings);
  }

  /**
   * The same with another optimism bias.
   *
   * @param other what is added to costs
   * @return an appraiser
   */
  public Appraiser withOptimismBias(OptimismBias other) {
    Objects.requireNonNull(other, "other");
    return new Appraiser(schedule, other, years, benefitCut, savings);
  }

  /**
   * The same as of another year, or in the prices of another.
   *
   * @param other the years; of every run that is appraised
   * @return an appraiser
   */
  public Appraiser withYears(AppraisalYears other) {
    Objects.requireNonNull(other, "other");
    return new Appraiser(schedule, optimismBias, other, benefitCut, savings);
  }

  /**
   * The same with benefits of assumed size cut, or not.
   *
   * @param other what is taken off
   * @return an appraiser
   */
  public Appraiser withBenefitCut(BenefitCut other) {
    Objects.requireNonNull(other, "other");
    return new Appraiser(schedule, optimismBias, years, other, savings);
  }

  /**
   * The same with savings valued otherwise.
   *
   * @param other how; {@link Savings#AT_AVERAGE_COST} says what others say, and is too much
   * @return an appraiser
   */
  public Appraiser withSavings(Savings other) {
    Objects.requireNonNull(other, "other");
    return new Appraiser(schedule, optimismBias, years, benefitCut, other);
  }

  /** The sizes for which benefits are cut: none if nothing is to be cut. */
  List<String> assumed(PolicyEffects flows) {
    if (benefitCut.share() == 0) {
      return List.of();
    }
    EvidenceBase register = benefitCut.register().orElseThrow();
    return flows.effects().stream()
        .filter(effect -> effect.isAssumed(register))
        .map(effect -> effect.text(register))
        .toList();
  }

  /**
   * Appraises one scenario against another of the same run.
   *
   * @param projection a run that kept {@link Appraisal#variables}, over at least one year after the
   *     base year. At average cost those of {@link Margin#variables} and the part are not read, and
   *     may be lacking
   * @param baseline name of the scenario without the policy
   * @param alternative name of the scenario with it
   * @return the appraisal
   * @throws IllegalArgumentException if there is no such scenario, years differ, a variable was not
   *     kept, a number is not finite, the deflator is not 1 in the base year, the appraisal year or
   *     the price year is not of the run, the policy changes money before the appraisal year and
   *     that is not to be left out, or it has to be taken apart and the run lacks its {@link
   *     Margin#part part}
   * @throws IllegalStateException if draws were not kept
   */
  public Appraisal appraise(Projection projection, String baseline, String alternative) {
    Objects.requireNonNull(projection, "projection");
    Objects.requireNonNull(baseline, "baseline");
    Objects.requireNonNull(alternative, "alternative");
    PolicyEffects flows = PolicyEffects.of(projection, baseline, alternative, savings);
    return new Appraisal(this, baseline, alternative, flows);
  }

  /**
   * Runs two scenarios on the same draws and appraises the one against the other.
   *
   * @param pair the scenarios
   * @param settings seed and number of draws
   * @return the appraisal
   * @throws IllegalArgumentException as {@link #appraise(Projection, String, String)}
   */
  public Appraisal appraise(ScenarioPair pair, Settings settings) {
    Scenario baseline = pair.baseline();
    Scenario alternative = pair.alternative();
    List<Scenario> scenarios = new ArrayList<>(List.of(baseline, alternative));
    Margin.part(baseline, alternative).ifPresent(scenarios::add);
    Projection projection =
        Simulation.of(scenarios.toArray(Scenario[]::new))
            .keeping(Appraisal.variables(baseline, alternative))
            .run(settings);
    return appraise(projection, baseline.name(), alternative.name());
  }

  /**
   * What is lost by starting a policy later, on the same draws.
   *
   * @param baseline the scenario without the policy
   * @param startingLater the scenario with it, by how many years its start is put off; asked for 0
   *     and {@code years}
   * @param years by how many years, from 1
   * @param settings seed and number of draws
   * @return the cost of delay
   * @throws IllegalArgumentException if {@code years} is below 1 or not inside the projection
   */
  public DelayCost costOfDelay(
      Scenario baseline, IntFunction<Scenario> startingLater, int years, Settings settings) {
    Objects.requireNonNull(settings, "settings");
    int horizon = baseline.inputs().years().length() - 1;
    Checks.within(years, 1, horizon, "years", "delay by at most the projected years");
    Appraisal now = appraise(new ScenarioPair(baseline, startingLater.apply(0)), settings);
    Appraisal later = appraise(new ScenarioPair(baseline, startingLater.apply(years)), settings);
    return DelayCost.of(years, now, later);
  }

  /**
   * What is lost by pulling levers later, on the same draws.
   *
   * @param baseline the scenario without them
   * @param levers at least one; all are delayed alike
   * @param years by how many years, from 1
   * @param settings seed and number of draws
   * @return the cost of delay
   * @throws IllegalArgumentException if {@code years} is below 1 or not inside the projection, or
   *     the baseline refuses a lever
   */
  public DelayCost costOfDelay(
      Scenario baseline, List<Lever> levers, int years, Settings settings) {
    return costOfDelay(baseline, delay -> startingLater(baseline, levers, delay), years, settings);
  }

  /** A lever that is put off beyond the projection is not pulled in it. */
  private static Scenario startingLater(Scenario baseline, List<Lever> levers, int delay) {
    FinancialYear last = baseline.inputs().years().last();
    List<Lever> inTime =
        levers.stream()
            .map(lever -> lever.delayed(delay))
            .filter(lever -> lever.timetable().start().compareTo(last) <= 0)
            .filter(lever -> !lever.costs().isEmpty() || lever.timetable().isFeltBy(last))
            .toList();
    return inTime.isEmpty()
        ? baseline.named(baseline.name() + ", none in time")
        : baseline.with(inTime.toArray(Lever[]::new));
  }

  /** The choices. */
  @Override
  public String toString() {
    return "Appraiser by "
        + schedule
        + "; "
        + optimismBias
        + "; "
        + years
        + "; "
        + benefitCut
        + "; savings "
        + savings;
  }
}
