package org.fundinggap.bridge;

import java.util.List;
import java.util.Locale;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Series;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.TextTable;
import org.fundinggap.quantity.FinancialYear;

/**
 * The bridge of published spending on children looked after, gross, between two years: how many
 * children, and price and mix together, which published series cannot split. Prints as a table.
 *
 * <p>Series {@code spend-looked-after-gross} and {@code looked-after}, whose children are those at
 * 31 March, as in the published unit cost. Split as {@link Bridge} splits.
 *
 * @param from the first year
 * @param to a later year
 * @param start spending in the first year, GBP million, cash
 * @param end spending in the later year, GBP million, cash
 * @param children what the number of children contributes, GBP million
 * @param priceAndMix what the cost of a child contributes, GBP million: prices, inflation among
 *     them, and the placements that children are in
 */
public record BridgePublished(
    FinancialYear from,
    FinancialYear to,
    double start,
    double end,
    double children,
    double priceAndMix) {

  /** Why price and mix stay together. */
  public static final String WHY_TOGETHER =
      "Price and mix are not split: spending by placement is not held for 2016-17 to 2023-24,"
          + " children's homes included semi-independent living up to 2018-19, and supported"
          + " accommodation has no published unit cost; so the cost of a child holds both what"
          + " placements cost and which placements children are in.";

  /**
   * Checks the numbers.
   *
   * @param from as described above
   * @param to as described above
   * @param start as described above
   * @param end as described above
   * @param children as described above
   * @param priceAndMix as described above
   * @throws IllegalArgumentException if a number is not finite
   */
  public BridgePublished {
    Checks.finite(start, "start");
    Checks.finite(end, "end");
    Checks.finite(children, "children");
    Checks.finite(priceAndMix, "priceAndMix");
  }

  /**
   * The bridge of the series of a register.
   *
   * @param evidence the register
   * @param from the first year
   * @param to a later year
   * @return the bridge
   * @throws IllegalArgumentException if a series lacks a year or has a break between the two, or
   *     {@code to} is not later
   */
  public static BridgePublished lookedAfter(
      EvidenceBase evidence, FinancialYear from, FinancialYear to) {
    Series spending = evidence.series("spend-looked-after-gross");
    Series children = evidence.series("looked-after");
    spending.growth(from, to); // refuses breaks and years that are not in order
    children.growth(from, to);
    double[] first = factors(children.at(from), spending.at(from));
    double[] last = factors(children.at(to), spending.at(to));
    double[] changes = new double[2];
    BridgeSplit.split(first, last, changes);
    return new BridgePublished(
        from, to, spending.at(from), spending.at(to), changes[0], changes[1]);
  }

  private static double[] factors(double children, double spending) {
    return new double[] {children, spending / children};
  }

  /**
   * What is decomposed.
   *
   * @return end less start, GBP million
   */
  public double change() {
    return end - start;
  }

  /**
   * Share of the change that the number of children takes.
   *
   * @return 0.16 for 16%; beyond 0 to 1 where the two pull in opposite ways, not finite where
   *     nothing changed
   */
  public double childrenShare() {
    return children / change();
  }

  /**
   * Share of the change that price and mix take together.
   *
   * @return 0.84 for 84%; beyond 0 to 1 where the two pull in opposite ways, not finite where
   *     nothing changed
   */
  public double priceAndMixShare() {
    return priceAndMix / change();
  }

  /**
   * The bars of a waterfall chart.
   *
   * @return the start, children, price and mix, the end
   */
  public List<BridgeStep> waterfall() {
    return List.of(
        new BridgeStep(from.toString(), 0, start, true),
        new BridgeStep("children", start, start + children, false),
        new BridgeStep("price and mix", start + children, start + children + priceAndMix, false),
        new BridgeStep(to.toString(), 0, end, true));
  }

  /** Both ends and both drivers, with their share of the change, and why there are just two. */
  @Override
  public String toString() {
    TextTable table = new TextTable().left("").right("GBP million").right("share of change");
    table.row(from.toString(), millions(start), "");
    table.row("children", millions(children), percent(childrenShare()));
    table.row("price and mix", millions(priceAndMix), percent(priceAndMixShare()));
    table.row(to.toString(), millions(end), "");
    return "spending on children looked after, England, gross, cash, outturn, "
        + from
        + " to "
        + to
        + "\n"
        + table
        + WHY_TOGETHER
        + "\n";
  }

  private static String millions(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }
}
