package org.fundinggap.bridge;

import java.util.List;
import java.util.stream.Stream;
import org.fundinggap.draws.Draws;
import org.fundinggap.internal.Checks;

/**
 * A product of factors, such as children x cost of a child. Immutable.
 *
 * @param name what it is, such as {@code children's homes}
 * @param factors what is multiplied, each in draws from zero; several may count to one driver
 */
public record BridgeTerm(String name, List<BridgeFactor> factors) {
  /**
   * Checks the name and copies the list.
   *
   * @param name as described above
   * @param factors as described above
   * @throws IllegalArgumentException if the name is blank
   */
  public BridgeTerm {
    Checks.notBlank(name, "name");
    factors = List.copyOf(factors);
  }

  /**
   * A term without factors; give it some.
   *
   * @param name what it is
   * @return the term
   */
  public static BridgeTerm of(String name) {
    return new BridgeTerm(name, List.of());
  }

  /**
   * The same term times another factor.
   *
   * @param driver what the factor's change counts to
   * @param from the factor at the start: finite and at least 0 in every draw
   * @param to the factor at the end: finite and at least 0 in every draw
   * @return the longer product
   */
  public BridgeTerm times(String driver, Draws from, Draws to) {
    BridgeFactor factor = new BridgeFactor(driver, from, to);
    return new BridgeTerm(name, Stream.concat(factors.stream(), Stream.of(factor)).toList());
  }
}
