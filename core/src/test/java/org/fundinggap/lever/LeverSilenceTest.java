package org.fundinggap.lever;

import static org.fundinggap.model.Pieces.assertOneProblem;
import static org.fundinggap.model.Pieces.problems;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.SocialWorkCost;
import org.fundinggap.cost.Workforce;
import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.model.Inputs;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A lever that changes nothing is refused by its name")
class LeverSilenceTest {
  private static final String EVIDENCE = "spend-gross";
  private static final Distribution ZERO = Distribution.fixed(0);
  private static final Distribution TENTH = Distribution.fixed(0.1);
  private static final Scenario ENGLAND = England.baseline().with(FundingRule.CASH_FLAT);
  private static final FinancialYear LAST = ENGLAND.inputs().years().last();

  private static void assertSilent(Consumer<LeverBuilder> change) {
    LeverBuilder lever = Lever.named("silent").from(year(2026));
    change.accept(lever);
    assertOneProblem(
        () -> ENGLAND.with(lever.build()),
        "lever \"silent\" must change something by " + LAST + ", changed nothing in 256 draws",
        "take it out, or correct its start, size or target");
  }

  @Test
  @DisplayName("by sizes that are zero in every draw")
  void nilSizes() {
    assertSilent(lever -> lever.multiply(Referrals.RATE, ZERO, EVIDENCE));
    assertSilent(lever -> lever.multiply(SocialWorkCost.AGENCY_PREMIUM, ZERO, EVIDENCE));
    assertSilent(lever -> lever.shift(Cost.INCOME, ZERO, EVIDENCE));
    assertSilent(lever -> lever.shift(Funding.FUNDING, ZERO, EVIDENCE));
    assertSilent(
        lever -> lever.move(CareLeavers.TURNED_EIGHTEEN, CareLeavers.JOINED, ZERO, EVIDENCE));
    assertSilent(lever -> lever.share(CostLine.HOMES, Payer.GOVERNMENT, ZERO, EVIDENCE));
    assertSilent(lever -> lever.rule(Referrals.RATE, (x, e, s) -> x * (1 + s * e), ZERO, EVIDENCE));
    for (Payer payer : Payer.values()) {
      assertSilent(lever -> lever.cost(payer, ZERO, EVIDENCE));
      assertSilent(lever -> lever.costEach(payer, Referrals.REFERRALS, ZERO, EVIDENCE));
    }
    Distribution zero = Distribution.zeroOr(1 - 1e-12, TENTH);
    assertSilent(
        lever ->
            lever
                .multiply(Referrals.RATE, zero, EVIDENCE)
                .shift(Funding.FUNDING, ZERO, EVIDENCE)
                .cost(Payer.COUNCILS, zero, EVIDENCE));
  }

  @Test
  @DisplayName("by values that hold anyhow")
  void valuesThatHoldAnyhow() {
    Inputs inputs = ENGLAND.inputs();
    double growth = inputs.distribution(Workforce.CASELOAD_GROWTH).mean();
    assertTrue(inputs.distribution(Workforce.CASELOAD_GROWTH).isFixed());
    assertSilent(
        lever -> lever.set(Workforce.CASELOAD_GROWTH, Distribution.fixed(growth), EVIDENCE));
    assertSilent(
        lever -> lever.set(Workforce.CASELOAD_GROWTH, Map.of(year(2026), growth), EVIDENCE));
    var schedule = FundingStream.transformation().schedule();
    assertSilent(
        lever ->
            lever
                .set(
                    schedule,
                    Map.of(year(2026), inputs.schedule(schedule, year(2030))),
                    PriceBasis.cash(),
                    EVIDENCE)
                .from(year(2030))
                .through(year(2030)));
    assertSilent(lever -> lever.cap(Cost.INCOME, Distribution.fixed(0.5), EVIDENCE));
    assertSilent(
        lever -> lever.beyondUsual().cap(Referrals.REFERRALS, Distribution.fixed(1e9), EVIDENCE));
    assertSilent(lever -> lever.floor(Funding.FUNDING, Distribution.fixed(0), EVIDENCE));
    assertSilent(lever -> lever.floor(Cost.INCOME, Distribution.fixed(0), EVIDENCE));
  }

  @Test
  @DisplayName("by a timetable in which it never comes")
  void nothingInTime() {
    assertSilent(lever -> lever.multiply(Referrals.RATE, TENTH, EVIDENCE).from(LAST.plus(1)));
    assertSilent(lever -> lever.multiply(Referrals.RATE, TENTH, EVIDENCE).from(LAST).lag(1));
    assertSilent(lever -> lever.multiply(Referrals.RATE, TENTH, EVIDENCE).coverage(0));
    assertSilent(
        lever ->
            lever.multiply(Referrals.RATE, TENTH, EVIDENCE).coverage(Map.of(LAST.plus(1), 1.0)));
    assertSilent(lever -> lever.cost(Payer.COUNCILS, TENTH, EVIDENCE).from(LAST.plus(1)));
    assertSilent(lever -> lever.cost(Payer.PARTNERS, TENTH, EVIDENCE).coverage(0));
  }

  @Test
  @DisplayName("but one that costs something in its last year does something, whatever its lag")
  void costsAloneAreEnough() {
    Lever lever = Lever.named("x").from(LAST).lag(5).cost(Payer.PARTNERS, TENTH, EVIDENCE).build();
    assertEquals(List.of(lever), ENGLAND.with(lever).levers());
  }

  private static Lever cap(String name, double most) {
    return Lever.named(name)
        .from(year(2026))
        .cap(SocialWorkCost.AGENCY_PREMIUM, Distribution.fixed(most), EVIDENCE)
        .build();
  }

  @Test
  @DisplayName("also beside others that make it so, and alone")
  void leverIsNamedAlone_whenOthersMakeItSilent() {
    double low = ENGLAND.inputs().distribution(SocialWorkCost.AGENCY_PREMIUM).lower();
    Lever strong = cap("strong", 0.5 * low);
    Lever weak = cap("weak", 0.8 * low);
    Lever working =
        Lever.named("working").from(year(2026)).multiply(Referrals.RATE, TENTH, EVIDENCE).build();
    assertEquals(2, ENGLAND.with(weak, working).levers().size());
    assertEquals(2, ENGLAND.with(strong, working).levers().size());
    assertOneProblem(
        () -> ENGLAND.with(working, weak, strong),
        "lever \"weak\" must change something",
        "changed nothing in 256 draws beside the other levers");
    assertOneProblem(() -> ENGLAND.with(weak).with(strong), "lever \"weak\" must change something");
    assertEquals(
        3,
        ENGLAND.with(working, weak.delayed(1), strong.delayed(2)).levers().size(),
        "a year in which it works is enough");
  }

  @Test
  @DisplayName("two that are alike are each silent beside the other")
  void twinsAreBothNamed() {
    double low = ENGLAND.inputs().distribution(SocialWorkCost.AGENCY_PREMIUM).lower();
    List<String> silent =
        problems(() -> ENGLAND.with(cap("one", 0.5 * low), cap("two", 0.5 * low)));
    assertEquals(2, silent.size());
    assertTrue(silent.get(0).startsWith("lever \"one\" must change something"));
    assertTrue(silent.get(1).startsWith("lever \"two\" must change something"));
  }
}
