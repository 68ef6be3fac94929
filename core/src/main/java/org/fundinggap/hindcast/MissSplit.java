package org.fundinggap.hindcast;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.cost.CostLine;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.hindcast.SpendingBlock.Outturn;
import org.fundinggap.internal.Log;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scoring.SampledForecast;
import org.fundinggap.scoring.Score;

/** Splits misses of spending by swapping in what came, in every draw. */
final class MissSplit {
  private static final List<Part> PARTS = List.of(Part.values());
  private static final int SETS = 1 << PARTS.size();

  /** Whose misses are split, by what tables call them. */
  private static final Map<String, List<SpendingBlock>> LINES =
      ImmutableMap.of(
          "children's homes", List.of(SpendingBlock.of(CostLine.HOMES)),
          "fostering", List.of(SpendingBlock.of(CostLine.FOSTERING)),
          "all looked-after care", List.of(SpendingBlock.lookedAfter()),
          "social work and safeguarding", List.of(SpendingBlock.of(CostLine.SAFEGUARDING)),
          "gross total", SpendingBlock.gross());

  private MissSplit() {}

  static List<Miss> all(EvidenceBase whole, PastRun run, FinancialYear last) {
    List<Miss> misses = new ArrayList<>();
    FinancialYear year = run.base();
    while (year.compareTo(last) < 0) {
      year = year.plus(1);
      for (Map.Entry<String, List<SpendingBlock>> line : LINES.entrySet()) {
        split(line.getKey(), line.getValue(), whole, run, year).ifPresent(misses::add);
      }
    }
    return misses;
  }

  private static Optional<Miss> split(
      String label,
      List<SpendingBlock> blocks,
      EvidenceBase whole,
      PastRun run,
      FinancialYear year) {
    List<Outturn> outturns = new ArrayList<>();
    for (SpendingBlock block : blocks) {
      block.outturn(whole, year).ifPresent(outturns::add);
    }
    if (outturns.size() < blocks.size()) {
      return Optional.empty();
    }
    Deflator came = Deflators.latest(whole);
    double prices = came.index(year) / came.index(run.base());
    double[][] logs = swapped(blocks, outturns, prices, run, year);
    double spent = Log.log(outturns.stream().mapToDouble(Outturn::spent).sum());
    return Optional.of(miss(label, new Window(run.origin(), year), logs, spent));
  }

  /** Logarithms of the total by set of parts that are as they came, and by draw. */
  static double[][] swapped(
      List<SpendingBlock> blocks,
      List<Outturn> outturns,
      double prices,
      PastRun run,
      FinancialYear year) {
    double[] drawnPrices = run.said().prices(year).values();
    double[][] totals = new double[SETS][drawnPrices.length];
    for (int b = 0; b < blocks.size(); b++) {
      SpendingBlock block = blocks.get(b);
      Outturn came = outturns.get(b);
      double[] spent = run.said().draws(block.money(), year).values();
      double[] volumes = run.said().draws(block.stock(), year).values();
      for (int i = 0; i < spent.length; i++) {
        double price = prices / drawnPrices[i];
        double volume = came.volume() / volumes[i];
        double cost = came.spent() / spent[i] / volume / price;
        for (int set = 0; set < SETS; set++) {
          totals[set][i] +=
              spent[i]
                  * (holds(set, Part.INFLATION) ? price : 1)
                  * (holds(set, Part.VOLUME) ? volume : 1)
                  * (holds(set, Part.REAL_COST) ? cost : 1);
        }
      }
    }
    for (double[] total : totals) {
      Log.log(total, total, total.length);
    }
    return totals;
  }

  private static boolean holds(int set, Part part) {
    return (set & bit(part)) != 0;
  }

  private static int bit(Part part) {
    return 1 << PARTS.indexOf(part);
  }

  private static Miss miss(String label, Window window, double[][] logs, double spent) {
    double[] means = new double[SETS];
    Map<Set<Part>, Score> scores = new LinkedHashMap<>();
    for (int set = 0; set < SETS; set++) {
      double sum = 0;
      for (double log : logs[set]) {
        sum += log;
      }
      means[set] = sum / logs[set].length;
      if (set < SETS - 1) {
        scores.put(parts(set), Score.of(SampledForecast.of(logs[set]), spent));
      }
    }
    Map<Part, Double> parts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      parts.put(part, shapley(means, part));
    }
    return new Miss(label, window, spent - means[0], parts, scores);
  }

  private static Set<Part> parts(int set) {
    ImmutableSet.Builder<Part> parts = ImmutableSet.builder();
    for (Part part : Part.values()) {
      if (holds(set, part)) {
        parts.add(part);
      }
    }
    return parts.build();
  }

  /** What one part adds, over all orders: a third of them have it first, a third last. */
  private static double shapley(double[] means, Part part) {
    double sum = 0;
    for (int before = 0; before < SETS; before++) {
      if (!holds(before, part)) {
        int others = Integer.bitCount(before);
        double weight = others == 1 ? 1.0 / 6 : 1.0 / 3;
        sum += weight * (means[before | bit(part)] - means[before]);
      }
    }
    return sum;
  }
}
