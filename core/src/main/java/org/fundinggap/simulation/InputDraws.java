package org.fundinggap.simulation;

import java.util.List;
import org.fundinggap.draws.Draws;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.model.Block;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shock;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Workspace;

/**
 * What a run drew, made again: draws are a pure function of seed, name, year and number, so nothing
 * has to be kept.
 */
final class InputDraws {
  private final Settings settings;
  private final DrawRange stretch;
  private final Inputs inputs;
  private final Workspace workspace = new Workspace();

  InputDraws(Settings settings, DrawRange stretch, Inputs inputs) {
    this.settings = settings;
    this.stretch = stretch;
    this.inputs = inputs;
  }

  /** The draws of a parameter of the inputs. */
  Draws draws(Parameter parameter) {
    ParameterColumns columns = new ParameterColumns(Chance.of(settings));
    double[] column = columns.column(parameter, inputs);
    return all(column, (first, draws) -> columns.draw(first, draws, workspace));
  }

  /** The draws of a shock of the model in a year of the inputs; zeros in the base year. */
  Draws draws(Shock shock, FinancialYear year) {
    if (!inputs.model().shocks().contains(shock)) {
      throw new IllegalArgumentException(
          NearestNames.refusal(
              "shock must be of model " + inputs.model().name(),
              shock,
              inputs.model().shocks(),
              Shock::name));
    }
    if (inputs.years().indexOf(year) == 0) {
      return new Draws(new double[stretch.size()], settings.run(stretch.first()));
    }
    ShockColumns.Reader reader = ShockColumns.Reader.of(inputs, shock::equals);
    ShockColumns columns =
        new ShockColumns(Chance.of(settings), List.of(reader), YearRange.inclusive(year, year));
    double[] column = columns.column(reader, shock);
    return all(column, (first, draws) -> columns.draw(0, first, draws, workspace));
  }

  /** Fills a column with the block that starts at a draw. */
  @FunctionalInterface
  private interface Filler {
    void fill(int firstDraw, int draws);
  }

  private Draws all(double[] column, Filler filler) {
    double[] all = new double[stretch.size()];
    for (int done = 0; done < all.length; done += Block.SIZE) {
      int draws = Math.min(Block.SIZE, all.length - done);
      filler.fill(stretch.first() + done, draws);
      System.arraycopy(column, 0, all, done, draws);
    }
    return new Draws(all, settings.run(stretch.first()));
  }
}
