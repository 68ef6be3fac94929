package org.fundinggap.distribution;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.primitives.Doubles;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.internal.NearestNames;

/**
 * A distribution spelt out: the word of its family and the numbers that it is made with, by name,
 * such as files hold. Immutable.
 *
 * @param family one of {@link #families()}, such as {@code triangular}
 * @param numbers by name, in the order of the family; one number each, but for {@code values} and
 *     {@code probabilities}
 * @param otherwise of {@code zero-or}, what holds if it is not zero; empty for all others
 */
public record Spelling(
    String family, Map<String, List<Double>> numbers, Optional<Spelling> otherwise) {
  private static final String LOWER = "lower";
  private static final String UPPER = "upper";
  private static final String VALUES = "values";
  private static final String PROBABILITIES = "probabilities";
  private static final String ZERO_OR = "zero-or";
  private static final Set<String> LISTS = Set.of(VALUES, PROBABILITIES);

  /** The names that each family takes. */
  private static final ImmutableMap<String, ImmutableList<String>> NAMES =
      ImmutableMap.<String, ImmutableList<String>>builder()
          .put("fixed", ImmutableList.of("value"))
          .put("normal", ImmutableList.of("mean", "standard-deviation"))
          .put("truncated-normal", ImmutableList.of("location", "scale", LOWER, UPPER))
          .put("log-normal", ImmutableList.of("median", "sigma"))
          .put("uniform", ImmutableList.of(LOWER, UPPER))
          .put("triangular", ImmutableList.of(LOWER, "mode", UPPER))
          .put("pert", ImmutableList.of(LOWER, "mode", UPPER))
          .put("beta", ImmutableList.of("alpha", "beta", LOWER, UPPER))
          .put("gamma", ImmutableList.of("shape", "scale"))
          .put("elicited", ImmutableList.of(LOWER, "p10", "p50", "p90", UPPER))
          .put("empirical", ImmutableList.of(VALUES))
          .put("quantiles", ImmutableList.of(PROBABILITIES, VALUES))
          .put("discrete", ImmutableList.of(VALUES, PROBABILITIES))
          .put(ZERO_OR, ImmutableList.of("probability-of-zero"))
          .build();

  /**
   * Checks that the family has these numbers.
   *
   * @param family as described above
   * @param numbers as described above
   * @param otherwise as described above
   * @throws IllegalArgumentException if there is no such family, or it takes other numbers
   */
  public Spelling {
    Objects.requireNonNull(numbers, "numbers");
    Objects.requireNonNull(otherwise, "otherwise");
    List<String> names = names(family);
    Map<String, List<Double>> ordered = new LinkedHashMap<>();
    for (String name : names) {
      List<Double> given = numbers.get(name);
      if (given != null) {
        ordered.put(name, ImmutableList.copyOf(given));
      }
    }
    boolean whole = ordered.keySet().containsAll(required(family));
    boolean lone =
        ordered.entrySet().stream()
            .allMatch(each -> LISTS.contains(each.getKey()) || each.getValue().size() == 1);
    if (!whole || !lone || ordered.size() != numbers.size()) {
      throw new IllegalArgumentException(
          family + " must have " + inWords(family) + ", had " + text(numbers));
    }
    if (otherwise.isPresent() != family.equals(ZERO_OR)) {
      throw new IllegalArgumentException(
          "otherwise must be given for zero-or and for nothing else, was "
              + (otherwise.isPresent() ? "given" : "not given")
              + " for "
              + family);
    }
    numbers = ImmutableMap.copyOf(ordered);
  }

  /**
   * The words of all families.
   *
   * @return such as {@code triangular}
   */
  public static Set<String> families() {
    return NAMES.keySet();
  }

  /**
   * The names of the numbers that a family takes.
   *
   * @param family one of {@link #families()}
   * @return in order; of {@code elicited} the two bounds may be left out
   * @throws IllegalArgumentException if there is no such family
   */
  public static List<String> names(String family) {
    ImmutableList<String> names = NAMES.get(Objects.requireNonNull(family, "family"));
    if (names == null) {
      throw new IllegalArgumentException(
          NearestNames.refusal("family must be one of distributions", family, NAMES.keySet()));
    }
    return names;
  }

  /**
   * How a distribution is spelt.
   *
   * @param distribution any
   * @return empty for one that was made from a function, which is code
   */
  public static Optional<Spelling> of(Distribution distribution) {
    Objects.requireNonNull(distribution, "distribution");
    if (distribution instanceof ZeroOr mixed) {
      return of(mixed.otherwise())
          .map(rest -> of(ZERO_OR, Optional.of(rest), mixed.probabilityOfZero()));
    }
    if (distribution instanceof Tabulated table) {
      return table.parameters().isEmpty() ? Optional.empty() : Optional.of(ofTable(table));
    }
    return Optional.of(ofNumbers(distribution));
  }

  private static Spelling ofNumbers(Distribution distribution) {
    if (distribution instanceof Fixed known) {
      return of("fixed", known.value());
    } else if (distribution instanceof Normal normal) {
      return of("normal", normal.mean(), normal.standardDeviation());
    } else if (distribution instanceof TruncatedNormal cut) {
      return of("truncated-normal", cut.location(), cut.scale(), cut.lower(), cut.upper());
    } else if (distribution instanceof LogNormal skewed) {
      return of("log-normal", skewed.median(), skewed.sigma());
    } else if (distribution instanceof Uniform flat) {
      return of("uniform", flat.lower(), flat.upper());
    } else if (distribution instanceof Triangular peaked) {
      return of("triangular", peaked.lower(), peaked.mode(), peaked.upper());
    } else if (distribution instanceof Empirical observed) {
      return ofLists("empirical", observed.values());
    } else if (distribution instanceof QuantileCurve curve) {
      return ofLists("quantiles", curve.probabilities(), curve.values());
    } else if (distribution instanceof Discrete jumps) {
      return ofLists("discrete", jumps.values(), jumps.probabilities());
    }
    throw new IllegalStateException("a family must be spelt here, was " + distribution);
  }

  private static Spelling of(String family, double... numbers) {
    return of(family, Optional.empty(), numbers);
  }

  private static Spelling of(String family, Optional<Spelling> otherwise, double... numbers) {
    List<String> names = names(family);
    Map<String, List<Double>> byName = new LinkedHashMap<>();
    for (int i = 0; i < numbers.length; i++) {
      byName.put(names.get(i), List.of(numbers[i]));
    }
    return new Spelling(family, byName, otherwise);
  }

  private static Spelling ofLists(String family, double[]... lists) {
    List<String> names = names(family);
    Map<String, List<Double>> byName = new LinkedHashMap<>();
    for (int i = 0; i < lists.length; i++) {
      byName.put(names.get(i), Doubles.asList(lists[i]));
    }
    return new Spelling(family, byName, Optional.empty());
  }

  private static Spelling ofTable(Tabulated table) {
    Map<String, List<Double>> byName = new LinkedHashMap<>();
    table.parameters().forEach((name, number) -> byName.put(name, List.of(number)));
    return new Spelling(table.family(), byName, Optional.empty());
  }

  /**
   * The distribution.
   *
   * @return one that is spelt like this
   * @throws IllegalArgumentException if a number is out of bounds, as the family's own method has
   *     it
   */
  public Distribution distribution() {
    return switch (family) {
      case "fixed" -> Distribution.fixed(one("value"));
      case "normal" -> Distribution.normal(one("mean"), one("standard-deviation"));
      case "truncated-normal" ->
          Distribution.truncatedNormal(one("location"), one("scale"), one(LOWER), one(UPPER));
      case "log-normal" -> Distribution.logNormal(one("median"), one("sigma"));
      case "uniform" -> Distribution.uniform(one(LOWER), one(UPPER));
      case "triangular" -> Distribution.triangular(one(LOWER), one("mode"), one(UPPER));
      case "pert" -> Distribution.pert(one(LOWER), one("mode"), one(UPPER));
      case "beta" -> Distribution.beta(one("alpha"), one("beta"), one(LOWER), one(UPPER));
      case "gamma" -> Distribution.gamma(one("shape"), one("scale"));
      case "elicited" -> elicited();
      case "empirical" -> Distribution.empirical(all(VALUES));
      case "quantiles" -> Distribution.ofQuantiles(all(PROBABILITIES), all(VALUES));
      case "discrete" -> Distribution.discrete(all(VALUES), all(PROBABILITIES));
      default ->
          Distribution.zeroOr(one("probability-of-zero"), otherwise.orElseThrow().distribution());
    };
  }

  private Distribution elicited() {
    double p10 = one("p10");
    double p50 = one("p50");
    double p90 = one("p90");
    if (numbers.containsKey(LOWER)) {
      return numbers.containsKey(UPPER)
          ? Distribution.elicited(one(LOWER), p10, p50, p90, one(UPPER))
          : Distribution.elicitedAbove(one(LOWER), p10, p50, p90);
    }
    return numbers.containsKey(UPPER)
        ? Distribution.elicitedBelow(p10, p50, p90, one(UPPER))
        : Distribution.elicited(p10, p50, p90);
  }

  private double one(String name) {
    return all(name)[0];
  }

  private double[] all(String name) {
    return Doubles.toArray(numbers.getOrDefault(name, ImmutableList.of()));
  }

  private static List<String> required(String family) {
    return names(family).stream()
        .filter(name -> !family.equals("elicited") || name.startsWith("p"))
        .toList();
  }

  private static String inWords(String family) {
    String optional =
        family.equals("elicited") ? "p10, p50 and p90, and lower and upper if known" : "";
    return optional.isEmpty() ? "numbers " + String.join(", ", names(family)) : optional;
  }

  private static String text(Map<String, List<Double>> numbers) {
    return numbers.isEmpty()
        ? "none"
        : String.join(", ", ImmutableSortedSet.copyOf(numbers.keySet()))
            + " = "
            + Arrays.toString(numbers.values().toArray());
  }

  /** Such as {@code triangular(lower -0.3, mode -0.2, upper -0.1)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(family).append('(');
    numbers.forEach(
        (name, given) ->
            text.append(text.charAt(text.length() - 1) == '(' ? "" : ", ")
                .append(name)
                .append(' ')
                .append(LISTS.contains(name) ? given : given.get(0)));
    otherwise.ifPresent(rest -> text.append(", otherwise ").append(rest));
    return text.append(')').toString();
  }
}
