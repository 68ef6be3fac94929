package org.fundinggap.calibration;

import java.util.Map;
import java.util.TreeMap;
import org.fundinggap.evidence.Cited;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/**
 * Money of the Families First programme by year: GBP 541.5 million in 2025-26 and 523 million a
 * year with 547 million over the three years to 2028-29, and its Transformation Fund, GBP 300
 * million over two years. How the 547 million are spread over the years is not published: evenly.
 *
 * <p>Streams hold what is new beyond the base year: a grant that the base year's budget holds buys
 * services of the base year and is not counted again. Budgets of 2024-25 and before hold the GBP
 * 253.5 million of older grants that the programme replaced.
 */
final class FamiliesFirst {
  private static final FinancialYear START = FinancialYear.parse("2025-26");
  private static final FinancialYear FIRST = FinancialYear.parse("2026-27");
  private static final FinancialYear LAST = FinancialYear.parse("2028-29");
  private static final String FIRST_GRANT = "prevention-grant-2025-26-first";
  private static final String NEW = "prevention-grant-2025-26-new";
  private static final String TOTAL = "prevention-grant-2025-26-total";
  private static final String PER_YEAR = "families-first-per-year";
  private static final String FURTHER = "families-first-further";
  private static final String FUND = "families-first-transformation";
  private static final String BEYOND = "families-first-after-2028-29";

  private FamiliesFirst() {}

  /** Amounts by year in GBP million cash, and how they came about. */
  record Amounts(Map<FinancialYear, Cited> byYear, String method) {}

  /** Whether the programme had been announced when the base year's figures came out. */
  static boolean isKnown(BaseYearEvidence base) {
    return !base.isHindsight(BEYOND) && base.evidence().knows(FIRST_GRANT);
  }

  static Amounts grant(BaseYearEvidence base, YearRange years) {
    TreeMap<FinancialYear, Cited> amounts = new TreeMap<>();
    for (FinancialYear year : years.years()) {
      amounts.put(year, newMoney(base, year));
    }
    return new Amounts(
        amounts, "published amounts less what the base year holds, then an assumption");
  }

  static Amounts transformation(BaseYearEvidence base, YearRange years) {
    TreeMap<FinancialYear, Cited> amounts = new TreeMap<>();
    for (FinancialYear year : years.years()) {
      amounts.put(year, fund(base, year).minus(fund(base, base.year())));
    }
    return new Amounts(amounts, "half in each of two years, less what the base year holds");
  }

  /**
   * What a published budget or settlement of a year holds of new money, once the grant had been
   * announced: budgets of 2025-26 were set before it was raised.
   */
  static Cited inBudget(BaseYearEvidence base, FinancialYear year) {
    if (!base.then().evidence().knows(FIRST_GRANT)) {
      return Cited.of(0);
    }
    return year.equals(START)
        ? base.figure(FIRST_GRANT).minus(grant(base, base.year()))
        : newMoney(base, year);
  }

  private static Cited newMoney(BaseYearEvidence base, FinancialYear year) {
    return grant(base, year).minus(grant(base, base.year()));
  }

  /**
   * The whole grant of a year, and before it the older grants that it replaced; as last announced
   * where the years to 2028-29 were not yet.
   */
  private static Cited grant(BaseYearEvidence base, FinancialYear year) {
    Cited older = base.figure(FIRST_GRANT).minus(base.figure(NEW));
    boolean isAnnounced = base.evidence().knows(PER_YEAR);
    if (year.compareTo(START) < 0) {
      return older;
    }
    if (year.compareTo(FIRST) < 0 || !isAnnounced) {
      return base.figure(base.evidence().knows(TOTAL) ? TOTAL : FIRST_GRANT);
    }
    int scheduled = FIRST.yearsUntil(LAST) + 1;
    return year.compareTo(LAST) <= 0
        ? base.figure(PER_YEAR).plus(base.figure(FURTHER).over(scheduled))
        : base.prior(BEYOND).plus(older);
  }

  private static Cited fund(BaseYearEvidence base, FinancialYear year) {
    if (!base.evidence().knows(FUND)) {
      return Cited.from(0, base.figure(FIRST_GRANT));
    }
    boolean paid = year.equals(FIRST) || year.equals(FIRST.plus(1));
    return paid ? base.figure(FUND).over(2) : Cited.from(0, base.figure(FUND));
  }
}
