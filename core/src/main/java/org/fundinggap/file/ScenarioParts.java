package org.fundinggap.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.own.Addition;
import org.fundinggap.own.OwnFunding;
import org.fundinggap.own.OwnLine;
import org.fundinggap.scenario.Scenario;

/**
 * Lays the parts of a file over what it starts from, one after the other. A part with a fault is
 * left out, and those after it are read all the same, so that their faults are told too.
 */
final class ScenarioParts {
  private final Faults faults;
  private final boolean isStarted;
  private Scenario now;

  /** Needs of own lines that were read, whether they could be laid or not. */
  private final List<Variable> ownNeeds = new ArrayList<>();

  /** Numbers that the file gives or fixes, by name. */
  private final Set<String> given = new HashSet<>();

  private boolean linesAreLaid = true;

  /**
   * Over a scenario.
   *
   * @param isStarted false if it stands in for one with faults, to look names up in
   */
  ScenarioParts(Scenario start, boolean isStarted, Faults faults) {
    this.now = start;
    this.isStarted = isStarted;
    this.faults = faults;
  }

  Scenario scenario() {
    return now;
  }

  private Quantities names() {
    return Quantities.of(now.inputs().model(), ownNeeds);
  }

  /** Lays a part; its refusals go to the entries that they name. */
  private boolean lay(Item part, Map<String, Item> entries, UnaryOperator<Scenario> change) {
    int before = faults.count();
    if (isStarted) {
      part.made(() -> change.apply(now), entries).ifPresent(made -> now = made);
    }
    return faults.count() == before;
  }

  void numbers(Item list) {
    int before = faults.count();
    NumberReader.Changes changes = NumberReader.read(list, names());
    given.addAll(changes.places().keySet());
    if (faults.count() == before) {
      lay(
          list,
          changes.places(),
          made ->
              made.changing(
                  made.name(),
                  inputs -> {
                    InputsBuilder builder = inputs.toBuilder();
                    changes.accept(builder);
                    return builder.build();
                  }));
    }
  }

  void lines(Item list) {
    int before = faults.count();
    List<Addition> lines = new ArrayList<>();
    Map<String, Item> places = new HashMap<>();
    for (Item item : list.items()) {
      AdditionReader.line(item, names())
          .ifPresent(
              line -> {
                lines.add(line);
                ownNeeds.add(line.need());
                place(places, line, item);
                places.put(line.need().name(), item);
              });
    }
    linesAreLaid = faults.count() == before && add(list, lines, places);
  }

  private static void place(Map<String, Item> places, OwnLine line, Item item) {
    places.put("\"" + line.id() + "\"", item);
    places.put(line.unitCost().name(), item);
    places.put(line.schedule().name(), item);
  }

  void streams(Item list) {
    int before = faults.count();
    List<Addition> streams = new ArrayList<>();
    Map<String, Item> places = new HashMap<>();
    for (Item item : list.items()) {
      AdditionReader.stream(item)
          .ifPresent(
              stream -> {
                streams.add(stream);
                place(places, stream, item);
              });
    }
    if (faults.count() == before) {
      add(list, streams, places);
    }
  }

  private static void place(Map<String, Item> places, OwnFunding funding, Item item) {
    places.put("\"" + funding.id() + "\"", item);
    places.put(funding.stream().amount().name(), item);
    places.put(funding.stream().schedule().name(), item);
  }

  private boolean add(Item list, List<Addition> additions, Map<String, Item> places) {
    if (additions.isEmpty()) {
      return true;
    }
    Addition[] more = additions.subList(1, additions.size()).toArray(Addition[]::new);
    return lay(list, places, made -> made.with(made.name(), additions.get(0), more));
  }

  void without(Item list) {
    int before = faults.count();
    Map<String, Lever> levers = new LinkedHashMap<>();
    now.levers().forEach(lever -> levers.put(lever.name(), lever));
    List<Lever> leaving = new ArrayList<>();
    for (Item item : list.items()) {
      if (levers.isEmpty()) {
        item.refuse("must be a lever of what is law or paid for, of which there is none");
      } else {
        Lever lever = item.named("a lever of what is law or paid for", levers);
        if (faults.count() == before && leaving.contains(lever)) {
          item.refuse("must be left out once, was named again; keep one of them");
        }
        leaving.add(lever);
      }
    }
    if (faults.count() == before && !leaving.isEmpty()) {
      lay(list, Map.of(), made -> made.without(made.name(), leaving.toArray(Lever[]::new)));
    }
  }

  void levers(Item list) {
    int before = faults.count();
    Quantities names = names();
    List<Lever> levers = new ArrayList<>();
    Map<String, Item> places = new HashMap<>();
    for (Item item : list.items()) {
      LeverReader.read(item, names)
          .ifPresent(
              lever -> {
                levers.add(lever);
                places.put("lever \"" + lever.name() + "\"", item);
              });
    }
    // Levers may act on own lines, which a scenario without them lacks.
    if (faults.count() == before && !levers.isEmpty() && linesAreLaid) {
      lay(list, places, made -> made.with(made.name(), levers.toArray(Lever[]::new)));
    }
  }

  void fixed(Item list) {
    Quantities names = names();
    for (Item item : list.items()) {
      int before = faults.count();
      Fields fields = item.fields();
      Parameter parameter = names.parameter(fields.need("parameter"));
      double value = fields.need("at").number();
      fields.end();
      if (faults.count() == before && !given.add(parameter.name())) {
        item.refuse("must be of a number that is given once, was given before; keep one of them");
      }
      if (faults.count() == before) {
        lay(item, Map.of(), made -> made.fixing(parameter, value));
      }
    }
  }
}
