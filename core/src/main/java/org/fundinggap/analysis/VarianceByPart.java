package org.fundinggap.analysis;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.Run;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.CompensatedSum;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.Rounding;
import org.fundinggap.internal.TextTable;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.simulation.Outcome;

/**
 * Which parts of a sum its spread comes from: the covariance of each part with the total, over the
 * variance of the total. Shares add up to one; a part that falls when the others rise has a
 * negative one.
 *
 * @param scenario the scenario's name
 * @param total what is split
 * @param year the year that it is of
 * @param parts its parts with their shares, the largest first
 */
public record VarianceByPart(
    String scenario, Variable total, FinancialYear year, List<Part> parts) {

  /** Of fewer draws, or replicates of fewer, squares say too little of the tails. */
  private static final int FEWEST = 100;

  /**
   * One part.
   *
   * @param variable the part
   * @param share what it carries of the variance of the total
   */
  public record Part(Variable variable, VarianceShare share) {}

  /**
   * Copies the list.
   *
   * @param scenario as described above
   * @param total as described above
   * @param year as described above
   * @param parts as described above
   * @throws IllegalArgumentException if {@code scenario} is blank
   */
  public VarianceByPart {
    Checks.notBlank(scenario, "scenario");
    parts = ImmutableList.copyOf(parts);
  }

  /**
   * Splits the variance of a total, such as need into cost lines.
   *
   * @param total the draws of the total
   * @param parts the draws of everything that it is the sum of, of the same run
   * @param year a year of the run
   * @return the shares; their errors are NaN of fewer than 100 draws, or replicates of fewer
   * @throws InvalidInputException if there is no part, or one is of another scenario, unit, price
   *     basis or number of draws; all problems at once
   * @throws IllegalArgumentException if the parts do not add up to the total in every draw, or the
   *     total is the same in every draw
   */
  public static VarianceByPart of(Outcome total, List<Outcome> parts, FinancialYear year) {
    double[] whole = total.in(year).values();
    InvalidInputException.throwIfAny("variance by part", problems(total, parts, year));
    Run run = total.in(year).run();
    List<double[]> columns = parts.stream().map(part -> part.in(year).values()).toList();
    requireSum(total.variable(), whole, columns);
    double mean = mean(whole);
    double variance = 0;
    for (double value : whole) {
      variance += (value - mean) * (value - mean) / whole.length;
    }
    if (!(variance > 0)) {
      throw new IllegalArgumentException(
          "total "
              + total.variable().name()
              + " must vary between draws in "
              + year
              + ", had variance "
              + variance
              + "; choose a later year");
    }
    List<Part> shares = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      shares.add(new Part(parts.get(i).variable(), share(columns.get(i), whole, mean, run)));
    }
    shares.sort((one, other) -> Double.compare(other.share.value(), one.share.value()));
    return new VarianceByPart(total.scenario(), total.variable(), year, shares);
  }

  private static List<String> problems(Outcome total, List<Outcome> parts, FinancialYear year) {
    List<String> problems = new ArrayList<>();
    if (parts.isEmpty()) {
      problems.add("parts must hold at least one variable, had none; give all that it is a sum of");
    }
    for (Outcome part : parts) {
      String name = "part " + part.variable().name();
      if (!part.scenario().equals(total.scenario())) {
        problems.add(
            name + " must be of scenario " + total.scenario() + ", was of " + part.scenario());
      }
      if (!part.variable().unitText().equals(total.variable().unitText())) {
        problems.add(
            name
                + " must be in "
                + total.variable().unitText()
                + ", was in "
                + part.variable().unitText()
                + "; convert it in an equation of its own first");
      }
      if (part.in(year).size() != total.in(year).size()) {
        problems.add(
            name
                + " must have "
                + total.in(year).size()
                + " draws, had "
                + part.in(year).size()
                + "; take both from one run");
      } else if (!part.in(year).run().equals(total.in(year).run())) {
        problems.add(
            name
                + " must be of the run with "
                + total.in(year).run()
                + ", was of "
                + part.in(year).run()
                + "; take both from one run");
      }
    }
    return problems;
  }

  private static void requireSum(Variable total, double[] whole, List<double[]> parts) {
    for (int i = 0; i < whole.length; i++) {
      double sum = 0;
      double size = Math.abs(whole[i]);
      for (double[] part : parts) {
        sum += part[i];
        size = Math.max(size, Math.abs(part[i]));
      }
      if (!(Math.abs(sum - whole[i]) <= Rounding.ADDING_UP * size)) {
        throw new IllegalArgumentException(
            "parts must add up to "
                + total.name()
                + " in every draw, were "
                + sum
                + " of "
                + whole[i]
                + " in draw "
                + i
                + "; give every part once");
      }
    }
  }

  private static VarianceShare share(double[] part, double[] whole, double wholeMean, Run run) {
    double partMean = mean(part);
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < whole.length; i++) {
      double w = whole[i] - wholeMean;
      covariance += (part[i] - partMean) * w / whole.length;
      variance += w * w / whole.length;
    }
    double share = covariance / variance;
    if (whole.length / run.sampling().replicates() < FEWEST) {
      return new VarianceShare(share, Double.NaN, Double.NaN);
    }
    double[] influence = new double[whole.length];
    for (int i = 0; i < whole.length; i++) {
      double w = whole[i] - wholeMean;
      influence[i] = ((part[i] - partMean) * w - share * w * w) / variance;
    }
    return VarianceShare.byInfluence(share, new Draws(influence, run));
  }

  private static double mean(double[] values) {
    return CompensatedSum.sum(values, 0, values.length) / values.length;
  }

  /** A row a part, the largest share first. */
  @Override
  public String toString() {
    TextTable table = new TextTable().left("part").right("share").right("MC s.e.");
    double sum = 0;
    for (Part part : parts) {
      sum += part.share.value();
      table.row(
          part.variable.label(),
          NumberText.share(part.share.value()),
          NumberText.share(part.share.standardError()));
    }
    table.row("sum", String.format(Locale.ROOT, "%.3f", sum), "");
    return "Variance of "
        + total.label()
        + " in "
        + year
        + ", by part; scenario "
        + scenario
        + "\n"
        + table;
  }
}
