package org.fundinggap.model;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import org.fundinggap.internal.Checks;

/**
 * How a number came to be what it is, and which evidence it rests on.
 *
 * @param kind how it came to be
 * @param method how it was worked out, in one short clause for people; may be empty unless the
 *     number is estimated
 * @param evidence ids of figures, series and priors of the register; that there is at least one,
 *     and none blank, is checked with the inputs as a whole
 */
public record Origin(Derivation kind, String method, List<String> evidence) {
  /** The ways in which a number comes into a model. */
  public enum Derivation {
    /** A published value as it stands. */
    PUBLISHED("published"),
    /** Worked out from published series, with or without a registered prior. */
    ESTIMATED("estimated"),
    /** A registered prior alone. */
    PRIOR("prior"),
    /** Given by whoever built the inputs, who names the evidence. */
    GIVEN("given");

    private final String word;

    Derivation(String word) {
      this.word = word;
    }

    /** As tables write it, such as {@code estimated}. */
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * Copies the list and asks an estimate for its method.
   *
   * @param kind as described above
   * @param method as described above
   * @param evidence as described above
   * @throws IllegalArgumentException if an estimate does not say how it was made
   */
  public Origin {
    Objects.requireNonNull(kind, "kind must be given, was null");
    Objects.requireNonNull(method, "method must be given, was null; it may be empty");
    if (kind == Derivation.ESTIMATED) {
      Checks.notBlank(method, "method of an estimate");
    }
    evidence = ImmutableList.copyOf(evidence);
  }

  /**
   * A published value as it stands.
   *
   * @param ids the figures or series that hold it
   * @return the origin
   */
  public static Origin published(String... ids) {
    return new Origin(Derivation.PUBLISHED, "", ImmutableList.copyOf(ids));
  }

  /**
   * A number worked out from published ones, with or without a prior.
   *
   * @param method how, in one short clause such as {@code mean yearly change, shrunk to the prior}
   * @param ids the figures, series and priors that went into it
   * @return the origin
   * @throws IllegalArgumentException if {@code method} is blank
   */
  public static Origin estimated(String method, String... ids) {
    return new Origin(Derivation.ESTIMATED, method, ImmutableList.copyOf(ids));
  }

  /**
   * A registered prior alone.
   *
   * @param id the prior
   * @return the origin
   */
  public static Origin prior(String id) {
    return new Origin(Derivation.PRIOR, "", ImmutableList.of(id));
  }

  /**
   * A number that a user gives, naming its evidence.
   *
   * @param ids figures, series or priors
   * @return the origin
   */
  public static Origin given(String... ids) {
    return new Origin(Derivation.GIVEN, "", ImmutableList.copyOf(ids));
  }

  /** Kind, method and evidence, such as {@code estimated (mean yearly change) from referrals}. */
  @Override
  public String toString() {
    return kind
        + (method.isEmpty() ? "" : " (" + method + ")")
        + " from "
        + String.join(", ", evidence);
  }
}
