package org.fundinggap.lever;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.assertOneProblem;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.fundinggap.cost.Cost;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Over three years of given values, made anew for each test; the lever starts in the second. */
@DisplayName("Sizes are doubted from just beyond their bounds on")
class UsualBoundsTest {
  private static final Variable PEOPLE = Variable.of("people", "people", Unit.NUMBER);
  private static final Variable STAFF = Variable.of("staff", "staff", Unit.FTE);
  private static final Variable NOBODY = Variable.of("nobody", "nobody", Unit.NUMBER);
  private static final Variable RATE = Variable.of("rate", "a rate", Unit.HAZARD);
  private static final Variable RATIO = Variable.of("ratio", "a ratio", Unit.RATIO);
  private static final Variable LOW = Variable.of("low", "a low rate", Unit.HAZARD);
  private static final Variable GRANT =
      Variable.money("grant", "a grant", Unit.GBP_MILLION, PriceBasis.cash());
  private static final Variable FEE =
      Variable.money("fee", "a fee", Unit.GBP_PER_WEEK, PriceBasis.cash());

  private final GivenModel model =
      new GivenModel()
          .given(PEOPLE, 9_000, 100, 200)
          .given(STAFF, 10, 20, 10)
          .given(NOBODY, 0, 0, 0)
          .given(RATE, 0.5, 0.25, 0.25)
          .given(LOW, 0.01, 0.01, 0.01)
          .given(GRANT, 10, 10, 20)
          .given(FEE, 10, 10, 20)
          .given(Cost.NEED, 90_000, 5_000, 4_000);

  private List<String> doubts(Consumer<LeverBuilder> change) {
    LeverBuilder lever = Lever.named("x").from(year(2025));
    change.accept(lever);
    return LeverTrial.unusual(model.inputs(), List.of(lever.build()));
  }

  private void assertTaken(Consumer<LeverBuilder> change) {
    assertEquals(List.of(), doubts(change));
  }

  private void assertDoubted(Consumer<LeverBuilder> change, String... words) {
    List<String> doubts = doubts(change);
    assertEquals(1, doubts.size(), doubts.toString());
    assertHolds(doubts.get(0), words);
  }

  private static Consumer<LeverBuilder> shift(Variable target, double amount) {
    return lever -> lever.shift(target, Distribution.fixed(amount), EVIDENCE);
  }

  private static Consumer<LeverBuilder> set(Variable target, double value) {
    return lever -> lever.set(target, Distribution.fixed(value), EVIDENCE);
  }

  @Test
  @DisplayName("amounts of people: as many as there are from the start on")
  void amountsOfPeople() {
    assertTaken(shift(PEOPLE, 200));
    assertTaken(shift(PEOPLE, -200));
    assertDoubted(
        shift(PEOPLE, 201),
        "lever \"x\": shift of people must be at most 200.0 number, was 201.0; write 82000 for 82"
            + " thousand; if it is meant, say beyondUsual()");
    assertDoubted(shift(PEOPLE, -201), "was 201.0");
    assertTaken(shift(STAFF, 20));
    assertDoubted(shift(STAFF, 21), "shift of staff must be at most 20.00");
    assertTaken(shift(NOBODY, 1e6));
    assertTaken(shift(RATE, 99));
    assertDoubted(
        lever -> lever.shift(PEOPLE, Distribution.uniform(-300, 0), EVIDENCE), "was 297.0");
    assertDoubted(
        lever -> lever.shift(PEOPLE, Distribution.uniform(0, 300), EVIDENCE), "was 297.0");
  }

  @Test
  @DisplayName("amounts of money: ten times what there is, or all need where that is more")
  void amountsOfMoney() {
    assertTaken(shift(GRANT, 5_000));
    assertDoubted(shift(GRANT, 5_001), "shift of grant must be at most 5000", "write 100 for GBP");
    assertTaken(shift(Cost.NEED, 50_000));
    assertDoubted(shift(Cost.NEED, 50_010), "shift of need must be at most 5.000e+04");
    assertDoubted(shift(FEE, 5_001), "shift of fee", "write pounds");
    model.without(Cost.NEED);
    assertTaken(shift(GRANT, 200));
    assertDoubted(shift(GRANT, 201), "shift of grant must be at most 200.0");
  }

  @Test
  @DisplayName("values: from a tenth of the least to ten times the most from the start on")
  void values() {
    assertTaken(set(PEOPLE, 2_000));
    assertDoubted(
        set(PEOPLE, 2_001),
        "set of people must be within a factor of 10 of its central path, 100.0 to 200.0 number,"
            + " was 2001");
    assertTaken(set(PEOPLE, 10));
    assertDoubted(set(PEOPLE, 9.99), "was 9.990");
    assertTaken(set(PEOPLE, 0));
    assertTaken(set(PEOPLE, -1));
    assertTaken(set(STAFF, 200));
    assertDoubted(set(STAFF, 201), "set of staff");
    assertTaken(set(NOBODY, 1e6));
    assertTaken(set(RATE, 2.5));
    assertDoubted(set(RATE, 2.6), "set of rate", "was 2.600; write 0.1 for 10%");
    assertDoubted(set(RATE, 0.02), "was 0.02000");
    assertTaken(set(LOW, 9));
    assertTaken(set(GRANT, 5_000));
    assertDoubted(set(GRANT, 5_001), "set of grant");
    assertDoubted(set(GRANT, 0.9), "set of grant");
  }

  @Test
  @DisplayName("values that are drawn are looked at at both ends, and doubted once")
  void valuesThatAreDrawn() {
    // Below nothing is no slip, but what may come above it can be one.
    assertDoubted(
        lever -> lever.set(PEOPLE, Distribution.uniform(-9_000, 9_000), EVIDENCE), "was 8820");
    assertDoubted(
        lever -> lever.set(PEOPLE, Distribution.uniform(50, 9_000), EVIDENCE), "was 8911");
    assertDoubted(lever -> lever.set(PEOPLE, Distribution.uniform(1, 9_000), EVIDENCE), "was 8910");
    assertDoubted(
        lever -> lever.set(PEOPLE, Distribution.uniform(3_000, 9_000), EVIDENCE), "was 3060");
    assertDoubted(lever -> lever.cap(PEOPLE, Distribution.fixed(9), EVIDENCE), "at most of people");
    assertDoubted(
        lever -> lever.floor(PEOPLE, Distribution.fixed(9_000), EVIDENCE), "at least of people");
  }

  @Test
  @DisplayName("each of the values by year")
  void valuesByYear() {
    Map<FinancialYear, Double> twice = new TreeMap<>(Map.of(year(2025), 9.0, year(2026), 8.0));
    assertEquals(2, doubts(lever -> lever.set(PEOPLE, twice, EVIDENCE)).size());
    assertEquals(2, doubts(lever -> lever.known(PEOPLE, twice, EVIDENCE)).size());
    assertDoubted(
        lever -> lever.known(PEOPLE, Map.of(year(2025), 9.0), EVIDENCE), "known of people");
    assertDoubted(
        lever -> lever.set(PEOPLE, Map.of(year(2025), 9.0), EVIDENCE), "set by year of people");
  }

  private static Consumer<LeverBuilder> cost(double amount) {
    return lever -> lever.cost(Payer.PARTNERS, Distribution.fixed(amount), EVIDENCE);
  }

  private static Consumer<LeverBuilder> costEach(double pounds) {
    return lever -> lever.costEach(Payer.PARTNERS, PEOPLE, Distribution.fixed(pounds), EVIDENCE);
  }

  @Test
  @DisplayName("costs: all need from the start on, of a cost for each times as many as there are")
  void costs() {
    assertTaken(cost(5_000));
    assertTaken(cost(-5_000));
    assertDoubted(
        cost(5_001),
        "cost to partners must be at most 5000, with which it is all need GBP million, was 5001;"
            + " write 100 for GBP 100 million");
    assertDoubted(cost(-5_001), "was 5001");
    assertDoubted(
        lever -> lever.cost(Payer.PARTNERS, Distribution.uniform(-6_000, 0), EVIDENCE), "was 5940");
    assertTaken(costEach(25e6));
    assertDoubted(
        costEach(26e6),
        "cost to partners for each must be at most 2.500e+07, with which it is all need GBP each,"
            + " was 2.600e+07; write pounds");
    model.without(Cost.NEED);
    assertTaken(cost(1e6));
  }

  @Test
  @DisplayName("nothing is doubted of a lever that says that it is meant")
  void meant() {
    assertTaken(lever -> shift(PEOPLE, 201).andThen(cost(9_000)).accept(lever.beyondUsual()));
  }

  private static void build(Consumer<LeverBuilder> change) {
    LeverBuilder lever = Lever.named("x").from(year(2025));
    change.accept(lever);
    lever.build();
  }

  private static void assertRefused(Consumer<LeverBuilder> change, String... words) {
    assertOneProblem(() -> build(change), words);
  }

  private static Consumer<LeverBuilder> multiply(double change) {
    return lever -> lever.multiply(PEOPLE, Distribution.fixed(change), EVIDENCE);
  }

  @Test
  @DisplayName("relative changes: from -0.9 to 0.5, both taken")
  void relativeChanges() {
    build(multiply(-0.9));
    build(multiply(0.5));
    assertRefused(multiply(-0.901), "within -0.9 (90% less) and 0.5");
    assertRefused(multiply(0.501), "within -0.9 (90% less) and 0.5");
    assertRefused(multiply(-1), "within -0.9 (90% less) and 0.5");
    build(lever -> multiply(-1).accept(lever.beyondUsual()));
  }

  @Test
  @DisplayName("what is possible ends at its bounds, which are taken")
  void possible() {
    for (double share : new double[] {0, 0.5}) {
      build(lever -> lever.set(Cost.INCOME, Distribution.fixed(share), EVIDENCE));
    }
    for (double most : new double[] {-0.5, 0.5}) {
      build(lever -> lever.shift(Cost.INCOME, Distribution.fixed(most), EVIDENCE));
    }
    build(lever -> lever.shift(PEOPLE, Distribution.fixed(1e12), EVIDENCE));
    build(lever -> lever.shift(PEOPLE, Distribution.fixed(-1e12), EVIDENCE));
    assertRefused(
        lever -> lever.shift(PEOPLE, Distribution.fixed(1.1e12), EVIDENCE),
        "size of shift people must be in [-1.0E12, 1.0E12] number, was 1.1E12");
    assertRefused(
        lever -> lever.shift(PEOPLE, Distribution.uniform(-2e12, 1), EVIDENCE), "was -1.9");
    assertRefused(
        lever -> lever.shift(PEOPLE, Distribution.uniform(-1, 2e12), EVIDENCE), "was 1.9");
  }

  @Test
  @DisplayName("a parameter may be shifted by as much as its bounds are apart")
  void shiftsOfParameters() {
    Parameter part = new Parameter("part", "a part", Unit.SHARE, 0.25, 0.75);
    for (double most : new double[] {-0.5, 0.5}) {
      build(lever -> lever.shift(part, Distribution.fixed(most), EVIDENCE));
      assertRefused(
          lever -> lever.shift(part, Distribution.fixed(1.5 * most), EVIDENCE),
          "size of shift part must be in [-0.5, 0.5] share");
    }
  }

  private static Consumer<LeverBuilder> band(Variable floored, double least, double most) {
    return lever ->
        lever
            .floor(floored, Distribution.fixed(least), EVIDENCE)
            .cap(PEOPLE, Distribution.fixed(most), EVIDENCE);
  }

  @Test
  @DisplayName("a floor may meet the cap of its target, and lie above that of another")
  void floorsAndCaps() {
    build(band(PEOPLE, 100, 100));
    build(band(STAFF, 101, 100));
    assertRefused(band(PEOPLE, 101, 100), "must not keep at least people");
  }

  @Test
  @DisplayName("a path can't be shifted nor offset")
  void pathsAreNoTargets() {
    Schedule path = GivenModel.path(PEOPLE);
    Distribution tenth = Distribution.fixed(0.1);
    assertRefused(lever -> lever.shift(path, tenth, EVIDENCE), "target of shift must be");
    assertRefused(
        lever -> lever.shift(RATIO, tenth, EVIDENCE).alsoShift(path), "target of shift must be");
    assertRefused(
        multiply(0.1).andThen(lever -> lever.offsetBy(path, tenth, EVIDENCE)),
        "target of offset must be");
  }

  @Test
  @DisplayName("the parameter of a size has the bounds of what is possible")
  void sizesKnowTheirBounds() {
    Lever lever =
        Lever.named("x")
            .from(year(2025))
            .multiply(PEOPLE, Distribution.fixed(0.1), EVIDENCE)
            .inPart("some", Distribution.fixed(0.5), EVIDENCE)
            .build();
    assertEquals(-1, lever.sizes().get(0).parameter().lower());
    assertEquals(Double.POSITIVE_INFINITY, lever.sizes().get(0).parameter().upper());
    assertEquals(0, lever.sizes().get(1).parameter().lower());
    assertEquals(1, lever.sizes().get(1).parameter().upper());
  }

  @Test
  @DisplayName("known values: nothing and, of a share, all of it are taken")
  void knownValues() {
    Variable share = Variable.of("part", "a part", Unit.SHARE);
    Variable growth = Variable.of("growth", "growth", Unit.PER_YEAR);
    build(lever -> lever.known(share, Map.of(year(2025), 0.0, year(2026), 1.0), EVIDENCE));
    build(lever -> lever.known(PEOPLE, Map.of(year(2025), 2.0), EVIDENCE));
    build(lever -> lever.known(growth, Map.of(year(2025), -0.1), EVIDENCE));
    build(lever -> lever.known(RATIO, Map.of(year(2025), -0.1), EVIDENCE));
    assertRefused(
        lever -> lever.known(share, Map.of(year(2025), 1.1), EVIDENCE),
        "part in 2025-26 must be at least 0 and at most 1, was 1.1");
    assertRefused(
        lever -> lever.known(PEOPLE, Map.of(year(2025), -1.0), EVIDENCE),
        "people in 2025-26 must be at least 0, was -1.0");
  }

  @Test
  @DisplayName("an offset is felt from at once to a hundred years later")
  void offsetsLater() {
    for (int later : new int[] {0, 100}) {
      build(
          multiply(0.1)
              .andThen(lever -> lever.offsetBy(STAFF, later, Distribution.fixed(0.5), EVIDENCE)));
    }
    for (int later : new int[] {-1, 101}) {
      assertRefused(
          multiply(0.1)
              .andThen(lever -> lever.offsetBy(STAFF, later, Distribution.fixed(0.5), EVIDENCE)),
          "years by which an offset is later must be in [0, 100], were " + later);
    }
  }
}
