package org.fundinggap.cost;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.fundinggap.demand.DriftFade;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shapes;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/**
 * All equations of cost, in the order in which they run.
 *
 * <p><em>Need</em> is the cost of meeting demand at the base year's service level and policy;
 * <em>spending</em> lets the block lines follow policy. Both are summed on the gross basis of the
 * section 251 return and carried to the net basis of the revenue outturn, which is that of funding,
 * by two named terms.
 */
public final class Cost {
  /** Need, section 251 gross, GBP million cash. */
  public static final Variable GROSS_NEED = money("grossNeed", "need, section 251 gross");

  /** Spending, section 251 gross, GBP million cash. */
  public static final Variable GROSS_SPENDING =
      money("grossSpending", "spending, section 251 gross");

  /** Need, revenue outturn net, GBP million cash. */
  public static final Variable NEED = money("need", "need, net");

  /** Spending, revenue outturn net, GBP million cash. */
  public static final Variable SPENDING = money("spending", "spending, net");

  /** What the revenue outturn counts beyond section 251, as a share of the latter. */
  public static final Parameter SCOPE =
      new Parameter(
          "revenueOutturnScope", "revenue outturn beyond section 251", Unit.SHARE, -0.5, 0.5);

  /** Income as a share of gross revenue outturn. */
  public static final Parameter INCOME =
      new Parameter("incomeShare", "income as a share of gross cost", Unit.SHARE, 0, 0.5);

  /** What restoring early help for each child to its real level of 2010-11 would add, net. */
  public static final Variable RESTORATION =
      money("earlyHelpRestoration", "restoring early help to 2010-11");

  /** Early help for each child in 2010-11, in real terms, over the base year's. */
  public static final Parameter EARLY_HELP_OF_2010 =
      new Parameter(
          "earlyHelpOf2010", "early help for each child in 2010-11 over now", Unit.RATIO, 0, 10);

  /** Weeks in a year, as the Department for Education's unit costs count them. */
  public static final Parameter WEEKS =
      new Parameter("weeksInYear", "weeks in a year of unit costs", Unit.NUMBER, 52, 53);

  private static final double MILLION = 1e6;

  private Cost() {}

  private static Variable money(String name, String label) {
    return Variable.money(name, label, Unit.GBP_MILLION, PriceBasis.cash());
  }

  /**
   * Equations C1 to C4.
   *
   * @return immutable, to follow the equations of demand
   */
  public static List<Equation> equations() {
    List<Equation> equations = new ArrayList<>(Inflation.equations());
    equations.addAll(PriceIndex.equations());
    equations.addAll(Workforce.equations());
    equations.add(SocialWorkCost.equation());
    for (CostLine line : CostLine.values()) {
      equations.add(need(line));
      if (line.isBlock()) {
        equations.add(
            Shapes.drifting(
                "C1b." + line.name(),
                line.policy(),
                line.policyGrowth(),
                DriftFade.FADE,
                line.policySpread(),
                line.policyShock()));
      }
      equations.add(spending(line));
    }
    equations.add(total("C1d", GROSS_NEED, CostLine::need));
    equations.add(total("C1e", GROSS_SPENDING, CostLine::spending));
    equations.add(net("C1f", GROSS_NEED, NEED));
    equations.add(net("C1g", GROSS_SPENDING, SPENDING));
    equations.add(restoration());
    equations.addAll(MarginalCost.equations());
    return List.copyOf(equations);
  }

  private static Equation need(CostLine line) {
    boolean staffed = line == CostLine.SAFEGUARDING;
    Equation.Builder equation =
        Equation.of(
                "C1a." + line.name(),
                line.need().label()
                    + " = volume x stock to average x unit cost x weeks / 10^6 x (1 +"
                    + " reconciliation) x price"
                    + (staffed ? " x intensity by workforce" : ""))
            .reads(line.volume(), line.index().price())
            .uses(line.stockToAverage(), line.unitCost(), WEEKS, line.reconciliation())
            .writes(line.need());
    if (staffed) {
      equation.reads(SocialWorkCost.INTENSITY);
    }
    return equation.as(staffed ? new StaffedNeed(line) : new Need(line));
  }

  private record Need(CostLine line) implements Formula {
    @Override
    public void apply(Block block) {
      need(block, line);
    }
  }

  private record StaffedNeed(CostLine line) implements Formula {
    @Override
    public void apply(Block block) {
      need(block, line);
      multiply(block, block.column(SocialWorkCost.INTENSITY), block.column(line.need()));
    }
  }

  private static void need(Block block, CostLine line) {
    double[] volume = block.column(line.volume());
    double[] price = block.column(line.index().price());
    double[] toAverage = block.column(line.stockToAverage());
    double[] unitCost = block.column(line.unitCost());
    double[] weeks = block.column(WEEKS);
    double[] reconciliation = block.column(line.reconciliation());
    double[] need = block.column(line.need());
    for (int i = 0; i < block.draws(); i++) {
      double base = volume[i] * toAverage[i] * unitCost[i] * weeks[i] / MILLION;
      need[i] = base * (1 + reconciliation[i]) * price[i];
    }
  }

  private static void multiply(Block block, double[] factor, double[] product) {
    for (int i = 0; i < block.draws(); i++) {
      product[i] *= factor[i];
    }
  }

  private static Equation spending(CostLine line) {
    String id = "C1c." + line.name();
    if (!line.isBlock()) {
      return Equation.of(id, line.spending().label() + " = need: it is a duty")
          .reads(line.need())
          .writes(line.spending())
          .as(new Duty(line));
    }
    if (!line.isEarlyHelp()) {
      return Shapes.product(id, line.spending(), line.need(), line.policy());
    }
    return Equation.of(id, line.spending().label() + " = need x policy x early help kept")
        .reads(line.need(), line.policy(), EarlyHelp.KEPT)
        .writes(line.spending())
        .as(new EarlyHelpSpending(line));
  }

  private record Duty(CostLine line) implements Formula {
    @Override
    public void apply(Block block) {
      double[] spending = block.column(line.spending());
      System.arraycopy(block.column(line.need()), 0, spending, 0, block.draws());
    }
  }

  private record EarlyHelpSpending(CostLine line) implements Formula {
    @Override
    public void apply(Block block) {
      double[] spending = block.column(line.spending());
      System.arraycopy(block.column(line.need()), 0, spending, 0, block.draws());
      multiply(block, block.column(line.policy()), spending);
      multiply(block, block.column(EarlyHelp.KEPT), spending);
    }
  }

  private static Equation restoration() {
    List<Variable> needs = CostLine.earlyHelp().stream().map(CostLine::need).toList();
    return Equation.of(
            "C1h",
            "restoring early help = (level of 2010-11 - 1) x need of early help x (1 + scope) x (1"
                + " - income)")
        .reads(needs.toArray(Variable[]::new))
        .uses(EARLY_HELP_OF_2010, SCOPE, INCOME)
        .writes(RESTORATION)
        .as(new Restoration(ImmutableList.copyOf(needs)));
  }

  private record Restoration(ImmutableList<Variable> needs) implements Formula {
    @Override
    public void apply(Block block) {
      double[] level = block.column(EARLY_HELP_OF_2010);
      double[] gross = block.scratch(0);
      Arrays.fill(gross, 0, block.draws(), 0);
      for (Variable need : needs) {
        double[] term = block.column(need);
        for (int i = 0; i < block.draws(); i++) {
          gross[i] += term[i];
        }
      }
      for (int i = 0; i < block.draws(); i++) {
        gross[i] *= level[i] - 1;
      }
      net(block, gross, block.column(RESTORATION));
    }
  }

  private static Equation total(String id, Variable total, Function<CostLine, Variable> of) {
    return Shapes.sum(id, total, Arrays.stream(CostLine.values()).map(of).toList());
  }

  private static Equation net(String id, Variable gross, Variable net) {
    return Equation.of(id, net.label() + " = gross x (1 + scope) x (1 - income)")
        .reads(gross)
        .uses(SCOPE, INCOME)
        .writes(net)
        .as(new Net(gross, net));
  }

  private record Net(Variable gross, Variable net) implements Formula {
    @Override
    public void apply(Block block) {
      Cost.net(block, block.column(gross), block.column(net));
    }
  }

  /** From the gross basis to the net one; the two may be the same array. */
  static void net(Block block, double[] gross, double[] net) {
    double[] scope = block.column(SCOPE);
    double[] income = block.column(INCOME);
    for (int i = 0; i < block.draws(); i++) {
      net[i] = gross[i] * (1 + scope[i]) * (1 - income[i]);
    }
  }
}
