package org.fundinggap.claim;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No figure of the source documents is left out of the checks. */
class SourceCoverageTest {
  /**
   * One number that a document says.
   *
   * @param document id of the source
   * @param fact what it counts, in our own words
   * @param value in the unit of the register
   * @param figure id in the register
   * @param check id of the claim whose check shows it
   */
  private record Fact(String document, String fact, double value, String figure, String check) {}

  private static List<Fact> facts;
  private static EvidenceBase evidence;
  private static Set<String> checked;

  @BeforeAll
  static void run() throws IOException {
    facts = facts();
    evidence = EvidenceBase.load();
    checked =
        SourceChecks.run(evidence, Settings.of(1, 10)).stream()
            .map(check -> check.claim().id())
            .collect(toCollection(TreeSet::new));
  }

  private static List<Fact> facts() throws IOException {
    InputStream list = SourceCoverageTest.class.getResourceAsStream("source-facts.csv");
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(Objects.requireNonNull(list))) {
      return rows.stream().map(SourceCoverageTest::fact).toList();
    }
  }

  private static Fact fact(NamedCsvRecord row) {
    return new Fact(
        row.getField("document"),
        row.getField("fact"),
        Double.parseDouble(row.getField("value")),
        row.getField("figure"),
        row.getField("check"));
  }

  @Test
  void factsAndChecksAreTheSame() {
    assertEquals(facts.stream().map(Fact::check).collect(toCollection(TreeSet::new)), checked);
  }

  @Test
  void everyFactIsInTheRegisterAsItsDocumentSaysIt() {
    for (Fact fact : facts) {
      Figure figure = evidence.figure(fact.figure());
      assertEquals(fact.value(), figure.value(), fact::toString);
      assertEquals(fact.document(), figure.provenance().source().id(), fact::toString);
    }
  }

  @Test
  void everyRegisteredFigureOfTheDocumentsIsAFact() {
    Set<String> registered =
        evidence.figures().stream()
            .filter(figure -> figure.provenance().source().id().startsWith("SEED-"))
            .map(Figure::id)
            .collect(toCollection(TreeSet::new));
    assertEquals(facts.stream().map(Fact::figure).collect(toCollection(TreeSet::new)), registered);
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
