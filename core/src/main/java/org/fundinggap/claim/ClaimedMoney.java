package org.fundinggap.claim;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/**
 * S2 to S5: cost, funding and gap as a claim has them, in the claim's own price basis, and what
 * they come to in cash.
 *
 * @param basis the prices in which the claim is stated, or is taken to be
 */
record ClaimedMoney(PriceBasis basis) {
  /** Growth of cost a year. */
  public static final Parameter COST_GROWTH =
      new Parameter("claimedCostGrowth", "growth of cost", Unit.PER_YEAR, -0.5, 0.5);

  /** Funding as a share of cost. */
  public static final Parameter FUNDING_SHARE =
      new Parameter("claimedFundingShare", "funding over cost", Unit.SHARE, 0, 2);

  /** Spending beyond the budget, as a share of it. */
  public static final Parameter OVERSPEND_RATE =
      new Parameter("claimedOverspendRate", "overspend over budget", Unit.SHARE, -0.5, 1);

  /** Prices of the year over prices of the basis; 1 for a claim in cash. */
  public static final Schedule PRICES =
      new Schedule("claimedPrices", "prices over those of the basis", Unit.INDEX);

  /**
   * Cost.
   *
   * @return GBP million in the claim's basis
   */
  public Variable cost() {
    return money("claimedCost", "cost, as claimed", basis);
  }

  /**
   * Funding.
   *
   * @return GBP million in the claim's basis
   */
  public Variable funding() {
    return money("claimedFunding", "funding, as claimed", basis);
  }

  /**
   * Cost less funding.
   *
   * @return GBP million in the claim's basis
   */
  public Variable gap() {
    return money("claimedGap", "gap, as claimed", basis);
  }

  /**
   * Cost in the prices of each year.
   *
   * @return GBP million, cash
   */
  public Variable costInCash() {
    return money("claimedCostInCash", "cost as claimed, in cash", PriceBasis.cash());
  }

  /**
   * The gap in the prices of each year.
   *
   * @return GBP million, cash
   */
  public Variable gapInCash() {
    return money("claimedGapInCash", "gap as claimed, in cash", PriceBasis.cash());
  }

  private static Variable money(String name, String label, PriceBasis basis) {
    return Variable.money(name, label, Unit.GBP_MILLION, basis);
  }

  /** Cost grows, funding stays the same. */
  List<Equation> growingCostFlatFunding() {
    return with(growingCost(), flatFunding());
  }

  /** Cost grows, funding is a share of it. */
  List<Equation> growingCostSharedFunding() {
    Equation funding =
        Equation.of("S3b", "funding = share x cost")
            .reads(cost())
            .uses(FUNDING_SHARE)
            .writes(funding())
            .as(new Shared(cost(), funding()));
    return with(growingCost(), funding);
  }

  private record Shared(Variable cost, Variable funding) implements Formula {
    @Override
    public void apply(Block block) {
      double[] whole = block.column(cost);
      double[] share = block.column(FUNDING_SHARE);
      double[] shared = block.column(funding);
      for (int i = 0; i < block.draws(); i++) {
        shared[i] = whole[i] * share[i];
      }
    }
  }

  /** Spending is the budget and a share more. */
  List<Equation> overspentBudget() {
    Equation cost =
        Equation.of("S2b", "cost = funding x (1 + overspend rate)")
            .reads(funding())
            .uses(OVERSPEND_RATE)
            .writes(cost())
            .as(new Overspent(funding(), cost()));
    return with(flatFunding(), cost);
  }

  private record Overspent(Variable funding, Variable cost) implements Formula {
    @Override
    public void apply(Block block) {
      double[] budget = block.column(funding);
      double[] rate = block.column(OVERSPEND_RATE);
      double[] spent = block.column(cost);
      for (int i = 0; i < block.draws(); i++) {
        spent[i] = budget[i] * (1 + rate[i]);
      }
    }
  }

  private List<Equation> with(Equation first, Equation second) {
    List<Equation> equations = new ArrayList<>(List.of(first, second));
    equations.add(gapEquation());
    equations.add(inCash("S5a", cost(), costInCash()));
    equations.add(inCash("S5b", gap(), gapInCash()));
    return equations;
  }

  private Equation growingCost() {
    return Equation.of("S2a", "cost = last year's x (1 + growth)")
        .readsLastYear(cost())
        .uses(COST_GROWTH)
        .writes(cost())
        .as(new Growing(cost()));
  }

  private record Growing(Variable cost) implements Formula {
    @Override
    public void apply(Block block) {
      double[] before = block.lastYear(cost);
      double[] growth = block.column(COST_GROWTH);
      double[] now = block.column(cost);
      for (int i = 0; i < block.draws(); i++) {
        now[i] = before[i] * (1 + growth[i]);
      }
    }
  }

  private Equation flatFunding() {
    return Equation.of("S3a", "funding = last year's")
        .readsLastYear(funding())
        .writes(funding())
        .as(new Flat(funding()));
  }

  private record Flat(Variable funding) implements Formula {
    @Override
    public void apply(Block block) {
      System.arraycopy(block.lastYear(funding), 0, block.column(funding), 0, block.draws());
    }
  }

  private Equation gapEquation() {
    return Equation.of("S4", "gap = cost - funding")
        .reads(cost(), funding())
        .writes(gap())
        .as(new Shortfall(cost(), funding(), gap()));
  }

  private record Shortfall(Variable cost, Variable funding, Variable gap) implements Formula {
    @Override
    public void apply(Block block) {
      double[] costs = block.column(cost);
      double[] available = block.column(funding);
      double[] missing = block.column(gap);
      for (int i = 0; i < block.draws(); i++) {
        missing[i] = costs[i] - available[i];
      }
    }
  }

  private static Equation inCash(String id, Variable amount, Variable cash) {
    return Equation.of(id, cash.label() + " = amount x prices")
        .reads(amount)
        .uses(PRICES)
        .writes(cash)
        .as(new InCash(amount, cash));
  }

  private record InCash(Variable amount, Variable cash) implements Formula {
    @Override
    public void apply(Block block) {
      double prices = block.value(PRICES);
      double[] in = block.column(amount);
      double[] out = block.column(cash);
      for (int i = 0; i < block.draws(); i++) {
        out[i] = in[i] * prices;
      }
    }
  }
}
