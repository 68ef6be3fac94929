package org.fundinggap.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Refused;
import org.fundinggap.scenario.TracedRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Laws of demand, on the calibrated baseline with numbers changed")
class DemandLawsTest {
  private static final String EVIDENCE = "looked-after";
  private static final int DRAWS = 50;

  private final Inputs baseline = England.inputs(FundingRule.CASH_FLAT);

  private InputsBuilder with(Parameter parameter, double value) {
    return baseline.toBuilder().parameter(parameter, Distribution.fixed(value), EVIDENCE);
  }

  /** Entrants less those who by the exit rates left, beside the change in the stock. */
  private static void assertNobodyIsLost(TracedRun run) {
    FinancialYear base = run.inputs().years().first();
    for (int years = 1; years < run.inputs().years().length(); years++) {
      FinancialYear year = base.plus(years);
      for (int draw = 0; draw < run.draws(); draw++) {
        double left = 0;
        for (Placement placement : Placement.values()) {
          left +=
              run.at(placement.exitRate(), year, draw)
                  * StrictMath.exp(run.at(Placements.EXIT_DEVIATION, year, draw))
                  * run.at(placement.othersAverage(), year, draw);
        }
        left +=
            run.at(CareEntries.ASYLUM_HAZARD, year, draw)
                * run.at(CareEntries.ASYLUM_AVERAGE, year, draw);
        assertEquals(left, run.at(Placements.CEASED, year, draw), 1e-9 * left, year.toString());
      }
    }
  }

  @Test
  @DisplayName("children who cease are those who left by the exit rates: nobody is lost or made")
  void everyLookedAfterChildIsSomewhere() {
    assertNobodyIsLost(TracedRun.of(baseline, DRAWS, 3));
  }

  @Test
  void nobodyIsLost_whenEntrySharesDoNotAddUpToOne() {
    InputsBuilder inputs = with(Placement.HOMES.entryShare(), 0.3);
    inputs.parameter(Placement.FOSTER.asylumShare(), Distribution.uniform(0.1, 0.9), EVIDENCE);
    assertNobodyIsLost(TracedRun.of(inputs.build(), DRAWS, 3));
  }

  @Test
  void sharesOfEntriesAndDestinationsAddUpToOne_inTheBaseline() {
    assertEquals(1, sum(Placement::entryShare), 1e-12);
    assertEquals(1, sum(Placement::asylumShare), 1e-12);
    assertEquals(1, sum(Placement::destinationShare), 1e-12);
  }

  private double sum(java.util.function.Function<Placement, Parameter> share) {
    return Arrays.stream(Placement.values())
        .mapToDouble(placement -> baseline.distribution(share.apply(placement)).mean())
        .sum();
  }

  @Test
  @DisplayName("an exit rate of zero is refused: the chain divides by total rates")
  void exitRateIsRefused_whenZero() {
    String refused = Refused.message(() -> with(Placement.OTHER.exitRate(), 0).build());
    assertTrue(refused.contains("exitRate.other"), refused);
  }

  @Test
  void everyNumberIsFinite_whenExitRatesAreTheLeastAllowed() {
    InputsBuilder inputs = baseline.toBuilder();
    for (Placement placement : Placement.values()) {
      double least = placement.exitRate().lower();
      inputs.parameter(placement.exitRate(), Distribution.fixed(least), EVIDENCE);
      inputs.parameter(placement.moveRate(), Distribution.fixed(0), EVIDENCE);
    }
    assertNobodyIsLost(TracedRun.of(inputs.build(), DRAWS, 5));
  }

  @Test
  @DisplayName("shares of referrals stay within 0 and 1 and add up, however wildly they wander")
  void sharesOfReferralsAddUp() {
    Inputs inputs =
        with(ChildrenInNeed.NEED_SHARE_SPREAD, 0.3)
            .parameter(ChildrenInNeed.NO_FURTHER_ACTION_SPREAD, Distribution.fixed(0.5), EVIDENCE)
            .build();
    TracedRun run = TracedRun.of(inputs, DRAWS, 7);
    FinancialYear last = inputs.years().last();
    boolean reached = false;
    for (int draw = 0; draw < DRAWS; draw++) {
      double need = run.at(ChildrenInNeed.NEED_SHARE, last, draw);
      double closed = run.at(ChildrenInNeed.NO_FURTHER_ACTION, last, draw);
      double assessed = run.at(ChildrenInNeed.NOT_IN_NEED, last, draw);
      assertEquals(1, need + closed + assessed, 1e-12);
      assertTrue(Math.min(need, Math.min(closed, assessed)) >= 0);
      reached |= need == 1;
    }
    assertTrue(reached, "a share must have reached 1, or nothing was tried");
  }

  @Test
  @DisplayName("conferences for each referral stay, however enquiries drift")
  void driftsOfEnquiriesAndConferencesCancel() {
    TracedRun run = TracedRun.central(with(Protection.ENQUIRY_DRIFT, 0.15).build());
    double before = run.after(0, Protection.CONFERENCES) / run.after(0, Referrals.REFERRALS);
    double after = run.after(1, Protection.CONFERENCES) / run.after(1, Referrals.REFERRALS);
    assertEquals(before, after, 1e-12);
    double enquiries = run.after(1, Protection.ENQUIRIES) / run.after(1, Referrals.REFERRALS);
    assertEquals(0.36438 * StrictMath.exp(0.15), enquiries, 1e-5);
  }

  @Test
  void driftsDoNothing_beforeTheBaseYearEnds() {
    TracedRun run = TracedRun.central(with(Protection.ENQUIRY_DRIFT, 0.1).build());
    double published = 230_590.0 / 632_830;
    assertEquals(published, run.after(0, Protection.ENQUIRY_RATE), 1e-15);
    assertEquals(published * StrictMath.exp(0.1), run.after(1, Protection.ENQUIRY_RATE), 1e-14);
  }

  @Test
  @DisplayName("hazards open at the base year's and go on from there without a step")
  void hazardsOpenAtTheBaseYears() {
    TracedRun run = TracedRun.central(baseline);
    for (Variable hazard :
        new Variable[] {ChildrenInNeed.HAZARD, Protection.HAZARD, CareEntries.ASYLUM_HAZARD}) {
      double level = run.after(10, hazard);
      double now = run.after(0, hazard);
      double next = run.after(1, hazard);
      String moved = hazard.name() + " from " + now + " to " + next + ", at last " + level;
      assertTrue((next - now) * (level - now) >= 0, moved);
      assertTrue(Math.abs(next - now) <= 0.8 * Math.abs(level - now), moved);
    }
  }

  @Test
  @DisplayName("a higher exit rate, homes' weight or referral rate moves what it should")
  void demandRespondsInTheRightDirection() {
    TracedRun before = TracedRun.central(baseline);
    FinancialYear last = baseline.years().last();
    double level = baseline.opening(Referrals.LEVEL).orElseThrow();
    TracedRun referred =
        TracedRun.central(
            baseline.toBuilder().opening(Referrals.LEVEL, 1.1 * level, EVIDENCE).build());
    for (Variable variable :
        new Variable[] {
          Referrals.REFERRALS,
          ChildrenInNeed.STOCK,
          Protection.PLANS,
          CareEntries.ENTRIES,
          Placements.LOOKED_AFTER,
          Placement.HOMES.stock()
        }) {
      assertTrue(referred.at(variable, last) > before.at(variable, last), variable.name());
    }
    assertEquals(
        before.at(CareEntries.ASYLUM_STOCK, last), referred.at(CareEntries.ASYLUM_STOCK, last));
    double foster = baseline.distribution(Placement.FOSTER.exitRate()).mean();
    TracedRun leaving = TracedRun.central(with(Placement.FOSTER.exitRate(), 1.2 * foster).build());
    assertTrue(
        leaving.at(Placements.LOOKED_AFTER, last) < before.at(Placements.LOOKED_AFTER, last));
    TracedRun homes = TracedRun.central(with(Placements.HOMES_DRIFT, 0.1).build());
    assertTrue(homes.at(Placement.HOMES.stock(), last) > before.at(Placement.HOMES.stock(), last));
    assertTrue(
        homes.at(Placement.FOSTER.stock(), last) < before.at(Placement.FOSTER.stock(), last));
  }
}
