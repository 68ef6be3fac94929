package org.fundinggap.published;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.model.Variable;
import org.fundinggap.published.Published.Group;
import org.fundinggap.published.PublishedLine.PriceFrom;
import org.fundinggap.published.SeriesSum.Regrouping;
import org.fundinggap.quantity.FinancialYear;

/** Which series answer which variables: the rows, each in one place. */
public final class PublishedTable {
  /** The series of gross spending of the section 251 return, GBP million. */
  public static final String GROSS = "spend-gross";

  /** The series of net spending of the revenue outturn, GBP million. */
  public static final String NET = "ro-net";

  /** The series of children aged 0 to 17. */
  public static final String CHILDREN = "children-0-17";

  private static final String CARE = "spend-looked-after-gross";
  private static final String HOMES = "spend-residential-gross";
  private static final String FOSTERING = "spend-fostering-gross";
  private static final String LEAVING_CARE = "spend-leaving-care-gross";
  private static final String SAFEGUARDING = "spend-safeguarding-gross";

  private static final ImmutableMap<Placement, SeriesSum> PLACEMENTS = placements();

  static final ImmutableList<PublishedLine> LINES =
      ImmutableList.of(
          line(
              CostLine.HOMES,
              Placement.HOMES.stock(),
              placement(Placement.HOMES),
              SeriesSum.of(HOMES),
              Optional.of("unit-cost-residential"),
              PriceFrom.UNIT_COST),
          line(
              CostLine.FOSTERING,
              Placement.FOSTER.stock(),
              placement(Placement.FOSTER),
              SeriesSum.of(FOSTERING),
              Optional.of("unit-cost-fostering"),
              PriceFrom.UNIT_COST),
          new PublishedLine(
              CostLine.LEAVING_CARE,
              CareLeavers.STOCK,
              SeriesSum.of("looked-after-ceased"),
              true,
              SeriesSum.of(LEAVING_CARE),
              Optional.empty(),
              PriceFrom.SPENDING_OVER_VOLUME),
          line(
              CostLine.OTHER_LOOKED_AFTER,
              Placements.LOOKED_AFTER,
              SeriesSum.of("looked-after"),
              SeriesSum.of(CARE).less(HOMES, FOSTERING, LEAVING_CARE),
              Optional.empty(),
              PriceFrom.SPENDING_OVER_VOLUME),
          // The published unit cost is rounded to 5 pounds, 4% of it.
          line(
              CostLine.SAFEGUARDING,
              ChildrenInNeed.STOCK,
              SeriesSum.of("children-in-need"),
              SeriesSum.of(SAFEGUARDING),
              Optional.of("unit-cost-social-work"),
              PriceFrom.SPENDING_OVER_VOLUME),
          block(CostLine.FAMILY_SUPPORT, "spend-family-support-gross"),
          block(CostLine.YOUNG_PEOPLE, "spend-young-people-gross"),
          block(CostLine.EARLY_YEARS, "spend-early-years-gross"),
          block(CostLine.YOUTH_JUSTICE, "spend-youth-justice-gross"),
          block(CostLine.OTHER, "spend-other-gross"));

  static final ImmutableList<Published> QUANTITIES =
      ImmutableList.<Published>builder()
          .addAll(volumes())
          .addAll(placementRows())
          .addAll(unitCosts())
          .addAll(spending())
          .build();

  private PublishedTable() {}

  private static PublishedLine line(
      CostLine line,
      Variable stock,
      SeriesSum volume,
      SeriesSum spending,
      Optional<String> unitCost,
      PriceFrom price) {
    return new PublishedLine(line, stock, volume, false, spending, unitCost, price);
  }

  private static PublishedLine block(CostLine line, String spending) {
    return line(
        line,
        Children.CHILDREN,
        SeriesSum.of(CHILDREN),
        SeriesSum.of(spending),
        Optional.empty(),
        PriceFrom.NOTHING);
  }

  /**
   * The series that add up to a placement.
   *
   * @param placement the placement
   * @return their sum
   */
  public static SeriesSum placement(Placement placement) {
    return Objects.requireNonNull(PLACEMENTS.get(placement));
  }

  private static ImmutableMap<Placement, SeriesSum> placements() {
    return ImmutableMap.of(
        Placement.FOSTER, SeriesSum.of("placed-foster"),
        Placement.HOMES, SeriesSum.of("placed-homes").regrouped(semiIndependent(-1)),
        Placement.SUPPORTED, SeriesSum.of("placed-supported").regrouped(semiIndependent(1)),
        Placement.ADOPTION, SeriesSum.of("placed-adoption"),
        Placement.PARENTS, SeriesSum.of("placed-parents"),
        Placement.OTHER,
            SeriesSum.of("placed-other-residential", "placed-residential-schools", "placed-other"));
  }

  /** Until 2018-19 published homes hold semi-independent places, which belong to supported. */
  private static Regrouping semiIndependent(double moves) {
    return new Regrouping(
        moves,
        "placed-homes-%s-semi-independent",
        FinancialYear.parse("2018-19"),
        "semi-independent-share-of-homes",
        "placed-homes");
  }

  private static Published row(
      Group group, String id, String label, Variable variable, SeriesSum series) {
    return new Published(id, group, label, List.of(variable), series, List.of(), Optional.empty());
  }

  private static Published volume(String id, String label, Variable variable, String series) {
    return row(Group.VOLUME, id, label, variable, SeriesSum.of(series));
  }

  private static List<Published> volumes() {
    return List.of(
        volume("children", "children 0 to 17", Children.CHILDREN, CHILDREN),
        volume("referrals", "referrals", Referrals.REFERRALS, "referrals"),
        volume(
            "need-started",
            "children in need, started",
            ChildrenInNeed.STARTED,
            "children-in-need-started"),
        volume(
            "need-ended",
            "children in need, ended",
            ChildrenInNeed.ENDED_AS_PUBLISHED,
            "children-in-need-ended"),
        volume(
            "children-in-need",
            "children in need, 31 March",
            ChildrenInNeed.STOCK,
            "children-in-need"),
        volume("enquiries", "section 47 enquiries", Protection.ENQUIRIES, "section-47-enquiries"),
        volume("conferences", "initial conferences", Protection.CONFERENCES, "initial-conferences"),
        volume(
            "plans-started",
            "protection plans, started",
            Protection.PLANS_STARTED,
            "plans-started"),
        volume("plans", "protection plans, 31 March", Protection.PLANS, "plans"),
        volume("care-started", "entries to care", Placements.STARTED, "looked-after-started"),
        volume("care-ceased", "leavers of care", Placements.CEASED, "looked-after-ceased"),
        volume("looked-after", "looked after, 31 March", Placements.LOOKED_AFTER, "looked-after"),
        volume(
            "asylum",
            "of which asylum-seeking",
            CareEntries.ASYLUM_STOCK,
            "asylum-seeking-looked-after"));
  }

  private static Published placement(String id, String label, Placement placement) {
    return row(Group.PLACEMENT, id, label, placement.stock(), placement(placement));
  }

  private static List<Published> placementRows() {
    List<Variable> homesAndSupported =
        List.of(Placement.HOMES.stock(), Placement.SUPPORTED.stock());
    return List.of(
        placement("foster", "foster placements", Placement.FOSTER),
        placement("homes", "children's homes", Placement.HOMES),
        placement("supported", "supported accommodation", Placement.SUPPORTED),
        // What was moved from one to the other is in both: the sum has no break.
        new Published(
            "homes-and-supported",
            Group.PLACEMENT,
            "homes and supported, together",
            homesAndSupported,
            SeriesSum.of("placed-homes", "placed-supported"),
            List.of(),
            Optional.empty()),
        // Unregistered supported places count as other placements since 2023-24.
        new Published(
            "homes-supported-and-other",
            Group.PLACEMENT,
            "homes, supported and other, together",
            ImmutableList.<Variable>builder()
                .addAll(homesAndSupported)
                .add(Placement.OTHER.stock())
                .build(),
            SeriesSum.of(
                "placed-homes",
                "placed-supported",
                "placed-other-residential",
                "placed-residential-schools",
                "placed-other"),
            List.of(),
            Optional.empty()),
        placement("adoption", "placed for adoption", Placement.ADOPTION),
        placement("parents", "placed with parents", Placement.PARENTS),
        placement("other-placements", "other placements", Placement.OTHER));
  }

  private static Published unitCost(String id, String label, CostLine line, boolean asPublished) {
    PublishedLine row = PublishedLine.of(line);
    return new Published(
        id,
        Group.UNIT_COST,
        label,
        List.of(line.spending()),
        asPublished ? SeriesSum.of(row.unitCost().orElseThrow()) : row.spending(),
        List.of(row.stock()),
        asPublished ? Optional.empty() : Optional.of(row.volume()));
  }

  private static List<Published> unitCosts() {
    return List.of(
        unitCost("unit-cost-homes", "children's homes, a child", CostLine.HOMES, true),
        unitCost("unit-cost-fostering", "fostering, a child", CostLine.FOSTERING, true),
        // Published ones are rounded to 5 pounds: both sides are worked out.
        unitCost(
            "unit-cost-social-work", "social work, a child in need", CostLine.SAFEGUARDING, false),
        new Published(
            "unit-cost-looked-after",
            Group.UNIT_COST,
            "all looked-after care, a child",
            lookedAfterCare(),
            SeriesSum.of(CARE),
            List.of(Placements.LOOKED_AFTER),
            Optional.of(SeriesSum.of("looked-after"))));
  }

  private static List<Variable> lookedAfterCare() {
    return LINES.stream()
        .map(PublishedLine::line)
        .filter(CostLine::isLookedAfter)
        .map(CostLine::spending)
        .toList();
  }

  private static Published line(String id, CostLine line) {
    return row(
        Group.SPENDING, id, line.label(), line.spending(), PublishedLine.of(line).spending());
  }

  private static Published sum(String id, String label, List<Variable> lines, String... series) {
    return new Published(
        id, Group.SPENDING, label, lines, SeriesSum.of(series), List.of(), Optional.empty());
  }

  private static List<Published> spending() {
    return List.of(
        line("spending-homes", CostLine.HOMES),
        line("spending-fostering", CostLine.FOSTERING),
        line("spending-leaving-care", CostLine.LEAVING_CARE),
        sum("spending-looked-after", "all looked-after care", lookedAfterCare(), CARE),
        line("spending-safeguarding", CostLine.SAFEGUARDING),
        line("spending-family-support", CostLine.FAMILY_SUPPORT),
        line("spending-young-people", CostLine.YOUNG_PEOPLE),
        line("spending-early-years", CostLine.EARLY_YEARS),
        line("spending-youth-justice", CostLine.YOUTH_JUSTICE),
        line("spending-other", CostLine.OTHER),
        sum(
            "spending-care-and-safeguarding",
            "looked-after care and safeguarding",
            ImmutableList.<Variable>builder()
                .addAll(lookedAfterCare())
                .add(CostLine.SAFEGUARDING.spending())
                .build(),
            CARE,
            SAFEGUARDING),
        sum("spending-gross", "gross total", List.of(Cost.GROSS_SPENDING), GROSS),
        sum("spending-net", "net total, revenue outturn", List.of(Cost.SPENDING), NET));
  }
}
