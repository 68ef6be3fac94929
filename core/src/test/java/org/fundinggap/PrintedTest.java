package org.fundinggap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fundinggap.analysis.Auditor;
import org.fundinggap.analysis.Explainer;
import org.fundinggap.bridge.Bridge;
import org.fundinggap.bridge.BridgeOfGap;
import org.fundinggap.bridge.BridgeTerm;
import org.fundinggap.chart.ChartFan;
import org.fundinggap.chart.ChartLine;
import org.fundinggap.chart.ChartPanel;
import org.fundinggap.chart.FanChart;
import org.fundinggap.claim.SourceTrajectories;
import org.fundinggap.cost.Cost;
import org.fundinggap.demand.Children;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Overlay;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Workspace;
import org.fundinggap.report.Page;
import org.fundinggap.report.PageSection;
import org.fundinggap.report.Table;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a user may hold prints something that a reader understands, never a hash. */
@DisplayName("What a user holds")
@Tag("medium")
class PrintedTest {
  private static final FinancialYear BASE = FinancialYear.parse("2024-25");
  private static final EvidenceBase EVIDENCE = EvidenceBase.load();
  private static final Scenario ENGLAND =
      Baseline.england(EVIDENCE).to(BASE.plus(2)).with(FundingRule.REAL_FLAT);

  @Test
  @DisplayName("declares how it prints, builders too")
  void everyClassDeclaresIt() {
    List<JavaClass> held =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.fundinggap")
                .stream()
                .filter(type -> !type.getPackageName().contains(".internal"))
                .filter(PrintedTest::isHeld)
                .toList();
    assertTrue(held.size() >= 50, "only " + held.size() + " classes");
    Set<String> silent = new TreeSet<>();
    for (JavaClass each : held) {
      if (each.tryGetMethod("toString").isEmpty()) {
        silent.add(each.getName());
      }
    }
    assertEquals(Set.of(), silent);
  }

  /** Records and enums print by themselves; exceptions print their messages. */
  private static boolean isHeld(JavaClass type) {
    boolean isPublic = true;
    for (JavaClass outer = type; outer != null; outer = outer.getEnclosingClass().orElse(null)) {
      isPublic &= outer.getModifiers().contains(JavaModifier.PUBLIC);
    }
    return isPublic
        && !type.isInterface()
        && !type.isEnum()
        && !type.isRecord()
        && !type.isAssignableTo(Throwable.class)
        && type.getMethods().stream().anyMatch(PrintedTest::isOfAnObject);
  }

  /** A class of static methods alone is held by nobody. */
  private static boolean isOfAnObject(JavaMethod method) {
    return method.getModifiers().contains(JavaModifier.PUBLIC)
        && !method.getModifiers().contains(JavaModifier.STATIC);
  }

  static Stream<Arguments> printed() {
    return Stream.of(engine(), answers(), shown()).flatMap(each -> each);
  }

  private static Stream<Arguments> engine() {
    return Stream.of(
        arguments(
            Baseline.england(EVIDENCE).deflator(),
            "GDP deflator of \\S.*, outturn to 2\\d{3}, then forecast"),
        arguments(new Workspace(), "Workspace for blocks of up to \\d+ draws"),
        arguments(
            Equation.of("X1", "x = children").reads(Children.CHILDREN),
            "X1: x = children, not yet with a formula"),
        arguments(
            ENGLAND.inputs(),
            "Inputs of England \\(.* equations, .* variables\\), 2024-25 to 2026-27: \\d+"
                + " parameters, \\d+ opening values, \\d+ schedules, \\d correlations?"),
        arguments(
            ENGLAND.inputs().toBuilder(),
            "Inputs of England .*, so far (\\d+) parameters of \\1, \\d+ opening values,"
                + " (\\d+) schedules of \\2"),
        arguments(
            Overlay.of(ENGLAND.inputs()),
            "Overlay of England .*, so far 0 added equations, 0 new numbers"),
        arguments(Simulation.of(ENGLAND), "Simulation of \\[real-flat\\], keeping every variable"),
        arguments(
            Simulation.of(ENGLAND)
                .keeping(Cost.NEED)
                .alsoKeeping(ENGLAND.name(), Children.CHILDREN),
            "Simulation of \\[real-flat\\], keeping \\[need\\], and in real-flat \\[children\\]"));
  }

  private static Stream<Arguments> answers() {
    Draws one =
        Simulation.of(ENGLAND)
            .keeping(Cost.NEED)
            .run(Settings.of(1, 2))
            .outcome(Cost.NEED)
            .in(BASE);
    BridgeTerm term = BridgeTerm.of("homes").times("children", one, one).times("price", one, one);
    Settings settings = Settings.of(1, 1_000);
    return Stream.of(
        arguments(
            Auditor.of(ENGLAND, settings, EVIDENCE),
            "Auditor of real-flat, Settings\\[seed=1, draws=1000\\]"),
        arguments(
            Explainer.of(ENGLAND, settings, EVIDENCE),
            "Explainer of real-flat, Settings\\[seed=1, draws=1000\\]"),
        arguments(term, "homes = children x price"),
        arguments(BridgeTerm.of("homes"), "homes = no factors yet"),
        arguments(
            Bridge.builder("need", "GBP million").between("then", "now").plus(term),
            "need in GBP million, from then to now, so far 1 term"),
        arguments(BridgeOfGap.of(Gap.BUDGET), "Bridge of the budget gap in cash"),
        arguments(
            BridgeOfGap.of(Gap.NEED)
                .inRealTerms()
                .withPrices(Baseline.england(EVIDENCE).deflator()),
            "Bridge of the need gap in real terms, base years joined by GDP deflator of .*"),
        arguments(
            Lever.named("help")
                .from(BASE.plus(1))
                .shift(Children.CHILDREN, Distribution.fixed(1), "children-0-17"),
            "help from 2025-26, so far 1 change"),
        arguments(
            SourceTrajectories.of(EVIDENCE), "Trajectories of published claims; Evidence: .*"));
  }

  private static Stream<Arguments> shown() {
    ChartFan.Builder fan = ChartFan.builder("need").year(BASE.plus(1), 1, 2, 3, 4, 5);
    ChartLine.Builder line = ChartLine.builder("published").values(BASE, 1, 2);
    ChartPanel.Builder begun = ChartPanel.builder().title("A").history(line.build());
    ChartPanel.Builder panel = ChartPanel.builder().history(line.build()).fan(fan.build());
    return Stream.of(
        arguments(fan, "need, so far 1 year"),
        arguments(fan.build(), "need, 2025-26 to 2025-26, median 3 at the end"),
        arguments(line, "published, so far 2 years"),
        arguments(line.build(), "published, 2024-25 to 2025-26, 2 at the end"),
        arguments(begun, "A, so far 1 line or fan, 0 markers"),
        arguments(ChartPanel.builder(), "Panel, so far 0 lines and fans, 0 markers"),
        arguments(panel.build(), "\\[published, need\\]"),
        arguments(begun.build(), "A: \\[published\\]"),
        arguments(
            FanChart.builder("Cost", "GBP billion").panel(panel.build()),
            "Cost \\(GBP billion\\), so far 1 panel"),
        arguments(Table.builder("Cost", "In cash.").left("year"), "Cost, so far 1 column, 0 rows"),
        arguments(Page.builder("England"), "England, so far 0 sections"),
        arguments(PageSection.builder("Gap").paragraph("Text."), "Gap, so far 1 part"),
        arguments(PageSection.builder("Gap").paragraph("Text.").build(), "Gap, 1 part"));
  }

  @ParameterizedTest
  @MethodSource("printed")
  @DisplayName("says in a line what it is")
  void saysWhatItIs(Object held, String expected) {
    String text = held.toString();
    assertTrue(text.matches(expected), text);
    assertFalse(text.matches(".*@[0-9a-f]{5,}.*"), text);
  }
}
