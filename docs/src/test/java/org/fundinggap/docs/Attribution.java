package org.fundinggap.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Source;

/** Who published what under a licence that asks for the publisher to be named. */
final class Attribution {
  private Attribution() {}

  /** The words that each licence asks for. */
  private static Map<String, String> statements() {
    Map<String, String> statements = new LinkedHashMap<>();
    statements.put(
        "OGL-3.0",
        "Contains public sector information licensed under the [Open Government Licence"
            + " v3.0](https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/).");
    statements.put(
        "Open Parliament Licence v3.0",
        "Contains Parliamentary information licensed under the [Open Parliament Licence"
            + " v3.0](https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/).");
    statements.put(
        "CC-BY-4.0",
        "Licensed under the [Creative Commons Attribution 4.0 International"
            + " Licence](https://creativecommons.org/licenses/by/4.0/).");
    return statements;
  }

  /** For each licence its words, then each publisher with the ids of its sources. */
  static List<String> byPublisher() {
    List<String> lines = new ArrayList<>();
    statements()
        .forEach(
            (licence, statement) -> {
              if (!lines.isEmpty()) {
                lines.add("");
              }
              lines.add(statement);
              lines.add("");
              publishers(licence)
                  .forEach(
                      (publisher, ids) ->
                          lines.add("- " + publisher + ": " + String.join(", ", ids)));
            });
    return lines;
  }

  private static Map<String, List<String>> publishers(String licence) {
    Map<String, List<String>> publishers = new TreeMap<>();
    for (Source source : EvidenceBase.load().sources()) {
      if (source.licence().equals(licence)) {
        publishers.computeIfAbsent(source.publisher(), none -> new ArrayList<>()).add(source.id());
      }
    }
    return publishers;
  }
}
