package org.fundinggap.simulation;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Option;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shock;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Sampling;
import org.fundinggap.random.StreamId;

/**
 * The streams that a scenario draws from, for {@link Sampling#withLeading}: points that are even
 * over all inputs together make means far more precise.
 */
public final class LeadingStreams {
  private LeadingStreams() {}

  /**
   * All streams of some scenarios: uncertain parameters by name, then yearly shocks by year and
   * name.
   *
   * <p>The place of a stream decides its draws. Keep one list to compare runs of models that differ
   * in their parameters or years: a stream in the list that no scenario draws does no harm.
   *
   * @param scenarios at least one, such as all those of a run
   * @return every stream once, in an order that doesn't depend on that of the scenarios; immutable
   */
  public static List<StreamId> of(Option... scenarios) {
    Set<String> parameters = new TreeSet<>();
    Set<FinancialYear> years = new TreeSet<>();
    Set<String> shocks = new TreeSet<>();
    for (Inputs inputs : Arrays.stream(scenarios).map(Option::inputs).toList()) {
      for (Parameter parameter : inputs.model().parameters()) {
        if (!inputs.distribution(parameter).isFixed()) {
          parameters.add(parameter.name());
        }
      }
      inputs.model().shocks().stream().map(Shock::name).forEach(shocks::add);
      years.addAll(inputs.years().years().subList(1, inputs.years().length()));
    }
    ImmutableList.Builder<StreamId> streams = ImmutableList.builder();
    parameters.forEach(name -> streams.add(Chance.stream(name)));
    for (FinancialYear year : years) {
      shocks.forEach(name -> streams.add(Chance.stream(name, year)));
    }
    return streams.build();
  }
}
