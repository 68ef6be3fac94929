package org.fundinggap.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Prior;
import org.fundinggap.evidence.PriorShape;
import org.fundinggap.lever.Change;
import org.fundinggap.lever.Lever;
import org.fundinggap.quantity.FinancialYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How a size of the catalogue was worked out")
class DerivationsTest {
  private static final EvidenceBase EVIDENCE = Catalogues.evidence();

  /** Ids have a hyphen within, plain numbers and words for prices have none. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(latest-)?prices\\([0-9-]+\\)|[a-z][a-z0-9-]*(\\[[0-9-]+\\])?|-?[0-9.]+(E-?[0-9]+)?| x |"
              + " / | - | \\+ |[()]");

  /** Prices are of series, and the long run where a forecast ends. */
  private static final Set<String> OF_PRICES =
      Set.of("gdp-deflator", "cpi-inflation", "inflation-long-run");

  private interface EachSize {
    void check(Measure measure, Lever lever, Change.Size size);
  }

  private static void forEach(EachSize check) {
    for (Measure measure : Catalogues.withLevers()) {
      for (Lever lever : measure.levers()) {
        lever.sizes().forEach(size -> check.check(measure, lever, size));
      }
    }
  }

  private static Optional<Prior> prior(String id) {
    return EVIDENCE.priors().stream().filter(prior -> prior.id().equals(id)).findFirst();
  }

  private static List<String> tokens(String formula) {
    return TOKEN.matcher(formula).results().map(MatchResult::group).map(String::strip).toList();
  }

  private static double value(String token) {
    FinancialYear base = Catalogues.baseline().baseYear();
    if (token.contains("prices(")) {
      FinancialYear year = FinancialYear.parse(token.replaceAll(".*\\(|\\)", ""));
      return token.startsWith("latest")
          ? Deflators.latestIndex(EVIDENCE, year).value()
          : Deflators.index(EVIDENCE, base, year).value();
    }
    if (token.contains("[")) {
      FinancialYear year = FinancialYear.parse(token.replaceAll(".*\\[|\\]", ""));
      return EVIDENCE.series(token.replaceAll("\\[.*", "")).at(year);
    }
    return Character.isLetter(token.charAt(0))
        ? prior(token).map(Prior::centre).orElseGet(() -> EVIDENCE.figure(token).value())
        : Double.parseDouble(token);
  }

  /** Sums of products, from left to right, brackets first. */
  private static final class Evaluation {
    private final List<String> left;

    Evaluation(List<String> tokens) {
      left = new ArrayList<>(tokens);
    }

    static double of(String formula) {
      Evaluation evaluation = new Evaluation(tokens(formula));
      double value = evaluation.sum();
      assertEquals(List.of(), evaluation.left, formula);
      return value;
    }

    private boolean take(String token) {
      return !left.isEmpty() && left.get(0).equals(token) && left.remove(0).equals(token);
    }

    private double sum() {
      double sum = product();
      while (true) {
        if (take("+")) {
          sum += product();
        } else if (take("-")) {
          sum -= product();
        } else {
          return sum;
        }
      }
    }

    private double product() {
      double product = factor();
      while (true) {
        if (take("x")) {
          product *= factor();
        } else if (take("/")) {
          product /= factor();
        } else {
          return product;
        }
      }
    }

    private double factor() {
      if (take("(")) {
        double value = sum();
        assertTrue(take(")"), () -> "bracket before " + left);
        return value;
      }
      return value(left.remove(0));
    }
  }

  @Test
  @DisplayName("gives the size itself, by the numbers of the register, where it is known")
  void formulasOfKnownSizesGiveThem() {
    int[] known = {0};
    forEach(
        (measure, lever, size) -> {
          if (size.distribution().isFixed()) {
            double expected = size.distribution().mean();
            double actual = Evaluation.of(measure.derivation(size));
            assertEquals(expected, actual, 1e-12 * Math.abs(expected), size.parameter()::toString);
            known[0]++;
          }
        });
    assertTrue(known[0] > 10);
  }

  @Test
  @DisplayName("gives the most likely value of a size that is an assumption times known numbers")
  void formulasOfTrianglesGiveTheirMode() {
    int[] scaled = {0};
    forEach(
        (measure, lever, size) -> {
          String formula = measure.derivation(size);
          Optional<Prior> prior = prior(tokens(formula).get(0));
          boolean triangular =
              prior.isPresent() && prior.get().distribution() == PriorShape.TRIANGULAR;
          if (triangular && prior.get().massAtZero() == 0) {
            Prior of = prior.get();
            double times = Evaluation.of(formula) / of.centre();
            double mean = times * (of.lower() + of.centre() + of.upper()) / 3;
            assertEquals(mean, size.distribution().mean(), 1e-9 * Math.abs(mean), formula);
            scaled[0] += times == 1 ? 0 : 1;
          }
        });
    assertTrue(scaled[0] > 3);
  }

  @Test
  @DisplayName("names the evidence of the size, and nothing else")
  void formulasNameTheirEvidence() {
    forEach(
        (measure, lever, size) -> {
          Set<String> named = new HashSet<>();
          for (String word : measure.derivation(size).split("[ ,()]+", -1)) {
            String id = word.replaceAll("\\[.*", "");
            if (EVIDENCE.knows(id)) {
              named.add(id);
            }
          }
          Set<String> evidence = new HashSet<>(size.origin().evidence());
          if (measure.derivation(size).contains("prices(")) {
            assertTrue(evidence.contains("gdp-deflator"), size.parameter()::name);
          }
          evidence.removeAll(OF_PRICES);
          assertEquals(evidence, named, size.parameter()::name);
        });
  }

  @Test
  @DisplayName("is told of its own sizes alone")
  void sizesOfOthersAreRefused() {
    Measure one = Catalogues.shipped().measure("appgc-6");
    Change.Size other = Catalogues.shipped().measure("appgc-2").levers().get(0).sizes().get(0);
    assertThrows(IllegalArgumentException.class, () -> one.derivation(other));
  }

  @Test
  @DisplayName("and what of a measure is in force names sources that the register holds")
  void whatIsInForceNamesItsSource() {
    Pattern source = Pattern.compile("[A-Z]{2,}(-[A-Z0-9]+)+");
    Set<String> known = new HashSet<>();
    EVIDENCE.sources().forEach(each -> known.add(each.id()));
    int inForce = 0;
    for (Measure measure : Catalogues.shipped().measures()) {
      if (!measure.inForce().isEmpty()) {
        List<String> named =
            source.matcher(measure.inForce()).results().map(MatchResult::group).toList();
        assertFalse(named.isEmpty(), measure::toString);
        assertTrue(known.containsAll(named), () -> measure + ": " + named);
        inForce++;
      }
    }
    assertTrue(inForce >= 8, "had " + inForce);
    for (String id :
        Arrays.asList("programme-profit-cap", "programme-capital", "family-help-programme")) {
      assertFalse(Catalogues.shipped().measure(id).inForce().isEmpty(), id);
    }
  }
}
