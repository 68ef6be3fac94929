package org.fundinggap.comparison;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.problems;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Direction;
import org.fundinggap.simulation.GivenDraws;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The interaction of policies")
class InteractionTest {
  private static final Variable X = number("x");
  private static final double[] BASE = {100, 200};
  private static final double[] A = {90, 190};
  private static final double[] B = {80, 200};
  private static final double[] C = {101, 195};

  private static Comparison comparison(double... together) {
    return Comparison.of(
        GivenDraws.run(X)
            .with("base", 2024, BASE, BASE)
            .with("a", 2024, BASE, A)
            .with("b", 2024, BASE, B)
            .with("c", 2024, BASE, C)
            .with("all", 2024, BASE, together)
            .projection(),
        "base");
  }

  @Test
  @DisplayName("is the effect together less the effects alone, in every draw")
  void isWorkedOutByHand() {
    Differences interaction = comparison(75, 185).interaction(X, "all", "a", "b");
    Difference last = interaction.in(year(2025));
    assertArrayEquals(new double[] {-30, -10}, last.ofBaseline().values());
    assertArrayEquals(new double[] {-25, -15}, last.ofAlternative().values());
    assertArrayEquals(new double[] {5, -5}, last.draws().values());
    assertEquals(0.5, last.probabilityBetter(Direction.LOWER));
    assertEquals(1, interaction.in(year(2024)).probabilitySame());
    assertArrayEquals(new double[] {5, -5}, interaction.total().draws().values());
    assertHolds(interaction.toString(), "Effect of all", "alone of a and b", "together");
  }

  @Test
  @DisplayName("is nothing where effects add up, of any number of policies")
  void effectsThatAddUpDoNotInteract() {
    Difference two = comparison(70, 190).interaction(X, "all", "a", "b").in(year(2025));
    assertArrayEquals(new double[2], two.draws().values());
    Difference three = comparison(71, 185).interaction(X, "all", "c", "a", "b").in(year(2025));
    assertArrayEquals(new double[2], three.draws().values());
    assertEquals(1, three.probabilitySame());
  }

  @Test
  @DisplayName("takes what rounding does to the levels for nothing, however small the effects")
  void roundingOfLevelsIsNoInteraction() {
    double level = 1e6;
    Comparison comparison =
        Comparison.of(
            GivenDraws.run(X)
                .with("base", 2024, new double[] {level, level})
                .with("a", 2024, new double[] {level + 1e-5, level})
                .with("b", 2024, new double[] {level + 3e-5, level})
                .with("all", 2024, new double[] {level + 4e-5 + 2e-10, level})
                .projection(),
            "base");
    Difference difference = comparison.interaction(X, "all", "a", "b").in(year(2024));
    assertEquals(1, difference.probabilitySame());
  }

  @Test
  @DisplayName("refuses one policy, one twice and the baseline, all problems at once")
  void wildScenariosAreRefused() {
    Comparison comparison = comparison(70, 190);
    assertHolds(problems(() -> comparison.interaction(X, "all")).get(0), "at least two", "[]");
    assertEquals(1, problems(() -> comparison.interaction(X, "all", "a")).size());
    List<String> many = problems(() -> comparison.interaction(X, "all", "a", "a", "base", "all"));
    assertEquals(3, many.size(), many.toString());
    assertHolds(many.toString(), "\"a\"", "\"base\"", "\"all\"");
    assertHolds(refusal(() -> comparison.interaction(X, "all", "a", "d")), "\"d\"");
  }
}
