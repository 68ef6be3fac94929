package org.fundinggap.analysis;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.fundinggap.internal.Checks;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.simulation.Settings;

/**
 * Where one number of a scenario comes from: a tree from the result through equations and
 * parameters to the evidence. Immutable.
 *
 * <p>The model is a graph and the tree is its first visit, depth first: a number that was explained
 * already is shown again with its value, but without what it comes from ({@link Node#above}).
 *
 * @param scenario the scenario's name
 * @param settings seed and number of draws
 * @param draw which draw the values are of; empty where they are means over all draws. A mean need
 *     not be what the equation gives for the means of its inputs
 * @param root the number that is explained
 */
public record Explanation(String scenario, Settings settings, OptionalInt draw, Node root) {
  private static final int DEPTH_OF_TEXT = 3;

  /** What a line of an explanation stands for. */
  public enum NodeType {
    /** What the model works out, or opens with. */
    VARIABLE,
    /** Drawn once for all years. */
    PARAMETER,
    /** Known for every year, the same in every draw. */
    SCHEDULE,
    /** Drawn anew each year. */
    SHOCK,
    /** An entry of the register. */
    EVIDENCE
  }

  /**
   * One number of the tree.
   *
   * @param kind what it is
   * @param name its name in the model, or its id in the register
   * @param label what it is, in a few words
   * @param unit unit and price basis; empty for a shock, which is in standard deviations
   * @param year the year that it is of; empty for a parameter and for evidence
   * @param value its mean or the draw's value; for evidence the published number where the register
   *     holds a single one, or the value of the year that was used where that is certain
   * @param how equation, opening value, distribution or citation, in one line
   * @param entry what the register says; present exactly for evidence that it knows
   * @param above whether it has been explained earlier in the tree, and so has no inputs here
   * @param inputs what it comes from
   */
  public record Node(
      NodeType kind,
      String name,
      String label,
      String unit,
      Optional<FinancialYear> year,
      OptionalDouble value,
      String how,
      Optional<RegisterEntry> entry,
      boolean above,
      List<Node> inputs) {
    /**
     * Checks the name and copies the inputs.
     *
     * @param kind as described above
     * @param name as described above
     * @param label as described above
     * @param unit as described above
     * @param year as described above
     * @param value as described above
     * @param how as described above
     * @param entry as described above
     * @param above as described above
     * @param inputs as described above
     * @throws IllegalArgumentException if {@code name} is blank
     */
    public Node {
      Checks.notBlank(name, "name");
      inputs = ImmutableList.copyOf(inputs);
    }
  }

  /**
   * Every number of the tree, depth first, the explained one first.
   *
   * @return the nodes; those that are repeated are marked {@link Node#above}
   */
  public Stream<Node> stream() {
    List<Node> nodes = new ArrayList<>();
    ArrayDeque<Node> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Node node = open.pop();
      nodes.add(node);
      for (int i = node.inputs.size() - 1; i >= 0; i--) {
        open.push(node.inputs.get(i));
      }
    }
    return nodes.stream();
  }

  /**
   * The ends of the tree: nodes that come from nothing further and are explained nowhere else. All
   * are evidence, but for a shock that the inputs say nothing of: it is standard normal by
   * definition.
   *
   * @return in the order of {@link #stream}
   */
  public Stream<Node> leaves() {
    return stream().filter(node -> node.inputs.isEmpty() && !node.above);
  }

  /**
   * The tree as indented text. A number is explained where the text first has room for what it
   * comes from, even if the tree does so in a branch that is cut off; {@code explained above} is
   * said only where that stands above in the text.
   *
   * @param depth how many levels below the number to show; 0 for the number alone
   * @return a line a node, under a heading that says scenario, draws and seed
   * @throws IllegalArgumentException if {@code depth} is negative
   */
  public String toText(int depth) {
    Checks.atLeast(depth, 0, "depth", "0 shows the number alone");
    return ExplanationText.of(this, depth);
  }

  /** The tree as text to a depth of three. */
  @Override
  public String toString() {
    return toText(DEPTH_OF_TEXT);
  }
}
