package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fundinggap.quantity.FinancialYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What only whole files can tell: that the cuts are cuts of them, and sums of all authorities. */
@DisplayName("The whole published files")
@ExtendWith(NeedsWholeFiles.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeFilesTest {
  static Stream<String> cuts() throws IOException {
    return CutsTest.files().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cuts")
  @DisplayName("hold every line of their cut to the byte and in its order")
  void cutStandsInItsWholeFile(String file) throws IOException {
    Iterator<String> whole = lines(files(), file).iterator();
    for (String line : lines(PublishedFiles.cuts(), file)) {
      boolean found = false;
      while (!found && whole.hasNext()) {
        found = whole.next().equals(line);
      }
      assertEquals(true, found, () -> file + " does not hold, or not in this order: " + line);
    }
  }

  /** One character a byte, so that no decoding hides a difference. */
  private static List<String> lines(PublishedFiles files, String file) throws IOException {
    String text = new String(Files.readAllBytes(files.path(file)), StandardCharsets.ISO_8859_1);
    return List.of(text.split("\n"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "spend-looked-after-gross, 15, 16, TotalExpenditure",
    "spend-looked-after-net, 15, 16, NetCurrentExpenditure",
    "spend-safeguarding-gross, 20, 21, TotalExpenditure",
    "spend-family-support-gross, 26, 27, TotalExpenditure",
    "spend-young-people-gross, 29, 30, TotalExpenditure",
    "spend-early-years-gross, 4, 5, TotalExpenditure",
    "spend-youth-justice-gross, 30, 31, TotalExpenditure",
    "spend-other-gross, 16, 17, TotalExpenditure",
    "spend-residential-gross, 5, 6, TotalExpenditure",
    "spend-fostering-gross, 6, 7, TotalExpenditure",
    "spend-leaving-care-gross, 13, 14, TotalExpenditure",
  })
  void registerAddsUpAuthorities(String series, String line2013, String line2014, String column) {
    AuthorityMoney.of(files()).assertAddsUp(series, line2013, line2014, column);
  }

  @Test
  @DisplayName("give the budgets and overspends of the authorities in both returns")
  void registerMatchesBudgetsWithOutturn() {
    AuthorityMoney money = AuthorityMoney.of(files());
    double returned = AuthorityMoney.sum(money.budgets());
    assertEquals(money.evidence().figure("ra-budget-returned-2023-24").value(), returned, 1e-6);
    money.assertMatched("", 146, "ra-budget-matched-2023-24", "overspend-2023-24");
  }

  private static PublishedFiles files() {
    return PublishedFiles.whole().orElseThrow();
  }

  @Test
  @DisplayName("hold the projection of children as the sum of both sexes and all ages")
  void registerHoldsTheProjectionOfChildren() throws IOException {
    Map<Integer, Map<String, String>> rows =
        files().sheet("population/ons_2022based_npp_england_principal.xlsx", 3);
    Map<String, String> years = Objects.requireNonNull(rows.get(1));
    int compared = 0;
    for (Map.Entry<String, String> year : years.entrySet()) {
      if (!year.getValue().matches("20\\d\\d") || Integer.parseInt(year.getValue()) > 2044) {
        continue;
      }
      long all = 0;
      long aged17 = 0;
      for (Map<String, String> row : rows.values()) {
        String age = row.getOrDefault("B", "");
        if (age.matches("\\d|1[0-7]")) {
          long people = Long.parseLong(row.getOrDefault(year.getKey(), ""));
          all += people;
          aged17 += age.equals("17") ? people : 0;
        }
      }
      FinancialYear starting = FinancialYear.starting(Integer.parseInt(year.getValue()));
      assertEquals(PublishedFiles.registered("children-0-17-projected", starting), (double) all);
      assertEquals(PublishedFiles.registered("children-17-projected", starting), (double) aged17);
      compared++;
    }
    assertEquals(23, compared);
  }
}
