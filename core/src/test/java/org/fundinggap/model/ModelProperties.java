package org.fundinggap.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fundinggap.Seeded;

/** Equations that need some of the earlier ones, in any order: what is refused, and by whom. */
@Seeded
class ModelProperties {

  @Property(tries = 300)
  void modelIsMade_exactlyWhenEveryEquationFollowsWhatItReads(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int size) {
    List<Equation> equations = randomEquations(seed, size);
    Collections.shuffle(equations, new Random(~seed));
    Set<String> expected = new TreeSet<>();
    Set<Variable> written = new HashSet<>();
    for (Equation equation : equations) {
      for (Variable needed : equation.reads()) {
        if (!written.contains(needed)) {
          expected.add(equation.id() + " after " + needed.name().replace('v', 'E'));
        }
      }
      written.addAll(equation.writes());
    }
    if (expected.isEmpty()) {
      assertEquals(equations, Model.of("test", equations).equations());
    } else {
      Set<String> found = new TreeSet<>();
      for (String problem : Pieces.problems(() -> Model.of("test", equations))) {
        found.add(problem.replaceFirst("equation (\\S+) must come after (\\S+),.*", "$1 after $2"));
      }
      assertEquals(expected, found);
    }
  }

  @Property(tries = 100)
  void cycleIsNamed_howeverTheEquationsAreOrdered(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int size) {
    List<Equation> equations = randomEquations(seed, size);
    // A chain from v0 to v[size - 1], and back: all of its equations are in the cycle.
    for (int i = 0; i < size; i++) {
      Variable before = Pieces.number("v" + (i + size - 1) % size);
      equations.set(i, equation(i, List.of(before)));
    }
    equations.add(equation(size, List.of(Pieces.number("v0"))));
    Collections.shuffle(equations, new Random(seed));
    List<String> problems = Pieces.problems(() -> Model.of("test", equations));
    assertEquals(1, problems.size());
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      ids.add("E" + i);
    }
    String named = "cycle among " + String.join(", ", ids) + ";";
    assertTrue(problems.get(0).contains(named), problems.get(0));
  }

  private static List<Equation> randomEquations(long seed, int size) {
    Random random = new Random(seed);
    List<Equation> equations = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<Variable> needs = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        if (random.nextInt(4) == 0) {
          needs.add(Pieces.number("v" + j));
        }
      }
      equations.add(equation(i, needs));
    }
    return equations;
  }

  private static Equation equation(int number, List<Variable> needs) {
    return Equation.of("E" + number, "text")
        .reads(needs.toArray(Variable[]::new))
        .writes(Pieces.number("v" + number))
        .as(block -> {});
  }
}
