package org.fundinggap.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.fundinggap.benchmarks.Measurements.Subject;
import org.fundinggap.benchmarks.ReferenceWorkload.Difference;
import org.fundinggap.benchmarks.SamplingBenchmark.Family;
import org.fundinggap.benchmarks.TimeToAccuracyBenchmark.Draw;
import org.fundinggap.benchmarks.peers.Peer;

/** The tables of the page, from what was measured. */
final class PageTables {
  private static final int OUTSIDE = 0;
  private static final double NANOSECONDS = 1e6;
  private static final double DRAWS = 1 << 20;
  private static final int PROJECTED_YEARS = 10;

  private static final Subject C = new Subject(Measurements.C, OUTSIDE);
  private static final Subject NUMPY = new Subject(Measurements.NUMPY, OUTSIDE);

  private final Measurements measured;
  private final List<Integer> jdks;
  private final Map<String, String> circumstances;
  private final int englandDraws;

  /**
   * Collects what the tables are made from.
   *
   * @param measured all times
   * @param jdks feature versions, in the order of rows
   * @param circumstances what the first table says of the run, in order
   * @param englandDraws how many draws England was run with
   */
  PageTables(
      Measurements measured,
      List<Integer> jdks,
      Map<String, String> circumstances,
      int englandDraws) {
    this.measured = measured;
    this.jdks = List.copyOf(jdks);
    this.circumstances = new LinkedHashMap<>(circumstances);
    this.englandDraws = englandDraws;
  }

  /** Every table by the name of its section. */
  Map<String, List<String>> sections() {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    sections.put("run", run());
    sections.put("targets", new PageTargets(measured, jdks, this::englandRatio).lines());
    sections.put("reference", reference());
    sections.put("threads", threads());
    sections.put("scenarios", scenarios());
    sections.put("allocation", allocation());
    sections.put("england", england());
    sections.put("catalogue", catalogue());
    sections.put("kernels", kernels());
    sections.put("sampling", sampling());
    sections.put("accuracy", accuracy());
    return sections;
  }

  private List<String> run() {
    Markdown table = new Markdown(2, "what", "on this run");
    circumstances.forEach(table::row);
    return table.lines();
  }

  private List<String> reference() {
    Markdown table =
        new Markdown(2, "program", "JDK", "ms", "spread", "times C", "times fundinggap");
    addReference(table, "C", C);
    addReference(table, "NumPy", NUMPY);
    for (int jdk : jdks) {
      addReference(table, "fundinggap", new Subject(TimedCases.reference(1), jdk));
    }
    for (Peer peer : Peer.values()) {
      for (int jdk : jdks) {
        addReference(table, peer.label(), new Subject(TimedCases.peer(peer), jdk));
      }
    }
    return table.lines();
  }

  /** Programs outside of Java stand beside the newest JDK's time. */
  private void addReference(Markdown table, String program, Subject key) {
    if (measured.median(key).isEmpty()) {
      return;
    }
    boolean outside = key.jdk() == OUTSIDE;
    int jdk = outside ? jdks.get(jdks.size() - 1) : key.jdk();
    table.row(
        program,
        outside ? "" : Integer.toString(jdk),
        Markdown.whole(measured.median(key)),
        Markdown.percent(measured.spread(key)),
        measured.ratio(key, C).text(),
        measured.ratio(key, new Subject(TimedCases.reference(1), jdk)).text());
  }

  private List<String> threads() {
    Markdown table = new Markdown(1, "JDK", "one thread, ms", "two threads, ms", "times as fast");
    for (int jdk : jdks) {
      Subject one = new Subject(TimedCases.reference(1), jdk);
      Subject two = new Subject(TimedCases.reference(2), jdk);
      table.row(
          Integer.toString(jdk),
          Markdown.whole(measured.median(one)),
          Markdown.whole(measured.median(two)),
          measured.ratio(one, two).text());
    }
    return table.lines();
  }

  private List<String> scenarios() {
    Markdown table =
        new Markdown(2, "what differs", "JDK", "one, ms", "twenty, ms", "times as long");
    for (Difference difference : Difference.values()) {
      for (int jdk : jdks) {
        Subject one = new Subject(TimedCases.ONE_SCENARIO, jdk);
        Subject twenty = new Subject(TimedCases.scenarios(difference), jdk);
        table.row(
            difference.label(),
            Integer.toString(jdk),
            Markdown.whole(measured.median(one)),
            Markdown.whole(measured.median(twenty)),
            measured.ratio(twenty, one).text());
      }
    }
    return table.lines();
  }

  private List<String> allocation() {
    Markdown table = new Markdown(1, "JDK", "bytes a draw", "of them results", "beyond");
    double results = resultBytes();
    for (int jdk : jdks) {
      OptionalDouble run = measured.median(new Subject(Measurements.ALLOCATED, jdk));
      table.row(
          Integer.toString(jdk),
          Markdown.hundredths(scaled(run, 1 / DRAWS)),
          Markdown.whole(OptionalDouble.of(results)),
          Markdown.hundredths(beyondResults(run)));
    }
    return table.lines();
  }

  /** One number a year, the base year with them. */
  private static double resultBytes() {
    return (double) Double.BYTES * ReferenceWorkload.YEARS.length();
  }

  /** Bytes a draw beyond results, from bytes a run. */
  static OptionalDouble beyondResults(OptionalDouble run) {
    return run.isEmpty() ? run : OptionalDouble.of(run.getAsDouble() / DRAWS - resultBytes());
  }

  private List<String> catalogue() {
    Markdown table =
        new Markdown(1, "JDK", "baseline alone, ms", "with all measures, ms", "times as long");
    for (int jdk : jdks) {
      Subject all = new Subject(TimedCases.CATALOGUE, jdk);
      Subject alone = new Subject(TimedCases.CATALOGUE_BASELINE, jdk);
      table.row(
          Integer.toString(jdk),
          Markdown.whole(measured.median(alone)),
          Markdown.whole(measured.median(all)),
          measured.ratio(all, alone).text());
    }
    return table.lines();
  }

  private List<String> england() {
    Markdown table =
        new Markdown(
            1,
            "JDK",
            String.format(Locale.ROOT, "%,d draws, ms", englandDraws),
            "a draw-year, ns",
            "of the reference workload, ns",
            "times as long");
    for (int jdk : jdks) {
      OptionalDouble england = measured.median(new Subject(TimedCases.ENGLAND, jdk));
      OptionalDouble reference = measured.median(new Subject(TimedCases.reference(1), jdk));
      table.row(
          Integer.toString(jdk),
          Markdown.whole(england),
          Markdown.whole(scaled(england, NANOSECONDS / PROJECTED_YEARS / englandDraws)),
          Markdown.whole(scaled(reference, NANOSECONDS / PROJECTED_YEARS / DRAWS)),
          englandRatio(jdk).text());
    }
    return table.lines();
  }

  private Ratio englandRatio(int jdk) {
    Subject england = new Subject(TimedCases.ENGLAND, jdk);
    Subject reference = new Subject(TimedCases.reference(1), jdk);
    return measured.ratio(england, reference).times(DRAWS / englandDraws);
  }

  private static OptionalDouble scaled(OptionalDouble value, double factor) {
    return value.isEmpty() ? value : OptionalDouble.of(factor * value.getAsDouble());
  }

  private List<String> kernels() {
    Map<String, String> rows = new LinkedHashMap<>();
    TimedCases.KERNELS.forEach(
        kernel -> rows.put(kernel.getValue(), TimedCases.kernel(kernel.getKey())));
    return nanoseconds(rows);
  }

  private List<String> sampling() {
    Map<String, String> rows = new LinkedHashMap<>();
    TimedCases.SAMPLING.forEach(way -> rows.put(way.getValue(), TimedCases.sampling(way.getKey())));
    for (Family family : Family.values()) {
      String name = family.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      rows.put(name + " from uniforms", TimedCases.quantiles(family));
    }
    return nanoseconds(rows);
  }

  private List<String> nanoseconds(Map<String, String> keysByName) {
    String[] heads = new String[1 + jdks.size()];
    heads[0] = "loop";
    for (int i = 0; i < jdks.size(); i++) {
      heads[1 + i] = "JDK " + jdks.get(i) + ", ns";
    }
    Markdown table = new Markdown(1, heads);
    keysByName.forEach(
        (name, key) -> {
          String[] cells = new String[heads.length];
          cells[0] = name;
          for (int i = 0; i < jdks.size(); i++) {
            cells[1 + i] = Markdown.hundredths(measured.median(new Subject(key, jdks.get(i))));
          }
          table.row(cells);
        });
    return table.lines();
  }

  private List<String> accuracy() {
    Markdown table =
        new Markdown(2, "sampler", "JDK", "standard error within, GBP million", "draws", "ms");
    for (Draw draw : Draw.values()) {
      for (int jdk : jdks) {
        table.row(
            draw.name().toLowerCase(Locale.ROOT),
            Integer.toString(jdk),
            Integer.toString(TimedCases.BOUND),
            Markdown.whole(measured.median(new Subject(TimedCases.draws(draw), OUTSIDE))),
            Markdown.whole(measured.median(new Subject(TimedCases.accuracy(draw), jdk))));
      }
    }
    return table.lines();
  }
}
