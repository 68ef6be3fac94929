package org.fundinggap.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.scenario.Baseline;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The profile of England")
@Tag("medium")
class EnglandProfileTest {
  private static final Inputs ENGLAND =
      Baseline.england(EvidenceBase.load())
          .withoutCurrentLaw()
          .with(FundingRule.CASH_FLAT)
          .inputs();

  private static final EnglandProfile PROFILE = new EnglandProfile(ENGLAND, 1_024, 100);

  private static List<List<String>> cells(List<String> lines) {
    return lines.stream().skip(2).map(line -> List.of(line.split(" *\\| *"))).toList();
  }

  @Test
  @DisplayName("has a row for every equation, each with a time")
  void everyEquationIsTimed() {
    List<List<String>> rows = cells(PROFILE.equations());
    List<String> ids = ENGLAND.model().equations().stream().map(Equation::id).toList();
    assertEquals(ids, rows.stream().map(row -> row.get(1)).toList());
    double all = 0;
    for (List<String> row : rows) {
      assertFalse(row.get(2).startsWith("other equations"), row.toString());
      all += Double.parseDouble(row.get(3));
    }
    assertTrue(all > 0, PROFILE.equations().toString());
  }

  @Test
  @DisplayName("has every equation in one of its parts, and what the run takes beyond them")
  void partsAddUp() {
    List<List<String>> rows = cells(PROFILE.parts());
    int size = ENGLAND.model().equations().size();
    assertEquals(List.of("all", size + ""), rows.get(rows.size() - 1).subList(1, 3));
    int counted = 0;
    for (List<String> row : rows.subList(0, rows.size() - 3)) {
      counted += Integer.parseInt(row.get(2));
    }
    assertEquals(size, counted);
    assertTrue(rows.get(rows.size() - 3).get(1).startsWith("drawing "), rows.toString());
    assertTrue(rows.get(rows.size() - 2).get(1).contains("histograms"), rows.toString());
  }
}
