package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.fundinggap.evidence.AuthorityChanges.Change;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A slope with effects of years and errors by authority")
class ClusteredSlopeTest {
  /**
   * By hand: less the means of the year, x is -1, 1, -2, 2 and y is -1, 1, -1, 1; sum(xy) = 6,
   * sum(x²) = 10, slope 0.6; residuals -0.4, 0.4, 0.2, -0.2; xe is 0.4, 0.4, -0.4, -0.4. Authority
   * a has 0.4 - 0.4 = 0, b has 0.4 and c -0.4: sum(s²) = 0.32; correction 3/2 (4 - 1) / (4 - 3) =
   * 4.5.
   */
  @Test
  @DisplayName("is that of four changes by hand")
  void slopeIsAsByHand() {
    ClusteredSlope fit =
        ClusteredSlope.of(
            List.of(
                new Change("a", 2018, 0, 10),
                new Change("b", 2018, 2, 12),
                new Change("a", 2019, 1, 50),
                new Change("c", 2019, 5, 52)));
    assertEquals(0.6, fit.slope(), 1e-12);
    assertEquals(Math.sqrt(4.5 * 0.32) / 10, fit.error(), 1e-12);
    assertEquals(3, fit.authorities());
    assertEquals(4, fit.changes());
  }

  @Test
  @DisplayName("is that of a regression on indicators of years, with its sandwich")
  void slopeIsThatOfIndicators() {
    List<Change> changes = made();
    ClusteredSlope fit = ClusteredSlope.of(changes);
    double[][] x = new double[changes.size()][5];
    double[] y = new double[changes.size()];
    for (int i = 0; i < y.length; i++) {
      Change change = changes.get(i);
      x[i][0] = change.volume();
      x[i][1 + change.year() - 2018] = 1;
      y[i] = change.spending();
    }
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.setNoIntercept(true);
    regression.newSampleData(y, x);
    assertEquals(regression.estimateRegressionParameters()[0], fit.slope(), 1e-12);
    RealVector residuals = MatrixUtils.createRealVector(regression.estimateResiduals());
    assertEquals(Math.sqrt(variance(changes, x, residuals)), fit.error(), 1e-12);
  }

  private static double variance(List<Change> changes, double[][] x, RealVector residuals) {
    RealMatrix design = MatrixUtils.createRealMatrix(x);
    RealMatrix bread =
        new LUDecomposition(design.transpose().multiply(design)).getSolver().getInverse();
    TreeMap<String, RealVector> scores = new TreeMap<>();
    for (int i = 0; i < x.length; i++) {
      RealVector score = design.getRowVector(i).mapMultiply(residuals.getEntry(i));
      scores.merge(changes.get(i).authority(), score, RealVector::add);
    }
    RealMatrix meat = MatrixUtils.createRealMatrix(5, 5);
    for (RealVector score : scores.values()) {
      meat = meat.add(score.outerProduct(score));
    }
    double correction = scores.size() / (scores.size() - 1.0) * (x.length - 1.0) / (x.length - 5.0);
    return correction * bread.multiply(meat).multiply(bread).getEntry(0, 0);
  }

  /** Thirty authorities over four years, one of them a year short, each with a drift of its own. */
  private static List<Change> made() {
    Random random = new Random(17);
    List<Change> changes = new ArrayList<>();
    for (int authority = 0; authority < 30; authority++) {
      double drift = 0.05 * random.nextGaussian();
      for (int year = authority == 0 ? 2019 : 2018; year <= 2021; year++) {
        double volume = 0.1 * random.nextGaussian() + drift;
        double spending = 0.02 * (year - 2017) + 0.8 * volume + drift + 0.1 * random.nextGaussian();
        changes.add(new Change("a" + authority, year, volume, spending));
      }
    }
    return changes;
  }
}
