package org.fundinggap.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Fingerprint;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Parameter;
import org.fundinggap.own.Addition;
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
    String text = name.text();
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
    scenario = changed(numbers, scenario);
    scenario = added(lines, streams, scenario);
    scenario = without(without, scenario);
    scenario = pulled(levers, scenario);
    scenario = fixed(fixed, scenario);
    Optional<Scenario> named = scenario.flatMap(made -> name.made(() -> made.named(text)));
    if (description.isPresent()) {
      Item place = description.get();
      named = named.flatMap(made -> place.made(() -> made.described(place.text())));
    }
    if (faults.count() > 0) {
      return Optional.empty();
    }
    named.ifPresent(made -> fingerprint.ifPresent(item -> requireSame(item, made)));
    return named.map(made -> new ScenarioFile(made, settings));
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

  /** The quantities to look names up in; of the usual baseline where the file's own has faults. */
  private Quantities names(Optional<Scenario> scenario) {
    return Quantities.of(
        scenario
            .orElseGet(() -> Baseline.england(register).with(FundingPlan.HEADLINE))
            .inputs()
            .model());
  }

  private Optional<Scenario> changed(Optional<Item> list, Optional<Scenario> scenario) {
    if (list.isEmpty()) {
      return scenario;
    }
    int before = faults.count();
    List<Consumer<InputsBuilder>> changes = NumberReader.read(list.get(), names(scenario));
    if (faults.count() > before) {
      return Optional.empty();
    }
    return scenario.flatMap(made -> list.get().made(() -> changed(made, changes)));
  }

  private static Scenario changed(Scenario scenario, List<Consumer<InputsBuilder>> changes) {
    return scenario.changing(
        scenario.name(),
        inputs -> {
          InputsBuilder builder = inputs.toBuilder();
          changes.forEach(change -> change.accept(builder));
          return builder.build();
        });
  }

  private Optional<Scenario> added(
      Optional<Item> lines, Optional<Item> streams, Optional<Scenario> scenario) {
    List<Addition> additions = new ArrayList<>();
    if (lines.isPresent()) {
      Quantities names = names(scenario);
      lines
          .get()
          .items()
          .forEach(item -> AdditionReader.line(item, names).ifPresent(additions::add));
    }
    streams
        .map(Item::items)
        .orElse(List.of())
        .forEach(item -> AdditionReader.stream(item).ifPresent(additions::add));
    if (additions.isEmpty()) {
      return scenario;
    }
    Addition[] more = additions.subList(1, additions.size()).toArray(Addition[]::new);
    Item place = lines.or(() -> streams).orElseThrow();
    return scenario.flatMap(
        made -> place.made(() -> made.with(made.name(), additions.get(0), more)));
  }

  private Optional<Scenario> pulled(Optional<Item> list, Optional<Scenario> scenario) {
    if (list.isEmpty()) {
      return scenario;
    }
    Quantities names = names(scenario);
    List<Lever> levers = new ArrayList<>();
    list.get().items().forEach(item -> LeverReader.read(item, names).ifPresent(levers::add));
    return levers.isEmpty()
        ? scenario
        : scenario.flatMap(
            made -> list.get().made(() -> made.with(made.name(), levers.toArray(Lever[]::new))));
  }

  private Optional<Scenario> without(Optional<Item> list, Optional<Scenario> scenario) {
    if (list.isEmpty() || scenario.isEmpty()) {
      return scenario;
    }
    Map<String, Lever> levers = new LinkedHashMap<>();
    scenario.get().levers().forEach(lever -> levers.put(lever.name(), lever));
    int before = faults.count();
    List<Lever> leaving = new ArrayList<>();
    for (Item item : list.get().items()) {
      if (levers.isEmpty()) {
        item.refuse("must be a lever of the scenario, which has none");
      } else {
        leaving.add(item.named("a lever of the scenario", levers));
      }
    }
    return faults.count() > before || leaving.isEmpty()
        ? scenario
        : list.get()
            .made(
                () -> scenario.get().without(scenario.get().name(), leaving.toArray(Lever[]::new)));
  }

  private Optional<Scenario> fixed(Optional<Item> list, Optional<Scenario> scenario) {
    Optional<Scenario> result = scenario;
    if (list.isPresent()) {
      Quantities names = names(scenario);
      for (Item item : list.get().items()) {
        int before = faults.count();
        Fields fields = item.fields();
        Parameter parameter = names.parameter(fields.need("parameter"));
        double value = fields.need("at").number();
        fields.end();
        if (faults.count() == before) {
          result = result.flatMap(made -> item.made(() -> made.fixing(parameter, value)));
        }
      }
    }
    return result;
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
