package org.fundinggap.reference;

import java.util.Arrays;
import java.util.List;
import org.fundinggap.demand.ChainByMatrix;

/** Closing and average stocks of a year of the placement chain, from one of two hands. */
interface ReferenceChain {
  /** The states in the order of the page. */
  List<String> STATES = List.of("foster", "homes", "supported", "adoption", "parents", "other");

  /** Six closing stocks, then six averages. */
  double[] year(ReferenceYear y);

  /** A variable for each state, such as placed.foster. */
  static List<String> each(String family) {
    return STATES.stream().map(state -> family + "." + state).toList();
  }

  /** The exponential of one matrix: another method than the model's. */
  static ReferenceChain byMatrix() {
    return y -> {
      int n = STATES.size();
      double[] opening = new double[n];
      double[] inflow = new double[n];
      double[] exit = new double[n];
      double[] move = new double[n];
      double[] destination = new double[n];
      double entrants = y.now("careEntries") + y.of("lookedAfterFlowShortfall");
      for (int j = 0; j < n; j++) {
        String state = STATES.get(j);
        opening[j] = y.last("placedOthers." + state);
        inflow[j] = y.of("entryShare." + state) / sum(y, "entryShare") * entrants;
        exit[j] = exitRate(y, state);
        move[j] = y.of("moveRate." + state);
        destination[j] = destination(y, state);
      }
      double all = Arrays.stream(destination).sum();
      for (int j = 0; j < n; j++) {
        destination[j] /= all;
      }
      ChainByMatrix year = ChainByMatrix.over(1, opening, inflow, exit, move, destination);
      double[] both = Arrays.copyOf(year.closing(), 2 * n);
      System.arraycopy(year.average(), 0, both, n, n);
      return both;
    };
  }

  private static double exitRate(ReferenceYear y, String state) {
    return Math.min(y.of("exitRate." + state) * y.exp(y.now("exitDeviation")), 8);
  }

  /** The least rate at which a state is left, by exit or move. */
  static double leastRate(ReferenceYear y) {
    return STATES.stream()
        .mapToDouble(state -> exitRate(y, state) + y.of("moveRate." + state))
        .min()
        .orElseThrow();
  }

  private static double destination(ReferenceYear y, String state) {
    double share = y.of("destinationShare." + state);
    return state.equals("foster") ? share : share * y.now("destinationWeight." + state);
  }

  /** The parameters of a family, added up in the order of the states. */
  static double sum(ReferenceYear y, String family) {
    double sum = 0;
    for (String state : STATES) {
      sum += y.of(family + "." + state);
    }
    return sum;
  }

  /** What the model found, before levers, for a look at the bits of all that comes after. */
  static ReferenceChain of(ModelDraw draw) {
    return y -> {
      double[] both = new double[2 * STATES.size()];
      for (int j = 0; j < STATES.size(); j++) {
        both[j] = draw.ownAt("placedOthers." + STATES.get(j), y.index());
        both[STATES.size() + j] = draw.ownAt("placedOthersAverage." + STATES.get(j), y.index());
      }
      return both;
    };
  }
}
