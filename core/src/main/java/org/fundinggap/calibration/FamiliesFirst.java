package org.fundinggap.calibration;

import java.util.Map;
import java.util.TreeMap;
import org.fundinggap.evidence.Cited;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/**
 * New money of the Families First programme by year: GBP 541.5 million in 2025-26 and 523 million a
 * year with 547 million over the three years to 2028-29, less the GBP 253.5 million of older grants
 * that it replaced and that base-year budgets already hold; and its Transformation Fund, GBP 300
 * million over two years. How the 547 million are spread over the years is not published: evenly.
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
    return !base.isHindsight(BEYOND) && base.evidence().knows(PER_YEAR);
  }

  static Amounts grant(BaseYearEvidence base, YearRange years) {
    Cited older = base.figure(FIRST_GRANT).minus(base.figure(NEW));
    int scheduled = FIRST.yearsUntil(LAST) + 1;
    Cited aYear = base.figure(PER_YEAR).plus(base.figure(FURTHER).over(scheduled)).minus(older);
    TreeMap<FinancialYear, Cited> amounts = new TreeMap<>();
    for (FinancialYear year : years.years()) {
      Cited amount = base.prior(BEYOND);
      if (year.compareTo(LAST) <= 0) {
        amount = year.compareTo(FIRST) >= 0 ? aYear : base.figure(TOTAL).minus(older);
      }
      amounts.put(year, year.compareTo(START) < 0 ? Cited.from(0, base.figure(PER_YEAR)) : amount);
    }
    return new Amounts(amounts, "published amounts less older grants, then an assumption");
  }

  static Amounts transformation(BaseYearEvidence base, YearRange years) {
    TreeMap<FinancialYear, Cited> amounts = new TreeMap<>();
    for (FinancialYear year : years.years()) {
      boolean paid = year.equals(FIRST) || year.equals(FIRST.plus(1));
      amounts.put(year, paid ? base.figure(FUND).over(2) : Cited.from(0, base.figure(FUND)));
    }
    return new Amounts(amounts, "half in each of two years");
  }
}
