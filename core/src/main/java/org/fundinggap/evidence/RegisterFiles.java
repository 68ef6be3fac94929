package org.fundinggap.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fundinggap.internal.NumberText;

/** Where the files of a register lie: on the class path or in a directory. */
interface RegisterFiles {
  String SOURCES = "sources.csv";
  String FIGURES = "figures.csv";
  String SERIES = "series.csv";
  String PRIORS = "priors.csv";
  String VAGUE_PRIORS = "vague-priors.csv";
  String UNUSED = "unused.csv";
  String OBSERVATIONS = "observations/";
  String VINTAGES = "vintages/";
  String SUFFIX = ".csv";

  /** The largest file of the shipped register has 0.1 MiB. */
  int LARGEST = 16 << 20;

  /** A class path cannot be listed, so the topics that ship with the library are named here. */
  List<String> TOPICS =
      List.of(
          "activity",
          "looked-after",
          "placements",
          "placement-flows",
          "workforce",
          "spending",
          "revenue-outturn",
          "unit-costs",
          "prices",
          "funding",
          "population");

  /** The files of vintages that ship with the library. */
  List<String> VINTAGE_TOPICS = List.of("forecasts", "first-releases");

  /** The names of the files of observations, in a fixed order. */
  List<String> observationFiles() throws IOException;

  /** The names of the files of vintages, in a fixed order. */
  List<String> vintageFiles() throws IOException;

  /** The content of a file, or nothing where there is no such file. */
  Optional<byte[]> content(String name) throws IOException;

  /** The register that ships with the library. */
  static RegisterFiles shipped() {
    return new RegisterFiles() {
      @Override
      public List<String> observationFiles() {
        return TOPICS.stream().map(topic -> OBSERVATIONS + topic + SUFFIX).toList();
      }

      @Override
      public List<String> vintageFiles() {
        return VINTAGE_TOPICS.stream().map(topic -> VINTAGES + topic + SUFFIX).toList();
      }

      @Override
      public Optional<byte[]> content(String name) throws IOException {
        try (InputStream stream = EvidenceBase.class.getResourceAsStream(name)) {
          return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        }
      }
    };
  }

  /** The bytes of a file; a pipe or device, which may never end, and a huge file are not read. */
  private static byte[] bytes(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("it is no regular file; put a file of CSV there");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      // One more than may be, so that a file that grows while it is read is noticed too.
      byte[] bytes =
          Files.size(file) > LARGEST ? new byte[LARGEST + 1] : stream.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IOException(
            "it must have at most "
                + (LARGEST >> 20)
                + " MiB, has "
                + NumberText.count(
                    Math.toIntExact(Math.min(Integer.MAX_VALUE, Files.size(file))), "byte")
                + "; split it, or look whether it is the right file");
      }
      return bytes;
    }
  }

  /** A user's register; every file of observations and of vintages that lies there is read. */
  static RegisterFiles in(Path directory) {
    return new RegisterFiles() {
      @Override
      public List<String> observationFiles() throws IOException {
        return filesOf(OBSERVATIONS);
      }

      @Override
      public List<String> vintageFiles() throws IOException {
        return filesOf(VINTAGES);
      }

      private List<String> filesOf(String name) throws IOException {
        Path folder = directory.resolve(name);
        if (!Files.isDirectory(folder)) {
          return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
          return files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(file -> file.toLowerCase(Locale.ROOT).endsWith(SUFFIX))
              .sorted()
              .map(file -> name + file)
              .toList();
        }
      }

      @Override
      public Optional<byte[]> content(String name) throws IOException {
        Path file = directory.resolve(name);
        return Files.exists(file) ? Optional.of(bytes(file)) : Optional.empty();
      }
    };
  }
}
