package org.fundinggap.lever;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundinggap.cost.Inflation;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.cost.Workforce;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Which variables can go on from known values, and how: behind the arithmetic of the equation that
 * carries them from year to year, known values take the place of what it wrote.
 */
final class KnownYears {
  /** Of stocks, what their equation writes beside them. */
  private static final Map<Variable, Variable> AVERAGES =
      Map.of(
          ChildrenInNeed.STOCK, ChildrenInNeed.AVERAGE,
          Protection.PLANS, Protection.PLANS_AVERAGE,
          CareEntries.ASYLUM_STOCK, CareEntries.ASYLUM_AVERAGE,
          CareLeavers.STOCK, CareLeavers.AVERAGE,
          Workforce.IN_POST, Workforce.IN_POST_AVERAGE);

  /** Where a known stock leads to endings: opening + started - closing. */
  private static final Map<Variable, Variable> ENDINGS =
      Map.of(
          ChildrenInNeed.STOCK, ChildrenInNeed.ENDED,
          Placements.LOOKED_AFTER, Placements.CEASED,
          Workforce.IN_POST, Workforce.LEAVERS);

  /** In the text of an equation, behind what is known and before its years. */
  static final String AS_KNOWN = " as known in ";

  private static final Set<Variable> PRICES = prices();

  private KnownYears() {}

  private static Set<Variable> prices() {
    return Arrays.stream(PriceIndex.values())
        .map(PriceIndex::price)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What must not turn negative where a stock is known: its average, what ended, what is left. */
  static List<Variable> consequences(Model model, Variable target) {
    List<Variable> all = new ArrayList<>();
    Optional.ofNullable(AVERAGES.get(target)).ifPresent(all::add);
    Optional.ofNullable(ENDINGS.get(target)).ifPresent(all::add);
    if (target.equals(Placements.LOOKED_AFTER)) {
      all.add(Placement.FOSTER.othersStock());
    }
    all.retainAll(model.variables());
    return all;
  }

  /** Why a variable of a model cannot go on from known values; empty if it can. */
  static Optional<String> problem(Model model, Variable target) {
    if (target.equals(Placements.LOOKED_AFTER)) {
      return Optional.empty();
    }
    Equation equation = writer(model, target);
    String by = " (" + equation.id() + ")";
    if (!equation.readsLastYear().contains(target)) {
      return Optional.of(
          target.name()
              + " must go on from its last year's value to be known, but is worked out anew each"
              + " year"
              + by
              + ", so that there is nothing to hand over; "
              + instead(model, equation));
    }
    if (equation.uses().stream().anyMatch(KnownYears::isGivenByYear)) {
      return Optional.of(
          target.name()
              + " must not be known where a plan gives it by year"
              + by
              + ", for the plan's next year would take its place; give the known years to"
              + " FundingPlan.cashSettlement instead");
    }
    return isAlone(equation, target)
        ? Optional.empty()
        : Optional.of(
            target.name()
                + " must not be known by itself, for its equation"
                + by
                + " also writes "
                + names(Sets.difference(equation.writes(), Set.of(target)))
                + ", which would no longer fit; "
                + (equation.writes().contains(Placement.FOSTER.othersStock())
                    ? "give known values of " + Placements.LOOKED_AFTER.name() + ", all together"
                    : "use set(...), which changes what others see of it"));
  }

  private static boolean isGivenByYear(Quantity quantity) {
    return quantity instanceof Schedule schedule && schedule.unit() == Unit.GBP_MILLION;
  }

  /** What else could be known, of what it is worked out from. */
  private static String instead(Model model, Equation equation) {
    List<String> carriers =
        equation.reads().stream().filter(each -> canBe(model, each)).map(Quantity::name).toList();
    boolean placed = equation.writes().contains(Placement.FOSTER.stock());
    List<String> all = placed ? List.of(Placements.LOOKED_AFTER.name()) : carriers;
    return "use set(...), whose last value holds on"
        + (all.isEmpty() ? "" : ", or give known values of what carries on, one of " + all);
  }

  private static boolean canBe(Model model, Variable target) {
    Equation equation = writer(model, target);
    return equation.readsLastYear().contains(target) && isAlone(equation, target);
  }

  /** Whether an equation writes nothing beside a variable that would not fit a known value. */
  private static boolean isAlone(Equation equation, Variable target) {
    Set<Variable> others = Sets.difference(equation.writes(), Set.of(target));
    Variable average = AVERAGES.get(target);
    // The deviation of a price is that of its growth; it goes on whatever the price has come to.
    return others.isEmpty()
        || (average != null && others.equals(Set.of(average)))
        || PRICES.contains(target);
  }

  private static String names(Set<Variable> variables) {
    return String.join(", ", variables.stream().map(Quantity::name).toList());
  }

  private static Equation writer(Model model, Variable variable) {
    return model.equations().stream()
        .filter(equation -> equation.writes().contains(variable))
        .findFirst()
        .orElseThrow();
  }

  /** A model with the known values of levers under it; the same if there are none. */
  static Inputs under(Inputs base, List<Lever> levers) {
    List<Known> all =
        levers.stream()
            .flatMap(lever -> lever.actions().stream())
            .flatMap(action -> action instanceof Known known ? Stream.of(known) : Stream.of())
            .toList();
    if (all.isEmpty()) {
      return base;
    }
    List<Equation> equations = new ArrayList<>(base.model().equations());
    for (Known known : all) {
      Variable carried =
          known.target().equals(Placements.LOOKED_AFTER)
              ? Placement.FOSTER.othersStock()
              : known.target();
      equations.replaceAll(
          equation -> equation.writes().contains(carried) ? holding(equation, known) : equation);
    }
    return base.toBuilder(Model.of(base.model().name(), equations)).build();
  }

  private static Equation holding(Equation equation, Known known) {
    String text =
        equation.text()
            + "; "
            + known.target().name()
            + AS_KNOWN
            + String.join(", ", known.values().keySet().stream().map(Object::toString).toList());
    ImmutableSortedMap<FinancialYear, Double> values = ImmutableSortedMap.copyOf(known.values());
    if (known.target().equals(Placements.LOOKED_AFTER)) {
      return equation.wrapping(
          text, Set.of(CareEntries.ASYLUM_STOCK), formula -> new HeldTotal(formula, values));
    }
    boolean carried = ChangedColumn.isCarried(known.target(), known.basis());
    return equation.wrapping(
        text,
        carried ? Set.of(Inflation.DEFLATOR) : Set.of(),
        formula ->
            new Held(formula, known.target(), AVERAGES.get(known.target()), carried, values));
  }

  /**
   * An equation's arithmetic and behind it, in known years, the known value in place of what it
   * wrote. What makes a stock end the year higher or lower has built up evenly over the year, so
   * its average moves by half of that.
   *
   * @param formula the arithmetic
   * @param target what is known
   * @param average of the stock that is known; null for what is no stock
   * @param real whether values are in base-year prices, and the target is in cash
   * @param values by year; immutable
   */
  private record Held(
      Formula formula,
      Variable target,
      @Nullable Variable average,
      boolean real,
      NavigableMap<FinancialYear, Double> values)
      implements Formula {
    @Override
    public void apply(Block block) {
      formula.apply(block);
      Double known = values.get(block.year());
      if (known == null) {
        return;
      }
      double[] x = block.column(target);
      if (average != null) {
        double[] mean = block.column(average);
        for (int i = 0; i < block.draws(); i++) {
          mean[i] += (known - x[i]) / 2;
        }
      }
      for (int i = 0; i < block.draws(); i++) {
        x[i] = known;
      }
      if (real) {
        double[] deflator = block.column(Inflation.DEFLATOR);
        for (int i = 0; i < block.draws(); i++) {
          x[i] *= deflator[i];
        }
      }
    }
  }

  /**
   * The placement chain and behind it, in years in which the number of children looked after is
   * known, its stocks in the mix that it wrote, scaled so that with asylum-seeking children they
   * add up to that number. The difference has built up evenly over the year, so averages move by
   * half of it.
   *
   * @param formula the chain
   * @param values children looked after at the end of the year, by year; immutable
   */
  private record HeldTotal(Formula formula, NavigableMap<FinancialYear, Double> values)
      implements Formula {
    private static final int FACTOR = 0;

    @Override
    public void apply(Block block) {
      formula.apply(block);
      Double known = values.get(block.year());
      if (known == null) {
        return;
      }
      double[] factor = factor(known, block);
      for (Placement placement : Placement.values()) {
        double[] stock = block.column(placement.othersStock());
        double[] average = block.column(placement.othersAverage());
        for (int i = 0; i < block.draws(); i++) {
          double closing = stock[i];
          stock[i] = factor[i] * closing;
          average[i] += (stock[i] - closing) / 2;
        }
      }
    }

    /** What is known over what the chain wrote, both without asylum-seeking children. */
    private static double[] factor(double known, Block block) {
      double[] factor = block.scratch(FACTOR);
      double[] asylum = block.column(CareEntries.ASYLUM_STOCK);
      for (int i = 0; i < block.draws(); i++) {
        double sum = 0;
        for (Placement placement : Placement.values()) {
          sum += block.column(placement.othersStock())[i];
        }
        factor[i] = (known - asylum[i]) / sum;
      }
      return factor;
    }
  }
}
