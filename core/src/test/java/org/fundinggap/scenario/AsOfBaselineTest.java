package org.fundinggap.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.evidence.ChangedRegister;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Observation;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Origin;
import org.fundinggap.quantity.FinancialYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A baseline as of a date rests on what was known then")
@Tag("medium")
class AsOfBaselineTest {
  /** Series that hold published forecasts. */
  private static final Set<String> FORECAST =
      Set.of(
          "cpi-inflation",
          "council-tax-receipts-growth",
          "council-tax-adult-precept",
          "core-spending-power-growth");

  private static final List<FundingRule> RULES =
      List.of(FundingRule.COUNCIL_TAX, FundingRule.FOLLOWS_OUTTURN);

  private static final Observation NONE =
      new Observation(0, false, false, England.evidence().prior("inflation-long-run").provenance());

  /** Every number of a scenario, by name. */
  private static Map<String, Object> numbers(Baseline baseline) {
    Map<String, Object> numbers = new TreeMap<>();
    for (FundingRule rule : RULES) {
      Inputs inputs = baseline.withEarlyHelpCuts().with(rule).inputs();
      inputs.parameters().forEach((each, value) -> numbers.put(each.name(), value));
      inputs.model().variables().forEach(each -> numbers.put(each.name(), inputs.opening(each)));
      for (FinancialYear year : inputs.years().years()) {
        inputs
            .model()
            .schedules()
            .forEach(each -> numbers.put(each.name() + " " + year, inputs.schedule(each, year)));
      }
      inputs.correlations().forEach(each -> numbers.put(each.names().toString(), each));
    }
    return numbers;
  }

  /** Whether the latest value was known: the very one, not an earlier one in its place. */
  private static boolean wasKnown(String series, String period, EvidenceBase known) {
    Observation latest = England.evidence().series(series).observations().get(period);
    return known.hasSeries(series)
        && known.series(series).observations().getOrDefault(period, NONE).value()
            == Objects.requireNonNull(latest).value();
  }

  /** The shipped register, with every number that was published after a date a tenth lower. */
  private static EvidenceBase otherFuture(Path directory, LocalDate date) {
    EvidenceBase known = England.evidence().asOf(date);
    return ChangedRegister.in(directory)
        .multiply(
            0.9,
            (series, period) -> !wasKnown(series, period, known),
            figure -> !England.evidence().figure(figure).provenance().knownBy(date))
        .multiplyVintages(0.9, published -> published.isAfter(date))
        .load();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2014-01-31, 2012-13",
    "2015-01-31, 2013-14",
    "2016-01-31, 2013-14",
    "2017-01-31, 2015-16",
    "2018-01-31, 2016-17",
    "2019-01-31, 2017-18",
    "2020-01-31, 2018-19",
    "2021-01-31, 2019-20",
    "2023-01-31, 2021-22",
    "2026-01-31, 2024-25",
  })
  void baseYearIsTheLatestOfWhichEverythingWasKnown(LocalDate date, String baseYear) {
    EvidenceBase known = England.evidence().asOf(date);
    FinancialYear year = FinancialYear.parse(baseYear);
    assertEquals(year, Baseline.england(known).baseYear());
    assertFalse(Calibration.missing(known, year.plus(1)).isEmpty());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2014-01-31, 2012-13",
    "2015-01-31, 2013-14",
    "2017-01-31, 2015-16",
    "2019-01-31, 2017-18",
    "2020-01-31, 2018-19",
    "2023-01-31, 2021-22"
  })
  @DisplayName("every origin names evidence that was known, or a prior")
  void evidenceWasKnown(LocalDate date, String baseYear) {
    EvidenceBase known = England.evidence().asOf(date);
    for (FundingRule rule : RULES) {
      Inputs inputs = Baseline.england(known).withEarlyHelpCuts().with(rule).inputs();
      assertEquals(FinancialYear.parse(baseYear), inputs.years().first());
      for (String id : inputs.evidence()) {
        assertTrue(known.knows(id), id);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2014-01-31",
    "2015-01-31",
    "2017-01-31",
    "2019-01-31",
    "2020-01-31",
    "2023-01-31",
    "2026-01-31"
  })
  @DisplayName("no number moves when what was published later is another")
  void laterPublicationsDoNotMatter(LocalDate date, @TempDir Path directory) {
    Map<String, Object> expected = numbers(Baseline.england(England.evidence().asOf(date)));
    EvidenceBase other = otherFuture(directory, date);
    assertEquals(expected, numbers(Baseline.england(other.asOf(date))));
    assertTrue(expected.size() > 300, () -> "numbers: " + expected.size());
  }

  @Test
  @DisplayName("but numbers do move when something known is another")
  void earlierPublicationsMatter(@TempDir Path directory) {
    LocalDate date = LocalDate.of(2020, 1, 31);
    EvidenceBase other =
        ChangedRegister.in(directory)
            .multiply(
                0.9,
                (series, period) -> series.equals("plans") && period.equals("2016-17"),
                figure -> false)
            .load();
    Map<String, Object> expected = numbers(Baseline.england(England.evidence().asOf(date)));
    Map<String, Object> found = numbers(Baseline.england(other.asOf(date)));
    assertNotEquals(expected, found);
    assertNotEquals(expected.get("planHazardLevel"), found.get("planHazardLevel"));
  }

  @ParameterizedTest
  @CsvSource({"2012-13", "2013-14", "2015-16", "2017-18", "2018-19", "2021-22", "2023-24"})
  @DisplayName(
      "with the whole register, values of years after the base year are not read, but for"
          + " forecasts")
  void laterYearsDoNotMatter(String baseYear, @TempDir Path directory) {
    FinancialYear base = FinancialYear.parse(baseYear);
    EvidenceBase other =
        ChangedRegister.in(directory)
            .multiply(0.9, (series, period) -> isAfter(series, period, base), figure -> false)
            .multiplyVintages(0.9, published -> published.isAfter(firstDay(base)))
            .load();
    assertEquals(
        numbers(Baseline.england(England.evidence(), base)),
        numbers(Baseline.england(other, base)));
  }

  /** When a projection from a base year could first have been made. */
  private static LocalDate firstDay(FinancialYear base) {
    return LocalDate.of(base.startYear() + 2, 1, 31);
  }

  /**
   * A calendar year counts as after a base year that it does not begin in. Consumer prices of the
   * year after are out when a projection could first be made, and forecasts for later years; so are
   * forecasts of funding and of children.
   */
  private static boolean isAfter(String series, String period, FinancialYear base) {
    if (FORECAST.contains(series) || series.endsWith("-projected")) {
      return !wasKnown(series, period, England.evidence().asOf(firstDay(base)));
    }
    return England.evidence().series(series).timing().isCalendar()
        ? Integer.parseInt(period) > base.startYear()
        : FinancialYear.parse(period).compareTo(base) > 0;
  }

  @ParameterizedTest(name = "{0}: {1} estimated, {2} priors")
  @CsvSource({
    "2014-01-31, 15, 80",
    "2015-01-31, 30, 67",
    "2017-01-31, 38, 59",
    "2019-01-31, 55, 44",
    "2020-01-31, 59, 40",
    "2023-01-31, 66, 34"
  })
  @DisplayName("of the parameters with a distribution, so many are estimated and so many priors")
  void mostParametersArePriors_whenSeriesAreShort(LocalDate date, int estimated, int priors) {
    Baseline baseline = Baseline.england(England.evidence().asOf(date));
    Inputs inputs = baseline.withEarlyHelpCuts().with(FundingRule.CASH_FLAT).inputs();
    Map<Origin.Derivation, Integer> kinds = new EnumMap<>(Origin.Derivation.class);
    inputs.model().parameters().stream()
        .filter(each -> !inputs.distribution(each).isFixed())
        .forEach(each -> kinds.merge(inputs.origin(each).kind(), 1, Integer::sum));
    assertEquals(
        Map.of(Origin.Derivation.ESTIMATED, estimated, Origin.Derivation.PRIOR, priors),
        kinds,
        () -> "parameters of " + baseline + " by how they came about: " + kinds);
  }

  @Test
  @DisplayName("and all priors are of 2026, which a score has to state")
  void allPriorsAreHindsight() {
    EvidenceBase known = England.evidence().asOf(LocalDate.of(2020, 1, 31));
    assertEquals(known.priors(), known.hindsightPriors());
  }
}
