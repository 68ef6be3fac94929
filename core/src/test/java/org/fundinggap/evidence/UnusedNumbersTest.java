package org.fundinggap.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundinggap.quantity.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A number is read by the library, or the register says why it is not. */
@DisplayName("Figures and series that no number is worked out from")
class UnusedNumbersTest {
  private static final String FILE = "unused.csv";
  private static final String HEADER = "id,why\n";

  /** Literals of the sources; comments are cut before. */
  private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9-]+)\"");

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

  /** Ids that the library puts together, and those that whoever uses it chooses from. */
  private static final List<Pattern> COMPOSED =
      Stream.of(
              "overspend-\\d{4}-\\d{2}", // BaseFunding
              "discount-rate-(2026-)?(standard|health|catastrophic)-\\d+-\\d+", // GreenBook
              "optimism-bias-.*-capex", // OptimismBias
              "placement-(entries|exits|moves-out)-[a-z]+") // ChainRates
          .map(Pattern::compile)
          .toList();

  @TempDir Path directory;
  private RegisterFixture fixture;

  @BeforeEach
  void write() {
    fixture = RegisterFixture.in(directory);
  }

  private static Set<String> read(EvidenceBase evidence) throws IOException {
    Path core = Path.of("").toAbsolutePath();
    Path here = Files.isDirectory(core.resolve("core")) ? core.resolve("core") : core;
    Set<String> literals = new TreeSet<>();
    try (Stream<Path> files = Files.walk(here.resolve("src/main/java"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        String code = COMMENT.matcher(Files.readString(file, UTF_8)).replaceAll("");
        literals.addAll(
            LITERAL.matcher(code).results().map(MatchResult::group).collect(Collectors.toSet()));
      }
    }
    return numbers(evidence).stream()
        .filter(
            id ->
                literals.contains('"' + id + '"')
                    || COMPOSED.stream().anyMatch(form -> form.matcher(id).matches()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> numbers(EvidenceBase evidence) {
    List<String> ids = new ArrayList<>(evidence.figures().stream().map(Figure::id).toList());
    evidence.allSeries().forEach(series -> ids.add(series.id()));
    return ids;
  }

  @Test
  @DisplayName("of the shipped register are listed with the reason, and no other is")
  void everyNumberIsReadOrListed() throws IOException {
    EvidenceBase evidence = EvidenceBase.load();
    Set<String> read = read(evidence);
    Set<String> listed = evidence.unused().keySet();
    Set<String> neither = new TreeSet<>(numbers(evidence));
    neither.removeAll(read);
    neither.removeAll(listed);
    assertEquals(Set.of(), neither, "read by nothing: say why in " + FILE);
    Set<String> both = new TreeSet<>(listed);
    both.retainAll(read);
    assertEquals(Set.of(), both, "read: take it out of " + FILE);
    evidence.unused().forEach((id, why) -> assertTrue(why.length() > 10, id));
  }

  @Test
  @DisplayName("are given in the order of the file, of the whole register and as of a date")
  void reasonsAreGiven() {
    EvidenceBase evidence = fixture.write(FILE, HEADER + "looked-after,stock\nfee,old\n").load();
    assertEquals(List.of("looked-after", "fee"), List.copyOf(evidence.unused().keySet()));
    assertEquals("old", evidence.unused().get("fee"));
    assertEquals(evidence.unused(), evidence.asOf(LocalDate.of(2016, 1, 1)).unused());
    Map<String, String> reasons = evidence.unused();
    assertThrows(RuntimeException.class, reasons::clear);
  }

  @Test
  @DisplayName("need not be there")
  void fileIsOptional() {
    assertEquals(Map.of(), fixture.load().unused());
  }

  @Test
  @DisplayName("that are unknown, priors, listed twice or without a reason are faults")
  void faultsAreListed() {
    fixture.write(FILE, HEADER + "fees,typed wrongly\none,a prior\nfee,x\nfee,again\ngrant, \n");
    String message = assertThrows(InvalidInputException.class, fixture::load).toString();
    assertTrue(
        message.contains("unused.csv line 2, column id: must be the id of a figure or series"),
        message);
    assertTrue(message.contains("line 3, column id"), message);
    assertTrue(message.contains("line 5, column id: must be new"), message);
    assertTrue(message.contains("line 6, column why"), message);
  }

  @Test
  @DisplayName("that are unknown are told with the nearest name, up to twenty of them")
  void manyUnknown() {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 10; i < 32; i++) {
      rows.append("fee").append(i).append(",x\n");
    }
    List<String> problems = fixture.write(FILE, rows.toString()).problems();
    assertEquals(2, problems.size(), problems::toString);
    assertTrue(problems.get(0).contains("lines 2 to 21,"), problems::toString);
    assertTrue(problems.get(0).contains("nearest known: fee"), problems::toString);
    String rest = problems.get(1);
    assertTrue(rest.contains("lines 22, 23"), rest);
    assertTrue(rest.endsWith("look whether figures.csv or series.csv lost rows, or drop these"));
  }
}
