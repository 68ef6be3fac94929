package org.fundinggap.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fundinggap.internal.CompensatedSum;
import org.fundinggap.model.BlockRun;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Quantity;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/**
 * Adds up every quantity over blocks as they come; what it holds does not grow with the number of
 * draws. Blocks must be handed out in order of their draws.
 */
final class MeanSink implements Sink {
  /*
   * Reason. A mean must have the bits of the same mean over kept draws, which are added in draw order.
   * So a block waits, year by year, until the one before it has been added; since each goes through the
   * years in order, blocks follow one another as on a conveyor. Blocks are handed out in order too, so
   * the one that is waited for is always being worked on.
   */
  private final YearRange range;
  private final List<YearSums> years = new ArrayList<>();

  /** The sums of one year, of draws 0 to {@code next} - 1. */
  private static final class YearSums {
    int next;
    final Map<Quantity, CompensatedSum> sums = new LinkedHashMap<>();
  }

  MeanSink(Inputs inputs) {
    this.range = inputs.years();
    for (FinancialYear year : range.years()) {
      YearSums sums = new YearSums();
      Snapshot.drawn(inputs, year).forEach(each -> sums.sums.put(each, new CompensatedSum()));
      years.add(sums);
    }
  }

  @Override
  public void store(BlockRun run, FinancialYear year, int firstDraw, int draws) {
    YearSums sums = years.get(range.indexOf(year));
    synchronized (sums) {
      try {
        while (sums.next != firstDraw) {
          sums.wait();
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("simulation was interrupted before it ended", interrupted);
      }
      sums.sums.forEach((each, sum) -> sum.add(Snapshot.column(run, each), 0, draws));
      sums.next += draws;
      sums.notifyAll();
    }
  }

  /** The means, once all blocks have been added. */
  List<Map<Quantity, Double>> means() {
    List<Map<Quantity, Double>> means = new ArrayList<>();
    for (YearSums year : years) {
      Map<Quantity, Double> ofYear = new LinkedHashMap<>();
      year.sums.forEach((each, sum) -> ofYear.put(each, sum.value() / year.next));
      means.add(ofYear);
    }
    return means;
  }
}
