package org.fundinggap.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the {@code java} blocks of one page from top to bottom.
 *
 * <p>{@code // => text} behind a statement, or on the lines below it, says what the statement
 * prints, or else its value. A page so run comes out as new lines with what was really said, and as
 * lists of what is wrong, each with page and line.
 */
final class SnippetRun {
  private static final String START = Page.FENCE + "java";
  private static final Pattern EXPECTED = Pattern.compile("^(.*?)(\\s*)// =>\\s?(.*)$");

  private final Page page;
  private final Shell shell;
  private final List<String> rewritten = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();

  private SnippetRun(Page page, Shell shell) {
    this.page = page;
    this.shell = shell;
  }

  static SnippetRun of(Page page, Shell shell) {
    SnippetRun run = new SnippetRun(page, shell);
    int i = 0;
    while (i < page.lines().size()) {
      String line = page.lines().get(i);
      run.rewritten.add(line);
      i = line.strip().equals(START) ? run.block(i + 1) : i + 1;
    }
    return run;
  }

  /** The page with what its snippets really said. */
  List<String> rewritten() {
    return rewritten;
  }

  /** Snippets that did not run, one text each. */
  List<String> errors() {
    return errors;
  }

  /** Snippets that said something else than the page has it, one text each. */
  List<String> differences() {
    return differences;
  }

  /** Runs the block that starts at an index; returns the index of the line that ends it. */
  private int block(int start) {
    StringBuilder pending = new StringBuilder();
    int i = start;
    while (i < page.lines().size() && !page.lines().get(i).startsWith(Page.FENCE)) {
      Matcher expected = EXPECTED.matcher(page.lines().get(i));
      boolean inline = expected.matches();
      pending.append(inline ? expected.group(1) : page.lines().get(i)).append('\n');
      int end = inline ? endOfExpected(i + 1) : i + 1;
      boolean below = !inline && isExpected(end);
      end = below ? endOfExpected(end) : end;
      List<String> said = run(pending, i, inline || below);
      if (inline || below) {
        compare(i, inline ? i : i + 1, end, said);
      } else {
        rewritten.add(page.lines().get(i));
      }
      i = end;
    }
    if (!pending.toString().isBlank()) {
      fail(errors, i, "ends in the middle of a statement");
    }
    return i;
  }

  private boolean isExpected(int index) {
    return index < page.lines().size() && page.lines().get(index).startsWith("// =>");
  }

  private int endOfExpected(int from) {
    int end = from;
    while (isExpected(end)) {
      end++;
    }
    return end;
  }

  private List<String> run(StringBuilder pending, int index, boolean wanted) {
    try {
      List<String> said = shell.runComplete(pending);
      if (wanted && !pending.toString().isBlank()) {
        fail(errors, index, "says what it gives before its end; add a semicolon");
      }
      return said;
    } catch (Shell.Refused refused) {
      pending.setLength(0);
      // A page may show an error: then its text is what the statement says.
      List<String> message = refused.getMessage().lines().map(String::stripTrailing).toList();
      if (!wanted || !refused.getMessage().startsWith("throws ")) {
        fail(errors, index, refused.getMessage());
      }
      return message;
    }
  }

  /** Compares what lines [from, end) expect of the statement that ends at an index. */
  private void compare(int index, int from, int end, List<String> said) {
    List<String> expected = new ArrayList<>();
    for (int i = from; i < end; i++) {
      Matcher line = EXPECTED.matcher(page.lines().get(i));
      expected.add(line.matches() ? line.group(3).stripTrailing() : "");
    }
    if (!expected.equals(said)) {
      String instead = "\nnot\n" + String.join("\n", expected);
      fail(differences, index, "says\n" + String.join("\n", said) + instead);
    }
    Matcher own = EXPECTED.matcher(page.lines().get(index));
    boolean inline = own.matches();
    if (inline && said.size() == 1) {
      rewritten.add(own.group(1) + own.group(2) + "// => " + said.get(0));
      return;
    }
    rewritten.add(inline ? own.group(1) : page.lines().get(index));
    said.forEach(line -> rewritten.add(("// => " + line).stripTrailing()));
  }

  private void fail(List<String> list, int index, String reason) {
    list.add(page.path() + ":" + (index + 1) + ": the Java " + reason);
  }
}
