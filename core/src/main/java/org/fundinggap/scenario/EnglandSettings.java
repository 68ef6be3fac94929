package org.fundinggap.scenario;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fundinggap.calibration.BaseFunding;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.cost.Cost;
import org.fundinggap.demand.Demand;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.demand.Outlook;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.EarlyHelpCuts;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.internal.NumberText;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.nowcast.ProjectedTotals;
import org.fundinggap.policy.CurrentLaw;
import org.fundinggap.policy.Provision;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/**
 * All that a {@link Baseline} is set to, and the scenarios that it makes of it.
 *
 * @param evidence the register
 * @param years the base year and the projected years
 * @param funding of the base year
 * @param outlook how children looked after go on in the middle
 * @param cutsEarlyHelp whether a part of a growing gap is met by cutting early help
 * @param complete the complete year that a part-published one was projected from
 * @param law what is law or paid for and acts beyond the base year's data
 */
record EnglandSettings(
    EvidenceBase evidence,
    YearRange years,
    BaseFunding funding,
    Outlook outlook,
    boolean cutsEarlyHelp,
    Optional<Complete> complete,
    ImmutableList<Provision> law) {
  /**
   * What a part-published year was projected from.
   *
   * @param register without what was projected
   * @param inputs numbers of the complete year
   */
  record Complete(EvidenceBase register, Inputs inputs) {}

  /** To a last year that prices are known to: consumer prices are held to a long-run target. */
  EnglandSettings to(FinancialYear last) {
    FinancialYear most = Deflators.of(evidence, baseYear()).years().last();
    if (last.compareTo(baseYear()) < 0 || last.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "last must be from the base year "
              + baseYear()
              + " to "
              + most
              + ", the last year of the path of prices, was "
              + last
              + "; project to "
              + (last.compareTo(most) > 0
                  ? most + " or before"
                  : baseYear().plus(1) + " or later"));
    }
    YearRange others = YearRange.inclusive(baseYear(), last);
    return new EnglandSettings(evidence, others, funding, outlook, cutsEarlyHelp, complete, law);
  }

  EnglandSettings with(BaseFunding other) {
    return new EnglandSettings(evidence, years, other, outlook, cutsEarlyHelp, complete, law);
  }

  EnglandSettings with(Outlook other) {
    return new EnglandSettings(evidence, years, funding, other, cutsEarlyHelp, complete, law);
  }

  EnglandSettings withEarlyHelpCuts() {
    return new EnglandSettings(evidence, years, funding, outlook, true, complete, law);
  }

  EnglandSettings with(List<Provision> others) {
    return new EnglandSettings(
        evidence, years, funding, outlook, cutsEarlyHelp, complete, ImmutableList.copyOf(others));
  }

  FinancialYear baseYear() {
    return years.first();
  }

  /**
   * The scenario of a plan.
   *
   * @param plan how core funding goes on
   * @param start what the projection starts from, in words
   */
  Scenario scenario(FundingPlan plan, String start) {
    List<FundingStream> streams = Calibration.streams(evidence, years, funding, plan);
    Inputs inputs =
        withKnownDrifts(
            Calibration.england(evidence, model(streams), years, streams, funding, plan, outlook));
    String cuts =
        (outlook == Outlook.POOLED ? "" : ", " + outlook.label())
            + (cutsEarlyHelp ? ", early help cut for the gap" : "");
    List<Lever> levers = law.stream().flatMap(each -> leversWithin(each).stream()).toList();
    String name = plan.label() + cuts;
    return Scenario.underLaw(
        name,
        "England from " + start + "; core funding " + plan.label() + cuts,
        ScenarioChecks.checked(name, inputs),
        levers,
        recipe(plan));
  }

  private Recipe recipe(FundingPlan plan) {
    return new Recipe(
        complete.map(Complete::register).orElse(evidence),
        complete.isPresent(),
        years,
        funding,
        outlook,
        cutsEarlyHelp,
        lawLeftOut(),
        plan);
  }

  /** Ids of what is law by the last year and was left out. */
  private List<String> lawLeftOut() {
    return within(CurrentLaw.of(evidence, years.first())).stream()
        .map(Provision::id)
        .filter(id -> law.stream().noneMatch(kept -> kept.id().equals(id)))
        .toList();
  }

  private Model model(List<FundingStream> streams) {
    List<Equation> equations = new ArrayList<>();
    equations.add(cutsEarlyHelp ? EarlyHelpCuts.equation(baseYear()) : EarlyHelp.keptByPolicy());
    equations.addAll(Demand.equations());
    equations.addAll(Cost.equations());
    equations.addAll(Funding.equations(streams, baseYear()));
    return Model.of("England", equations);
  }

  /** What of the law is felt by the last projected year. */
  List<Provision> lawWithin() {
    return within(law);
  }

  /** A quote must not hide that law was left out. */
  String lawInWords() {
    int known = within(CurrentLaw.of(evidence, years.first())).size();
    int kept = lawWithin().size();
    if (known == 0) {
      return "";
    }
    return kept == 0
        ? " without current law"
        : " and "
            + (kept == known ? "" : kept + " of ")
            + NumberText.count(known, "provision")
            + " of current law";
  }

  private List<Provision> within(List<Provision> provisions) {
    return provisions.stream().filter(each -> !leversWithin(each).isEmpty()).toList();
  }

  private List<Lever> leversWithin(Provision provision) {
    return provision.levers().stream()
        .filter(lever -> lever.timetable().isFeltBy(years.last()))
        .toList();
  }

  private Inputs withKnownDrifts(Inputs inputs) {
    return complete
        .map(
            before ->
                ProjectedTotals.withDriftsOf(
                    before.inputs(), inputs, ProjectedTotals.in(evidence, baseYear())))
        .orElse(inputs);
  }
}
