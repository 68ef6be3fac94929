package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.fundinggap.quantity.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A value that cannot be is refused when the register is read")
class ImpossibleValuesTest {
  @TempDir Path directory;
  private ChangedRegister register;

  @BeforeEach
  void copy() {
    register = ChangedRegister.in(directory);
  }

  private List<String> problems() {
    return assertThrows(InvalidInputException.class, register::load).problems();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Signs
        "observations/placements.csv | placed-other-residential,2024-25,1170, |"
            + " placed-other-residential,2024-25,-1170, | column value: must be in [0, 20000000]"
            + " for placed-other-residential in 2024-25",
        "priors.csv | fixed,41610, | fixed,-37000, | column centre: must be in [5000, 400000] for"
            + " asylum-grant-low",
        // Shares
        "priors.csv | fixed,0.80, | fixed,80, | column centre: must be in [0, 1] for case-share"
            + " (share: a part of a whole), was \"80\"; write 0.05 for 5%, or correct it",
        // Sizes
        "priors.csv | fixed,-0.006, | fixed,-0.4, | column centre: must be in [-0.03, 0] for"
            + " child-growth-below",
        "priors.csv | fixed,0.007, | fixed,1e200, | column centre: must be in [0, 0.03] for"
            + " child-growth-above",
        "observations/activity.csv | referrals,2024-25,632830, | referrals,2024-25,1e300, | must be"
            + " in [0, 20000000] for referrals in 2024-25 (number: people are counted from 0",
        // Jumps
        "observations/activity.csv | referrals,2024-25,632830, | referrals,2024-25,63283, | must"
            + " lie from 0.85 to 1.25 times 621880",
        "vintages/first-releases.csv | looked-after,2009-10,64400, | looked-after,2009-10,6440, |"
            + " column value: must lie from 0.59 to 1.65 times 64460",
        "observations/placement-flows.csv | placement-entries-supported,2023-24,6670, |"
            + " placement-entries-supported,2023-24,66700, | must lie from 0.07 to 7 times",
        // Spreads
        "priors.csv | normal,11140000,60000, | normal,11140000,60000000, | column spread: must be"
            + " at most 15000000, all the room that children-2010-11 has in [5000000, 20000000]",
        // Parts and wholes
        "observations/looked-after.csv | ceased-on-18th-birthday,2023-24,13050, |"
            + " ceased-on-18th-birthday,2023-24,1305000, | must lie from 0.59 to 1.65 times",
        "observations/placements.csv | placed-homes,2024-25,9480, | placed-homes,2024-25,9080, |"
            + " observations/looked-after.csv line",
        "observations/activity.csv | no-further-action-share,2024-25,0.065, |"
            + " no-further-action-share,2024-25,0.075, | must be within 0.002"
            + " no-further-action-count",
        "priors.csv | fixed,0.55,,,,,share | fixed,0.65,,,,,share | must come to 1 within 0.001"
            + " with the others: asylum-share-foster 0.35 (priors.csv line",
        "priors.csv | later,normal,0.3,0.2, | later,normal,0.3,2e9, | column spread: must be at"
            + " most",
        "vague-priors.csv | child-growth-above,0.01, | child-growth-above,1, | column centre: must"
            + " be in [0, 0.03] for child-growth-above",
        // Figures, and the ends of their ranges
        "figures.csv | 0.084,-0.05,0.26 | ,-50,0.26 | column low: must be in",
        "figures.csv | 0.084,-0.05,0.26 | ,-0.05,26 | column high: must be in",
        "figures.csv | children in need,0.9, | children in need,90, | column value: must be in",
        "priors.csv | fixed,41610, | fixed,61610, | must be in order with asylum-grant-low 61610",
      })
  @DisplayName("with file, line, column, value, bound and what to do")
  void refused(String file, String from, String to, String says) {
    register.replace(file, from, to);
    List<String> problems = problems();
    assertTrue(
        problems.stream().anyMatch(each -> each.contains(says)), () -> String.join("\n", problems));
    for (String problem : problems) {
      assertTrue(problem.matches("(?s)[a-z/-]+\\.csv line \\d+, column [a-z]+: must .*"), problem);
      assertTrue(problem.contains("correct it, or write \"as-is:\" and why in note"), problem);
    }
  }

  @Test
  @DisplayName("all of them at once")
  void allAtOnce() {
    register
        .replace("observations/activity.csv", "referrals,2024-25,632830,", "referrals,2024-25,-1,")
        .replace("priors.csv", "fixed,0.80,", "fixed,80,")
        .replace("observations/looked-after.csv", "adopted,2024-25,", "adopted,2024-25,9");
    List<String> problems = problems();
    for (String id : List.of("referrals in 2024-25", "case-share", "adopted in 2024-25")) {
      assertTrue(problems.stream().anyMatch(each -> each.contains(id)), problems::toString);
    }
  }

  @Test
  @DisplayName("unless its note says as-is: and why, which is listed")
  void letThrough() {
    assertEquals(List.of(), LetThrough.of(register.load()));
    register.replace("priors.csv", "fixed,0.80,", "fixed,1.2,");
    assertEquals(1, problems().size());
    register.replace(
        "priors.csv",
        "Used where cases are not",
        "as-is: posts shared by two. Used where cases are not");
    EvidenceBase evidence = register.load();
    List<LetThrough> through = LetThrough.of(evidence);
    assertEquals(1, through.size());
    assertEquals("case-share", through.get(0).id());
    assertTrue(through.get(0).toString().startsWith("case-share, 1.2: posts shared by two. Used"));
  }

  @Test
  @DisplayName("unless a person vouches for it, beside whom neither years nor parts are judged")
  void neighboursOfLetThrough() {
    register
        .replace(
            "observations/activity.csv",
            "referrals,2023-24,621880,green,,,,,",
            "referrals,2023-24,300000,green,,,,,as-is: for a test")
        .replace(
            "observations/placements.csv",
            "placed-homes,2024-25,9480,green,,,,,",
            "placed-homes,2024-25,9080,green,,,,,as-is: for a test");
    assertEquals(2, LetThrough.of(register.load()).size());
  }

  @Test
  @DisplayName("and a word without a reason lets nothing through")
  void reasonIsNeeded() {
    register.replace(
        "observations/activity.csv",
        "referrals,2024-25,632830,green,,,,,",
        "referrals,2024-25,63283,green,,,,,as-is: ");
    assertTrue(problems().toString().contains("referrals in 2024-25"));
  }
}
