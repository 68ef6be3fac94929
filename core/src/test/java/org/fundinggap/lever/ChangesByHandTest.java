package org.fundinggap.lever;

import static org.fundinggap.lever.HandModel.BILL;
import static org.fundinggap.lever.HandModel.GRANT;
import static org.fundinggap.lever.HandModel.PART;
import static org.fundinggap.lever.HandModel.PEOPLE;
import static org.fundinggap.lever.HandModel.STAFF;
import static org.fundinggap.lever.HandModel.STOCK;
import static org.fundinggap.lever.HandModel.SUM;
import static org.fundinggap.lever.HandModel.assertPath;
import static org.fundinggap.lever.HandModel.fixed;
import static org.fundinggap.lever.HandModel.half;
import static org.fundinggap.lever.HandModel.inputs;
import static org.fundinggap.lever.HandModel.lever;
import static org.fundinggap.lever.HandModel.with;
import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.year;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.model.Block;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.scenario.TracedRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Each kind of change, in full and by half, in a whole block of draws")
class ChangesByHandTest {
  @Test
  @DisplayName("multiply")
  void multiply() {
    UnaryOperator<LeverBuilder> less = lever -> lever.multiply(PEOPLE, fixed(-0.2), EVIDENCE);
    assertPath(with(lever(less)), PEOPLE, 100, 160, 240);
    assertPath(with(half(less)), PEOPLE, 100, 180, 270);
    assertPath(with(half(less)), STAFF, 10, 20, 40);
    assertPath(
        with(lever(lever -> less.apply(lever).inPart("some", fixed(0.25), EVIDENCE))),
        PEOPLE,
        100,
        190,
        285);
  }

  @Test
  @DisplayName("offset, at once and a year later")
  void offset() {
    UnaryOperator<LeverBuilder> more = lever -> lever.multiply(PEOPLE, fixed(0.25), EVIDENCE);
    TracedRun now = with(lever(each -> more.apply(each).offsetBy(STAFF, fixed(0.2), EVIDENCE)));
    assertPath(now, PEOPLE, 100, 250, 375);
    assertPath(now, STAFF, 10, 20 * 1.05 / 1.25, 40 * 1.05 / 1.25);
    TracedRun later = with(half(each -> more.apply(each).offsetBy(STAFF, 1, fixed(0.2), EVIDENCE)));
    assertPath(later, STAFF, 10, 20, 40 * 1.025 / 1.125);
  }

  @Test
  @DisplayName("move")
  void move() {
    TracedRun run = with(half(lever -> lever.move(PEOPLE, STAFF, fixed(0.1), EVIDENCE)));
    assertPath(run, PEOPLE, 100, 190, 285);
    assertPath(run, STAFF, 10, 30, 55);
  }

  @Test
  @DisplayName("shift; money in the prices of the year, net amounts carried to gross")
  void shift() {
    UnaryOperator<LeverBuilder> more = lever -> lever.shift(PEOPLE, fixed(10), EVIDENCE);
    assertPath(with(lever(more)), PEOPLE, 100, 210, 310);
    assertPath(with(half(more)), PEOPLE, 100, 205, 305);
    assertPath(
        with(lever(each -> each.shift(GRANT, fixed(8), EVIDENCE))), GRANT, 10, 20 + 10, 40 + 12);
    TracedRun matched = with(lever(lever -> more.apply(lever).alsoShift(STAFF)));
    assertPath(matched, STAFF, 10, 30, 50);
  }

  @Test
  @DisplayName("a parameter is kept in its bounds, but in a trial")
  void parameterStaysInBounds() {
    UnaryOperator<LeverBuilder> more = lever -> lever.shift(PART, fixed(0.7), EVIDENCE);
    assertPath(with(lever(more)), SUM, 1.11, 1.51, 1.51);
    assertPath(with(half(more)), SUM, 1.11, 1.46, 1.46);
    assertPath(
        with(lever(lever -> lever.shift(PART, fixed(-0.7), EVIDENCE))), SUM, 1.11, 0.71, 0.71);
    Inputs trial = LeverEquations.on(inputs(), List.of(lever(more)), false);
    assertPath(TracedRun.of(trial, Block.SIZE, 1), SUM, 1.11, 1.81, 1.81);
  }

  @Test
  @DisplayName("set")
  void set() {
    UnaryOperator<LeverBuilder> held = lever -> lever.set(PEOPLE, fixed(50), EVIDENCE);
    assertPath(with(lever(held)), PEOPLE, 100, 50, 50);
    assertPath(with(half(held)), PEOPLE, 100, 125, 175);
    assertPath(with(lever(each -> each.set(GRANT, fixed(8), EVIDENCE))), GRANT, 10, 10, 12);
  }

  @Test
  @DisplayName("set by year; money in cash or in base-year prices, and a path")
  void setByYear() {
    Map<FinancialYear, Double> values = Map.of(year(2025), 50.0, year(2026), 60.0);
    UnaryOperator<LeverBuilder> held = lever -> lever.set(PEOPLE, values, EVIDENCE);
    assertPath(with(lever(held)), PEOPLE, 100, 50, 60);
    assertPath(with(half(held)), PEOPLE, 100, 125, 180);
    assertPath(
        with(lever(each -> each.set(GRANT, values, PriceBasis.cash(), EVIDENCE))),
        GRANT,
        10,
        50,
        60);
    assertPath(
        with(lever(each -> each.set(GRANT, values, PriceBasis.real(year(2024)), EVIDENCE))),
        GRANT,
        10,
        62.5,
        90);
    UnaryOperator<LeverBuilder> path =
        lever -> lever.set(GivenModel.path(PEOPLE), values, EVIDENCE);
    assertPath(with(lever(path)), PEOPLE, 100, 50, 60);
    assertPath(with(half(path)), PEOPLE, 100, 125, 180);
  }

  @Test
  @DisplayName("at least and at most")
  void limits() {
    UnaryOperator<LeverBuilder> floor = lever -> lever.floor(PEOPLE, fixed(250), EVIDENCE);
    assertPath(with(lever(floor)), PEOPLE, 100, 250, 300);
    assertPath(with(half(floor)), PEOPLE, 100, 225, 300);
    UnaryOperator<LeverBuilder> cap = lever -> lever.cap(PEOPLE, fixed(250), EVIDENCE);
    assertPath(with(lever(cap)), PEOPLE, 100, 200, 250);
    assertPath(with(half(cap)), PEOPLE, 100, 200, 275);
    assertPath(with(lever(each -> each.cap(GRANT, fixed(8), EVIDENCE))), GRANT, 10, 10, 12);
  }

  @Test
  @DisplayName("rule")
  void rule() {
    UnaryOperator<LeverBuilder> rule =
        lever -> lever.rule(PEOPLE, (x, e, s) -> x - s * e, fixed(30), EVIDENCE);
    assertPath(with(lever(rule)), PEOPLE, 100, 170, 270);
    assertPath(with(half(rule)), PEOPLE, 100, 185, 285);
  }

  @Test
  @DisplayName("share: what another takes over, net")
  void share() {
    Variable homes = CostLine.HOMES.need();
    TracedRun run =
        with(half(each -> each.share(CostLine.HOMES, Payer.PARTNERS, fixed(0.5), EVIDENCE)));
    assertPath(run, homes, 100, 150, 300);
    assertPath(run, Payer.PARTNERS.takenOver(), 0, 40, 80);
    assertPath(run, Payer.PARTNERS.cost(), 0, 40, 80);
  }

  @Test
  @DisplayName("costs follow strength and not the lag, and those of councils are need")
  void costs() {
    TracedRun run =
        with(
            half(
                lever ->
                    lever
                        .lag(1)
                        .multiply(STAFF, fixed(0.5), EVIDENCE)
                        .cost(Payer.COUNCILS, fixed(8), EVIDENCE)
                        .costEach(Payer.COUNCILS, PEOPLE, fixed(40_000), EVIDENCE)));
    // Half of 8 and of 0.04 for each of 200 and 300, in prices of the year.
    assertPath(run, Payer.COUNCILS.cost(), 0, 8 * 1.25, 10 * 1.5);
    assertPath(run, Cost.NEED, 1_000, 1_010, 1_015);
    assertPath(run, Cost.SPENDING, 900, 910, 915);
    assertPath(run, STAFF, 10, 20, 50);
  }

  @Test
  @DisplayName("a cost that is divided: the share to one, the rest to the other")
  void dividedCost() {
    TracedRun run =
        with(
            lever(
                lever ->
                    lever
                        .cost(Payer.GOVERNMENT, fixed(8), EVIDENCE)
                        .splitWith(Payer.PARTNERS, fixed(0.25), EVIDENCE)));
    assertPath(run, Payer.GOVERNMENT.cost(), 0, 7.5, 9);
    assertPath(run, Payer.PARTNERS.cost(), 0, 2.5, 3);
    assertPath(run, Cost.NEED, 1_000, 1_000, 1_000);
  }

  @Test
  @DisplayName("known: the variable's own equation goes on from it")
  void known() {
    assertPath(with(), STOCK, 50, 55, 60.5);
    UnaryOperator<LeverBuilder> known =
        lever -> lever.known(STOCK, Map.of(year(2025), 70.0), EVIDENCE);
    assertPath(with(lever(known)), STOCK, 50, 70, 77);
    TracedRun changed =
        with(lever(each -> known.apply(each).multiply(STOCK, fixed(0.5), EVIDENCE)));
    assertPath(changed, STOCK, 50, 105, 115.5);
  }

  @Test
  @DisplayName("known money is cash, or carried to it by the deflator")
  void knownMoney() {
    Map<FinancialYear, Double> values = Map.of(year(2025), 8.0);
    assertPath(
        with(lever(each -> each.known(BILL, values, PriceBasis.cash(), EVIDENCE))),
        BILL,
        10,
        8,
        8.8);
    assertPath(
        with(lever(each -> each.known(BILL, values, PriceBasis.real(year(2024)), EVIDENCE))),
        BILL,
        10,
        10,
        11);
  }

  @Test
  @DisplayName("spending more by choice is a net amount, gross on the line")
  void spendMore() {
    Lever more = lever(each -> each.spendMore(CostLine.OTHER, fixed(8), EVIDENCE));
    assertPath(with(more), CostLine.OTHER.spending(), 60, 60 + 12.5, 60 + 15);
    assertPath(with(more), Cost.NEED, 1_000, 1_010, 1_012);
  }

  @Test
  @DisplayName("kinds are applied in their order, whatever the order in which they are given")
  void order() {
    TracedRun run =
        with(
            lever(
                each ->
                    each.cap(PEOPLE, fixed(260), EVIDENCE)
                        .floor(PEOPLE, fixed(230), EVIDENCE)
                        .shift(PEOPLE, fixed(10), EVIDENCE)
                        .multiply(PEOPLE, fixed(-0.1), EVIDENCE)));
    assertPath(run, PEOPLE, 100, 230, 260);
    TracedRun two =
        with(
            lever(
                each ->
                    each.shift(PEOPLE, fixed(10), EVIDENCE).multiply(PEOPLE, fixed(1), EVIDENCE)));
    assertPath(two, PEOPLE, 100, 410, 610);
  }
}
