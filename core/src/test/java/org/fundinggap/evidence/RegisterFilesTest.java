package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are hard to read: each gives one problem that names the file. */
class RegisterFilesTest {
  @TempDir Path directory;
  private RegisterFixture fixture;

  @BeforeEach
  void write() {
    fixture = RegisterFixture.in(directory);
  }

  private void assertOnlyProblem(String expected) {
    String problem = fixture.onlyProblem();
    assertTrue(problem.contains(expected), () -> "expected \"" + expected + "\" in: " + problem);
  }

  @Test
  void byteOrderMarkIsAccepted_whenTheFileStartsWithOne() {
    for (String file : List.of("sources.csv", "series.csv", RegisterFixture.ACTIVITY)) {
      fixture.write(file, "\uFEFF" + fixture.read(file));
    }
    assertEquals(4, fixture.load().allSeries().size());
  }

  @Test
  void windowsLineEndsAreAccepted_whenTheFileHasThem() {
    fixture.write("figures.csv", fixture.read("figures.csv").replace("\n", "\r\n"));
    assertEquals(5, fixture.load().figures().size());
  }

  @Test
  void columnsAreBoundByName_whenTheirOrderDiffers() {
    fixture.write(
        "sources.csv",
        """
        note,published,id,publisher,title,licence,location,unconfirmed,seen,address
        ,2017-03-01,SEED-1,P,T,none,here,lost,,
        ,2025-10-30,DFE-1,Q,U,OGL-3.0,there,,2026-01-02,https://example.org
        """);
    Source second = fixture.load().sources().get(1);
    assertEquals("U", second.title());
    assertEquals("https://example.org", second.address());
  }

  @Test
  void lineOfTheFirstBadByteIsNamed_whenEncodingIsNotUtf8() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(fixture.read("figures.csv").getBytes(StandardCharsets.UTF_8));
    bytes.write("cost,Cost £".getBytes(StandardCharsets.ISO_8859_1));
    fixture.write("figures.csv", bytes.toByteArray());
    assertOnlyProblem("figures.csv line 7: must be UTF-8");
  }

  @Test
  void characterCutShortIsAnEncodingFault_whenTheFileEndsInside() {
    byte[] whole = (fixture.read("priors.csv") + "é").getBytes(StandardCharsets.UTF_8);
    fixture.write("priors.csv", Arrays.copyOf(whole, whole.length - 1));
    assertOnlyProblem("priors.csv line 6: must be UTF-8");
  }

  @Test
  void quotedValueCutShortIsAFault_whenTheFileEndsInside() {
    fixture.append("figures.csv", "cost,\"Cost of");
    assertOnlyProblem("figures.csv: reading stopped: Unclosed quoted field");
  }

  @Test
  void textAfterAClosingQuoteIsAFault_whenAQuoteIsNotDoubled() {
    fixture.replace("figures.csv", "\"Gap, England\"", "\"Gap, \"England\"\"");
    assertOnlyProblem("figures.csv: reading stopped: Unexpected character after closing quote");
  }

  @Test
  void emptyFileIsAFault_whenNothingOrBlanksAreInIt() {
    fixture.write("figures.csv", "");
    assertOnlyProblem("figures.csv: must not be empty; its first line is id,label,value");
    fixture.write("figures.csv", "\uFEFF \n\n");
    assertOnlyProblem("figures.csv: must not be empty");
  }

  @Test
  void headerAloneIsAccepted_whenATableHasNoRows() {
    fixture.write("priors.csv", fixture.read("priors.csv").lines().findFirst().get());
    assertEquals(List.of(), fixture.load().priors());
  }

  @Test
  void missingFileIsAFault_whenTheOthersAreThere() {
    fixture.delete("priors.csv");
    assertOnlyProblem("priors.csv: must be there, is missing; its first line is id,label");
  }

  @Test
  void unreadableFileIsAFault_whenItIsADirectory() throws IOException {
    fixture.delete("priors.csv");
    Files.createDirectory(directory.resolve("priors.csv"));
    assertOnlyProblem("priors.csv: cannot be read");
  }

  @Test
  void unreadableFileIsAFault_whenItNeedNotBeThere() throws IOException {
    Files.createDirectory(directory.resolve("vague-priors.csv"));
    assertOnlyProblem("vague-priors.csv: cannot be read: it is no regular file");
  }

  @Test
  void rowsThatCiteItAreNotBlamed_whenTheSourcesCannotBeRead() {
    fixture.delete("sources.csv");
    assertOnlyProblem("sources.csv: must be there");
  }

  @Test
  void observationsAreNotBlamed_whenTheSeriesCannotBeRead() {
    fixture.replace("series.csv", "Looked after", "\"Looked after");
    assertOnlyProblem("series.csv: reading stopped");
  }

  @Test
  void seriesAreNotBlamed_whenTheirObservationsCannotBeRead() {
    fixture.write(RegisterFixture.PRICES, "");
    assertOnlyProblem("observations/prices.csv: must not be empty");
  }

  @Test
  void missingColumnIsAFault_whenTheHeaderLacksIt() {
    fixture.replace("sources.csv", "licence,", "");
    assertOnlyProblem("sources.csv line 1, column licence: is missing");
  }

  @Test
  void duplicateColumnIsAFault_whenTheHeaderRepeatsIt() {
    fixture.replace("sources.csv", "title,publisher", "title,title,publisher");
    assertOnlyProblem("sources.csv line 1, column title: must stand once");
  }

  @Test
  void unknownColumnIsAFault_whenTheHeaderHasOne() {
    fixture.replace(RegisterFixture.PRICES, "published,note", "published,note,notes");
    assertOnlyProblem(
        "observations/prices.csv line 1: unknown column \"notes\"; nearest known: note");
  }

  @Test
  void everyTopicIsRead_whenTheDirectoryHoldsFilesOfItsOwn() {
    fixture.write(
        "observations/zz.csv",
        fixture.read(RegisterFixture.PRICES).replace("deflator,20", "deflator,19"));
    assertEquals(6, fixture.load().series("deflator").observations().size());
  }

  @Test
  void otherFilesAreLeftAlone_whenTheyAreNotTables() {
    fixture.write("observations/README.txt", "not a table");
    assertEquals(4, fixture.load().allSeries().size());
  }
}
