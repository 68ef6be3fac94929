package org.fundinggap.hindcast;

import com.google.common.collect.ImmutableList;
import org.fundinggap.published.Published;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;

/** The claims that are scored, in the order in which they were made. */
final class ClaimTable {
  private static final FinancialYear Y2015 = FinancialYear.parse("2015-16");
  private static final FinancialYear Y2016 = FinancialYear.parse("2016-17");
  private static final FinancialYear Y2019 = FinancialYear.parse("2019-20");
  private static final FinancialYear Y2020 = FinancialYear.parse("2020-21");
  private static final FinancialYear Y2021 = FinancialYear.parse("2021-22");
  private static final FinancialYear Y2022 = FinancialYear.parse("2022-23");
  private static final FinancialYear Y2023 = FinancialYear.parse("2023-24");
  private static final FinancialYear Y2024 = FinancialYear.parse("2024-25");
  private static final FinancialYear Y2029 = FinancialYear.parse("2029-30");
  private static final FinancialYear Y2031 = FinancialYear.parse("2031-32");

  private static final Published GROSS = Published.named("spending-gross");
  private static final Published NET = Published.named("spending-net");
  private static final Published CARE_SPENDING = Published.named("spending-looked-after");
  private static final Published LOOKED_AFTER = Published.named("looked-after");
  private static final Published RESIDENTIAL = Published.named("homes-and-supported");

  private static final String SPEND_NET = "spend-net";
  private static final String COST_2021 = "lga-2021-cost-2021-22";

  static final ImmutableList<ProjectionClaim> CLAIMS =
      ImmutableList.<ProjectionClaim>builder()
          .add(lga2016())
          .addAll(gap("lga-2017", "LGA, March 2017", "lga-2017-gap", Y2019))
          .addAll(gap("lga-2017-may", "LGA, May 2017", "lga-2017-05-gap", Y2019))
          .addAll(gap("lga-2018", "LGA, 2018", "lga-2018-gap-2019-20", Y2019))
          .addAll(gap("lga-2018-later", "LGA, 2018", "lga-2019-gap-2024-25", Y2024))
          .add(standStill("adcs-2021", "ADCS, February 2021", "adcs-2021-stand-still", Y2020))
          .add(lga2021("lga-2021-first", "lga-2021-cost-2022-23", Y2022))
          .add(lga2021("lga-2021-second", "lga-2021-cost-2023-24", Y2023))
          .add(lga2021("lga-2021-third", "lga-2021-cost-2024-25", Y2024))
          .add(lga2021WithShortfall())
          .addAll(ccn2021())
          .addAll(careReview())
          .add(standStill("adcs-2022", "ADCS, 2022", "adcs-2022-stand-still", Y2022))
          .add(lga2023())
          .addAll(ccn2024())
          .build();

  private ClaimTable() {}

  private static ProjectionClaim cash(
      String id,
      String maker,
      String figure,
      Published quantity,
      FinancialYear target,
      ClaimedLevel level,
      String reading) {
    return new ProjectionClaim(
        id, maker, figure, figure, quantity, target, PriceBasis.cash(), level, reading);
  }

  private static ProjectionClaim lga2016() {
    return new ProjectionClaim(
        "lga-2017-spending",
        "LGA, March 2017",
        "lga-2016-cost-2019-20",
        "lga-2017-gap",
        GROSS,
        Y2019,
        PriceBasis.cash(),
        ClaimedLevel.asStated().rescaledFrom("lga-2016-cost-2016-17", Y2016),
        "Spending that the gap goes with, cash. It counts education too, so its growth from 2016-17"
            + " is carried to section 251 gross; what was spent in 2016-17 was not known then.");
  }

  /** A gap has no outturn: each is read as spending beyond flat cash funding, in two ways. */
  private static ImmutableList<ProjectionClaim> gap(
      String id, String maker, String figure, FinancialYear target) {
    ClaimedLevel spent =
        ClaimedLevel.asStated().rescaledFromSeries(SPEND_NET, Y2015).onTopOf(SPEND_NET, Y2015);
    String flat =
        " is funded in cash for good, the gap comes on top, and the sum is carried from net to"
            + " gross of 2015-16. Our reading: what the LGA took for funding was not seen; if it"
            + " took more, the need it meant was higher.";
    return ImmutableList.of(
        cash(
            id + "-gap-on-spending",
            maker,
            figure,
            GROSS,
            target,
            spent,
            "A yearly gap in cash. What was spent net in 2015-16" + flat),
        cash(
            id + "-gap-on-budgets",
            maker,
            figure,
            GROSS,
            target,
            spent.less("overspend-2015-16"),
            "A yearly gap in cash. What was spent net in 2015-16 less that year's overspend"
                + flat));
  }

  private static ProjectionClaim standStill(
      String id, String maker, String figure, FinancialYear target) {
    FinancialYear before = target.plus(-1);
    return cash(
        id,
        maker,
        figure,
        GROSS,
        target,
        ClaimedLevel.asStated().onTopOf("spend-gross", before),
        "Money needed in one year to stand still, cash: read as what the year in progress, "
            + target
            + ", needs beyond section 251 gross of "
            + before
            + ". Our reading: neither the year nor the baseline was seen.");
  }

  private static ProjectionClaim lga2021(String id, String figure, FinancialYear target) {
    return cash(
        id,
        "LGA, October 2021",
        figure,
        NET,
        target,
        ClaimedLevel.asStated().from(COST_2021, Y2021),
        "Cost of services at their current level, cash, grown from budgets: beside the revenue"
            + " outturn, net, as stated. It leaves the existing shortfall out.");
  }

  private static ProjectionClaim lga2021WithShortfall() {
    return cash(
        "lga-2021-with-shortfall",
        "LGA, October 2021",
        "lga-2021-extra-2024-25",
        NET,
        Y2024,
        ClaimedLevel.asStated().onTopOf(COST_2021).from(COST_2021, Y2021),
        "More money needed a year by 2024-25, cash, existing shortfall inside, on top of the cost"
            + " that it states for 2021-22. Our reading: the sum is what services need.");
  }

  private static ImmutableList<ProjectionClaim> ccn2021() {
    String maker = "CCN, November 2021";
    return ImmutableList.of(
        cash(
            "ccn-2021-looked-after",
            maker,
            "ccn-2021-looked-after-2025",
            LOOKED_AFTER,
            Y2024,
            ClaimedLevel.asStated(),
            "Children looked after by 2025: read as 31 March 2025, since its 69,000 of 2015 is the"
                + " stock of 31 March. A report of March 2022 says the end of 2025."),
        cash(
            "ccn-2021-spending",
            maker,
            "ccn-2021-spend-2025",
            CARE_SPENDING,
            Y2024,
            ClaimedLevel.asStated(),
            "Spending on children looked after in 2025, cash: read as 2024-25. What it has for the"
                + " year before is section 251 gross of 2019-20, so the scope is the same."));
  }

  private static ImmutableList<ProjectionClaim> careReview() {
    String maker = "Care Review, May 2022";
    String figure = "care-review-cost-2031-32";
    ClaimedLevel cost = ClaimedLevel.asStated().rescaledFrom("care-review-cost-2021-22", Y2021);
    String scope =
        "Cost in a decade with no reform, carried from the Review's scope to revenue outturn net by"
            + " what both have for 2021-22. Prices are not stated: ";
    return ImmutableList.of(
        cash(
            "care-review-looked-after",
            maker,
            "care-review-looked-after-2031-32",
            LOOKED_AFTER,
            Y2031,
            ClaimedLevel.asStated().from("care-review-looked-after-2021-22", Y2021),
            "Children looked after in a decade with no reform: read as 31 March 2032, from its own"
                + " rounded number of 2022."),
        cash("care-review-cost-in-cash", maker, figure, NET, Y2031, cost, scope + "taken as cash."),
        new ProjectionClaim(
            "care-review-cost-in-real-terms",
            maker,
            figure,
            figure,
            NET,
            Y2031,
            PriceBasis.real(Y2021),
            cost,
            scope + "taken as prices of 2021-22."));
  }

  private static ProjectionClaim lga2023() {
    return cash(
        "lga-2023",
        "LGA, February 2023",
        "lga-2023-shortfall",
        NET,
        Y2022,
        ClaimedLevel.asStated().onTopOf("ccn-2023-budget-2022-23"),
        "A yearly shortfall in 2022-23 and its prices, the year in progress: on top of budgets of"
            + " the year, brought to cash. Our reading: the LGA names no baseline, and meant prices"
            + " before the inflation of the time.");
  }

  private static ImmutableList<ProjectionClaim> ccn2024() {
    String maker = "CCN, November 2024";
    return ImmutableList.of(
        cash(
            "ccn-2024-looked-after",
            maker,
            "ccn-2024-more-looked-after-2030",
            LOOKED_AFTER,
            Y2029,
            ClaimedLevel.asStated()
                .onTopOf(LOOKED_AFTER.id(), Y2023)
                .fromSeries(LOOKED_AFTER.id(), Y2023),
            "Almost so many more children looked after by the end of the decade than in 2024: read"
                + " as 31 March 2030, on top of the stock of 31 March 2024."),
        cash(
            "ccn-2024-residential",
            maker,
            "ccn-2024-residential-2030",
            RESIDENTIAL,
            Y2029,
            ClaimedLevel.asStated().rescaledFrom("ccn-2024-residential-2024", Y2023),
            "Children in homes, secure units and supported accommodation by 2030, in a grouping of"
                + " its own: carried to the placement tables by what both have for 31 March 2024."),
        cash(
            "ccn-2024-spending",
            maker,
            "ccn-2024-spend-2030",
            CARE_SPENDING,
            Y2029,
            ClaimedLevel.asStated().rescaledFrom("ccn-2024-spend-last-year", Y2022),
            "Spending on children looked after by 2030, taken as cash of 2029-30 and, by its size,"
                + " net: carried to section 251 gross by what both have for 2022-23. Our reading:"
                + " prices and the year that it starts from are not stated."));
  }
}
