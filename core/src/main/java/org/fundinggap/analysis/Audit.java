package org.fundinggap.analysis;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.fundinggap.internal.Checks;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.simulation.Settings;

/**
 * Where the variance of one result of a scenario comes from, and all assumptions on which that
 * result rests. Prints as tables.
 *
 * <p>Variance is what the draws hold. An assumption that is fixed, or that the model has in its
 * equations, carries none of it and may matter more than any that does.
 *
 * @param scenario the scenario's name
 * @param settings seed and number of draws
 * @param output the result
 * @param year the year that it is of
 * @param split how much comes from parameters, from yearly shocks, and from both together
 * @param assumptions what the result rests on, through anything that its model reads on the way to
 *     it: the worst quality first, then by share, where one below 0 counts as none, then by id
 * @param parameters every parameter that is drawn, the largest share first. Those that are drawn
 *     together each count what they have in common
 * @param shocks every yearly shock, its years added up, the largest share first. Shocks that are
 *     drawn together each count what they have in common
 * @param drawnTogether the names of parameters that are drawn together, correlation by correlation.
 *     Shares of two of them, and of assumptions that two of them cite, may add up to more than the
 *     two carry, as what they have in common counts in both
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
    List<List<String>> drawnTogether,
    List<String> withoutEvidence) {
  /**
   * An entry of the register that is an assumption, as {@link RegisterEntry#isAssumption} has it.
   *
   * @param entry what the register says of it
   * @param usedIn the parameters, opening values, paths and shocks that cite it and that the result
   *     follows from, by name
   * @param share what the drawn parameters that cite it carry together. It says nothing of the
   *     assumption by itself where that is a weight or the spread of a belief: the parameters vary
   *     for other reasons too. A parameter that cites two assumptions counts at both, so shares may
   *     add up to more than those of parameters, as they may where it is cited by parameters of
   *     {@link #drawnTogether()}. Empty where no drawn parameter cites it
   * @param fixed whether all that cites it is the same in every draw, so that it carries none of
   *     the variance, however much the result depends on it
   */
  public record Assumption(
      RegisterEntry entry, List<String> usedIn, Optional<VarianceShare> share, boolean fixed) {
    /**
     * Copies the list.
     *
     * @param entry as described above
     * @param usedIn as described above
     * @param share as described above
     * @param fixed as described above
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
   * @param drawnTogether as described above
   * @param withoutEvidence as described above
   * @throws IllegalArgumentException if {@code scenario} is blank
   */
  public Audit {
    Checks.notBlank(scenario, "scenario");
    assumptions = ImmutableList.copyOf(assumptions);
    parameters = ImmutableList.copyOf(parameters);
    shocks = ImmutableList.copyOf(shocks);
    drawnTogether =
        drawnTogether.stream().<List<String>>map(ImmutableList::copyOf).collect(toImmutableList());
    withoutEvidence = ImmutableList.copyOf(withoutEvidence);
  }

  /** What carries most, the split, the assumptions, all parameters and shocks, as tables. */
  @Override
  public String toString() {
    return AuditText.of(this);
  }
}
