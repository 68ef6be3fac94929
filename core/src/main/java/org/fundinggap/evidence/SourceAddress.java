package org.fundinggap.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fundinggap.internal.csv.Fault;

/** What the address of a source may look like, and what must be said where there is none. */
final class SourceAddress {
  /**
   * No user name before the host, which could pass one site off as another; and nothing that would
   * end a link early in HTML, Markdown or running text.
   */
  private static final Pattern WEB =
      Pattern.compile(
          "https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\\d{1,5})?"
              + "(?:[/?#](?:[A-Za-z0-9._~:/?#@!$&*+,;=-]|%[0-9A-Fa-f]{2})*)?");

  private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/[A-Za-z0-9._;:/-]+");
  private static final Pattern PAGE =
      Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9._-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*\\.md");
  private static final String ADDRESS = "address";
  private static final String SEEN = "seen";
  private static final String UNCONFIRMED = "unconfirmed";

  private SourceAddress() {}

  /** What is wrong with a column, in the words of the register. */
  record Fault(String column, String value, String must, String fix) {
    @Override
    public String toString() {
      return column + " must " + must + ", was \"" + value + "\"; " + fix;
    }
  }

  /** What is wrong with an address, the day on which it was read and the reason given. */
  static List<Fault> faults(
      LocalDate published, String address, Optional<LocalDate> seen, String unconfirmed) {
    List<Fault> faults = new ArrayList<>();
    if (!address.isEmpty() && !isSound(address)) {
      faults.add(
          new Fault(
              ADDRESS,
              address,
              "be an http or https address, a DOI such as 10.1136/bmjopen-2020-041774, or a page of"
                  + " the repository such as docs/evidence.md",
              "write spaces, quotes and brackets as %20, %22, %28, or correct it"));
    }
    if (address.isEmpty()) {
      seen.ifPresent(
          day ->
              faults.add(
                  new Fault(
                      SEEN,
                      day.toString(),
                      "be empty without an address",
                      "give one or clear it")));
    }
    if (unconfirmed.isBlank()) {
      reasonLacking(published, address, seen).ifPresent(faults::add);
    }
    return faults;
  }

  private static Optional<Fault> reasonLacking(
      LocalDate published, String address, Optional<LocalDate> seen) {
    if (address.isEmpty()) {
      return Optional.of(
          new Fault(
              UNCONFIRMED,
              "",
              "say why there is no address",
              "give the address, or the reason why there is none"));
    }
    if (seen.isEmpty()) {
      return Optional.of(
          new Fault(
              UNCONFIRMED,
              "",
              "say why nobody read the text at the address",
              "give the day in seen, or the reason"));
    }
    return seen.filter(day -> day.isBefore(published))
        .map(
            day ->
                new Fault(
                    SEEN,
                    day.toString(),
                    "not be before " + published + ", when it was published",
                    "correct one of the two, or say in unconfirmed how that can be"));
  }

  private static boolean isSound(String address) {
    return WEB.matcher(address).matches()
        || DOI.matcher(address).matches()
        || PAGE.matcher(address).matches();
  }

  /** The address as a browser opens it; empty for a page of the repository and for none. */
  static Optional<String> link(String address) {
    if (WEB.matcher(address).matches()) {
      return Optional.of(address);
    }
    return DOI.matcher(address).matches()
        ? Optional.of("https://doi.org/" + address)
        : Optional.empty();
  }
}
