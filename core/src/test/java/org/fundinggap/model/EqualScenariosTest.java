package org.fundinggap.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fundinggap.cost.Cost;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.policy.PolicyCatalogue;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Scenarios of England that were made apart")
@Tag("slow")
class EqualScenariosTest {
  private static Baseline apart() {
    return Baseline.england(EvidenceBase.load());
  }

  private static void assertAllShared(Inputs one, Inputs other) {
    assertNotSame(one, other);
    Set<Equation> all = Set.copyOf(other.model().equations());
    assertEquals(all, Set.copyOf(SharedEquations.of(one, other)));
    assertEquals(one.model().equations(), other.model().equations());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CONSTANT_GROWTH", "SCHEDULED", "PER_ASYLUM_SEEKING_CHILD"})
  @DisplayName("share every equation if their rule is the same")
  void everyEquationIsShared(FundingRule rule) {
    assertAllShared(England.underLaw().with(rule).inputs(), apart().with(rule).inputs());
  }

  @Test
  @DisplayName("share every equation where early help is cut and measures are taken too")
  void everyEquationIsSharedWithCutsAndMeasures() {
    List<Scenario> both = new ArrayList<>();
    for (Baseline baseline : List.of(England.underLaw(), apart())) {
      Scenario scenario = baseline.withEarlyHelpCuts().with(FundingRule.REAL_FLAT);
      PolicyCatalogue catalogue = PolicyCatalogue.of(England.evidence(), baseline.baseYear());
      both.add(scenario.with("measures", catalogue.levers("appgc-6")));
    }
    assertAllShared(both.get(0).inputs(), both.get(1).inputs());
  }

  @Test
  @DisplayName("differ under two rules in core funding and what follows from it alone")
  void rulesDifferInFundingAlone() {
    Inputs one = England.inputs(FundingRule.CASH_FLAT);
    Inputs other = apart().withoutCurrentLaw().with(FundingRule.COUNCIL_TAX).inputs();
    assertEquals(Set.of("F1.core", "F2", "F3", "G1", "G2", "G3"), notShared(one, other));
  }

  private static Set<String> notShared(Inputs one, Inputs other) {
    Set<Equation> shared = SharedEquations.of(one, other);
    Set<String> own = new TreeSet<>();
    other.model().equations().stream()
        .filter(equation -> !shared.contains(equation))
        .forEach(equation -> own.add(equation.id()));
    return own;
  }

  /** England put together anew with one equation wrapped. */
  private static Inputs wrapped(String id) {
    Inputs inputs = apart().withoutCurrentLaw().with(FundingRule.CASH_FLAT).inputs();
    List<Equation> equations =
        inputs.model().equations().stream()
            .map(
                each ->
                    each.id().equals(id)
                        ? each.wrapping(formula -> block -> formula.apply(block))
                        : each)
            .toList();
    return inputs.toBuilder(Model.of("England", equations)).build();
  }

  @Test
  @DisplayName("do not share an equation with another formula, nor what reads it")
  void anotherFormulaIsNotShared() {
    Inputs one = England.inputs(FundingRule.CASH_FLAT);
    assertEquals(Set.of("G2"), notShared(one, wrapped("G2")));
    Set<String> funding = Set.of("F1.asylum", "F2", "F3", "G1", "G2", "G3");
    assertEquals(funding, notShared(one, wrapped("F1.asylum")));
  }

  @Test
  @DisplayName("do not share what uses another number, nor what reads it")
  void anotherNumberIsNotShared() {
    Inputs one = England.inputs(FundingRule.CASH_FLAT);
    double scope = one.distribution(Cost.SCOPE).quantile(0.5);
    Inputs other =
        one.toBuilder()
            .parameter(Cost.SCOPE, Distribution.fixed(Math.nextUp(scope)), "given")
            .build();
    Set<String> own = notShared(one, other);
    assertTrue(own.containsAll(Set.of("C1f", "C1g", "C1h", "D9e", "F0", "G1")), own.toString());
    assertFalse(own.contains("C2a"), own.toString());
  }
}
