package org.fundinggap.bridge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.PercentileErrors;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.TextTable;

/** A bridge as text. */
final class BridgeTable {
  private BridgeTable() {}

  static String of(Bridge bridge) {
    double size = Math.max(Math.abs(bridge.start().mean()), Math.abs(bridge.end().mean()));
    String format = format(size);
    TextTable table =
        new TextTable().left("").right("mean").right("MC s.e.").right("p10").right("p90");
    Map<String, Draws> rows = rows(bridge);
    rows.forEach((name, draws) -> row(table, format, name, draws));
    String head =
        bridge.title() + " (" + bridge.unit() + "), " + bridge.from() + " to " + bridge.to();
    return Markup.oneLine(head)
        + "\n"
        + (bridge.note().isEmpty() ? "" : Markup.oneLine(bridge.note()) + "\n")
        + table
        + "Contributions add up in every draw and in the mean; percentiles do not.\n"
        + PercentileErrors.note(List.copyOf(rows.values()), 0.1, 0.9);
  }

  private static Map<String, Draws> rows(Bridge bridge) {
    Map<String, Draws> rows = new LinkedHashMap<>();
    rows.put(bridge.from(), bridge.start());
    bridge.drivers().forEach(each -> rows.put(each, bridge.contribution(each)));
    rows.put(bridge.to(), bridge.end());
    rows.put("change", bridge.change());
    return rows;
  }

  private static void row(TextTable table, String format, String name, Draws draws) {
    table.row(
        name,
        String.format(Locale.ROOT, format, draws.mean()),
        String.format(Locale.ROOT, format, draws.meanError()),
        String.format(Locale.ROOT, format, draws.quantile(0.1)),
        String.format(Locale.ROOT, format, draws.quantile(0.9)));
  }

  /** As many decimals for all numbers as the largest needs. */
  static String format(double size) {
    return size >= 1000 ? "%,.0f" : size >= 1 ? "%.2f" : "%.4f";
  }
}
