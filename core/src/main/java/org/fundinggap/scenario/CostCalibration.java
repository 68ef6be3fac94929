package org.fundinggap.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.evidence.Series;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.Log;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** Numbers of C1 for a base year: volumes, unit costs and what they don't explain, line by line. */
final class CostCalibration {
  private static final double MILLION = 1e6;

  /** The published blocks miss their published total by up to 0.5%, in 2022-23. */
  private static final double BLOCKS_CLOSE = 0.005;

  /** Looks back at most so many years for the past growth of block lines. */
  private static final int POLICY_YEARS = 8;

  private final InputsBuilder inputs;
  private final BaseYear base;
  private final Deflator deflator;
  private final Map<CostLine, Double> volume = new EnumMap<>(CostLine.class);
  private final Map<CostLine, Double> spending = new EnumMap<>(CostLine.class);

  private CostCalibration(InputsBuilder inputs, BaseYear base, Deflator deflator) {
    this.inputs = inputs;
    this.base = base;
    this.deflator = deflator;
  }

  /**
   * Fills in the numbers of cost.
   *
   * @param averages average volume of the base year by line, as demand's opening values have it
   */
  static void fill(
      InputsBuilder inputs, BaseYear base, Deflator deflator, Map<CostLine, Double> averages) {
    CostCalibration calibration = new CostCalibration(inputs, base, deflator);
    calibration.lines(averages);
    calibration.scope();
    Arrays.stream(CostLine.values()).filter(CostLine::isBlock).forEach(calibration::policy);
  }

  private void lines(Map<CostLine, Double> averages) {
    for (CostLine line : CostLine.values()) {
      volume.put(line, base.at(volumeSeries(line)));
      spending.put(line, published(line));
    }
    // The rest of looked-after care is what the block's published lines leave.
    spending.put(
        CostLine.OTHER_LOOKED_AFTER,
        base.at("spend-looked-after-gross")
            - of(spending, CostLine.HOMES)
            - of(spending, CostLine.FOSTERING)
            - of(spending, CostLine.LEAVING_CARE));
    for (CostLine line : CostLine.values()) {
      line(line, of(averages, line));
    }
  }

  private static double of(Map<CostLine, Double> map, CostLine line) {
    return java.util.Objects.requireNonNull(map.get(line), line.id());
  }

  private void line(CostLine line, double average) {
    double published = of(spending, line);
    double volumeAt31March = of(volume, line);
    String[] evidence = evidence(line);
    double perUnit = volumeAt31March * Cost.WEEKS / MILLION;
    boolean hasUnitCost = hasUnitCost(line);
    double unitCost =
        hasUnitCost ? base.at(unitCostSeries(line).orElseThrow()) : published / perUnit;
    BaseYear.fixed(inputs, line.unitCost(), unitCost, evidence);
    BaseYear.fixed(inputs, line.stockToAverage(), volumeAt31March / average, evidence);
    double reconciliation = hasUnitCost ? published / (perUnit * unitCost) - 1 : 0;
    BaseYear.fixed(inputs, line.reconciliation(), reconciliation, evidence);
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
    return base.at(volumeSeries(line))
        * base.at(unitCostSeries(line).orElseThrow())
        * Cost.WEEKS
        / MILLION;
  }

  private boolean hasUnitCost(CostLine line) {
    return unitCostSeries(line).filter(base::has).isPresent();
  }

  private String[] evidence(CostLine line) {
    List<String> evidence = new ArrayList<>(List.of(volumeSeries(line)));
    if (base.has(spendingSeries(line))) {
      evidence.add(spendingSeries(line));
    }
    if (hasUnitCost(line)) {
      evidence.add(unitCostSeries(line).orElseThrow());
    }
    if (line == CostLine.OTHER_LOOKED_AFTER) {
      for (CostLine part : List.of(CostLine.HOMES, CostLine.FOSTERING, CostLine.LEAVING_CARE)) {
        evidence.add(
            base.has(spendingSeries(part))
                ? spendingSeries(part)
                : unitCostSeries(part).orElseThrow());
      }
    }
    return evidence.toArray(String[]::new);
  }

  private static String volumeSeries(CostLine line) {
    return switch (line) {
      case HOMES -> "placed-homes";
      case FOSTERING -> "placed-foster";
      case LEAVING_CARE, OTHER_LOOKED_AFTER -> "looked-after";
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

  /** From the sum of section 251 lines to the net basis on which funding is counted. */
  private void scope() {
    double lines = 0;
    for (double line : spending.values()) {
      lines += line;
    }
    Checks.within(
        lines / base.at("spend-gross"),
        1 - BLOCKS_CLOSE,
        1 + BLOCKS_CLOSE,
        "sum of cost lines over spend-gross in " + base.year(),
        "a line is missing, or counted in two lines");
    if (base.has("ro-gross")) {
      String[] evidence = {"ro-gross", "ro-income", "spend-gross"};
      BaseYear.fixed(inputs, Cost.SCOPE, base.at("ro-gross") / lines - 1, evidence);
      double income = 1 - base.at("ro-net") / base.at("ro-gross");
      BaseYear.fixed(inputs, Cost.INCOME, income, "ro-income", "ro-gross", "ro-net");
    } else {
      // Before the revenue outturn is held, need is on the section 251 net basis.
      BaseYear.fixed(inputs, Cost.SCOPE, base.at("spend-gross") / lines - 1, "spend-gross");
      double income = 1 - base.at("spend-net") / base.at("spend-gross");
      BaseYear.fixed(inputs, Cost.INCOME, income, "spend-net", "spend-gross");
    }
  }

  /** Past growth of a block line for each child beyond prices, taken part of the way to nil. */
  private void policy(CostLine line) {
    String id = spendingSeries(line);
    Series series = base.evidence().series(id);
    Series children = base.evidence().series("children-0-17");
    YearRange window = base.window(id, "children-0-17");
    FinancialYear first =
        window.length() > POLICY_YEARS ? base.year().plus(-POLICY_YEARS) : window.first();
    int years = first.yearsUntil(base.year());
    double real =
        (series.at(base.year()) / series.at(first))
            / (children.at(base.year()) / children.at(first))
            / (deflator.index(base.year()) / deflator.index(first));
    // Without history policy is taken to stand still.
    double beyondPrices =
        years == 0 ? 0 : Log.log(real) / years - base.prior("long-run-drift-block-services");
    inputs.opening(line.policy(), 1, id);
    BaseYear.estimate(
        inputs,
        line.policyGrowth(),
        base.prior("policy-growth-weight") * beyondPrices,
        base.prior("policy-growth-spread"),
        List.of(
            id,
            "children-0-17",
            "gdp-deflator",
            "long-run-drift-block-services",
            "policy-growth-weight",
            "policy-growth-spread"));
  }
}
