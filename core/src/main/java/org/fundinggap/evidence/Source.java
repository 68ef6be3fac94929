package org.fundinggap.evidence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.fundinggap.internal.Checks;

/**
 * A publication.
 *
 * @param id upper-case letters, digits and hyphens, such as {@code DFE-CIN-2025}
 * @param title what it is called
 * @param publisher who published it
 * @param published when; the first of the month where the day is not known, and the note says so
 * @param location where it is found: an address or a reference; may be empty
 * @param licence such as {@code OGL-3.0}; empty where the source states none
 * @param note what a reader should know of it; may be empty
 */
public record Source(
    String id,
    String title,
    String publisher,
    LocalDate published,
    String location,
    String licence,
    String note) {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  /**
   * Checks that the source can be cited.
   *
   * @param id as described above
   * @param title as described above
   * @param publisher as described above
   * @param published as described above
   * @param location as described above
   * @param licence as described above
   * @param note as described above
   * @throws IllegalArgumentException if id, title or publisher is blank
   */
  public Source {
    Checks.notBlank(id, "id");
    Checks.notBlank(title, "title");
    Checks.notBlank(publisher, "publisher");
  }

  /**
   * The source in one phrase.
   *
   * @return such as {@code DFE-CIN-2025 (Department for Education, October 2025)}
   */
  public String citation() {
    return id + " (" + publisher + ", " + MONTH.format(published) + ")";
  }
}
