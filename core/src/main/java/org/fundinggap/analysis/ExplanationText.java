package org.fundinggap.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fundinggap.simulation.Settings;

/** Writes an explanation as aligned, indented lines. */
final class ExplanationText {
  private static final String GAP = "  ";

  private ExplanationText() {}

  /** One line, before the columns are made equally wide. */
  private record Line(String label, String year, String value, String unit, String how) {}

  static String of(Explanation explanation, int depth) {
    List<Line> lines = new ArrayList<>();
    add(explanation.root(), 0, depth, lines);
    StringBuilder text = new StringBuilder(heading(explanation)).append("\n\n");
    append(text, lines);
    long hidden = explanation.stream().count() - lines.size();
    if (hidden > 0) {
      text.append(
          String.format(
              Locale.ROOT, "(%,d more lines below depth %d: toText(depth))%n", hidden, depth));
    }
    return text.toString().replace("\r\n", "\n");
  }

  private static String heading(Explanation explanation) {
    Explanation.Node root = explanation.root();
    Settings settings = explanation.settings();
    String draws = String.format(Locale.ROOT, "%,d", settings.draws());
    String seeds =
        settings.shockSeed() == settings.seed()
            ? "seed " + settings.seed()
            : "seed " + settings.seed() + ", shocks " + settings.shockSeed();
    boolean single = explanation.draw().isPresent();
    return root.label()
        + root.year().map(year -> " in " + year).orElse("")
        + ", scenario "
        + explanation.scenario()
        + ": "
        + (single
            ? "draw " + explanation.draw().getAsInt() + " of " + draws + " (" + seeds + ")."
            : "means of " + draws + " draws (" + seeds + ").")
        + (single
            ? "\nEach number follows from those below it, with all its digits."
            : "\nThe mean of an equation is not the equation of the means: a number need not follow"
                + " from those below it.");
  }

  private static void add(Explanation.Node node, int level, int depth, List<Line> lines) {
    boolean evidence = node.kind() == Explanation.Kind.EVIDENCE;
    lines.add(
        new Line(
            GAP.repeat(level) + (evidence ? "from " + node.name() : node.label()),
            node.entry()
                .map(RegisterEntry::period)
                .orElse(node.year().map(Object::toString).orElse("")),
            node.value().isPresent() ? Words.number(node.value().getAsDouble()) : "",
            node.unit(),
            node.how()));
    if (level < depth) {
      node.inputs().forEach(input -> add(input, level + 1, depth, lines));
    }
  }

  private static void append(StringBuilder text, List<Line> lines) {
    int label = lines.stream().mapToInt(line -> length(line.label)).max().orElse(0);
    int year = lines.stream().mapToInt(line -> length(line.year)).max().orElse(0);
    int value = lines.stream().mapToInt(line -> length(line.value)).max().orElse(0);
    int unit = lines.stream().mapToInt(line -> length(line.unit)).max().orElse(0);
    for (Line line : lines) {
      String whole =
          line.label
              + padding(label, line.label)
              + GAP
              + line.year
              + padding(year, line.year)
              + GAP
              + padding(value, line.value)
              + line.value
              + GAP
              + line.unit
              + padding(unit, line.unit)
              + GAP
              + line.how;
      text.append(whole.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").stripTrailing());
      text.append('\n');
    }
  }

  private static String padding(int width, String text) {
    return " ".repeat(width - length(text));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
