package org.fundinggap.bridge;

/** What moves a gap of England, in the order of a bridge. */
public enum BridgeDriver {
  /**
   * How many children there are: looked after, in need, leaving care or, for block lines, aged
   * 0-17.
   */
  CHILDREN("children", "how many children are looked after, in need, leaving care, or aged 0-17"),

  /** Which placements the children looked after are in: the share of a line in all of them. */
  MIX("mix of placements", "which placements the children looked after are in"),

  /**
   * What a child costs in real terms, net: price indices over the deflator, social workers for each
   * child in need, and, between two base years, all that the base year's cost of a child is made
   * of.
   */
  UNIT_COST("unit cost, real", "what a child costs beyond general inflation"),

  /** General inflation: the deflator. Not in a bridge in real terms. */
  PRICE("general inflation", "growth of the deflator"),

  /**
   * What the other drivers of cost leave: levers that act on the cost of a line or on its
   * parameters, and their own costs to councils. What a lever does to numbers of children or to
   * prices is in those drivers. In a budget gap also the policy level of block lines and cuts of
   * early help; in a need gap what restores early help.
   */
  POLICY("policy", "what is bought beyond the base year's service, less what others pay"),

  /** Less the change of funding: more money is a negative contribution. */
  FUNDING("funding", "less the change of funding");

  private final String label;
  private final String meaning;

  BridgeDriver(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  /**
   * Its name in a bridge.
   *
   * @return such as {@code mix of placements}
   */
  public String label() {
    return label;
  }

  /**
   * What it is, in a few words.
   *
   * @return a phrase without a full stop
   */
  public String meaning() {
    return meaning;
  }
}
