package org.fundinggap.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.ChangedRegister;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Parameter;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Refused;
import org.fundinggap.simulation.CentralPath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The loop from early help")
class EarlyHelpGainTest {
  private static final String EVIDENCE = "early-help-gap-share";

  private static final Inputs CUT =
      England.baseline().withEarlyHelpCuts().with(FundingRule.REAL_FLAT).inputs();

  /** Section 251 gross of 2024-25: safeguarding, looked-after care, and early help. */
  private static final double SAFEGUARDING = 3_586.90094;

  private static final double LOOKED_AFTER = 8_955.421269;
  private static final double EARLY_HELP = 1_902.330547 + 455.974318 + 588.374535;

  private static Inputs with(Parameter parameter, double value) {
    return fixed(CUT.toBuilder(), parameter, value).build();
  }

  private static InputsBuilder fixed(InputsBuilder inputs, Parameter parameter, double value) {
    return inputs.parameter(parameter, Distribution.fixed(value), EVIDENCE);
  }

  @Test
  @DisplayName("has at the base year's costs the gain worked out by hand from published spending")
  void gainOfTheBaseYearIsThatWorkedOutByHand() {
    Inputs inputs =
        England.baseline()
            .to(FinancialYear.parse("2024-25"))
            .withEarlyHelpCuts()
            .with(FundingRule.REAL_FLAT)
            .inputs();
    double expected = 0.55 * (0.16 * SAFEGUARDING + 0.16 * LOOKED_AFTER) / (0.5 * EARLY_HELP);
    assertEquals(expected, EarlyHelpCuts.greatestGain(inputs), 1e-9);
  }

  @Test
  @DisplayName("has its greatest gain when care is dearest, and that is below 1")
  void gainOfTheBaselineIsBelowOne() {
    CentralPath path = CentralPath.of(CUT);
    double greatest = 0;
    for (FinancialYear year : CUT.years().years()) {
      double care = 0;
      double early = 0;
      for (CostLine line : CostLine.values()) {
        boolean inCare = line.name().matches("HOMES|FOSTERING|LEAVING_CARE|OTHER_LOOKED_AFTER");
        care += inCare ? path.at(line.need(), year) : 0;
        boolean helps = line.name().matches("FAMILY_SUPPORT|YOUNG_PEOPLE|EARLY_YEARS");
        early += helps ? path.at(line.need(), year) : 0;
      }
      double driven = 0.16 * (path.at(CostLine.SAFEGUARDING.need(), year) + care);
      greatest = Math.max(greatest, 0.55 * driven / (0.5 * early));
    }
    double gain = EarlyHelpCuts.greatestGain(CUT);
    assertEquals(greatest, gain, 1e-12);
    assertTrue(gain > 0.8 && gain < 1, () -> "gain " + gain);
    assertSame(CUT, EarlyHelpCuts.checked(CUT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2015-16", "2016-17", "2018-19", "2019-20", "2020-21", "2021-22", "2022-23", "2023-24"
      })
  void gainOfEveryBaseYearIsBelowOne(String year) {
    Baseline baseline = Baseline.england(England.evidence(), FinancialYear.parse(year));
    Inputs inputs = baseline.withEarlyHelpCuts().with(FundingRule.REAL_FLAT).inputs();
    double gain = EarlyHelpCuts.greatestGain(inputs);
    assertTrue(gain > 0 && gain < 1, () -> "gain " + gain);
  }

  @ParameterizedTest
  @CsvSource({
    "earlyHelpElasticityNeed, 0.3, entries up to 0.15",
    "earlyHelpElasticityEntries, 0.25, of entries up to 0.25",
    "earlyHelpFloor, 0.3, floor from 0.3",
    "earlyHelpGapShare, 0.8, gap share up to 0.8",
  })
  @DisplayName("is refused with its numbers where one of them pushes its gain to 1")
  void gainOfOneIsRefused_whenOneNumberIsPushed(String name, double value, String said) {
    Parameter pushed =
        CUT.model().parameters().stream()
            .filter(parameter -> parameter.name().equals(name))
            .findFirst()
            .orElseThrow();
    Inputs inputs = with(pushed, value);
    String refused = Refused.message(() -> EarlyHelpCuts.checked(inputs));
    double gain = EarlyHelpCuts.greatestGain(inputs);
    assertTrue(gain >= 1, () -> "gain " + gain);
    assertTrue(
        refused.startsWith(
            String.format(
                java.util.Locale.ROOT,
                "gain of the loop from early help must be below 1, was %.3f: ",
                gain)),
        refused);
    assertTrue(refused.contains(said), refused);
    assertTrue(refused.endsWith("lower one of the first three or raise the floor"), refused);
  }

  @Test
  @DisplayName("is said to be the horizon's where earlier years are below 1, with the last of them")
  void horizonIsSaid() {
    FinancialYear first = CUT.years().first();
    // The share at which the gain passes 1 on the way: the mean of the bounds in two years.
    double share = 0.55 * 2 / (gainTo(first.plus(5)) + gainTo(CUT.years().last()));
    Inputs pushed = with(EarlyHelpCuts.GAP_SHARE, share);
    String refused = Refused.message(() -> EarlyHelpCuts.checked(pushed));
    assertTrue(refused.contains(", so it is the horizon: project to "), refused);
    String last = refused.replaceAll("(?s).*project to (\\S+) or before.*", "$1");
    Inputs shorter = toLast(share, FinancialYear.parse(last));
    EarlyHelpCuts.checked(shorter);
    Inputs longer = toLast(share, FinancialYear.parse(last).plus(1));
    Refused.message(() -> EarlyHelpCuts.checked(longer));
  }

  private static double gainTo(FinancialYear last) {
    return EarlyHelpCuts.greatestGain(cutTo(last));
  }

  private static Inputs cutTo(FinancialYear last) {
    return England.baseline().to(last).withEarlyHelpCuts().with(FundingRule.REAL_FLAT).inputs();
  }

  private static Inputs toLast(double share, FinancialYear last) {
    return fixed(cutTo(last).toBuilder(), EarlyHelpCuts.GAP_SHARE, share).build();
  }

  @Test
  @DisplayName("a gain of exactly 1 is refused, one a little below is not")
  void oneItselfIsRefused() {
    double below = 0.3;
    double above = 0.95;
    for (int halving = 0; halving < 45; halving++) {
      double share = (below + above) / 2;
      if (EarlyHelpCuts.greatestGain(with(EarlyHelpCuts.GAP_SHARE, share)) < 1) {
        below = share;
      } else {
        above = share;
      }
    }
    EarlyHelpCuts.checked(with(EarlyHelpCuts.GAP_SHARE, below));
    Inputs refused = with(EarlyHelpCuts.GAP_SHARE, above);
    assertTrue(Refused.message(() -> EarlyHelpCuts.checked(refused)).contains("was 1.000"));
  }

  @Test
  void gainIsNil_whenNothingIsCutOrNothingFollows() {
    assertEquals(0, EarlyHelpCuts.greatestGain(with(EarlyHelpCuts.GAP_SHARE, 0)));
    InputsBuilder unfelt = fixed(CUT.toBuilder(), EarlyHelp.ELASTICITY_NEED, 0);
    fixed(unfelt, EarlyHelp.ELASTICITY_ENTRIES, 0);
    assertEquals(0, EarlyHelpCuts.greatestGain(unfelt.build()));
  }

  @Test
  @DisplayName("a register of one's own whose priors push it is refused by the baseline")
  void baselineIsRefused_whenARegisterPushesTheGain(@TempDir Path directory) {
    ChangedRegister register =
        ChangedRegister.in(directory)
            .replace("priors.csv", "triangular,0.4,,0.2,0.55,0.5", "triangular,0.4,,0.2,0.75,0.5");
    Baseline pushed = Baseline.england(register.load());
    pushed.with(FundingRule.REAL_FLAT);
    String refused = Refused.message(() -> pushed.withEarlyHelpCuts().with(FundingRule.REAL_FLAT));
    assertTrue(refused.contains("gap share up to 0.75"), refused);
  }
}
