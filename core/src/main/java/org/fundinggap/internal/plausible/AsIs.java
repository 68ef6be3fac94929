package org.fundinggap.internal.plausible;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The word by which a person lets a number through that the rules would refuse, because it is so.
 *
 * <p>It stands in the note of the row, with a reason behind it: {@code as-is: two councils made no
 * return}.
 */
public final class AsIs {
  /** The word with its colon. */
  public static final String WORD = "as-is:";

  private static final Pattern REASON = Pattern.compile("(?:^|[\\s;,.(])as-is:\\s*(\\S.*)");

  private AsIs() {}

  /**
   * Why a number stands as it is.
   *
   * @param note the note of its row
   * @return what follows the word, to the end of the note; empty where the word or the reason is
   *     missing
   */
  public static Optional<String> reason(String note) {
    if (!note.contains(WORD)) {
      return Optional.empty();
    }
    Matcher matcher = REASON.matcher(note);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
