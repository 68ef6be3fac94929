package org.fundinggap.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fundinggap.lever.Lever;

/**
 * The model a second time: slow and plain, one draw at a time, written from the page of equations
 * alone. It shares no arithmetic with the model, only what a draw starts from.
 */
final class ReferenceEngine {
  private final Arithmetic arithmetic;
  private final Consumer<ReferenceYear> equations;
  private final List<Lever> levers;

  private ReferenceEngine(
      Arithmetic arithmetic, Consumer<ReferenceYear> equations, List<Lever> levers) {
    this.arithmetic = arithmetic;
    this.equations = equations;
    this.levers = levers;
  }

  /** England with some funding streams, and with or without cuts of early help to meet a gap. */
  static ReferenceEngine england(
      List<ReferenceStream> streams, boolean cuts, Arithmetic arithmetic, ReferenceChain chain) {
    return new ReferenceEngine(arithmetic, year -> england(year, streams, cuts, chain), List.of());
  }

  /** The same with levers over it. */
  ReferenceEngine with(List<Lever> others) {
    return new ReferenceEngine(arithmetic, equations, others);
  }

  /** The sections of the page; D9d and D9e where it says that they run. */
  private static void england(
      ReferenceYear y, List<ReferenceStream> streams, boolean cuts, ReferenceChain chain) {
    ReferenceLoop.kept(y, cuts);
    ReferenceLoop.effects(y);
    ReferenceDemand.referrals(y);
    ReferenceDemand.need(y);
    ReferenceDemand.protection(y);
    ReferenceDemand.entries(y);
    ReferencePlacements.placements(y, chain);
    ReferencePlacements.careLeavers(y);
    ReferenceCost.prices(y);
    ReferenceWorkforce.workforce(y);
    ReferenceCost.cost(y);
    ReferenceFunding.funding(y, streams);
    ReferenceFunding.gaps(y);
    ReferenceLoop.earlyHelp(y, streams);
  }

  /** The small model of a claim, by the name of its model. */
  static ReferenceEngine claim(String model) {
    List<String> numbers = ReferenceClaims.EQUATIONS.get(model);
    if (numbers == null) {
      throw new AssertionError("the page has no claim " + model);
    }
    return new ReferenceEngine(
        Arithmetic.KERNELS,
        year -> numbers.forEach(number -> ReferenceClaims.equation(year, number)),
        List.of());
  }

  /** All years of a draw, the base year first. */
  List<ReferenceYear> run(ReferenceDraw draw) {
    List<ReferenceYear> years = new ArrayList<>();
    ReferenceLevers over = new ReferenceLevers(draw.years().first(), levers);
    ReferenceYear year = ReferenceYear.base(draw, arithmetic, over);
    for (int i = 0; i < draw.years().length(); i++) {
      year = i == 0 ? year : year.next();
      equations.accept(year);
      years.add(year);
    }
    return years;
  }
}
