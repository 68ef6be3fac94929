package org.fundinggap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A name that is not known")
class NearestNamesTest {
  private static final List<String> KNOWN =
      List.of("need", "netNeed", "spending", "gap", "funding");

  @ParameterizedTest
  @CsvSource({
    "nead, 'need, gap, netNeed'",
    "spendings, 'spending, funding, need'",
    "NEED, 'need, netNeed, gap'",
    "standStillGap, 'gap, spending, funding'",
    "neednet, 'need, netNeed, funding'"
  })
  @DisplayName("has the three nearest offered")
  void nearestAreOffered(String wanted, String nearest) {
    assertEquals("nearest known: " + nearest, NearestNames.to(wanted, KNOWN));
  }

  @Test
  @DisplayName("has nothing offered where nothing is known")
  void nothingIsOffered() {
    assertEquals("there is none", NearestNames.to("need", List.of()));
    assertEquals("nearest known: need", NearestNames.to("", List.of("need")));
  }

  @Test
  @DisplayName("is refused in one way everywhere")
  void refused() {
    assertEquals(
        "variable must be of model M, was \"nead\"; nearest known: need, gap, netNeed",
        NearestNames.refusal("variable must be of model M", "nead", KNOWN));
    assertEquals(
        "option must be of the run, was \"x\"; there is none",
        NearestNames.refusal("option must be of the run", "x", List.of()));
    assertEquals(
        "length must be known, was \"4\"; nearest known: 3",
        NearestNames.refusal("length must be known", "four", List.of("one"), Sizes::of));
  }

  @Test
  @DisplayName("may be that of something else, which is said instead")
  void sameNameOfAnotherThing() {
    assertEquals(
        "variable must be of model M, was \"need\"; what has this name there is not the same: look"
            + " at label, unit and bounds",
        NearestNames.refusal("variable must be of model M", "need", KNOWN));
  }

  @Test
  @DisplayName("is never offered itself, nor nothing after \"nearest known\"")
  void neverOfferedItselfOrNothing() {
    assertEquals(
        "what has this name there is not the same: look at label, unit and bounds",
        NearestNames.to("need", KNOWN));
    assertEquals("there is none", NearestNames.to("need", List.of("", " ")));
    assertEquals("there is none", NearestNames.to("need", List.of("x".repeat(101))));
  }

  @Test
  @DisplayName(
      "is compared with names only where it could be one, so that a long text takes no time")
  void longTextsAreNotCompared() {
    List<String> many = IntStream.range(0, 1_000_000).mapToObj(i -> "name-" + i).toList();
    String text = "x".repeat(1_000_000);
    assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          assertEquals(
              "it has 1,000,000 characters, more than the 100 of a name",
              NearestNames.to(text, KNOWN));
          assertEquals(
              "must be known, was \""
                  + "x".repeat(60)
                  + "...\"; it has 1,000,000 characters, more"
                  + " than the 100 of a name",
              NearestNames.refusal("must be known", text, KNOWN));
          assertEquals("nearest known: name-1, name-10, name-11", NearestNames.to("name-1x", many));
        });
  }

  /** Names of what is looked up by something else than its name. */
  private static final class Sizes {
    private Sizes() {}

    static String of(String word) {
      return String.valueOf(word.length());
    }
  }
}
