package org.fundinggap.evidence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Changes of what authorities spend, beside changes of the children that they spend it on.
 *
 * <p>Every choice of the figures {@code looked-after-spend-elasticity-*} and {@code
 * safeguarding-spend-elasticity-*}:
 *
 * <ul>
 *   <li>Spending is gross outturn in cash of 2016-17 to 2024-25 by the Local Authority Interactive
 *       Tool. Prices and pay of a year are in its effect, see below.
 *   <li>Children are those looked after at 31 March by the same tool, for spending on looked-after
 *       care; children in need at 31 March by table b1 of the census, for safeguarding. The volume
 *       of a year is the mean of its opening and closing count.
 *   <li>A change is the difference of logs over 1, 3 or 5 years, of every year that has it: changes
 *       over 3 and 5 years overlap.
 *   <li>Authorities with fewer than {@value #LEAST} children looked after at any 31 March of 2016
 *       to 2025 are left out: a few children move their numbers, and a few dear children their
 *       spending. So are, by name, those whose boundaries changed, the City of London and the Isles
 *       of Scilly. North Yorkshire, Somerset and Buckinghamshire became single councils on the same
 *       area and stay.
 *   <li>A change over which spending doubled or halved from one year to the next is left out:
 *       Salford returned seven times as much for 2019-20 as for the year before, and Sandwell and
 *       Nottingham returned an eighth and a fifth for one year. It is the return that changed. This
 *       bears on safeguarding alone.
 *   <li>The elasticity is the slope of a straight line by ordinary least squares, each change with
 *       the same weight whatever the size of the authority, with an effect of each last year. Falls
 *       alone are changes with a volume below that of before, with effects of years of their own.
 *   <li>Standard errors allow for any dependence within an authority, see {@link ClusteredSlope};
 *       low and high of a figure lie two of them from it.
 * </ul>
 *
 * <p>No cause follows: an authority that is short of money may spend less and take in fewer, and
 * counts that are in error pull the slope towards 0. The slope is the share of average cost that
 * goes with a child, times how dear the children are who make the change: not either by itself.
 *
 * @param files whole files
 * @param keepsBrokenReturns true to leave no change out for its return
 */
record AuthorityChanges(PublishedFiles files, boolean keepsBrokenReturns) {
  /** The least number of children looked after of an authority that is counted. */
  static final int LEAST = 150;

  /** First and last reporting year with counts; spending starts a year later. */
  private static final int FIRST = 2016;

  private static final int LAST = 2025;

  /** Not the same area, or children, in all years; the last two are tiny. */
  static final Set<String> LEFT_OUT =
      Set.of(
          "Bournemouth (Pre LG)",
          "Poole (Pre LG)",
          "Dorset (Pre LG)",
          "Bournemouth, Christchurch and Poole",
          "Dorset",
          "Northamptonshire",
          "North Northamptonshire",
          "West Northamptonshire",
          "Cumbria",
          "Cumberland",
          "Westmorland and Furness",
          "City of London",
          "Isles of Scilly");

  private static final String TOOL = "lait/lait_social_care_extract.csv";
  private static final String CENSUS = "ees-cin/b1_children_in_need_2013_to_2025.csv";

  /** What is spent, and on whom. */
  enum Spending {
    LOOKED_AFTER("TotalLACFinance"),
    SAFEGUARDING("SafeguardingFinance");

    private final String measure;

    Spending(String measure) {
      this.measure = measure;
    }
  }

  /**
   * One change.
   *
   * @param authority its number
   * @param year the reporting year that it ends in
   * @param volume of the log of the volume
   * @param spending of the log of spending
   */
  record Change(String authority, int year, double volume, double spending) {}

  /** Numbers of authorities by reporting year; NaN where there is none. */
  private record Table(Map<String, Map<Integer, Double>> byAuthority) {
    double at(String authority, int year) {
      return byAuthority.getOrDefault(authority, Map.of()).getOrDefault(year, Double.NaN);
    }

    /** The mean of the opening and the closing count. */
    double volume(String authority, int year) {
      return (at(authority, year - 1) + at(authority, year)) / 2;
    }

    /** Whether the number doubled or halved from a year to the next. */
    boolean jumps(String authority, int from, int to) {
      return IntStream.rangeClosed(from + 1, to)
          .mapToDouble(year -> Math.log(at(authority, year) / at(authority, year - 1)))
          .anyMatch(step -> Math.abs(step) > Math.log(2));
    }
  }

  /** Every change over some years that is not left out. */
  List<Change> over(Spending spending, int years) {
    Table spent = tool(spending.measure);
    Table lookedAfter = tool("LACnum");
    Table counts = spending == Spending.LOOKED_AFTER ? lookedAfter : childrenInNeed();
    List<Change> changes = new ArrayList<>();
    for (String authority : authorities(lookedAfter)) {
      for (int year = FIRST + 1 + years; year <= LAST; year++) {
        int before = year - years;
        double money = Math.log(spent.at(authority, year) / spent.at(authority, before));
        double volume = Math.log(counts.volume(authority, year) / counts.volume(authority, before));
        boolean known = Double.isFinite(money) && Double.isFinite(volume);
        if (known && (keepsBrokenReturns || !spent.jumps(authority, before, year))) {
          changes.add(new Change(authority, year, volume, money));
        }
      }
    }
    return changes;
  }

  /** Changes with a volume below that of before. */
  List<Change> fallsOver(Spending spending, int years) {
    return over(spending, years).stream().filter(change -> change.volume() < 0).toList();
  }

  /** Numbers of the authorities that are counted. */
  private List<String> authorities(Table lookedAfter) {
    Map<String, List<String>> names =
        toolRows("LACnum")
            .collect(
                groupingBy(
                    row -> row.getField("LA Number"),
                    mapping(row -> row.getField("LA and Regions"), toList())));
    return names.entrySet().stream()
        .filter(entry -> entry.getValue().stream().noneMatch(LEFT_OUT::contains))
        .map(Map.Entry::getKey)
        .filter(
            authority ->
                IntStream.rangeClosed(FIRST, LAST)
                    .allMatch(year -> lookedAfter.at(authority, year) >= LEAST))
        .sorted()
        .toList();
  }

  /** Names of the authorities in the file, of whatever size. */
  Set<String> names() {
    return toolRows("LACnum")
        .map(row -> row.getField("LA and Regions"))
        .collect(Collectors.toSet());
  }

  /** The rows of authorities: England is 970, and regions are 980 to 990. */
  private Stream<NamedCsvRecord> toolRows(String measure) {
    return files.rows(TOOL).stream()
        .filter(row -> row.getField("Short Desc").equals(measure))
        .filter(row -> !row.getField("LA Number").matches("970|98\\d|990"));
  }

  private Table tool(String measure) {
    Map<String, Map<Integer, Double>> values = new HashMap<>();
    toolRows(measure)
        .forEach(
            row -> put(values, row.getField("LA Number"), reporting(row), row.getField("Values")));
    return new Table(values);
  }

  /** The year in which a year as the tool writes it ends: 2025 or 2024-25 (OT). */
  private static int reporting(NamedCsvRecord row) {
    String year = row.getField("Years");
    int first = Integer.parseInt(year.substring(0, 4));
    return year.contains("-") ? first + 1 : first;
  }

  private Table childrenInNeed() {
    Map<String, Map<Integer, Double>> values = new HashMap<>();
    for (NamedCsvRecord row : files.rows(CENSUS)) {
      if (row.getField("geographic_level").equals("Local authority")) {
        int year = Integer.parseInt(row.getField("time_period"));
        put(values, row.getField("old_la_code"), year, row.getField("At31_episodes"));
      }
    }
    return new Table(values);
  }

  /** Cells that hold a symbol are left out. */
  private static void put(
      Map<String, Map<Integer, Double>> values, String authority, int year, String cell) {
    if (cell.matches("\\d+(\\.\\d+)?")) {
      values.computeIfAbsent(authority, any -> new HashMap<>()).put(year, Double.valueOf(cell));
    }
  }
}
