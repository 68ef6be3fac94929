package org.fundinggap.bridge;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import org.fundinggap.draws.Draws;
import org.fundinggap.internal.Checks;

/** A product of factors, such as children x cost of a child. Immutable. */
public final class BridgeTerm {
  private final String name;
  private final ImmutableList<BridgeFactor> factors;

  BridgeTerm(String name, List<BridgeFactor> factors) {
    this.name = name;
    this.factors = ImmutableList.copyOf(factors);
  }

  /**
   * A term without factors; give it some.
   *
   * @param name what it is, such as {@code children's homes}
   * @return the term
   * @throws IllegalArgumentException if the name is blank
   */
  public static BridgeTerm of(String name) {
    Checks.notBlank(name, "name");
    return new BridgeTerm(name, List.of());
  }

  /**
   * The same term times another factor.
   *
   * @param driver what the factor's change counts to; several factors may count to one
   * @param from the factor at the start: finite and at least 0 in every draw
   * @param to the factor at the end: finite and at least 0 in every draw
   * @return the longer product
   * @throws IllegalArgumentException if the driver is blank; {@link BridgeBuilder#build} checks the
   *     draws
   */
  public BridgeTerm times(String driver, Draws from, Draws to) {
    return new BridgeTerm(
        name,
        ImmutableList.<BridgeFactor>builder()
            .addAll(factors)
            .add(new BridgeFactor(driver, from, to))
            .build());
  }

  String name() {
    return name;
  }

  /** What is multiplied. */
  ImmutableList<BridgeFactor> factors() {
    return factors;
  }

  /** The name and the drivers of its factors, such as {@code homes = children x unit cost}. */
  @Override
  public String toString() {
    return name
        + " = "
        + (factors.isEmpty()
            ? "no factors yet"
            : factors.stream().map(BridgeFactor::driver).collect(Collectors.joining(" x ")));
  }
}
