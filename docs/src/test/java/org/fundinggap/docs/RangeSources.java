package org.fundinggap.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.fundinggap.analysis.Audit;
import org.fundinggap.analysis.Auditor;
import org.fundinggap.analysis.VarianceShare;
import org.fundinggap.cost.Cost;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Model;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Settings;

/** Which parts of the model the variance of need in 2034-35 comes from. */
final class RangeSources {
  private static final int LARGEST = 8;
  private static final String LAW = "what is law or paid for already";

  /** Parts of the model by the start of their equations' names; the first that fits. */
  private static final Map<String, List<String>> PARTS = parts();

  private RangeSources() {}

  private static Map<String, List<String>> parts() {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    parts.put("children, referrals, need (D0 to D5)", List.of("D0", "D1", "D2", "D3", "D4", "D5"));
    parts.put("entries to care (D6)", List.of("D6"));
    parts.put("placements and care leavers (D7, D8)", List.of("D7", "D8"));
    parts.put("early help (D9) and policy on block lines (C1)", List.of("D9", "C1"));
    parts.put("inflation in general (C2a)", List.of("C2a"));
    parts.put("real price of homes (C2c)", List.of("C2c.HOMES"));
    parts.put("real prices of other lines, and how fast drifts of prices fade (C2)", List.of("C2"));
    parts.put("workforce (C3)", List.of("C3"));
    parts.put(LAW, List.of());
    return parts;
  }

  private static Audit audit() {
    EvidenceBase evidence = EvidenceBase.load();
    return Auditor.of(
            baseline(evidence).with(FundingRule.REAL_FLAT), Settings.of(2025, 10_000), evidence)
        .audit(Cost.NEED, FinancialYear.parse("2034-35"));
  }

  private static Baseline baseline(EvidenceBase evidence) {
    return Baseline.england(evidence);
  }

  /** Shares by part and by whether they are parameters or yearly shocks; then the largest. */
  static List<String> table() {
    Audit audit = audit();
    Map<String, String> partOf = partByName(baseline(EvidenceBase.load()));
    MarkdownTable table =
        new MarkdownTable("part of the model", ">parameters", ">yearly shocks", ">both");
    double[] sums = new double[2];
    for (String part : PARTS.keySet()) {
      double parameters = sum(audit.parameters(), partOf, part);
      double shocks = sum(audit.shocks(), partOf, part);
      sums[0] += parameters;
      sums[1] += shocks;
      table.row(part, percent(parameters), percent(shocks), percent(parameters + shocks));
    }
    table.row("added up", percent(sums[0]), percent(sums[1]), percent(sums[0] + sums[1]));
    Audit.Split split = audit.split();
    table.row(
        "known all together",
        percent(split.parameters().value()),
        percent(split.shocks().value()),
        percent(split.parameters().value() + split.shocks().value()));
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.add("The largest by themselves:");
    lines.add("");
    Stream.concat(audit.parameters().stream(), audit.shocks().stream())
        .sorted((one, other) -> Double.compare(other.share().value(), one.share().value()))
        .limit(LARGEST)
        .forEach(carrier -> lines.add("- " + carrier.label() + ", " + share(carrier.share())));
    return lines;
  }

  /** Of equations without levers; sizes of current law are a part of their own. */
  private static Map<String, String> partByName(Baseline baseline) {
    Map<String, String> partOf = new LinkedHashMap<>();
    baseline.currentLaw().stream()
        .flatMap(provision -> provision.levers().stream())
        .flatMap(lever -> lever.changes().stream())
        .flatMap(change -> change.size().stream())
        .forEach(size -> partOf.put(size.parameter().name(), LAW));
    Model model = baseline.withoutCurrentLaw().with(FundingRule.REAL_FLAT).inputs().model();
    for (Equation equation : model.equations()) {
      PARTS.entrySet().stream()
          .filter(part -> part.getValue().stream().anyMatch(equation.id()::startsWith))
          .findFirst()
          .ifPresent(
              part ->
                  equation.uses().forEach(one -> partOf.putIfAbsent(one.name(), part.getKey())));
    }
    return partOf;
  }

  private static double sum(List<Audit.Carrier> carriers, Map<String, String> partOf, String part) {
    return carriers.stream()
        .filter(carrier -> part.equals(partOf.get(carrier.name())))
        .mapToDouble(carrier -> carrier.share().value())
        .sum();
  }

  /** Shares are estimated without bias: nothing may come out a little below zero. */
  private static String percent(double share) {
    long whole = Math.round(100 * share);
    return whole + "%";
  }

  private static String share(VarianceShare share) {
    return String.format(
        Locale.ROOT, "%.1f%% (± %.1f)", 100 * share.value(), 100 * share.standardError());
  }
}
