package org.fundinggap.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.evidence.Quality;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Direction;
import org.fundinggap.quantity.FinancialYear;

/** A measure in the making; what its levers rest on is gathered from them. */
final class MeasureDraft {
  private final String id;
  private final List<String> sources;
  private final int number;
  private final String title;
  private final Set<String> reach = new LinkedHashSet<>();
  private final List<Lever> levers = new ArrayList<>();
  private final List<Movement> moves = new ArrayList<>();
  private final List<Variable> reports = new ArrayList<>();
  private final Map<Parameter, String> derivations = new LinkedHashMap<>();
  private String meaning = "";
  private String inForce = "";

  private MeasureDraft(String id, List<String> sources, int number, String title) {
    this.id = id;
    this.sources = sources;
    this.number = number;
    this.title = title;
  }

  static MeasureDraft of(String id, List<String> sources, int number, String title) {
    return new MeasureDraft(id, sources, number, title);
  }

  MeasureDraft meaning(String text) {
    meaning = text;
    return this;
  }

  /** What of it is in force or paid for, since when, and which source says so. */
  MeasureDraft inForce(String text) {
    inForce = text;
    return this;
  }

  MeasureDraft lever(LeverDraft lever) {
    Lever built = lever.build();
    levers.add(built);
    derivations.putAll(lever.derivations(built));
    return this;
  }

  /** Evidence of coverage and timing, which levers hold as plain numbers. */
  MeasureDraft reach(String... ids) {
    reach.addAll(Arrays.asList(ids));
    return this;
  }

  MeasureDraft up(FinancialYear by, Variable... variables) {
    return moves(Direction.HIGHER, by, variables);
  }

  MeasureDraft down(FinancialYear by, Variable... variables) {
    return moves(Direction.LOWER, by, variables);
  }

  private MeasureDraft moves(Direction direction, FinancialYear by, Variable... variables) {
    for (Variable variable : variables) {
      moves.add(new Movement(variable, direction, by));
    }
    return this;
  }

  MeasureDraft reports(Variable... variables) {
    reports.addAll(Arrays.asList(variables));
    return this;
  }

  Measure build(Sizes sizes) {
    Set<String> evidence = new LinkedHashSet<>();
    for (Lever lever : levers) {
      lever.changes().forEach(change -> evidence.addAll(change.origin().evidence()));
      lever.costs().forEach(cost -> evidence.addAll(cost.origin().evidence()));
    }
    evidence.addAll(reach);
    Optional<Quality> worst = evidence.stream().map(sizes::quality).max(Comparator.naturalOrder());
    return new Measure(
        id,
        sources,
        number,
        title,
        meaning,
        levers,
        moves,
        reports,
        List.copyOf(evidence),
        worst,
        evidence.stream().anyMatch(sizes::isAssumption),
        inForce,
        derivations);
  }
}
