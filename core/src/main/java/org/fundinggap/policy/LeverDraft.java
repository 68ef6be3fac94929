package org.fundinggap.policy;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fundinggap.cost.CostLine;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.estimation.Culprits;
import org.fundinggap.lever.Change;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.LeverBuilder;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/** A lever of the catalogue in the making: passes each size on to the builder with its evidence. */
final class LeverDraft {
  private final String name;
  private final LeverBuilder lever;

  /** By the very object: two sizes may be equal and worked out otherwise. */
  private final IdentityHashMap<Distribution, String> formulas = new IdentityHashMap<>();

  private final Set<String> evidence = new LinkedHashSet<>();

  private LeverDraft(String name, LeverBuilder lever) {
    this.name = name;
    this.lever = lever;
  }

  static LeverDraft named(String name, FinancialYear from) {
    return drawnAs(name, name, from);
  }

  /**
   * A lever whose sizes have the draws of another name: two such levers with an equal size have the
   * same draws of it.
   */
  static LeverDraft drawnAs(String draws, String name, FinancialYear from) {
    return new LeverDraft(name, Lever.named(draws).from(from));
  }

  LeverDraft through(FinancialYear last) {
    lever.through(last);
    return this;
  }

  LeverDraft ramp(int years) {
    lever.ramp(years);
    return this;
  }

  LeverDraft lag(int years) {
    lever.lag(years);
    return this;
  }

  LeverDraft coverage(double share) {
    lever.coverage(share);
    return this;
  }

  LeverDraft coverage(Map<FinancialYear, Double> shares) {
    lever.coverage(shares);
    return this;
  }

  LeverDraft multiply(Quantity target, Size change) {
    lever.multiply(target, noted(change), change.ids());
    return this;
  }

  LeverDraft offsetBy(Quantity other, Size shareLeft) {
    return offsetBy(other, 0, shareLeft);
  }

  LeverDraft offsetBy(Quantity other, int yearsLater, Size shareLeft) {
    lever.offsetBy(other, yearsLater, noted(shareLeft), shareLeft.ids());
    return this;
  }

  LeverDraft alsoOffsetBy(Quantity other) {
    lever.alsoOffsetBy(other);
    return this;
  }

  LeverDraft inPart(String name, Size share) {
    lever.inPart(name, noted(share), share.ids());
    return this;
  }

  LeverDraft alsoInPart() {
    lever.alsoInPart();
    return this;
  }

  LeverDraft splitWith(Payer other, Size share) {
    lever.splitWith(other, noted(share), share.ids());
    return this;
  }

  LeverDraft shift(Quantity target, Size amount) {
    lever.shift(target, noted(amount), amount.ids());
    return this;
  }

  LeverDraft alsoShift(Quantity target) {
    lever.alsoShift(target);
    return this;
  }

  LeverDraft cap(Quantity target, Size most) {
    lever.cap(target, noted(most), most.ids());
    return this;
  }

  LeverDraft move(Quantity source, Quantity target, Size share) {
    lever.move(source, target, noted(share), share.ids());
    return this;
  }

  LeverDraft share(CostLine line, Payer payer, Size share) {
    lever.share(line, payer, noted(share), share.ids());
    return this;
  }

  LeverDraft cost(Payer payer, Size millions) {
    lever.cost(payer, noted(millions), millions.ids());
    return this;
  }

  LeverDraft costEach(Payer payer, Variable volume, Size pounds) {
    lever.costEach(payer, volume, noted(pounds), pounds.ids());
    return this;
  }

  Lever build() {
    Lever built = Culprits.naming(evidence, lever::build);
    return new Lever(name, built.timetable(), built.changes(), built.costs());
  }

  /** How each size of the lever that was built was worked out. */
  Map<Parameter, String> derivations(Lever built) {
    Map<Parameter, String> derivations = new LinkedHashMap<>();
    for (Change.Size size : built.sizes()) {
      derivations.put(size.parameter(), Objects.requireNonNull(formulas.get(size.distribution())));
    }
    return derivations;
  }

  /** A lever holds the distribution that it was given, and so can be asked what it came from. */
  private Distribution noted(Size size) {
    formulas.put(size.distribution(), size.formula());
    evidence.addAll(size.evidence());
    return size.distribution();
  }
}
