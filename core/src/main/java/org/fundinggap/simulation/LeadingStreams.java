package org.fundinggap.simulation;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
  /** With fewer streams, those that matter are few, and even by themselves is even enough. */
  private static final int MANY = 10;

  /** From so many draws a replicate, no two of England's streams were correlated beyond 0.2. */
  private static final int STEADY = 4_096;

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
        // A fixed one is drawn all the same if others move with it.
        if (!inputs.distribution(parameter).isFixed()
            || inputs.correlation(parameter).isPresent()) {
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

  /** A line if Sobol draws are spread in a way that may do worse than independent ones. */
  static String advice(Settings settings, List<? extends Option> scenarios) {
    Sampling sampling = settings.sampling();
    if (sampling.isIndependent()) {
      return "";
    }
    int each = settings.draws() / sampling.replicates();
    int drawn = of(scenarios.toArray(Option[]::new)).size();
    if (drawn > MANY && sampling.leading().isEmpty()) {
      return String.format(
          Locale.ROOT,
          "\n"
              + "none of %,d Sobol streams leads: standard deviations and percentiles may be less"
              + " precise than of independent draws; use"
              + " Sampling.withLeading(LeadingStreams.of(...))",
          drawn);
    }
    if (drawn > MANY && each < STEADY) {
      return String.format(
          Locale.ROOT,
          "\n%,d Sobol draws a replicate are few for %,d streams that lead: inputs that are"
              + " independent may come out correlated; take %,d a replicate, or fewer replicates",
          each,
          sampling.leading().size(),
          STEADY);
    }
    return "";
  }
}
