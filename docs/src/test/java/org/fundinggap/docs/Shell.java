package org.fundinggap.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** A JShell that runs in this process. Names that one snippet declares are there for the next. */
final class Shell implements AutoCloseable {
  private final JShell jshell = JShell.builder().executionEngine("local").build();

  Shell() {
    jshell.addToClasspath(System.getProperty("java.class.path"));
  }

  /** Thrown when the shell does not take a snippet, or a snippet throws what no page expects. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  /** What a start-up file of JShell declares; its imports may lack their semicolons. */
  void start(List<String> startup) {
    StringBuilder pending = new StringBuilder();
    for (String line : startup) {
      pending.append(line).append(line.startsWith("import ") ? ";\n" : "\n");
      runComplete(pending);
    }
  }

  /**
   * Runs every complete statement or declaration at the start of a text and takes it off the text.
   *
   * @return what the last of them said, or nothing if none was complete
   */
  List<String> runComplete(StringBuilder pending) {
    List<String> said = List.of();
    while (true) {
      CompletionInfo info = jshell.sourceCodeAnalysis().analyzeCompletion(pending.toString());
      if (info.completeness() == Completeness.EMPTY) {
        pending.setLength(0);
      }
      if (info.completeness() != Completeness.COMPLETE) {
        return said;
      }
      said = run(info.source());
      pending.replace(0, pending.length(), info.remaining());
    }
  }

  /** Runs one statement or declaration, complete or not: what it printed, or else its value. */
  List<String> run(String source) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    List<SnippetEvent> events;
    try {
      events = jshell.eval(source);
    } finally {
      System.setOut(before);
    }
    List<String> said = new ArrayList<>(printed.toString(UTF_8).lines().toList());
    for (SnippetEvent event : events) {
      require(event);
      if (said.isEmpty() && event.value() != null) {
        said.addAll(event.value().lines().toList());
      }
    }
    return said.stream().map(String::stripTrailing).toList();
  }

  private void require(SnippetEvent event) {
    if (event.causeSnippet() == null && event.status() != Snippet.Status.VALID) {
      String reasons =
          jshell
              .diagnostics(event.snippet())
              .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
              .collect(Collectors.joining("; "));
      throw new Refused("does not compile: " + (reasons.isEmpty() ? event.status() : reasons));
    }
    if (event.exception() instanceof EvalException thrown) {
      throw new Refused("throws " + thrown.getExceptionClassName() + ": " + thrown.getMessage());
    }
    if (event.exception() != null) {
      throw new Refused("throws " + event.exception());
    }
  }

  @Override
  public void close() {
    jshell.close();
  }
}
