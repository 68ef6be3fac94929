package org.fundinggap.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fundinggap.cost.PlainCost;
import org.fundinggap.demand.PlainDemand;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.funding.PlainFunding;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.random.Distribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every equation of England, worked out again one draw at a time")
class EquationsTest {
  private static final int DRAWS = 40;

  private final List<FundingStream> streams = England.streams(FundingRule.values());
  private final TracedRun trace = TracedRun.of(inputs(), DRAWS, 20241);

  /** All seven funding rules at once, a seventh of the published budget each. */
  private Inputs inputs() {
    InputsBuilder inputs = England.withStreams(streams);
    Inputs baseline = England.inputs(FundingRule.CASH_FLAT);
    for (FundingStream stream : streams) {
      inputs.opening(stream.amount(), 14_100.0 / streams.size(), "ra-budget-net");
      switch (stream.rule()) {
        case CONSTANT_GROWTH ->
            inputs.parameter(stream.growth(), Distribution.uniform(0.01, 0.06), "ra-budget-net");
        case FOLLOWS_OUTTURN ->
            inputs
                .parameter(stream.outturnShare(), Distribution.uniform(0.1, 0.2), "outturn-share")
                .parameter(stream.outturnSpread(), Distribution.fixed(0.02), "outturn-spread");
        case SCHEDULED ->
            inputs.path(
                stream.schedule(),
                England.path(baseline, years -> 2_000 + 50 * years),
                "ra-budget-net");
        case CASH_FLAT, REAL_FLAT, COUNCIL_TAX, FOLLOWS_NEED -> {}
      }
    }
    return inputs.build();
  }

  @Test
  @DisplayName("agrees with its text within a year, to 1e-12")
  void everyVariableFollowsFromTheOthers() {
    for (int draw = 0; draw < DRAWS; draw++) {
      workOut(Plain.oneYear(trace, draw));
    }
  }

  @Test
  @DisplayName("agrees with parameters, shocks and opening values over ten years")
  void everyVariableFollowsFromTheDraws() {
    for (int draw = 0; draw < DRAWS; draw++) {
      workOut(Plain.wholePath(trace, draw));
    }
  }

  private void workOut(Plain plain) {
    Inputs inputs = trace.inputs();
    for (int year = 0; year < inputs.years().length(); year++) {
      if (year > 0) {
        plain.turn();
      }
      PlainDemand.year(plain);
      PlainCost.year(plain);
      PlainFunding.year(plain, streams, inputs.years().first());
      assertEquals(inputs.model().variables().size(), plain.compared(), "a variable is left out");
    }
    assertEquals(inputs.years().last(), plain.year());
  }
}
