package org.fundinggap.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fundinggap.distribution.Spelling;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.file.ScenarioFile;
import org.fundinggap.lever.Lever;
import org.fundinggap.policy.Measure;
import org.fundinggap.policy.PolicyCatalogue;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

@DisplayName("Scenario files of the pages and the examples")
@Tag("slow")
class ScenarioFilesTest {
  private static final EvidenceBase EVIDENCE = EvidenceBase.load();
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode schemaText() throws IOException {
    try (InputStream in = ScenarioFile.class.getResourceAsStream("scenario-1.schema.json")) {
      return JSON.readTree(Objects.requireNonNull(in));
    }
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schemaText());
  }

  private static List<String> faults(JsonSchema schema, String text) {
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(text);
    List<String> faults = new ArrayList<>();
    schema.validate(JSON.valueToTree(tree)).forEach(fault -> faults.add(fault.toString()));
    return faults;
  }

  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(Pages.root().resolve("examples/scenarios"))) {
      for (Path file : files.sorted().toList()) {
        texts.add(Files.readString(file, UTF_8));
      }
    }
    for (Page page : Pages.all()) {
      Matcher blocks = YAML.matcher(String.join("\n", page.lines()) + "\n");
      while (blocks.find()) {
        texts.add(blocks.group(1));
      }
    }
    return texts;
  }

  @Test
  @DisplayName("load, are what the schema says, and come back the same")
  void loadAndKeepTheSchema() throws IOException {
    JsonSchema schema = schema();
    List<String> texts = texts();
    assertTrue(texts.size() >= 5, () -> "found " + texts.size());
    for (String text : texts) {
      String saved = ScenarioFile.parse(text, EVIDENCE).text();
      assertEquals(List.of(), faults(schema, text), text);
      assertEquals(List.of(), faults(schema, saved), saved);
    }
  }

  @Test
  @DisplayName("of every measure of the catalogue keep the schema")
  void catalogueKeepsTheSchema() throws IOException {
    JsonSchema schema = schema();
    Scenario plain = ScenarioFile.parse(texts().get(0), EVIDENCE).scenario();
    PolicyCatalogue catalogue = PolicyCatalogue.of(EVIDENCE, plain.inputs().years().first());
    for (Measure measure : catalogue.measures()) {
      if (!measure.levers().isEmpty()) {
        Lever[] levers = measure.levers().toArray(Lever[]::new);
        String saved = ScenarioFile.of(plain.with(measure.id(), levers)).text();
        assertEquals(List.of(), faults(schema, saved), saved);
      }
    }
  }

  @Test
  @DisplayName("the schema refuses words and numbers that the library refuses")
  void schemaRefuses() throws IOException {
    JsonSchema schema = schema();
    String good = "fundinggap-scenario: 1\nname: ours\n";
    assertEquals(List.of(), faults(schema, good));
    for (String bad :
        List.of(
            good.replace("fundinggap-scenario: 1", "fundinggap-scenario: 2"),
            good + "\nfoo: 1\n",
            good + "\nbase: {year: 2024}\n",
            good
                + "\n"
                + "levers: [{name: a, from: 2026-27, steps: [{multply: x, by: 1, evidence: y}]}]\n",
            good + "\nlines: [{id: a, label: b, each: children, pounds: {normal: {mean: 1}}}]\n")) {
      assertFalse(faults(schema, bad).isEmpty(), bad);
    }
  }

  @Test
  @DisplayName("the schema has every family of distributions with its numbers")
  void schemaHasEveryFamily() throws IOException {
    JsonNode families = schemaText().at("/$defs/distribution/anyOf/1/properties");
    TreeSet<String> named = new TreeSet<>();
    families.fieldNames().forEachRemaining(named::add);
    assertEquals(new TreeSet<>(Spelling.families()), named);
    for (String family : named) {
      TreeSet<String> numbers = new TreeSet<>();
      families.at("/" + family + "/properties").fieldNames().forEachRemaining(numbers::add);
      numbers.remove("otherwise");
      assertEquals(new TreeSet<>(Spelling.names(family)), numbers, family);
    }
  }
}
