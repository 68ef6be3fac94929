package org.fundinggap.analysis;

import java.util.List;
import java.util.Locale;
import org.fundinggap.internal.TextTable;

/** Writes an audit as tables. */
final class AuditText {
  private static final int NAMES_SHOWN = 3;

  private AuditText() {}

  static String of(Audit audit) {
    StringBuilder text = new StringBuilder();
    text.append("What the ")
        .append(audit.output().label())
        .append(" of ")
        .append(audit.year())
        .append(" rests on; scenario ")
        .append(audit.scenario())
        .append(", ")
        .append(String.format(Locale.ROOT, "%,d", audit.settings().draws()))
        .append(" draws, seed ")
        .append(audit.settings().seed())
        .append(".\n\nShare of its variance, with Monte Carlo standard error\n")
        .append(split(audit.split()))
        .append("\nAssumptions: red first, then by the share of the parameters that rest on them.")
        .append(" A parameter that rests on two counts at both.\n")
        .append(assumptions(audit.assumptions()))
        .append("\nParameters that are drawn, each by itself\n")
        .append(carriers("parameter", audit.parameters()))
        .append("\nYearly shocks, each by itself, years added up.")
        .append(" Shocks drawn together each count what they have in common.\n")
        .append(carriers("shock", audit.shocks()));
    if (!audit.withoutEvidence().isEmpty()) {
      text.append("\nWithout evidence\n");
      audit.withoutEvidence().forEach(line -> text.append("  ").append(line).append('\n'));
    }
    return text.toString();
  }

  private static TextTable split(Audit.Split split) {
    TextTable table = new TextTable().left("from").right("share").right("s.e.");
    row(table, "parameters", split.parameters());
    row(table, "yearly shocks", split.shocks());
    row(table, "both together", split.joint());
    return table;
  }

  private static void row(TextTable table, String name, VarianceShare share) {
    table.row(name, Words.share(share.value()), Words.share(share.standardError()));
  }

  private static TextTable assumptions(List<Audit.Assumption> assumptions) {
    TextTable table = new TextTable().left("id").left("quality").right("share").right("s.e.");
    table.left("what").left("value").left("unit").left("used in").left("source");
    for (Audit.Assumption assumption : assumptions) {
      RegisterEntry entry = assumption.entry();
      table.row(
          entry.id(),
          entry.quality().toString(),
          assumption.share().map(share -> Words.share(share.value())).orElse("none"),
          assumption.share().map(share -> Words.share(share.standardError())).orElse(""),
          entry.label(),
          value(entry),
          entry.unit(),
          names(assumption.usedIn()),
          entry.citation());
    }
    return table;
  }

  /** The number and its distribution; for a series the years that its values are of. */
  private static String value(RegisterEntry entry) {
    if (entry.type() == RegisterEntry.Type.SERIES) {
      return "series " + entry.period();
    }
    String number = entry.value().isPresent() ? Words.number(entry.value().getAsDouble()) : "";
    return number.isEmpty() || entry.shape().isEmpty()
        ? number + entry.shape()
        : number + "; " + entry.shape();
  }

  private static String names(List<String> names) {
    return names.size() <= NAMES_SHOWN + 1
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, NAMES_SHOWN))
            + " and "
            + (names.size() - NAMES_SHOWN)
            + " more";
  }

  private static TextTable carriers(String what, List<Audit.Carrier> carriers) {
    TextTable table = new TextTable().left(what).right("share").right("s.e.").left("name");
    for (Audit.Carrier carrier : carriers) {
      table.row(
          carrier.label(),
          Words.share(carrier.share().value()),
          Words.share(carrier.share().standardError()),
          carrier.name());
    }
    return table;
  }
}
