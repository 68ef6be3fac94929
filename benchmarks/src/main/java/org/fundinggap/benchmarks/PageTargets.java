package org.fundinggap.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.fundinggap.benchmarks.Measurements.Subject;
import org.fundinggap.benchmarks.ReferenceWorkload.Difference;
import org.fundinggap.benchmarks.SpreadStudy.Figure;
import org.fundinggap.benchmarks.SpreadStudy.Spread;
import org.fundinggap.benchmarks.peers.Peer;

/** What the library means to reach, beside what it does: all as ratios from one run. */
final class PageTargets {
  private static final Subject C = new Subject(Measurements.C, 0);
  private static final Subject NUMPY = new Subject(Measurements.NUMPY, 0);

  private final Measurements measured;
  private final List<Integer> jdks;
  private final IntFunction<Ratio> englandRatio;

  /**
   * A target.
   *
   * @param text what is divided by what
   * @param atMost whether the bound is an upper one
   * @param bounds by JDK; none where nothing is asked
   * @param ratio what was measured on a JDK
   */
  private record Target(
      String text, boolean atMost, Map<Integer, Double> bounds, IntFunction<Ratio> ratio) {

    String reached(Ratio measured, double bound) {
      if (!measured.isMeasured()) {
        return "not known";
      }
      double value = measured.value().getAsDouble();
      return (atMost ? value <= bound : value >= bound) ? "yes" : "no";
    }
  }

  PageTargets(Measurements measured, List<Integer> jdks, IntFunction<Ratio> englandRatio) {
    this.measured = measured;
    this.jdks = List.copyOf(jdks);
    this.englandRatio = englandRatio;
  }

  List<String> lines() {
    Markdown table = new Markdown(2, "ratio", "JDK", "wanted", "measured", "reached");
    for (Target target : targets()) {
      for (int jdk : jdks) {
        Double bound = target.bounds.get(jdk);
        Ratio ratio = target.ratio.apply(jdk);
        if (bound != null && ratio.value().isPresent()) {
          table.row(
              target.text,
              Integer.toString(jdk),
              (target.atMost ? "at most " : "at least ") + bound,
              ratio.text(),
              target.reached(ratio, bound));
        }
      }
    }
    for (Figure figure : Figure.values()) {
      addSobol(table, figure);
    }
    return table.lines();
  }

  /** How precise draws are is the same on every JDK. */
  private void addSobol(Markdown table, Figure figure) {
    int wanted = SpreadTables.wanted(figure);
    for (Spread spread : Spread.values()) {
      OptionalDouble gain = measured.median(new Subject(Measurements.gain(spread, figure), 0));
      if (gain.isPresent()) {
        table.row(
            "variance of England's gap ("
                + figure.label()
                + "), independent draws over "
                + spread.label(),
            "any",
            "at least " + wanted,
            String.format(Locale.ROOT, "%.2f", gain.getAsDouble()),
            gain.getAsDouble() >= wanted ? "yes" : "no");
      }
    }
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    targets.add(
        atMost(
            "reference workload, time over C's",
            Map.of(17, 2.0, 25, 1.2),
            jdk -> measured.ratio(ours(jdk), C)));
    targets.add(faster("NumPy", jdk -> NUMPY, Map.of(25, 3.5)));
    targets.add(faster(Peer.SSJ, 3.0, 5.0));
    targets.add(faster(Peer.FINMATH, 3.0, 5.0));
    targets.add(faster(Peer.XOSHIRO, 1.5, 2.5));
    targets.add(faster(Peer.L64X128, 1.5, 2.5));
    targets.add(
        new Target(
            "one thread's time over two threads'",
            false,
            onBoth(1.85),
            jdk -> measured.ratio(ours(jdk), new Subject(TimedCases.reference(2), jdk))));
    for (Difference difference : Difference.values()) {
      targets.add(
          atMost(
              "twenty scenarios' time over one's, where " + difference.label() + " differs",
              onBoth(4.0),
              jdk -> twentyOverOne(difference, jdk)));
    }
    targets.add(
        atMost("bytes allocated a draw beyond the results", onBoth(1.0), this::beyondResults));
    targets.add(
        atMost(
            "England's time a draw-year over the reference workload's", onBoth(3.0), englandRatio));
    return targets;
  }

  private Ratio twentyOverOne(Difference difference, int jdk) {
    return measured.ratio(
        new Subject(TimedCases.scenarios(difference), jdk),
        new Subject(TimedCases.ONE_SCENARIO, jdk));
  }

  private Ratio beyondResults(int jdk) {
    OptionalDouble run = measured.median(new Subject(Measurements.ALLOCATED, jdk));
    return new Ratio(PageTables.beyondResults(run), OptionalDouble.empty());
  }

  private static Map<Integer, Double> onBoth(double bound) {
    return Map.of(17, bound, 25, bound);
  }

  private static Target atMost(String text, Map<Integer, Double> bounds, IntFunction<Ratio> ratio) {
    return new Target(text, true, bounds, ratio);
  }

  private static Subject ours(int jdk) {
    return new Subject(TimedCases.reference(1), jdk);
  }

  private Target faster(Peer peer, double on17, double on25) {
    return faster(
        peer.label(), jdk -> new Subject(TimedCases.peer(peer), jdk), Map.of(17, on17, 25, on25));
  }

  private Target faster(String name, IntFunction<Subject> peer, Map<Integer, Double> bounds) {
    return new Target(
        name + ", time over fundinggap's",
        false,
        bounds,
        jdk -> measured.ratio(peer.apply(jdk), ours(jdk)));
  }
}
