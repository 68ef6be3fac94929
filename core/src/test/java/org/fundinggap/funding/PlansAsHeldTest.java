package org.fundinggap.funding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.fundinggap.evidence.ChangedRegister;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Money;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.fundinggap.simulation.CentralPath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Published plans are those that a register holds")
class PlansAsHeldTest {
  private static final double PENNY = 1e-8;
  private static final FinancialYear Y2025 = FinancialYear.parse("2025-26");
  private static final FinancialYear Y2026 = FinancialYear.parse("2026-27");
  private static final FinancialYear Y2028 = FinancialYear.parse("2028-29");

  @TempDir private Path directory;

  private static double general(Baseline baseline, FundingPlan plan, FinancialYear year) {
    return CentralPath.of(baseline.with(plan).inputs()).at(Funding.UNTIED, year);
  }

  private void append(String file, String... rows) throws IOException {
    Path path = directory.resolve("observations").resolve(file);
    Files.writeString(path, Files.readString(path, UTF_8) + String.join("\n", rows) + "\n", UTF_8);
  }

  @Test
  @DisplayName("a newer budget is used at once, and no other news takes it away")
  void newerBudgetIsUsed() throws IOException {
    ChangedRegister.in(directory);
    append("revenue-outturn.csv", "ra-budget-net,2026-27,17000,amber,,,,2026-06-18,made up");
    double grants = 523 + 547.0 / 3 - 253.5;
    Baseline newer = Baseline.england(EvidenceBase.load(directory));
    assertEquals(17_000 - grants, general(newer, FundingPlan.HEADLINE, Y2026), PENNY);
    append("prices.csv", "gdp-deflator,2025,103.5,green,,,,2026-09-30,made up");
    Baseline newest = Baseline.england(EvidenceBase.load(directory));
    assertEquals(17_000 - grants, general(newest, FundingPlan.HEADLINE, Y2026), PENNY);
  }

  @Test
  @DisplayName("of base years before the revenue outturn none is used: the basis would change")
  void plansAreOfTheSameBasis() {
    Baseline then = Baseline.england(England.evidence().asOf(LocalDate.of(2022, 10, 1)));
    assertEquals(FinancialYear.parse("2020-21"), then.baseYear());
    assertEquals(Optional.empty(), then.knownTo(FundingPlan.HEADLINE));
  }

  @ParameterizedTest
  @CsvSource({"2025-12-20", "2026-01-02", "2026-11-30"})
  @DisplayName("the grant inside the budget of 2025-26 is taken off from when it was announced")
  void grantIsTakenOffTheBudget(LocalDate date) {
    Baseline then = Baseline.england(England.evidence().asOf(date));
    FinancialYear base = then.baseYear();
    assertTrue(base.compareTo(Y2025) < 0, base::toString);
    assertEquals(15_500 - (523.5 - 253.5), general(then, FundingPlan.HEADLINE, Y2025), PENNY);
  }

  @Test
  @DisplayName("base funding that is given grows as budgets do, and closes a gap the less it is")
  void givenFundingGrowsAsBudgetsDo() {
    Baseline half =
        England.baseline().withFunding(Money.ofMillions(7_050, PriceBasis.cash()), "ro-net");
    assertEquals(15_230 / 2.0, general(half, FundingPlan.HEADLINE, Y2025), PENNY);
    FundingPlan closed = FundingPlan.HEADLINE.openingAt(Opening.CLOSED);
    CentralPath path = CentralPath.of(half.with(closed).inputs());
    assertEquals(0, path.at(Gap.STAND_STILL.cash(), half.baseYear()), 1e-6);
  }

  @Test
  @DisplayName("until a year, what is held of later ones is left alone")
  void laterYearsAreLeftAlone() {
    FundingPlan budget = FundingPlan.HEADLINE.until(Y2025);
    assertEquals(Optional.of(Y2025), England.baseline().knownTo(budget));
    assertEquals("published plans to 2025-26, then real-flat", budget.label());
    assertEquals(Optional.of(Y2028), England.baseline().knownTo(FundingPlan.HEADLINE));
  }

  @Test
  @DisplayName("budgets that follow outturn hold what councils found: no other opening is taken")
  void otherOpeningsAreRefused_whereBudgetsFollowOutturn() {
    FundingPlan following = FundingPlan.of(FundingRule.FOLLOWS_OUTTURN);
    assertHolds(
        refusal(() -> England.baseline().with(following.openingAt(Opening.CLOSED))),
        "where budgets follow outturn",
        "choose another rule or opening");
  }

  @Test
  @DisplayName("amounts in another unit and growth in percent are refused, with how to write them")
  void unlikelyAmountsAreRefused() throws IOException {
    FundingPlan billions =
        FundingPlan.cashSettlement(Map.of(Y2025, 15.3), "x").then(FundingRule.REAL_FLAT);
    assertHolds(
        refusal(() -> England.baseline().with(billions)),
        "within a factor of 5 of base funding, 14,100",
        "was 15.3",
        "write 15300");
    ChangedRegister.in(directory);
    Path funding = directory.resolve("observations/funding.csv");
    String rows = Files.readString(funding, UTF_8);
    Files.writeString(funding, rows.replace("2026-27,0.058", "2026-27,5.8"), UTF_8);
    assertHolds(
        refusal(() -> EvidenceBase.load(directory)),
        "observations/funding.csv line 4",
        "must be in [-0.15, 0.3] for core-spending-power-growth in 2026-27",
        "was \"5.8\"");
  }

  @Test
  @DisplayName("a settlement of the register with a hole is refused, and says until when it holds")
  void holesAreRefused() throws IOException {
    ChangedRegister.in(directory);
    append(
        "revenue-outturn.csv",
        "ra-budget-net,2027-28,18000,amber,,,,2026-06-18,made up; a year is missing before it");
    EvidenceBase hole = EvidenceBase.load(directory);
    FundingPlan plan = FundingPlan.settlement("ra-budget-net").then(FundingRule.CASH_FLAT);
    assertHolds(
        refusal(() -> Baseline.england(hole).with(plan)),
        "ra-budget-net must hold 2026-27 where it holds 2027-28",
        "until(2025-26)");
    assertEquals(Optional.of(Y2025), Baseline.england(hole).knownTo(plan.until(Y2025)));
  }
}
