package org.fundinggap.evidence;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundinggap.internal.csv.Row;
import org.fundinggap.internal.plausible.Plausibility;
import org.fundinggap.quantity.Unit;

/** Reads the priors of a register; what is wrong goes to the problems of the whole. */
final class PriorReader {
  private static final String MASS = "mass_at_zero";
  private static final String WHY_FIXED = "why_fixed";
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "label",
          "distribution",
          "centre",
          "spread",
          "lower",
          "upper",
          MASS,
          "unit",
          "kind",
          "quality",
          "source",
          "location",
          "published",
          "note",
          WHY_FIXED);

  private final RegisterReader register;
  private final Set<String> taken = new HashSet<>();

  PriorReader(RegisterReader register) {
    this.register = register;
  }

  Map<String, Prior> read() {
    Map<String, Prior> priors = new LinkedHashMap<>();
    for (Row row : register.table(RegisterFiles.PRIORS, COLUMNS).rows()) {
      String id = register.ids().take(row);
      taken.add(id);
      String label = row.required("label");
      PriorShape shape = row.word("distribution", PriorShape.class);
      double lower = row.optionalNumber("lower").orElse(Double.NEGATIVE_INFINITY);
      double upper = row.optionalNumber("upper").orElse(Double.POSITIVE_INFINITY);
      double centre = centre(row, shape, lower, upper);
      double spread = spread(row, shape);
      // A shape that is not known has been reported; what it needs is not known either.
      boolean known = shape.toString().equals(row.text("distribution"));
      double mass = known ? mass(row, shape, lower >= 0 || upper <= 0) : 0;
      Unit unit = RegisterReader.unit(row);
      Provenance provenance = register.provenance(row);
      judge(register, row, new Numbers(id, unit, centre, spread, lower, upper));
      String whyFixed = known ? whyFixed(row, shape) : "";
      row.build(
              () ->
                  new Prior(
                      id,
                      label,
                      shape,
                      centre,
                      spread,
                      lower,
                      upper,
                      mass,
                      unit,
                      provenance,
                      whyFixed))
          .ifPresent(prior -> priors.put(id, prior));
    }
    return priors;
  }

  /** The numbers of a row, for {@link #judge}. */
  record Numbers(String id, Unit unit, double centre, double spread, double lower, double upper) {}

  /** Looks whether the numbers of a prior, or of its vague version, can be. */
  static void judge(RegisterReader register, Row row, Numbers given) {
    Plausibility plausibility = register.plausibility();
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("centre", given.centre());
    numbers.put("lower", given.lower());
    numbers.put("upper", given.upper());
    numbers.forEach(
        (column, number) -> {
          if (!row.isEmpty(column)) {
            plausibility.number(row, column, given.id(), given.unit().symbol(), number);
          }
        });
    if (!row.isEmpty("spread")) {
      plausibility.spread(row, given.id(), given.unit().symbol(), given.spread());
    }
  }

  /** Whether the file has a row of that id, be it sound or not. */
  boolean hasRead(String id) {
    return taken.contains(id);
  }

  static double spread(Row row, PriorShape shape) {
    return shape == PriorShape.NORMAL
        ? row.number("spread")
        : row.optionalNumber("spread").orElse(0);
  }

  static double centre(Row row, PriorShape shape, double lower, double upper) {
    if (shape != PriorShape.UNIFORM) {
      return row.number("centre");
    }
    if (!row.isEmpty("centre")) {
      row.fault("centre", "be empty for uniform", "clear it: lower and upper say all");
    }
    return lower / 2 + upper / 2;
  }

  private static double mass(Row row, PriorShape shape, boolean oneSided) {
    double mass = row.optionalNumber(MASS).orElse(0);
    if (!(mass >= 0 && mass < 1)) {
      row.fault(MASS, "be at least 0 and below 1", "write 0.25 for one in four");
    } else if (mass > 0 && shape == PriorShape.FIXED) {
      row.fault(MASS, "be empty for fixed", "give the quantity a distribution, or clear it");
    } else if (mass > 0 && !oneSided) {
      row.fault(
          MASS,
          "be empty where lower is not at least 0 nor upper at most 0",
          "clear it, or give one of them");
    }
    return mass;
  }

  private static String whyFixed(Row row, PriorShape shape) {
    if (shape == PriorShape.FIXED) {
      return row.required(WHY_FIXED);
    }
    if (!row.isEmpty(WHY_FIXED)) {
      row.fault(WHY_FIXED, "be empty for " + shape, "clear it: the quantity has a distribution");
    }
    return "";
  }
}
