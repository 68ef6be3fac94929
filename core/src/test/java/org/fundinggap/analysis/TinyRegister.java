package org.fundinggap.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fundinggap.evidence.EvidenceBase;

/** A register of three series, a figure and two priors, and copies of the one that ships. */
final class TinyRegister {
  private TinyRegister() {}

  /** Writes and loads it. Its columns are those of the files that ship with the library. */
  static EvidenceBase in(Path directory) {
    write(
        directory,
        "sources.csv",
        row(
            "id",
            "SRC-1",
            "title",
            "Counts",
            "publisher",
            "Office",
            "published",
            "2025-10-30",
            "address",
            "https://example.org/counts",
            "seen",
            "2026-01-02",
            "licence",
            "OGL-3.0"));
    write(
        directory,
        "series.csv",
        series("children", "Children looked after", "number"),
        series("price", "Price paid", "ratio"),
        series("supposed", "Children supposed", "number"));
    values(directory);
    write(
        directory,
        "priors.csv",
        prior("growth", "Growth of children", "0", "0.2", "red"),
        prior("fee", "Growth of fees", "0", "0.3", "amber"));
    return EvidenceBase.load(directory);
  }

  private static void values(Path directory) {
    write(
        directory,
        "observations/all.csv",
        observation("children", "2023-24", "90", "red", "assumption"),
        observation("children", "2024-25", "100", "green", ""),
        observation("price", "2024-25", "2", "green", ""),
        observation("supposed", "2023-24", "90", "green", ""),
        observation("supposed", "2024-25", "100", "amber", "assumption"));
    write(
        directory,
        "figures.csv",
        row(
            "id",
            "bound",
            "label",
            "Least price",
            "low",
            "1",
            "high",
            "3",
            "range",
            "bounds",
            "unit",
            "ratio",
            "area",
            "E92000001",
            "kind",
            "claim",
            "quality",
            "amber",
            "source",
            "SRC-1",
            "location",
            "page 3"));
  }

  private static Map<String, String> series(String id, String label, String unit) {
    return row(
        "id",
        id,
        "label",
        label,
        "unit",
        unit,
        "timing",
        "financial-year",
        "area",
        "E92000001",
        "kind",
        "outturn",
        "source",
        "SRC-1",
        "location",
        "table A1",
        "lag_months",
        "7");
  }

  private static Map<String, String> observation(
      String series, String year, String value, String quality, String kind) {
    return row("series", series, "year", year, "value", value, "quality", quality, "kind", kind);
  }

  private static Map<String, String> prior(
      String id, String label, String lower, String upper, String quality) {
    return row(
        "id",
        id,
        "label",
        label,
        "distribution",
        "uniform",
        "lower",
        lower,
        "upper",
        upper,
        "unit",
        "per year",
        "kind",
        "assumption",
        "quality",
        quality,
        "source",
        "SRC-1");
  }

  private static Map<String, String> row(String... cells) {
    Map<String, String> row = new java.util.HashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
    }
    return row;
  }

  @SafeVarargs
  private static void write(Path directory, String file, Map<String, String>... rows) {
    String shipped = file.startsWith("observations") ? "observations/activity.csv" : file;
    List<String> header =
        List.of(shippedText(shipped).lines().findFirst().orElseThrow().split(","));
    List<String> lines = new ArrayList<>(List.of(String.join(",", header)));
    for (Map<String, String> row : rows) {
      lines.add(String.join(",", header.stream().map(c -> row.getOrDefault(c, "")).toList()));
    }
    try {
      Path path = directory.resolve(file);
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, String.join("\n", lines) + "\n", UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shippedText(String file) {
    try (InputStream stream = EvidenceBase.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(stream, file).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies the register that ships with the library, leaving out the row of one id of one file. */
  static Path shippedWithout(Path directory, String file, String id) throws Exception {
    try (Stream<Path> files = Files.walk(shipped())) {
      for (Path from : files.filter(path -> path.toString().endsWith(".csv")).toList()) {
        Path to = directory.resolve(shipped().relativize(from).toString());
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        List<String> lines = new ArrayList<>(Files.readAllLines(from, UTF_8));
        // What is taken out of the priors has no vague version either.
        if (from.endsWith(file) || from.toString().endsWith("vague-" + file)) {
          lines.removeIf(line -> line.startsWith(id + ","));
        }
        Files.write(to, lines, UTF_8);
      }
    }
    return directory;
  }

  private static Path shipped() throws URISyntaxException {
    Path file =
        Path.of(Objects.requireNonNull(EvidenceBase.class.getResource("priors.csv")).toURI());
    return Objects.requireNonNull(file.getParent());
  }
}
