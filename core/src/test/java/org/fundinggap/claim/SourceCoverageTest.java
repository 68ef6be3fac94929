package org.fundinggap.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No figure of the source documents is left out of the checks. */
class SourceCoverageTest {
  private static final List<String> PLACES =
      List.of(
          "../../shared/evidence/source-documents.md", "../shared/evidence/source-documents.md");

  /** The rows of the digest's table of figures, by the claim whose check shows them. */
  private static final Map<String, String> ROWS =
      Map.ofEntries(
          Map.entry("extra referrals", "seed-extra-referrals"),
          Map.entry(
              "senior managers finding it harder to help children in need",
              "seed-managers-finding-harder"),
          Map.entry("child protection enquiries (section 47)", "seed-section-47-growth"),
          Map.entry("children on child protection plans", "seed-plans-increase"),
          Map.entry("child deaths from homicide or assault", "seed-child-homicide-change"),
          Map.entry("children's services funding gap", "seed-gap-2019-20"),
          Map.entry("existing shortfall", "seed-shortfall-real"),
          Map.entry("Stable Homes pathfinders", "seed-pathfinders"),
          Map.entry("social worker apprentices", "seed-apprentices"),
          Map.entry("London overspend", "seed-london-overspend"),
          Map.entry("cost trajectory with no reform", "seed-cost-in-ten-years"),
          Map.entry("shift from care to family help", "seed-family-help-shift"));

  /** Figures of the documents that are an end or a part of another, and the check they are in. */
  private static final Map<String, String> PARTS =
      Map.of(
          "referrals-2010-11-implied", "seed-extra-referrals",
          "seed-plans-2006", "seed-plans-increase",
          "seed-plans-2016", "seed-plans-increase",
          "seed-pathfinder-areas", "seed-pathfinders",
          "seed-cost-now", "seed-cost-in-ten-years",
          "seed-cost-growth", "seed-cost-in-ten-years");

  private static EvidenceBase evidence;
  private static Set<String> checked;

  @BeforeAll
  static void run() {
    evidence = EvidenceBase.load();
    checked =
        SourceChecks.run(evidence, Settings.of(1, 10)).stream()
            .map(check -> check.claim().id())
            .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyRowOfTheDigestIsChecked() {
    assertEquals(new TreeSet<>(ROWS.values()), checked);
  }

  @Test
  void rowsAreThoseOfTheDigest() throws IOException {
    Optional<Path> held = PLACES.stream().map(Path::of).filter(Files::isRegularFile).findFirst();
    assumeTrue(held.isPresent(), () -> "the digest of the sources is not held at " + PLACES);
    String figures = Files.readString(held.orElseThrow()).split("## Figures|## The systems", -1)[1];
    Set<String> rows =
        Pattern.compile("^\\| ([^|]+?) \\|", Pattern.MULTILINE)
            .matcher(figures)
            .results()
            .map(match -> match.group(1))
            .filter(cell -> !cell.equals("figure") && !cell.equals("---"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(ROWS.keySet()), rows);
  }

  @Test
  void everyRegisteredFigureOfTheDocumentsIsCheckedOrPartOfACheck() {
    List<String> left =
        evidence.figures().stream()
            .filter(figure -> figure.provenance().source().id().startsWith("SEED-"))
            .map(Figure::id)
            .filter(id -> !checked.contains(id) && !checked.contains(PARTS.getOrDefault(id, "")))
            .toList();
    assertEquals(List.of(), left);
    assertTrue(PARTS.keySet().stream().allMatch(evidence::knows));
  }

  @Test
  void partsFitTogether() {
    assertEquals(1.5 - 1, value("seed-cost-in-ten-years") / value("seed-cost-now") - 1, 1e-12);
    assertEquals(0.5, value("seed-cost-growth"));
    assertEquals(621_470 - value("seed-extra-referrals"), value("referrals-2010-11-implied"));
    assertTrue(value("seed-plans-2016") - value("seed-plans-2006") > value("seed-plans-increase"));
  }

  private static double value(String id) {
    return evidence.figure(id).value();
  }
}
