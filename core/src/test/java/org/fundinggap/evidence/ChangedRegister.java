package org.fundinggap.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A copy of the register that ships with the library, to change some of it. */
public final class ChangedRegister {
  private final Path directory;

  private ChangedRegister(Path directory) {
    this.directory = directory;
  }

  /** Copies the shipped register into an empty directory. */
  public static ChangedRegister in(Path directory) {
    try {
      Path shipped =
          Path.of(Objects.requireNonNull(EvidenceBase.class.getResource("figures.csv")).toURI())
              .getParent();
      try (Stream<Path> files = Files.walk(Objects.requireNonNull(shipped))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
          Path copy = directory.resolve(shipped.relativize(file).toString());
          Files.createDirectories(Objects.requireNonNull(copy.getParent()));
          Files.copy(file, copy);
        }
      }
      return new ChangedRegister(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Replaces a text that a file holds. */
  public ChangedRegister replace(String file, String text, String other) {
    return change(
        file,
        whole -> {
          if (!whole.contains(text)) {
            throw new IllegalArgumentException(file + " must hold " + text);
          }
          return whole.replace(text, other);
        });
  }

  /** Rewrites a file. */
  public ChangedRegister change(String file, UnaryOperator<String> change) {
    Path path = directory.resolve(file);
    try {
      Files.writeString(path, change.apply(Files.readString(path, UTF_8)), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Reads the register as it now is. */
  public EvidenceBase load() {
    return EvidenceBase.load(directory);
  }
}
