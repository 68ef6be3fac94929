package org.fundinggap.docs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.InputEntry;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shock;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Correlation;
import org.fundinggap.scenario.Baseline;

/**
 * Every number of the baseline with all its digits, under every rule that has registered numbers
 * and with early help cut for the gap: who has these tables and the equations can build it again.
 */
final class FullNumbers {
  private static final Map<String, String> FACTORIES =
      Map.of(
          "Fixed", "fixed",
          "Normal", "normal",
          "TruncatedNormal", "truncatedNormal",
          "LogNormal", "logNormal",
          "Uniform", "uniform",
          "Triangular", "triangular",
          "ZeroOr", "zeroOr");

  private FullNumbers() {}

  /** All digits that a number needs to be read back to the bit, without an exponent. */
  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /**
   * The inputs that the tables are about, each by a name that a reader knows. Sizes of current law
   * have a table of their own.
   */
  static Map<String, Inputs> all() {
    Baseline baseline = Baseline.england(EvidenceBase.load()).withoutCurrentLaw();
    Map<String, Inputs> all = new LinkedHashMap<>();
    for (FundingRule rule :
        List.of(
            FundingRule.CASH_FLAT,
            FundingRule.REAL_FLAT,
            FundingRule.COUNCIL_TAX,
            FundingRule.FOLLOWS_OUTTURN,
            FundingRule.FOLLOWS_NEED)) {
      all.put(rule.label(), baseline.with(rule).inputs());
    }
    all.put(
        "early help cut for the gap",
        baseline.withEarlyHelpCuts().with(FundingRule.REAL_FLAT).inputs());
    return all;
  }

  static List<String> distributions() {
    MarkdownTable table = new MarkdownTable("parameter", "distribution", "where");
    rows(InputEntry.OfParameter.class, FullNumbers::distribution)
        .forEach((row, where) -> table.row(row.name(), "`" + row.number() + "`", where));
    return table.lines();
  }

  private static String distribution(InputEntry entry) {
    return factory(((InputEntry.OfParameter) entry).distribution());
  }

  /** The call of {@link Distribution} that makes it, with every digit. */
  static String factory(Distribution distribution) {
    String text = distribution.toString();
    if (text.startsWith("discrete(")) {
      return discrete(text);
    }
    for (Map.Entry<String, String> factory : FACTORIES.entrySet()) {
      text = text.replaceAll("\\b" + factory.getKey() + "\\[", factory.getValue() + "[");
    }
    return text.replaceAll("[a-zA-Z]+=", "").replace('[', '(').replace(']', ')');
  }

  private static String discrete(String text) {
    String[] pairs = text.substring("discrete(".length(), text.length() - 1).split(", ", -1);
    return "discrete("
        + array(pairs, pair -> pair.split(": ", -1)[0])
        + ", "
        + array(pairs, pair -> pair.split(": ", -1)[1])
        + ")";
  }

  private static String array(String[] pairs, Function<String, String> part) {
    return List.of(pairs).stream().map(part).collect(Collectors.joining(", ", "{", "}"));
  }

  static List<String> openings() {
    MarkdownTable table =
        new MarkdownTable(
            "variable", "what it is", "unit", ">value", "how it came about", "evidence", "where");
    rows(InputEntry.OfOpening.class, entry -> plain(((InputEntry.OfOpening) entry).value()))
        .forEach(
            (row, where) ->
                table.row(
                    row.name(),
                    row.entry().quantity().label(),
                    ((InputEntry.OfOpening) row.entry()).quantity().unitText(),
                    row.number(),
                    ModelTables.how(row.origin()),
                    String.join(", ", row.origin().evidence()),
                    where));
    return table.lines();
  }

  /** One number of one or more of the inputs. */
  private record Row(InputEntry entry, String number, Origin origin) {
    String name() {
      return "`" + entry.quantity().name() + "`";
    }
  }

  /** The numbers of a kind, each once, with the inputs that have it; {@code all} if all do. */
  private static Map<Row, String> rows(
      Class<? extends InputEntry> kind, Function<InputEntry, String> number) {
    Map<Row, Set<String>> where = new LinkedHashMap<>();
    Map<String, Inputs> all = all();
    all.forEach(
        (name, inputs) -> {
          for (InputEntry entry : inputs.entries()) {
            if (kind.isInstance(entry)) {
              Row row = new Row(entry, number.apply(entry), inputs.origin(entry.quantity()));
              where.computeIfAbsent(row, any -> new LinkedHashSet<>()).add(name);
            }
          }
        });
    Map<Row, String> rows = new LinkedHashMap<>();
    where.forEach(
        (row, names) ->
            rows.put(row, names.size() == all.size() ? "all" : String.join("; ", names)));
    return rows;
  }

  static List<String> paths() {
    Inputs inputs = pathsOf();
    List<Schedule> paths = List.copyOf(inputs.model().schedules());
    List<String> columns = new ArrayList<>(List.of("year"));
    paths.forEach(path -> columns.add(">`" + path.name() + "`"));
    MarkdownTable table = new MarkdownTable(columns.toArray(String[]::new));
    for (FinancialYear year : inputs.years().years()) {
      List<String> row = new ArrayList<>(List.of(year.toString()));
      paths.forEach(path -> row.add(plain(inputs.schedule(path, year))));
      table.row(row.toArray(String[]::new));
    }
    return table.lines();
  }

  static List<String> pathEvidence() {
    Inputs inputs = pathsOf();
    MarkdownTable table =
        new MarkdownTable(
            "path", "what it is", "unit", "in the base year", "how it came about", "evidence");
    for (Schedule path : inputs.model().schedules()) {
      Origin origin = inputs.origin(path);
      table.row(
          "`" + path.name() + "`",
          path.label(),
          path.unit().toString(),
          readInBaseYear(inputs, path) ? "used" : "not used",
          ModelTables.how(origin),
          String.join(", ", origin.evidence()));
    }
    return table.lines();
  }

  /** In the base year an equation is run unless all that it writes has an opening value. */
  private static boolean readInBaseYear(Inputs inputs, Schedule path) {
    return inputs.model().equations().stream()
        .filter(each -> each.uses().contains(path))
        .anyMatch(each -> !each.writes().stream().allMatch(v -> inputs.opening(v).isPresent()));
  }

  /** The rule that has every path of the others, and one of its own. */
  private static Inputs pathsOf() {
    return all().get(FundingRule.COUNCIL_TAX.label());
  }

  /** Each correlation as the lower half of its matrix, under the shocks that it ties together. */
  static List<String> correlations() {
    Inputs inputs = pathsOf();
    List<String> lines = new ArrayList<>();
    for (Correlation group : inputs.correlations()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add("### " + title(inputs, group));
      lines.add("");
      lines.addAll(matrix(group));
      lines.add("");
      Origin origin = inputs.origin(group);
      lines.add(
          ModelTables.how(origin) + ". Evidence: " + String.join(", ", origin.evidence()) + ".");
    }
    return lines;
  }

  private static String title(Inputs inputs, Correlation group) {
    return inputs.model().shocks().stream()
        .filter(shock -> group.names().contains(shock.name()))
        .map(Shock::label)
        .collect(Collectors.joining(", "));
  }

  private static List<String> matrix(Correlation group) {
    List<String> columns = new ArrayList<>(List.of("shock"));
    group.names().forEach(name -> columns.add(">`" + name + "`"));
    MarkdownTable table = new MarkdownTable(columns.toArray(String[]::new));
    for (int i = 0; i < group.size(); i++) {
      int row = i;
      List<String> cells = new ArrayList<>(List.of("`" + group.names().get(i) + "`"));
      IntStream.range(0, group.size()).forEach(j -> cells.add(plain(group.at(row, j))));
      table.row(cells.toArray(String[]::new));
    }
    return table.lines();
  }

  /** The shocks that move with no other. */
  static List<String> independentShocks() {
    Map<Shock, Origin> alone = new LinkedHashMap<>();
    all()
        .values()
        .forEach(
            inputs ->
                inputs.entries().stream()
                    .filter(entry -> entry instanceof InputEntry.OfShock of && of.group().isEmpty())
                    .map(entry -> ((InputEntry.OfShock) entry).quantity())
                    .forEach(shock -> alone.put(shock, inputs.origin(shock))));
    MarkdownTable table = new MarkdownTable("shock", "what it is", "evidence");
    alone.forEach(
        (shock, origin) ->
            table.row(
                "`" + shock.name() + "`", shock.label(), String.join(", ", origin.evidence())));
    return table.lines();
  }
}
