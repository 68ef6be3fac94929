package org.fundinggap.lever;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.jspecify.annotations.Nullable;

/**
 * What a lever does to one quantity of the model. Immutable, and equal to another that does the
 * same; made by the methods of {@link LeverBuilder}.
 *
 * <p>There are eleven kinds. Values that are <em>known</em> take the place of what a variable's own
 * equation writes in those years, which goes on from them. The other ten are applied to a value
 * <em>x</em> in this order, whatever the order of levers; <em>s</em> is the strength of the year
 * and <em>e</em> the size:
 *
 * <ol>
 *   <li>multiply: <em>x</em> (1 + <em>s e</em>);
 *   <li>offset: <em>x</em> (1 + <em>s p e</em>) / (1 + <em>s e</em>), where <em>e</em> is the size
 *       of what multiplies another quantity and <em>p</em> the share of it that is left;
 *   <li>move: <em>x</em> + <em>s e</em> times the source as it was; as much is taken from the
 *       source;
 *   <li>shift: <em>x</em> + <em>s e</em>;
 *   <li>set: <em>x</em> + <em>s</em> (<em>e</em> - <em>x</em>);
 *   <li>set by year: the same, to values that are given by year;
 *   <li>at least: <em>x</em> + <em>s</em> max(0, <em>e</em> - <em>x</em>);
 *   <li>at most: <em>x</em> - <em>s</em> max(0, <em>x</em> - <em>e</em>);
 *   <li>rule: what a rule of the user's makes of it;
 *   <li>share: <em>x</em> - <em>s e</em> times <em>x</em> before any share, which another body
 *       pays.
 * </ol>
 */
public sealed interface Change permits Action {
  /**
   * How much, with draws of its own.
   *
   * @param parameter what holds it in a model; its random stream bears its name
   * @param distribution how much, in the unit of the parameter
   * @param origin where it comes from
   * @param part a share that it is multiplied by, drawn apart; null for none
   */
  record Size(Parameter parameter, Distribution distribution, Origin origin, @Nullable Part part) {
    Size(Parameter parameter, Distribution distribution, Origin origin) {
      this(parameter, distribution, origin, null);
    }

    /** The same with another distribution, if it is this parameter or its part's that is fixed. */
    Size fixing(Parameter fixed, Distribution value, Origin from) {
      if (parameter.equals(fixed)) {
        return new Size(parameter, value, from, part);
      }
      return part == null ? this : in(new Part(part.of.fixing(fixed, value, from), part.isRest));
    }

    /** The same times a share. */
    Size in(Part share) {
      return new Size(parameter, distribution, origin, share);
    }

    /**
     * All that is drawn for it.
     *
     * @return itself and, if there is one, the share that it is multiplied by
     */
    public List<Size> all() {
      return part == null ? List.of(this) : List.of(this, part.of);
    }

    /** Where it and the share that it is multiplied by come from. */
    Origin allOrigin() {
      return part == null ? origin : Origin.given(evidence(origin, part.of.origin));
    }

    static String[] evidence(Origin one, Origin other) {
      return Stream.concat(one.evidence().stream(), other.evidence().stream())
          .distinct()
          .toArray(String[]::new);
    }

    /** Tells an equation what it needs to draw it. */
    void declare(Equation.Builder equation) {
      all().forEach(each -> equation.uses(each.parameter));
    }

    /** Behind a description: what it is multiplied by; empty if that is nothing. */
    String partText() {
      return part == null ? "" : ", times " + part;
    }

    /** The distribution and what it is multiplied by. */
    String text() {
      return part == null
          ? distribution.toString()
          : distribution + " times " + part + " " + part.of.distribution;
    }
  }

  /**
   * A share that stands behind several sizes of a lever and is drawn once for all of them.
   *
   * @param of the share, from 0 to 1
   * @param isRest whether sizes are multiplied by what is left of it: 1 less the share
   */
  record Part(Size of, boolean isRest) {
    /** Its name, such as {@code share in pre-proceedings} or {@code 1 - share of health}. */
    @Override
    public String toString() {
      String name = of.parameter.label();
      return (isRest ? "1 - " : "") + name;
    }
  }

  /**
   * Values by year.
   *
   * @param values of what is known, those years' alone; of what is set, each from its year until
   *     the next one's
   * @param basis in which prices money is; null for what is not money
   */
  record ByYear(NavigableMap<FinancialYear, Double> values, @Nullable PriceBasis basis) {}

  /**
   * The word for what is done, as in the list above.
   *
   * @return such as {@code multiply} or {@code at most}
   */
  String kind();

  /**
   * What is changed.
   *
   * @return a parameter or variable; of what is set by year a path too
   */
  Quantity target();

  /**
   * All that is changed: the target, and of a move what the share is taken from.
   *
   * @return the target first
   */
  List<Quantity> changed();

  /**
   * By how much.
   *
   * @return the size; empty for what is known, or set to values, by year
   */
  Optional<Size> size();

  /**
   * The values of what is known, or set to values, by year.
   *
   * @return empty for all other kinds
   */
  default Optional<ByYear> byYear() {
    return Optional.empty();
  }

  /**
   * Who takes over a share of a cost line.
   *
   * @return empty for all other kinds
   */
  default Optional<Payer> takenOverBy() {
    return Optional.empty();
  }

  /**
   * By how many years an offset is felt behind the other changes of its lever.
   *
   * @return 0 for all other kinds
   */
  default int later() {
    return 0;
  }

  /**
   * Whether an amount that is added to a line of spending is net, as gaps are; see {@link
   * LeverBuilder#spendMore}.
   *
   * @return false for all other kinds
   */
  default boolean isNet() {
    return false;
  }

  /**
   * All that is drawn for it.
   *
   * @return the size, a share that it is multiplied by, and of an offset the size that it offsets
   */
  default List<Size> sizes() {
    return size().map(Size::all).orElse(List.of());
  }

  /**
   * Where the size, or the values by year, come from.
   *
   * @return names the evidence
   */
  Origin origin();

  /**
   * Whether it may make its target larger. What multiplies or adds by a size that can go either way
   * counts by the mean of its size.
   *
   * @return false for what only ever lowers its target, such as a cap
   */
  boolean mayRaise();

  /**
   * Whether another does the same, as far as can be told: rules that are code, and no record or
   * enum, count as the same if they were written in one place.
   *
   * @param other any change
   * @return true for equal ones
   */
  boolean isLike(Change other);

  /**
   * What is done, in words without the size.
   *
   * @param named how quantities are written, such as {@code Quantity::name}
   * @return such as {@code careEntries, relative change}
   */
  String describe(Function<Quantity, String> named);
}
