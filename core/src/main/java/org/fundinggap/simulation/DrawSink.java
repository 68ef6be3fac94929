package org.fundinggap.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fundinggap.model.BlockStepper;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Quantity;
import org.fundinggap.quantity.FinancialYear;

/** Takes one draw of every quantity out of the one block that it is given. */
final class DrawSink implements Sink {
  private final Inputs inputs;
  private final int draw;
  private final List<Map<Quantity, Double>> values = new ArrayList<>();

  DrawSink(Inputs inputs, int draw) {
    this.inputs = inputs;
    this.draw = draw;
  }

  @Override
  public void store(BlockStepper run, FinancialYear year, int firstDraw, int draws) {
    Map<Quantity, Double> ofYear = new LinkedHashMap<>();
    for (Quantity each : Snapshot.drawn(inputs, year)) {
      ofYear.put(each, Snapshot.column(run, each)[draw - firstDraw]);
    }
    values.add(ofYear);
  }

  /** The values by year, in order of the years. */
  List<Map<Quantity, Double>> values() {
    return values;
  }
}
