package org.fundinggap.published;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Variable;
import org.fundinggap.published.Published.Group;
import org.fundinggap.published.PublishedLine.PriceFrom;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Unit;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Refused;
import org.fundinggap.simulation.BridgeInputs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A published quantity")
class PublishedTest {
  private static final EvidenceBase EVIDENCE = EvidenceBase.load();
  private static final FinancialYear YEAR = FinancialYear.parse("2024-25");

  private static Published made(
      String id, List<Variable> variables, Optional<SeriesSum> perSeries) {
    return new Published(
        id, Group.VOLUME, "label", variables, SeriesSum.of("plans"), List.of(), perSeries);
  }

  private static Set<String> ids(Predicate<Published> which) {
    return Published.all().stream().filter(which).map(Published::id).collect(Collectors.toSet());
  }

  @Test
  @DisplayName("is found by its id, and the nearest ids are said of one that there is not")
  void named() {
    for (Published each : Published.all()) {
      assertEquals(each, Published.named(each.id()));
    }
    assertEquals(Published.all().size(), ids(each -> true).size());
    assertTrue(
        Refused.message(() -> Published.named("loked-after"))
            .startsWith(
                "id must be of a published quantity, was \"loked-after\"; nearest known:"
                    + " looked-after,"));
  }

  @Test
  @DisplayName("is found by the one variable that it is, not by one that it adds up or divides")
  void ofAVariable() {
    assertEquals(
        Optional.of("looked-after"), Published.of(Placements.LOOKED_AFTER).map(Published::id));
    assertEquals(
        Optional.of("spending-homes"), Published.of(CostLine.HOMES.spending()).map(Published::id));
    // It is in two sums and in the cost of a child only.
    assertEquals(Optional.empty(), Published.of(CostLine.OTHER_LOOKED_AFTER.spending()));
  }

  @Test
  @DisplayName("is money if it is spending or a cost, and has a unit")
  void units() {
    assertEquals(
        ids(each -> each.id().startsWith("spending-") || each.id().startsWith("unit-cost-")),
        ids(Published::isMoney));
    for (Published each : Published.all()) {
      Unit expected =
          !each.isMoney()
              ? Unit.NUMBER
              : each.group() == Group.UNIT_COST ? Unit.GBP_PER_WEEK : Unit.GBP_MILLION;
      assertEquals(expected, each.unit(), each.id());
    }
    assertEquals("unit cost", Group.UNIT_COST.toString());
    assertEquals("volume", Group.VOLUME.toString());
  }

  @Test
  @DisplayName("has the number of its series, of a unit cost in pounds a week")
  void atAYear() {
    assertEquals(
        Optional.of(Cited.of(81_770, "looked-after")),
        Published.named("looked-after").at(EVIDENCE, YEAR));
    Cited cost = Published.named("unit-cost-looked-after").at(EVIDENCE, YEAR).orElseThrow();
    assertEquals(8955.421269e6 / 81_770 / 52.14, cost.value(), 1e-9);
    assertEquals(Set.of("spend-looked-after-gross", "looked-after", "weeks-in-year"), cost.ids());
    FinancialYear lacking = FinancialYear.parse("2014-15");
    assertEquals(Optional.empty(), Published.named("unit-cost-looked-after").at(EVIDENCE, lacking));
    assertTrue(Published.named("unit-cost-homes").at(EVIDENCE, YEAR).orElseThrow().asItStands());
  }

  @Test
  @DisplayName("adds the draws of its variables up, and divides a cost by children and weeks")
  void drawsByHand() {
    Map<Variable, Draws> drawn = new HashMap<>();
    drawn.put(Placement.HOMES.stock(), BridgeInputs.draws(9000, 10_000));
    drawn.put(Placement.SUPPORTED.stock(), BridgeInputs.draws(7000, 500));
    drawn.put(CostLine.HOMES.spending(), BridgeInputs.draws(3000, 4000));
    var inputs = England.inputs(FundingRule.REAL_FLAT);
    double weeks = inputs.distribution(Cost.WEEKS).mean();
    Published both = Published.named("homes-and-supported");
    assertEquals(List.of(Placement.HOMES.stock(), Placement.SUPPORTED.stock()), both.needed());
    assertArrayEquals(
        new double[] {16_000, 10_500},
        both.draws(inputs, each -> Objects.requireNonNull(drawn.get(each))).values());
    Published cost = Published.named("unit-cost-homes");
    assertEquals(List.of(CostLine.HOMES.spending(), Placement.HOMES.stock()), cost.needed());
    assertArrayEquals(
        new double[] {3000e6 / 9000 / weeks, 4000e6 / 10_000 / weeks},
        cost.draws(inputs, each -> Objects.requireNonNull(drawn.get(each))).values(),
        1e-9);
  }

  @Test
  @DisplayName("is refused without an id, a label or a variable, or with nothing to divide by")
  void refused() {
    List<Variable> one = List.of(Children.CHILDREN);
    assertEquals(Unit.NUMBER, made("x", one, Optional.empty()).unit());
    assertTrue(Refused.message(() -> made(" ", one, Optional.empty())).startsWith("id must"));
    assertTrue(
        Refused.message(() -> made("x", List.of(), Optional.empty()))
            .startsWith("number of variables of x must be"));
    assertTrue(
        Refused.message(() -> made("x", one, Optional.of(SeriesSum.of("plans"))))
            .startsWith("perSeries of x must be empty, was SeriesSum["));
    assertTrue(
        Refused.message(
                () ->
                    new Published(
                        "x",
                        Group.VOLUME,
                        "",
                        one,
                        SeriesSum.of("plans"),
                        List.of(),
                        Optional.empty()))
            .startsWith("label must"));
  }

  @Test
  @DisplayName("of a line says what its volume, money and price rest on")
  void lines() {
    assertEquals(
        Arrays.asList(CostLine.values()),
        PublishedLine.all().stream().map(PublishedLine::line).toList());
    for (CostLine line : CostLine.values()) {
      PublishedLine row = PublishedLine.of(line);
      assertEquals(line, row.line());
      assertEquals(line == CostLine.LEAVING_CARE, row.volumeIsModelled(), line.label());
      assertTrue(row.spending().at(EVIDENCE, YEAR).isPresent(), line.label());
      assertTrue(row.volume().at(EVIDENCE, YEAR).isPresent(), line.label());
    }
    assertEquals(CareLeavers.STOCK, PublishedLine.of(CostLine.LEAVING_CARE).stock());
    assertEquals(PriceFrom.SPENDING_OVER_VOLUME, PublishedLine.of(CostLine.SAFEGUARDING).price());
  }

  @Test
  @DisplayName("of a line that prices an index is the first whose price is published")
  void pricing() {
    for (PriceIndex index : PriceIndex.values()) {
      Optional<PublishedLine> line = PublishedLine.pricing(index);
      boolean any =
          PublishedLine.all().stream()
              .anyMatch(each -> each.line().index() == index && each.price() != PriceFrom.NOTHING);
      assertEquals(any, line.isPresent(), index.toString());
      line.ifPresent(each -> assertEquals(index, each.line().index()));
      line.ifPresent(each -> assertTrue(each.price() != PriceFrom.NOTHING, each.line().label()));
    }
    assertEquals(
        Optional.of(CostLine.HOMES),
        PublishedLine.pricing(CostLine.HOMES.index()).map(PublishedLine::line));
    assertEquals(Optional.empty(), PublishedLine.pricing(CostLine.YOUTH_JUSTICE.index()));
  }
}
