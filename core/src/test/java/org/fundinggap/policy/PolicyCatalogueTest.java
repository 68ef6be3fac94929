package org.fundinggap.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.demand.Placements;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The policy catalogue")
@Tag("medium")
class PolicyCatalogueTest {
  private static String refused(Runnable what) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, what::run).getMessage());
  }

  @Test
  @DisplayName("finds a measure by id, and names the nearest of an unknown one")
  void findsMeasures() {
    assertEquals(6, Catalogues.shipped().measure("appgc-6").number());
    String message = refused(() -> Catalogues.shipped().measure("apgc-6"));
    assertTrue(message.startsWith("no measure \"apgc-6\"; nearest known: appgc-6"), message);
  }

  @Test
  @DisplayName("refuses levers of what only measures, naming its outputs")
  void measurementHasNoLevers() {
    String message = refused(() -> Catalogues.shipped().levers("stable-homes-6"));
    assertTrue(message.contains("stable-homes-6 must have levers, had none"), message);
    assertTrue(message.contains(Placements.LOOKED_AFTER.name()), message);
  }

  @Test
  @DisplayName("has levers of different names, so that any may be pulled together")
  void leversHaveDifferentNames() {
    Set<String> names = new HashSet<>();
    for (Measure measure : Catalogues.withLevers()) {
      for (Lever lever : measure.levers()) {
        assertTrue(names.add(lever.name()), lever::name);
        assertTrue(lever.name().startsWith(measure.id()), lever::name);
      }
    }
  }

  @Test
  @DisplayName("starts two years after the base year, or in a year that is asked for")
  void startsWhenAsked() {
    FinancialYear first = FinancialYear.parse("2026-27");
    assertEquals(first, Catalogues.shipped().first());
    PolicyCatalogue later = Catalogues.shipped().startingIn(first.plus(3));
    for (Measure measure : Catalogues.withLevers()) {
      List<Lever> moved = measure.levers().stream().map(lever -> lever.delayed(3)).toList();
      assertEquals(moved.toString(), later.measure(measure.id()).levers().toString());
    }
    String message = refused(() -> Catalogues.shipped().startingIn(FinancialYear.parse("2024-25")));
    assertTrue(message.contains("start in 2025-26 or later"), message);
  }

  @Test
  @DisplayName("refuses a register as of a day when a document was not yet out")
  void refusesWhatWasNotYetKnown() {
    String message =
        refused(
            () ->
                PolicyCatalogue.of(
                    Catalogues.evidence().asOf(LocalDate.of(2020, 1, 1)),
                    Catalogues.baseline().baseYear()));
    assertTrue(message.contains("2020-01-01"), message);
  }

  @Test
  @DisplayName("goes with a loop of cuts, measure by measure")
  void goesWithCutsOfEarlyHelp() {
    Scenario cuts = Catalogues.baseline().withEarlyHelpCuts().with(FundingRule.REAL_FLAT);
    for (Measure measure : Catalogues.withLevers()) {
      Lever[] levers = Catalogues.shipped().levers(measure.id());
      assertEquals(
          cuts.levers().size() + levers.length,
          cuts.with(measure.id(), levers).levers().size(),
          measure::id);
    }
  }

  @Test
  @DisplayName("goes with an earlier base year, but for money of a programme not yet known then")
  void goesWithAnEarlierBaseYear() {
    Baseline past = Baseline.england(Catalogues.evidence(), FinancialYear.parse("2018-19"));
    PolicyCatalogue then = PolicyCatalogue.of(Catalogues.evidence(), past.baseYear());
    Scenario cashFlat = past.with(FundingRule.CASH_FLAT);
    assertEquals(1, cashFlat.with("churn", then.levers("appgc-6")).levers().size());
    String message = refused(() -> cashFlat.with("match", then.levers("appgc-2")));
    assertTrue(message.contains("funding.familiesFirst must be in model England"), message);
  }

  @Test
  @DisplayName("refuses a measure that neither changes nor measures, or does both")
  void measureIsOneOrTheOther() {
    Measure some = Catalogues.shipped().measure("appgc-1");
    String message = refused(() -> copy(some, List.of(), some.moves(), List.of()));
    assertTrue(message.contains("must have levers, movements and evidence, or reports alone"));
    assertTrue(message.contains("had 0 levers, 3 movements"), message);
    refused(() -> copy(some, some.levers(), List.of(), List.of()));
    refused(() -> copy(some, some.levers(), some.moves(), List.of(Placements.LOOKED_AFTER)));
    refused(() -> copy(Catalogues.shipped().measure("appgc-11"), List.of(), List.of(), List.of()));
  }

  private static Measure copy(
      Measure measure, List<Lever> levers, List<Movement> moves, List<Variable> reports) {
    return new Measure(
        measure.id(),
        measure.sources(),
        measure.number(),
        measure.title(),
        measure.meaning(),
        levers,
        moves,
        reports,
        measure.evidence(),
        levers.isEmpty() ? Optional.empty() : measure.quality(),
        measure.isAssumed(),
        measure.inForce(),
        measure.derivations());
  }

  @Test
  @DisplayName("says how many measures it holds")
  void saysWhatItHolds() {
    assertEquals(
        "Policy catalogue from 2026-27: 37 measures with levers, 2 that only measure",
        Catalogues.shipped().toString());
    assertEquals(
        "appgc-6, strategy against churn of social workers (SEED-0, SEED-1)",
        Catalogues.shipped().measure("appgc-6").toString());
    assertEquals(
        "lookedAfter lower by 2030-31",
        Catalogues.shipped().measure("family-group-conferences").moves().get(1).toString());
  }
}
