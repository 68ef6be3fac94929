package org.fundinggap.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.funding.EarlyHelpCuts;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Path;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/** Finds everything that is wrong with laying levers over a model, before anything is run. */
final class LeverChecks {
  /** A gain below 1 can be shown only while these keep their registered bounds. */
  private static final List<Parameter> OF_THE_LOOP =
      List.of(
          EarlyHelpCuts.GAP_SHARE,
          EarlyHelpCuts.FLOOR,
          EarlyHelp.ELASTICITY_NEED,
          EarlyHelp.ELASTICITY_ENTRIES);

  private final Inputs base;
  private final Model model;
  private final List<String> problems = new ArrayList<>();

  private LeverChecks(Inputs base) {
    this.base = base;
    this.model = base.model();
  }

  static List<String> problems(Inputs base, List<Lever> levers) {
    LeverChecks checks = new LeverChecks(base);
    Set<String> names = new HashSet<>();
    for (Lever lever : levers) {
      if (!names.add(lever.name())) {
        checks.problems.add(
            "names of levers must differ, had twice \"" + lever.name() + "\"; rename one");
      }
      checks.check(lever);
    }
    checks.checkOrder(levers);
    return checks.problems;
  }

  private void check(Lever lever) {
    FinancialYear start = lever.timetable().start();
    if (start.compareTo(base.years().first()) <= 0) {
      report(
          lever,
          "start must be after the base year "
              + base.years().first()
              + ", whose values are published, was "
              + start);
    }
    lever.changes().forEach(change -> check(lever, change));
    lever.costs().forEach(cost -> check(lever, cost));
  }

  private void check(Lever lever, Change change) {
    requireKnown(lever, change.target());
    if (change.source() != null) {
      requireKnown(lever, change.source());
    }
    if (LeverSteps.isAmount(change.kind()) && LeverSteps.isCash(change.target())) {
      requireFor(lever, change.target().name() + " in base-year prices", Inflation.DEFLATOR);
    }
    if (change.payer() != null) {
      requireFor(lever, "a share of a cost line", Cost.SCOPE, Cost.INCOME);
    }
    if (change.kind() == Change.Kind.PATH) {
      checkPath(lever, change);
    }
    boolean loop = model.parameters().contains(EarlyHelpCuts.GAP_SHARE);
    if (loop && change.target() instanceof Parameter && OF_THE_LOOP.contains(change.target())) {
      report(
          lever,
          change.target().name()
              + " must stay as it is where a gap cuts early help, for the gain of that loop must"
              + " be shown to be below 1; give the scenario other numbers instead");
    }
  }

  private void checkPath(Lever lever, Change change) {
    for (FinancialYear year : base.years().years()) {
      boolean inForce = lever.timetable().effect(year) > 0;
      if (inForce && change.path().floorEntry(year) == null) {
        report(
            lever,
            "values of "
                + change.target().name()
                + " must begin by "
                + year
                + ", the first year of effect, began in "
                + change.path().firstKey());
        return;
      }
    }
  }

  private void check(Lever lever, OwnCost cost) {
    requireFor(lever, "an own cost in base-year prices", Inflation.DEFLATOR);
    if (cost.payer() == Payer.COUNCILS) {
      requireFor(lever, "a cost to councils", Cost.NEED, Cost.SPENDING);
    }
    if (cost.volume() != null) {
      requireKnown(lever, cost.volume());
    }
  }

  private void requireFor(Lever lever, String what, Quantity... needed) {
    for (Quantity quantity : needed) {
      if (!isKnown(quantity)) {
        report(
            lever, what + " needs " + quantity.name() + " in model " + model.name() + ", had none");
      }
    }
  }

  private void requireKnown(Lever lever, Quantity quantity) {
    if (!isKnown(quantity)) {
      List<String> known =
          Stream.of(model.parameters(), model.variables(), model.paths())
              .flatMap(Set::stream)
              .map(Quantity::name)
              .toList();
      report(
          lever,
          quantity.name()
              + " must be in model "
              + model.name()
              + ", was not; "
              + NearestNames.to(quantity.name(), known));
    }
  }

  private boolean isKnown(Quantity quantity) {
    return quantity instanceof Variable
        ? model.variables().contains(quantity)
        : quantity instanceof Path
            ? model.paths().contains(quantity)
            : model.parameters().contains(quantity);
  }

  /** Two of these in one year would give different results in different orders. */
  private void checkOrder(List<Lever> levers) {
    Set<String> reported = new LinkedHashSet<>();
    for (int i = 0; i < levers.size(); i++) {
      for (int j = i + 1; j < levers.size(); j++) {
        checkOrder(levers.get(i), levers.get(j), reported);
      }
      checkOrder(levers.get(i), reported);
    }
    problems.addAll(reported);
  }

  private void checkOrder(Lever one, Lever other, Set<String> reported) {
    boolean together =
        base.years().years().stream()
            .anyMatch(y -> one.timetable().effect(y) > 0 && other.timetable().effect(y) > 0);
    Set<Quantity> both = new LinkedHashSet<>(setBy(one));
    both.retainAll(setBy(other));
    for (Quantity target : together ? both : Set.<Quantity>of()) {
      reported.add(
          "levers \""
              + one.name()
              + "\" and \""
              + other.name()
              + "\" must not both set "
              + target.name()
              + " in one year, for the later would undo the earlier; end one before the other"
              + " starts");
    }
  }

  private void checkOrder(Lever lever, Set<String> reported) {
    List<Quantity> twice = new ArrayList<>(setBy(lever));
    new LinkedHashSet<>(twice).forEach(twice::remove);
    for (Quantity target : twice) {
      reported.add(
          "lever \""
              + lever.name()
              + "\": must set "
              + target.name()
              + " in one way, did in two; take one out");
    }
  }

  private static List<Quantity> setBy(Lever lever) {
    return lever.changes().stream()
        .filter(change -> change.kind().isOrderSensitive())
        .map(Change::target)
        .toList();
  }

  private void report(Lever lever, String problem) {
    problems.add("lever \"" + lever.name() + "\": " + problem);
  }
}
