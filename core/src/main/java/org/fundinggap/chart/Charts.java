package org.fundinggap.chart;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.fundinggap.analysis.Tornado;
import org.fundinggap.bridge.Bridge;
import org.fundinggap.bridge.BridgeStep;
import org.fundinggap.comparison.Difference;
import org.fundinggap.comparison.Differences;
import org.fundinggap.draws.Summary;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NumberText;
import org.fundinggap.model.Option;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Projection;

/** Charts of what the library works out, by one call each. */
public final class Charts {
  private static final String TEN_TO_NINETY = "10% to 90%";

  private Charts() {}

  /**
   * A variable of each scenario of a run, as fans over the years; the base year is marked.
   *
   * @param run with draws kept, of at most six scenarios
   * @param variable of each of them
   * @return a fan chart, in the variable's unit
   * @throws org.fundinggap.quantity.InvalidInputException if there are more than six scenarios
   */
  public static FanChart fan(Projection run, Variable variable) {
    ChartPanel.Builder panel = ChartPanel.builder();
    for (Option scenario : run.scenarios()) {
      Outcome outcome = run.outcome(scenario.name(), variable);
      panel.fan(ChartFan.of(outcome, scenario.name(), 1, outcome.years().first()));
    }
    return FanChart.builder(capital(variable.label()), variable.unitText())
        .panel(panel.build())
        .baseYear(run.scenarios().get(0).inputs().years().first())
        .build();
  }

  /**
   * What an alternative makes different, draw by draw, as a fan over the years.
   *
   * @param differences such as {@code Comparison.differences(alternative, variable)}
   * @return a fan chart about zero
   */
  public static FanChart fan(Differences differences) {
    FinancialYear first = differences.years().first();
    Difference any = differences.in(first);
    String name = any.alternative() + " less " + any.baseline();
    Variable variable = differences.variable();
    return FanChart.builder(
            capital(variable.label()) + ", " + name, variable.unitText() + "; paired differences")
        .panel(ChartPanel.builder().fan(ChartFan.of(differences, name, 1)).build())
        .baseYear(first)
        .fromZero()
        .build();
  }

  private static String capital(String label) {
    return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }

  /**
   * How likely values are to be exceeded: one curve for each result.
   *
   * @param title what it is of
   * @param unit unit and price basis of the values
   * @param results by name, at most six, such as the draws of one variable in scenarios of a run
   * @return curves that fall from 99% to 1%
   * @throws org.fundinggap.quantity.InvalidInputException if there is no result or more than six
   */
  public static Chart exceedance(
      String title, String unit, Map<String, ? extends Summary> results) {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(results, "results");
    CurveChart.Builder chart = CurveChart.builder(title, unit, "chance that it is more, %");
    results.forEach(
        (name, draws) -> {
          CurveChart.Curve curve = CurveChart.Curve.of(name);
          for (int percent = 99; percent >= 1; percent--) {
            curve = curve.with(draws.quantile(1 - percent / 100.0), percent);
          }
          chart.curve(curve);
        });
    return chart.build();
  }

  /**
   * What moved a gap: both ends and what each driver takes, one below the other, in the mean; bands
   * are from the 10th to the 90th percentile.
   *
   * @param bridge such as {@code Bridge.of(now, later)}
   * @return a waterfall
   */
  public static Chart waterfall(Bridge bridge) {
    RowChart.Builder chart =
        RowChart.builder(
                capital(bridge.title()), bridge.unit() + "; means, with bands of " + TEN_TO_NINETY)
            .legend(RowMark.Tone.FIRST, "raises it")
            .legend(RowMark.Tone.SECOND, "lowers it");
    List<BridgeStep> steps = bridge.waterfall();
    Figures figures =
        Figures.of(
            steps.stream()
                .flatMapToDouble(step -> DoubleStream.of(step.from(), step.to()))
                .toArray());
    for (int i = 0; i < steps.size(); i++) {
      BridgeStep step = steps.get(i);
      Summary draws =
          i == 0
              ? bridge.start()
              : i == steps.size() - 1 ? bridge.end() : bridge.contribution(step.name());
      chart.row(step(step, draws, figures));
    }
    return chart.build();
  }

  private static ChartRow step(BridgeStep step, Summary draws, Figures figures) {
    RowMark.Tone tone =
        step.isEnd()
            ? RowMark.Tone.PLAIN
            : step.change() < 0 ? RowMark.Tone.SECOND : RowMark.Tone.FIRST;
    double low = draws.quantile(0.1);
    double high = draws.quantile(0.9);
    String mean = step.isEnd() ? figures.number(step.change()) : figures.signed(step.change());
    return new ChartRow(
        step.name(),
        figures.band(mean, low, high),
        List.of(
            RowMark.bar(tone, step.from(), step.to()),
            RowMark.band(step.from() + low, step.from() + high)));
  }

  /**
   * What matters most: the widest bars of a tornado.
   *
   * @param tornado with at least one bar
   * @param most how many bars, 1 to 60
   * @return a bar to each side of the mean with nothing set, with what is set on each
   * @throws IllegalArgumentException if {@code most} is out of bounds
   */
  public static Chart tornado(Tornado tornado, int most) {
    Checks.within(most, 1, 60, "most", "write 15 for a page");
    Figures figures =
        Figures.of(
            tornado.bars().stream()
                .flatMapToDouble(bar -> DoubleStream.of(bar.low().change(), bar.high().change()))
                .toArray());
    RowChart.Builder chart =
        RowChart.builder(
                "What moves "
                    + tornado.variable().label()
                    + " in "
                    + tornado.year()
                    + ", "
                    + tornado.of(),
                "change of the mean of "
                    + figures.number(tornado.mean())
                    + " "
                    + tornado.variable().unitText()
                    + "; parameters at their quantiles "
                    + tornado.lowQuantile()
                    + " and "
                    + tornado.highQuantile()
                    + "; MC s.e. of a change at most "
                    + NumberText.error(tornado.greatestError()))
            .legend(RowMark.Tone.SECOND, "low side")
            .legend(RowMark.Tone.FIRST, "high side");
    tornado.bars().stream().limit(most).forEach(bar -> chart.row(row(bar, figures)));
    return chart.build();
  }

  private static ChartRow row(Tornado.Bar bar, Figures figures) {
    return new ChartRow(
        bar.label(),
        side(bar.low(), figures) + "; " + side(bar.high(), figures),
        List.of(
            RowMark.bar(RowMark.Tone.SECOND, 0, bar.low().change()),
            RowMark.bar(RowMark.Tone.FIRST, 0, bar.high().change())));
  }

  private static String side(Tornado.Side side, Figures figures) {
    return side.words(figures.signed(side.change()));
  }

  /**
   * Options side by side: the median of each with its band from the 10th to the 90th percentile.
   *
   * @param title what is compared
   * @param unit unit and price basis of every value
   * @param options by name, in the order in which they are drawn; such as differences to a baseline
   * @return a chart of points with bands
   * @throws org.fundinggap.quantity.InvalidInputException if there is no option or more than 60
   */
  public static Chart ranges(String title, String unit, Map<String, ? extends Summary> options) {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(options, "options");
    RowChart.Builder chart =
        RowChart.builder(title, unit + "; medians, with bands of " + TEN_TO_NINETY);
    Figures figures =
        Figures.of(
            options.values().stream()
                .flatMapToDouble(draws -> DoubleStream.of(draws.quantile(0.1), draws.quantile(0.9)))
                .toArray());
    options.forEach((name, draws) -> chart.row(range(name, draws, figures)));
    return chart.build();
  }

  private static ChartRow range(String name, Summary draws, Figures figures) {
    double low = draws.quantile(0.1);
    double median = draws.quantile(0.5);
    double high = draws.quantile(0.9);
    return new ChartRow(
        name,
        figures.band(figures.number(median), low, high),
        List.of(RowMark.band(low, high), RowMark.point(RowMark.Tone.FIRST, median)));
  }

  /** Writes the figures of one chart with the digits that its largest value deserves. */
  private record Figures(double largest) {
    static Figures of(double... values) {
      return new Figures(DoubleStream.of(values).map(Math::abs).max().orElse(0));
    }

    String number(double value) {
      return NumberText.projected(value, NumberText.decimalsFor(largest), largest);
    }

    String signed(double value) {
      String text = number(value);
      return value > 0 && !text.equals(number(0)) ? "+" + text : text;
    }

    /** A value with its band, if it has one. */
    String band(String value, double low, double high) {
      return low == high ? value : value + " (" + number(low) + " to " + number(high) + ")";
    }
  }
}
