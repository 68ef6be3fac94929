package org.fundinggap.file;

import java.util.Optional;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.model.Fingerprint;
import org.fundinggap.random.Sampling;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;

/** Reads the text of a scenario file; every fault is reported by line and column. */
final class ScenarioReader {
  static final String VERSION_KEY = "fundinggap-scenario";
  static final long VERSION = 1;

  private final EvidenceBase register;
  private final Faults faults = new Faults();

  private ScenarioReader(EvidenceBase register) {
    this.register = register;
  }

  static ScenarioFile read(String text, String name, EvidenceBase register) {
    ScenarioReader reader = new ScenarioReader(register);
    Optional<ScenarioFile> read = reader.read(YamlText.root(text, reader.faults));
    reader.faults.throwIfAny(name);
    return read.orElseThrow();
  }

  private Optional<ScenarioFile> read(Item file) {
    Fields top = file.fields();
    if (faults.count() > 0 || !isOfThisVersion(top)) {
      return Optional.empty();
    }
    Item name = top.need("name");
    Optional<Item> description = top.get("description");
    Optional<Item> numbers = top.get("numbers");
    Optional<Item> lines = top.get("lines");
    Optional<Item> streams = top.get("streams");
    Optional<Item> levers = top.get("levers");
    Optional<Item> without = top.get("without-levers");
    Optional<Item> fixed = top.get("fixed");
    Optional<Item> fingerprint = top.get("fingerprint");
    Optional<Settings> settings = top.get("settings").flatMap(ScenarioReader::settings);
    Optional<Scenario> scenario = RecipeReader.read(file, top, register);
    top.end();
    Optional<Scenario> start = scenario.or(this::usual);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    ScenarioParts parts = new ScenarioParts(start.get(), scenario.isPresent(), faults);
    numbers.ifPresent(parts::numbers);
    lines.ifPresent(parts::lines);
    streams.ifPresent(parts::streams);
    without.ifPresent(parts::without);
    levers.ifPresent(parts::levers);
    fixed.ifPresent(parts::fixed);
    return named(name, description, parts.scenario())
        .filter(made -> faults.count() == 0)
        .map(
            made -> {
              fingerprint.ifPresent(item -> requireSame(item, made));
              return new ScenarioFile(made, settings);
            });
  }

  /** To look names up in, where what the file starts from has faults. */
  private Optional<Scenario> usual() {
    try {
      return Optional.of(Baseline.england(register).with(FundingPlan.HEADLINE));
    } catch (IllegalArgumentException refused) {
      return Optional.empty(); // reported already, as what the file starts from is of this register
    }
  }

  private static Optional<Scenario> named(
      Item name, Optional<Item> description, Scenario scenario) {
    String text = name.text();
    Optional<Scenario> named = name.made(() -> scenario.named(text));
    if (description.isEmpty()) {
      return named;
    }
    Item place = description.get();
    String words = place.text();
    return named.flatMap(made -> place.made(() -> made.described(words)));
  }

  /** Other versions have other words: nothing else is read of them. */
  private boolean isOfThisVersion(Fields top) {
    Item version = top.need(VERSION_KEY);
    String given = version.text();
    boolean same = given.equals(String.valueOf(VERSION));
    if (!same && faults.count() == 0) {
      version.refuse(
          "must be "
              + VERSION
              + ", the version of the format that this library reads, was "
              + Faults.quoted(given)
              + "; use the library that wrote the file, or write it anew");
    }
    return same;
  }

  private static Optional<Settings> settings(Item item) {
    int before = item.faults().count();
    Fields fields = item.fields();
    int draws = (int) fields.need("draws").whole(1, Integer.MAX_VALUE);
    long seed = fields.need("seed").whole(Long.MIN_VALUE, Long.MAX_VALUE);
    long shocks =
        fields
            .get("shock-seed")
            .map(value -> value.whole(Long.MIN_VALUE, Long.MAX_VALUE))
            .orElse(seed);
    long memory =
        fields
            .get("memory")
            .map(value -> value.whole(0, Long.MAX_VALUE))
            .orElse(Settings.USUAL_MEMORY);
    Optional<Integer> replicates =
        fields.get("sobol-replicates").map(value -> (int) value.whole(1, Integer.MAX_VALUE));
    fields.end();
    if (item.faults().count() > before) {
      return Optional.empty();
    }
    return item.made(
        () ->
            new Settings(
                seed,
                draws,
                shocks,
                memory,
                replicates.map(Sampling::sobol).orElseGet(Sampling::independent)));
  }

  private static void requireSame(Item item, Scenario scenario) {
    String wanted = item.text();
    String made = Fingerprint.of(scenario).hex();
    if (!wanted.equals(made)) {
      item.refuse(
          "must be that of the scenario that the file makes, "
              + made
              + ", was "
              + Faults.quoted(wanted)
              + "; the file was changed, or the library or its register holds other numbers than"
              + " when it was written: delete the line to take the numbers as they are now");
    }
  }
}
