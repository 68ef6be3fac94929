package org.fundinggap.policy;

import java.util.List;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;

/** The shipped catalogue and the scenario that its measures are laid over, read once. */
final class Catalogues {
  private static final EvidenceBase EVIDENCE = EvidenceBase.load();
  private static final Baseline BASELINE = Baseline.england(EVIDENCE);
  private static final Scenario REAL_FLAT = BASELINE.with(FundingRule.REAL_FLAT);
  private static final PolicyCatalogue CATALOGUE =
      PolicyCatalogue.of(EVIDENCE, BASELINE.baseYear());

  private Catalogues() {}

  static EvidenceBase evidence() {
    return EVIDENCE;
  }

  static Baseline baseline() {
    return BASELINE;
  }

  static Scenario realFlat() {
    return REAL_FLAT;
  }

  static PolicyCatalogue shipped() {
    return CATALOGUE;
  }

  static List<Measure> withLevers() {
    return CATALOGUE.measures().stream().filter(measure -> !measure.isMeasurement()).toList();
  }
}
