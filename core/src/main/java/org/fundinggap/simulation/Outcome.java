package org.fundinggap.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hasher;
import com.google.common.primitives.Doubles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.Histogram;
import org.fundinggap.draws.PercentileErrors;
import org.fundinggap.draws.Summary;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.TextTable;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** One variable in one scenario, in every year. Prints as a table. Immutable. */
public final class Outcome {
  /** How many draws are worth starting threads for: to order them takes 3 ms, threads 0.1. */
  private static final long MUCH = 1L << 18;

  private final String scenario;
  private final Variable variable;
  private final YearRange years;
  private final ImmutableList<Summary> byYear;

  /** How many threads the run worked on. */
  private final int threads;

  Outcome(String scenario, Variable variable, YearRange years, List<Summary> byYear, int threads) {
    this.scenario = scenario;
    this.variable = variable;
    this.years = years;
    this.byYear = ImmutableList.copyOf(byYear);
    this.threads = threads;
  }

  /** The same variable over the draws of parts of a run, in their order. */
  static Outcome joined(List<Outcome> parts) {
    Outcome first = parts.get(0);
    List<Summary> all = new ArrayList<>();
    for (int i = 0; i < first.byYear.size(); i++) {
      int year = i;
      List<Summary> ofYear = parts.stream().map(part -> part.byYear.get(year)).toList();
      all.add(
          first.hasDraws()
              ? Draws.joined(ofYear.stream().map(Draws.class::cast).toList())
              : Histogram.joined(ofYear.stream().map(Histogram.class::cast).toList()));
    }
    return new Outcome(first.scenario, first.variable, first.years, all, first.threads);
  }

  /**
   * The scenario's name.
   *
   * @return as the scenario gives it
   */
  public String scenario() {
    return scenario;
  }

  /**
   * The variable, with its unit and price basis.
   *
   * @return the variable
   */
  public Variable variable() {
    return variable;
  }

  /**
   * The base year and the projected years.
   *
   * @return the range
   */
  public YearRange years() {
    return years;
  }

  /**
   * Whether the draws were kept, and not just a histogram of them.
   *
   * @return false if they would have taken more than the memory budget of the {@link Settings}
   */
  public boolean hasDraws() {
    return byYear.get(0) instanceof Draws;
  }

  /**
   * The draws of a year.
   *
   * @param year one of {@link #years()}
   * @return its draws
   * @throws IllegalArgumentException if the year is outside the projection
   * @throws IllegalStateException if the draws were not kept
   */
  public Draws in(FinancialYear year) {
    if (summary(year) instanceof Draws draws) {
      return draws;
    }
    throw new IllegalStateException(
        "draws of "
            + variable.name()
            + " must be kept to be asked for, were summarised because they would take more than the"
            + " memory budget; ask for summary(year), or give Settings.withMemory(...) more");
  }

  /**
   * What the draws of a year say, kept or not.
   *
   * @param year one of {@link #years()}
   * @return mean, quantiles and their standard errors
   * @throws IllegalArgumentException if the year is outside the projection
   */
  public Summary summary(FinancialYear year) {
    return byYear.get(years.indexOf(year));
  }

  /**
   * The years in which some draws are NaN or infinite. Looks at every draw.
   *
   * @return in the order of the years; empty if every draw is finite
   */
  public List<NotFinite> notFinite() {
    List<NotFinite> found = new ArrayList<>();
    for (FinancialYear year : years.years()) {
      NotFinite.note(scenario, variable, year, summary(year), found);
    }
    return ImmutableList.copyOf(found);
  }

  /**
   * Quantiles of every year, worked out on as many threads as the run had; the bits are those of
   * {@link Summary#quantile} year by year.
   *
   * @param probabilities each 0 to 1; 0.5 is the median
   * @return by year in the order of {@link #years()}, then in the order asked for; immutable
   * @throws IllegalArgumentException if a probability is outside [0, 1]
   * @throws java.util.concurrent.CancellationException if it is interrupted
   */
  public List<List<Double>> quantiles(double... probabilities) {
    double[][] found = new double[byYear.size()][];
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          for (int i = next.getAndIncrement(); i < found.length; i = next.getAndIncrement()) {
            found[i] = Arrays.stream(probabilities).map(byYear.get(i)::quantile).toArray();
          }
        };
    boolean isMuch = (long) byYear.get(0).size() * byYear.size() >= MUCH;
    int workers = isMuch ? Math.min(threads, byYear.size()) : 1;
    Workers.run(Collections.nCopies(workers, work), () -> next.set(found.length));
    return Arrays.stream(found)
        .<List<Double>>map(year -> ImmutableList.copyOf(Doubles.asList(year)))
        .toList();
  }

  void hashInto(Hasher hasher) {
    hasher.putInt(years.first().startYear()).putInt(years.length());
    for (Summary summary : byYear) {
      hasher.putBytes(summary.toBytes());
    }
  }

  /**
   * Mean and its Monte Carlo standard error, 10th, 50th and 90th percentile, by year; and a line
   * that says so if some draws are not finite.
   */
  @Override
  public String toString() {
    TextTable table =
        new TextTable().left("year").right("mean").right("MC s.e.").right("p10").right("p50");
    table.right("p90");
    for (FinancialYear year : years.years()) {
      Summary draws = summary(year);
      table.row(
          year.toString(),
          NumberText.of(draws.mean()),
          NumberText.error(draws.meanError()),
          NumberText.of(draws.quantile(0.1)),
          NumberText.of(draws.quantile(0.5)),
          NumberText.of(draws.quantile(0.9)));
    }
    String title = variable.label() + " (" + variable.unitText() + "), scenario " + scenario;
    return Markup.oneLine(title)
        + "\n"
        + table
        + PercentileErrors.note(byYear, 0.1, 0.5, 0.9)
        + NotFinite.warning(notFinite()).stripLeading();
  }
}
