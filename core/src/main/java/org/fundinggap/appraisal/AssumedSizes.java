package org.fundinggap.appraisal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Observation;
import org.fundinggap.evidence.Prior;
import org.fundinggap.evidence.Provenance;
import org.fundinggap.evidence.Quality;
import org.fundinggap.funding.Funding;
import org.fundinggap.lever.Change;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Option;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.scenario.Scenario;

/** Which sizes of a policy's levers rest on evidence that nobody has seen in a source. */
final class AssumedSizes {
  private AssumedSizes() {}

  /** What a lever does to something other than money that councils are given. */
  record Effect(String lever, Change change) {
    /** Such as {@code family help: careEntries, relative change (my-own: not registered)}. */
    String text(EvidenceBase register) {
      List<String> assumed =
          change.origin().evidence().stream()
              .filter(id -> isAssumed(id, register))
              .map(id -> id + (register.knows(id) ? ": red" : ": not registered"))
              .toList();
      return lever
          + ": "
          + change.describe(Quantity::name)
          + " ("
          + String.join(", ", assumed)
          + ")";
    }

    boolean isAssumed(EvidenceBase register) {
      return change.origin().evidence().stream().anyMatch(id -> isAssumed(id, register));
    }

    private static boolean isAssumed(String id, EvidenceBase register) {
      return !register.knows(id)
          || provenances(id, register).anyMatch(each -> each.quality() == Quality.RED);
    }

    private static Stream<Provenance> provenances(String id, EvidenceBase register) {
      if (register.hasSeries(id)) {
        return register.series(id).observations().values().stream().map(Observation::provenance);
      }
      Optional<Prior> prior =
          register.priors().stream().filter(each -> each.id().equals(id)).findFirst();
      return Stream.of(
          prior.map(Prior::provenance).orElseGet(() -> register.figure(id).provenance()));
    }
  }

  /** The effects of the levers that the alternative has beyond the baseline. */
  static List<Effect> effects(Option baseline, Option alternative) {
    List<Variable> money = money(baseline);
    return Scenario.leversOf(alternative).stream()
        .filter(lever -> !Scenario.leversOf(baseline).contains(lever))
        .flatMap(lever -> effects(lever, money))
        .toList();
  }

  private static Stream<Effect> effects(Lever lever, Collection<Variable> money) {
    return lever.changes().stream()
        .filter(change -> change.changed().stream().noneMatch(money::contains))
        .map(change -> new Effect(lever.name(), change));
  }

  /** All funding, what of it is general, and the streams that it is the sum of. */
  private static List<Variable> money(Option baseline) {
    Stream<Variable> streams =
        baseline.inputs().model().equations().stream()
            .filter(equation -> equation.writes().contains(Funding.FUNDING))
            .map(Equation::reads)
            .flatMap(Collection::stream);
    return Stream.concat(Stream.of(Funding.FUNDING, Funding.UNTIED), streams).toList();
  }
}
