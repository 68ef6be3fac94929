package org.fundinggap.model;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fundinggap.quantity.Unit;

/**
 * Which variables of a model are kept as an account of people: stocks, averages, endings and totals
 * that flows make of last year's stocks. Found from what equations declare alone, so a new stock is
 * one of them without being listed.
 *
 * <p>An equation <em>keeps an account</em> if it counts people, takes last year's count of what it
 * writes or reads, and takes flows or stocks of the year. A <em>view</em> counts people from such
 * outcomes by shares and sums, without a rate at which they come or go. Whoever changes an outcome
 * or a view by itself changes what is reported of people, and not the people.
 */
public final class StockAccounts {
  private final ImmutableMap<Variable, Equation> writers;
  private final ImmutableSet<Variable> accounts;
  private final ImmutableSet<Variable> outcomes;

  private StockAccounts(Model model) {
    ImmutableMap.Builder<Variable, Equation> all = ImmutableMap.builder();
    Set<Variable> kept = new LinkedHashSet<>();
    ImmutableSet.Builder<Variable> inAccounts = ImmutableSet.builder();
    for (Equation equation : model.equations()) {
      equation.writes().forEach(written -> all.put(written, equation));
      if (keepsAccount(equation) || isView(equation, kept)) {
        equation.writes().stream().filter(StockAccounts::counts).forEach(kept::add);
      }
      if (keepsAccount(equation)) {
        equation.writes().stream().filter(StockAccounts::counts).forEach(inAccounts::add);
      }
    }
    this.writers = all.buildOrThrow();
    this.accounts = inAccounts.build();
    this.outcomes = ImmutableSet.copyOf(kept);
  }

  /**
   * The accounts that the equations of a model keep.
   *
   * @param model any model
   * @return its accounts
   */
  public static StockAccounts of(Model model) {
    return new StockAccounts(model);
  }

  private static boolean counts(Quantity quantity) {
    return quantity instanceof Variable variable && isCount(variable.unit());
  }

  private static boolean isCount(Unit unit) {
    return unit == Unit.NUMBER || unit == Unit.FTE;
  }

  private static boolean keepsAccount(Equation equation) {
    return equation.reads().stream().anyMatch(StockAccounts::counts)
        && equation.readsLastYear().stream()
            .filter(StockAccounts::counts)
            .anyMatch(each -> equation.writes().contains(each) || equation.reads().contains(each));
  }

  private static boolean isView(Equation equation, Set<Variable> kept) {
    boolean atARate =
        Stream.concat(equation.reads().stream(), equation.uses().stream())
            .anyMatch(each -> unit(each) == Unit.HAZARD);
    return !atARate
        && equation.reads().stream()
            .filter(kept::contains)
            .anyMatch(
                each ->
                    equation.writes().stream().anyMatch(written -> written.unit() == each.unit()));
  }

  private static Unit unit(Quantity quantity) {
    return quantity instanceof Variable variable
        ? variable.unit()
        : quantity instanceof Parameter parameter ? parameter.unit() : Unit.RATIO;
  }

  /**
   * Whether flows make a variable what it is.
   *
   * @param variable any
   * @return true for what an account keeps and for views of it
   */
  public boolean isOutcome(Variable variable) {
    return outcomes.contains(variable);
  }

  /**
   * Whether an account keeps a variable, so that people move where it moves.
   *
   * @param variable any
   * @return false for mere views
   */
  public boolean isKept(Variable variable) {
    return accounts.contains(variable);
  }

  /**
   * The equation that works out a variable.
   *
   * @param variable of the model
   * @return its number, such as {@code D7e}
   * @throws IllegalArgumentException if the model has no such variable
   */
  public String equationOf(Variable variable) {
    return writer(variable).id();
  }

  /**
   * What a variable is worked out from in a year.
   *
   * @param variable of the model
   * @return names; of money those of money, else of variables, parameters and paths
   * @throws IllegalArgumentException if the model has no such variable
   */
  public List<String> sourcesOf(Variable variable) {
    Equation equation = writer(variable);
    boolean money = variable.unit().isMoney();
    return grouped(
        Stream.concat(equation.reads().stream(), equation.uses().stream())
            .filter(each -> !(each instanceof Shock))
            .filter(each -> !money || unit(each).isMoney())
            .toList());
  }

  private Equation writer(Variable variable) {
    Equation equation = writers.get(variable);
    if (equation == null) {
      throw new IllegalArgumentException(
          "variable must be of the model, was " + variable.name() + "; name one that it writes");
    }
    return equation;
  }

  /**
   * What can be changed so that an outcome follows: the flows and the rates of coming, going and
   * moving behind it, and the parameters of its own equation and of the account that it views.
   *
   * @param outcome of the model
   * @return names, such as {@code careEntries}; {@code exitRate.*} for several of a kind
   * @throws IllegalArgumentException if the model has no such variable
   */
  public List<String> makers(Variable outcome) {
    Equation own = writer(outcome);
    Set<Quantity> makers = new LinkedHashSet<>();
    Set<Quantity> numbers = new LinkedHashSet<>(parameters(own));
    if (!keepsAccount(own)) {
      // What is seen of an account moves with the shares by which that divides its flows.
      numbers.clear();
      own.reads().stream()
          .filter(accounts::contains)
          .forEach(each -> numbers.addAll(parameters(writer(each))));
      numbers.addAll(parameters(own));
    }
    Set<Equation> seen = new HashSet<>();
    Deque<Equation> open = new ArrayDeque<>(List.of(own));
    while (!open.isEmpty()) {
      Equation equation = open.remove();
      if (!seen.add(equation)) {
        continue;
      }
      for (Variable read : equation.reads()) {
        if (isOutcome(read)) {
          open.add(writer(read));
        } else if (counts(read) || read.unit() == Unit.HAZARD) {
          makers.add(read);
        }
      }
      equation.uses().stream().filter(each -> unit(each) == Unit.HAZARD).forEach(makers::add);
    }
    makers.addAll(numbers);
    return grouped(makers);
  }

  /** All that an equation uses but for counts. */
  private static List<Quantity> parameters(Equation equation) {
    return equation.uses().stream()
        .filter(each -> each instanceof Parameter parameter && !isCount(parameter.unit()))
        .toList();
  }

  private static List<String> grouped(Collection<? extends Quantity> quantities) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (Quantity each : quantities) {
      int dot = each.name().indexOf('.');
      String group = dot < 0 ? each.name() : each.name().substring(0, dot) + ".*";
      groups.computeIfAbsent(group, any -> new ArrayList<>()).add(each.name());
    }
    return groups.entrySet().stream()
        .map(group -> group.getValue().size() == 1 ? group.getValue().get(0) : group.getKey())
        .toList();
  }

  /**
   * What follows a variable, in the same or a later year.
   *
   * @param variable of the model
   * @return every variable whose equation takes it, or takes what follows it; without the variable
   *     itself unless it comes back to it
   */
  public Set<Variable> followers(Variable variable) {
    Set<Variable> all = new LinkedHashSet<>();
    Deque<Variable> open = new ArrayDeque<>(List.of(variable));
    while (!open.isEmpty()) {
      Variable next = open.remove();
      for (Map.Entry<Variable, Equation> each : writers.entrySet()) {
        Equation equation = each.getValue();
        boolean follows =
            equation.reads().contains(next)
                || (equation.readsLastYear().contains(next) && !equation.writes().contains(next));
        if (follows && all.add(each.getKey())) {
          open.add(each.getKey());
        }
      }
    }
    return Set.copyOf(all);
  }

  /** How many outcomes there are. */
  @Override
  public String toString() {
    return "accounts of " + outcomes.size() + " outcomes";
  }
}
