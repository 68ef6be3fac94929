package org.fundinggap.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundinggap.claim.SourceTrajectories;
import org.fundinggap.claim.SourceTrajectory;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.SocialWorkCost;
import org.fundinggap.demand.Children;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Opening;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.LeverBuilder;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Model;
import org.fundinggap.model.Quantity;
import org.fundinggap.own.OwnFunding;
import org.fundinggap.own.OwnLine;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The page of equations and the equations of the code name the same things. */
@DisplayName("The page of equations")
class EquationsPageTest {
  private static final Pattern NUMBER = Pattern.compile("\\*\\*([A-Z]\\d[a-z]?)\\*\\*");
  private static final Pattern NAME = Pattern.compile("`([a-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+)*)`");

  private static EvidenceBase evidence;
  private static List<Model> models;
  private static Page page;

  @BeforeAll
  static void load() {
    evidence = EvidenceBase.load();
    page = Pages.named("docs/equations.md");
    Baseline baseline = Baseline.england(evidence).withoutCurrentLaw();
    models = new ArrayList<>();
    for (FundingRule rule : registered()) {
      models.add(baseline.with(rule).inputs().model());
    }
    models.add(baseline.with(FundingPlan.HEADLINE.openingAt(Opening.CLOSED)).inputs().model());
    models.add(baseline.withEarlyHelpCuts().with(FundingRule.REAL_FLAT).inputs().model());
    models.add(withLevers(baseline.with(FundingRule.REAL_FLAT)).inputs().model());
    models.add(withOwn(baseline.with(FundingRule.REAL_FLAT)).inputs().model());
    for (SourceTrajectory trajectory : SourceTrajectories.of(evidence).all()) {
      models.add(trajectory.scenario().inputs().model());
    }
  }

  /** One lever that writes all that levers can. */
  private static Scenario withLevers(Scenario scenario) {
    Distribution some = Distribution.fixed(0.1);
    LeverBuilder lever =
        Lever.named("all")
            .from(scenario.inputs().years().first().plus(1))
            .share(CostLine.HOMES, Payer.PARTNERS, some, "agency-premium");
    lever.multiply(SocialWorkCost.AGENCY_PREMIUM, some, "agency-premium");
    for (Payer payer : Payer.values()) {
      lever.cost(payer, some, "agency-premium");
    }
    return scenario.with(lever.build());
  }

  /** A line and a stream of one's own that write all that those can. */
  private static Scenario withOwn(Scenario scenario) {
    Distribution pounds = Distribution.fixed(1);
    OwnLine line =
        OwnLine.each("shortBreaks", "short breaks", Children.CHILDREN, pounds, "own survey")
            .outOf(CostLine.FAMILY_SUPPORT);
    OwnFunding stream = OwnFunding.by("grant", "grant", FundingRule.REAL_FLAT, 1, "own plan");
    return scenario.with(line, stream.tied());
  }

  /** Rules of core funding that need no numbers of their own. */
  private static List<FundingRule> registered() {
    return Stream.of(FundingRule.values())
        .filter(rule -> rule != FundingRule.CONSTANT_GROWTH && rule != FundingRule.SCHEDULED)
        .filter(rule -> rule != FundingRule.PER_ASYLUM_SEEKING_CHILD)
        .toList();
  }

  @Test
  @DisplayName("numbers every equation of the models and no other")
  void numbersAreThoseOfTheModels() {
    Set<String> written = matches(NUMBER);
    Set<String> modelled =
        equations()
            .map(equation -> equation.id().replaceFirst("\\..*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(modelled, written);
  }

  @Test
  @DisplayName("names every line, index and stream that an equation is repeated for")
  void repeatsAreNamed() {
    Set<String> missing =
        equations()
            .filter(equation -> equation.id().contains("."))
            .map(equation -> equation.id().replaceFirst(".*\\.", ""))
            .filter(suffix -> !page.text().contains(suffix))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), missing);
  }

  @Test
  @DisplayName("names every funding rule")
  void rulesAreNamed() {
    List<String> missing =
        Stream.of(FundingRule.values())
            .map(FundingRule::label)
            .filter(label -> !page.text().contains(label))
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  @DisplayName("uses only names of the models and of the register")
  void namesExist() {
    Set<String> unknown = new TreeSet<>(matches(NAME));
    models.forEach(model -> names(model).forEach(unknown::remove));
    unknown.removeIf(evidence::knows);
    assertEquals(Set.of(), unknown);
  }

  @Test
  @DisplayName("names every variable, a family of them by one of it")
  void variablesAreNamed() {
    Set<String> written = matches(NAME);
    Set<String> families =
        written.stream().map(EquationsPageTest::family).collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    for (Model model : models) {
      model.variables().stream()
          .map(Quantity::name)
          .filter(name -> !families.contains(family(name)))
          .forEach(missing::add);
    }
    assertEquals(Set.of(), missing);
  }

  private static String family(String name) {
    return name.replaceFirst("\\..*", "");
  }

  private static Stream<String> names(Model model) {
    return Stream.of(model.variables(), model.parameters(), model.shocks(), model.schedules())
        .flatMap(Set::stream)
        .map(Quantity::name);
  }

  private static Stream<Equation> equations() {
    return models.stream().flatMap(model -> model.equations().stream());
  }

  private static Set<String> matches(Pattern pattern) {
    return pattern
        .matcher(page.text())
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
