package org.fundinggap.policy;

import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.SocialWorkCost;
import org.fundinggap.cost.Workforce;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Protection;
import org.fundinggap.estimation.Culprits;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.quantity.FinancialYear;

/**
 * What is law or paid for already, and acts in the years after a base year. A baseline has it; the
 * measures of the {@link PolicyCatalogue} are what would come on top.
 *
 * <p>A provision counts only if it had been published when a projection from the base year could
 * first have been made. It comes in by equal steps from its day on, and what of it is in force in
 * the base year is in the data of that year: only what comes in later is a lever's. So a later base
 * year counts less of it, and nothing twice.
 *
 * <p>What the grants of the Families First programme pay for is no cost of a provision: tied money
 * is in no need and closes no gap, and the early help that it buys is in the equations (D9e). There
 * all of the grant counts as early help. What of it pays for conferences and for teams buys none;
 * how much that is, is not published and left out, so that early help is a little overstated.
 *
 * <p>No provision has an own cost: those of levers are what is chosen, and a scenario's are its
 * user's alone.
 */
public final class CurrentLaw {
  /** Whose draws the duty shares with the measure that goes beyond it. */
  static final String CONFERENCES = "law: conferences before proceedings";

  /** The duty to offer a meeting of the family before proceedings. */
  static final String FAMILY_DECISIONS = "family-decision-making";

  /** Share of the families without a conference today that the duty comes to reach. */
  static final String DUTY = "law-conferences-duty-share";

  private static final LocalDate ACT = LocalDate.of(2026, Month.APRIL, 29);
  private static final LocalDate AGENCY_RULES = LocalDate.of(2024, Month.OCTOBER, 31);
  private static final LocalDate PRICE_CAPS = LocalDate.of(2025, Month.OCTOBER, 1);
  private static final LocalDate PROGRAMME = LocalDate.of(2025, Month.APRIL, 1);
  private static final String PROGRAMME_YEARS = "law-families-first-years";
  private static final double MILLION = 1e6;
  private static final String STATEMENT = "FFP-STATEMENT-2025";

  private final Sizes sizes;

  private CurrentLaw(Sizes sizes) {
    this.sizes = sizes;
  }

  /**
   * What acts beyond the data of a base year.
   *
   * @param evidence the register; as of a date it holds what had been published by then
   * @param baseYear the base year; of one that is not the newest, what had been published by {@link
   *     Calibration#dayOf} it
   * @return immutable, in order of the days from which they act; empty if nothing was known
   */
  public static List<Provision> of(EvidenceBase evidence, FinancialYear baseYear) {
    return Culprits.stated(
        evidence,
        baseYear,
        () ->
            new CurrentLaw(new Sizes(Calibration.then(evidence, baseYear), baseYear)).provisions());
  }

  /** Whether a provision acts beyond the data of a base year. */
  static boolean has(EvidenceBase evidence, FinancialYear baseYear, String id) {
    return of(evidence, baseYear).stream().anyMatch(provision -> provision.id().equals(id));
  }

  private List<Provision> provisions() {
    return Stream.of(
            agencyRules(), allowances(), familyHelp(), teams(), priceCaps(), familyDecisions())
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Provision::inForce).thenComparing(Provision::id))
        .toList();
  }

  private Optional<Provision> agencyRules() {
    return ProvisionDraft.of(
            "agency-rules", "rules on the use of agency social workers", "AGENCY-RULES-2024")
        .meaning(
            "National rules keep some vacancies from being covered by agency workers: three years"
                + " of experience, no return within three months, no teams for hire. For new"
                + " assignments first, for all from 1 October 2025.")
        .from(AGENCY_RULES, "law-agency-rules-years")
        .build(
            sizes,
            lever -> lever.multiply(Workforce.AGENCY_COVER, sizes.prior("law-agency-cover")));
  }

  /** Caps are on hourly rates and may be exceeded: less of the premium, and no cap in pounds. */
  private Optional<Provision> priceCaps() {
    return ProvisionDraft.of(
            "agency-price-caps",
            "regional caps on the price of agency social workers",
            "AGENCY-RULES-2024")
        .meaning(
            "Regions cap what councils pay for an hour of an agency social worker: a part of the"
                + " premium goes, or none where caps are set at what was paid or are exceeded.")
        .from(PRICE_CAPS, "law-agency-price-caps-years")
        .build(
            sizes,
            lever ->
                lever.multiply(SocialWorkCost.AGENCY_PREMIUM, sizes.prior("law-agency-premium")));
  }

  /**
   * The trial's effect times the share of all entries without a conference today is drawn once, of
   * which the duty reaches one part and the measure the rest.
   */
  private Optional<Provision> familyDecisions() {
    return ProvisionDraft.of(
            FAMILY_DECISIONS,
            "families meet before care proceedings",
            "ACT-2026-21",
            "STUDY-FGC-2024")
        .meaning(
            "The duty to offer a meeting of the family before proceedings, section 1 of the Act."
                + " Most authorities offered conferences before; of the families without one it"
                + " reaches a part, with the trial's effect on entries. Grants pay for it. The day"
                + " from which it binds is not set: it comes in from the day of the Act.")
        .from(ACT, "law-conferences-years")
        .reach(DUTY)
        .drawnAs(CONFERENCES)
        .build(sizes, lever -> StudiedMeasures.withConferences(lever, sizes));
  }

  private Optional<Provision> teams() {
    return ProvisionDraft.of(
            "child-protection-teams", "multi-agency child protection teams", STATEMENT)
        .meaning(
            "Teams of social workers, police and health with a lead practitioner: weak cases end"
                + " earlier, and harm that others missed is seen. Plans and entries may go either"
                + " way. Grants of the Families First programme pay; a duty follows.")
        .from(PROGRAMME, PROGRAMME_YEARS)
        .build(
            sizes,
            lever ->
                lever
                    .multiply(Protection.PLAN_RATE, sizes.prior("law-teams-plans"))
                    .multiply(CareEntries.HAZARD_LEVEL, sizes.prior("law-teams-entries")));
  }

  /**
   * Those who hold cases are a cost of councils, for all of the grant counts as early help already:
   * paid out of it too, the same pound would buy two things.
   */
  private Optional<Provision> familyHelp() {
    return ProvisionDraft.of("family-help", "family help teams", STATEMENT)
        .meaning(
            "What the reform does beyond the early help that its money buys: others than social"
                + " workers hold some cases, and one team from early help to child in need may let"
                + " fewer or more children enter care. Those who hold cases are paid, by"
                + " councils, and posts fall by those whom they replace.")
        .from(PROGRAMME, PROGRAMME_YEARS)
        .build(
            sizes,
            lever ->
                lever
                    .multiply(
                        Workforce.CASE_SHARE,
                        sizes.known(FamilyHelpPrinciples.MOST_CASES).times(-1))
                    .inPart(
                        "share of those cases that others hold",
                        sizes.prior("law-family-help-share"))
                    .offsetBy(Workforce.POSTS_PER_HOLDER, sizes.prior("measure-posts-with-cases"))
                    .multiply(CostLine.SAFEGUARDING.unitCost(), paidInPlace())
                    .alsoInPart()
                    .multiply(CareEntries.HAZARD_LEVEL, sizes.prior("law-family-help-entries")));
  }

  /** What those cost who hold all cases that others may hold, over social work and safeguarding. */
  private Size paidInPlace() {
    Size holders =
        sizes.upToBaseYear("case-holders").times(sizes.known(FamilyHelpPrinciples.MOST_CASES));
    return sizes.prior(
        "measure-other-practitioner-pay",
        holders.over(sizes.upToBaseYear("spend-safeguarding-gross").times(MILLION)));
  }

  /** Their cost is in the drift of the price of fostering, which rose as allowances did. */
  private Optional<Provision> allowances() {
    return ProvisionDraft.of(
            "foster-allowances", "minimum allowances of foster carers", "ANSWER-38410")
        .meaning(
            "The national minimum rises by 3.55% in 2025-26, about as prices do. Some moves may end"
                + " in foster care and not in homes; places fell while allowances rose, so half of"
                + " its mass is at nothing. What allowances cost is in the price of fostering,"
                + " which goes on as it drifted.")
        .from(PROGRAMME, "law-allowances-years")
        .build(
            sizes,
            lever ->
                lever.move(
                    Placement.HOMES.destinationShare(),
                    Placement.FOSTER.destinationShare(),
                    sizes.prior("law-allowances-moves")));
  }
}
