package org.fundinggap.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.fundinggap.internal.Markup;

/**
 * What stands beside a tidy table, after CSV on the Web: title, what it is of, and each column with
 * its type.
 *
 * <p>Reference: W3C, Metadata Vocabulary for Tabular Data, Recommendation of 17 December 2015,
 * https://www.w3.org/TR/tabular-metadata/.
 */
final class Metadata {
  private static final String INDENT = "  ";

  private Metadata() {}

  static String of(String file, String title, String description, boolean keyed) {
    List<String> columns = new ArrayList<>();
    for (TidyColumn column : TidyColumn.values()) {
      columns.add(
          "      {"
              + member("name", column.id())
              + ", "
              + member("titles", column.id())
              + ", "
              + member("datatype", column.isNumber() ? "double" : "string")
              + ", "
              + (column.isRequired() ? "\"required\": true, " : "")
              + member("dc:title", column.title())
              + ", "
              + member("dc:description", column.description())
              + "}");
    }
    return "{\n"
        + INDENT
        + "\"@context\": [\"http://www.w3.org/ns/csvw\", {\"@language\": \"en\"}],\n"
        + line("url", URLEncoder.encode(file, UTF_8).replace("+", "%20"))
        + line("dc:title", title)
        + line("dc:description", description)
        + INDENT
        + "\"dialect\": {\"encoding\": \"utf-8\", \"lineTerminators\": [\"\\n\"], \"header\":"
        + " true},\n"
        + INDENT
        + "\"tableSchema\": {\n    \"columns\": [\n"
        + String.join(",\n", columns)
        + "\n    ]"
        + (keyed ? ",\n    \"primaryKey\": [" + key() + "]" : "")
        + "\n  }\n}\n";
  }

  /** What tells a row from all others. */
  private static String key() {
    return Arrays.stream(TidyColumn.values())
        .filter(TidyColumn::isKey)
        .map(column -> quoted(column.id()))
        .collect(Collectors.joining(", "));
  }

  private static String line(String name, String value) {
    return INDENT + member(name, value) + ",\n";
  }

  private static String member(String name, String value) {
    return quoted(name) + ": " + quoted(value);
  }

  /** As RFC 8259 has strings: quotes, backslashes and controls escaped. */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    Markup.carried(text)
        .chars()
        .forEach(
            unit -> {
              if (unit == '"' || unit == '\\') {
                json.append('\\').append((char) unit);
              } else if (unit < ' ' || unit == 0x7f || Character.isSurrogate((char) unit)) {
                json.append(String.format("\\u%04x", unit));
              } else {
                json.append((char) unit);
              }
            });
    return json.append('"').toString();
  }
}
