package org.fundinggap.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.fundinggap.quantity.InvalidInputException;
import org.junit.jupiter.api.Test;

class CorrelationTest {
  private static final List<String> AB = List.of("pay", "fees");
  private static final List<String> ABC = List.of("pay", "fees", "prices");

  private static final double[][] THREE = {{1.0, 0.5, -0.3}, {0.5, 1.0, 0.2}, {-0.3, 0.2, 1.0}};

  @Test
  void correlateUsesTheLowerTriangle() {
    Correlation half = Correlation.of(AB, new double[][] {{1.0, 0.5}, {0.5, 1.0}});
    double[][] out = new double[2][2];
    half.correlate(new double[][] {{2.0, 0.0}, {0.0, 2.0}}, out, 2);
    assertArrayEquals(new double[] {2.0, 0.0}, out[0]);
    assertArrayEquals(new double[] {1.0, 2.0 * Math.sqrt(0.75)}, out[1]);
  }

  @Test
  void correlatedDrawsHaveTheCorrelationAskedFor() {
    // Three pairs at 4.5 standard errors, each at most 1 / sqrt(draws): false alarms 2e-5.
    int count = 200_000;
    double[][] z = normals(count);
    Correlation.of(ABC, THREE).correlate(z, z, count);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0.0;
        for (int k = 0; k < count; k++) {
          sum += z[i][k] * z[j][k];
        }
        // A variance has twice the error variance of a correlation of zero.
        double limit = 4.5 * Math.sqrt(2.0 / count);
        assertEquals(THREE[i][j], sum / count, limit, "rows " + i + " and " + j);
      }
    }
  }

  @Test
  void correlateGivesTheSameBits_inPlaceAndForAPartOfTheDraws() {
    Correlation correlation = Correlation.of(ABC, THREE);
    double[][] z = normals(1_000);
    double[][] out = new double[3][1_000];
    double[][] part = new double[3][400];
    correlation.correlate(z, out, 1_000);
    correlation.correlate(z, part, 400);
    correlation.correlate(z, z, 1_000);
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(out[i], z[i]);
      assertArrayEquals(Arrays.copyOf(out[i], 400), part[i]);
    }
  }

  @Test
  void variablesKeepTheirDraws_whenOthersJoinBehindThem() {
    double[][] two = normals(500);
    Correlation.of(AB, new double[][] {{1.0, 0.5}, {0.5, 1.0}})
        .correlate(new double[][] {two[0], two[1]}, new double[][] {two[0], two[1]}, 500);
    double[][] three = normals(500);
    Correlation.of(ABC, THREE).correlate(three, three, 500);
    assertArrayEquals(two[0], three[0]);
    assertArrayEquals(two[1], three[1]);
  }

  @Test
  void identityLeavesDrawsAlone() {
    double[][] z = normals(300);
    double[][] out = new double[3][300];
    Correlation.identity(ABC).correlate(z, out, 300);
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(z[i], out[i]);
    }
  }

  @Test
  void matrixIsCopied_onTheWayIn() {
    double[][] matrix = {{1.0, 0.5}, {0.5, 1.0}};
    Correlation correlation = Correlation.of(AB, matrix);
    matrix[0][1] = 0.9;
    assertEquals(0.5, correlation.at(0, 1));
    assertEquals(1.0, correlation.at(1, 1));
    assertEquals(2, correlation.size());
    assertEquals(AB, correlation.names());
  }

  @Test
  void correlationsAreEqual_whenNamesAndEntriesAre() {
    Correlation one = Correlation.of(ABC, THREE);
    assertEquals(Correlation.of(List.copyOf(ABC), THREE), one);
    assertEquals(Correlation.of(ABC, THREE).hashCode(), one.hashCode());
    assertNotEquals(Correlation.identity(ABC), one);
    assertNotEquals(Correlation.of(List.of("a", "b", "c"), THREE), one);
    assertEquals(
        "Correlation[pay, fees][[1.0, 0.0], [0.0, 1.0]]", Correlation.identity(AB).toString());
  }

  @Test
  void everyFaultIsReportedAtOnce_withItsPair() {
    double[][] matrix = {{1.0, 0.5, Double.NaN}, {0.4, 0.9, 1.5}, {Double.NaN, 1.5, 1.0}};
    List<String> names = List.of("pay", " ", "pay");
    List<String> problems =
        assertThrows(InvalidInputException.class, () -> Correlation.of(names, matrix)).problems();
    assertEquals(
        List.of(
            "names must not be blank, was \" \"; name every variable",
            "names must differ, was twice \"pay\"; rename or drop one",
            "correlation of   with itself must be 1, was 0.9;"
                + " divide covariances by both standard deviations",
            "correlation of pay and   must be the same both ways, was 0.5 and 0.4; decide on one",
            "correlation of pay and pay must be in [-1, 1], was NaN; write 0.3 for 30%",
            "correlation of   and pay must be in [-1, 1], was 1.5; write 0.3 for 30%"),
        problems);
  }

  @Test
  void shapeFaultsAreReported_withoutLookingAtTheEntries() {
    List<String> problems =
        assertThrows(
                InvalidInputException.class,
                () -> Correlation.of(AB, new double[][] {{1.0}, {0.5, 1.0}, {}}))
            .problems();
    assertEquals(3, problems.size());
    assertTrue(problems.get(0).startsWith("matrix must have one row for each of 2 names, had 3"));
    assertThrows(InvalidInputException.class, () -> Correlation.of(List.of(), new double[0][0]));
  }

  @Test
  void correlateRefuses_whenShapesDoNotFitOrArraysAreShared() {
    Correlation correlation = Correlation.identity(AB);
    double[] a = new double[2];
    double[] b = new double[2];
    double[][] fit = {a, b};
    double[][] swapped = {b, a};
    double[][] one = {a};
    double[][] shared = {a, a};
    double[][] narrow = {new double[1], new double[1]};
    assertRefuses(correlation, fit, swapped, 2);
    assertRefuses(correlation, new double[][] {new double[2], new double[2]}, shared, 2);
    assertRefuses(correlation, one, fit, 2);
    assertRefuses(correlation, fit, one, 2);
    assertRefuses(correlation, fit, narrow, 2);
    assertRefuses(correlation, narrow, fit, 2);
    assertRefuses(correlation, fit, fit, -1);
    assertThrows(IllegalArgumentException.class, () -> correlation.at(0, 2));
    assertThrows(IllegalArgumentException.class, () -> correlation.at(-1, 0));
  }

  private static void assertRefuses(
      Correlation correlation, double[][] independent, double[][] out, int count) {
    assertThrows(
        IllegalArgumentException.class, () -> correlation.correlate(independent, out, count));
  }

  private static double[][] normals(int count) {
    double[][] z = new double[3][count];
    for (int i = 0; i < 3; i++) {
      Sampler.independent(1).normals(StreamId.ofParameter(ABC.get(i), "E92000001"), 0, z[i], count);
    }
    return z;
  }
}
