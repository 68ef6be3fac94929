package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShippedFilesTest {
  @Test
  void everyTopicIsOnTheClassPath_whenNamed() throws IOException {
    for (String file : RegisterFiles.shipped().observationFiles()) {
      assertTrue(RegisterFiles.shipped().content(file).isPresent(), file);
    }
    for (String file : RegisterFiles.shipped().vintageFiles()) {
      assertTrue(RegisterFiles.shipped().content(file).isPresent(), file);
    }
  }

  @Test
  void everyFileOfObservationsIsNamed_whenItIsShipped() throws IOException, URISyntaxException {
    URI sources =
        Objects.requireNonNull(EvidenceBase.class.getResource(RegisterFiles.SOURCES)).toURI();
    assumeTrue(sources.getScheme().equals("file"), "the classes are in a jar, which is not listed");
    Path directory = Objects.requireNonNull(Path.of(sources).getParent());
    List<String> named = RegisterFiles.shipped().observationFiles().stream().sorted().toList();
    assertEquals(RegisterFiles.in(directory).observationFiles(), named);
    List<String> vintages = RegisterFiles.shipped().vintageFiles().stream().sorted().toList();
    assertEquals(RegisterFiles.in(directory).vintageFiles(), vintages);
  }
}
