package org.fundinggap.policy;

import java.util.Map;
import org.fundinggap.cost.CostLine;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.LeverBuilder;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/** A lever of the catalogue in the making: passes each size on to the builder with its evidence. */
final class LeverDraft {
  private final String name;
  private final LeverBuilder lever;

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
    lever.multiply(target, change.distribution(), change.ids());
    return this;
  }

  LeverDraft shift(Quantity target, Size amount) {
    lever.shift(target, amount.distribution(), amount.ids());
    return this;
  }

  LeverDraft alsoShift(Quantity target) {
    lever.alsoShift(target);
    return this;
  }

  LeverDraft cap(Quantity target, Size most) {
    lever.cap(target, most.distribution(), most.ids());
    return this;
  }

  LeverDraft move(Quantity source, Quantity target, Size share) {
    lever.move(source, target, share.distribution(), share.ids());
    return this;
  }

  LeverDraft share(CostLine line, Payer payer, Size share) {
    lever.share(line, payer, share.distribution(), share.ids());
    return this;
  }

  LeverDraft cost(Payer payer, Size millions) {
    lever.cost(payer, millions.distribution(), millions.ids());
    return this;
  }

  LeverDraft costEach(Payer payer, Variable volume, Size pounds) {
    lever.costEach(payer, volume, pounds.distribution(), pounds.ids());
    return this;
  }

  Lever build() {
    Lever built = lever.build();
    return new Lever(name, built.timetable(), built.changes(), built.costs());
  }
}
