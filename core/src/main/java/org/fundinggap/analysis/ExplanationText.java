package org.fundinggap.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.NumberText;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.simulation.Settings;

/**
 * Writes an explanation as aligned, indented lines; for one text.
 *
 * <p>The tree explains a number at its first visit, depth first, which may lie below the depth that
 * is shown. So the text finds its own places: a number is opened at its first mention that has room
 * for what it comes from.
 */
final class ExplanationText {
  private static final String GAP = "  ";

  private final int depth;
  private final Map<Key, Explanation.Node> explanations = new HashMap<>();
  private final Set<Key> said = new HashSet<>();
  private final Set<Key> opened = new HashSet<>();
  private final List<Line> lines = new ArrayList<>();

  private ExplanationText(Explanation explanation, int depth) {
    this.depth = depth;
    explanation.stream()
        .filter(node -> !node.above())
        .forEach(node -> explanations.putIfAbsent(Key.of(node), node));
  }

  /** What a node is of: the same wherever it is mentioned. */
  private record Key(Explanation.NodeType kind, String name, Optional<FinancialYear> year) {
    static Key of(Explanation.Node node) {
      return new Key(node.kind(), node.name(), node.year());
    }
  }

  /** One line, before the columns are made equally wide. */
  private record Line(String label, String year, String value, String unit, String how) {}

  static String of(Explanation explanation, int depth) {
    ExplanationText writer = new ExplanationText(explanation, depth);
    writer.add(explanation.root(), 0);
    StringBuilder text = new StringBuilder(heading(explanation)).append("\n\n");
    append(text, writer.lines);
    long hidden = explanation.stream().count() - writer.lines.size();
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
    String what =
        root.label()
            + root.year().map(year -> " in " + year).orElse("")
            + ", scenario "
            + explanation.scenario();
    return Markup.oneLine(what)
        + ": "
        + (single
            ? "draw " + explanation.draw().getAsInt() + " of " + draws + " (" + seeds + ")."
            : "means of " + draws + " draws (" + seeds + ").")
        + (single
            ? "\nEach number follows from those below it, with all its digits."
            : "\nThe mean of an equation is not the equation of the means: a number need not follow"
                + " from those below it.");
  }

  private void add(Explanation.Node node, int level) {
    if (node.kind() == Explanation.NodeType.EVIDENCE) {
      addLine(node, level, "from " + node.name(), node.how());
      return;
    }
    Key number = Key.of(node);
    Explanation.Node whole = node.above() ? explanations.get(number) : node;
    if (opened.contains(number) || (level >= depth && said.contains(number))) {
      addLine(node, level, node.label(), "explained above");
    } else if (whole == null) {
      addLine(node, level, node.label(), "explained elsewhere in the tree");
    } else {
      addLine(node, level, node.label(), whole.how());
      said.add(number);
      if (level < depth || whole.inputs().isEmpty()) {
        opened.add(number);
        whole.inputs().forEach(input -> add(input, level + 1));
      }
    }
  }

  private void addLine(Explanation.Node node, int level, String label, String how) {
    lines.add(
        new Line(
            GAP.repeat(level) + label,
            node.entry()
                .map(RegisterEntry::period)
                .orElse(node.year().map(Object::toString).orElse("")),
            node.value().isPresent() ? NumberText.of(node.value().getAsDouble()) : "",
            node.unit(),
            how));
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
      String plain = Markup.withoutTurns(whole);
      text.append(plain.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").stripTrailing());
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
