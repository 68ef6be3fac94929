package org.fundinggap.calibration;

import java.util.List;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Origin.Derivation;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;

/** Writes numbers into the inputs of a model, each with how it came about and from what. */
record InputsWriter(InputsBuilder inputs, EvidenceBase evidence) {

  /** An opening value that is published as it stands, or added up from what is. */
  void published(Variable variable, double value, String... ids) {
    inputs.opening(variable, value, Origin.published(ids));
  }

  /** An opening value that is worked out from what is published. */
  void workedOut(Variable variable, double value, String method, String... ids) {
    inputs.opening(variable, value, Origin.estimated(method, ids));
  }

  /** A parameter that is worked out from published values, without a range worth stating. */
  void workedOut(Parameter parameter, double value, String method, String... ids) {
    inputs.parameter(parameter, Distribution.fixed(value), Origin.estimated(method, ids));
  }

  /** An opening value that is a registered prior, or worked out from priors alone. */
  void assumed(Variable variable, double value, String method, String... ids) {
    inputs.opening(variable, value, new Origin(Derivation.PRIOR, method, List.of(ids)));
  }

  /** A parameter that is a registered prior without a range, or worked out from priors alone. */
  void assumed(Parameter parameter, double value, String method, String... ids) {
    inputs.parameter(
        parameter, Distribution.fixed(value), new Origin(Derivation.PRIOR, method, List.of(ids)));
  }

  /** A parameter with its estimate, kept inside its bounds. */
  void estimated(Parameter parameter, Estimate estimate, String what, String... ids) {
    inputs.parameter(
        parameter,
        estimate.within(parameter.lower(), parameter.upper()),
        estimate.weightOfData() > 0
            ? Origin.estimated(estimate.method(what), ids)
            : new Origin(Derivation.PRIOR, "no series of the time says anything", List.of(ids)));
  }

  /** A parameter with its registered prior. */
  void prior(Parameter parameter, String id) {
    inputs.parameter(parameter, Calibration.distribution(evidence.prior(id)), Origin.prior(id));
  }

  /** Yearly shocks are standard normal, which is an assumption of its own. */
  void shocks(Shock... shocks) {
    for (Shock shock : shocks) {
      inputs.shock(shock, Origin.prior("yearly-shock"));
    }
  }
}
