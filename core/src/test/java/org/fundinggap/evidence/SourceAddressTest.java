package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fundinggap.quantity.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The address of a source")
class SourceAddressTest {
  private static final LocalDate PUBLISHED = LocalDate.of(2025, 10, 30);

  private static Source source(String address, Optional<LocalDate> seen, String unconfirmed) {
    return new Source(
        "S-1", "Title", "Publisher", PUBLISHED, address, seen, unconfirmed, "OGL-3.0", "", "");
  }

  private static Source at(String address) {
    return source(address, Optional.of(PUBLISHED), "");
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.gov.uk/government/statistics/x-2024-to-2025, same",
    "http://example.org, same",
    "https://example.org:8443/a?id=2017-11-15.HL3288.h&s=1#top, same",
    "https://example.org/children%E2%80%99s%28x%29, same",
    "https://example.org/a+b+23042025122000?open, same",
    "10.1136/bmjopen-2020-041774, https://doi.org/10.1136/bmjopen-2020-041774",
  })
  @DisplayName("opens in a browser where it is a web address or a DOI")
  void linkIsTheAddressOrThatOfTheDoi(String address, String link) {
    assertEquals(Optional.of(link.equals("same") ? address : link), at(address).link());
  }

  @Test
  @DisplayName("may be a page of the repository, which no browser opens by itself")
  void pageOfTheRepositoryHasNoLink() {
    assertEquals(Optional.empty(), at("docs/studies/2026-11-model-study.md").link());
    assertEquals(Optional.empty(), source("", Optional.empty(), "out of print").link());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org/x",
        "//example.org/x",
        "https:example.org",
        "https://",
        "https:///x",
        "HTTPS://example.org",
        "https://www.gov.uk@example.org/x",
        "https://exa mple.org/x",
        "https://example.org/a b",
        "https://example.org/a\tb",
        "https://example.org/a\nb",
        "https://example.org/a\r\nb",
        " https://example.org/x",
        "https://example.org/x ",
        "https://example.org/\"onclick=\"x",
        "https://example.org/'x'",
        "https://example.org/<b>",
        "https://example.org/a)b",
        "https://example.org/[x]",
        "https://example.org/a\\b",
        "https://example.org/%zz",
        "https://example.org/caf\u00e9",
        "https://example.org/\u202egpj",
        "10.1136",
        "10.1136/a b",
        "11.1136/x",
        "../secret.md",
        "docs/../secret.md",
        "/etc/secret.md",
        "docs//x.md",
        "docs/x.html",
        "docs/.hidden.md",
        "unknown",
      })
  @DisplayName("is refused where it could be anything else, or end a link early")
  void hostileAddressIsRefused(String address) {
    List<String> problems = assertThrows(InvalidInputException.class, () -> at(address)).problems();
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.get(0).startsWith("address must be an http or https address"));
    assertEquals(Optional.empty(), SourceAddress.link(address));
  }

  @Test
  @DisplayName("needs a reason where there is none, where nobody read it, or read it too early")
  void reasonIsNeeded() {
    Optional<LocalDate> before = Optional.of(PUBLISHED.minusDays(1));
    String web = "https://example.org/x";
    for (Source reasoned :
        List.of(
            source("", Optional.empty(), "why"),
            source(web, Optional.empty(), "why"),
            source(web, before, "why"))) {
      assertEquals("why", reasoned.unconfirmed());
    }
    assertRefused("unconfirmed must say why there is no address", "", Optional.empty());
    assertRefused("unconfirmed must say why nobody read", web, Optional.empty());
    assertRefused("seen must not be before 2025-10-30", web, before);
  }

  private static void assertRefused(String message, String address, Optional<LocalDate> seen) {
    for (String blank : List.of("", " ")) {
      String problem =
          assertThrows(InvalidInputException.class, () -> source(address, seen, blank))
              .problems()
              .get(0);
      assertTrue(problem.startsWith(message), problem);
    }
  }

  @Test
  @DisplayName("and the day on which it was read are reported together")
  void everyFaultIsListed() {
    assertEquals(
        2,
        assertThrows(InvalidInputException.class, () -> source("", Optional.of(PUBLISHED), ""))
            .problems()
            .size());
  }
}
