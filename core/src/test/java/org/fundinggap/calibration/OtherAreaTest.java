package org.fundinggap.calibration;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.fundinggap.evidence.ChangedRegister;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.Money;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Baseline;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A register of another area is refused, until areas are modelled")
class OtherAreaTest {
  private static final String COUNCIL = "E10000016";
  private static final String FIX =
      "; the model is of England, areas are not modelled yet: give figures of England, or correct"
          + " the area in the register";

  @TempDir private Path directory;

  /** The shipped register with the area of some series changed, by a pattern of their ids. */
  private EvidenceBase moved(String series, String area) throws IOException {
    ChangedRegister register = ChangedRegister.in(directory);
    Path file = directory.resolve("series.csv");
    Pattern rows = Pattern.compile("^(" + series + ")(,.*),[EK]\\d{8},", Pattern.MULTILINE);
    String text = Files.readString(file);
    String changed = rows.matcher(text).replaceAll("$1$2," + area + ",");
    assertTrue(!changed.equals(text));
    Files.writeString(file, changed);
    return register.load();
  }

  private static List<String> problems(EvidenceBase evidence) {
    return assertThrows(
            InvalidInputException.class,
            () -> Baseline.england(evidence).with(FundingRule.REAL_FLAT))
        .problems();
  }

  @Test
  @DisplayName("one council's figures: in one sentence, before anything else")
  void councilIsRefused() throws IOException {
    List<String> problems = problems(moved("[a-z0-9-]+", COUNCIL));
    assertEquals(1, problems.size(), problems.toString());
    String problem = problems.get(0);
    assertTrue(
        problem.startsWith(
            "numbers of a baseline must be of England (E92000001), were of E10000016:"
                + " children-0-17,"),
        problem);
    assertTrue(problem.contains(" and 3") && problem.contains(" more; "), problem);
    assertTrue(problem.endsWith(FIX), problem);
  }

  @Test
  @DisplayName("a base year that is asked for by name too, and children and referrals alone")
  void councilIsRefused_whateverIsAskedFor() throws IOException {
    EvidenceBase council = moved("[a-z0-9-]+", COUNCIL);
    FinancialYear year = FinancialYear.parse("2022-23");
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> Baseline.england(council, year));
    assertEquals(1, e.problems().size(), e.getMessage());
    assertThrows(
        InvalidInputException.class,
        () -> Baseline.referrals(council, YearRange.inclusive(year, year.plus(3))));
  }

  @Test
  @DisplayName("one required series among England's")
  void mixedSeriesIsRefused() throws IOException {
    assertEquals(
        List.of(
            "numbers of a baseline must be of England (E92000001), were of E10000016:"
                + " children-in-need"
                + FIX),
        problems(moved("children-in-need", COUNCIL)));
  }

  @Test
  @DisplayName("one series that is done without where it is not held, once it is read")
  void mixedSeriesIsRefused_whereItIsNotRequired() throws IOException {
    assertEquals(
        List.of(
            "numbers of a baseline must be of England (E92000001), were of E12000007:"
                + " placement-exits-homes"
                + FIX),
        problems(moved("placement-exits-homes", "E12000007")));
  }

  @Test
  @DisplayName("the United Kingdom's is refused for what is no price")
  void unitedKingdomIsForPrices() throws IOException {
    List<String> problems = problems(moved("spend-gross", "K02000001"));
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).contains("were of K02000001: spend-gross;"), problems.get(0));
  }

  @Test
  @DisplayName("what a baseline does not read may be of anywhere, as London's overspends are")
  void figuresOfOthersStay() {
    EvidenceBase shipped = EvidenceBase.load();
    assertEquals("E12000007", shipped.figure("london-overspend-2015").area());
    assertDoesNotThrow(() -> Baseline.england(shipped).with(FundingRule.REAL_FLAT));
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class,
            () ->
                Baseline.england(shipped)
                    .withFunding(
                        Money.ofMillions(3_000, PriceBasis.cash()), "london-budget-2023-24")
                    .with(FundingRule.REAL_FLAT));
    assertTrue(
        String.valueOf(e.getMessage()).contains("of E12000007: london-budget-2023-24"),
        e.toString());
  }
}
