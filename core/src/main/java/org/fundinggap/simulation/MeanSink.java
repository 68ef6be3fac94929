package org.fundinggap.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fundinggap.internal.ExactSum;
import org.fundinggap.model.BlockStepper;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Quantity;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/**
 * Adds up every quantity over the blocks of one worker; what it holds does not grow with the number
 * of draws, and sums of several workers add up to the same bits whichever blocks each had.
 */
final class MeanSink implements Sink {
  private final YearRange range;
  private final List<Map<Quantity, ExactSum>> years = new ArrayList<>();

  MeanSink(Inputs inputs) {
    this.range = inputs.years();
    for (FinancialYear year : range.years()) {
      Map<Quantity, ExactSum> sums = new LinkedHashMap<>();
      Snapshot.drawn(inputs, year).forEach(each -> sums.put(each, new ExactSum()));
      years.add(sums);
    }
  }

  @Override
  public void store(BlockStepper run, FinancialYear year, int firstDraw, int draws) {
    years
        .get(range.indexOf(year))
        .forEach((each, sum) -> sum.add(Snapshot.column(run, each), 0, draws));
  }

  /** The means over all blocks of some workers, by year. */
  static List<Map<Quantity, Double>> means(List<MeanSink> workers, int draws) {
    List<Map<Quantity, Double>> means = new ArrayList<>();
    for (int i = 0; i < workers.get(0).years.size(); i++) {
      int year = i;
      Map<Quantity, Double> ofYear = new LinkedHashMap<>();
      for (Quantity each : workers.get(0).years.get(year).keySet()) {
        ExactSum sum = new ExactSum();
        workers.forEach(
            worker -> sum.add(Objects.requireNonNull(worker.years.get(year).get(each))));
        ofYear.put(each, sum.value() / draws);
      }
      means.add(ofYear);
    }
    return means;
  }
}
