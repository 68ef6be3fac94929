package org.fundinggap.model;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An option in one line: the SHA-256 of its equations and of all its numbers. Options that are put
 * together apart from the same parts have the same fingerprint, on every JVM and machine; any other
 * number, year, text, quantity or formula gives another.
 *
 * <p>What counts: the equations in their order, each with its number, text, declared quantities and
 * formula; the years; every number of {@link Inputs#entries()} to the bit. A distribution counts by
 * its family and parameters, one made from a function by its name and a table of its quantiles.
 *
 * <p>What does not count: what the option and the model are called, where numbers come from, and
 * the code behind a formula. A formula is its class and what it was made with: a record its
 * components, a constant of an enum its name. So a fingerprint stands for one version of the
 * library and of a user's own formulas.
 *
 * <p>A formula that is no such value, as a lambda, or as a record that holds one or that this
 * module may not read, cannot be known again. Its equation then counts without its arithmetic and
 * is named in {@link #opaque()}; such a fingerprint is not {@linkplain #isComplete() complete}: if
 * it differs the options do, if it is the same that arithmetic may still differ.
 *
 * @param hex 64 hexadecimal digits, lower case
 * @param opaque numbers of the equations whose arithmetic does not count, in their order; immutable
 */
public record Fingerprint(String hex, List<String> opaque) {
  /** Told apart from later ways of writing an option down. */
  private static final String FORMAT = "fundinggap option 1";

  private static final int DIGITS = 64;

  /**
   * Checks the digits.
   *
   * @param hex as described above
   * @param opaque as described above
   * @throws IllegalArgumentException if {@code hex} is not 64 hexadecimal digits
   */
  public Fingerprint {
    if (!hex.matches("[0-9a-f]{" + DIGITS + "}")) {
      throw new IllegalArgumentException(
          "hex must be "
              + DIGITS
              + " hexadecimal digits in lower case, was \""
              + hex
              + "\"; take one from Fingerprint.of");
    }
    opaque = ImmutableList.copyOf(opaque);
  }

  /**
   * The fingerprint of an option.
   *
   * @param option a model with its numbers
   * @return its fingerprint
   */
  public static Fingerprint of(Option option) {
    Inputs inputs = option.inputs();
    List<String> opaque = new ArrayList<>();
    List<Object> equations = new ArrayList<>();
    for (Equation equation : inputs.model().equations()) {
      Optional<HashCode> formula = ValueHash.of(equation.formula());
      if (formula.isEmpty()) {
        opaque.add(equation.id());
      }
      equations.add(
          List.of(
              equation.id(),
              equation.text(),
              equation.writes(),
              equation.reads(),
              equation.readsLastYear(),
              equation.uses(),
              equation.usesOfBaseYear(),
              equation.givenFor(),
              formula.map(HashCode::toString)));
    }
    Object whole = List.of(FORMAT, inputs.years(), equations, Set.copyOf(inputs.entries()));
    return new Fingerprint(ValueHash.of(whole).orElseThrow().toString(), opaque);
  }

  /**
   * Whether all arithmetic counts, so that equal fingerprints mean equal options.
   *
   * @return true if no equation is {@link #opaque()}
   */
  public boolean isComplete() {
    return opaque.isEmpty();
  }

  /** The digits, and what does not count. */
  @Override
  public String toString() {
    return isComplete() ? hex : hex + ", without the arithmetic of " + String.join(", ", opaque);
  }
}
