package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.fundinggap.quantity.FinancialYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Each to the last digit that the register gives. */
@DisplayName("Figures that are arithmetic on published numbers")
@ParameterizedClass(name = "{0}")
@MethodSource("org.fundinggap.evidence.PublishedFiles#held")
class WorkedOutFiguresTest {
  private static final String PROVIDERS =
      "ees-cla/national_cla_on_31_march_by_placement_provider_placement_type_and_locality.csv";
  private static final String STOCK = "ees-cla/national_cla_on_31_march_by_characteristics.csv";
  private static final String STARTED = "ees-cla/national_cla_started_to_be_looked_after.csv";
  private static final String STARTED_2025 =
      "la/cla/la_children_who_started_to_be_looked_after__2025release_EXTRACT.csv";
  private static final String REFERRALS =
      "ees-cin/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv";

  private final PublishedFiles files;

  WorkedOutFiguresTest(PublishedFiles files) {
    this.files = files;
  }

  private static Figure figure(String id) {
    return PublishedFiles.EVIDENCE.figure(id);
  }

  /** The numbers of the rows of England in a year that pass a test, added up. */
  private double sum(String file, int year, Predicate<NamedCsvRecord> wanted) {
    double[] numbers =
        files.england(file).stream()
            .filter(row -> row.getField("time_period").equals(String.valueOf(year)))
            .filter(wanted)
            .map(row -> row.getField("number"))
            .filter(cell -> cell.matches("\\d+"))
            .mapToDouble(Double::parseDouble)
            .toArray();
    return DoubleStream.of(numbers).sum();
  }

  private static Predicate<NamedCsvRecord> is(String column, String pattern) {
    return row -> row.getField(column).matches(pattern);
  }

  /** Inside and outside the council boundary together. */
  private double provided(String placement, String provider) {
    return sum(
        PROVIDERS,
        2024,
        is("placement_type", "[23]" + placement + "\\..*")
            .and(is("placement_provider", provider + ".*")));
  }

  @Test
  @DisplayName("bought places are those of private and voluntary providers")
  void boughtSharesAreOfProviders() {
    double homes = provided("b", "Private") + provided("b", "Voluntary");
    assertEquals(7_530, homes);
    assertEquals(
        homes / provided("b", "All children"),
        figure("homes-bought-share-2023-24").value(),
        0.0005);
    double agencies = provided("a", "Private") + provided("a", "Voluntary");
    double all =
        sum(STOCK, 2024, is("cla_group", "Placement").and(is("characteristic", "1\\. .*")));
    assertEquals(agencies / all, figure("foster-bought-share-2023-24").value(), 0.0005);
  }

  @Test
  @DisplayName("children's homes take a third to a half of their share of children at entry")
  void entryRatioIsOfPlacementGroups() {
    double[] ratios =
        IntStream.rangeClosed(2020, 2024)
            .mapToDouble(
                year ->
                    homesShare(STARTED, "Placement group", year)
                        / homesShare(STOCK, "Placement", year))
            .toArray();
    Figure figure = figure("entry-homes-ratio");
    assertEquals(ratios[4], figure.value(), 0.005);
    assertEquals(DoubleStream.of(ratios).min().orElseThrow(), figure.low(), 0.005);
    assertEquals(DoubleStream.of(ratios).max().orElseThrow(), figure.high(), 0.005);
  }

  private double homesShare(String file, String group, int year) {
    Predicate<NamedCsvRecord> placement = is("cla_group", group);
    double homes = sum(file, year, placement.and(is("characteristic", "4\\. .*")));
    return homes / sum(file, year, placement.and(is("characteristic", "[1-8]\\. .*")));
  }

  @Test
  @DisplayName("interim orders are over entries of other than asylum-seeking children")
  void interimOrdersAreOfEntries() {
    double orders = sum(STARTED_2025, 2025, is("characteristic", "Interim care order"));
    double entries =
        sum(
            STARTED_2025,
            2025,
            is("characteristic", "Children excluding unaccompanied asylum-seeking children"));
    assertEquals(orders / entries, figure("entries-interim-order-non-asylum").value(), 0.0005);
  }

  @Test
  @DisplayName("referrals to nothing are those with no further action or not in need")
  void referralsEndInNothing() {
    NamedCsvRecord row =
        files.england(REFERRALS).stream()
            .filter(is("time_period", "2025"))
            .findFirst()
            .orElseThrow();
    double nothing = number(row, "no_further_action_count") + number(row, "not_in_need_count");
    assertEquals(
        nothing / number(row, "referral_count"),
        figure("referrals-to-nothing-2024-25").value(),
        0.0005);
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  @Test
  @DisplayName("the cost that a claim implies is its saving over the years that it avoids")
  void claimImpliesCost() {
    double saving = figure("fgc-national-saving").value() * 1e6;
    double entries = figure("fgc-national-entries-avoided").value();
    Figure implied = figure("fgc-implied-cost-year");
    assertEquals(saving / (entries * 2), implied.value());
    assertEquals(saving / (entries * 3), implied.low());
    assertEquals(saving / entries, implied.high());
  }

  @Test
  @DisplayName("a place costs the money over its places, a household holds children over all")
  void quotientsAreOfWhatPagesSay() {
    Figure place = figure("capital-cost-per-home-place");
    assertEquals(53e6 / 200, place.value());
    assertEquals(45e6 / 200, place.low());
    double children = PublishedFiles.registered("placed-foster", FinancialYear.ending(2025));
    assertEquals(children / 42_190, figure("foster-children-per-household").value(), 0.005);
  }
}
