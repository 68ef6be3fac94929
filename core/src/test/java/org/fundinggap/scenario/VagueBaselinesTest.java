package org.fundinggap.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.cost.Cost;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Prior;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Variable;
import org.fundinggap.published.Published;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A past baseline with vague priors in place of hindsight")
class VagueBaselinesTest {
  private static final FinancialYear LAST = FinancialYear.parse("2024-25");

  /** Nothing that is scored can be so far off within nine years unless a draw is absurd. */
  private static final double ABSURD = 20;

  private static final double FAR_OFF = 5;

  /** The 31 January after each base year by which all that it needs was published. */
  static Stream<LocalDate> origins() {
    return Stream.of(2017, 2018, 2020, 2021, 2022, 2023, 2024, 2025)
        .map(year -> LocalDate.of(year, 1, 31));
  }

  private static EvidenceBase known(LocalDate date) {
    return England.evidence().asOf(date);
  }

  private static Scenario scenario(EvidenceBase evidence) {
    return Baseline.england(evidence).to(LAST).with(FundingRule.REAL_FLAT);
  }

  private static List<String> ids(List<Prior> priors) {
    return priors.stream().map(Prior::id).toList();
  }

  @ParameterizedTest
  @MethodSource("origins")
  @DisplayName("reads no hindsight but what needs no vague version, and no other evidence")
  void hindsightIsGone(LocalDate date) {
    Inputs with = scenario(known(date)).inputs();
    EvidenceBase vague = known(date).withVaguePriors();
    Inputs without = scenario(vague).inputs();
    assertEquals(with.years(), without.years());
    assertEquals(with.evidence(), without.evidence());
    List<String> left = ids(Calibration.hindsight(vague, without));
    left.forEach(id -> assertTrue(vague.whyKept(id).isPresent(), id));
    List<String> read = ids(Calibration.hindsight(known(date), with));
    assertTrue(read.containsAll(left));
    assertTrue(read.size() > 2 * left.size(), () -> read.size() + " and " + left.size());
    assertTrue(with.evidence().containsAll(read));
  }

  @Test
  @DisplayName("reads fewer priors the longer its series are, and lists none of the policies'")
  void hindsightIsWhatIsRead() {
    List<Integer> counts = new ArrayList<>();
    for (LocalDate date : List.of(LocalDate.of(2017, 1, 31), LocalDate.of(2023, 1, 31))) {
      EvidenceBase known = known(date);
      List<String> read = ids(Calibration.hindsight(known, scenario(known).inputs()));
      assertTrue(read.contains("price-spread"));
      assertTrue(read.contains("price-drift"));
      assertTrue(read.stream().noneMatch(id -> id.startsWith("measure-")), read::toString);
      counts.add(read.size());
    }
    assertTrue(counts.get(0) > counts.get(1), counts::toString);
    assertEquals(
        List.of(),
        Calibration.hindsight(England.evidence(), scenario(England.evidence()).inputs()));
  }

  @ParameterizedTest
  @MethodSource("origins")
  @DisplayName("runs: every draw is finite, nothing counted is negative, nothing is absurd")
  void drawsAreSound(LocalDate date) {
    Scenario scenario = scenario(known(date).withVaguePriors());
    Projection run = Simulation.of(scenario).run(Settings.of(2025, 1_024));
    for (Variable variable : run.variables(scenario.name())) {
      double[] drawn = run.outcome(variable).in(LAST).values();
      assertTrue(Arrays.stream(drawn).allMatch(Double::isFinite), variable::name);
    }
    int compared = 0;
    for (Published published : Published.all()) {
      var outturn = published.at(England.evidence(), LAST);
      if (outturn.isPresent()) {
        Draws draws =
            published.draws(scenario.inputs(), variable -> run.outcome(variable).in(LAST));
        double value = outturn.get().value();
        assertTrue(draws.quantile(0) >= 0 && draws.quantile(0.01) > 0, published::id);
        double middle = draws.quantile(0.5) / value;
        assertTrue(middle > 1 / FAR_OFF && middle < FAR_OFF, () -> published.id() + middle);
        double high = draws.quantile(0.99) / value;
        assertTrue(high < ABSURD, () -> published.id() + high);
        compared++;
      }
    }
    assertTrue(compared > 30, "compared " + compared);
    double gross = England.evidence().series("spend-gross").at(LAST);
    Draws need = run.outcome(Cost.GROSS_SPENDING).in(LAST);
    assertTrue(need.quantile(0) > gross / FAR_OFF && need.quantile(1) < gross * FAR_OFF);
  }

  @ParameterizedTest
  @MethodSource("origins")
  @DisplayName("is less sure of spending than the one with hindsight")
  void spendingIsLessSure(LocalDate date) {
    double with = relativeSpread(known(date));
    double without = relativeSpread(known(date).withVaguePriors());
    assertNotEquals(with, without);
    assertTrue(without > with, () -> without + " is not above " + with);
  }

  private static double relativeSpread(EvidenceBase evidence) {
    Projection run =
        Simulation.of(scenario(evidence))
            .keeping(Cost.GROSS_SPENDING)
            .run(Settings.of(2025, 1_024));
    Draws need = run.outcome(Cost.GROSS_SPENDING).in(LAST);
    return need.standardDeviation() / need.mean();
  }
}
