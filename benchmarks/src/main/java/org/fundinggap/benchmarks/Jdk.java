package org.fundinggap.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A JDK to measure on.
 *
 * @param feature its feature version, such as 17
 * @param version its whole version and who built it
 * @param java its launcher
 */
record Jdk(int feature, String version, Path java) {
  /** Where Linux distributions put JDKs. */
  private static final Path USUAL = Path.of("/usr/lib/jvm");

  private static final List<Integer> WANTED = List.of(17, 25);

  /**
   * Reads what a JDK says of itself.
   *
   * @param home its folder
   * @throws IOException if it has no file {@code release} or that names no version
   */
  static Jdk at(Path home) throws IOException {
    Properties release = new Properties();
    try (var reader = Files.newBufferedReader(home.resolve("release"), UTF_8)) {
      release.load(reader);
    }
    String version = unquoted(release, "JAVA_VERSION");
    String builder = unquoted(release, "IMPLEMENTOR");
    if (version.isEmpty()) {
      throw new IOException("release of a JDK must name JAVA_VERSION, does not: " + home);
    }
    int feature = Integer.parseInt(version.split("\\.", -1)[0]);
    return new Jdk(
        feature,
        builder.isEmpty() ? version : version + " (" + builder + ")",
        home.resolve("bin").resolve("java"));
  }

  private static String unquoted(Properties release, String name) {
    return release.getProperty(name, "").replace("\"", "");
  }

  /** The wanted JDKs in the usual place, one of each version; else the one that runs this. */
  static List<Jdk> found() throws IOException {
    Map<Integer, Jdk> byFeature = new TreeMap<>();
    if (Files.isDirectory(USUAL)) {
      try (Stream<Path> homes = Files.list(USUAL)) {
        for (Path home : homes.sorted().toList()) {
          if (Files.exists(home.resolve("release")) && Files.exists(home.resolve("bin/javac"))) {
            Jdk jdk = at(home);
            byFeature.putIfAbsent(jdk.feature(), jdk);
          }
        }
      }
    }
    byFeature.keySet().retainAll(WANTED);
    List<Jdk> found = new ArrayList<>(byFeature.values());
    if (found.isEmpty()) {
      found.add(at(Path.of(System.getProperty("java.home"))));
    }
    return found;
  }
}
