package org.fundinggap.hindcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.fundinggap.demand.Outlook;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a hindcast is asked for")
class HindcastChoicesTest {
  private static final EvidenceBase EVIDENCE = PastCase.EVIDENCE;

  private final Hindcast all = Hindcast.of(EVIDENCE);

  @Test
  @DisplayName("is every year that can be run and has a later one, in order")
  void origins() {
    List<FinancialYear> years = all.origins().stream().map(ForecastOrigin::baseYear).toList();
    assertEquals(11, years.size());
    assertEquals(years.stream().sorted().toList(), years);
    assertEquals(FinancialYear.parse("2023-24"), years.get(10));
    assertEquals(PastCase.LAST, all.last());
  }

  @Test
  @DisplayName("may be some of those, in any order, and shows in its text")
  void some() {
    Hindcast two = all.from(PastCase.BASE.plus(3), PastCase.BASE);
    assertEquals(List.of(PastCase.ORIGIN, ForecastOrigin.of(PastCase.BASE.plus(3))), two.origins());
    assertEquals(
        "Hindcast from [2018-19 as of 2020-01-31, 2021-22 as of 2023-01-31]", two.toString());
    assertEquals(
        "Hindcast from [2018-19 as of 2020-01-31], vague priors, rates as today",
        all.from(PastCase.BASE).withVaguePriors().withOutlook(Outlook.RATES_AS_TODAY).toString());
  }

  @Test
  @DisplayName("is refused by what it was, with what could be asked for")
  void refused() {
    EvidenceBase past = EVIDENCE.asOf(LocalDate.of(2020, 1, 31));
    assertTrue(
        Refused.message(() -> Hindcast.of(past))
            .startsWith("evidence must be a whole register, was as of 2020-01-31; give the one"));
    assertTrue(
        Refused.message(all::from).startsWith("number of base years must be at least 1, was 0"));
    FinancialYear last = all.last();
    String message = Refused.message(() -> all.from(last));
    assertTrue(
        message.startsWith("base year must be one of [2008-09")
            || message.startsWith("base year must be one of [201"),
        message);
    assertTrue(message.contains("2023-24], was 2024-25; Calibration.missing says"), message);
  }
}
