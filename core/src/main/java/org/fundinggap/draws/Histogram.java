package org.fundinggap.draws;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fundinggap.internal.Checks;

/**
 * How many draws of one number fell into which bin, when there are too many to keep. Bins are the
 * same whatever the draws, so histograms add up in any order to the same bits.
 */
public final class Histogram implements Summary {
  /*
   * Layout. The first 12 bits of a double, sign and exponent, choose a page; the next 11 a bin of it. A
   * page has 2,048 bins and is made when first needed: a number that stays within a factor of four or so
   * takes two or three pages of 8 kB. Pages and bins rise from the least double to the greatest.
   *
   * Reason. Bins that are fixed beforehand need no look at the draws first, and merge by addition. They
   * can be found by a shift. A bin holds its upper end and not its lower one, so that the share of draws
   * above an end is exact, atoms or not: ends are the numbers of up to 12 binary digits, such as 0, 0.25,
   * 4,095 or 5,000.
   *
   * Error. A bin is at most 2^-11 wide relative to its ends, so a draw of any rank is known to 0.05%, and
   * in practice far better, as ranks are laid evenly over the bin; only below 1.2e-311 may all digits be
   * off. A quantile between two draws is off by no more than those are. The probability of exceeding a
   * value is off by no more than the share of draws in the bin of the value. The least and the greatest
   * draw, infinities, mean and standard deviation are exact.
   */
  private static final int BIN_BITS = 11;

  private static final int BINS = 1 << BIN_BITS;
  private static final int PAGES = 1 << 12;
  private static final int BIN_SHIFT = 52 - BIN_BITS;

  /** The bins before this one are of negative numbers and zero. */
  private static final int POSITIVE = PAGES / 2 * BINS;

  /** A page without draws. */
  private static final int[] NONE = {};

  private final int[][] pages = new int[PAGES][];
  private final GroupedMoments moments = new GroupedMoments();
  private int notNumbers;
  private int infinite;
  private int negativeInfinite;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;

  /** A histogram of no draws yet. */
  public Histogram() {
    Arrays.fill(pages, NONE);
  }

  /**
   * What a histogram takes, for a look at memory beforehand: what a run keeps of England took 63 kB
   * a number of 5,000 draws and 73 of 50,000. A number on both sides of zero takes up to twice as
   * much as this, one of a single sign half.
   *
   * @param draws how many there are; more draws come closer to zero, and take more pages
   * @return bytes
   */
  public static double usualBytes(int draws) {
    double pages = 2 + 0.5 * (Integer.SIZE - Integer.numberOfLeadingZeros(draws));
    return Integer.BYTES * (PAGES + pages * BINS);
  }

  /**
   * The histogram of all draws of some parts of a run.
   *
   * @param parts in any order; not changed
   * @return a new histogram
   */
  public static Histogram joined(List<Histogram> parts) {
    Histogram all = new Histogram();
    parts.forEach(all::add);
    return all;
  }

  /**
   * Adds a block of draws.
   *
   * @param values the draws
   * @param count how many of them, from the start
   */
  public void add(double[] values, int count) {
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
      if (Double.isInfinite(value)) {
        infinite += value > 0 ? 1 : 0;
        negativeInfinite += value > 0 ? 0 : 1;
      } else {
        int bin = bin(value);
        page(bin >> BIN_BITS)[bin & (BINS - 1)]++;
      }
    }
  }

  /** The number of the bin of a finite number. */
  private static int bin(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long sign = bits >> (Long.SIZE - 1);
    // Rises with the value by one from each double to the next, and is 0 at zero.
    long place = ((bits & Long.MAX_VALUE) ^ sign) - sign;
    return (int) ((place - 1) >> BIN_SHIFT) + POSITIVE;
  }

  /** The greatest number of the bin before this one. */
  private static double end(int bin) {
    long place = (long) (bin - POSITIVE) << BIN_SHIFT;
    double size = Math.min(Double.MAX_VALUE, Double.longBitsToDouble(Math.abs(place)));
    return place < 0 ? -size : size;
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
    infinite += other.infinite;
    negativeInfinite += other.negativeInfinite;
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
  public int notNumbers() {
    return notNumbers;
  }

  @Override
  public int infinite() {
    return infinite + negativeInfinite;
  }

  @Override
  public double mean() {
    return least == greatest && notNumbers == 0 ? least : moments.mean();
  }

  @Override
  public double standardDeviation() {
    // What never varies has no deviation at all, not one of the last digits of a sum.
    boolean constant = least == greatest && notNumbers == 0 && Double.isFinite(least);
    return constant && size() > 1 ? 0 : moments.standardDeviation();
  }

  @Override
  public double quantile(double probability) {
    QuantileRank place = QuantileRank.of(probability, size());
    if (notNumbers > 0) {
      return Double.NaN;
    }
    List<Bin> bins = bins();
    double lower = atRank(place.below(), bins);
    double upper = place.weight() == 0 ? lower : atRank(place.below() + 1, bins);
    return place.between(lower, upper);
  }

  /** The draw of a rank from 0, as if the draws of a bin lay evenly in it. */
  private double atRank(int rank, List<Bin> bins) {
    if (rank == 0 || rank == size() - 1) {
      return rank == 0 ? least : greatest;
    }
    long before = 0;
    for (Bin bin : bins) {
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
   * @param lower what its values are above, or the least draw
   * @param upper its greatest value, not above the greatest draw
   * @param count how many draws it holds
   */
  private record Bin(double lower, double upper, int count) {
    double at(double share) {
      return lower == upper ? lower : lower + share * (upper - lower);
    }

    double shareAbove(double threshold) {
      if (threshold < lower || threshold >= upper) {
        return threshold < lower ? 1 : 0;
      }
      return (upper - threshold) / (upper - lower);
    }
  }

  /** The bins that hold draws, in rising order. */
  private List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    if (negativeInfinite > 0) {
      bins.add(new Bin(least, least, negativeInfinite));
    }
    for (int number = 0; number < PAGES; number++) {
      int[] page = pages[number];
      for (int i = 0; i < page.length; i++) {
        if (page[i] > 0) {
          bins.add(bin(number * BINS + i, page[i]));
        }
      }
    }
    if (infinite > 0) {
      bins.add(new Bin(greatest, greatest, infinite));
    }
    return bins;
  }

  private Bin bin(int number, int count) {
    double upper = Math.min(greatest, end(number + 1));
    // Zero is a common draw and must not be spread over the tiny numbers below it.
    double lower = number + 1 == POSITIVE ? 0 : end(number);
    return new Bin(Math.min(upper, Math.max(least, lower)), upper, count);
  }

  /** Mean and its error, 10th, 50th and 90th percentile. */
  @Override
  public String toString() {
    return SummaryLine.of(this);
  }

  @Override
  public byte[] toBytes() {
    List<Bin> bins = bins();
    int head = GroupedMoments.BYTES + Integer.BYTES + 2 * Double.BYTES;
    ByteBuffer bytes =
        ByteBuffer.allocate(head + bins.size() * (Double.BYTES + Integer.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    moments.put(bytes);
    bytes.putInt(notNumbers).putDouble(least).putDouble(greatest);
    for (Bin bin : bins) {
      bytes.putDouble(bin.lower).putInt(bin.count);
    }
    return bytes.array();
  }
}
