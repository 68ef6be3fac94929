package org.fundinggap.benchmarks;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundinggap.benchmarks.ReferenceWorkload.Difference;
import org.fundinggap.benchmarks.SamplingBenchmark.Family;
import org.fundinggap.benchmarks.TimeToAccuracyBenchmark.Draw;
import org.fundinggap.benchmarks.peers.Peer;

/** All that the page measures, and what each is called. */
final class TimedCases {
  /** Draws of England's case: in all, and when only trying out. */
  static final int ENGLAND_DRAWS = 1_000_000;

  /** Draws with which the catalogue is compared. */
  static final int CATALOGUE_DRAWS = 100_000;

  static final int QUICK_ENGLAND_DRAWS = 1 << 14;

  static final String ENGLAND = "england";
  static final String CATALOGUE = "catalogue";
  static final String CATALOGUE_BASELINE = "catalogue baseline";
  static final String ONE_SCENARIO = "scenarios 1";

  /** Standard error asked for, GBP million. */
  static final int BOUND = 20;

  /** What the page calls a kernel, by benchmark method. */
  static final List<Map.Entry<String, String>> KERNELS =
      List.of(
          Map.entry("expOfGrowth", "exp of [-0.2, 0.2]"),
          Map.entry("expOfWide", "exp of [-20, 20]"),
          Map.entry("expOfMath", "`Math.exp` of [-0.2, 0.2]"),
          Map.entry("expOfStrictMath", "`StrictMath.exp` of [-0.2, 0.2]"),
          Map.entry("log", "log"),
          Map.entry("logOfMath", "`Math.log`"),
          Map.entry("logOfStrictMath", "`StrictMath.log`"),
          Map.entry("normalQuantile", "normal quantile"),
          Map.entry("normalQuantileOfCommonsMath", "normal quantile of Commons Math"));

  /** What the page calls a way of sampling, by benchmark method. */
  static final List<Map.Entry<String, String>> SAMPLING =
      List.of(
          Map.entry("uniforms", "uniforms of a stream"),
          Map.entry("normals", "normals of a stream"),
          Map.entry("correlation", "correlating six normals, for each"));

  /** Peers that take so many seconds that they are warm after one run. */
  private static final Set<Peer> SLOW =
      EnumSet.of(Peer.SSJ, Peer.SSJ_FASTEST, Peer.FINMATH, Peer.COMMONS_MATH);

  private TimedCases() {}

  static String reference(int threads) {
    return "reference " + threads;
  }

  static String scenarios(Difference difference) {
    return "scenarios 20 " + difference;
  }

  static String peer(Peer peer) {
    return "peer " + peer;
  }

  static String kernel(String method) {
    return "kernel " + method;
  }

  static String sampling(String method) {
    return "sampling " + method;
  }

  static String quantiles(Family family) {
    return "quantiles " + family;
  }

  static String accuracy(Draw draw) {
    return "accuracy " + draw;
  }

  /** How many draws {@link #accuracy} needs, which is no time. */
  static String draws(Draw draw) {
    return "draws " + draw;
  }

  /**
   * The cases in the order in which a round runs them.
   *
   * @param quick whether they are only to be tried out
   */
  static List<TimedCase> all(boolean quick) {
    List<TimedCase> cases = new ArrayList<>();
    for (int threads = 1; threads <= 2; threads++) {
      Map<String, String> parameters = Map.of("threads", Integer.toString(threads));
      String benchmark = "ReferenceWorkloadBenchmark.oneScenario";
      cases.add(TimedCase.run(reference(threads), benchmark, parameters, 12, 18));
    }
    addScenarios(cases);
    for (Peer peer : Peer.values()) {
      Map<String, String> parameters = Map.of("peer", peer.name());
      String benchmark = "PeersBenchmark.referenceWorkload";
      boolean slow = SLOW.contains(peer);
      cases.add(
          TimedCase.run(peer(peer), benchmark, parameters, slow ? 1 : 3, slow ? 2 : 3).inAtMost(3));
    }
    addEngland(cases, quick);
    addLoops(cases);
    return quick ? cases.stream().map(TimedCase::quick).toList() : List.copyOf(cases);
  }

  private static void addScenarios(List<TimedCase> cases) {
    String benchmark = "ReferenceWorkloadBenchmark.manyScenarios";
    Map<String, String> one = Map.of("scenarios", "1", "difference", Difference.FUNDING.name());
    cases.add(TimedCase.run(ONE_SCENARIO, benchmark, one, 60, 40).inAtMost(3));
    for (Difference difference : Difference.values()) {
      Map<String, String> twenty = Map.of("scenarios", "20", "difference", difference.name());
      cases.add(TimedCase.run(scenarios(difference), benchmark, twenty, 20, 20).inAtMost(3));
    }
  }

  private static void addEngland(List<TimedCase> cases, boolean quick) {
    int draws = quick ? QUICK_ENGLAND_DRAWS : ENGLAND_DRAWS;
    Map<String, String> england = Map.of("manyDraws", Integer.toString(draws));
    cases.add(TimedCase.run(ENGLAND, "EnglandBenchmark.summarised", england, 0, 1).inAtMost(2));
    for (boolean measures : new boolean[] {true, false}) {
      Map<String, String> compared =
          Map.of(
              "measures",
              Boolean.toString(measures),
              "comparedDraws",
              Integer.toString(quick ? QUICK_ENGLAND_DRAWS : CATALOGUE_DRAWS),
              "workers",
              "2");
      String key = measures ? CATALOGUE : CATALOGUE_BASELINE;
      cases.add(TimedCase.run(key, "CatalogueBenchmark.compared", compared, 1, 1).inAtMost(3));
    }
    for (Draw draw : Draw.values()) {
      Map<String, String> accuracy =
          Map.of("sampler", draw.name(), "bound", Integer.toString(BOUND));
      cases.add(
          TimedCase.run(accuracy(draw), "TimeToAccuracyBenchmark.standStillGap", accuracy, 2, 2)
              .inAtMost(3));
    }
  }

  private static void addLoops(List<TimedCase> cases) {
    for (Map.Entry<String, String> kernel : KERNELS) {
      String method = kernel.getKey();
      cases.add(TimedCase.loop(kernel(method), "KernelBenchmark." + method, Map.of()));
    }
    for (Map.Entry<String, String> way : SAMPLING) {
      String method = way.getKey();
      cases.add(TimedCase.loop(sampling(method), "SamplingBenchmark." + method, Map.of()));
    }
    for (Family family : Family.values()) {
      Map<String, String> parameters = Map.of("family", family.name());
      cases.add(TimedCase.loop(quantiles(family), "SamplingBenchmark.quantiles", parameters));
    }
  }
}
