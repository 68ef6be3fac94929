package org.fundinggap.lever;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.SetMultimap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fundinggap.cost.Cost;
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
  private static final String CHANGES = "L1.";

  private final Inputs base;
  private final boolean withinBounds;
  private final Overlay overlay;
  private final ListMultimap<Quantity, LeverSteps.Step> steps = ArrayListMultimap.create();
  private final SetByYear.Paths paths;
  private final ListMultimap<Payer, LeverCosts.Item> costs = ArrayListMultimap.create();
  private final SetMultimap<Payer, Variable> taken = LinkedHashMultimap.create();

  private LeverEquations(Inputs base, boolean withinBounds) {
    this.base = base;
    this.withinBounds = withinBounds;
    this.overlay = Overlay.of(base);
    this.paths = new SetByYear.Paths(base);
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
    List<Lever> byName = levers.stream().sorted(Comparator.comparing(Lever::name)).toList();
    Inputs withKnown = KnownYears.under(base, byName);
    LeverEquations equations = new LeverEquations(withKnown, withinBounds);
    byName.forEach(equations::take);
    equations.paths.layOver(equations.overlay);
    equations.build();
    return equations.overlay.build();
  }

  private void take(Lever lever) {
    ImmutableDoubleArray strengths = byYear(lever.timetable()::strength);
    for (Action action : lever.actions()) {
      if (action instanceof Known) {
        continue;
      }
      if (action instanceof SetByYear byYear && action.target() instanceof Schedule path) {
        paths.set(path, lever, byYear);
        continue;
      }
      LeverSteps.Step step = new LeverSteps.Step(lever.name(), action, effects(lever, action));
      action.changed().forEach(changed -> steps.put(changed, step));
      action.sizes().forEach(this::draw);
      action.bill(taken);
    }
    for (OwnCost cost : lever.costs()) {
      costs.put(cost.payer(), new LeverCosts.Item(cost, strengths));
      cost.drawn().all().forEach(this::draw);
    }
  }

  /** What several changes or costs share is drawn once, for its parameter is one. */
  private void draw(Change.Size size) {
    overlay.parameter(size.parameter(), size.distribution(), size.origin());
  }

  private ImmutableDoubleArray effects(Lever lever, Action action) {
    return byYear(year -> lever.timetable().effect(year.plus(-action.later())));
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
                new LeverCosts(
                        payer,
                        costs.get(payer),
                        List.copyOf(taken.get(payer)),
                        base.years().first())
                    .equation()));
  }

  private void change(Quantity target) {
    if (target instanceof Parameter parameter) {
      Variable effective = effective(parameter, base.years().first());
      overlay.vary(parameter, effective, equation(steps(parameter, effective)));
    } else if (target instanceof Variable variable) {
      overlay.change(variable, own(variable), equation(steps(variable, variable)));
    }
  }

  /**
   * Whether an equation was added, or changed by known values, when levers were laid over a model.
   */
  static boolean isOfLevers(Equation equation) {
    return equation.id().startsWith(CHANGES)
        || equation.id().startsWith(LeverCosts.COSTS)
        || equation.text().contains(KnownYears.AS_KNOWN);
  }

  private LeverSteps steps(Quantity target, Variable written) {
    boolean isTotal = target.equals(Cost.NEED) || target.equals(Cost.SPENDING);
    return new LeverSteps(
        target,
        written,
        base.years().first(),
        withinBounds,
        isTotal && costs.containsKey(Payer.COUNCILS),
        steps.get(target));
  }

  private static Equation equation(LeverSteps applied) {
    Quantity target = applied.target();
    Equation.Builder builder =
        Equation.of(CHANGES + target.name(), text(applied)).writes(applied.written());
    declareUnchanged(builder, target);
    applied.steps().forEach(step -> step.action().declare(builder, target));
    if (applied.withOwnCosts()) {
      builder.reads(Payer.COUNCILS.cost());
    }
    return builder.as(applied);
  }

  /** Tells an equation that it needs a quantity as it is without levers. */
  static void declareUnchanged(Equation.Builder equation, Quantity quantity) {
    if (quantity instanceof Variable variable) {
      equation.reads(own(variable));
    } else {
      equation.uses(quantity);
    }
  }

  private static String text(LeverSteps applied) {
    String changes =
        applied.steps().stream()
            .map(step -> step.action().kind() + " by " + step.lever())
            .collect(Collectors.joining(", "));
    return applied.target().label()
        + " with levers: "
        + changes
        + (applied.withOwnCosts()
            ? (changes.isEmpty() ? "" : "; ") + "plus own costs of councils"
            : "");
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
