package org.fundinggap.hindcast;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fundinggap.evidence.EvidenceBase;

/** Every published projection that the register holds: scored where it can be, listed where not. */
public final class ProjectionClaims {
  private static final String ALL_SERVICES =
      "all council services: children's social care is a part that is not stated";
  private static final String TWO_FUTURES =
      "the difference of two futures, of which at most one comes";
  private static final String SAME = "the same projection as ";

  private static final ImmutableList<UnscoredClaim> UNSCORED =
      ImmutableList.of(
          UnscoredClaim.of(
              "seed-london-overspend",
              "London Councils, 2023: boroughs overspend by the same amount each year",
              "another area, and of no year that had not begun; no source gives London's share of"
                  + " England's, so it is not scaled: the checks of sources set it beside England's"
                  + " rate"),
          UnscoredClaim.of(
              "lga-2021-growth-a-year",
              "LGA, October 2021: yearly rise of cost",
              SAME + "its cost by year"),
          UnscoredClaim.of(
              "lga-2021-growth-three-years",
              "LGA, October 2021: rise of cost over three years",
              SAME + "its cost by year"),
          UnscoredClaim.of(
              "ccn-2021-spend-rise-2025",
              "CCN, November 2021: yearly spending on children looked after above 2015",
              SAME + "its spending of 2025; the register lacks the year that it is above"),
          UnscoredClaim.of(
              "ccn-2021-looked-after-share-of-budget",
              "CCN, November 2021: looked-after share of children's budgets by 2025",
              "a share of budgets whose scope is not stated"),
          UnscoredClaim.of(
              "care-review-fewer-looked-after-2032-33",
              "Care Review, 2022: fewer children looked after with reform",
              TWO_FUTURES),
          UnscoredClaim.of(
              "alma-2023-delay-looked-after-2027-28",
              "Alma Economics, 2023: more children looked after if reform is delayed",
              TWO_FUTURES),
          UnscoredClaim.of(
              "alma-2023-delay-looked-after-later",
              "Alma Economics, 2023: the same, where it levels",
              TWO_FUTURES + ", and of no year"),
          UnscoredClaim.of(
              "alma-2023-delay-10-years",
              "Alma Economics, 2023: cost of delaying reform over ten years",
              TWO_FUTURES),
          UnscoredClaim.of(
              "alma-2023-delay-20-years",
              "Alma Economics, 2023: cost of delaying reform over twenty years",
              TWO_FUTURES),
          UnscoredClaim.of(
              "placements-spend-2023-24",
              "LGA, December 2023: spending on placements in the year in progress",
              "placements alone, by a survey: no series has their scope"),
          UnscoredClaim.of(
              "placements-overspend-2023-24",
              "LGA, December 2023: overspend on placements in the year in progress",
              "placements alone, by a survey: no series has their scope"),
          UnscoredClaim.of(
              "lga-2023-all-services-gap-2023-24", "LGA, October 2023: gap", ALL_SERVICES),
          UnscoredClaim.of(
              "lga-2023-all-services-gap-2024-25", "LGA, October 2023: later gap", ALL_SERVICES),
          UnscoredClaim.of(
              "lga-2024-all-services-gap", "LGA, June 2024: gap over two years", ALL_SERVICES),
          UnscoredClaim.of(
              "lga-2025-all-services-gap-2028-29", "LGA, February 2025: gap", ALL_SERVICES),
          UnscoredClaim.of(
              "lga-2025-cost-growth", "LGA, February 2025: growth of cost", ALL_SERVICES),
          UnscoredClaim.unregistered(
              "LGA: children looked after by 2030", "its day and its publication were not found"),
          UnscoredClaim.unregistered(
              "CCN and SCT, November 2023: overspend of counties in 2023-24",
              "31 counties scaled to 41, not England, and no baseline"),
          UnscoredClaim.unregistered(
              "Institute for Government, 2019: authorities should be able to meet demand",
              "a sentence without a number"));

  private ProjectionClaims() {}

  /**
   * The claims that are scored, each in each of its readings.
   *
   * @return immutable, in the order in which they were made
   */
  public static List<ProjectionClaim> all() {
    return ClaimTable.CLAIMS;
  }

  /**
   * The claims that are not, with the reason.
   *
   * @return immutable
   */
  public static List<UnscoredClaim> unscored() {
    return UNSCORED;
  }

  /**
   * Every scored claim beside what happened and what a model would have said.
   *
   * @param evidence the whole register
   * @param said what was said of a claim on the day, such as {@link ModelsThen#of}; empty where the
   *     model could not run
   * @return a row a claim and reading, in the order of {@link #all}
   */
  public static List<ScoredClaim> score(
      EvidenceBase evidence, Function<ProjectionClaim, Optional<ModelsThen.Said>> said) {
    return all().stream()
        .map(claim -> ScoredClaim.of(claim, evidence, said.apply(claim)))
        .collect(ImmutableList.toImmutableList());
  }
}
