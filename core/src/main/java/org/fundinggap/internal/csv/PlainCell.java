package org.fundinggap.internal.csv;

import java.util.regex.Pattern;
import org.fundinggap.internal.Markup;

/**
 * Cells of CSV that a spreadsheet shows and does not run. A text that a spreadsheet would take for
 * a formula gets a single quote in front, as OWASP advises against CSV injection; numbers stay as
 * they are, negative ones too.
 *
 * <p>Reference: OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection.
 */
public final class PlainCell {
  /** A cell may hide the sign behind space, and behind quotes that were put there before. */
  private static final Pattern FORMULA =
      Pattern.compile("(?s)'*(?:[\\t\\r\\n]|[\\s\\p{C}\\p{Z}]*[-=+@\uFF1D\uFF0B\uFF0D\uFF20]).*");

  private static final String NUMBER =
      "[-+]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.\\d+)?(?:[eE][-+]?\\d+)?(?:%|bn)?";

  /** A number, a number with its range as tables write it, or the dash of an empty cell. */
  private static final Pattern PLAIN =
      Pattern.compile("-|(?=.*\\d)" + NUMBER + "(?: \\[" + NUMBER + ", " + NUMBER + "\\])?");

  private PlainCell() {}

  /**
   * A cell as it is written.
   *
   * @param text any text
   * @return the same, or with a single quote in front; with U+FFFD in place of controls that turn
   *     text round and of what no file of text can hold
   */
  public static String of(String text) {
    String shown = Markup.carried(text);
    return FORMULA.matcher(shown).matches() && !PLAIN.matcher(shown).matches()
        ? "'" + shown
        : shown;
  }

  /**
   * The text of a cell that was written by {@link #of}.
   *
   * @param cell as read
   * @return the text
   */
  public static String read(String cell) {
    return cell.startsWith("'") && of(cell.substring(1)).equals(cell) ? cell.substring(1) : cell;
  }
}
