package org.fundinggap.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.fundinggap.claim.SourceTrajectories;
import org.fundinggap.claim.SourceTrajectory;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Placements;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.LeverRule;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Fingerprint;
import org.fundinggap.policy.PolicyCatalogue;
import org.fundinggap.quantity.FinancialYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The fingerprint of England")
@Tag("medium")
class EnglandFingerprintTest {
  /** The same on every machine and JDK; changes with the model, its words or its evidence. */
  private static final String REAL_FLAT =
      "058a3ad1e9da216cd711f2db25b2683984758692a9433a6804091ebab86a19eb";

  private static final String ID = "families-first";
  private static final FinancialYear START = FinancialYear.parse("2027-28");

  private final Scenario england = England.underLaw().with(FundingRule.REAL_FLAT);

  @Test
  @DisplayName("is as it was when this line was written, and complete")
  void baselineKeepsItsFingerprint() {
    assertEquals(new Fingerprint(REAL_FLAT, List.of()), Fingerprint.of(england));
  }

  @Test
  @DisplayName("is the same for a baseline made apart, under any name")
  void madeApart() {
    Scenario apart = Baseline.england(EvidenceBase.load()).with(FundingRule.REAL_FLAT);
    assertEquals(Fingerprint.of(england), Fingerprint.of(apart.named("made apart")));
  }

  @Test
  @DisplayName("tells rules, base years, last years and cuts of early help apart")
  void scenariosDiffer() {
    Baseline baseline = England.underLaw();
    List<Fingerprint> all =
        Stream.of(
                england,
                baseline.with(FundingRule.CASH_FLAT),
                baseline.with(FundingRule.COUNCIL_TAX),
                baseline.with(FundingRule.FOLLOWS_OUTTURN),
                baseline.with(FundingRule.FOLLOWS_NEED),
                baseline.to(FinancialYear.parse("2030-31")).with(FundingRule.REAL_FLAT),
                baseline.withEarlyHelpCuts().with(FundingRule.REAL_FLAT),
                Baseline.england(England.evidence(), FinancialYear.parse("2019-20"))
                    .with(FundingRule.REAL_FLAT),
                baseline.withoutCurrentLaw().with(FundingRule.REAL_FLAT),
                baseline.withoutLaw("family-help").with(FundingRule.REAL_FLAT),
                england.fixing(Placements.HOMES_DRIFT, 0.01))
            .map(Fingerprint::of)
            .toList();
    assertEquals(all.size(), all.stream().map(Fingerprint::hex).distinct().count());
    assertTrue(all.stream().allMatch(Fingerprint::isComplete), "" + all);
  }

  private static Lever lever(double size, int from, double cost) {
    return Lever.named("fewer entries")
        .from(START.plus(from))
        .multiply(CareEntries.ENTRIES, Distribution.uniform(size, 0), ID)
        .cost(Payer.COUNCILS, Distribution.fixed(cost), ID)
        .build();
  }

  private Fingerprint with(Lever... levers) {
    return Fingerprint.of(england.with("levers", levers));
  }

  @Test
  @DisplayName("counts each part of a lever: its size, its timetable, its cost")
  void leversCount() {
    Fingerprint plain = with(lever(-0.2, 0, 50));
    assertTrue(plain.isComplete(), "" + plain);
    assertEquals(plain, with(lever(-0.2, 0, 50)));
    assertNotEquals(Fingerprint.of(england), plain);
    assertNotEquals(plain, with(lever(-0.1, 0, 50)));
    assertNotEquals(plain, with(lever(-0.2, 1, 50)));
    assertNotEquals(plain, with(lever(-0.2, 0, 60)));
    Lever late = lever(-0.2, 4, 50);
    assertNotEquals(with(late), with(late.delayed(1)));
  }

  @Test
  @DisplayName("says where a lever has a rule of a user's, which cannot be known again")
  void rulesOfUsersAreNamed() {
    LeverRule rule = (value, size, strength) -> value * (1 - size * strength);
    Lever ruled =
        Lever.named("ruled")
            .from(START)
            .rule(CareEntries.ENTRIES, rule, Distribution.fixed(0.1), ID)
            .build();
    assertEquals(List.of("L1.careEntries"), with(ruled).opaque());
  }

  @Test
  @DisplayName("is complete with every measure of the catalogue, and for every claim")
  void everyFormulaOfTheLibraryIsAValue() {
    PolicyCatalogue catalogue =
        PolicyCatalogue.of(England.evidence(), England.baseline().baseYear());
    for (var measure : catalogue.measures()) {
      if (!measure.isMeasurement()) {
        Scenario with = england.with(measure.id(), catalogue.levers(measure.id()));
        Fingerprint fingerprint = Fingerprint.of(with);
        assertTrue(fingerprint.isComplete(), measure.id() + ": " + fingerprint);
      }
    }
    for (SourceTrajectory claim : SourceTrajectories.of(England.evidence()).all()) {
      Fingerprint fingerprint = Fingerprint.of(claim.scenario());
      assertTrue(fingerprint.isComplete(), claim + ": " + fingerprint);
    }
    assertTrue(
        Fingerprint.of(Baseline.referrals(England.evidence(), England.baseline().years()))
            .isComplete());
  }
}
