package org.fundinggap.funding;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fundinggap.calibration.BaseFunding;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.cost.Cost;
import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.Demand;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.demand.Outlook;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Schedule;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.TracedRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Streams of funding")
class FundingStreamTest {
  private static final FundingStream OWN =
      FundingStream.of("localGrant", "a local grant", FundingRule.CASH_FLAT, false);
  private static final List<FundingStream> ALL =
      List.of(
          FundingStream.core(FundingRule.REAL_FLAT),
          FundingStream.asylum(),
          FundingStream.familiesFirst(),
          FundingStream.transformation(),
          FundingStream.otherMoney(),
          OWN);

  /** Writes down which of its methods was asked, and for what. */
  private static final class Trace implements FundingStream.Visitor {
    private final List<String> asked = new ArrayList<>();

    @Override
    public void core(FundingStream.Core stream) {
      asked.add("core: " + stream.id());
    }

    @Override
    public void registered(FundingStream.Registered stream) {
      asked.add("registered: " + stream.id());
    }

    @Override
    public void own(FundingStream.Own stream) {
      asked.add("own: " + stream.id());
    }
  }

  @Test
  @DisplayName("are a closed set of kinds, each visited by its kind")
  void everyKindIsVisited() {
    Set<Class<?>> kinds = ALL.stream().map(Object::getClass).collect(Collectors.toSet());
    assertEquals(Set.of(FundingStream.class.getPermittedSubclasses()), kinds);
    Trace trace = new Trace();
    ALL.forEach(stream -> stream.accept(trace));
    assertEquals(
        List.of(
            "core: core",
            "registered: asylum",
            "registered: familiesFirst",
            "registered: transformation",
            "registered: otherMoney",
            "own: localGrant"),
        trace.asked);
  }

  @Test
  @DisplayName("have equal equations if they are equal, and each rule has its own")
  void equationsAreOfTheStream() {
    List<Equation> seen = new ArrayList<>();
    for (FundingRule rule : FundingRule.values()) {
      if (rule == FundingRule.PER_ASYLUM_SEEKING_CHILD) {
        assertHolds(refusal(() -> FundingStream.core(rule)), rule.label(), "asylum grant's");
        continue;
      }
      Equation equation = FundingStream.core(rule).equation();
      assertEquals(equation, FundingStream.core(rule).equation());
      assertHolds(equation.toString(), "F1.core", rule.label());
      assertEquals(Set.of(FundingStream.core(rule).amount()), equation.writes());
      seen.forEach(other -> assertNotEquals(other, equation));
      seen.add(equation);
    }
    Equation grant = FundingStream.asylum().equation();
    assertEquals(grant, FundingStream.asylum().equation());
    assertHolds(grant.text(), FundingRule.PER_ASYLUM_SEEKING_CHILD.label());
  }

  private static double[] everything(Inputs inputs) {
    TracedRun run = TracedRun.central(inputs);
    return inputs.years().years().stream()
        .flatMapToDouble(
            year ->
                inputs.model().variables().stream()
                    .mapToDouble(variable -> run.at(variable, year, 0)))
        .toArray();
  }

  @Test
  @DisplayName("by schedule use its value of the base year, and no other path does")
  void schedulesAreUsedInTheBaseYear() {
    Inputs inputs = England.inputs(FundingRule.COUNCIL_TAX);
    FinancialYear base = inputs.years().first();
    Set<String> used = new TreeSet<>();
    for (Schedule path : inputs.model().schedules()) {
      if (path.equals(CareLeavers.AGED_17)) {
        continue; // 1 in the base year by definition
      }
      Map<FinancialYear, Double> changed = new TreeMap<>();
      inputs.years().years().forEach(year -> changed.put(year, inputs.schedule(path, year)));
      changed.merge(base, 0.1, Double::sum);
      Inputs other = inputs.toBuilder().schedule(path, changed, "spend-net").build();
      if (!Arrays.equals(everything(inputs), everything(other))) {
        used.add(path.name());
      }
    }
    assertEquals(Set.of("fundingSchedule.familiesFirst", "fundingSchedule.transformation"), used);
  }

  @Test
  @DisplayName("of a user's own have no registered numbers")
  void ownStreamsAreNotCalibrated() {
    YearRange years = England.baseline().years();
    List<FundingStream> streams = List.of(FundingStream.core(FundingRule.CASH_FLAT), OWN);
    List<Equation> equations = new ArrayList<>(List.of(EarlyHelp.keptByPolicy()));
    equations.addAll(Demand.equations());
    equations.addAll(Cost.equations());
    equations.addAll(Funding.equations(streams, years.first()));
    Model model = Model.of("England", equations);
    FundingPlan plan = FundingPlan.of(FundingRule.CASH_FLAT);
    BaseFunding funding = BaseFunding.published(England.evidence(), years.first());
    assertHolds(
        refusal(
            () ->
                Calibration.england(
                    England.evidence(), model, years, streams, funding, plan, Outlook.POOLED)),
        "registered numbers",
        "was localGrant",
        "Inputs.builder");
  }
}
