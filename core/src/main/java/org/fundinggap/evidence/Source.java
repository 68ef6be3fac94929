package org.fundinggap.evidence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fundinggap.internal.Checks;
import org.fundinggap.quantity.InvalidInputException;

/**
 * A publication, and where a reader can open it.
 *
 * @param id upper-case letters, digits and hyphens, such as {@code DFE-CIN-2025}
 * @param title what it is called
 * @param publisher who published it
 * @param published when; the first of the month where the day is not known, and the note says so
 * @param address where it opens: an http or https address, a DOI such as {@code
 *     10.1136/bmjopen-2020-041774}, or a page of the repository such as {@code docs/evidence.md};
 *     empty where none is known
 * @param seen the day on which its text was read there; empty if it was not
 * @param unconfirmed why there is no address, or what of it was not read; empty where nothing is
 *     amiss
 * @param licence such as {@code OGL-3.0}; never empty
 * @param location what of it was used, such as the names of its files; may be empty
 * @param note what a reader should know of it; may be empty
 */
public record Source(
    String id,
    String title,
    String publisher,
    LocalDate published,
    String address,
    Optional<LocalDate> seen,
    String unconfirmed,
    String licence,
    String location,
    String note) {
  /** How the ids begin of what is no publication: totals that a model projected. */
  public static final String PROJECTED = "PROJECTED-";

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  /**
   * Checks that the source can be cited and found.
   *
   * @param id as described above
   * @param title as described above
   * @param publisher as described above
   * @param published as described above
   * @param address as described above
   * @param seen as described above; not before {@code published} unless {@code unconfirmed} says
   *     why
   * @param unconfirmed as described above; given where {@code address} or {@code seen} is empty
   * @param licence as described above
   * @param location as described above
   * @param note as described above
   * @throws IllegalArgumentException if id, title, publisher or licence is blank
   * @throws InvalidInputException if the address has another form, or address, date and reason do
   *     not fit together; all of it is listed
   */
  public Source {
    Checks.notBlank(id, "id");
    Checks.notBlank(title, "title");
    Checks.notBlank(publisher, "publisher");
    Checks.notBlank(licence, "licence");
    List<String> problems =
        SourceAddress.faults(published, address, seen, unconfirmed).stream()
            .map(SourceAddress.Fault::toString)
            .toList();
    InvalidInputException.throwIfAny("source " + id, problems);
  }

  /**
   * Whether it is no publication, but a projection of totals that are not published yet.
   *
   * @return true if the id begins with {@link #PROJECTED}
   */
  public boolean isProjection() {
    return id.startsWith(PROJECTED);
  }

  /**
   * The source in one phrase.
   *
   * @return such as {@code DFE-CIN-2025 (Department for Education, October 2025)}
   */
  public String citation() {
    return id + " (" + publisher + ", " + MONTH.format(published) + ")";
  }

  /**
   * The address as a browser opens it: that of a DOI is one at {@code doi.org}.
   *
   * @return an http or https address that holds no space, quote, bracket or backslash; empty where
   *     there is no address, or it is a page of the repository
   */
  public Optional<String> link() {
    return SourceAddress.link(address);
  }
}
