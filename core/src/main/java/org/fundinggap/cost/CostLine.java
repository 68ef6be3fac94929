package org.fundinggap.cost;

import java.util.Arrays;
import java.util.List;
import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/**
 * C1: a line of cost, a block of the section 251 return or a part of one.
 *
 * <p>The Department for Education's unit costs divide spending by children at 31 March and 52.14
 * weeks; projections use the average stock of the year, and {@link #stockToAverage} is the one
 * factor between the two. What volume times unit cost does not explain is {@link #reconciliation},
 * which moves with the line's volume and price.
 */
@SuppressWarnings("ImmutableEnumChecker") // records of immutable values
public enum CostLine {
  /** Residential care: children's homes and secure homes. */
  HOMES("homes", "children's homes", Placement.HOMES.average(), PriceIndex.HOMES),
  /** Fostering services. */
  FOSTERING("fostering", "fostering", Placement.FOSTER.average(), PriceIndex.FOSTERING),
  /** Leaving care support; follows care leavers. */
  LEAVING_CARE("leavingCare", "leaving care", CareLeavers.AVERAGE, PriceIndex.LEAVING_CARE),
  /**
   * Supported accommodation, adoption, special guardianship, kinship, asylum and the rest of
   * looked-after care, none of which has a published unit cost of its own.
   */
  OTHER_LOOKED_AFTER(
      "otherLookedAfter",
      "rest of looked-after care",
      Placements.LOOKED_AFTER_AVERAGE,
      PriceIndex.OTHER_LOOKED_AFTER),
  /** Social work and safeguarding; follows children in need. */
  SAFEGUARDING(
      "safeguarding",
      "social work and safeguarding",
      ChildrenInNeed.AVERAGE,
      PriceIndex.SOCIAL_WORK),
  /** Family support services. */
  FAMILY_SUPPORT("familySupport", "family support"),
  /** Services for young people. */
  YOUNG_PEOPLE("youngPeople", "young people"),
  /** Sure Start, children's centres and other spending on under-fives. */
  EARLY_YEARS("earlyYears", "early years"),
  /** Youth justice. */
  YOUTH_JUSTICE("youthJustice", "youth justice"),
  /** Other children's and families' services. */
  OTHER("other", "other services");

  private final String id;
  private final String label;
  private final Variable volume;
  private final PriceIndex index;
  private final boolean block;
  private final Variable need;
  private final Variable spending;
  private final Variable policy;
  private final Parameter unitCost;
  private final Parameter stockToAverage;
  private final Parameter reconciliation;
  private final LineAtMargin atMargin;
  private final Parameter policyGrowth;
  private final Parameter policySpread;
  private final Shock policyShock;

  /** A block line: it follows children 0-17, prices and policy, not demand. */
  CostLine(String id, String label) {
    this(id, label, Children.CHILDREN, PriceIndex.BLOCK_SERVICES, true);
  }

  CostLine(String id, String label, Variable volume, PriceIndex index) {
    this(id, label, volume, index, false);
  }

  CostLine(String id, String label, Variable volume, PriceIndex index, boolean block) {
    this.id = id;
    this.label = label;
    this.volume = volume;
    this.index = index;
    this.block = block;
    need = money("need." + id, "need, " + label);
    spending = money("spending." + id, "spending, " + label);
    policy = Variable.of("policy." + id, "policy level of " + label + ", base = 1", Unit.INDEX);
    unitCost =
        new Parameter("unitCost." + id, "unit cost, " + label, Unit.GBP_PER_WEEK, 0, 1_000_000);
    stockToAverage =
        new Parameter(
            "stockToAverage." + id, "31 March volume over average, " + label, Unit.RATIO, 0.5, 2);
    reconciliation =
        new Parameter(
            "reconciliation." + id,
            "cost beyond volume times unit cost, as a share of it, " + label,
            Unit.SHARE,
            -1,
            10);
    atMargin = LineAtMargin.of(id, label);
    policyGrowth =
        new Parameter(
            "policyGrowth." + id, "real growth by policy, " + label, Unit.LOG_PER_YEAR, -0.3, 0.3);
    policySpread =
        new Parameter("policySpread." + id, "spread of policy, " + label, Unit.RATIO, 0, 0.5);
    policyShock = new Shock("policyShock." + id, "shock to policy, " + label);
  }

  private static Variable money(String name, String label) {
    return Variable.money(name, label, Unit.GBP_MILLION, PriceBasis.cash());
  }

  /**
   * The word for it in names.
   *
   * @return such as {@code homes}
   */
  public String id() {
    return id;
  }

  /**
   * What it is, in a few words.
   *
   * @return such as {@code children's homes}
   */
  public String label() {
    return label;
  }

  /**
   * The variable of demand that it follows.
   *
   * @return an average stock, or children 0-17 for a block line
   */
  public Variable volume() {
    return volume;
  }

  /**
   * The price index that it follows.
   *
   * @return its index
   */
  public PriceIndex index() {
    return index;
  }

  /**
   * Whether policy rather than demand moves it.
   *
   * @return true for the five block lines
   */
  public boolean isBlock() {
    return block;
  }

  /**
   * Whether it is a part of the section 251 block of looked-after care.
   *
   * @return true for homes, fostering, leaving care and the rest of looked-after care
   */
  public boolean isLookedAfter() {
    return this == HOMES || this == FOSTERING || this == LEAVING_CARE || this == OTHER_LOOKED_AFTER;
  }

  /**
   * Whether it is early help, which may be cut to meet a gap and prevents later need.
   *
   * @return true for family support, young people and early years
   */
  public boolean isEarlyHelp() {
    return this == FAMILY_SUPPORT || this == YOUNG_PEOPLE || this == EARLY_YEARS;
  }

  /**
   * The lines that are early help.
   *
   * @return immutable, in their order
   */
  public static List<CostLine> earlyHelp() {
    return Arrays.stream(values()).filter(CostLine::isEarlyHelp).toList();
  }

  /**
   * Cost at the base year's service level and policy, section 251 gross, GBP million cash.
   *
   * @return the variable
   */
  public Variable need() {
    return need;
  }

  /**
   * Cost at the policy of the year, section 251 gross, GBP million cash.
   *
   * @return the variable
   */
  public Variable spending() {
    return spending;
  }

  /**
   * The level of service that policy provides, for each child and in real terms, 1 in the base
   * year; only of block lines.
   *
   * @return the variable
   */
  public Variable policy() {
    return policy;
  }

  /**
   * Base-year cost of a unit of 31 March volume for a week, GBP.
   *
   * @return the parameter
   */
  public Parameter unitCost() {
    return unitCost;
  }

  /**
   * Base-year volume at 31 March over average volume of the year; 1 for block lines.
   *
   * @return the parameter
   */
  public Parameter stockToAverage() {
    return stockToAverage;
  }

  /**
   * Base-year cost that volume times unit cost does not explain, as a share of the latter; it moves
   * with both.
   *
   * @return the parameter
   */
  public Parameter reconciliation() {
    return reconciliation;
  }

  /**
   * The volume as far as cost has followed it at the margin (C4a); of a line that follows people.
   *
   * @return people on the average day of a year
   */
  public Variable followed() {
    return atMargin.followed();
  }

  /**
   * What one person more or fewer costs on average, on the net basis (C4b).
   *
   * @return GBP a year, cash
   */
  public Variable costOfEach() {
    return atMargin.costOfEach();
  }

  /**
   * The average volume of the base year.
   *
   * @return the parameter
   */
  public Parameter baseVolume() {
    return atMargin.baseVolume();
  }

  /**
   * Share of what the line's cost has yet to follow of a change of volume that it follows in a
   * year.
   *
   * @return the parameter, from 0 to 1
   */
  public Parameter savingSpeed() {
    return atMargin.savingSpeed();
  }

  /**
   * Share of the average cost that follows a change of volume at all.
   *
   * @return the parameter, from 0 to 1
   */
  public Parameter savedInTheEnd() {
    return atMargin.savedInTheEnd();
  }

  /**
   * Recent real growth of a block line for each child, which fades as drifts of demand do.
   *
   * @return the parameter, in logarithms
   */
  public Parameter policyGrowth() {
    return policyGrowth;
  }

  /**
   * Spread of the yearly shocks to the policy level of a block line.
   *
   * @return the parameter, in logarithms
   */
  public Parameter policySpread() {
    return policySpread;
  }

  /**
   * The yearly shock to the policy level of a block line.
   *
   * @return the shock
   */
  public Shock policyShock() {
    return policyShock;
  }
}
