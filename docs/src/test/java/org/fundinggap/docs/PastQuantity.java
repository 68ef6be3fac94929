package org.fundinggap.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.draws.Draws;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/** A number that is published and modelled alike. */
record PastQuantity(
    Group group,
    String label,
    BiFunction<PastRun, FinancialYear, Draws> model,
    BiFunction<PastRun, FinancialYear, Double> published) {

  /** What coverage is counted by. */
  enum Group {
    VOLUMES("volumes"),
    UNIT_COSTS("unit costs, GBP a week"),
    SPENDING("spending, section 251 gross, GBP million");

    private final String label;

    Group(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /** The four lines that make up the published block of looked-after care. */
  static final Variable[] LOOKED_AFTER_LINES =
      Arrays.stream(CostLine.values())
          .filter(line -> line.isLookedAfter() && line != CostLine.HOMES)
          .map(CostLine::spending)
          .toArray(Variable[]::new);

  static List<PastQuantity> all() {
    List<PastQuantity> all = new ArrayList<>(volumes());
    all.addAll(placements());
    all.addAll(unitCosts());
    all.addAll(spending());
    return all;
  }

  private static PastQuantity volume(String label, String series, Variable variable) {
    return new PastQuantity(
        Group.VOLUMES,
        label,
        (run, year) -> run.model(year, variable),
        (run, year) -> run.published(year, series));
  }

  private static List<PastQuantity> volumes() {
    return List.of(
        volume("children 0 to 17", "children-0-17", Children.CHILDREN),
        volume("referrals", "referrals", Referrals.REFERRALS),
        volume("children in need, 31 March", "children-in-need", ChildrenInNeed.STOCK),
        volume("section 47 enquiries", "section-47-enquiries", Protection.ENQUIRIES),
        volume("protection plans, 31 March", "plans", Protection.PLANS),
        volume("entries to care", "looked-after-started", Placements.STARTED),
        volume("looked after, 31 March", "looked-after", Placements.LOOKED_AFTER),
        volume("of which asylum-seeking", "asylum-seeking-looked-after", CareEntries.ASYLUM_STOCK));
  }

  private static List<PastQuantity> placements() {
    PastQuantity homes =
        new PastQuantity(
            Group.VOLUMES,
            "homes and supported, together",
            (run, year) -> run.model(year, Placement.HOMES.stock(), Placement.SUPPORTED.stock()),
            (run, year) -> run.published(year, "placed-homes", "placed-supported"));
    PastQuantity other =
        new PastQuantity(
            Group.VOLUMES,
            "other placements",
            (run, year) -> run.model(year, Placement.OTHER.stock()),
            (run, year) ->
                run.published(
                    year,
                    "placed-other-residential",
                    "placed-residential-schools",
                    "placed-other"));
    return List.of(
        volume("foster placements", "placed-foster", Placement.FOSTER.stock()),
        homes,
        volume("placed for adoption", "placed-adoption", Placement.ADOPTION.stock()),
        volume("placed with parents", "placed-parents", Placement.PARENTS.stock()),
        other);
  }

  private static PastQuantity unitCost(
      String label, String series, CostLine line, Variable volume) {
    return new PastQuantity(
        Group.UNIT_COSTS,
        label,
        (run, year) -> run.unitCost(year, line, volume),
        (run, year) -> run.published(year, series));
  }

  static PastQuantity homesUnitCost() {
    return unitCost(
        "children's homes, a child",
        "unit-cost-residential",
        CostLine.HOMES,
        Placement.HOMES.stock());
  }

  static PastQuantity fosteringUnitCost() {
    return unitCost(
        "fostering, a child", "unit-cost-fostering", CostLine.FOSTERING, Placement.FOSTER.stock());
  }

  private static List<PastQuantity> unitCosts() {
    // The published one is rounded to 5 pounds, 4% of it: both sides are worked out here.
    PastQuantity socialWork =
        new PastQuantity(
            Group.UNIT_COSTS,
            "social work, a child in need",
            (run, year) -> run.unitCost(year, CostLine.SAFEGUARDING, ChildrenInNeed.STOCK),
            (run, year) ->
                run.publishedUnitCost(year, "spend-safeguarding-gross", "children-in-need"));
    return List.of(homesUnitCost(), fosteringUnitCost(), socialWork);
  }

  static PastQuantity line(CostLine line, String series) {
    return new PastQuantity(
        Group.SPENDING,
        line.label(),
        (run, year) -> run.model(year, line.spending()),
        (run, year) -> run.published(year, series));
  }

  static PastQuantity lookedAfterCare() {
    return new PastQuantity(
        Group.SPENDING,
        "all looked-after care",
        (run, year) -> run.model(year, CostLine.HOMES.spending(), LOOKED_AFTER_LINES),
        (run, year) -> run.published(year, "spend-looked-after-gross"));
  }

  static PastQuantity total() {
    return new PastQuantity(
        Group.SPENDING,
        "gross total",
        (run, year) -> run.model(year, Cost.GROSS_SPENDING),
        (run, year) -> run.published(year, "spend-gross"));
  }

  static List<PastQuantity> blockLines() {
    return List.of(
        line(CostLine.FAMILY_SUPPORT, "spend-family-support-gross"),
        line(CostLine.YOUNG_PEOPLE, "spend-young-people-gross"),
        line(CostLine.EARLY_YEARS, "spend-early-years-gross"),
        line(CostLine.YOUTH_JUSTICE, "spend-youth-justice-gross"),
        line(CostLine.OTHER, "spend-other-gross"));
  }

  private static List<PastQuantity> spending() {
    List<PastQuantity> spending =
        new ArrayList<>(
            List.of(
                line(CostLine.HOMES, "spend-residential-gross"),
                line(CostLine.FOSTERING, "spend-fostering-gross"),
                line(CostLine.LEAVING_CARE, "spend-leaving-care-gross"),
                lookedAfterCare(),
                line(CostLine.SAFEGUARDING, "spend-safeguarding-gross")));
    spending.addAll(blockLines());
    spending.add(total());
    return spending;
  }
}
