package org.fundinggap.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fundinggap.model.BlockRun;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** What a run keeps of each scenario: draws if they fit the memory budget, histograms if not. */
final class Results {
  private final ImmutableList<Kept> kept;
  private final boolean summarised;
  private final int firstDraw;
  private final Replicates replicates;
  private final List<List<KeptHistograms>> ofWorkers = new ArrayList<>();
  private final List<KeptDraws> draws = new ArrayList<>();

  /**
   * Variables of one scenario whose numbers are kept.
   *
   * @param variables which
   * @param years all years of the scenario
   */
  record Kept(ImmutableList<Variable> variables, YearRange years) {
    double bytes(int draws) {
      return (double) Double.BYTES * draws * variables.size() * years.length();
    }
  }

  /**
   * Makes room.
   *
   * @param kept what to keep, by scenario
   * @param summarised whether in histograms
   * @param firstDraw number of the first draw that is run
   * @param size how many draws are run at most
   * @param replicates how they are spread
   */
  Results(List<Kept> kept, boolean summarised, int firstDraw, int size, Replicates replicates) {
    this.kept = ImmutableList.copyOf(kept);
    this.summarised = summarised;
    this.firstDraw = firstDraw;
    this.replicates = replicates;
    if (!summarised) {
      kept.forEach(each -> draws.add(new KeptDraws(each, firstDraw, size)));
    }
  }

  /** Sinks for one more worker, one a scenario. */
  List<? extends Sink> sinks() {
    if (!summarised) {
      return draws;
    }
    List<KeptHistograms> own = kept.stream().map(KeptHistograms::new).toList();
    ofWorkers.add(own);
    return own;
  }

  /** What was kept of a scenario, if so many draws were run: by variable, then by year. */
  ImmutableMap<Variable, ImmutableList<Summary>> summaries(int scenario, int size) {
    Kept what = kept.get(scenario);
    ImmutableMap.Builder<Variable, ImmutableList<Summary>> all = ImmutableMap.builder();
    for (int variable = 0; variable < what.variables.size(); variable++) {
      ImmutableList.Builder<Summary> byYear = ImmutableList.builder();
      for (int year = 0; year < what.years.length(); year++) {
        byYear.add(summary(scenario, variable, year, size));
      }
      all.put(what.variables.get(variable), byYear.build());
    }
    return all.buildOrThrow();
  }

  private Summary summary(int scenario, int variable, int year, int size) {
    if (!summarised) {
      return new Draws(draws.get(scenario).draws(variable, year, size), replicates);
    }
    return Histogram.joined(
        ofWorkers.stream().map(own -> own.get(scenario).histogram(variable, year)).toList());
  }

  int firstDraw() {
    return firstDraw;
  }

  /** Every draw, in arrays that workers share: blocks write to places of their own. */
  private static final class KeptDraws implements Sink {
    private final Kept kept;
    private final int firstKept;

    /** By variable, year and draw. */
    private final double[][][] values;

    KeptDraws(Kept kept, int firstKept, int size) {
      this.kept = kept;
      this.firstKept = firstKept;
      this.values = new double[kept.variables.size()][kept.years.length()][size];
    }

    @Override
    public void store(BlockRun run, FinancialYear year, int firstDraw, int count) {
      int index = kept.years.indexOf(year);
      for (int i = 0; i < values.length; i++) {
        double[] column = run.column(kept.variables.get(i));
        System.arraycopy(column, 0, values[i][index], firstDraw - firstKept, count);
      }
    }

    double[] draws(int variable, int year, int size) {
      double[] all = values[variable][year];
      return all.length == size ? all : Arrays.copyOf(all, size);
    }
  }

  /** Histograms of one worker's blocks. */
  private static final class KeptHistograms implements Sink {
    private final Kept kept;

    /** By variable and year. */
    private final Histogram[][] histograms;

    KeptHistograms(Kept kept) {
      this.kept = kept;
      this.histograms = new Histogram[kept.variables.size()][kept.years.length()];
      for (Histogram[] byYear : histograms) {
        Arrays.setAll(byYear, year -> new Histogram());
      }
    }

    @Override
    public void store(BlockRun run, FinancialYear year, int firstDraw, int count) {
      int index = kept.years.indexOf(year);
      for (int i = 0; i < histograms.length; i++) {
        histograms[i][index].add(run.column(kept.variables.get(i)), count);
      }
    }

    Histogram histogram(int variable, int year) {
      return histograms[variable][year];
    }
  }
}
