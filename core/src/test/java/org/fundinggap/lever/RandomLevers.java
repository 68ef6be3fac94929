package org.fundinggap.lever;

import static org.fundinggap.lever.LeverSizes.EVIDENCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.EarlyHelpCuts;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.scenario.Scenario;

/**
 * Levers of all kinds over any model, by chance: a function of a seed. Sizes are moderate, so that
 * most keep the model in its senses; whether a scenario takes one is for the scenario to say.
 */
public final class RandomLevers {
  /** Why a trial may refuse a lever that is made by chance. */
  private static final String BY_CHANCE =
      ".* (must change something by .*|must stay (in \\[.*\\] .*|at least zero), was .*)";

  /** The kinds that have one target; moves and shares are made apart. */
  private static final List<String> KINDS =
      List.of("multiply", "shift", "set", "set by year", "at least", "at most", "rule");

  /** Those that do nothing where their size is zero. */
  private static final List<String> OR_NOTHING = List.of("multiply", "shift", "rule");

  /** Those of which a quantity takes one alone. */
  private static final Set<String> SETTING = Set.of("set", "set by year", "rule");

  private static final Set<String> LIMITING = Set.of("at least", "at most");

  private final Inputs base;
  private final Random random;
  private final LeverSizes sizes;
  private final List<Variable> variables;
  private final boolean orZero;
  private final Set<Quantity> set = new HashSet<>();

  /** What has a least or a greatest value: two in a part of England each would not commute. */
  private final Set<String> limited = new HashSet<>();

  private int made;

  /** Levers over a model with its numbers. */
  public RandomLevers(Inputs base, long seed) {
    this(base, seed, false);
  }

  private RandomLevers(Inputs base, long seed, boolean orZero) {
    this.base = base;
    this.random = new Random(seed);
    this.sizes = new LeverSizes(base, random, orZero);
    boolean loop = base.model().parameters().contains(EarlyHelpCuts.GAP_SHARE);
    this.variables =
        base.model().variables().stream()
            .filter(each -> !loop || !each.name().startsWith("earlyHelp"))
            .filter(each -> LeverChecks.mayChange(base, each))
            .toList();
    this.orZero = orZero;
  }

  /** Levers whose sizes are each zero in half of the draws, and which then do nothing. */
  static RandomLevers orZero(Inputs base, long seed) {
    return new RandomLevers(base, seed, true);
  }

  /** The larger model as levers make it, also where a trial would refuse their sizes. */
  public static Inputs laidOver(Inputs base, List<Lever> levers) {
    assertEquals(List.of(), LeverChecks.problems(base, levers));
    return LeverEquations.on(base, levers, true);
  }

  /**
   * A scenario with one to so many of these levers, each of which it takes. A trial may refuse a
   * size that leads out of bounds, or a lever that changes nothing; nothing else is passed over.
   */
  Scenario over(Scenario scenario, int most) {
    Scenario withLevers = scenario;
    int wanted = 1 + random.nextInt(most);
    for (int i = 0; i < 10 * most && withLevers.levers().size() < wanted; i++) {
      try {
        withLevers = withLevers.with("withLevers", next());
      } catch (InvalidInputException e) {
        e.problems().forEach(problem -> assertTrue(problem.matches(BY_CHANCE), problem));
      }
    }
    assertNotEquals(List.of(), withLevers.levers(), "some lever must be taken");
    return withLevers;
  }

  /** One to so many levers that can be pulled together. */
  public List<Lever> upTo(int most) {
    List<Lever> levers = new ArrayList<>();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      levers.add(next());
    }
    return levers;
  }

  /** A lever that can be pulled together with those made before. */
  public Lever next() {
    FinancialYear start = base.years().first().plus(1 + random.nextInt(length()));
    LeverBuilder lever =
        named().beyondUsual().from(start).ramp(random.nextInt(3)).lag(random.nextInt(3));
    if (random.nextInt(3) == 0) {
      lever.through(start.plus(random.nextInt(4)));
    }
    cover(lever, start);
    Set<String> done = new HashSet<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      change(lever, start, done);
    }
    if (done.isEmpty()) {
      lever.multiply(variable(), sizes.within(-0.2, 0.2), EVIDENCE);
    }
    if (random.nextInt(3) == 0) {
      cost(lever);
    }
    return lever.build();
  }

  /** Names whose order is not that in which the levers are made. */
  private LeverBuilder named() {
    made++;
    return Lever.named((char) ('a' + random.nextInt(26)) + " lever " + made);
  }

  private int length() {
    return Math.max(1, base.years().length() - 1);
  }

  private void cover(LeverBuilder lever, FinancialYear start) {
    switch (random.nextInt(4)) {
      case 0 -> lever.coverage(0.05 + 0.9 * random.nextDouble());
      case 1 -> lever.coverage(Map.of(start, 0.2, start.plus(2), 0.2 + 0.8 * random.nextDouble()));
      default -> lever.coverage(1);
    }
  }

  private void change(LeverBuilder lever, FinancialYear start, Set<String> done) {
    int choice = random.nextInt(20);
    if (choice == 0 && !orZero && !base.model().schedules().isEmpty()) {
      path(lever, start, done);
    } else if (choice < 3 && share(lever, done)) {
      return;
    } else if (choice == 3 && spendMore(lever, done)) {
      return;
    } else if (choice < 6) {
      move(lever, done);
    } else if (choice < 12) {
      change(lever, parameter(), start, done);
    } else {
      change(lever, variable(), start, done);
    }
  }

  private Variable variable() {
    return variables.get(random.nextInt(variables.size()));
  }

  /** Any that may be changed. */
  private Parameter parameter() {
    List<Parameter> all = new ArrayList<>(base.model().parameters());
    if (all.contains(EarlyHelpCuts.GAP_SHARE)) {
      all.removeIf(each -> each.name().startsWith("earlyHelp"));
    }
    return all.get(random.nextInt(all.size()));
  }

  private void change(LeverBuilder lever, Quantity target, FinancialYear start, Set<String> done) {
    List<String> kinds = orZero ? OR_NOTHING : KINDS;
    String kind = kinds.get(random.nextInt(kinds.size()));
    boolean taken =
        (SETTING.contains(kind) && !set.add(target))
            || (LIMITING.contains(kind) && !limited.add(kind + target.name()));
    if (taken || !done.add(kind + target.name())) {
      return;
    }
    switch (kind) {
      case "multiply" -> multiply(lever, target, done);
      case "shift" -> shift(lever, target, done);
      case "set" -> lever.set(target, sizes.value(target), EVIDENCE);
      case "at least" -> lever.floor(target, sizes.value(target), EVIDENCE);
      case "at most" -> lever.cap(target, sizes.value(target), EVIDENCE);
      case "set by year" -> setByYear(lever, target, start);
      case "rule" -> lever.rule(target, RandomLevers::stretched, sizes.within(-0.2, 0.2), EVIDENCE);
      default -> throw new AssertionError("no such kind as " + kind);
    }
  }

  /** Now and then in a part, and offset in one or two other quantities. */
  private void multiply(LeverBuilder lever, Quantity target, Set<String> done) {
    lever.multiply(target, sizes.within(-0.2, 0.2), EVIDENCE);
    if (random.nextInt(4) == 0 && done.add("part")) {
      lever.inPart("share of change", sizes.within(0, 1), EVIDENCE);
    }
    Variable other = variable();
    if (random.nextInt(3) == 0 && !other.equals(target) && done.add("offset" + other.name())) {
      lever.offsetBy(other, random.nextInt(2), sizes.within(0, 1), EVIDENCE);
      Variable another = variable();
      if (!another.equals(target) && done.add("offset" + another.name())) {
        lever.alsoOffsetBy(another);
      }
    }
  }

  /** Now and then two targets by the same draws. */
  private void shift(LeverBuilder lever, Quantity target, Set<String> done) {
    lever.shift(target, sizes.amount(target), EVIDENCE);
    Variable other = variable();
    boolean alike = target instanceof Variable one && one.unit() == other.unit();
    if (alike && random.nextBoolean() && done.add("shift" + other.name())) {
      lever.alsoShift(other);
    }
  }

  /** A rule that no kind of its own has: it leaves what is zero, and all where the size is zero. */
  static double stretched(double value, double size, double strength) {
    return size == 0
        ? value
        : value + strength * size * value * Math.abs(value) / (1 + value * value);
  }

  private Map<FinancialYear, Double> values(Quantity target, FinancialYear start) {
    Map<FinancialYear, Double> values = new TreeMap<>();
    values.put(start, sizes.value(target).mean());
    values.put(start.plus(2), sizes.value(target).mean());
    return values;
  }

  /** Money in cash now in cash, now in base-year prices; other money in base-year prices. */
  private void setByYear(LeverBuilder lever, Quantity target, FinancialYear start) {
    PriceBasis real = PriceBasis.real(base.years().first());
    if (!DraftChecks.unit(target).isMoney()) {
      lever.set(target, values(target, start), EVIDENCE);
    } else if (ChangedColumn.isCash(target) && random.nextBoolean()) {
      lever.set(target, values(target, start), PriceBasis.cash(), EVIDENCE);
    } else {
      lever.set(target, values(target, start), real, EVIDENCE);
    }
  }

  private void path(LeverBuilder lever, FinancialYear start, Set<String> done) {
    List<Schedule> paths = List.copyOf(base.model().schedules());
    Schedule path = paths.get(random.nextInt(paths.size()));
    if (set.add(path) && done.add(path.name())) {
      double value = base.schedule(path, base.years().first());
      Map<FinancialYear, Double> values =
          Map.of(start, value * 1.1 + 0.001, start.plus(1), value * 0.8);
      if (path.unit().isMoney()) {
        lever.set(path, values, PriceBasis.cash(), EVIDENCE);
      } else {
        lever.set(path, values, EVIDENCE);
      }
    }
  }

  private boolean share(LeverBuilder lever, Set<String> done) {
    CostLine line = LeverSizes.OF_DEMAND.get(random.nextInt(LeverSizes.OF_DEMAND.size()));
    Payer payer = random.nextBoolean() ? Payer.GOVERNMENT : Payer.PARTNERS;
    if (!variables.contains(line.need()) || !done.add(line.name() + payer)) {
      return false;
    }
    lever.share(line, payer, sizes.within(0, 0.4), EVIDENCE);
    return true;
  }

  private boolean spendMore(LeverBuilder lever, Set<String> done) {
    CostLine line = CostLine.FAMILY_SUPPORT;
    boolean free =
        !done.contains("shift" + Cost.NEED.name())
            && !done.contains("shift" + line.spending().name());
    if (!variables.contains(line.spending()) || !free) {
      return false;
    }
    done.addAll(List.of("shift" + Cost.NEED.name(), "shift" + line.spending().name()));
    lever.spendMore(line, sizes.within(-50, 200), EVIDENCE);
    return true;
  }

  /** Between two of a unit; a variable's source is worked out before it. */
  private void move(LeverBuilder lever, Set<String> done) {
    Distribution size = sizes.within(0, 0.3);
    if (random.nextBoolean()) {
      Parameter source = parameter();
      Parameter target = parameter();
      if (source.unit() == target.unit()
          && !source.equals(target)
          && done.add(source + ">" + target)) {
        lever.move(source, target, size, EVIDENCE);
        return;
      }
    }
    int target = random.nextInt(variables.size());
    List<Variable> sources =
        variables.subList(0, target).stream()
            .filter(each -> each.unitText().equals(variables.get(target).unitText()))
            .toList();
    if (!sources.isEmpty()) {
      Variable source = sources.get(random.nextInt(sources.size()));
      if (done.add(source + ">" + target)) {
        lever.move(source, variables.get(target), size, EVIDENCE);
      }
    }
  }

  private void cost(LeverBuilder lever) {
    Set<Variable> all = base.model().variables();
    if (!all.contains(Inflation.DEFLATOR) || !all.contains(Cost.SPENDING)) {
      return;
    }
    for (Payer payer : Payer.values()) {
      if (random.nextBoolean()) {
        lever.cost(payer, sizes.within(-20, 200), EVIDENCE);
        if (random.nextInt(3) == 0) {
          lever.inPart("share of cost to " + payer, sizes.within(0, 1), EVIDENCE);
        } else if (random.nextInt(4) == 0 && payer == Payer.COUNCILS) {
          lever.splitWith(Payer.PARTNERS, sizes.within(0, 1), EVIDENCE);
        }
      }
      if (random.nextBoolean()) {
        List<Variable> volumes = List.copyOf(all);
        Variable volume = volumes.get(random.nextInt(volumes.indexOf(Cost.NEED)));
        lever.costEach(payer, volume, sizes.within(-50, 500), EVIDENCE);
      }
    }
  }
}
