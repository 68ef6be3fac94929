package org.fundinggap.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

@DisplayName("CITATION.cff says what the build says")
class CitationTest {
  private static String ofCitation(String key) throws Exception {
    List<String> lines = Files.readAllLines(Pages.root().resolve("CITATION.cff"), UTF_8);
    Optional<String> line = lines.stream().filter(each -> each.startsWith(key + ": ")).findFirst();
    return line.orElseThrow(() -> new AssertionError("CITATION.cff lacks " + key))
        .substring(key.length() + 2);
  }

  private static String ofBuild(String path) throws Exception {
    Document pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Pages.root().resolve("pom.xml").toFile());
    return XPathFactory.newInstance().newXPath().evaluate(path, pom);
  }

  @Test
  @DisplayName("of version, licence and authors")
  void agreesWithTheBuild() throws Exception {
    assertEquals(ofBuild("/project/version"), ofCitation("version"));
    assertEquals(ofBuild("/project/licenses/license/name"), ofCitation("license"));
    assertEquals(ofBuild("/project/developers/developer/name"), ofCitation("  - name"));
  }

  @Test
  @DisplayName("and bears a date of release when, and only when, the version is a release")
  void releasesHaveADate() throws Exception {
    boolean dated =
        Files.readAllLines(Pages.root().resolve("CITATION.cff"), UTF_8).stream()
            .anyMatch(line -> line.startsWith("date-released: "));
    assertEquals(!ofBuild("/project/version").endsWith("-SNAPSHOT"), dated);
  }

  @Test
  @DisplayName("and the licence is that of the file LICENSE")
  void licenceIsThatOfTheFile() throws Exception {
    String text = Files.readString(Pages.root().resolve("LICENSE"), UTF_8);
    assertTrue(text.contains("Apache License") && text.contains("Version 2.0"));
    assertEquals("Apache-2.0", ofCitation("license"));
  }
}
