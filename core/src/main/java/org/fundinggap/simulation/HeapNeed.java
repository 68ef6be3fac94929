package org.fundinggap.simulation;

import com.google.common.collect.Iterables;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fundinggap.internal.NumberText;
import org.fundinggap.model.Block;
import org.fundinggap.model.Model;
import org.fundinggap.model.Option;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;

/**
 * What a run will take of the heap, part by part, so that one that does not fit is refused before
 * it begins. It decides on nothing but that: what is kept depends on {@link Settings} alone.
 *
 * <p>It must fit in what the heap still has: the largest heap, less what is in use, less an
 * allowance of a tenth for what the collector needs and for small things. What is in use is
 * measured, as it may be anything: registers, models, earlier results. Garbage counts until it is
 * collected, so before a refusal it is collected once.
 */
final class HeapNeed {
  /** The part of the heap that is left alone. */
  private static final double ALLOWANCE = 0.1;

  /** What look-ups take for an equation of a scenario. With it a worker of England is 4% less. */
  private static final double BYTES_AN_EQUATION = 4_096;

  /** Into how many regions the usual collector cuts the heap, at least. */
  private static final long REGIONS = 2_048;

  private static final long LEAST_REGION = 1L << 20;
  private static final long GREATEST_REGION = 1L << 25;
  private static final double HEAD_OF_ARRAY = 16;

  private final Map<String, Double> parts = new LinkedHashMap<>();
  private final long heap;

  HeapNeed() {
    this(Runtime.getRuntime().maxMemory());
  }

  /** For a heap of another size. */
  HeapNeed(long heap) {
    this.heap = heap;
  }

  /** Adds a part, for the message. */
  HeapNeed add(String what, double bytes) {
    if (bytes > 0) {
      parts.merge(what, bytes, Double::sum);
    }
    return this;
  }

  /** Adds arrays of as many numbers as there are draws. */
  HeapNeed addDraws(String what, double arrays, int draws) {
    return add(what, arrays * bytes(draws));
  }

  /**
   * Adds what some threads work in while they run scenarios together: at most, as scenarios that
   * take results over from others need fewer columns.
   */
  HeapNeed addColumns(List<? extends Option> options, int workers) {
    double column = Double.BYTES * (double) Block.SIZE + HEAD_OF_ARRAY;
    double columns = 0;
    double equations = 0;
    Set<Quantity> shared = new HashSet<>();
    for (Option option : options) {
      Model model = option.inputs().model();
      // This year's and last year's; shocks are zeros of a scenario's own in its base year.
      columns += 2 * model.variables().size() + model.shocks().size();
      equations += model.equations().size();
      Iterables.addAll(shared, model.parameters());
      Iterables.addAll(shared, model.shocks());
      // The normals of parameters that move together, as they are drawn and as they move.
      columns += 2 * model.parameters().stream().filter(together(option)).count();
    }
    columns += shared.size() + Block.SCRATCH;
    return add(
        "columns of " + NumberText.count(workers, "thread"),
        workers * (columns * column + equations * BYTES_AN_EQUATION));
  }

  private static Predicate<Parameter> together(Option option) {
    return parameter -> option.inputs().correlation(parameter).isPresent();
  }

  /**
   * What an array of draws takes. The usual collector gives one that is at least half a region as
   * many whole regions as it needs, and other collectors no more than that.
   */
  private double bytes(int draws) {
    double bytes = HEAD_OF_ARRAY + (double) Double.BYTES * draws;
    long usual = Long.highestOneBit(Math.max(1, heap / REGIONS));
    double region = Math.min(GREATEST_REGION, Math.max(LEAST_REGION, usual));
    return bytes < region / 2 ? bytes : Math.ceil(bytes / region) * region;
  }

  /** The sum of all parts. */
  double total() {
    return parts.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /**
   * Refuses what does not fit.
   *
   * @param ways what else to do than to give the JVM more memory
   * @throws IllegalArgumentException if the heap has less left
   */
  void require(String ways) {
    if (total() > left(used())) {
      System.gc();
      require(ways, used());
    }
  }

  /** The same if so much is in use. */
  void require(String ways, long used) {
    double left = left(used);
    if (total() > left) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "memory for a run must be at most %.0f MB (a heap of %.0f MB, less %.0f MB in use,"
                  + " less a tenth), was %.0f MB: %s; give the JVM a larger -Xmx, or %s",
              Math.max(0, left) / 1e6,
              heap / 1e6,
              used / 1e6,
              total() / 1e6,
              parts.entrySet().stream()
                  .map(
                      part ->
                          String.format(
                              Locale.ROOT, "%s %.0f MB", part.getKey(), part.getValue() / 1e6))
                  .collect(Collectors.joining(", ")),
              ways));
    }
  }

  private double left(long used) {
    return heap * (1 - ALLOWANCE) - used;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** The parts in bytes. */
  @Override
  public String toString() {
    return "Need of " + parts;
  }
}
