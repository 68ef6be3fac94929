package org.fundinggap.analysis;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.fundinggap.internal.Checks;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.simulation.Settings;

/**
 * All assumptions on which a scenario rests, and how much of the variance of one result hangs on
 * each. Prints as tables.
 *
 * <p>Variance is what the draws hold. An assumption that is fixed, or that the model has in its
 * equations, carries none of it and may matter more than any that does.
 *
 * @param scenario the scenario's name
 * @param settings seed and number of draws
 * @param output the result
 * @param year the year that it is of
 * @param split how much comes from parameters, from yearly shocks, and from both together
 * @param assumptions what the scenario rests on: those that are red first, then by share, then by
 *     id
 * @param parameters every parameter that is drawn, the largest share first
 * @param shocks every yearly shock, its years added up, the largest share first. Shocks that are
 *     drawn together each count what they have in common
 * @param withoutEvidence numbers whose evidence is missing or not in the register; see {@link
 *     Auditor#withoutEvidence()}
 */
public record Audit(
    String scenario,
    Settings settings,
    Variable output,
    FinancialYear year,
    Split split,
    List<Assumption> assumptions,
    List<Carrier> parameters,
    List<Carrier> shocks,
    List<String> withoutEvidence) {
  /**
   * An entry of the register that is an assumption: a prior, or a number of kind assumption, or one
   * that is red because nobody has seen it in its source.
   *
   * @param entry what the register says of it
   * @param usedIn the parameters, opening values, paths and shocks that rest on it, by name
   * @param share what the drawn parameters that rest on it carry together; a parameter that rests
   *     on two assumptions counts at both, so shares may add up to more than those of parameters.
   *     Empty where no drawn parameter rests on it
   */
  public record Assumption(
      RegisterEntry entry, List<String> usedIn, Optional<VarianceShare> share) {
    /**
     * Copies the list.
     *
     * @param entry as described above
     * @param usedIn as described above
     * @param share as described above
     */
    public Assumption {
      usedIn = ImmutableList.copyOf(usedIn);
    }
  }

  /**
   * A parameter or shock with the share of the variance that it carries by itself: its first-order
   * index, by the correlation ratio over bins of its draws.
   *
   * @param name its name in the model
   * @param label what it is
   * @param share the share
   */
  public record Carrier(String name, String label, VarianceShare share) {}

  /**
   * The variance split in three, by runs that share parameters or shocks; adds up to one.
   *
   * @param parameters what would go if all parameters were known
   * @param shocks what would go if the luck of every year were known
   * @param joint what goes only if both are
   */
  public record Split(VarianceShare parameters, VarianceShare shocks, VarianceShare joint) {}

  /**
   * Copies the lists.
   *
   * @param scenario as described above
   * @param settings as described above
   * @param output as described above
   * @param year as described above
   * @param split as described above
   * @param assumptions as described above
   * @param parameters as described above
   * @param shocks as described above
   * @param withoutEvidence as described above
   * @throws IllegalArgumentException if {@code scenario} is blank
   */
  public Audit {
    Checks.notBlank(scenario, "scenario");
    assumptions = ImmutableList.copyOf(assumptions);
    parameters = ImmutableList.copyOf(parameters);
    shocks = ImmutableList.copyOf(shocks);
    withoutEvidence = ImmutableList.copyOf(withoutEvidence);
  }

  /** The split, the assumptions, the parameters and shocks that carry most, as tables. */
  @Override
  public String toString() {
    return AuditText.of(this);
  }
}
