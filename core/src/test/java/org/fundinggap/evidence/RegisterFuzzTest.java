package org.fundinggap.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fundinggap.Thorough;
import org.fundinggap.internal.plausible.LoadedValues;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A register of spoilt rows ends in a refusal that says where, or holds nothing that cannot be.
 *
 * <p>The slow tests spoil 100,000 rows and texts; {@code -Pthorough} makes them a million. The
 * others are a short run of the same.
 */
@DisplayName("Whatever stands in a register")
class RegisterFuzzTest {
  private static final int FULL = 1_000_000;
  private static final int ROWS_AT_ONCE = 100;
  private static final long SECONDS_OF_A_LOAD = 20;
  private static final int LONGEST_MESSAGE = 300_000;

  @TempDir Path directory;

  private static int count() {
    return Thorough.isAsked() ? FULL : FULL / 10;
  }

  @Test
  @DisplayName("is refused by file and line, or is sound: 2,000 rows")
  void fewRows() throws IOException {
    spoilRows(2_000, 1);
  }

  @Test
  @Tag("slow")
  @DisplayName("is refused by file and line, or is sound")
  void manyRows() throws IOException {
    spoilRows(count(), 2);
  }

  private void spoilRows(int rows, long seed) throws IOException {
    ChangedRegister.in(directory);
    Map<Path, List<String>> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(each -> each.toString().endsWith(".csv")).toList()) {
        files.put(file, Files.readAllLines(file, UTF_8));
      }
    }
    List<Path> names = List.copyOf(files.keySet());
    FuzzedRows fuzz = new FuzzedRows(seed);
    int silent = 0;
    for (int spoilt = 0; spoilt < rows; ) {
      Path file = names.get(fuzz.below(names.size()));
      List<String> lines = new ArrayList<>(files.getOrDefault(file, List.of()));
      List<String> whole = List.copyOf(lines);
      int many = fuzz.below(4) == 0 ? 1 : ROWS_AT_ONCE;
      for (int i = 0; i < many; i++) {
        int at = fuzz.below(20) == 0 ? 0 : fuzz.below(lines.size());
        lines.set(at, fuzz.spoilt(lines.get(at)));
      }
      spoilt += many;
      // Half a pair of surrogates, which no encoder writes, becomes a question mark.
      Files.write(file, (String.join("\n", lines) + "\n").getBytes(UTF_8));
      silent += loads() ? 1 : 0;
      Files.writeString(file, String.join("\n", whole) + "\n", UTF_8);
    }
    // Notes, labels and sources of the same day may change unseen; few rows hold nothing else.
    assertTrue(silent > 0, "some registers must load, so that what they hold is looked at");
  }

  /** True if the register loads; what it holds is looked at again. */
  private boolean loads() {
    long start = System.nanoTime();
    try {
      EvidenceBase evidence = EvidenceBase.load(directory);
      assertEquals(List.of(), LoadedValues.impossible(evidence));
      return true;
    } catch (InvalidInputException e) {
      for (String problem : e.problems()) {
        assertTrue(
            problem.matches("(?s)(.*[a-z-]+\\.csv.*|and [\\d,]+ more problems? .*)"), problem);
      }
      String message = String.valueOf(e.getMessage());
      assertTrue(message.length() < LONGEST_MESSAGE, () -> message.length() + " characters");
      return false;
    } finally {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
      assertTrue(seconds < SECONDS_OF_A_LOAD, () -> seconds + " seconds");
    }
  }

  @Test
  @DisplayName("is no year, unit, price basis or address, or is one: 20,000 texts")
  void fewTexts() {
    parseTexts(20_000, 3);
  }

  @Test
  @Tag("slow")
  @DisplayName("is no year, unit, price basis or address, or is one")
  void manyTexts() {
    parseTexts(count(), 4);
  }

  private static void parseTexts(int texts, long seed) {
    FuzzedRows fuzz = new FuzzedRows(seed);
    for (int i = 0; i < texts; i++) {
      String text = fuzz.text();
      parse(text, FinancialYear::parse);
      parse(text, Unit::parse);
      parse(text, PriceBasis::parse);
      parse(text, Periods::checked);
      for (Timing timing : List.of(Timing.CALENDAR_YEAR, Timing.FINANCIAL_YEAR)) {
        parse(text, each -> Periods.written(timing, Periods.key(timing, each)));
      }
      SourceAddress.faults(java.time.LocalDate.EPOCH, text, java.util.Optional.empty(), text);
    }
  }

  /** What is accepted is written as it was read; what is not is refused with the text. */
  private static void parse(String text, Function<String, ?> parser) {
    try {
      assertEquals(text, parser.apply(text).toString());
    } catch (IllegalArgumentException e) {
      if (e.getMessage() == null || e.getMessage().isBlank()) {
        fail("refused without a word: " + text, e);
      }
    }
  }
}
