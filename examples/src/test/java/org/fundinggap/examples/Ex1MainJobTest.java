package org.fundinggap.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.fundinggap.claim.SourceCheck;
import org.fundinggap.claim.SourceChecks;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.EvidenceKind;
import org.fundinggap.evidence.Figure;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The main job does what it says: tables on standard output, and one page. */
@DisplayName("Example 1")
@Tag("medium")
class Ex1MainJobTest {
  /** Figures that are one end, or another wording, of a claim that has a row. */
  private static final Set<String> PARTS_OF_CLAIMS =
      Set.of(
          "seed-plans-2006",
          "seed-plans-2016",
          "seed-pathfinder-areas",
          "seed-cost-now",
          "seed-cost-growth");

  private static String printed;
  private static Document page;

  @BeforeAll
  static void run() throws Exception {
    printed = Printed.by(() -> Ex1MainJob.main(new String[] {"2000", "1"}));
    List<Path> places = List.of(Path.of("target"), Path.of("examples", "target"));
    Path file =
        places.stream()
            .map(place -> place.resolve("report.html"))
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow();
    // The JDK's XML parser takes only well-formed text.
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    page = builder.parse(new InputSource(new StringReader(Files.readString(file))));
  }

  @Test
  @DisplayName("prints demand, cost and gaps, and where the page is")
  void everyTableIsPrinted() {
    for (String title :
        List.of(
            "What the sources claim, what that implies, and what happened",
            "Demand for children's social care",
            "Cost of meeting demand",
            "Need by cost line, ",
            "Funding by stream, ",
            "The stand-still gap under published plans and three continuations",
            "The stand-still gap in real terms under published plans and three continuations",
            "The stand-still gap by its opening",
            "The stand-still gap under three plain rules",
            "The budget gap under published plans and three continuations, and where budgets"
                + " follow outturn",
            "Stand-still gap of England in 2029-30: GBP ",
            "80% ranges held")) {
      assertTrue(printed.contains(title), title);
    }
    assertTrue(printed.startsWith("2,000 draws, seed 1; "), printed.substring(0, 80));
    assertTrue(printed.strip().endsWith("report.html"), printed.strip());
  }

  @Test
  @DisplayName("writes a page with five charts that says seed and draws")
  void pageHasItsCharts() {
    assertEquals(5, page.getElementsByTagName("figure").getLength());
    assertTrue(page.getElementsByTagName("svg").getLength() >= 5);
    assertTrue(text().contains("2,000 draws, seed 1"));
  }

  @Test
  @DisplayName("has a row for every claim of the source documents")
  void everyClaimHasARow() {
    EvidenceBase evidence = EvidenceBase.load();
    Set<String> shown = new TreeSet<>();
    for (SourceCheck check : SourceChecks.run(evidence, Settings.of(1, 10))) {
      assertTrue(text().contains(check.claim().label()), check.claim().label());
      assertTrue(printed.contains(check.claim().provenance().source().id()), check.reading());
      shown.add(check.claim().id());
    }
    Set<String> claims = new TreeSet<>();
    for (Figure figure : evidence.figures()) {
      if (figure.id().startsWith("seed-") && figure.provenance().kind() == EvidenceKind.CLAIM) {
        claims.add(figure.id());
      }
    }
    claims.removeAll(PARTS_OF_CLAIMS);
    assertEquals(claims, shown);
  }

  private static String text() {
    return page.getDocumentElement().getTextContent();
  }
}
