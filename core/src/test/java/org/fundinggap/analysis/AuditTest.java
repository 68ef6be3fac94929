package org.fundinggap.analysis;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.shock;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Correlation;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An audit of a small model")
@Tag("medium")
class AuditTest {
  @TempDir static Path directory;

  private static final YearRange YEARS = years(2024, 2026);
  private static final Variable LEVEL = number("level");
  private static final Variable PRODUCT = number("product");
  private static final Variable BROKEN = number("broken");
  private static final Parameter A = parameter("a");
  private static final Parameter B = parameter("b");
  private static final Parameter WEIGHT = parameter("weight");
  private static final Shock LUCK = shock("luck");
  private static final Shock IDLE = shock("idle");

  private static EvidenceBase register;

  @BeforeAll
  static void write() {
    register = TinyRegister.in(directory);
  }

  /** After two years: 2 a + b + luck + luck; and a product of a and the luck of the year. */
  private static Model model() {
    Equation level =
        Equation.of("E1", "level = last year's + a + b / 2 + weight x luck")
            .readsLastYear(LEVEL)
            .uses(A, B, WEIGHT, LUCK, IDLE)
            .writes(LEVEL)
            .as(
                block -> {
                  for (int i = 0; i < block.draws(); i++) {
                    block.column(LEVEL)[i] = next(block, i);
                  }
                });
    Equation product =
        Equation.of("E2", "product = a x luck")
            .uses(A, LUCK)
            .writes(PRODUCT)
            .as(
                block -> {
                  for (int i = 0; i < block.draws(); i++) {
                    block.column(PRODUCT)[i] = block.column(A)[i] * block.column(LUCK)[i];
                  }
                });
    Equation broken =
        Equation.of("E3", "broken = infinity")
            .writes(BROKEN)
            .as(
                block ->
                    Arrays.fill(block.column(BROKEN), 0, block.draws(), Double.POSITIVE_INFINITY));
    return Model.of("small", List.of(level, product, broken));
  }

  private static double next(Block block, int i) {
    return block.lastYear(LEVEL)[i]
        + block.column(A)[i]
        + block.column(B)[i] / 2
        + block.column(WEIGHT)[i] * block.column(LUCK)[i];
  }

  private static InputsBuilder inputs() {
    return Inputs.builder(model(), YEARS)
        .parameter(A, Distribution.normal(0, 1), Origin.estimated("fit", "growth", "fee"))
        .parameter(B, Distribution.normal(5, 1), Origin.prior("fee"))
        .parameter(WEIGHT, Distribution.fixed(1), Origin.estimated("spread", "bound"))
        .opening(LEVEL, 100, Origin.published("children"))
        .shock(LUCK, Origin.given("bound"))
        .shock(IDLE, Origin.given("bound"));
  }

  private static Auditor auditor(InputsBuilder inputs, long seed, int draws) {
    Scenario scenario = new Scenario("plain", "a test", inputs.build());
    return Auditor.of(scenario, Settings.of(seed, draws), register);
  }

  private static void assertNear(double expected, VarianceShare share) {
    // 4 standard errors, false alarm 6e-5 each, and 1% of the share that bins of a normal hide.
    double off = Math.abs(share.value() - expected);
    assertTrue(off <= 4 * share.standardError() + 0.01 * expected, share + " not " + expected);
  }

  @Test
  @DisplayName("splits a sum as its variances are: 4 and 1 from parameters, 2 from shocks")
  void linearModelIsSplit() {
    Audit audit = auditor(inputs(), 1, 20_000).audit(LEVEL, year(2026));
    assertNear(5 / 7.0, audit.split().parameters());
    assertNear(2 / 7.0, audit.split().shocks());
    assertNear(0, audit.split().joint());
    assertEquals(List.of("a", "b"), audit.parameters().stream().map(Audit.Carrier::name).toList());
    assertNear(4 / 7.0, audit.parameters().get(0).share());
    assertNear(1 / 7.0, audit.parameters().get(1).share());
    assertEquals(
        List.of("luck", "idle"), audit.shocks().stream().map(Audit.Carrier::name).toList());
    assertNear(2 / 7.0, audit.shocks().get(0).share());
    assertNear(0, audit.shocks().get(1).share());
  }

  @Test
  @DisplayName("says which parameters are drawn together, as each counts what they have in common")
  void correlatedParametersAreNamed() {
    double[][] half = {{1, 0.5}, {0.5, 1}};
    InputsBuilder inputs =
        inputs().correlation(Correlation.of(List.of("a", "b"), half), Origin.prior("growth"));
    Audit audit = auditor(inputs, 1, 20_000).audit(LEVEL, year(2026));
    // The variance is 4 + 1 + 2 x 2 x 0.5 from parameters and 2 from shocks.
    assertNear(7 / 9.0, audit.split().parameters());
    assertNear(2 / 9.0, audit.split().shocks());
    assertNear(2.5 * 2.5 / 9, audit.parameters().get(0).share());
    assertNear(2.0 * 2.0 / 9, audit.parameters().get(1).share());
    assertEquals(List.of(List.of("a", "b")), audit.drawnTogether());
    assertHolds(
        audit.toString(),
        "Drawn together, so that each counts what they have in common",
        "  a, b\n");
    assertEquals(
        List.of("a", "b"),
        audit.assumptions().stream()
            .filter(each -> each.entry().id().equals("growth"))
            .findFirst()
            .orElseThrow()
            .usedIn());
    Audit fixed = auditor(inputs.fixing(B, 5), 1, 2_000).audit(LEVEL, year(2026));
    assertEquals(List.of(), fixed.drawnTogether());
    assertTrue(!fixed.toString().contains("Drawn together"));
  }

  @Test
  @DisplayName("gives to both together what neither does by itself, as in a product")
  void productIsJoint() {
    Audit audit = auditor(inputs(), 2, 20_000).audit(PRODUCT, year(2025));
    assertNear(0, audit.split().parameters());
    assertNear(0, audit.split().shocks());
    assertNear(1, audit.split().joint());
  }

  @Test
  @DisplayName("gives all to parameters, without error, where luck has no weight")
  void modelWithoutLuckIsAllParameters() {
    InputsBuilder still = inputs().parameter(WEIGHT, Distribution.fixed(0), "bound");
    Audit audit = auditor(still, 3, 5_000).audit(LEVEL, year(2026));
    assertEquals(1, audit.split().parameters().value());
    assertEquals(0, audit.split().parameters().standardError());
    assertNear(0, audit.split().shocks());
    assertNear(0, audit.split().joint());
  }

  @Test
  @DisplayName("adds up to one, and states the error that it makes")
  void splitIsCalibrated() {
    double squares = 0;
    double stated = 0;
    int seeds = 200;
    for (int seed = 0; seed < seeds; seed++) {
      Audit.Split split = auditor(inputs(), 10L * seed, 2_000).audit(LEVEL, year(2026)).split();
      double sum = split.parameters().value() + split.shocks().value() + split.joint().value();
      assertEquals(1, sum, 1e-12);
      double off = split.parameters().value() - 5 / 7.0;
      squares += off * off;
      stated += split.parameters().standardError() * split.parameters().standardError();
    }
    // The root of a mean of 200 squares has s.d. 5%: 20% is 4 of it, false alarm 6e-5.
    assertEquals(1, Math.sqrt(squares / stated), 0.2);
  }

  @Test
  @DisplayName("lists assumptions, red ones first, and a parameter of two counts at both")
  void assumptionsAreListed() {
    Audit audit = auditor(inputs(), 1, 20_000).audit(LEVEL, year(2026));
    List<Audit.Assumption> assumptions = audit.assumptions();
    // An old value of the opening's series is red and supposed, and the bound is a claim.
    assertEquals(List.of("growth", "fee"), ids(audit));
    assertEquals(List.of("a"), assumptions.get(0).usedIn());
    assertEquals(audit.parameters().get(0).share().value(), share(assumptions.get(0)).value());
    assertEquals(List.of("a", "b"), assumptions.get(1).usedIn());
    assertEquals(
        audit.parameters().get(0).share().value() + audit.parameters().get(1).share().value(),
        share(assumptions.get(1)).value(),
        1e-15);
    assertTrue(assumptions.stream().noneMatch(Audit.Assumption::fixed));
  }

  private static List<String> ids(Audit audit) {
    return audit.assumptions().stream().map(each -> each.entry().id()).toList();
  }

  private static String lineOf(String text, String id) {
    return text.lines().filter(line -> line.startsWith(id + " ")).findFirst().orElseThrow();
  }

  @Test
  @DisplayName("lists a series whose latest value is supposed")
  void supposedSeriesIsListed() {
    InputsBuilder other = inputs().opening(LEVEL, 100, Origin.published("supposed"));
    Audit audit = auditor(other, 1, 2_000).audit(LEVEL, year(2026));
    assertEquals(List.of("growth", "fee", "supposed"), ids(audit));
    Audit.Assumption supposed = audit.assumptions().get(2);
    assertEquals(List.of("opening value of level"), supposed.usedIn());
    assertEquals(Optional.empty(), supposed.share());
    assertTrue(supposed.fixed());
    assertHolds(lineOf(audit.toString(), "supposed"), "series 2023-24 to 2024-25", " fixed ");
  }

  @Test
  @DisplayName("lists only what the result follows from")
  void strangersAreLeftOut() {
    InputsBuilder other = inputs().opening(LEVEL, 100, Origin.published("supposed"));
    Audit audit = auditor(other, 1, 2_000).audit(PRODUCT, year(2026));
    assertEquals(List.of("growth", "fee"), ids(audit));
    assertEquals(List.of("a"), audit.assumptions().get(0).usedIn());
    assertEquals(List.of("a"), audit.assumptions().get(1).usedIn());
  }

  @Test
  @DisplayName("says that an assumption is fixed, or that shocks alone cite it, and never none")
  void fixedIsSaid() {
    InputsBuilder fixed =
        inputs()
            .parameter(A, Distribution.normal(0, 1), "bound")
            .parameter(B, Distribution.fixed(5), "fee")
            .parameter(WEIGHT, Distribution.fixed(1), "fee")
            .shock(LUCK, Origin.given("growth"));
    Audit audit = auditor(fixed, 1, 2_000).audit(LEVEL, year(2026));
    assertEquals(
        List.of(false, true), audit.assumptions().stream().map(Audit.Assumption::fixed).toList());
    assertTrue(audit.assumptions().stream().allMatch(each -> each.share().isEmpty()));
    String text = audit.toString();
    assertTrue(lineOf(text, "growth").matches("growth +red +shocks .*"), text);
    assertTrue(lineOf(text, "fee").matches("fee +amber +fixed .*"), text);
    assertTrue(!text.contains("none"), text);
  }

  @Test
  @DisplayName("counts a share below 0 as none when it orders assumptions of one quality")
  void negativeSharesAreNoneInTheOrder() {
    InputsBuilder other =
        inputs()
            .parameter(A, Distribution.normal(0, 1), "bound")
            .parameter(B, Distribution.normal(5, 1e-6), "fee")
            .opening(LEVEL, 100, "supposed");
    boolean seen = false;
    for (int seed = 0; seed < 20; seed++) {
      Audit audit = auditor(other, seed, 2_000).audit(LEVEL, year(2026));
      boolean below = share(audit.assumptions().get(0)).value() < 0;
      // By its raw share, a fee below 0 would stand after the supposed series, which has none.
      assertEquals(List.of("fee", "supposed"), ids(audit), "seed " + seed);
      seen |= below;
    }
    assertTrue(seen);
  }

  @Test
  @DisplayName("shows as many of the first names as fit, twelve at most")
  void namesAreCut() {
    String twelve = String.join(", ", Collections.nCopies(12, "x"));
    assertEquals(twelve + " and 2 more", AuditText.names(Collections.nCopies(14, "x")));
    assertEquals(twelve, AuditText.names(Collections.nCopies(12, "x")));
    assertEquals(
        "y".repeat(20) + " and 13 more", AuditText.names(Collections.nCopies(14, "y".repeat(20))));
    assertEquals("", AuditText.names(List.of()));
    assertEquals("one, two", AuditText.names(List.of("one", "two")));
    String wide = "x".repeat(60);
    assertEquals("x".repeat(32) + "... and 1 more", AuditText.names(List.of(wide, "y")));
    assertEquals("x".repeat(43) + "...", AuditText.names(List.of(wide)));
  }

  private static VarianceShare share(Audit.Assumption assumption) {
    return assumption.share().orElseThrow();
  }

  @Test
  @DisplayName("prints as tables")
  void textHoldsAll() {
    Audit audit = auditor(inputs(), 1, 2_000).audit(LEVEL, year(2026));
    String text = audit.toString();
    assertHolds(
        text.replaceAll(" {2,}", "  "),
        "What the count of level of 2026-27 rests on; scenario plain, 2,000 draws, seed 1.",
        "parameters",
        "yearly shocks",
        "both together",
        "share of parameters that cite it",
        "counts at both",
        "It is not what the assumption carries by itself",
        "Growth of children  0.1; uniform, [0, 0.2]  per year  a  SRC-1 (Office,...");
    assertTrue(!text.contains("Without evidence"), text);
    List<String> lines = text.lines().toList();
    assertHolds(lines.get(2), "What carries most");
    List<String> names =
        lines.subList(5, 9).stream().map(line -> line.replaceFirst(".* ", "")).toList();
    assertEquals(List.of("a", "luck", "b", "idle"), names);
    assertTrue(lines.get(5).matches(".* once +0\\.\\d{3} +0\\.\\d{3}  a"), lines.get(5));
    assertTrue(lines.get(6).matches(".* yearly +0\\.\\d{3} +0\\.\\d{3}  luck"), lines.get(6));
    assertEquals("", lines.get(9));
  }

  @Test
  @DisplayName("names every number without evidence that the register knows")
  void missingEvidenceIsNamed() {
    assertEquals(List.of(), auditor(inputs(), 1, 1).withoutEvidence());
    Inputs bad =
        Inputs.builder(model(), YEARS)
            .parameter(A, Distribution.normal(0, 1), "growth", "no-such-id")
            .parameter(B, Distribution.fixed(1), "neither")
            .parameter(WEIGHT, Distribution.fixed(1), "fee")
            .opening(LEVEL, 1, "nothing")
            .shock(LUCK, Origin.given("bound"))
            .correlation(
                org.fundinggap.random.Correlation.identity(List.of("luck")), "no-correlation")
            .build();
    Auditor auditor =
        Auditor.of(new Scenario("bad", "a test", bad), Settings.of(1, 2_000), register);
    List<String> problems = auditor.withoutEvidence();
    assertEquals(6, problems.size(), problems.toString());
    assertHolds(problems.get(0), "a must name", "no-such-id");
    assertHolds(problems.get(1), "b must name", "neither");
    assertHolds(problems.get(2), "opening value of level", "nothing");
    assertHolds(problems.get(3), "shock luck", "no-correlation");
    assertHolds(problems.get(4), "shock idle must have an origin, has none");
    assertHolds(problems.get(5), "correlation of luck", "no-correlation");
    assertHolds(auditor.audit(LEVEL, year(2026)).toString(), "Without evidence", "neither");
  }

  @Test
  @DisplayName("is refused where it would say nothing")
  void uselessAuditIsRefused() {
    assertHolds(
        refusal(() -> auditor(inputs(), 1, 1_999).audit(LEVEL, year(2026))),
        "draws for an audit must be at least 2000, was 1999");
    Auditor auditor = auditor(inputs(), 1, 2_000);
    assertHolds(
        refusal(() -> auditor.audit(LEVEL, year(2024))),
        "level must vary between draws in 2024-25, was always 100.0");
    assertHolds(refusal(() -> auditor.audit(LEVEL, year(2030))), "year must be in", "2030-31");
    assertHolds(refusal(() -> auditor.audit(number("levels"), year(2025))), "levels", "nearest");
    assertHolds(refusal(auditor::audit), "output must be", "standStillGap");
    assertHolds(
        refusal(() -> auditor.audit(BROKEN, year(2025))),
        "broken must be finite in every draw, was Infinity in 2025-26");
  }
}
