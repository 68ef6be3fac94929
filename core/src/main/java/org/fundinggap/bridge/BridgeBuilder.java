package org.fundinggap.bridge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fundinggap.draws.Draws;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NumberText;
import org.fundinggap.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link Bridge} together from terms that are products of factors and from terms that are
 * just added. Not for use by several threads at once.
 *
 * <p>A product that starts or ends at zero in a draw goes to the factors that are zero there, in
 * equal parts; one that starts and ends at zero contributes nothing.
 */
public final class BridgeBuilder {
  private record SignedTerm(BridgeTerm term, int sign) {}

  private record SignedFactor(BridgeFactor factor, int sign) {}

  private final String title;
  private final String unit;
  private String from = "start";
  private String to = "end";
  private String note = "";
  private final List<String> drivers = new ArrayList<>();
  private final List<SignedTerm> products = new ArrayList<>();
  private final List<SignedFactor> additions = new ArrayList<>();
  private @Nullable BridgeFactor totals;

  BridgeBuilder(String title, String unit) {
    this.title = Checks.notBlank(title, "title");
    this.unit = Checks.notBlank(unit, "unit");
  }

  /**
   * Names the two ends; otherwise they are {@code start} and {@code end}.
   *
   * @param start such as {@code 2024-25}
   * @param end such as {@code 2034-35}
   * @return this builder
   * @throws IllegalArgumentException if a name is blank
   */
  public BridgeBuilder between(String start, String end) {
    from = Checks.notBlank(start, "start");
    to = Checks.notBlank(end, "end");
    return this;
  }

  /**
   * Adds a note, shown under the title.
   *
   * @param text sentences, printed under the title
   * @return this builder
   */
  public BridgeBuilder note(String text) {
    note = text;
    return this;
  }

  /**
   * Names drivers in the order in which they are shown, with those that no term has, which
   * contribute nothing. Others follow as they come; without this call all do.
   *
   * @param names the drivers
   * @return this builder
   */
  public BridgeBuilder drivers(String... names) {
    for (String name : names) {
      drivers.add(Checks.notBlank(name, "driver"));
    }
    return this;
  }

  /**
   * Adds a product.
   *
   * @param term with at least one factor
   * @return this builder
   */
  public BridgeBuilder plus(BridgeTerm term) {
    products.add(new SignedTerm(term, 1));
    return this;
  }

  /**
   * Takes a product off.
   *
   * @param term with at least one factor
   * @return this builder
   */
  public BridgeBuilder minus(BridgeTerm term) {
    products.add(new SignedTerm(term, -1));
    return this;
  }

  /**
   * Adds a number that is no product; its change counts to one driver.
   *
   * @param driver the driver
   * @param start its draws at the start, finite, of any sign
   * @param end its draws at the end, finite, of any sign
   * @return this builder
   */
  public BridgeBuilder plus(String driver, Draws start, Draws end) {
    additions.add(new SignedFactor(new BridgeFactor(driver, start, end), 1));
    return this;
  }

  /**
   * Takes a number off that is no product; less its change counts to one driver.
   *
   * @param driver the driver
   * @param start its draws at the start, finite, of any sign
   * @param end its draws at the end, finite, of any sign
   * @return this builder
   */
  public BridgeBuilder minus(String driver, Draws start, Draws end) {
    additions.add(new SignedFactor(new BridgeFactor(driver, start, end), -1));
    return this;
  }

  /**
   * Gives the two numbers that are bridged, which the terms must add up to; otherwise they are the
   * sums of the terms.
   *
   * @param start its draws
   * @param end its draws
   * @return this builder
   */
  public BridgeBuilder totals(Draws start, Draws end) {
    totals = new BridgeFactor("total", start, end);
    return this;
  }

  /**
   * Works the bridge out.
   *
   * @return the bridge
   * @throws InvalidInputException if there is no term, one has no factor, numbers of draws or how
   *     they were spread differ, a draw is not finite, a factor is negative, a product overflows,
   *     or terms do not add up to the {@link #totals} within 1e-9 of the largest; all are listed
   */
  public Bridge build() {
    List<String> problems = new ArrayList<>();
    List<BridgeFactor> all = everything();
    for (SignedTerm product : products) {
      if (product.term().factors().isEmpty()) {
        problems.add(
            "term \"" + product.term().name() + "\" must have at least one factor, had none");
      }
    }
    if (all.isEmpty()) {
      problems.add("bridge must have at least one term, had none; add one with plus(...)");
    }
    InvalidInputException.throwIfAny("bridge of " + title, problems);
    Draws run = all.get(0).from();
    for (SignedTerm product : products) {
      String name = " of \"" + product.term().name() + "\"";
      product.term().factors().forEach(each -> BridgeChecks.add(name, each, run, 0, problems));
    }
    for (BridgeFactor each : all.subList(factors(), all.size())) {
      BridgeChecks.add("", each, run, Double.NEGATIVE_INFINITY, problems);
    }
    InvalidInputException.throwIfAny("bridge of " + title, problems);
    BridgeSum sum = new BridgeSum(run.size());
    drivers.forEach(sum::know);
    products.forEach(each -> sum.add(each.term(), each.sign()));
    additions.forEach(each -> sum.add(each.factor(), each.sign()));
    return bridge(run, sum);
  }

  /** Factors of products first, then what is added, then the totals. */
  private List<BridgeFactor> everything() {
    return Stream.of(
            products.stream().flatMap(each -> each.term().factors().stream()),
            additions.stream().map(SignedFactor::factor),
            Stream.ofNullable(totals))
        .flatMap(each -> each)
        .toList();
  }

  private int factors() {
    return products.stream().mapToInt(each -> each.term().factors().size()).sum();
  }

  private Bridge bridge(Draws run, BridgeSum sum) {
    BridgeFactor ends = totals;
    List<String> problems = new ArrayList<>();
    sum.addProblems(problems);
    if (ends != null) {
      BridgeChecks.addDifference("start", ends.from(), sum.start(), sum.largest(), problems);
      BridgeChecks.addDifference("end", ends.to(), sum.end(), sum.largest(), problems);
    }
    InvalidInputException.throwIfAny("bridge of " + title, problems);
    Map<String, Draws> contributions = new LinkedHashMap<>();
    sum.contributions()
        .forEach((driver, change) -> contributions.put(driver, BridgeDraws.like(run, change)));
    return new Bridge(
        new BridgeHead(title, unit, from, to, note),
        ends == null ? BridgeDraws.like(run, sum.start()) : ends.from(),
        ends == null ? BridgeDraws.like(run, sum.end()) : ends.to(),
        contributions);
  }

  /** What it is a bridge of, and how much was added so far. */
  @Override
  public String toString() {
    return title
        + " in "
        + unit
        + ", from "
        + from
        + " to "
        + to
        + ", so far "
        + NumberText.count(products.size() + additions.size(), "term");
  }
}
