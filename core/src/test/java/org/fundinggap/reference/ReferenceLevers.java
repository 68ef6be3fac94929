package org.fundinggap.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fundinggap.lever.Change;
import org.fundinggap.lever.ChangeParts;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Schedule;
import org.fundinggap.quantity.FinancialYear;

/**
 * Levers as the page has them: L1 changes a parameter, or what others see of a variable; L2 is what
 * levers cost a payer. From the library it takes what a lever says, and none of its arithmetic.
 */
final class ReferenceLevers {
  /** What a variable is by its own equation. */
  static final String OWN = ".beforeLevers";

  /** What takes a parameter's place. */
  static final String EFFECTIVE = ".withLevers";

  private final FinancialYear base;
  private final List<Lever> levers;

  /** By the target's name. */
  private final Map<String, Quantity> targets = new LinkedHashMap<>();

  /** In the order in which they are applied. */
  private final Map<String, List<ReferenceStep>> steps = new LinkedHashMap<>();

  /** What takes the place of what an equation writes. */
  private final List<ReferenceStep> known = new ArrayList<>();

  private final Map<Payer, ReferencePayer> payers = new LinkedHashMap<>();

  ReferenceLevers(FinancialYear base, List<Lever> given) {
    this.base = base;
    levers = given.stream().sorted(Comparator.comparing(Lever::name)).toList();
    for (Lever lever : levers) {
      for (Change change : lever.changes()) {
        if (change.kind().equals("known")) {
          known.add(new ReferenceStep(lever, change, false));
          continue;
        }
        add(change.target(), new ReferenceStep(lever, change, false));
        ChangeParts.source(change)
            .ifPresent(source -> add(source, new ReferenceStep(lever, change, true)));
        ChangeParts.payer(change).ifPresent(payer -> of(payer).takes(change.target().name()));
      }
      lever.costs().forEach(cost -> of(cost.payer()).pays(lever, cost));
    }
    steps.replaceAll((name, some) -> some.stream().sorted(ReferenceStep.ORDER).toList());
  }

  private void add(Quantity target, ReferenceStep step) {
    if (!(target instanceof Schedule)) {
      targets.put(target.name(), target);
      steps.computeIfAbsent(target.name(), any -> new ArrayList<>()).add(step);
    }
  }

  private ReferencePayer of(Payer payer) {
    return payers.computeIfAbsent(payer, any -> new ReferencePayer(payer.id()));
  }

  /** What a path is set to in a year. */
  static double valueIn(Change change, FinancialYear year) {
    double value = Double.NaN;
    for (Map.Entry<FinancialYear, Double> each : ChangeParts.values(change).entrySet()) {
      value = each.getKey().startYear() <= year.startYear() ? each.getValue() : value;
    }
    return value;
  }

  /** The draw with the paths that levers set. */
  ReferenceDraw on(ReferenceDraw draw) {
    Map<String, List<Double>> yearly = new HashMap<>(draw.yearly());
    for (Lever lever : levers) {
      for (Change change : lever.changes()) {
        if (change.target() instanceof Schedule) {
          yearly.computeIfPresent(
              change.target().name(), (name, before) -> set(lever, change, before));
        }
      }
    }
    return new ReferenceDraw(draw.years(), draw.parameters(), yearly, draw.openings());
  }

  private List<Double> set(Lever lever, Change change, List<Double> before) {
    List<Double> after = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      double x = before.get(i);
      double s = new ReferenceStep(lever, change, false).felt(base.plus(i));
      double e = s == 0 ? x : valueIn(change, base.plus(i));
      after.add(s == 1 ? e : x + s * (e - x));
    }
    return after;
  }

  /** What an equation wrote, with known values in its place; a stock comes before its average. */
  double[] known(ReferenceYear y, List<String> written, double[] values) {
    for (ReferenceStep step : known) {
      Double value = ChangeParts.values(step.change()).get(year(y));
      int place = written.indexOf(step.change().target().name());
      if (value != null && place >= 0) {
        double before = values[place];
        values[place] =
            step.isCarriedToCash(step.change().target()) ? value * y.now("deflator") : value;
        if (place == 0 && written.size() == 2) {
          values[1] += (values[0] - before) / 2;
        }
      } else if (value != null && step.change().target().name().equals("lookedAfter")) {
        ReferencePlacements.scale(y, written, values, value);
      }
    }
    return values;
  }

  /** Whether a variable is seen by others as levers make it. */
  boolean change(String variable) {
    return targets.containsKey(variable) || (isTotal(variable) && councilsPay());
  }

  private static boolean isTotal(String variable) {
    return variable.equals("need") || variable.equals("spending");
  }

  private boolean councilsPay() {
    return payers.containsKey(Payer.COUNCILS);
  }

  /** L1 of parameters, before all else in a year. */
  void begin(ReferenceYear y) {
    targets.forEach(
        (name, target) -> {
          if (target instanceof Parameter parameter) {
            double x = applied(y, name, y.drawn(name));
            boolean any = steps.get(name).stream().anyMatch(step -> step.felt(year(y)) > 0);
            double kept = Math.min(Math.max(x, parameter.lower()), parameter.upper());
            y.put("L1", name + EFFECTIVE, any ? kept : x);
          }
        });
  }

  /** L1 and L2 of whatever can be worked out by now. */
  void goOn(ReferenceYear y) {
    for (Payer payer : payers.keySet()) {
      Objects.requireNonNull(payers.get(payer)).goOn(y, year(y));
    }
    List<String> all = new ArrayList<>(targets.keySet());
    if (councilsPay()) {
      all.addAll(List.of("need", "spending"));
    }
    for (String name : all) {
      if (y.has(name + OWN) && !y.has(name) && isReady(y, name)) {
        finish(y, name);
        goOn(y);
        return;
      }
    }
  }

  private boolean isReady(ReferenceYear y, String name) {
    for (ReferenceStep step : steps.getOrDefault(name, List.of())) {
      boolean lacksSource =
          ChangeParts.source(step.change())
              .filter(source -> !y.has(source.name() + OWN))
              .isPresent();
      boolean lacksPrices =
          step.isCarriedToCash(Objects.requireNonNull(targets.get(name))) && !y.has("deflator");
      if (lacksSource || lacksPrices) {
        return false;
      }
    }
    return !isTotal(name) || !councilsPay() || y.has("policyCost.councils");
  }

  private void finish(ReferenceYear y, String name) {
    double x = applied(y, name, y.now(name + OWN));
    if (isTotal(name) && councilsPay()) {
      x += y.now("policyCost.councils");
    }
    y.put("L1", name, x);
  }

  private double applied(ReferenceYear y, String name, double own) {
    double x = own;
    double bill = Double.NaN; // before the first share is taken of it
    Map<String, Double> taken = new LinkedHashMap<>();
    for (ReferenceStep step : steps.getOrDefault(name, List.of())) {
      Optional<Payer> payer = ChangeParts.payer(step.change());
      if (payer.isPresent()) {
        bill = Double.isNaN(bill) ? x : bill;
        double part = step.felt(year(y)) > 0 ? step.taken(y, year(y), bill) : 0;
        String of = ReferencePayer.part(name, payer.get().id());
        // A sum begins at zero, so that it is not the minus zero of a share of nothing.
        taken.put(of, taken.getOrDefault(of, 0.0) + part);
        x -= part;
      } else if (step.felt(year(y)) > 0) {
        x = step.applied(y, year(y), Objects.requireNonNull(targets.get(name)), x);
      }
    }
    taken.forEach((part, amount) -> y.put("L1", part, amount));
    return x;
  }

  private FinancialYear year(ReferenceYear y) {
    return base.plus(y.index());
  }
}
