package org.fundinggap.nowcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.evidence.ChangedRegister;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.quantity.FinancialYear;

/** A copy of the shipped register with made-up values of 2025-26, marked as what they are. */
public final class MadeUpYear {
  /** The year that is made up. */
  public static final FinancialYear YEAR = FinancialYear.parse("2025-26");

  private static final String SOURCE = "EXAMPLE-2026";

  private final Path directory;
  private final EvidenceBase shipped = EvidenceBase.load();

  private MadeUpYear(Path directory) {
    this.directory = directory;
  }

  /** Copies the shipped register into an empty directory. */
  public static MadeUpYear in(Path directory) {
    ChangedRegister.in(directory);
    MadeUpYear made = new MadeUpYear(directory);
    made.append(
        directory.resolve("sources.csv"),
        SOURCE + ",An example and no publication,nobody,2026-10-29,,,made up for a test,none,,\n");
    return made;
  }

  private static boolean isMoney(String id) {
    return id.startsWith("spend-") || id.startsWith("ro-");
  }

  /** The required series of money. */
  static List<String> spending() {
    return Calibration.requiredSeries().stream().filter(MadeUpYear::isMoney).toList();
  }

  /** The required series of children and referrals. */
  static List<String> care() {
    return Calibration.requiredSeries().stream().filter(id -> !isMoney(id)).toList();
  }

  /** Values of 2025-26: those of 2024-25 times a factor. */
  public MadeUpYear with(List<String> series, ToDoubleFunction<String> factor) {
    for (String id : series) {
      double value = factor.applyAsDouble(id) * shipped.series(id).at(YEAR.plus(-1));
      append(
          fileOf(id),
          id + "," + YEAR + "," + value + ",red,,assumption," + SOURCE + ",2026-10-29,made up\n");
    }
    return this;
  }

  /** Children as they were, a twentieth more spending. */
  public EvidenceBase complete() {
    return with(care(), id -> 1).with(spending(), id -> 1.05).load();
  }

  private Path fileOf(String series) {
    try (Stream<Path> files = Files.list(directory.resolve("observations"))) {
      return files
          .filter(file -> read(file).contains("\n" + series + "," + YEAR.plus(-1) + ","))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void append(Path file, String rows) {
    try {
      Files.writeString(file, read(file) + rows, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads it. */
  public EvidenceBase load() {
    return EvidenceBase.load(directory);
  }
}
