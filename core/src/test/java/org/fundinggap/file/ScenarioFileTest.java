package org.fundinggap.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Outlook;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.funding.Opening;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.LeverBuilder;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Fingerprint;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Parameter;
import org.fundinggap.own.OwnFunding;
import org.fundinggap.own.OwnLine;
import org.fundinggap.policy.Measure;
import org.fundinggap.policy.PolicyCatalogue;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.Money;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.random.Sampling;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A scenario in a file")
@Tag("slow")
class ScenarioFileTest {
  private static final FinancialYear START = FinancialYear.parse("2026-27");
  static final FinancialYear LAST = FinancialYear.parse("2028-29");
  static final Distribution SHARE = Distribution.uniform(0.2, 0.4);
  private static final EvidenceBase REGISTER = England.evidence();

  private static Baseline baseline() {
    return England.underLaw().to(LAST);
  }

  static Scenario plain() {
    return baseline().with(FundingPlan.HEADLINE);
  }

  static String roundTrip(Scenario scenario) {
    String text = ScenarioFile.of(scenario).text();
    Scenario read = ScenarioFile.parse(text, scenario.recipe().orElseThrow().register()).scenario();
    assertEquals(scenario.name(), read.name());
    assertEquals(scenario.description(), read.description());
    assertEquals(Fingerprint.of(scenario), Fingerprint.of(read));
    assertEquals(
        scenario.levers().stream().map(Lever::name).toList(),
        read.levers().stream().map(Lever::name).toList());
    assertEquals(List.copyOf(scenario.additions()), List.copyOf(read.additions()));
    return text;
  }

  /** Every way to set a baseline and a plan, by what its file must say. */
  static Stream<Map.Entry<String, Scenario>> starts() {
    Map<FinancialYear, Double> amounts = new TreeMap<>();
    baseline().years().years().stream().skip(1).forEach(year -> amounts.put(year, 15_000.0));
    return Stream.of(
        Map.entry("known: published", plain()),
        Map.entry("then: council-tax", baseline().with(FundingRule.COUNCIL_TAX)),
        Map.entry("growing: 0.03", baseline().with(FundingPlan.growing(0.03, "a guess"))),
        Map.entry(
            "2026-27: 15000.0",
            baseline().with(FundingPlan.cashSettlement(amounts, "our talk: what \"may\" be"))),
        Map.entry(
            "until: 2026-27",
            baseline().with(FundingPlan.published().until(START).then(FundingRule.CASH_FLAT))),
        Map.entry(
            "opening: closed", baseline().with(FundingPlan.HEADLINE.openingAt(Opening.CLOSED))),
        Map.entry(
            "outlook: long-trend",
            baseline().withOutlook(Outlook.LONG_TREND).with(FundingRule.REAL_FLAT)),
        Map.entry(
            "early-help-cuts: true", baseline().withEarlyHelpCuts().with(FundingRule.REAL_FLAT)),
        Map.entry(
            "without-law: [agency-rules",
            baseline().withoutCurrentLaw().with(FundingRule.REAL_FLAT)),
        Map.entry(
            "millions: 14000.0",
            baseline()
                .withFunding(Money.ofMillions(14_000, PriceBasis.cash()), "ra-budget-net")
                .with(FundingRule.REAL_FLAT)),
        Map.entry(
            "year: 2019-20",
            Baseline.england(REGISTER, FinancialYear.parse("2019-20"))
                .to(FinancialYear.parse("2022-23"))
                .with(FundingRule.REAL_FLAT)),
        Map.entry(
            "register-as-of: 2023-12-31",
            Baseline.england(REGISTER.asOf(LocalDate.of(2023, 12, 31)))
                .with(FundingRule.REAL_FLAT)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("starts")
  @DisplayName("says what it starts from")
  void startsFrom(Map.Entry<String, Scenario> start) {
    String text = roundTrip(start.getValue());
    assertTrue(text.contains(start.getKey()), text);
  }

  static LeverBuilder lever() {
    return Lever.named("a lever: of mine, \"quoted\"").from(START);
  }

  /** Steps of a lever and all that goes with it, by what its file must say. */
  private static Stream<Map.Entry<String, Lever>> changes() {
    Map<FinancialYear, Double> values = new TreeMap<>(Map.of(START, 0.05, LAST, 0.06));
    Distribution some = Distribution.triangular(-0.2, -0.1, -0.05);
    Parameter agency = Cost.INCOME;
    return Stream.of(
        Map.entry(
            "offset-by:",
            lever()
                .multiply(CareEntries.ENTRIES, some, "x")
                .inPart("share of areas", SHARE, "z")
                .offsetBy(ChildrenInNeed.STARTED, 1, Distribution.uniform(0.1, 0.5), "y")
                .cost(Payer.GOVERNMENT, Distribution.logNormal(20, 0.3), "w")
                .alsoInPart()
                .build()),
        Map.entry(
            "also: [referrals]",
            lever()
                .shift(ChildrenInNeed.STARTED, Distribution.normal(-500, 50), "x", "y")
                .alsoShift(Referrals.REFERRALS)
                .ramp(2)
                .lag(1)
                .through(LAST)
                .build()),
        Map.entry(
            "spend-more: family-support",
            lever()
                .spendMore(CostLine.FAMILY_SUPPORT, Distribution.elicited(10, 20, 40), "x")
                .coverage(0.5)
                .build()),
        Map.entry(
            "set: referrals",
            lever().set(Referrals.REFERRALS, Distribution.fixed(600_000), "x").build()),
        Map.entry(
            "by-year: {2026-27: 0.05, 2028-29: 0.06}",
            lever().set(agency, values, "x").beyondUsual().build()));
  }

  /** Steps that set what money or people are, limit them or let others pay, likewise. */
  private static Stream<Map.Entry<String, Lever>> settings() {
    return Stream.of(
        Map.entry(
            "prices: real 2024-25",
            lever()
                .set(
                    Cost.NEED,
                    Map.of(START, 17_000.0),
                    PriceBasis.real(FinancialYear.parse("2024-25")),
                    "x")
                .build()),
        Map.entry(
            "known: lookedAfter",
            Lever.named("what came out")
                .from(FinancialYear.parse("2025-26"))
                .known(
                    Placements.LOOKED_AFTER,
                    Map.of(FinancialYear.parse("2025-26"), 82_000.0),
                    "our return")
                .build()),
        Map.entry(
            "floor: referrals",
            lever()
                .floor(Referrals.REFERRALS, Distribution.fixed(630_000), "x")
                .cap(CareEntries.ENTRIES, Distribution.fixed(30_000), "x")
                .coverage(Map.of(START, 0.25, LAST, 1.0))
                .build()),
        Map.entry(
            "taken-over-by: partners",
            lever()
                .share(CostLine.HOMES, Payer.PARTNERS, SHARE, "x")
                .costEach(Payer.COUNCILS, Children.CHILDREN, Distribution.gamma(2, 3), "x")
                .splitWith(Payer.GOVERNMENT, SHARE, "y")
                .build()));
  }

  static Stream<Map.Entry<String, Lever>> levers() {
    return Stream.concat(changes(), settings());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("levers")
  @DisplayName("holds every kind of lever")
  void holdsLevers(Map.Entry<String, Lever> lever) {
    String text = roundTrip(plain().with("with a lever", lever.getValue()));
    assertTrue(text.contains(lever.getKey()), text);
  }

  @Test
  @DisplayName("holds every measure of the catalogue")
  void holdsTheCatalogue() {
    Scenario plain = plain();
    int held = 0;
    for (Measure measure :
        PolicyCatalogue.of(REGISTER, plain.inputs().years().first()).measures()) {
      Lever[] felt =
          measure.levers().stream()
              .filter(lever -> lever.timetable().isFeltBy(LAST))
              .toArray(Lever[]::new);
      if (felt.length > 0) {
        roundTrip(plain.with(measure.id(), felt));
        held++;
      }
    }
    assertTrue(held > 25, "held " + held);
  }

  @Test
  @DisplayName("holds lines and streams of one's own, changed numbers and what was fixed")
  void holdsWhatWasAddedAndChanged() {
    Map<FinancialYear, Double> amounts = new TreeMap<>();
    baseline().years().years().forEach(year -> amounts.put(year, 30.5));
    Scenario plain = plain();
    Lever law = plain.levers().get(0);
    Parameter size = plain.levers().get(1).sizes().get(0).parameter();
    Scenario all =
        plain
            .changing(
                "changed",
                numbers ->
                    numbers.toBuilder()
                        .parameter(Cost.INCOME, Distribution.uniform(0.05, 0.1), "our accounts")
                        .build())
            .with(
                "with lines",
                OwnLine.each(
                        "shortBreaks",
                        "short breaks",
                        Children.CHILDREN,
                        Distribution.fixed(9),
                        "a",
                        "b")
                    .priced(PriceIndex.SOCIAL_WORK)
                    .outOf(CostLine.OTHER),
                OwnLine.byYear("camps", "camps & more", amounts, "plan"),
                OwnFunding.byYear("grant", "a grant", amounts, "letter").tied(),
                OwnFunding.growing("levy", "a levy", 20, Distribution.uniform(0, 0.02), "plan"),
                OwnFunding.by("gift", "a gift", FundingRule.CASH_FLAT, 3, "will"))
            .without("less law", law)
            .fixing(size, plain.inputs().distribution(size).quantile(0.6))
            .fixing(Cost.SCOPE, 0.01)
            .described("What we think.\nIn two lines: {odd} #1");
    String text = roundTrip(all);
    assertTrue(text.contains("without-levers"), text);
    assertTrue(text.contains("fixed:"), text);
    assertTrue(text.contains("method: fixed at a value"), text);
  }

  @Test
  @DisplayName("keeps the settings, and gives the same draws to the bit")
  void givesTheSameDraws(@TempDir Path folder) throws IOException {
    Settings settings =
        Settings.of(-7, 256).withShockSeed(8).withMemory(1).withSampling(Sampling.sobol(4));
    Scenario scenario = plain().named("ours");
    Path file = folder.resolve("ours.yaml");
    ScenarioFile.of(scenario).with(settings).save(file);
    ScenarioFile read = ScenarioFile.load(file, REGISTER);
    assertEquals(Optional.of(settings), read.settings());
    assertEquals("ours, " + settings, read.toString());
    Settings kept = settings.withMemory(Settings.USUAL_MEMORY);
    assertEquals(
        Simulation.of(scenario).run(kept).outcome("ours", Gap.STAND_STILL.cash()).in(LAST).mean(),
        Simulation.of(read.scenario())
            .run(kept)
            .outcome("ours", Gap.STAND_STILL.cash())
            .in(LAST)
            .mean());
  }

  @Test
  @DisplayName("may be as short as a name, and holds comments")
  void mayBeShort() {
    ScenarioFile read =
        ScenarioFile.parse("# ours\nfundinggap-scenario: 1\nname: ours # a comment\n", REGISTER);
    assertEquals("ours", read.scenario().name());
    assertEquals(
        Fingerprint.of(England.underLaw().with(FundingPlan.HEADLINE)),
        Fingerprint.of(read.scenario()));
    assertEquals(Optional.empty(), read.settings());
  }

  @Test
  @DisplayName("is refused if it was changed and still has the old fingerprint")
  void knowsItsFingerprint() {
    String text = ScenarioFile.of(plain()).text();
    String changed = text.replace("to: 2028-29", "to: 2029-30");
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> ScenarioFile.parse(changed, REGISTER));
    assertEquals(1, e.problems().size());
    assertTrue(e.problems().toString().contains("delete the line"), e.problems()::toString);
    String without = changed.replaceAll("fingerprint: .*", "");
    assertEquals(
        "2029-30",
        ScenarioFile.parse(without, REGISTER).scenario().inputs().years().last().toString());
  }

  private static void assertNotSaved(String part, Scenario scenario) {
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> ScenarioFile.of(scenario).text());
    assertTrue(e.problems().toString().contains(part), e.problems()::toString);
  }

  static Scenario changing(UnaryOperator<InputsBuilder> change) {
    return plain().changing("changed", numbers -> change.apply(numbers.toBuilder()).build());
  }

  @Test
  @DisplayName("is not written where a file can't hold it, by name")
  void refusesCode() {
    assertNotSaved(
        "had a rule for referrals",
        plain()
            .with(
                lever()
                    .rule(
                        Referrals.REFERRALS,
                        (x, size, strength) -> x * (1 + strength * size),
                        Distribution.fixed(-0.1),
                        "x")
                    .build()));
    assertNotSaved(
        "made of numbers",
        changing(
            builder ->
                builder.parameter(
                    Cost.INCOME,
                    Distribution.ofQuantileFunction("mine", p -> 0.05 + 0.1 * p),
                    "x")));
    assertNotSaved("must come from a baseline", new Scenario("given", "given", plain().base()));
    assertFalse(ScenarioFile.of(plain()).text().contains("levers"));
  }
}
