package org.fundinggap.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.TextTable;

/** Writes an audit as tables. */
final class AuditText {
  private static final int LARGEST = 10;
  private static final int NAMES_SHOWN = 12;

  /** Widths that keep a row of assumptions below some 220 characters. */
  private static final int LABEL_WIDTH = 34;

  private static final int VALUE_WIDTH = 26;
  private static final int UNIT_WIDTH = 10;
  private static final int NAMES_WIDTH = 46;
  private static final int SOURCE_WIDTH = 17;

  private static final String ABOUT_SHARES =
      """
      The share is what the drawn parameters that cite it carry together, with its standard error;
      one that cites two counts at both. It is not what the assumption carries by itself: a weight
      or a believed spread is one of several reasons why those parameters vary.
      fixed: what cites it is the same in every draw. It carries no variance, and may matter all
      the same. shocks: of all that is drawn only yearly shocks cite it; their shares stand below.
      """;

  private AuditText() {}

  static String of(Audit audit) {
    StringBuilder text = new StringBuilder();
    text.append("What the ")
        .append(Markup.oneLine(audit.output().label()))
        .append(" of ")
        .append(audit.year())
        .append(" rests on; scenario ")
        .append(Markup.oneLine(audit.scenario()))
        .append(", ")
        .append(String.format(Locale.ROOT, "%,d", audit.settings().draws()))
        .append(" draws, seed ")
        .append(audit.settings().seed())
        .append(".\n\nWhat carries most of its variance, each by itself:")
        .append(" parameters (drawn once) and shocks (drawn yearly, years added up)\n")
        .append(largest(audit))
        .append("\nShare of its variance, with Monte Carlo standard error\n")
        .append(split(audit.split()))
        .append("\nAssumptions: the worst quality first, then by share\n")
        .append(assumptions(audit.assumptions()))
        .append(ABOUT_SHARES)
        .append("\nParameters that are drawn, each by itself\n")
        .append(carriers("parameter", audit.parameters()))
        .append(together(audit))
        .append("\nYearly shocks, each by itself, years added up.")
        .append(" Shocks drawn together each count what they have in common.\n")
        .append(carriers("shock", audit.shocks()));
    if (!audit.withoutEvidence().isEmpty()) {
      text.append("\nWithout evidence\n");
      audit
          .withoutEvidence()
          .forEach(line -> text.append("  ").append(Markup.oneLine(line)).append('\n'));
    }
    return text.toString();
  }

  private static String together(Audit audit) {
    if (audit.drawnTogether().isEmpty()) {
      return "";
    }
    StringBuilder text =
        new StringBuilder(
            "Drawn together, so that each counts what they have in common, and an assumption that"
                + " two of them cite counts it twice:\n");
    for (List<String> names : audit.drawnTogether()) {
      text.append("  ").append(String.join(", ", names)).append('\n');
    }
    return text.toString();
  }

  /** A parameter or shock, and which of the two. */
  private record Drawn(String how, Audit.Carrier carrier) {}

  private static TextTable largest(Audit audit) {
    TextTable table = new TextTable().left("what").left("drawn").right("share").right("s.e.");
    table.left("name");
    Stream.concat(
            audit.parameters().stream().map(carrier -> new Drawn("once", carrier)),
            audit.shocks().stream().map(carrier -> new Drawn("yearly", carrier)))
        .sorted(Comparator.comparingDouble(drawn -> -drawn.carrier.share().value()))
        .limit(LARGEST)
        .forEach(
            drawn ->
                table.row(
                    drawn.carrier.label(),
                    drawn.how,
                    NumberText.share(drawn.carrier.share().value()),
                    NumberText.share(drawn.carrier.share().standardError()),
                    drawn.carrier.name()));
    return table;
  }

  private static TextTable split(Audit.Split split) {
    TextTable table = new TextTable().left("from").right("share").right("s.e.");
    row(table, "parameters", split.parameters());
    row(table, "yearly shocks", split.shocks());
    row(table, "both together", split.joint());
    return table;
  }

  private static void row(TextTable table, String name, VarianceShare share) {
    table.row(name, NumberText.share(share.value()), NumberText.share(share.standardError()));
  }

  private static TextTable assumptions(List<Audit.Assumption> assumptions) {
    TextTable table = new TextTable().left("id").left("quality");
    table.right("share of parameters that cite it").left("what").left("value").left("unit");
    table.left("used in").left("source");
    for (Audit.Assumption assumption : assumptions) {
      RegisterEntry entry = assumption.entry();
      table.row(
          entry.id(),
          entry.quality().toString(),
          assumption
              .share()
              .map(VarianceShare::toString)
              .orElse(assumption.fixed() ? "fixed" : "shocks"),
          cut(entry.label(), LABEL_WIDTH),
          cut(value(entry), VALUE_WIDTH),
          cut(entry.unit(), UNIT_WIDTH),
          names(assumption.usedIn()),
          cut(entry.citation(), SOURCE_WIDTH));
    }
    return table;
  }

  /** The number and its distribution; for a series the years that its values are of. */
  private static String value(RegisterEntry entry) {
    if (entry.type() == RegisterEntry.Type.SERIES) {
      return "series " + entry.period();
    }
    String number = entry.value().isPresent() ? NumberText.of(entry.value().getAsDouble()) : "";
    return number.isEmpty() || entry.shape().isEmpty()
        ? number + entry.shape()
        : number + "; " + entry.shape();
  }

  /** As many of the first names as there is room for, and how many more there are. */
  static String names(List<String> names) {
    String best = "";
    for (int shown = 1; shown <= Math.min(names.size(), NAMES_SHOWN); shown++) {
      int more = names.size() - shown;
      String rest = more == 0 ? "" : " and " + more + " more";
      String text = String.join(", ", names.subList(0, shown)) + rest;
      if (text.length() <= NAMES_WIDTH) {
        best = text;
      } else if (shown == 1) {
        best = cut(names.get(0), NAMES_WIDTH - rest.length()) + rest;
      }
    }
    return best;
  }

  private static String cut(String text, int width) {
    return text.codePointCount(0, text.length()) <= width
        ? text
        : text.substring(0, text.offsetByCodePoints(0, width - 3)).stripTrailing() + "...";
  }

  private static TextTable carriers(String what, List<Audit.Carrier> carriers) {
    TextTable table = new TextTable().left(what).right("share").right("s.e.").left("name");
    for (Audit.Carrier carrier : carriers) {
      table.row(
          carrier.label(),
          NumberText.share(carrier.share().value()),
          NumberText.share(carrier.share().standardError()),
          carrier.name());
    }
    return table;
  }
}
