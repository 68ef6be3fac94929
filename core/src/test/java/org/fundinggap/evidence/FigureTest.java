package org.fundinggap.evidence;

import static org.fundinggap.evidence.EvidenceBaseTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Money;
import org.fundinggap.quantity.PriceBasis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTest {
  @TempDir Path directory;
  private EvidenceBase evidence;

  @BeforeEach
  void load() {
    evidence = RegisterFixture.in(directory).load();
  }

  @Test
  void rangeHasEndsAndMeaning_whenTheSourceGivesOne() {
    Figure bill = evidence.figure("bill");
    assertEquals(10000, bill.low());
    assertEquals(15000, bill.high());
    assertEquals(Range.Meaning.BOUNDS, bill.range().orElseThrow().meaning());
    assertEquals(-0.05, evidence.figure("effect").value());
    assertEquals(Range.Meaning.CI95, evidence.figure("effect").range().orElseThrow().meaning());
  }

  @Test
  void valueIsRefused_whenTheSourceGivesARangeOnly() {
    assertMessage(
        "figure bill has no single value; use low() and high(), 10000.0 to 15000.0",
        () -> evidence.figure("bill").value());
  }

  @Test
  void endsAreRefused_whenTheSourceGivesNoRange() {
    assertMessage("figure gap has no range", () -> evidence.figure("gap").low());
    assertMessage("figure gap has no range", () -> evidence.figure("gap").high());
  }

  @Test
  void moneyHasItsBasis_whenUnitIsAnAmount() {
    assertEquals(Money.ofMillions(1900, PriceBasis.cash()), evidence.figure("gap").money());
    assertEquals(
        Money.of(250, PriceBasis.real(FinancialYear.starting(2022))),
        evidence.figure("grant").money());
  }

  @Test
  void moneyIsRefused_whenUnitIsARateOrBasisIsNotStated() {
    assertMessage("unit must be GBP or GBP million", () -> evidence.figure("fee").money());
    assertMessage("unit must be GBP or GBP million", () -> evidence.figure("effect").money());
    assertMessage("figure bill states no price basis", () -> evidence.figure("bill").money());
  }

  @Test
  void financialYearIsGiven_whenPeriodIsOne() {
    assertEquals(Optional.of(FinancialYear.starting(2019)), evidence.figure("gap").financialYear());
    assertEquals(Optional.empty(), evidence.figure("bill").financialYear());
    assertEquals(Optional.empty(), evidence.figure("effect").financialYear());
    assertEquals(Optional.empty(), evidence.figure("grant").financialYear());
  }

  @Test
  void textHasWhatTheSourceGives_whenPrinted() {
    assertEquals(
        "Gap, England: 1900.0 GBP million, cash, 2019-20;"
            + " SEED-1 (Association of Councils, March 2017), table x",
        evidence.figure("gap").toString());
    assertEquals(
        "Ten years' bill: [10000.0, 15000.0] GBP million, 2022-23..2031-32;"
            + " SEED-1 (Association of Councils, March 2017), page 3",
        evidence.figure("bill").toString());
    assertEquals(
        "Effect of a pound: -0.05 [-0.09, -0.01] ratio, 2022;"
            + " SEED-1 (Association of Councils, March 2017)",
        evidence.figure("effect").toString());
    assertEquals(
        "One grant: 250.0 GBP, real 2022-23; DFE-1 (Department for Education, October 2025)",
        evidence.figure("grant").toString());
  }
}
