package org.fundinggap.lever;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Overlay;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;

/**
 * Lays levers over a model: L1 changes a quantity, L2 adds up what levers cost a payer. What they
 * cost councils is added to need and to spending.
 */
final class LeverEquations {
  private final Inputs base;
  private final boolean withinBounds;
  private final Overlay overlay;
  private final Map<Quantity, List<LeverSteps.Step>> steps = new LinkedHashMap<>();
  private final LeverPaths paths;
  private final ListMultimap<Payer, LeverCosts.Item> costs = ArrayListMultimap.create();
  private final ListMultimap<Payer, Variable> taken = ArrayListMultimap.create();

  private LeverEquations(Inputs base, boolean withinBounds) {
    this.base = base;
    this.withinBounds = withinBounds;
    this.overlay = Overlay.of(base);
    this.paths = new LeverPaths(base);
  }

  /**
   * The numbers of a model with levers.
   *
   * @param base without levers
   * @param levers which {@link LeverChecks} found nothing wrong with
   * @param withinBounds whether changed parameters are kept within their bounds
   * @return the larger model and its numbers
   */
  static Inputs on(Inputs base, List<Lever> levers, boolean withinBounds) {
    LeverEquations equations = new LeverEquations(base, withinBounds);
    List<Lever> byName = levers.stream().sorted(Comparator.comparing(Lever::name)).toList();
    byName.forEach(equations::take);
    equations.paths.layOver(equations.overlay);
    equations.build();
    return equations.overlay.build();
  }

  private void take(Lever lever) {
    ImmutableDoubleArray effects = byYear(lever.timetable()::effect);
    ImmutableDoubleArray strengths = byYear(lever.timetable()::strength);
    for (Change change : lever.changes()) {
      if (change.target() instanceof Schedule path) {
        paths.set(path, lever, change);
        continue;
      }
      step(change.target(), new LeverSteps.Step(lever.name(), change, false, effects));
      if (change.source() != null) {
        step(change.source(), new LeverSteps.Step(lever.name(), change, true, effects));
      }
      if (change.size() != null) {
        overlay.parameter(
            change.size(), Objects.requireNonNull(change.distribution()), change.origin());
      }
      if (change.payer() != null) {
        Variable part = LeverSteps.taken(change.target(), change.payer());
        if (!taken.containsEntry(change.payer(), part)) {
          taken.put(change.payer(), part);
        }
      }
    }
    for (OwnCost cost : lever.costs()) {
      costs.put(cost.payer(), new LeverCosts.Item(cost, strengths));
      overlay.parameter(cost.size(), cost.amount(), cost.origin());
    }
  }

  private void step(Quantity target, LeverSteps.Step step) {
    steps.computeIfAbsent(target, any -> new ArrayList<>()).add(step);
  }

  private ImmutableDoubleArray byYear(Function<FinancialYear, Double> strength) {
    return ImmutableDoubleArray.copyOf(
        base.years().years().stream().mapToDouble(strength::apply).toArray());
  }

  /** In the order in which the equations can read each other: costs lie between the two others. */
  private void build() {
    Set<Quantity> changed = new LinkedHashSet<>(steps.keySet());
    if (costs.containsKey(Payer.COUNCILS)) {
      changed.addAll(List.of(Cost.NEED, Cost.SPENDING));
    }
    List<Quantity> inOrder = new ArrayList<>(base.model().parameters());
    inOrder.addAll(base.model().variables());
    boolean costsDone = false;
    for (Quantity quantity : inOrder) {
      if (quantity.equals(Cost.NEED)) {
        costs();
        costsDone = true;
      }
      if (changed.contains(quantity)) {
        change(quantity);
      }
    }
    if (!costsDone) {
      costs();
    }
  }

  private void costs() {
    Set<Payer> payers = new LinkedHashSet<>(Arrays.asList(Payer.values()));
    payers.removeIf(payer -> !costs.containsKey(payer) && !taken.containsKey(payer));
    payers.forEach(
        payer ->
            overlay.add(
                LeverCosts.equation(
                    payer, costs.get(payer), taken.get(payer), base.years().first())));
  }

  private void change(Quantity target) {
    List<LeverSteps.Step> some = steps.getOrDefault(target, List.of());
    LeverSteps applied = new LeverSteps(target, base.years().first(), withinBounds, some);
    boolean withCost = costs.containsKey(Payer.COUNCILS) && isTotal(target);
    if (target instanceof Parameter parameter) {
      Variable effective = effective(parameter, base.years().first());
      overlay.vary(parameter, effective, equation(parameter, effective, applied, withCost));
    } else if (target instanceof Variable variable) {
      overlay.change(variable, own(variable), equation(variable, variable, applied, withCost));
    }
  }

  private static boolean isTotal(Quantity target) {
    return target.equals(Cost.NEED) || target.equals(Cost.SPENDING);
  }

  private Equation equation(
      Quantity target, Variable written, LeverSteps applied, boolean withCost) {
    Equation.Builder builder =
        Equation.of("L1." + target.name(), text(target, applied, withCost)).writes(written);
    declare(builder, target);
    Set<String> declared = new LinkedHashSet<>();
    for (LeverSteps.Step step : applied.steps()) {
      Change change = step.change();
      if (change.size() != null) {
        builder.uses(change.size());
      }
      if (change.source() != null && declared.add(change.source().name())) {
        declare(builder, change.source());
      }
      if (LeverSteps.isAmount(change.kind()) && LeverSteps.isCash(target)) {
        builder.reads(Inflation.DEFLATOR);
      }
      if (change.payer() != null) {
        builder.writes(LeverSteps.taken(target, change.payer()));
      }
    }
    if (withCost) {
      builder.reads(Payer.COUNCILS.cost());
    }
    return builder.as(block -> apply(block, target, written, applied, withCost));
  }

  private static void declare(Equation.Builder builder, Quantity quantity) {
    if (quantity instanceof Variable variable) {
      builder.reads(own(variable));
    } else {
      builder.uses(quantity);
    }
  }

  private static void apply(
      Block block, Quantity target, Variable written, LeverSteps applied, boolean withCost) {
    double[] value = block.column(written);
    System.arraycopy(unchanged(block, target), 0, value, 0, block.draws());
    applied.apply(block, value, source -> unchanged(block, source));
    if (withCost) {
      double[] cost = block.column(Payer.COUNCILS.cost());
      for (int i = 0; i < block.draws(); i++) {
        value[i] += cost[i];
      }
    }
  }

  private static double[] unchanged(Block block, Quantity quantity) {
    return quantity instanceof Parameter parameter
        ? block.column(parameter)
        : block.column(own((Variable) quantity));
  }

  private static String text(Quantity target, LeverSteps applied, boolean withCost) {
    String changes =
        applied.steps().stream()
            .map(step -> step.change().kind() + " by " + step.lever())
            .collect(Collectors.joining(", "));
    return target.label()
        + " with levers: "
        + changes
        + (withCost ? (changes.isEmpty() ? "" : "; ") + "plus own costs of councils" : "");
  }

  /** What takes a parameter's place. */
  static Variable effective(Parameter parameter, FinancialYear baseYear) {
    PriceBasis basis = parameter.unit().isMoney() ? PriceBasis.real(baseYear) : null;
    return new Variable(
        parameter.name() + ".withLevers",
        parameter.label() + ", with levers",
        parameter.unit(),
        basis);
  }

  /** What a variable's own equation writes while levers change what others see of it. */
  static Variable own(Variable variable) {
    return new Variable(
        variable.name() + ".beforeLevers",
        variable.label() + ", before levers",
        variable.unit(),
        variable.basis());
  }
}
