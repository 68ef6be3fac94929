package org.fundinggap.reference;

import java.util.List;
import java.util.Map;

/** The page's trajectories of claims: S, each equation by its number. */
final class ReferenceClaims {
  /** The table of claims: the first words of the model's name and the equations that it has. */
  static final Map<String, List<String>> EQUATIONS =
      Map.of(
          "Claimed referrals, level", List.of("S1a", "S1b"),
          "Claimed referrals, increment", List.of("S1c"),
          "LGA 2017", List.of("S2a", "S3a", "S4", "S5a", "S5b"),
          "LGA 2023, planned", List.of("S2a", "S3a", "S4", "S5a", "S5b"),
          "LGA 2023", List.of("S2a", "S3b", "S4", "S5a", "S5b"),
          "Care Review 2022", List.of("S2a", "S3b", "S4", "S5a", "S5b"),
          "London Councils 2023", List.of("S3a", "S2b", "S4", "S5a", "S5b"));

  private ReferenceClaims() {}

  static void equation(ReferenceYear y, String number) {
    switch (number) {
      case "S1a" ->
          y.let(
              number,
              "claimedReferrals",
              () -> y.last("claimedReferrals") * (1 + y.of("claimedReferralGrowth")));
      case "S1b" ->
          y.let(
              number,
              "claimedReferralDifference",
              () -> y.now("claimedReferrals") - y.of("claimedReferralStart"));
      case "S1c" ->
          y.let(
              number,
              List.of("claimedReferrals", "claimedReferralIncrement"),
              () -> {
                double added = y.of("claimedReferralsAdded");
                return new double[] {y.last("claimedReferrals") + added, added};
              });
      default -> money(y, number);
    }
  }

  private static void money(ReferenceYear y, String number) {
    switch (number) {
      case "S2a" ->
          y.let(
              number, "claimedCost", () -> y.last("claimedCost") * (1 + y.of("claimedCostGrowth")));
      case "S2b" ->
          y.let(
              number,
              "claimedCost",
              () -> y.now("claimedFunding") * (1 + y.of("claimedOverspendRate")));
      case "S3a" -> y.let(number, "claimedFunding", () -> y.last("claimedFunding"));
      case "S3b" ->
          y.let(number, "claimedFunding", () -> y.of("claimedFundingShare") * y.now("claimedCost"));
      case "S4" ->
          y.let(number, "claimedGap", () -> y.now("claimedCost") - y.now("claimedFunding"));
      case "S5a" ->
          y.let(number, "claimedCostInCash", () -> y.now("claimedCost") * y.of("claimedPrices"));
      case "S5b" ->
          y.let(number, "claimedGapInCash", () -> y.now("claimedGap") * y.of("claimedPrices"));
      default -> throw new AssertionError("the page has no equation " + number);
    }
  }
}
