package org.fundinggap.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.InputEntry;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Option;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.random.Correlation;

/** Rows of the numbers that go into a model. */
final class InputRows {
  private final String name;
  private final Inputs inputs;
  private final List<TidyRow> rows = new ArrayList<>();

  private InputRows(Option option) {
    name = option.name();
    inputs = option.inputs();
  }

  static Stream<TidyRow> of(Option option) {
    InputRows rows = new InputRows(option);
    rows.inputs.entries().forEach(rows::add);
    rows.inputs.correlations().forEach(rows::add);
    return rows.rows.stream();
  }

  private void add(InputEntry entry) {
    if (entry instanceof InputEntry.OfParameter given) {
      add(given.quantity(), given.distribution());
    } else if (entry instanceof InputEntry.OfOpening given) {
      String basis = TidyRow.basis(given.quantity());
      String unit = given.quantity().unit().symbol();
      put(given.quantity(), inputs.years().first(), "opening", given.value(), unit, basis);
    } else if (entry instanceof InputEntry.OfSchedule given) {
      String unit = given.quantity().unit().symbol();
      String basis = given.quantity().unit().isMoney() ? "cash" : "";
      put(given.quantity(), given.year(), "value", given.value(), unit, basis);
    }
  }

  private void add(Parameter parameter, Distribution given) {
    String unit = parameter.unit().symbol();
    String basis =
        parameter.unit().isMoney() ? PriceBasis.real(inputs.years().first()).toString() : "";
    put(parameter, "", "mean", given.mean(), unit, basis);
    put(parameter, "", "sd", given.standardDeviation(), unit, basis);
    put(parameter, "", "lower", given.lower(), unit, basis);
    put(parameter, "", "upper", given.upper(), unit, basis);
    for (int percent : Statistics.PERCENTILES) {
      String statistic = Statistics.percentile(percent);
      put(parameter, "", statistic, given.quantile(percent / 100.0), unit, basis);
    }
  }

  /** Of each pair once. */
  private void add(Correlation correlation) {
    List<String> names = correlation.names();
    List<String> evidence = inputs.origin(correlation).evidence();
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < i; j++) {
        TidyRow row =
            TidyRow.of(name, names.get(i), "", "correlation", correlation.at(i, j), "", "");
        rows.add(row.against(names.get(j)).from(evidence));
      }
    }
  }

  private void put(
      Quantity quantity, Object year, String statistic, double value, String unit, String basis) {
    rows.add(
        TidyRow.of(name, quantity.name(), year, statistic, value, unit, basis)
            .from(inputs.evidence(quantity)));
  }
}
