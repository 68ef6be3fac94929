package org.fundinggap.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.Histogram;
import org.fundinggap.draws.Run;
import org.fundinggap.draws.Summary;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.internal.NumberText;
import org.fundinggap.model.BlockStepper;
import org.fundinggap.model.Option;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** What a run keeps of each scenario: draws if they fit the memory budget, histograms if not. */
final class Store {
  private static final double[] NONE = {};

  /** How many numbers are worth starting threads for: zeros for them take 1.4 ms, threads 0.1. */
  private static final long MUCH = 1L << 21;

  /** What the list of a histogram's bins takes, of which a thread makes one to read a quantile. */
  private static final double READING_BINS = 1e6;

  /** How many arrays of draws a thread works in that reads a quantile: a copy, and it in order. */
  static final int READING_COLUMNS = 2;

  private final ImmutableList<KeptVariables> kept;
  private final boolean summarised;
  private final int firstDraw;
  private final Run run;
  private final List<List<KeptHistograms>> ofWorkers = new ArrayList<>();
  private final List<KeptDraws> draws = new ArrayList<>();

  /**
   * Variables of one scenario whose numbers are kept.
   *
   * @param variables which
   * @param years all years of the scenario
   */
  record KeptVariables(ImmutableList<Variable> variables, YearRange years) {
    /** How many numbers each draw has. */
    int numbers() {
      return variables.size() * years.length();
    }
  }

  /** One number of those that are kept, by places. */
  record Cell(int scenario, int variable, int year) {}

  private Store(
      List<KeptVariables> kept,
      Settings settings,
      DrawRange stretch,
      boolean summarised,
      int workers) {
    this.kept = ImmutableList.copyOf(kept);
    this.summarised = summarised;
    this.firstDraw = stretch.first();
    this.run = settings.run(stretch.first());
    if (!summarised) {
      kept.forEach(each -> draws.add(new KeptDraws(each, firstDraw)));
      makeRoom(stretch.size(), workers);
    }
  }

  /**
   * Makes room. Whether draws are kept depends on the whole run, so that parts of it fit together.
   *
   * @param options the scenarios
   * @param kept what to keep, by scenario
   * @param settings of the whole run
   * @param stretch the draws that are run at most
   * @param threads how many the run has
   * @throws IllegalArgumentException if there is not enough memory for what the settings ask, for
   *     the work and for reading what was kept
   */
  static Store of(
      List<? extends Option> options,
      List<KeptVariables> kept,
      Settings settings,
      DrawRange stretch,
      int threads) {
    int workers = Math.min(threads, stretch.blocks());
    double numbers = kept.stream().mapToDouble(KeptVariables::numbers).sum();
    double whole = numbers * Double.BYTES * settings.draws();
    boolean summarised = whole > settings.memory();
    HeapNeed need = new HeapNeed();
    if (summarised) {
      requireNoReplicates(settings, whole);
      double each = Histogram.usualBytes(stretch.size());
      need.add("histograms of " + NumberText.count(workers, "thread"), numbers * workers * each)
          .addColumns(options, workers)
          .add("reading", READING_BINS * threads)
          .require("keep fewer variables with keeping(...), or work on fewer threads");
    } else {
      String what = NumberText.count(stretch.size(), "kept draw");
      need.addDraws(what, numbers, stretch.size())
          .addColumns(options, workers)
          .addDraws("reading", READING_COLUMNS * threads, stretch.size())
          .require(
              String.format(
                  Locale.ROOT,
                  "keep fewer variables with keeping(...), or histograms with"
                      + " Settings.withMemory(%.0f)",
                  whole - 1));
    }
    return new Store(kept, settings, stretch, summarised, workers);
  }

  /**
   * Workers share what is much, because memory is set to zero first: 3% of a run on one thread, and
   * more of one on many.
   */
  private void makeRoom(int size, int workers) {
    List<double[][]> all = new ArrayList<>();
    draws.forEach(each -> all.addAll(Arrays.asList(each.values)));
    long numbers = (long) size * all.stream().mapToInt(byYear -> byYear.length).sum();
    int sharers = numbers < MUCH ? 1 : workers;
    List<Runnable> work = new ArrayList<>();
    for (int sharer = 0; sharer < sharers; sharer++) {
      int first = sharer;
      work.add(() -> makeRoom(all, size, first, sharers));
    }
    Workers.run(work, () -> {});
  }

  /** One sharer's part: every so many of the columns. */
  private static void makeRoom(List<double[][]> all, int size, int first, int sharers) {
    int place = 0;
    for (double[][] byYear : all) {
      for (int year = 0; year < byYear.length; year++) {
        if (place % sharers == first) {
          byYear[year] = new double[size];
        }
        place++;
      }
    }
  }

  private static void requireNoReplicates(Settings settings, double bytes) {
    if (!settings.sampling().isIndependent()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "memory must be at least %.0f for Sobol draws, which can't be put in histograms"
                  + " without losing their standard errors, was %d; give Settings.withMemory(...)"
                  + " more, keep fewer variables, or take Sampling.independent()",
              bytes,
              settings.memory()));
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

  /**
   * What was kept of a scenario, if so many draws were run: by variable, then by year. To be asked
   * for once, at the end: room for draws that were not run is given back on the way, as there may
   * not be enough to hold both.
   */
  ImmutableMap<Variable, ImmutableList<Summary>> summaries(int scenario, int size) {
    KeptVariables what = kept.get(scenario);
    ImmutableMap.Builder<Variable, ImmutableList<Summary>> all = ImmutableMap.builder();
    for (int variable = 0; variable < what.variables().size(); variable++) {
      ImmutableList.Builder<Summary> byYear = ImmutableList.builder();
      for (int year = 0; year < what.years().length(); year++) {
        byYear.add(summary(new Cell(scenario, variable, year), size));
        if (!summarised) {
          draws.get(scenario).release(variable, year);
        }
        for (List<KeptHistograms> own : ofWorkers) {
          own.get(scenario).release(variable, year);
        }
      }
      all.put(what.variables().get(variable), byYear.build());
    }
    return all.buildOrThrow();
  }

  /** The place of the number whose precision is asked for. */
  Cell cell(List<Option> scenarios, Precision precision) {
    List<String> names = scenarios.stream().map(Option::name).toList();
    int scenario = names.indexOf(precision.scenario());
    if (scenario < 0) {
      throw new IllegalArgumentException(
          NearestNames.refusal(
              "scenario of the precision must be of the run", precision.scenario(), names));
    }
    ImmutableList<Variable> variables = kept.get(scenario).variables();
    int variable = variables.indexOf(precision.variable());
    if (variable < 0) {
      throw new IllegalArgumentException(
          NearestNames.refusal(
                  "variable of the precision must be kept for scenario " + precision.scenario(),
                  precision.variable(),
                  variables,
                  Variable::name)
              + "; keep it with Simulation.keeping(...)");
    }
    return new Cell(scenario, variable, kept.get(scenario).years().indexOf(precision.year()));
  }

  /** What was kept of one number, if so many draws were run. */
  Summary summary(Cell cell, int size) {
    if (!summarised) {
      double[] all = draws.get(cell.scenario).draws(cell.variable, cell.year, size);
      return new Draws(all, run);
    }
    return Histogram.joined(
        ofWorkers.stream()
            .map(own -> own.get(cell.scenario).histogram(cell.variable, cell.year))
            .toList());
  }

  int firstDraw() {
    return firstDraw;
  }

  /** Every draw, in arrays that workers share: blocks write to places of their own. */
  private static final class KeptDraws implements Sink {
    private final KeptVariables kept;
    private final int firstKept;

    /** By variable, year and draw. */
    private final double[][][] values;

    KeptDraws(KeptVariables kept, int firstKept) {
      this.kept = kept;
      this.firstKept = firstKept;
      this.values = new double[kept.variables().size()][kept.years().length()][];
    }

    @Override
    public void store(BlockStepper run, FinancialYear year, int firstDraw, int count) {
      int index = kept.years().indexOf(year);
      for (int i = 0; i < values.length; i++) {
        double[] column = run.column(kept.variables().get(i));
        System.arraycopy(column, 0, values[i][index], firstDraw - firstKept, count);
      }
    }

    void release(int variable, int year) {
      values[variable][year] = NONE;
    }

    double[] draws(int variable, int year, int size) {
      double[] all = values[variable][year];
      return all.length == size ? all : Arrays.copyOf(all, size);
    }
  }

  /** Histograms of one worker's blocks. */
  private static final class KeptHistograms implements Sink {
    private static final Histogram NOTHING = new Histogram();

    private final KeptVariables kept;

    /** By variable and year. */
    private final Histogram[][] histograms;

    KeptHistograms(KeptVariables kept) {
      this.kept = kept;
      this.histograms = new Histogram[kept.variables().size()][kept.years().length()];
      for (Histogram[] byYear : histograms) {
        Arrays.setAll(byYear, year -> new Histogram());
      }
    }

    @Override
    public void store(BlockStepper run, FinancialYear year, int firstDraw, int count) {
      int index = kept.years().indexOf(year);
      for (int i = 0; i < histograms.length; i++) {
        histograms[i][index].add(run.column(kept.variables().get(i)), count);
      }
    }

    void release(int variable, int year) {
      histograms[variable][year] = NOTHING;
    }

    Histogram histogram(int variable, int year) {
      return histograms[variable][year];
    }
  }
}
