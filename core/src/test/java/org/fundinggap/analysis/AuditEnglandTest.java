package org.fundinggap.analysis;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundinggap.claim.SourceTrajectories;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Quality;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An audit of what ships")
@Tag("medium")
class AuditEnglandTest {
  private static final Settings SETTINGS = Settings.of(1, 4_000);

  @TempDir Path directory;

  private static Scenario realFlat() {
    return England.underLaw().with(FundingRule.REAL_FLAT);
  }

  private static List<Scenario> shipped() {
    List<Scenario> all = new ArrayList<>();
    for (String base : List.of("2015-16", "2018-19", "2021-22", "2023-24", "2024-25")) {
      Baseline baseline = Baseline.england(England.evidence(), FinancialYear.parse(base));
      all.addAll(
          baseline.withEach(
              FundingRule.CASH_FLAT,
              FundingRule.REAL_FLAT,
              FundingRule.COUNCIL_TAX,
              FundingRule.FOLLOWS_OUTTURN));
    }
    all.add(England.underLaw().with(FundingRule.FOLLOWS_NEED));
    all.add(England.underLaw().withEarlyHelpCuts().with(FundingRule.REAL_FLAT));
    YearRange years = YearRange.inclusive(year("2010-11"), year("2015-16"));
    all.add(Baseline.referrals(England.evidence(), years));
    SourceTrajectories.of(England.evidence()).all().forEach(each -> all.add(each.scenario()));
    return all;
  }

  private static FinancialYear year(String text) {
    return FinancialYear.parse(text);
  }

  @Test
  @DisplayName("finds registered evidence behind every number of every scenario")
  void everyNumberHasEvidence() {
    for (Scenario scenario : shipped()) {
      List<String> missing = Auditor.of(scenario, SETTINGS, England.evidence()).withoutEvidence();
      assertEquals(List.of(), missing, scenario.toString());
    }
  }

  @Test
  @DisplayName("names what rests on a prior that is taken out of the register")
  void priorTakenOutIsMissed() throws Exception {
    EvidenceBase without =
        EvidenceBase.load(
            TinyRegister.shippedWithout(directory, "priors.csv", "price-persistence"));
    List<String> problems = Auditor.of(realFlat(), SETTINGS, without).withoutEvidence();
    assertTrue(problems.stream().anyMatch(line -> line.contains("price-persistence")));
    String refused =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Baseline.england(without).with(FundingRule.REAL_FLAT))
                .getMessage());
    assertHolds(refused, "no prior \"price-persistence\"");
  }

  @Test
  @DisplayName("cannot be had of a register whose citations are taken out: it does not load")
  void citationTakenOutIsRefused() throws Exception {
    Path spoilt = TinyRegister.shippedWithout(directory, "sources.csv", "JUDGEMENT-2026-11");
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> EvidenceBase.load(spoilt));
    assertTrue(refused.problems().stream().allMatch(line -> line.contains("JUDGEMENT-2026-11")));
    assertEquals(1, refused.problems().size(), refused::getMessage);
    String problem = refused.problems().get(0);
    assertTrue(problem.contains("priors.csv lines "), problem);
    assertTrue(problem.split(", ", -1).length > 10, problem);
  }

  @Test
  @DisplayName("says where the range of the stand-still gap of 2034-35 comes from")
  void gapIsAudited() {
    Audit audit = Auditor.of(realFlat(), SETTINGS, England.evidence()).audit();
    assertEquals(year("2034-35"), audit.year());
    double parameters = 0;
    double squares = 0;
    for (Audit.Carrier carrier : audit.parameters()) {
      parameters += carrier.share().value();
      squares += carrier.share().standardError() * carrier.share().standardError();
    }
    // First-order indices never add up to more than the index of all parameters together. 4 s.e.
    VarianceShare all = audit.split().parameters();
    double error = Math.sqrt(squares + all.standardError() * all.standardError());
    assertTrue(parameters <= all.value() + 4 * error, parameters + " of " + all);
    VarianceShare luck = audit.split().shocks();
    assertTrue(all.value() > 4 * all.standardError(), all.toString());
    assertTrue(luck.value() > 4 * luck.standardError(), luck.toString());
    Quality last = Quality.RED;
    for (Audit.Assumption assumption : audit.assumptions()) {
      Quality quality = assumption.entry().quality();
      assertTrue(quality.compareTo(last) <= 0, quality + " after " + last);
      last = quality;
      assertTrue(!assumption.usedIn().isEmpty(), assumption.entry().id());
      assertTrue(England.evidence().knows(assumption.entry().id()), assumption.entry().id());
    }
    assertTrue(
        audit.assumptions().stream().anyMatch(each -> each.entry().id().equals("price-drift")));
  }

  @Test
  @DisplayName("lists the assumptions that the explanation of the gap ends in, and no others")
  void assumptionsAreThoseOfTheExplanation() {
    Audit audit = Auditor.of(realFlat(), Settings.of(1, 2_000), England.evidence()).audit();
    RegisterIndex register = new RegisterIndex(England.evidence());
    Set<String> expected =
        Explainer.of(realFlat(), Settings.of(1, 10), England.evidence())
            .mean(audit.output(), audit.year())
            .leaves()
            .map(Explanation.Node::name)
            .filter(id -> register.find(id).orElseThrow().isAssumption())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> listed = new TreeSet<>();
    audit.assumptions().forEach(each -> listed.add(each.entry().id()));
    assertEquals(expected, listed);
    assertTrue(!listed.contains("children-2010-11"));
    assertTrue(!listed.contains("independent-foster-drift-spread"));
    for (String series : List.of("referrals", "children-0-17", "initial-conferences")) {
      assertEquals(Quality.RED, register.find(series).orElseThrow().quality(), series);
      assertTrue(!listed.contains(series), series);
    }
  }

  @Test
  @DisplayName("prints the ten that carry most first, and rows that fit")
  void textFits() {
    Audit audit = Auditor.of(realFlat(), Settings.of(1, 2_000), England.evidence()).audit();
    List<String> lines = audit.toString().lines().toList();
    List<String> largest =
        Stream.concat(audit.parameters().stream(), audit.shocks().stream())
            .sorted(Comparator.comparingDouble(carrier -> -carrier.share().value()))
            .map(Audit.Carrier::name)
            .limit(10)
            .toList();
    assertEquals(
        largest, lines.subList(5, 15).stream().map(line -> line.replaceFirst(".* ", "")).toList());
    assertEquals("", lines.get(15));
    lines.forEach(line -> assertTrue(line.length() < 220, line.length() + ": " + line));
  }

  @Test
  @DisplayName("splits the variance of gross need into cost lines that add up to all of it")
  void needIsSplitByLine() {
    Projection run = Simulation.of(realFlat()).run(Settings.of(1, 1_000));
    List<Outcome> lines =
        Arrays.stream(CostLine.values()).map(line -> run.outcome(line.need())).toList();
    VarianceByPart split = VarianceByPart.of(run.outcome(Cost.GROSS_NEED), lines, year("2034-35"));
    double sum = split.parts().stream().mapToDouble(part -> part.share().value()).sum();
    assertEquals(1, sum, 1e-9);
    assertEquals(CostLine.HOMES.need(), split.parts().get(0).variable());
    assertHolds(split.toString(), "need, children's homes", "sum", "1.000");
  }
}
