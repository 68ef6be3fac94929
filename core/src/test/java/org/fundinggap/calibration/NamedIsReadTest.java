package org.fundinggap.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fundinggap.Thorough;
import org.fundinggap.demand.Outlook;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.evidence.Prior;
import org.fundinggap.evidence.Series;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Opening;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Correlation;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a number was made from is found out without asking it: each id of the register is nudged by
 * itself, and the numbers whose bits move were made from it.
 */
@DisplayName("Every number names what it was made from, for every base year that runs")
@Tag("slow")
class NamedIsReadTest {
  /**
   * What is read for numbers that it does not move, because it stands in them twice or times zero.
   */
  private static final Set<String> CANCEL =
      ImmutableSet.of(
          // Entries to the chain are starts and the shortfall, which takes the same starts off.
          "looked-after-started",
          // Moved from homes to supported, it leaves their sum and so the scale of others alone.
          "semi-independent-share-of-homes",
          "placed-homes-2018-19-semi-independent",
          // Taken off one placement it is off another: what they add up to stays.
          "asylum-share-foster",
          // No asylum-seeking children are placed for adoption or with parents.
          "asylum-seeking-looked-after",
          "asylum-seeking-started",
          "asylum-share-adoption",
          "asylum-share-parents",
          // Where entries were worked out at the usual hazard, so is the hazard from them.
          "asylum-hazard-weight",
          // A spread that is all but without weight, or of a single year; its weight in years.
          "asylum-entry-spread",
          "eighteenth-birthday-spread",
          "spread-years",
          // One share makes care leavers of all years, so growth for each of them is without it.
          "eighteenth-birthday-share",
          "ceased-on-18th-birthday",
          "children-0-17-projected",
          "children-17-projected",
          // Net over gross, times gross.
          "ro-gross",
          "spend-gross",
          "spend-net",
          "net-share",
          // Opening stock is closing less starters plus leavers where no year before is held.
          "social-workers",
          "social-worker-starters",
          // Case holders are cases over cases for each of them, by children in need over the same.
          "cases",
          "children-in-need",
          "children-in-need-started",
          // Spending that was worked out from a unit cost, and the rest that it leaves of a block.
          "placed-foster",
          "placed-homes",
          "spend-fostering-gross",
          "spend-leaving-care-gross",
          "spend-residential-gross",
          "unit-cost-fostering",
          "unit-cost-residential",
          "weeks-in-year",
          // Spread of a single change: the belief of yearly shocks, to a series and back.
          "price-persistence",
          "hazard-persistence",
          // The statistics break in the base year: no growth before it is known, nor a part of it.
          "children-0-17",
          "past-child-growth-weight",
          // The level of one rate or two is the last of them, whatever their spread.
          "rate-spread",
          "referral-spread",
          // A bound that most shares of moves lie above.
          "least-destination-share",
          // One hazard alone is its own level: the distance of level and base year is nil.
          "plans",
          "plans-started",
          "asylum-hazard");

  /** Numbers that are solved together from all rates and stocks of the placement chain. */
  private static final Pattern SOLVED =
      Pattern.compile(
          "(destinationShare|placedAverage|placedOthersAverage|stockToAverage)[.].*"
              + "|lookedAfterAverage"
              // The same averages, from which changes of volume are counted.
              + "|(baseVolume|followedVolume)[.].*");

  private static final Pattern OF_THE_CHAIN =
      Pattern.compile("(entry-share|exit-rate|move-rate|asylum-share|placed|placement)-.*");

  /**
   * Whether a number may name what does not move its bits. The level of exits names all that stands
   * behind children looked after, with spreads and variants that a central path does not see; of
   * numbers that are solved together some hang on others by less than the last digit.
   */
  private static boolean mayNotMove(String number, String id) {
    return CANCEL.contains(id)
        || number.equals("exitLevel")
        || (SOLVED.matcher(number).matches() && OF_THE_CHAIN.matcher(id).matches());
  }

  @TempDir private static Path directory;
  private static List<Case> cases;

  /** A base year under a rule: its numbers as they are, and the ids that moved each. */
  private static final class Case {
    private final String name;
    private final FundingPlan plan;
    private final YearRange years;
    private final Model model;
    private final Map<String, String> bits = new TreeMap<>();
    private final Map<String, Set<String>> named = new TreeMap<>();
    private final Map<String, Set<String>> moved = new TreeMap<>();

    private Case(Baseline baseline, FundingPlan plan) {
      this.name = baseline.baseYear() + ", " + plan.label();
      this.plan = plan;
      years = baseline.years();
      Inputs inputs = baseline.with(plan).inputs();
      model = inputs.model();
      bits.putAll(bits(inputs));
      inputs
          .parameters()
          .keySet()
          .forEach(each -> named.put(each.name(), ids(inputs.evidence(each))));
      model.schedules().forEach(each -> named.put(each.name(), ids(inputs.evidence(each))));
      model.variables().stream()
          .filter(each -> inputs.opening(each).isPresent())
          .forEach(each -> named.put(each.name(), ids(inputs.evidence(each))));
      inputs
          .correlations()
          .forEach(each -> named.put(name(each), ids(inputs.origin(each).evidence())));
      bits.keySet().forEach(each -> moved.put(each, new TreeSet<>()));
    }

    private static Set<String> ids(List<String> ids) {
      return new TreeSet<>(ids);
    }

    private static String name(Correlation correlation) {
      return "correlation of " + String.join(", ", correlation.names());
    }

    /** Every number of the inputs as text that shows all its bits. */
    private static Map<String, String> bits(Inputs inputs) {
      Map<String, String> bits = new TreeMap<>();
      inputs.parameters().forEach((each, given) -> bits.put(each.name(), given.toString()));
      for (var each : inputs.model().variables()) {
        inputs.opening(each).ifPresent(value -> bits.put(each.name(), value.toString()));
      }
      for (var each : inputs.model().schedules()) {
        bits.put(
            each.name(),
            inputs.years().years().stream()
                .map(year -> Double.toString(inputs.schedule(each, year)))
                .collect(Collectors.joining(" ")));
      }
      for (Correlation each : inputs.correlations()) {
        StringBuilder pairs = new StringBuilder();
        for (int i = 0; i < each.names().size(); i++) {
          for (int j = 0; j < i; j++) {
            pairs.append(each.at(i, j)).append(' ');
          }
        }
        bits.put(name(each), pairs.toString());
      }
      return bits;
    }

    Set<String> named() {
      return named.values().stream()
          .flatMap(Set::stream)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    void nudge(String what, EvidenceBase nudged) {
      FinancialYear baseYear = years.first();
      Inputs inputs =
          Calibration.england(
              nudged,
              model,
              years,
              Calibration.streams(nudged, years, BaseFunding.published(nudged, baseYear), plan),
              BaseFunding.published(nudged, baseYear),
              plan,
              Outlook.POOLED);
      bits(inputs)
          .forEach(
              (number, now) -> {
                if (!now.equals(bits.get(number))) {
                  Objects.requireNonNull(moved.get(number)).add(what);
                }
              });
    }

    /** What moved a number that does not name it. */
    List<String> unnamed() {
      return differences(moved, named, (number, id) -> true);
    }

    /** What a number names that moved none of its bits, and does not cancel in it. */
    List<String> unread() {
      Map<String, Set<String>> uncertain = new TreeMap<>(named);
      uncertain.keySet().removeIf(this::isZeroOrOne);
      return differences(uncertain, moved, (number, id) -> !mayNotMove(number, id));
    }

    /** Zero or one by definition in the base year, or for a bound, or as a share of nothing. */
    private boolean isZeroOrOne(String number) {
      String text = Objects.requireNonNull(bits.get(number)).replaceAll("[^0-9.]", "");
      return List.of("0.0", "1.0").contains(text);
    }

    private List<String> differences(
        Map<String, Set<String>> these,
        Map<String, Set<String>> less,
        BiPredicate<String, String> counts) {
      List<String> differences = new ArrayList<>();
      these.forEach(
          (number, ids) -> {
            Set<String> more = new TreeSet<>(ids);
            more.removeAll(Objects.requireNonNull(less.get(number)));
            more.removeIf(id -> !counts.test(number, id));
            if (!more.isEmpty()) {
              differences.add(name + ": " + number + " " + more);
            }
          });
      return differences;
    }
  }

  @BeforeAll
  static void nudgeEach() throws Exception {
    cases = new ArrayList<>();
    for (FinancialYear year : years()) {
      Baseline baseline = Baseline.england(England.evidence(), year).withoutCurrentLaw();
      cases.add(new Case(baseline.withEarlyHelpCuts(), FundingPlan.of(FundingRule.COUNCIL_TAX)));
    }
    cases.add(new Case(England.baseline(), FundingPlan.of(FundingRule.FOLLOWS_OUTTURN)));
    cases.add(new Case(England.baseline(), FundingPlan.HEADLINE.openingAt(Opening.CLOSED)));
    cases.add(new Case(England.baseline(), FundingPlan.HEADLINE.openingAt(Opening.REVISED_BUDGET)));
    NudgedRegister register = new NudgedRegister(directory);
    Set<String> named = new TreeSet<>();
    cases.forEach(each -> named.addAll(each.named()));
    for (String id : named) {
      EvidenceBase nudged = register.nudged(Set.of(id));
      cases.parallelStream()
          .filter(each -> each.named().contains(id))
          .forEach(each -> each.nudge(id, nudged));
    }
    // What a case does not name must move none of its numbers, so all of that is moved at once.
    for (Case each : cases) {
      EvidenceBase nudged = register.nudged(Sets.difference(registered(), each.named()));
      each.nudge("what no number of it names", nudged);
    }
  }

  /** Every base year; in a usual run every third and the last. */
  private static List<FinancialYear> years() {
    List<FinancialYear> all = England.baseYears();
    return IntStream.range(0, all.size())
        .filter(i -> Thorough.isAsked() || i % 3 == 0 || i == all.size() - 1)
        .mapToObj(all::get)
        .toList();
  }

  private static Set<String> registered() {
    EvidenceBase evidence = England.evidence();
    return Stream.of(
            evidence.allSeries().stream().map(Series::id),
            evidence.figures().stream().map(Figure::id),
            evidence.priors().stream().map(Prior::id))
        .flatMap(ids -> ids)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void assertNone(List<String> problems) {
    assertEquals(List.of(), problems, () -> String.join("\n", problems));
  }

  @Test
  @DisplayName("what moves a number is named by it")
  void readIsNamed() {
    assertNone(cases.stream().flatMap(each -> each.unnamed().stream()).toList());
    for (Case each : cases) {
      assertEquals(each.bits.keySet(), each.named.keySet());
      assertTrue(each.bits.size() > 250, () -> each.name + " has " + each.bits.size());
    }
  }

  @Test
  @DisplayName("and what it names was read for it")
  void namedIsRead() {
    assertNone(cases.stream().flatMap(each -> each.unread().stream()).toList());
  }

  @Test
  @DisplayName("what cancels in one number moves another")
  void whatCancelsIsUsed() {
    Set<String> moving = new TreeSet<>();
    Set<String> named = new TreeSet<>();
    for (Case each : cases) {
      each.moved.values().forEach(moving::addAll);
      named.addAll(each.named());
    }
    // Some are read in other base years alone.
    List<String> read =
        CANCEL.stream().filter(id -> Thorough.isAsked() || named.contains(id)).toList();
    assertNone(read.stream().filter(id -> !moving.contains(id)).toList());
    assertTrue(read.size() > CANCEL.size() / 2, () -> "read: " + read);
  }
}
