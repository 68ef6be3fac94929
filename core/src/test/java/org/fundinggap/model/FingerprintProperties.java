package org.fundinggap.model;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.path;
import static org.fundinggap.model.Pieces.shock;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.fundinggap.Seeded;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Correlation;

/** Options of a small model whose numbers are a list, so that any of them may be another. */
@Seeded
class FingerprintProperties {
  private static final YearRange YEARS = years(2024, 2026);
  private static final int NUMBERS = 8;

  private record Scaled(Variable in, Variable out, double factor) implements Formula {
    @Override
    public void apply(Block block) {
      for (int i = 0; i < block.draws(); i++) {
        block.column(out)[i] = factor * block.column(in)[i];
      }
    }
  }

  /** Numbers in [0, 1): where each of them goes is the same in every option. */
  private static Fingerprint option(List<Double> numbers, long order) {
    Variable stock = number("stock");
    Variable out = number("out");
    Parameter rate = parameter("rate");
    Parameter spread = parameter("spread");
    Schedule plan = path("plan");
    TreeMap<FinancialYear, Double> planned = new TreeMap<>();
    for (int i = 0; i < 3; i++) {
      planned.put(year(2024 + i), numbers.get(i));
    }
    Equation last =
        Equation.of("E2", "scaled, as of " + numbers.get(3))
            .reads(stock)
            .uses(plan, shock("t"))
            .writes(out)
            .as(new Scaled(stock, out, numbers.get(4)));
    Model model =
        Model.of("m", List.of(Levels.aboutLevel("E1", stock, rate, spread, shock("s")), last));
    double r = 0.9 * numbers.get(5);
    InputsBuilder inputs = Inputs.builder(model, YEARS);
    List<Runnable> all = new ArrayList<>();
    all.add(() -> inputs.parameter(rate, Distribution.normal(numbers.get(6), 1), EVIDENCE));
    all.add(() -> inputs.parameter(spread, Distribution.fixed(0.1), EVIDENCE));
    all.add(() -> inputs.opening(stock, numbers.get(7), EVIDENCE));
    all.add(() -> inputs.schedule(plan, planned, EVIDENCE));
    double[][] matrix = {{1, r}, {r, 1}};
    all.add(() -> inputs.correlation(Correlation.of(List.of("s", "t"), matrix), EVIDENCE));
    Collections.shuffle(all, new Random(order));
    all.forEach(Runnable::run);
    return Fingerprint.of(Option.of("option " + order, inputs.build()));
  }

  private static List<Double> numbers(long seed) {
    return new Random(seed).doubles(NUMBERS).boxed().toList();
  }

  @Property(tries = 100)
  void isTheSame_whateverTheOrderInWhichNumbersAreGiven(
      @ForAll long seed, @ForAll long order, @ForAll long otherOrder) {
    assertEquals(option(numbers(seed), order), option(numbers(seed), otherOrder));
  }

  @Property(tries = 200)
  void isTheSame_exactlyIfEveryNumberIs(
      @ForAll long seed, @ForAll @Size(NUMBERS) List<@IntRange(max = 3) Integer> bits) {
    List<Double> one = numbers(seed);
    List<Double> other = new ArrayList<>();
    for (int i = 0; i < NUMBERS; i++) {
      // A correlation is scaled, which could round away the last bit.
      other.add(bits.get(i) == 0 ? one.get(i) + 0x1p-40 : one.get(i));
    }
    assertEquals(one.equals(other), option(one, 0).equals(option(other, 0)));
  }
}
