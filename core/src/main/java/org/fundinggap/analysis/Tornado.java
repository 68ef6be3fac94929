package org.fundinggap.analysis;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.TextTable;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;

/**
 * How far a mean moves when one thing at a time is set to its low and its high side, and all else
 * stays uncertain: a one-way sensitivity analysis on common draws.
 *
 * <p>Each side is the mean of paired differences from the same draws, so that its error is that of
 * the difference. A parameter drawn together with others is set by itself, and the others no longer
 * follow it. Yearly shocks are not in it: {@link Auditor} says what they carry.
 *
 * @param of the scenario, or the change, whose result it is
 * @param variable the result
 * @param year the year of the result
 * @param settings of the runs
 * @param lowQuantile the quantile of a parameter's low side, such as 0.1
 * @param highQuantile the quantile of its high side, such as 0.9
 * @param mean of the result with nothing set
 * @param meanError its Monte Carlo standard error
 * @param bars the widest first
 */
public record Tornado(
    String of,
    Variable variable,
    FinancialYear year,
    Settings settings,
    double lowQuantile,
    double highQuantile,
    double mean,
    double meanError,
    List<Bar> bars) {
  /** What a side of a choice says that leaves all as it is. */
  public static final String AS_IT_IS = "as it is";

  private static final int PRINTED = 20;

  /** What is set. */
  public enum Kind {
    /** A parameter, to two of its quantiles. */
    PARAMETER,
    /** Several parameters, all to the same quantile. */
    GROUP,
    /** A choice that has no probability, such as the rule of funding. */
    CHOICE
  }

  /**
   * One setting and what it does.
   *
   * @param setting the value of the parameter, the quantile of the group, or the scenario chosen
   * @param change of the mean, in the unit of the variable
   * @param error its Monte Carlo standard error
   */
  public record Side(String setting, double change, double error) {
    /**
     * Checks that it says what was set.
     *
     * @param setting as described above
     * @param change as described above
     * @param error as described above
     */
    public Side {
      Checks.notBlank(setting, "setting");
    }

    /**
     * A figure of the change with what was set.
     *
     * @param figure such as {@code +120}
     * @return such as {@code +120 at 0.031 log per year}, or {@code 0 as it is}
     */
    public String words(String figure) {
      return figure + (setting.equals(AS_IT_IS) ? " " : " at ") + setting;
    }

    /** Such as {@code -120 (MC s.e. 3.1) at 0.031 log per year}. */
    @Override
    public String toString() {
      String figure = NumberText.of(change);
      return words(
          setting.equals(AS_IT_IS)
              ? figure
              : figure + " (MC s.e. " + NumberText.error(error) + ")");
    }
  }

  /**
   * What one thing moves.
   *
   * @param name of the parameter, group or choice
   * @param label in words
   * @param kind of it
   * @param low its low quantile; of a choice, the alternative with the least result
   * @param high its high quantile; of a choice, the alternative with the greatest result
   */
  public record Bar(String name, String label, Kind kind, Side low, Side high) {
    /**
     * Checks that nothing is missing.
     *
     * @param name as described above
     * @param label as described above
     * @param kind as described above
     * @param low as described above
     * @param high as described above
     */
    public Bar {
      Checks.notBlank(name, "name");
      Checks.notBlank(label, "label");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(low, "low");
      Objects.requireNonNull(high, "high");
    }

    /**
     * How wide it is.
     *
     * @return the range of the two sides and of nothing set
     */
    public double width() {
      double least = Math.min(0, Math.min(low.change, high.change));
      return Math.max(0, Math.max(low.change, high.change)) - least;
    }
  }

  /**
   * Keeps a copy.
   *
   * @param of as described above
   * @param variable as described above
   * @param year as described above
   * @param settings as described above
   * @param lowQuantile as described above
   * @param highQuantile as described above
   * @param mean as described above
   * @param meanError as described above
   * @param bars as described above
   */
  public Tornado {
    Checks.notBlank(of, "of");
    Objects.requireNonNull(variable, "variable");
    Objects.requireNonNull(year, "year");
    Objects.requireNonNull(settings, "settings");
    bars = ImmutableList.copyOf(bars);
  }

  /**
   * Of a result of one scenario.
   *
   * @param scenario each of its uncertain parameters is a bar
   * @return how it is to be done; nothing is run yet
   */
  public static TornadoBuilder of(Scenario scenario) {
    return new TornadoBuilder(scenario, Optional.empty());
  }

  /**
   * Of the difference that a change makes, such as what a lever saves.
   *
   * @param scenario before the change
   * @param change such as {@code before -> before.with(lever)}; each uncertain parameter of what it
   *     gives is a bar, and is set on both sides of the difference
   * @return how it is to be done; nothing is run yet
   */
  public static TornadoBuilder ofChange(Scenario scenario, UnaryOperator<Scenario> change) {
    Objects.requireNonNull(change, "change");
    return new TornadoBuilder(scenario, Optional.of(change));
  }

  /**
   * What one thing moves.
   *
   * @param name of a parameter, group or choice
   * @return its bar
   * @throws IllegalArgumentException if there is none of that name; with the nearest names
   */
  public Bar bar(String name) {
    return bars.stream()
        .filter(bar -> bar.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    NearestNames.refusal(
                        "name must be that of a bar",
                        name,
                        bars.stream().map(Bar::name).toList())));
  }

  /**
   * The greatest Monte Carlo standard error of a change.
   *
   * @return in the unit of the variable; NaN if one is unknown, as of Sobol draws in one replicate
   */
  public double greatestError() {
    return bars.stream()
        .flatMapToDouble(bar -> DoubleStream.of(bar.low.error, bar.high.error))
        .reduce(0, Math::max);
  }

  /** The widest bars as a table, with what is set on each side. */
  @Override
  public String toString() {
    TextTable table =
        new TextTable().left("what is set").left("kind").right("low side").right("high side");
    bars.stream()
        .limit(PRINTED)
        .forEach(
            bar -> table.row(bar.label, words(bar.kind), bar.low.toString(), bar.high.toString()));
    int more = bars.size() - PRINTED;
    return "Change of the mean of "
        + variable.label()
        + " in "
        + year
        + " ("
        + variable.unitText()
        + "), "
        + of
        + ", from "
        + NumberText.of(mean)
        + " (MC s.e. "
        + NumberText.error(meanError)
        + "), "
        + settings
        + "; parameters at their quantiles "
        + lowQuantile
        + " and "
        + highQuantile
        + "\n"
        + table
        + (more > 0 ? "and " + NumberText.count(more, "narrower bar") + "\n" : "");
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case PARAMETER -> "parameter";
      case GROUP -> "group";
      case CHOICE -> "choice";
    };
  }
}
