package org.fundinggap.docs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.scenario.Baseline;

/** The numbers and the shape of the baseline. */
final class ModelTables {
  /** Equation groups by the start of their numbers, in the order of the model. */
  private static final Map<String, String> GROUPS = groups();

  private ModelTables() {}

  /** Colours of the map, dark text on light ground, and the groups that have them. */
  private static final Map<String, List<String>> ROOMS = rooms();

  private static Map<String, String> groups() {
    Map<String, String> groups = new LinkedHashMap<>();
    groups.put("D0", "D0 fade of recent drifts");
    groups.put("D1", "D1 children 0-17, in variants");
    groups.put("D2", "D2 referral rate");
    groups.put("D3", "D3 referrals");
    groups.put("D4", "D4 children in need");
    groups.put("D5", "D5 protection");
    groups.put("D6", "D6 entries to care");
    groups.put("D7", "D7 looked after, by placement");
    groups.put("D8", "D8 care leavers");
    groups.put("D9a", "D9a-c what early help prevents");
    groups.put("D9d", "D9d early help kept");
    groups.put("D9e", "D9e early help of the year");
    groups.put("C2", "C2 inflation and prices");
    groups.put("C3", "C3 social workers");
    groups.put("C1", "C1 cost lines, need, spending");
    groups.put("C4", "C4 what is saved at the margin");
    groups.put("F0", "F0 growth of need");
    groups.put("F1", "F1 funding streams");
    groups.put("F2", "F2 funding");
    groups.put("F3", "F3 funding not tied to new services");
    groups.put("G1", "G1 stand-still gap");
    groups.put("G2", "G2 budget gap");
    groups.put("G3", "G3 need gap");
    return groups;
  }

  private static Map<String, List<String>> rooms() {
    Map<String, List<String>> rooms = new LinkedHashMap<>();
    rooms.put(
        "fill:#dbe9f6,stroke:#1f4e79,color:#111",
        List.of("D0", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8"));
    rooms.put("fill:#fde9d9,stroke:#984807,color:#111", List.of("C1", "C2", "C3", "C4"));
    rooms.put("fill:#e2f0d9,stroke:#385723,color:#111", List.of("D9a", "D9d", "D9e"));
    rooms.put("fill:#f3e6f7,stroke:#5b2c6f,color:#111", List.of("F0", "F1", "F2", "F3"));
    rooms.put("fill:#fff2cc,stroke:#7f6000,color:#111", List.of("G1", "G2", "G3"));
    return rooms;
  }

  private static Inputs inputs(FundingRule rule) {
    return Baseline.england(EvidenceBase.load()).withoutCurrentLaw().with(rule).inputs();
  }

  static List<String> parameters() {
    Inputs inputs = inputs(FundingRule.FOLLOWS_OUTTURN);
    MarkdownTable table =
        new MarkdownTable(
            "parameter",
            "what it is",
            "unit",
            ">mean",
            ">p10",
            ">p90",
            "bounds",
            "how it came about",
            "evidence");
    for (Parameter parameter : inputs.model().parameters()) {
      Distribution distribution = inputs.distribution(parameter);
      boolean fixed = distribution.isFixed();
      table.row(
          "`" + parameter.name() + "`",
          parameter.label(),
          parameter.unit().toString(),
          digits(distribution.mean()),
          fixed ? "" : digits(distribution.quantile(0.1)),
          fixed ? "" : digits(distribution.quantile(0.9)),
          "[" + digits(parameter.lower()) + ", " + digits(parameter.upper()) + "]",
          how(inputs.origin(parameter)),
          String.join(", ", inputs.evidence(parameter)));
    }
    return table.lines();
  }

  /** How a number came about, without its evidence. */
  static String how(Origin origin) {
    return origin.method().isEmpty()
        ? origin.kind().toString()
        : origin.kind() + ": " + origin.method();
  }

  /** Four significant figures, without trailing zeros. */
  private static String digits(double value) {
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }

  /** Groups of equations, joined where one reads what another writes under some funding rule. */
  static List<String> map() {
    Set<String> sameYear = new LinkedHashSet<>();
    Set<String> lastYear = new LinkedHashSet<>();
    for (FundingRule rule :
        List.of(FundingRule.FOLLOWS_OUTTURN, FundingRule.REAL_FLAT, FundingRule.FOLLOWS_NEED)) {
      edges(inputs(rule).model(), sameYear, lastYear);
    }
    edges(
        Baseline.england(EvidenceBase.load())
            .withoutCurrentLaw()
            .withEarlyHelpCuts()
            .with(FundingRule.REAL_FLAT)
            .inputs()
            .model(),
        sameYear,
        lastYear);
    List<String> lines = new ArrayList<>(List.of("```mermaid", "flowchart TD"));
    GROUPS.forEach((id, label) -> lines.add("  " + id + "[\"" + label + "\"]"));
    sameYear.forEach(edge -> lines.add("  " + edge));
    // What is read of both years is drawn once.
    lastYear.removeIf(edge -> sameYear.contains(edge.replace(" -.-> ", " --> ")));
    lastYear.forEach(edge -> lines.add("  " + edge));
    ROOMS.forEach((colours, ids) -> lines.add("  classDef c" + ids.get(0) + " " + colours));
    ROOMS
        .values()
        .forEach(ids -> lines.add("  class " + String.join(",", ids) + " c" + ids.get(0)));
    lines.add("```");
    return lines;
  }

  private static void edges(Model model, Set<String> sameYear, Set<String> lastYear) {
    Map<Variable, String> writer = new LinkedHashMap<>();
    model.equations().forEach(one -> one.writes().forEach(what -> writer.put(what, group(one))));
    for (Equation equation : model.equations()) {
      String to = group(equation);
      equation.reads().forEach(what -> edge(sameYear, writer.get(what), " --> ", to));
      equation.readsLastYear().forEach(what -> edge(lastYear, writer.get(what), " -.-> ", to));
    }
  }

  private static void edge(Set<String> edges, String from, String arrow, String to) {
    if (!to.equals(from)) {
      edges.add(from + arrow + to);
    }
  }

  private static String group(Equation equation) {
    String id = equation.id().substring(0, 2).toUpperCase(Locale.ROOT);
    if (id.equals("D9")) {
      String letter = equation.id().substring(2);
      id = id + (letter.equals("b") || letter.equals("c") ? "a" : letter);
    }
    if (!GROUPS.containsKey(id)) {
      throw new IllegalStateException("give the map a word for the equations " + id);
    }
    return id;
  }

  /** Median and band in GBP billion, or in thousands. */
  static String band(Draws draws) {
    return String.format(
        Locale.ROOT,
        "%.1f [%.1f, %.1f]",
        draws.quantile(0.5) / 1000,
        draws.quantile(0.1) / 1000,
        draws.quantile(0.9) / 1000);
  }
}
