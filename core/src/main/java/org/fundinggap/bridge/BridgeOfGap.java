package org.fundinggap.bridge;

import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.cost.SocialWorkCost;
import org.fundinggap.demand.Placements;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Option;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.own.OwnLine;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;

/**
 * What a bridge of a gap of England is of, before its ends are known. Immutable.
 *
 * <p>Each cost line is a product of children, mix, unit cost, prices and policy, by equation C1 and
 * its step to the net basis; so are its drivers, {@link BridgeDriver}. Children looked after are
 * the volume of all lines of their placements, and which line they are in is the mix; leaving care,
 * safeguarding and block lines follow their own children and have no mix. Policy is what is left of
 * a line's cost over that product, exactly 1 without levers.
 */
public final class BridgeOfGap {
  private final Gap gap;

  /** The year whose prices it is in; empty for cash. */
  private final Optional<RealYear> real;

  private final Optional<Deflator> published;

  /** A year of prices; the base year of the first end if none is named. */
  private record RealYear(Optional<FinancialYear> named) {
    FinancialYear of(FinancialYear baseYear) {
      return named.orElse(baseYear);
    }
  }

  private BridgeOfGap(Gap gap, Optional<RealYear> real, Optional<Deflator> published) {
    this.gap = gap;
    this.real = real;
    this.published = published;
  }

  /**
   * A bridge of a gap in cash, between ends of one base year.
   *
   * @param gap which gap
   * @return what the bridge is of
   */
  public static BridgeOfGap of(Gap gap) {
    return new BridgeOfGap(gap, Optional.empty(), Optional.empty());
  }

  /**
   * The same in prices of the first end's base year, each draw by its own deflator. General
   * inflation is then no driver; funding that does not keep up with it shows in funding.
   *
   * @return another bridge
   */
  public BridgeOfGap inRealTerms() {
    return new BridgeOfGap(gap, Optional.of(new RealYear(Optional.empty())), published);
  }

  /**
   * The same in prices of a year of the first end's run, carried to that year by the deflator of
   * each draw.
   *
   * @param year such as 2025-26
   * @return another bridge, without general inflation as a driver
   */
  public BridgeOfGap inPricesOf(FinancialYear year) {
    return new BridgeOfGap(gap, Optional.of(new RealYear(Optional.of(year))), published);
  }

  /**
   * The same between ends of different base years, such as two vintages. Indices of the second are
   * put on the base year of the first by these published prices: what they rose between the base
   * years, more or less than the first expected, is then in general inflation, and what a child
   * cost in the second base year beyond that is in unit cost.
   *
   * @param prices the deflator of the later one, such as {@code baseline.deflator()}
   * @return another bridge
   */
  public BridgeOfGap withPrices(Deflator prices) {
    return new BridgeOfGap(gap, real, Optional.of(prices));
  }

  /**
   * What a simulation has to keep.
   *
   * @param options those of the run that may have cost lines of one's own; may be left out if none
   *     has
   * @return immutable, in the order of the model
   */
  public List<Variable> variables(Option... options) {
    Set<Variable> kept = new LinkedHashSet<>();
    kept.add(Placements.LOOKED_AFTER_AVERAGE);
    kept.add(Inflation.DEFLATOR);
    kept.add(SocialWorkCost.INTENSITY);
    for (CostLine line : CostLine.values()) {
      kept.add(line.volume());
      kept.add(line.index().price());
      kept.add(cost(gap, line));
    }
    for (Option option : options) {
      for (OwnLine line : ownLines(option)) {
        kept.add(line.need());
        line.price().ifPresent(kept::add);
        if (line.amount() instanceof OwnLine.Each each) {
          kept.add(each.volume());
        }
      }
    }
    kept.add(total(gap));
    if (gap == Gap.NEED) {
      kept.add(Cost.RESTORATION);
    }
    kept.add(funding(gap));
    kept.add(gap.cash());
    return List.copyOf(kept);
  }

  /** Cost lines of one's own, in the order of their names, as the model adds them up. */
  static List<OwnLine> ownLines(Option option) {
    return Scenario.additionsOf(option).stream()
        .filter(OwnLine.class::isInstance)
        .map(OwnLine.class::cast)
        .sorted(Comparator.comparing(OwnLine::id))
        .toList();
  }

  /** What a line costs, gross. */
  static Variable cost(Gap gap, CostLine line) {
    return gap == Gap.BUDGET ? line.spending() : line.need();
  }

  /** What all lines cost, net. */
  static Variable total(Gap gap) {
    return gap == Gap.BUDGET ? Cost.SPENDING : Cost.NEED;
  }

  static Variable funding(Gap gap) {
    return gap == Gap.NEED ? Funding.FUNDING : Funding.UNTIED;
  }

  /**
   * The bridge between two ends.
   *
   * @param from where it starts
   * @param to where it ends: another year, scenario or run with the same seeds and draws
   * @return the bridge, with the drivers {@link BridgeDriver}
   * @throws InvalidInputException if a run did not keep the draws of a variable that is needed, its
   *     model has no such cost lines, draws of the two do not pair up, or base years differ and no
   *     prices are given; all are listed
   */
  public Bridge between(BridgeCell from, BridgeCell to) {
    InvalidInputException.throwIfAny("bridge of the " + gap.label(), problems(from, to));
    Draws level =
        real.map(
                year ->
                    from.projection()
                        .outcome(from.scenario(), Inflation.DEFLATOR)
                        .in(year.of(from.baseYear())))
            .orElse(null);
    BridgeParts before = new BridgeParts(gap, from, 1, level);
    BridgeParts after = new BridgeParts(gap, to, link(from.baseYear(), to.baseYear()), level);
    BridgeBuilder bridge =
        Bridge.builder(title(from, to), unit(from.baseYear()))
            .between(label(from, to), label(to, from))
            .note(gap.definition());
    for (BridgeDriver driver : BridgeDriver.values()) {
      if (!(real.isPresent() && driver == BridgeDriver.PRICE)) {
        bridge.drivers(driver.label());
      }
    }
    for (CostLine line : CostLine.values()) {
      BridgeTerm term = BridgeTerm.of(line.label());
      for (BridgeDriver driver : before.factors(line)) {
        term = term.times(driver.label(), before.factor(line, driver), after.factor(line, driver));
      }
      bridge.plus(term);
    }
    addOwnLines(bridge, before, after);
    return bridge
        .plus(BridgeDriver.POLICY.label(), before.beyondLines(), after.beyondLines())
        .minus(BridgeDriver.FUNDING.label(), before.funding(), after.funding())
        .totals(before.gap(), after.gap())
        .build();
  }

  /** A line that one end alone has is policy: somebody decided to count it. */
  private static void addOwnLines(BridgeBuilder bridge, BridgeParts before, BridgeParts after) {
    Map<String, OwnLine> starts = Maps.uniqueIndex(before.ownLines(), OwnLine::id);
    Map<String, OwnLine> ends = Maps.uniqueIndex(after.ownLines(), OwnLine::id);
    for (String id : Sets.union(starts.keySet(), ends.keySet())) {
      OwnLine start = starts.get(id);
      OwnLine end = ends.get(id);
      if (start == null || end == null) {
        bridge.plus(BridgeDriver.POLICY.label(), before.cost(start), after.cost(end));
        continue;
      }
      Map<BridgeDriver, Draws> last = after.factors(end);
      BridgeTerm term = BridgeTerm.of(end.label());
      for (Map.Entry<BridgeDriver, Draws> first : before.factors(start).entrySet()) {
        BridgeDriver driver = first.getKey();
        term =
            term.times(driver.label(), first.getValue(), Objects.requireNonNull(last.get(driver)));
      }
      bridge.plus(term);
    }
  }

  /** Prices of the second base year over those of the first. */
  private double link(FinancialYear first, FinancialYear second) {
    return published.map(prices -> prices.index(second) / prices.index(first)).orElse(1.0);
  }

  private String unit(FinancialYear baseYear) {
    return real.map(year -> gap.real(year.of(baseYear))).orElse(gap.cash()).unitText();
  }

  private String title(BridgeCell from, BridgeCell to) {
    String scenarios =
        from.scenario().equals(to.scenario())
            ? from.scenario()
            : from.scenario() + " and " + to.scenario();
    String year = from.year().equals(to.year()) ? ", " + from.year() : "";
    return gap.label() + ", " + from.found().inputs().model().name() + ", " + scenarios + year;
  }

  /** What tells one end from the other: scenario, year and base year where they differ. */
  private static String label(BridgeCell cell, BridgeCell other) {
    List<String> words = new ArrayList<>();
    if (!cell.scenario().equals(other.scenario())) {
      words.add(cell.scenario());
    }
    if (!cell.year().equals(other.year())) {
      words.add(cell.year().toString());
    }
    if (!cell.baseYear().equals(other.baseYear())) {
      words.add("base year " + cell.baseYear());
    }
    if (words.isEmpty()) {
      words.add(cell.year().toString());
    }
    return String.join(", ", words);
  }

  private List<String> problems(BridgeCell from, BridgeCell to) {
    List<String> problems = new ArrayList<>();
    addLacking(from, problems);
    if (!to.equals(from)) {
      addLacking(to, problems);
    }
    if (!run(from).equals(run(to)) || first(from) != first(to)) {
      problems.add(
          "to must be of a run with the same draws as from, "
              + from.projection().settings()
              + ", was "
              + to.projection().settings()
              + "; run both with the same settings, so that draws pair up");
    }
    Optional<FinancialYear> named = real.flatMap(RealYear::named);
    YearRange years = from.found().inputs().years();
    if (named.isPresent() && !years.contains(named.get())) {
      problems.add(
          "year of prices must be in "
              + years
              + ", the years of the first end, was "
              + named.get()
              + "; name one of them");
    }
    if (!from.baseYear().equals(to.baseYear()) && published.isEmpty()) {
      problems.add(
          "base years must be the same without published prices, were "
              + from.baseYear()
              + " and "
              + to.baseYear()
              + "; give withPrices(deflator), such as that of the later baseline");
    }
    return problems;
  }

  private static Settings run(BridgeCell cell) {
    return cell.projection().settings().withMemory(0); // which only says whether draws are kept
  }

  private static int first(BridgeCell cell) {
    return cell.projection().firstDraw();
  }

  private void addLacking(BridgeCell cell, List<String> problems) {
    Projection projection = cell.projection();
    Set<Variable> kept = projection.variables(cell.scenario());
    List<String> lacking =
        variables(cell.found()).stream()
            .filter(each -> !kept.contains(each))
            .map(Variable::name)
            .toList();
    if (!lacking.isEmpty()) {
      problems.add(
          cell
              + " must have kept "
              + lacking
              + ", did not; keep variables(scenarios) of the bridge");
    } else if (!projection.outcome(cell.scenario(), gap.cash()).hasDraws()) {
      problems.add(
          cell + " must have kept draws, had histograms; give Settings.withMemory(...) more");
    }
    List<String> unknown =
        BridgeParts.parameters(gap).stream()
            .filter(each -> !cell.found().inputs().parameters().containsKey(each))
            .map(Parameter::name)
            .toList();
    if (!unknown.isEmpty()) {
      problems.add(cell + " must have the parameters " + unknown + " in its model, has not");
    }
  }

  /** Which gap, and in which prices. */
  @Override
  public String toString() {
    return "Bridge of the "
        + gap.label()
        + real.map(
                year ->
                    year.named().map(named -> " in prices of " + named).orElse(" in real terms"))
            .orElse(" in cash")
        + published.map(prices -> ", base years joined by " + prices).orElse("");
  }
}
