package org.fundinggap.simulation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundinggap.model.BlockRun;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** Where workers put the draws that are kept: blocks write to places of their own. */
final class Results {
  private final List<Slot> slots = new ArrayList<>();

  Results(List<Inputs> scenarios, List<Set<Variable>> kept, int draws) {
    for (int i = 0; i < scenarios.size(); i++) {
      slots.add(new Slot(scenarios.get(i).years(), kept.get(i), draws));
    }
  }

  List<Slot> slots() {
    return slots;
  }

  Slot slot(int scenario) {
    return slots.get(scenario);
  }

  /** The kept draws of one scenario: by variable, {@code [year][draw]}. */
  static final class Slot implements Sink {
    private final YearRange years;
    private final Map<Variable, double[][]> draws = new LinkedHashMap<>();
    private final ImmutableList<Variable> kept;
    private final double[][][] places;

    Slot(YearRange years, Set<Variable> kept, int size) {
      this.years = years;
      for (Variable variable : kept) {
        draws.put(variable, new double[years.length()][size]);
      }
      this.kept = ImmutableList.copyOf(kept);
      this.places = draws.values().toArray(double[][][]::new);
    }

    @Override
    public void store(BlockRun run, FinancialYear year, int firstDraw, int count) {
      int index = years.indexOf(year);
      for (int i = 0; i < places.length; i++) {
        System.arraycopy(run.column(kept.get(i)), 0, places[i][index], firstDraw, count);
      }
    }

    YearRange years() {
      return years;
    }

    Map<Variable, double[][]> draws() {
      return draws;
    }
  }
}
