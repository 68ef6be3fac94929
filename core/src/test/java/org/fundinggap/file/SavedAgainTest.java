package org.fundinggap.file;

import static org.fundinggap.file.ScenarioFileTest.LAST;
import static org.fundinggap.file.ScenarioFileTest.SHARE;
import static org.fundinggap.file.ScenarioFileTest.changing;
import static org.fundinggap.file.ScenarioFileTest.lever;
import static org.fundinggap.file.ScenarioFileTest.plain;
import static org.fundinggap.file.ScenarioFileTest.roundTrip;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fundinggap.cost.Cost;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Children;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.lever.Change;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Parameter;
import org.fundinggap.own.OwnLine;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("What was fixed, put back or newly evidenced, in a file")
@Tag("slow")
class SavedAgainTest {
  private static final EvidenceBase REGISTER = England.evidence();

  @Test
  @DisplayName("holds what was fixed of a lever, of the law and of an own line, in any order")
  void holdsWhatWasFixed() {
    Distribution some = Distribution.triangular(-0.2, -0.1, -0.05);
    Lever own =
        lever()
            .multiply(CareEntries.ENTRIES, some, "x")
            .inPart("share of areas", SHARE, "z")
            .cost(Payer.COUNCILS, Distribution.uniform(1, 2), "w")
            .build();
    OwnLine line =
        OwnLine.each("sb", "short breaks", Children.CHILDREN, Distribution.uniform(8, 9), "a");
    Scenario all = plain().with("with both", line).with("with both", own);
    for (Change.Size size : own.sizes()) {
      double value = size.distribution().quantile(0.3);
      assertTrue(roundTrip(all.fixing(size.parameter(), value)).contains("fixed:"));
    }
    assertTrue(roundTrip(all.fixing(line.unitCost(), 8.5)).contains("fixed:"));
    Lever law = plain().levers().get(0);
    Parameter size = law.sizes().get(0).parameter();
    double value = plain().inputs().distribution(size).quantile(0.6);
    roundTrip(plain().fixing(size, value).with("later", own));
    roundTrip(plain().fixing(size, value).without("less", plain().levers().get(1)));
  }

  @Test
  @DisplayName(
      "holds a lever of the law that was taken out and put back later, or another by its name")
  void holdsLawPutBack() {
    Lever law =
        plain().levers().stream()
            .filter(lever -> lever.timetable().delayed(1).isFeltBy(LAST))
            .findFirst()
            .orElseThrow();
    Scenario later = plain().without("without", law).with("later", law.delayed(1));
    assertTrue(roundTrip(later).contains("without-levers"));
  }

  @Test
  @DisplayName("holds other evidence of the same number, own lines on own lines, and vague priors")
  void holdsWhereNumbersComeFrom() {
    Distribution same = plain().base().distribution(Cost.INCOME);
    String text = roundTrip(changing(builder -> builder.parameter(Cost.INCOME, same, "our own")));
    assertTrue(text.contains("our own"), text);
    OwnLine line =
        OwnLine.each("sb", "~", Children.CHILDREN, Distribution.uniform(8, 9), "null", "~");
    roundTrip(plain().with("on it", line, OwnLine.ofColumn("twin", "the same again", line.need())));
    String vague =
        roundTrip(
            Baseline.england(REGISTER.withVaguePriors()).to(LAST).with(FundingRule.REAL_FLAT));
    assertTrue(vague.contains("vague-priors: true"), vague);
    assertFalse(
        ScenarioFile.parse(vague, REGISTER)
            .scenario()
            .recipe()
            .orElseThrow()
            .register()
            .vaguePriors()
            .isEmpty());
  }
}
