package org.fundinggap.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Fingerprint;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Parameter;
import org.fundinggap.own.Addition;
import org.fundinggap.own.OwnFunding;
import org.fundinggap.own.OwnLine;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.scenario.Recipe;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes the text of a scenario file, and reads it again before it is given out. */
final class ScenarioWriter {
  private final Scenario scenario;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Object> top = new LinkedHashMap<>();

  private ScenarioWriter(Scenario scenario) {
    this.scenario = scenario;
  }

  static String text(ScenarioFile file) {
    Scenario scenario = file.scenario();
    Recipe recipe =
        scenario
            .recipe()
            .orElseThrow(
                () ->
                    refusal(
                        scenario,
                        List.of(
                            "inputs must come from a baseline of England, were given; start from"
                                + " Baseline.england(...).with(...)")));
    ScenarioWriter writer = new ScenarioWriter(scenario);
    writer.write(recipe, file.settings());
    List<String> lost = SavedAgain.differences(file, writer.dumped(), recipe.register());
    if (!lost.isEmpty()) {
      throw refusal(scenario, lost);
    }
    writer.top.put("fingerprint", Fingerprint.of(scenario).hex());
    return writer.dumped();
  }

  private static InvalidInputException refusal(Scenario scenario, List<String> problems) {
    return new InvalidInputException("file of scenario \"" + scenario.name() + "\"", problems);
  }

  private void write(Recipe recipe, Optional<Settings> settings) {
    Scenario start = recipe.scenario();
    top.put(ScenarioReader.VERSION_KEY, ScenarioReader.VERSION);
    top.put("name", scenario.name());
    top.put("description", scenario.description());
    top.put("base", RecipeWriter.base(recipe));
    top.put("funding", RecipeWriter.funding(recipe.plan()));
    numbers(start.base(), scenario.base());
    additions();
    levers(start.levers());
    fixed();
    settings.ifPresent(this::settings);
    if (!problems.isEmpty()) {
      throw refusal(scenario, problems);
    }
  }

  private String dumped() {
    DumpSettings plain =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.AUTO)
            .setDereferenceAliases(true)
            .setSplitLines(false)
            .build();
    return new Dump(plain).dumpToString(top);
  }

  private void numbers(Inputs before, Inputs now) {
    boolean sameQuantities =
        before.model().parameters().equals(now.model().parameters())
            && before.model().variables().equals(now.model().variables())
            && before.model().schedules().equals(now.model().schedules())
            && before.model().shocks().equals(now.model().shocks());
    if (!sameQuantities || !before.correlations().equals(now.correlations())) {
      problems.add(
          "numbers alone may be changed in what is to be written to a file, "
              + (sameQuantities ? "correlations" : "equations")
              + " were too; add cost lines and funding by with(...)");
      return;
    }
    trying(() -> NumberWriter.differences(before, now))
        .filter(list -> !list.isEmpty())
        .ifPresent(list -> top.put("numbers", list));
  }

  private void additions() {
    List<Object> lines = new ArrayList<>();
    List<Object> streams = new ArrayList<>();
    for (Addition each : scenario.additions()) {
      if (each instanceof OwnLine line) {
        trying(() -> AdditionWriter.written(line)).ifPresent(lines::add);
      } else if (each instanceof OwnFunding funding) {
        trying(() -> AdditionWriter.written(funding)).ifPresent(streams::add);
      } else {
        problems.add(
            "equations of one's own are code, which no file holds, were "
                + each.label()
                + "; leave them out, and add them after loading");
      }
    }
    putIfAny("lines", lines);
    putIfAny("streams", streams);
  }

  /** Levers of the law are the baseline's own: what was left out or fixed of them is written. */
  private void levers(List<Lever> law) {
    List<Lever> ofLaw = new ArrayList<>(scenario.levers());
    ofLaw.removeAll(scenario.addedLevers());
    List<String> kept = ofLaw.stream().map(Lever::name).toList();
    List<Object> without = new ArrayList<>();
    for (Lever lever : law) {
      if (!kept.contains(lever.name())) {
        without.add(lever.name());
      }
    }
    List<Object> pulled = new ArrayList<>();
    for (Lever lever : scenario.addedLevers()) {
      trying(() -> LeverWriter.written(lever)).ifPresent(pulled::add);
    }
    putIfAny("without-levers", without);
    putIfAny("levers", pulled);
  }

  /** What was fixed of levers and additions: their own entries have the value too. */
  private void fixed() {
    List<Object> fixed = new ArrayList<>();
    Inputs now = scenario.inputs();
    for (Parameter parameter : now.model().parameters()) {
      boolean isOwn = !scenario.base().model().parameters().contains(parameter);
      if (isOwn && now.origin(parameter).method().equals(InputsBuilder.FIXED)) {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("parameter", parameter.name());
        entries.put("at", now.distribution(parameter).mean());
        fixed.add(entries);
      }
    }
    putIfAny("fixed", fixed);
  }

  private void settings(Settings run) {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("draws", run.draws());
    entries.put("seed", run.seed());
    if (run.shockSeed() != run.seed()) {
      entries.put("shock-seed", run.shockSeed());
    }
    if (run.memory() != Settings.USUAL_MEMORY) {
      entries.put("memory", run.memory());
    }
    if (!run.sampling().isIndependent()) {
      entries.put("sobol-replicates", run.sampling().replicates());
    }
    if (!run.sampling().leading().isEmpty()) {
      problems.add(
          "settings must name no leading streams to be written to a file, named "
              + run.sampling().leading().size()
              + "; say them when the scenario is run");
    }
    top.put("settings", entries);
  }

  private void putIfAny(String key, List<Object> entries) {
    if (!entries.isEmpty()) {
      top.put(key, entries);
    }
  }

  private <T> Optional<T> trying(Supplier<T> made) {
    try {
      return Optional.of(made.get());
    } catch (InvalidInputException refused) {
      problems.addAll(refused.problems());
    } catch (IllegalArgumentException refused) {
      problems.add(String.valueOf(refused.getMessage()));
    }
    return Optional.empty();
  }

  /** Numbers by year as a file holds them. */
  static Map<String, Double> byYear(SortedMap<FinancialYear, Double> values) {
    Map<String, Double> byYear = new LinkedHashMap<>();
    values.forEach((year, value) -> byYear.put(year.toString(), value));
    return byYear;
  }
}
