package org.fundinggap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fundinggap.Seeded;
import org.junit.jupiter.api.Test;

@Seeded
class RunsTest {
  private static String text(Integer... numbers) {
    return Runs.text(List.of(numbers), Integer::toString);
  }

  @Test
  void neighboursAreOneRun_whenThereAreThree() {
    assertEquals("", text());
    assertEquals("7", text(7));
    assertEquals("7, 8", text(8, 7));
    assertEquals("7 to 9", text(8, 7, 9, 7));
    assertEquals("2, 5 to 9, 12", text(12, 2, 5, 6, 7, 8, 9));
  }

  @Test
  void numbersAreNamed_whenGivenANameEach() {
    assertEquals("x1 to x3, x5", Runs.text(List.of(1, 2, 3, 5), number -> "x" + number));
  }

  @Property
  void noNumberIsLostAndNoneAdded(@ForAll Set<@IntRange(max = 60) Integer> numbers) {
    String text = Runs.text(numbers, Integer::toString);
    Set<Integer> read =
        Arrays.stream(text.split(", ", -1))
            .filter(run -> !run.isEmpty())
            .map(run -> run.split(" to ", -1))
            .flatMap(RunsTest::between)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(numbers), read, text);
  }

  private static Stream<Integer> between(String[] ends) {
    return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
        .boxed();
  }
}
