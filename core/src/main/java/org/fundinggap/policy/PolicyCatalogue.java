package org.fundinggap.policy;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundinggap.estimation.Culprits;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.lever.Lever;
import org.fundinggap.quantity.FinancialYear;

/**
 * The measures that the source documents describe, that trials tested and that law and programmes
 * of 2026 provide for, with sizes from the register. Immutable.
 *
 * <p>Where neither a document nor a study gives a size, it is a registered assumption: red, wide,
 * and with a part of its mass at no effect. So what a measure does here is mostly what somebody
 * supposed; {@link Measure#quality} says so for each.
 *
 * <p>A measure reads on the whole of England and starts in one year; {@link Lever#delayed} and
 * {@link Lever#withTimetable} move a lever. Measures of different documents overlap: do not add
 * them up.
 */
public final class PolicyCatalogue {
  /** Years from the base year until measures start: budgets of the year between are set. */
  private static final int NOTICE = 2;

  private final EvidenceBase evidence;
  private final FinancialYear baseYear;
  private final FinancialYear first;
  private final ImmutableMap<String, Measure> measures;

  private PolicyCatalogue(EvidenceBase evidence, FinancialYear baseYear, FinancialYear first) {
    this.evidence = evidence;
    this.baseYear = baseYear;
    this.first = first;
    Sizes sizes = new Sizes(evidence, baseYear);
    this.measures =
        Stream.of(
                new ParliamentaryGroup(sizes, first).measures(),
                new StableHomes(sizes, first).measures(),
                new FamilyHelpPrinciples(sizes, first).measures(),
                new ChildrenFirst(sizes, first).measures(),
                new StudiedMeasures(sizes, first).measures(),
                new ProgrammesOf2026(sizes, first).measures())
            .flatMap(List::stream)
            .collect(ImmutableMap.toImmutableMap(Measure::id, measure -> measure));
  }

  /**
   * The catalogue for the scenarios of a baseline, starting two years after its base year: 2026-27
   * for 2024-25.
   *
   * @param evidence the register that holds the sizes
   * @param baseYear that of the baseline, in whose prices money is given
   * @return the catalogue
   * @throws IllegalArgumentException if the register lacks a figure or prior that a measure needs
   */
  public static PolicyCatalogue of(EvidenceBase evidence, FinancialYear baseYear) {
    return Culprits.stated(
        evidence, baseYear, () -> new PolicyCatalogue(evidence, baseYear, baseYear.plus(NOTICE)));
  }

  /**
   * The same measures from another year on.
   *
   * @param year the first year of each; after the base year
   * @return a catalogue
   * @throws IllegalArgumentException if {@code year} is not after the base year
   */
  public PolicyCatalogue startingIn(FinancialYear year) {
    Checks.atLeast(
        baseYear.yearsUntil(year),
        1,
        "years from the base year " + baseYear + " to the start",
        "start in " + baseYear.plus(1) + " or later");
    return new PolicyCatalogue(evidence, baseYear, year);
  }

  /**
   * The year in which measures start; programmes that follow others start later.
   *
   * @return the year
   */
  public FinancialYear first() {
    return first;
  }

  /**
   * All measures.
   *
   * @return immutable, by document and number
   */
  public List<Measure> measures() {
    return measures.values().asList();
  }

  /**
   * One measure.
   *
   * @param id such as {@code appgc-6}
   * @return the measure
   * @throws IllegalArgumentException if there is none of that id, naming the nearest
   */
  public Measure measure(String id) {
    Measure measure = measures.get(id);
    if (measure == null) {
      throw new IllegalArgumentException(
          "no measure \"" + id + "\"; " + NearestNames.to(id, measures.keySet()));
    }
    return measure;
  }

  /**
   * The levers of a measure, for {@link org.fundinggap.scenario.Scenario#with(String, Lever...)}.
   *
   * @param id such as {@code appgc-6}
   * @return at least one lever, in a new array
   * @throws IllegalArgumentException if there is no such measure, or it only measures and so has no
   *     lever
   */
  public Lever[] levers(String id) {
    Measure measure = measure(id);
    if (measure.isMeasurement()) {
      throw new IllegalArgumentException(
          "measure "
              + id
              + " must have levers, had none: it only measures; read its outputs, "
              + measure.reports().stream().map(v -> v.name()).collect(Collectors.joining(", ")));
    }
    return measure.levers().toArray(Lever[]::new);
  }

  /** How many measures, and from when. */
  @Override
  public String toString() {
    Map<Boolean, Long> counts =
        measures().stream()
            .collect(Collectors.partitioningBy(Measure::isMeasurement, Collectors.counting()));
    return "Policy catalogue from "
        + first
        + ": "
        + counts.get(false)
        + " measures with levers, "
        + counts.get(true)
        + " that only measure";
  }
}
