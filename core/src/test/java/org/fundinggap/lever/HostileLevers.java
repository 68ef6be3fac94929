package org.fundinggap.lever;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.fundinggap.cost.CostLine;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.jspecify.annotations.Nullable;

/** One to three levers by chance, through the public builder alone: a function of a seed. */
final class HostileLevers {
  private static final String EVIDENCE = "spend-gross";
  private static final List<String> PLAIN = List.of("multiply", "shift", "set", "floor", "cap");
  private static final double[] HOSTILE = {
    0,
    -0.0,
    1,
    -1,
    1e-300,
    1e300,
    -1e12,
    1e12,
    1e100,
    Double.MIN_VALUE,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    1e6,
    -1e6,
    0.999999999999,
    2,
    100
  };

  private final Inputs base;
  private final Random random;
  private final List<Variable> variables;
  private final List<Parameter> parameters;
  private final List<Schedule> paths;
  private final List<String> done = new ArrayList<>();
  private boolean isBuilding = true;
  private @Nullable PlainLever plain;

  HostileLevers(Inputs base, int seed) {
    this.base = base;
    this.random = new Random(seed);
    this.variables = List.copyOf(base.model().variables());
    this.parameters = List.copyOf(base.model().parameters());
    this.paths = List.copyOf(base.model().schedules());
  }

  /** Whether levers are still being made, and not laid over a scenario. */
  boolean isBuilding() {
    return isBuilding;
  }

  /** What was made, if it is one change of a variable by a known size and nothing else. */
  Optional<PlainLever> plain() {
    return Optional.ofNullable(plain);
  }

  List<Lever> some() {
    List<Lever> levers = new ArrayList<>();
    if (random.nextInt(3) > 0) {
      levers.add(plainLever());
    } else {
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        levers.add(lever("lever " + i));
      }
    }
    isBuilding = false;
    return levers;
  }

  private Lever plainLever() {
    String kind = any(PLAIN);
    Variable target = any(variables);
    double size = hostileOr(near(target, kind));
    FinancialYear start = year(0);
    FinancialYear last = random.nextInt(3) == 0 ? start.plus(random.nextInt(3)) : null;
    int ramp = random.nextInt(3);
    int lag = random.nextInt(3);
    double coverage = random.nextInt(2) == 0 ? 1 : random.nextDouble();
    LeverBuilder lever = Lever.named("plain").from(start).ramp(ramp).lag(lag).coverage(coverage);
    if (last != null) {
      lever.through(last);
    }
    plain = new PlainLever(kind, target, size, start, last, ramp, lag, coverage);
    change(lever.beyondUsual(), kind, target, Distribution.fixed(size));
    return lever.build();
  }

  private static void change(LeverBuilder lever, String kind, Quantity target, Distribution size) {
    switch (kind) {
      case "multiply" -> lever.multiply(target, size, EVIDENCE);
      case "shift" -> lever.shift(target, size, EVIDENCE);
      case "set" -> lever.set(target, size, EVIDENCE);
      case "floor" -> lever.floor(target, size, EVIDENCE);
      case "cap" -> lever.cap(target, size, EVIDENCE);
      default -> throw new AssertionError(kind);
    }
  }

  /** A size that may make sense: a part of what there is in the base year, where that is known. */
  private double near(Variable target, String kind) {
    double part = random.nextDouble() * 0.4 - 0.2;
    double now = base.opening(target).orElse(1.0);
    return kind.equals("multiply") ? part : kind.equals("shift") ? part * now : now * (1 + part);
  }

  private double hostileOr(double usual) {
    return random.nextInt(4) == 0 ? HOSTILE[random.nextInt(HOSTILE.length)] : usual;
  }

  private Lever lever(String name) {
    LeverBuilder lever = Lever.named(name).from(year(random.nextInt(8) == 0 ? 2 : 0));
    lever.ramp(random.nextInt(9) == 0 ? -1 : random.nextInt(4));
    lever.lag(random.nextInt(9) == 0 ? 101 : random.nextInt(3));
    if (random.nextInt(3) == 0) {
      lever.coverage(hostileOr(random.nextDouble()));
    } else if (random.nextInt(3) == 0) {
      FinancialYear from = year(0);
      lever.coverage(Map.of(from, random.nextDouble(), from.plus(1), hostileOr(1)));
    }
    if (random.nextInt(4) > 0) {
      lever.beyondUsual();
    }
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      any(lever);
    }
    return lever.build();
  }

  private void any(LeverBuilder lever) {
    Quantity target = random.nextBoolean() ? any(variables) : any(parameters);
    int choice = random.nextInt(14);
    done.add(choice + " " + target.name());
    switch (choice) {
      case 0 -> lever.set(target, years(), EVIDENCE);
      case 1 -> lever.set(target, years(), PriceBasis.cash(), EVIDENCE);
      case 2 -> lever.known(any(variables), years(), EVIDENCE);
      case 3 -> lever.set(any(paths), years(), EVIDENCE);
      case 4 ->
          lever.move(target, random.nextBoolean() ? any(variables) : target, size(), EVIDENCE);
      case 5 -> lever.share(any(List.of(CostLine.values())), payer(), size(), EVIDENCE);
      case 6 -> lever.spendMore(any(List.of(CostLine.values())), size(), EVIDENCE);
      case 7 -> lever.rule(target, rule(), size(), EVIDENCE);
      case 8 ->
          lever
              .multiply(target, size(), EVIDENCE)
              .offsetBy(any(variables), random.nextInt(4) - 1, size(), EVIDENCE)
              .alsoOffsetBy(any(variables));
      case 9 -> lever.shift(target, size(), EVIDENCE).alsoShift(any(variables));
      case 10 -> lever.multiply(target, size(), EVIDENCE).inPart("p", size(), EVIDENCE);
      case 11 -> lever.cost(payer(), size(), EVIDENCE).splitWith(payer(), size(), EVIDENCE);
      case 12 -> lever.costEach(payer(), any(variables), size(), EVIDENCE).alsoInPart();
      default -> change(lever, any(PLAIN), target, size());
    }
  }

  private Distribution size() {
    double a = hostileOr(random.nextDouble() * 0.4 - 0.1);
    return switch (random.nextInt(6)) {
      case 0 -> Distribution.uniform(a, hostileOr(a + 0.1));
      case 1 -> Distribution.normal(a, hostileOr(0.01));
      case 2 -> Distribution.triangular(a, a, hostileOr(a + 0.2));
      case 3 -> Distribution.truncatedNormal(a, 0.1, 0, hostileOr(1));
      default -> Distribution.fixed(a);
    };
  }

  private Map<FinancialYear, Double> years() {
    double value = hostileOr(1000 * random.nextDouble());
    Map<FinancialYear, Double> values = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.put(year(random.nextInt(2)), hostileOr(value));
    }
    return values;
  }

  private FinancialYear year(int least) {
    int since = 1 - least + random.nextInt(3 + least);
    return base.years().first().plus(since);
  }

  private Payer payer() {
    return any(List.of(Payer.values()));
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  @Override
  public String toString() {
    return plain == null ? done.toString() : plain.toString();
  }

  /** Chosen once: a rule that draws by chance when it is asked keeps a state, which is refused. */
  private LeverRule rule() {
    return random.nextInt(9) == 0 ? (x, e, s) -> x / e : (x, e, s) -> x * (1 + e * s / 100);
  }
}
