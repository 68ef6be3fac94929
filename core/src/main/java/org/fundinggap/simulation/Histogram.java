package org.fundinggap.simulation;

import com.google.common.hash.Hasher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fundinggap.internal.Checks;

/**
 * How many draws of one number fell into which bin, when there are too many to keep. Bins are the
 * same whatever the draws, so histograms add up in any order to the same bits.
 */
final class Histogram implements Summary {
  /*
   * Layout. The first 12 bits of a double, sign and exponent, choose a page; the next 11 a bin of it. A
   * page has 2,048 bins and is made when first needed: a number that stays within a factor of four or so
   * takes two or three pages of 8 kB.
   *
   * Reason. Bins that are fixed beforehand need no look at the draws first, and merge by addition. They
   * can be found by a shift.
   *
   * Error. A bin is at most 2^-11 wide relative to its ends, so a quantile is within 0.05% of itself,
   * and in practice far closer, as ranks are laid evenly over the bin. The least and the greatest draw,
   * mean and standard deviation are exact.
   */
  private static final int BIN_BITS = 11;

  private static final int BINS = 1 << BIN_BITS;
  private static final int PAGE_SHIFT = 52;
  private static final int BIN_SHIFT = PAGE_SHIFT - BIN_BITS;
  private static final int PAGES = 1 << 12;

  /** A page without draws. */
  private static final int[] NONE = {};

  /** Pages from here on are of negative numbers. */
  private static final int NEGATIVE = PAGES / 2;

  private final int[][] pages = new int[PAGES][];
  private final GroupedMoments moments = new GroupedMoments();
  private int notNumbers;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;

  /** A histogram of nothing. */
  Histogram() {
    Arrays.fill(pages, NONE);
  }

  /** The histogram of all draws of some parts of a run. */
  static Histogram joined(List<Histogram> parts) {
    Histogram all = new Histogram();
    parts.forEach(all::add);
    return all;
  }

  /** Adds a block of draws. */
  void add(double[] values, int count) {
    moments.add(values, count);
    for (int i = 0; i < count; i++) {
      double value = values[i] + 0.0; // makes a negative zero positive
      if (Double.isNaN(value)) {
        notNumbers++;
        continue;
      }
      // Not Math.min and max, which take part of the loop's time to look for NaN and signed zeros.
      if (value < least) {
        least = value;
      }
      if (value > greatest) {
        greatest = value;
      }
      long bits = Double.doubleToRawLongBits(value);
      page((int) (bits >>> PAGE_SHIFT))[(int) (bits >>> BIN_SHIFT) & (BINS - 1)]++;
    }
  }

  private int[] page(int number) {
    int[] page = pages[number];
    if (page.length == 0) {
      page = new int[BINS];
      pages[number] = page;
    }
    return page;
  }

  /** Adds the draws of another, which is not changed. */
  void add(Histogram other) {
    moments.add(other.moments);
    notNumbers += other.notNumbers;
    least = Math.min(least, other.least);
    greatest = Math.max(greatest, other.greatest);
    for (int number = 0; number < PAGES; number++) {
      int[] theirs = other.pages[number];
      if (theirs.length > 0) {
        int[] ours = page(number);
        for (int bin = 0; bin < BINS; bin++) {
          ours[bin] += theirs[bin];
        }
      }
    }
  }

  @Override
  public int size() {
    return (int) moments.count();
  }

  @Override
  public double mean() {
    return moments.mean();
  }

  @Override
  public double standardDeviation() {
    return moments.standardDeviation();
  }

  @Override
  public double quantile(double probability) {
    Place place = Place.of(probability, size());
    if (notNumbers > 0) {
      return Double.NaN;
    }
    double lower = atRank(place.below());
    return place.weight() == 0
        ? lower
        : lower + place.weight() * (atRank(place.below() + 1) - lower);
  }

  /** The draw of a rank from 0, as if the draws of a bin lay evenly in it. */
  private double atRank(int rank) {
    if (rank == 0 || rank == size() - 1) {
      return rank == 0 ? least : greatest;
    }
    long before = 0;
    for (Bin bin : bins()) {
      if (rank < before + bin.count) {
        return bin.at((rank - before + 0.5) / bin.count);
      }
      before += bin.count;
    }
    return greatest;
  }

  @Override
  public double probabilityAbove(double threshold) {
    Checks.finite(threshold, "threshold");
    if (notNumbers > 0) {
      return Double.NaN;
    }
    double above = 0;
    for (Bin bin : bins()) {
      above += bin.count * bin.shareAbove(threshold);
    }
    return above / size();
  }

  /**
   * A bin that holds draws.
   *
   * @param lower its least value, not below the least draw
   * @param upper its greatest, not above the greatest draw
   * @param count how many draws it holds
   */
  private record Bin(double lower, double upper, int count) {
    double at(double share) {
      return Double.isInfinite(upper) ? lower : lower + share * (upper - lower);
    }

    double shareAbove(double threshold) {
      if (threshold < lower || threshold >= upper) {
        return threshold < lower ? 1 : 0;
      }
      return Double.isInfinite(upper) ? 1 : (upper - threshold) / (upper - lower);
    }
  }

  /** The bins that hold draws, in rising order. */
  private List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int number = PAGES - 1; number >= NEGATIVE; number--) {
      for (int i = BINS - 1; i >= 0; i--) {
        addBin(number, i, bins);
      }
    }
    for (int number = 0; number < NEGATIVE; number++) {
      for (int i = 0; i < BINS; i++) {
        addBin(number, i, bins);
      }
    }
    return bins;
  }

  private void addBin(int number, int i, List<Bin> bins) {
    int[] page = pages[number];
    if (page.length == 0 || page[i] == 0) {
      return;
    }
    long bits = ((long) number << PAGE_SHIFT) | ((long) i << BIN_SHIFT);
    double near = Double.longBitsToDouble(bits);
    double far = Double.isInfinite(near) ? near : Double.longBitsToDouble(bits + (1L << BIN_SHIFT));
    double lower = Math.max(least, Math.min(near, far));
    bins.add(new Bin(lower, Math.min(greatest, Math.max(near, far)), page[i]));
  }

  void hashInto(Hasher hasher) {
    moments.hashInto(hasher);
    hasher.putInt(notNumbers);
    for (Bin bin : bins()) {
      hasher.putDouble(bin.lower).putInt(bin.count);
    }
  }
}
