package org.fundinggap.evidence;

import static org.fundinggap.evidence.EvidenceBaseTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Vague priors in place of those that may hold later outcomes")
class VaguePriorsTest {
  private static final String FILE = "vague-priors.csv";
  private static final String HEAD = "id,centre,spread,lower,upper,stays,source,note\n";
  private static final String ROWS =
      HEAD
          + "one,,,,,convention,,holds no outcome\n"
          + "two,0,0.1,-0.1,0.2,,SEED-1,either way\n"
          + "three,1.5,,0,9,,SEED-1,from none to nine\n"
          + "four,,,0,20,,SEED-1,anything\n";

  @TempDir Path directory;
  private RegisterFixture fixture;

  @BeforeEach
  void write() {
    fixture = RegisterFixture.in(directory).write(FILE, ROWS);
  }

  private static List<String> ids(List<Prior> priors) {
    return priors.stream().map(Prior::id).toList();
  }

  @Test
  @DisplayName("keep shape, unit and mass at zero, and say that they are vague")
  void versionIsOfTheSameKind() {
    EvidenceBase evidence = fixture.load();
    Prior sharp = evidence.prior("three");
    Prior vague = evidence.withVaguePriors().prior("three");
    Provenance provenance =
        new Provenance(
            EvidenceKind.ASSUMPTION,
            Quality.RED,
            evidence.sources().get(0),
            "",
            LocalDate.of(2017, 3, 1),
            "from none to nine");
    assertEquals(
        new Prior(
            "three",
            sharp.label(),
            PriorShape.TRIANGULAR,
            1.5,
            0,
            0,
            9,
            0.25,
            sharp.unit(),
            provenance,
            ""),
        vague);
    assertEquals(10, evidence.withVaguePriors().prior("four").centre());
  }

  @Test
  @DisplayName("stand in place of all that have one in the whole register")
  void wholeRegister() {
    EvidenceBase vague = fixture.load().withVaguePriors();
    assertEquals(List.of("two", "three", "four"), ids(vague.vaguePriors()));
    assertEquals(List.of("one", "two", "three", "four"), ids(vague.priors()));
    assertEquals(List.of(), fixture.load().vaguePriors());
    assertEquals(vague.priors(), vague.withVaguePriors().priors());
  }

  @Test
  @DisplayName("leave what was known at the time, and are no hindsight themselves")
  void asOfADate() {
    EvidenceBase then = fixture.load().asOf(LocalDate.of(2016, 6, 1));
    EvidenceBase vague = then.withVaguePriors();
    assertEquals(List.of("three", "four"), ids(vague.vaguePriors()));
    assertEquals(then.prior("two"), vague.prior("two"));
    assertEquals(List.of("one", "three", "four"), ids(then.hindsightPriors()));
    assertEquals(List.of("one"), ids(vague.hindsightPriors()));
    assertEquals(then.asOfDate(), vague.asOfDate());
    assertEquals(then.figures(), vague.figures());
    assertEquals(ids(then.priors()), ids(vague.asOf(LocalDate.of(2015, 1, 1)).priors()));
  }

  @Test
  @DisplayName("are told in the text of the register")
  void registerSaysSo() {
    String text = fixture.load().withVaguePriors().toString();
    assertTrue(text.endsWith("sources, vague where they may hold later outcomes"), text);
    assertFalse(fixture.load().toString().contains("vague"));
  }

  @Test
  @DisplayName("or the reason why a prior stays is given")
  void reasonIsGiven() {
    EvidenceBase evidence = fixture.load();
    assertEquals(Optional.of("convention"), evidence.whyKept("one"));
    assertEquals(Optional.empty(), evidence.whyKept("two"));
    assertEquals(Optional.empty(), evidence.whyKept("nothing"));
  }

  @Test
  @DisplayName("need not be there, and are refused where they are not")
  void registerWithoutThem() {
    EvidenceBase evidence = fixture.delete(FILE).load();
    assertEquals(Optional.empty(), evidence.whyKept("one"));
    String message =
        assertThrows(IllegalStateException.class, evidence::withVaguePriors).getMessage();
    assertEquals(
        "register must hold vague priors, holds none; add vague-priors.csv, or load the register"
            + " that ships with the library",
        message);
  }

  @Test
  @DisplayName("are of priors of the register, each once")
  void idsAreOfPriors() {
    fixture.append(FILE, "fee,,,,,convention,,a figure");
    assertTrue(fixture.onlyProblem().startsWith(FILE + " line 6, column id: must be the id of a"));
    assertTrue(fixture.onlyProblem().contains("nearest known: "), fixture::onlyProblem);
    fixture.write(FILE, ROWS + "two,,,,,weight,,again\n");
    assertTrue(fixture.onlyProblem().contains("column id: must be new"), fixture::onlyProblem);
  }

  @Test
  @DisplayName("are not blamed for a fault of the prior that they stand for")
  void faultOfThePriorIsReportedOnce() {
    fixture.replace("priors.csv", "triangular,2,,1,4", "triangular,2,,4,1");
    assertTrue(fixture.onlyProblem().startsWith("priors.csv line 4"), fixture::onlyProblem);
  }

  @Test
  @DisplayName("are checked like priors")
  void faultsAreReported() {
    fixture.write(FILE, HEAD + "two,0,,,,,SEED-1,no spread\n");
    assertTrue(fixture.onlyProblem().contains("column spread"), fixture::onlyProblem);
    fixture.write(FILE, HEAD + "three,10,,0,9,,SEED-1,outside\n");
    assertTrue(fixture.onlyProblem().contains("line 2: centre must be"), fixture::onlyProblem);
    fixture.write(FILE, HEAD + "two,0,1,,,,SEED-9,no such source\n");
    assertTrue(fixture.onlyProblem().contains("column source"), fixture::onlyProblem);
    fixture.write(FILE, HEAD + "two,0,1,,,,SEED-1,\n");
    assertTrue(fixture.onlyProblem().contains("column note"), fixture::onlyProblem);
  }

  @Test
  @DisplayName("have numbers, or one word why there are none")
  void staysOrHasNumbers() {
    fixture.write(FILE, HEAD + "two,0,,,,convention,,both\n");
    assertTrue(
        fixture.onlyProblem().contains("column centre: must be empty where the prior stays"),
        fixture::onlyProblem);
    fixture.write(FILE, HEAD + "two,,,,,by definition,,two words\n");
    assertTrue(fixture.onlyProblem().contains("column stays"), fixture::onlyProblem);
    fixture.write(FILE, HEAD + "two,,,,,convention,,\n");
    assertTrue(fixture.onlyProblem().contains("column note"), fixture::onlyProblem);
  }

  @Test
  @DisplayName("read as nothing else does: a prior of the default register is as it was")
  void defaultRegisterKeepsItsPriors() {
    EvidenceBase with = fixture.load();
    assertEquals(with.priors(), fixture.delete(FILE).load().priors());
    assertMessage("no prior \"five\"", () -> with.prior("five"));
  }

  @Test
  @DisplayName("of the shipped register: every prior has one, or the reason why it stays")
  void everyShippedPriorIsListed() {
    EvidenceBase evidence = EvidenceBase.load();
    List<String> vague = ids(evidence.withVaguePriors().vaguePriors());
    for (Prior prior : evidence.priors()) {
      boolean stays = evidence.whyKept(prior.id()).isPresent();
      assertTrue(stays != vague.contains(prior.id()), prior::id);
    }
    assertEquals(82, vague.size());
  }

  @Test
  @DisplayName("of the shipped register: none is surer than the prior that it stands for")
  void noneIsSurer() {
    EvidenceBase evidence = EvidenceBase.load();
    for (Prior vague : evidence.withVaguePriors().vaguePriors()) {
      Prior sharp = evidence.prior(vague.id());
      assertEquals("VAGUE-2026-11", vague.provenance().source().id());
      assertTrue(vague.spread() >= sharp.spread(), vague::id);
      assertTrue(vague.lower() <= sharp.lower() && vague.upper() >= sharp.upper(), vague::id);
      boolean isSpread = vague.id().endsWith("-spread");
      assertTrue(!isSpread || vague.centre() > sharp.centre(), vague::id);
    }
  }

  @Test
  @DisplayName("of the shipped register: shares of one total add up to 1")
  void sharesAddUp() {
    List<Prior> priors = EvidenceBase.load().withVaguePriors().priors();
    for (String group : List.of("entry-share-", "asylum-share-")) {
      Stream<Prior> shares = priors.stream().filter(prior -> prior.id().startsWith(group));
      assertEquals(1, shares.mapToDouble(Prior::centre).sum(), 1e-12, group);
    }
  }

  @Test
  @DisplayName(
      "of the shipped register: placements are alike, which nothing published then told apart")
  void placementsAreAlike() {
    EvidenceBase vague = EvidenceBase.load().withVaguePriors();
    for (String group : List.of("move-rate-", "exit-rate-")) {
      long different =
          vague.vaguePriors().stream()
              .filter(prior -> prior.id().startsWith(group))
              .map(Prior::centre)
              .distinct()
              .count();
      assertEquals(1, different, group);
    }
  }
}
