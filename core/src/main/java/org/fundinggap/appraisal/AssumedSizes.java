package org.fundinggap.appraisal;

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
import org.fundinggap.model.Option;
import org.fundinggap.model.Quantity;
import org.fundinggap.scenario.Scenario;

/** Which sizes of a policy's levers rest on evidence that nobody has seen in a source. */
final class AssumedSizes {
  /** How names of a {@link org.fundinggap.funding.FundingStream}'s quantities start. */
  private static final List<String> STREAMS =
      List.of("funding.", "fundingGrowth.", "fundingSchedule.", "outturnShare.", "outturnSpread.");

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
    return Scenario.leversOf(alternative).stream()
        .filter(lever -> !Scenario.leversOf(baseline).contains(lever))
        .flatMap(AssumedSizes::effects)
        .toList();
  }

  private static Stream<Effect> effects(Lever lever) {
    return lever.changes().stream()
        .filter(change -> change.changed().stream().noneMatch(AssumedSizes::isFunding))
        .map(change -> new Effect(lever.name(), change));
  }

  /** All funding, what of it is general, and what streams are and grow by. */
  private static boolean isFunding(Quantity target) {
    return target.equals(Funding.FUNDING)
        || target.equals(Funding.UNTIED)
        || STREAMS.stream().anyMatch(target.name()::startsWith);
  }
}
