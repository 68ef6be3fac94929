package org.fundinggap.demand;

import java.util.List;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;

/** Where a looked-after child lives: the six states of the placement chain. */
@SuppressWarnings("ImmutableEnumChecker") // records of immutable values
public enum Placement {
  /** Foster placements, with relatives and friends included. */
  FOSTER("foster", "foster placements"),
  /** Children's homes and secure homes. */
  HOMES("homes", "children's homes and secure homes"),
  /** Supported accommodation, semi-independent and independent living. */
  SUPPORTED("supported", "supported accommodation"),
  /** Placed for adoption. */
  ADOPTION("adoption", "placed for adoption"),
  /** Placed with their own parents. */
  PARENTS("parents", "placed with parents"),
  /** Other residential settings, residential schools, and placements not elsewhere counted. */
  OTHER("other", "other placements");

  private static final List<Placement> WEIGHTED =
      List.of(HOMES, SUPPORTED, ADOPTION, PARENTS, OTHER);

  private final String id;
  private final String label;
  private final Variable stock;
  private final Variable average;
  private final Variable othersStock;
  private final Variable othersAverage;
  private final Parameter exitRate;
  private final Parameter moveRate;
  private final Parameter destinationShare;
  private final Variable weight;
  private final Parameter weightSpread;
  private final Shock weightShock;
  private final Parameter entryShare;
  private final Parameter asylumShare;

  Placement(String id, String label) {
    this.id = id;
    this.label = label;
    stock = Variable.of("placed." + id, label + " at 31 March", Unit.NUMBER);
    average = Variable.of("placedAverage." + id, label + ", average of the year", Unit.NUMBER);
    othersStock =
        Variable.of("placedOthers." + id, label + " but for asylum-seeking children", Unit.NUMBER);
    othersAverage =
        Variable.of(
            "placedOthersAverage." + id,
            label + " but for asylum-seeking children, average of the year",
            Unit.NUMBER);
    // The chain divides by rates: at 0.01 a year a child would stay a century.
    exitRate = new Parameter("exitRate." + id, "leaving care from " + label, Unit.HAZARD, 0.01, 4);
    moveRate = new Parameter("moveRate." + id, "moving on from " + label, Unit.HAZARD, 0, 6);
    destinationShare =
        new Parameter("destinationShare." + id, "moves that end in " + label, Unit.SHARE, 0, 1);
    weight =
        Variable.of(
            "destinationWeight." + id,
            "weight of " + label + " among destinations, base year = 1",
            Unit.RATIO);
    weightSpread =
        new Parameter(
            "destinationSpread." + id, "spread of moves that end in " + label, Unit.RATIO, 0, 1);
    weightShock = new Shock("destinationShock." + id, "shock to moves that end in " + label);
    entryShare = new Parameter("entryShare." + id, "entries to care in " + label, Unit.SHARE, 0, 1);
    asylumShare =
        new Parameter("asylumShare." + id, "asylum-seeking children in " + label, Unit.SHARE, 0, 1);
  }

  /**
   * The word for it in names of variables and of evidence.
   *
   * @return such as {@code foster}
   */
  public String id() {
    return id;
  }

  /**
   * What it is, in a few words.
   *
   * @return such as {@code foster placements}
   */
  public String label() {
    return label;
  }

  /**
   * Children placed so at 31 March.
   *
   * @return the variable
   */
  public Variable stock() {
    return stock;
  }

  /**
   * Children placed so on the average day of the year.
   *
   * @return the variable
   */
  public Variable average() {
    return average;
  }

  /**
   * Children other than asylum-seeking ones placed so at 31 March; the state of the chain.
   *
   * @return the variable
   */
  public Variable othersStock() {
    return othersStock;
  }

  /**
   * Children other than asylum-seeking ones placed so on the average day of the year.
   *
   * @return the variable
   */
  public Variable othersAverage() {
    return othersAverage;
  }

  /**
   * Rate of leaving care from here.
   *
   * @return the parameter
   */
  public Parameter exitRate() {
    return exitRate;
  }

  /**
   * Rate at which placements here end with a move to another placement, of this kind or another.
   *
   * @return the parameter
   */
  public Parameter moveRate() {
    return moveRate;
  }

  /**
   * The placements whose weight among destinations of moves changes: all but foster care, to which
   * theirs are relative.
   *
   * @return immutable, in their order
   */
  public static List<Placement> weighted() {
    return WEIGHTED;
  }

  /**
   * Its weight among the destinations of moves, 1 in the base year; of {@link #weighted} placements
   * alone.
   *
   * @return the variable
   */
  public Variable weight() {
    return weight;
  }

  /**
   * Spread of yearly changes of its weight.
   *
   * @return the parameter
   */
  public Parameter weightSpread() {
    return weightSpread;
  }

  /**
   * The yearly shock to its weight.
   *
   * @return the shock
   */
  public Shock weightShock() {
    return weightShock;
  }

  /**
   * Share of all moves that end here in the base year.
   *
   * @return the parameter
   */
  public Parameter destinationShare() {
    return destinationShare;
  }

  /**
   * Share of entries, other than of asylum-seeking children, that start here. The shares of a draw
   * are scaled to add up to 1.
   *
   * @return the parameter
   */
  public Parameter entryShare() {
    return entryShare;
  }

  /**
   * Share of unaccompanied asylum-seeking children who are placed here; the shares of a draw are
   * scaled to add up to 1.
   *
   * @return the parameter
   */
  public Parameter asylumShare() {
    return asylumShare;
  }
}
