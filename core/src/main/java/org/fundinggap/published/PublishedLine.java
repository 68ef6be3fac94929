package org.fundinggap.published;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.model.Variable;

/**
 * What is published of a line of cost: its volume at 31 March, what was spent, what a unit costs.
 *
 * @param line the line
 * @param stock the variable that its published volume stands for: a stock at 31 March, or children
 * @param volume the series of that volume; of care leavers, who are counted only since 2020-21, the
 *     leavers of care from whom it is worked out
 * @param volumeIsModelled whether the number itself is not published in all years
 * @param spending the series of what was spent, GBP million, section 251 gross
 * @param unitCost the series of its cost of a child a week, GBP, if there is one
 * @param price which of these say how its price moved
 */
public record PublishedLine(
    CostLine line,
    Variable stock,
    SeriesSum volume,
    boolean volumeIsModelled,
    SeriesSum spending,
    Optional<String> unitCost,
    PriceFrom price) {

  /** What says how the price of a line moved. */
  public enum PriceFrom {
    /** Its published unit cost. */
    UNIT_COST,
    /** Spending over volume, where no unit cost is published or only a coarsely rounded one. */
    SPENDING_OVER_VOLUME,
    /** Nothing: spending moved with policy. */
    NOTHING
  }

  /**
   * Checks that nothing is missing.
   *
   * @param line as described above
   * @param stock as described above
   * @param volume as described above
   * @param volumeIsModelled as described above
   * @param spending as described above
   * @param unitCost as described above
   * @param price as described above
   */
  public PublishedLine {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(stock, "stock");
    Objects.requireNonNull(volume, "volume");
    Objects.requireNonNull(spending, "spending");
    Objects.requireNonNull(unitCost, "unitCost");
    Objects.requireNonNull(price, "price");
  }

  /**
   * All lines.
   *
   * @return immutable, in the order of {@link CostLine}
   */
  public static List<PublishedLine> all() {
    return PublishedTable.LINES;
  }

  /**
   * One line.
   *
   * @param line the line
   * @return what is published of it
   */
  public static PublishedLine of(CostLine line) {
    return all().stream().filter(each -> each.line == line).findFirst().orElseThrow();
  }

  /**
   * The line whose price a price index follows.
   *
   * @param index the index
   * @return empty if nothing is published that says how the price moved
   */
  public static Optional<PublishedLine> pricing(PriceIndex index) {
    return all().stream()
        .filter(each -> each.line.index() == index && each.price != PriceFrom.NOTHING)
        .findFirst();
  }
}
