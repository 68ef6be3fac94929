package org.fundinggap.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.Placement;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.Log;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** Numbers of C1 for a base year: volumes, unit costs and what they don't explain, line by line. */
final class CostCalibration {
  private static final double MILLION = 1e6;
  private static final String GROSS = "spend-gross";

  /** The published blocks miss their published total by up to 0.5%, in 2022-23. */
  private static final double BLOCKS_CLOSE = 0.005;

  private final InputsWriter fill;
  private final BaseYearEvidence base;
  private final Deflator deflator;
  private final Map<CostLine, Double> volume = new EnumMap<>(CostLine.class);
  private final Map<CostLine, Double> spending = new EnumMap<>(CostLine.class);

  private CostCalibration(InputsWriter fill, BaseYearEvidence base, Deflator deflator) {
    this.fill = fill;
    this.base = base;
    this.deflator = deflator;
  }

  /**
   * Fills in the numbers of cost; average volumes are demand's opening values, which so come first.
   */
  static void fill(InputsWriter fill, BaseYearEvidence base, Deflator deflator) {
    CostCalibration calibration = new CostCalibration(fill, base, deflator);
    calibration.lines();
    calibration.scope();
    Arrays.stream(CostLine.values()).filter(CostLine::isBlock).forEach(calibration::policy);
  }

  private void lines() {
    fill.prior(Cost.WEEKS, "weeks-in-year");
    for (CostLine line : CostLine.values()) {
      volume.put(line, volume(line));
      spending.put(line, published(line));
    }
    // The rest of looked-after care is what the block's published lines leave.
    double rest = base.at("spend-looked-after-gross");
    for (CostLine part : partsOfLookedAfter()) {
      rest -= of(spending, part);
    }
    spending.put(CostLine.OTHER_LOOKED_AFTER, rest);
    for (CostLine line : CostLine.values()) {
      line(line, fill.inputs().openingOf(line.volume()));
    }
  }

  /** The lines of looked-after care that are published apart. */
  private static List<CostLine> partsOfLookedAfter() {
    return Arrays.stream(CostLine.values())
        .filter(line -> line.isLookedAfter() && line != CostLine.OTHER_LOOKED_AFTER)
        .toList();
  }

  private static double of(Map<CostLine, Double> map, CostLine line) {
    return Objects.requireNonNull(map.get(line), line.id());
  }

  /** What published unit costs divide by: children at 31 March; modelled for care leavers. */
  private double volume(CostLine line) {
    return switch (line) {
      case HOMES -> new PlacementStocks(base).published(Placement.HOMES, base.year());
      case LEAVING_CARE -> fill.inputs().openingOf(CareLeavers.STOCK);
      case FOSTERING -> new PlacementStocks(base).published(Placement.FOSTER, base.year());
      case OTHER_LOOKED_AFTER,
          SAFEGUARDING,
          FAMILY_SUPPORT,
          YOUNG_PEOPLE,
          EARLY_YEARS,
          YOUTH_JUSTICE,
          OTHER ->
          base.at(volumeSeries(line));
    };
  }

  private void line(CostLine line, double average) {
    double published = of(spending, line);
    double volumeAt31March = of(volume, line);
    String[] evidence = evidence(line);
    double perUnit = volumeAt31March * base.prior("weeks-in-year") / MILLION;
    boolean hasUnitCost = hasUnitCost(line);
    double unitCost =
        hasUnitCost ? base.at(unitCostSeries(line).orElseThrow()) : published / perUnit;
    fill.workedOut(
        line.unitCost(),
        unitCost,
        hasUnitCost ? "published" : "spending over volume at 31 March and weeks",
        evidence);
    fill.workedOut(
        line.stockToAverage(),
        volumeAt31March / average,
        "volume at 31 March over the average of the year",
        evidence);
    double reconciliation = hasUnitCost ? published / (perUnit * unitCost) - 1 : 0;
    fill.workedOut(
        line.reconciliation(),
        reconciliation,
        "spending over volume, unit cost and weeks, less 1",
        evidence);
  }

  /** What was spent; where the line is published for other years only, what its unit cost gives. */
  private double published(CostLine line) {
    String series = spendingSeries(line);
    if (base.has(series)) {
      return base.at(series);
    }
    if (!hasUnitCost(line)) {
      throw new IllegalArgumentException(
          "spending on "
              + line.label()
              + " must be held for "
              + base.year()
              + " as "
              + series
              + " or as a unit cost, is neither; add it to the register or choose another base"
              + " year");
    }
    return volume(line)
        * base.at(unitCostSeries(line).orElseThrow())
        * base.prior("weeks-in-year")
        / MILLION;
  }

  private boolean hasUnitCost(CostLine line) {
    return unitCostSeries(line).filter(base::has).isPresent();
  }

  private String[] evidence(CostLine line) {
    List<String> evidence = new ArrayList<>(volumeEvidence(line));
    evidence.add("weeks-in-year");
    if (base.has(spendingSeries(line))) {
      evidence.add(spendingSeries(line));
    }
    if (hasUnitCost(line)) {
      evidence.add(unitCostSeries(line).orElseThrow());
    }
    if (line == CostLine.OTHER_LOOKED_AFTER) {
      for (CostLine part : partsOfLookedAfter()) {
        evidence.add(
            base.has(spendingSeries(part))
                ? spendingSeries(part)
                : unitCostSeries(part).orElseThrow());
      }
    }
    return evidence.toArray(String[]::new);
  }

  private List<String> volumeEvidence(CostLine line) {
    return switch (line) {
      case HOMES -> List.of(new PlacementStocks(base).evidenceOf(Placement.HOMES, base.year()));
      case LEAVING_CARE -> List.of("looked-after-ceased", "care-leaver-support-years");
      case FOSTERING,
          OTHER_LOOKED_AFTER,
          SAFEGUARDING,
          FAMILY_SUPPORT,
          YOUNG_PEOPLE,
          EARLY_YEARS,
          YOUTH_JUSTICE,
          OTHER ->
          List.of(volumeSeries(line));
    };
  }

  private static String volumeSeries(CostLine line) {
    return switch (line) {
      case HOMES -> "placed-homes";
      case FOSTERING -> "placed-foster";
      case LEAVING_CARE -> "looked-after-ceased";
      case OTHER_LOOKED_AFTER -> "looked-after";
      case SAFEGUARDING -> "children-in-need";
      case FAMILY_SUPPORT, YOUNG_PEOPLE, EARLY_YEARS, YOUTH_JUSTICE, OTHER -> "children-0-17";
    };
  }

  private static String spendingSeries(CostLine line) {
    return switch (line) {
      case HOMES -> "spend-residential-gross";
      case FOSTERING -> "spend-fostering-gross";
      case LEAVING_CARE -> "spend-leaving-care-gross";
      case OTHER_LOOKED_AFTER -> "spend-looked-after-gross";
      case SAFEGUARDING -> "spend-safeguarding-gross";
      case FAMILY_SUPPORT -> "spend-family-support-gross";
      case YOUNG_PEOPLE -> "spend-young-people-gross";
      case EARLY_YEARS -> "spend-early-years-gross";
      case YOUTH_JUSTICE -> "spend-youth-justice-gross";
      case OTHER -> "spend-other-gross";
    };
  }

  private static Optional<String> unitCostSeries(CostLine line) {
    return switch (line) {
      case HOMES -> Optional.of("unit-cost-residential");
      case FOSTERING -> Optional.of("unit-cost-fostering");
      case SAFEGUARDING -> Optional.of("unit-cost-social-work");
      case LEAVING_CARE,
          OTHER_LOOKED_AFTER,
          FAMILY_SUPPORT,
          YOUNG_PEOPLE,
          EARLY_YEARS,
          YOUTH_JUSTICE,
          OTHER ->
          Optional.empty();
    };
  }

  /**
   * From the sum of section 251 lines to the net basis on which funding is counted: the revenue
   * outturn; before it is held, section 251 net; where that is not held either, a usual share.
   */
  private void scope() {
    double lines = 0;
    for (double line : spending.values()) {
      lines += line;
    }
    Checks.within(
        lines / base.at(GROSS),
        1 - BLOCKS_CLOSE,
        1 + BLOCKS_CLOSE,
        "sum of cost lines over spend-gross in " + base.year(),
        "a line is missing, or counted in two lines");
    boolean outturn = base.has("ro-gross");
    String[] gross = outturn ? new String[] {"ro-gross", GROSS} : new String[] {GROSS};
    fill.workedOut(
        Cost.SCOPE, base.at(gross[0]) / lines - 1, "published total over the lines, less 1", gross);
    fill.workedOut(
        Cost.INCOME, 1 - netShare(base), "1 less net over gross", netEvidence(base), gross[0]);
  }

  /** Net over gross, on the basis on which funding is counted. */
  static double netShare(BaseYearEvidence base) {
    if (base.has("ro-gross")) {
      return base.at("ro-net") / base.at("ro-gross");
    }
    return base.has("spend-net") ? base.at("spend-net") / base.at(GROSS) : base.prior("net-share");
  }

  static String netEvidence(BaseYearEvidence base) {
    if (base.has("ro-gross")) {
      return "ro-net";
    }
    return base.has("spend-net") ? "spend-net" : "net-share";
  }

  /** Net spending of the base year, GBP million. */
  static double net(BaseYearEvidence base) {
    return netShare(base) * base.at(grossEvidence(base));
  }

  /** The series of gross spending on the basis on which funding is counted. */
  static String grossEvidence(BaseYearEvidence base) {
    return base.has("ro-gross") ? "ro-gross" : GROSS;
  }

  /** Past growth of a block line for each child beyond prices, taken part of the way to zero. */
  private void policy(CostLine line) {
    String id = spendingSeries(line);
    YearRange window = base.window(id, "children-0-17");
    FinancialYear first = window.first();
    int years = first.yearsUntil(base.year());
    double real =
        (base.at(id) / base.at(id, first))
            / (base.at("children-0-17") / base.at("children-0-17", first))
            / (deflator.index(base.year()) / deflator.index(first));
    // Without history policy is taken to stand still.
    double beyondPrices =
        years == 0 ? 0 : Log.log(real) / years - base.prior("long-run-drift-block-services");
    fill.workedOut(line.policy(), 1, "1 in the base year", id);
    double weight = base.prior("policy-growth-weight");
    fill.estimated(
        line.policyGrowth(),
        new Estimate(
            weight * beyondPrices,
            base.prior("policy-growth-spread"),
            years,
            years == 0 ? 0 : weight),
        "mean of # years, real, for each child, beyond prices, part of the way",
        id,
        "children-0-17",
        "gdp-deflator",
        "long-run-drift-block-services",
        "policy-growth-weight",
        "policy-growth-spread");
  }
}
