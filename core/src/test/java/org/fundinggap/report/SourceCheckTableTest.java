package org.fundinggap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.fundinggap.claim.ClaimReading;
import org.fundinggap.claim.SourceCheck;
import org.fundinggap.claim.SourceChecks;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.Test;

/** How claims stand in their table: in their own unit, with dashes where there is nothing. */
class SourceCheckTableTest {
  private static final EvidenceBase EVIDENCE = EvidenceBase.load();
  private static final ClaimReading NONE = ClaimReading.none("not modelled");

  private static SourceCheck check(
      String figure,
      String reading,
      ClaimReading reproduction,
      ClaimReading model,
      ClaimReading... outturns) {
    return new SourceCheck(
        EVIDENCE.figure(figure), reading, reproduction, model, List.of(outturns), "Read on.");
  }

  private static List<String> row(SourceCheck check) {
    return SourceCheckTable.of(List.of(check)).rows().get(0);
  }

  private static String note(SourceCheck check) {
    return SourceCheckTable.of(List.of(check)).notes().get(0);
  }

  @Test
  void moneyStandsInMillionsBesideTheModelsDistribution() {
    Draws draws =
        ProjectionTablesTest.outcome(
                ProjectionTablesTest.CASH, ProjectionTablesTest.YEARS, 2000, 0, 0.2)
            .in(ProjectionTablesTest.BASE.plus(1));
    SourceCheck check =
        check(
            "seed-gap-2019-20",
            "opening at zero",
            ClaimReading.of("growth 5%", 1900),
            ClaimReading.of("model from 2015-16", draws),
            ClaimReading.of("same rule", 1397.2),
            ClaimReading.of("overspend", 872));
    assertEquals(
        List.of(
            "1",
            "opening at zero",
            "GBP 1,900m",
            "SEED-1",
            "1,900",
            whole(draws.quantile(0.1)),
            whole(draws.quantile(0.5)),
            whole(draws.quantile(0.9)),
            whole(100 * check.shareOfDrawsBelow()) + "%",
            "1,397",
            "+36.0%"),
        row(check));
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  @Test
  void noteSaysBasisSourceAndEveryOutturn() {
    SourceCheck check =
        check(
            "seed-gap-2019-20",
            "opening at zero",
            ClaimReading.of("growth 5%", 1900),
            NONE,
            ClaimReading.of("same rule", 1397.2),
            ClaimReading.of("overspend", 872));
    assertEquals(
        "1. Children's services funding gap by 2020 (cash); "
            + EVIDENCE.figure("seed-gap-2019-20").provenance().citation()
            + ". Reproduction: growth 5%. Model: not modelled. Happened, same rule: GBP 1,397m."
            + " Happened, overspend: GBP 872m. Read on.",
        note(check));
  }

  @Test
  void sharesStandInPerCent() {
    ClaimReading growth = ClaimReading.of("2005-06 to 2014-15", 160_150.0 / 71_800 - 1);
    SourceCheck check = check("seed-section-47-growth", "nearest pair", growth, NONE, growth);
    List<String> row = row(check);
    assertEquals("124.00%", row.get(2));
    assertEquals("123.05%", row.get(4));
    assertEquals("123.05%", row.get(9));
    assertEquals("+0.8%", row.get(10));
    assertTrue(note(check).contains("Happened, 2005-06 to 2014-15: 123.05%."));
  }

  @Test
  void countsStandWhole() {
    ClaimReading same = ClaimReading.of("615,000 to 621,470", 6470);
    List<String> row = row(check("seed-extra-referrals", "level", same, NONE, same));
    assertEquals(List.of("6,470", "SEED-0", "6,470"), row.subList(2, 5));
    assertEquals(List.of("6,470", "+0.0%"), row.subList(9, 11));
  }

  @Test
  void contextHasItsLabelAndDashes() {
    SourceCheck check = check("seed-managers-finding-harder", "context", NONE, NONE);
    assertEquals(
        List.of(
            "1",
            "Senior managers who find it harder to help children in need",
            "90.00%",
            "SEED-1",
            "-",
            "-",
            "-",
            "-",
            "-",
            "-",
            "-"),
        row(check));
    assertTrue(note(check).endsWith(" Context: not modelled. Read on."), note(check));
  }

  @Test
  void everyCheckHasARowAndANoteOfOneNumber() {
    List<SourceCheck> checks = SourceChecks.run(EVIDENCE, Settings.of(1, 50));
    Table table = SourceCheckTable.of(checks);
    assertEquals(checks.size(), table.rows().size());
    assertEquals(checks.size(), table.notes().size());
    for (int i = 0; i < checks.size(); i++) {
      SourceCheck check = checks.get(i);
      assertEquals(Integer.toString(i + 1), table.rows().get(i).get(0));
      assertTrue(table.notes().get(i).startsWith((i + 1) + ". " + check.claim().label()));
      assertTrue(table.notes().get(i).contains(check.claim().provenance().citation()));
      check.claim().basis().ifPresent(b -> assertTrue(table.caption().contains("price basis")));
    }
    assertFalse(table.toString().contains("NaN"), "a missing number is a dash");
  }
}
