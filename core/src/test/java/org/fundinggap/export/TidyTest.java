package org.fundinggap.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fundinggap.appraisal.Appraisal;
import org.fundinggap.appraisal.Appraiser;
import org.fundinggap.appraisal.GreenBook;
import org.fundinggap.appraisal.OptimismBias;
import org.fundinggap.bridge.Bridge;
import org.fundinggap.bridge.BridgeCell;
import org.fundinggap.comparison.Comparison;
import org.fundinggap.demand.Children;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Variable;
import org.fundinggap.own.OwnLine;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A tidy table")
class TidyTest {
  private static final FinancialYear BASE = FinancialYear.parse("2024-25");
  private static final FinancialYear END = FinancialYear.parse("2034-35");
  private static final Variable CASH = Gap.STAND_STILL.cash();
  private static final Variable REAL = Gap.STAND_STILL.real(BASE);
  private static final Scenario FLAT = England.baseline().with(FundingRule.REAL_FLAT);
  private static final Scenario FORMULA =
      England.baseline().with(FundingRule.CASH_FLAT).named("=cmd|' /C calc'!A0, \"quoted\"");

  @TempDir Path directory;

  private static Projection run(Variable... kept) {
    return Simulation.of(FLAT, FORMULA).keeping(kept).run(Settings.of(1, 100));
  }

  private static List<NamedCsvRecord> read(String csv) {
    return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
  }

  private static double value(List<NamedCsvRecord> rows, String... wanted) {
    List<NamedCsvRecord> found =
        rows.stream()
            .filter(
                row ->
                    Stream.of("scenario", "variable", "year", "statistic")
                        .map(row::getField)
                        .toList()
                        .equals(List.of(wanted)))
            .toList();
    assertEquals(1, found.size(), () -> String.join(", ", wanted));
    return Double.parseDouble(found.get(0).getField("value"));
  }

  @Test
  @DisplayName("of a run has each statistic of each year in a cell of its own, to the last bit")
  void projection() {
    Projection run = run(CASH, REAL);
    List<NamedCsvRecord> rows = read(Tidy.of(run).toCsv());
    assertEquals(2 * 2 * 11 * 18, rows.size());
    Draws draws = run.outcome("real-flat", CASH).in(END);
    assertEquals(draws.mean(), value(rows, "real-flat", "standStillGap", "2034-35", "mean"));
    assertEquals(draws.quantile(0.1), value(rows, "real-flat", "standStillGap", "2034-35", "p10"));
    assertEquals(
        draws.quantileError(0.9),
        value(rows, "real-flat", "standStillGap", "2034-35", "p90_error"));
    assertEquals(draws.quantile(0.05), value(rows, "real-flat", "standStillGap", "2034-35", "p05"));
    assertEquals(100, value(rows, "real-flat", "standStillGap", "2034-35", "draws"));
    assertEquals("draws", rows.get(0).getField("unit"));
    assertEquals("", rows.get(0).getField("price_basis"));
    NamedCsvRecord first = rows.get(1);
    assertEquals("England", first.getField("area"));
    assertEquals("GBP million", first.getField("unit"));
    assertEquals("cash", first.getField("price_basis"));
    Set<String> bases = new HashSet<>();
    rows.forEach(row -> bases.add(row.getField("price_basis")));
    assertEquals(Set.of("", "cash", "real 2024-25"), bases);
    assertEquals(2 * 11 * 18, read(Tidy.of(run, REAL).toCsv()).size());
  }

  @Test
  @DisplayName("of draws has every draw by its number")
  void draws() {
    Projection run = run(CASH);
    List<NamedCsvRecord> rows = read(Tidy.draws(run, CASH).toCsv());
    assertEquals(2 * 11 * 100, rows.size());
    double[] values = run.outcome("real-flat", CASH).in(END).values();
    assertEquals(values[99], value(rows, "real-flat", "standStillGap", "2034-35", "draw 99"));
  }

  @Test
  @DisplayName("has a variable of some scenarios for those, and refuses one of none at once")
  void variablesOfSome() {
    OwnLine line =
        OwnLine.each("breaks", "breaks", Children.CHILDREN, Distribution.fixed(10), "own survey");
    Scenario own = FLAT.with("own", line);
    Projection run = Simulation.of(FLAT, own).keeping(CASH, line.need()).run(Settings.of(1, 10));
    List<NamedCsvRecord> rows = read(Tidy.of(run, line.need()).toCsv());
    assertEquals(11 * 18, rows.size());
    assertEquals("own", rows.get(0).getField("scenario"));
    assertThrows(IllegalArgumentException.class, () -> Tidy.of(run, REAL));
  }

  @Test
  @DisplayName("leaves a cell empty where nothing is known, and writes no formula")
  void unknownAndFormulas() {
    Projection one = Simulation.of(FORMULA).keeping(CASH).run(Settings.of(1, 1));
    List<NamedCsvRecord> rows = read(Tidy.of(one).toCsv());
    assertTrue(
        rows.stream()
            .filter(row -> row.getField("statistic").equals("mean_error"))
            .allMatch(row -> row.getField("value").isEmpty()));
    assertEquals("'" + FORMULA.name(), rows.get(0).getField("scenario"));
  }

  @Test
  @DisplayName("is written with what CSV on the Web says of it")
  void saved() throws IOException {
    Tidy table = Tidy.of(run(CASH));
    Path file = directory.resolve("gap of \"England\".csv");
    table.save(file);
    assertEquals(table.toCsv(), Files.readString(file));
    String metadata = Files.readString(directory.resolve("gap of \"England\".csv-metadata.json"));
    assertEquals(table.metadata("gap of \"England\".csv"), metadata);
    assertTrue(metadata.contains("\"url\": \"gap%20of%20%22England%22.csv\""), metadata);
    assertTrue(metadata.contains("\\\"quoted\\\""), metadata);
    String header = Files.readAllLines(file).get(0);
    List<String> names = List.of(header.split(",", -1));
    for (String name : names) {
      assertTrue(metadata.contains("{\"name\": \"" + name + "\", \"titles\": \"" + name + "\""));
    }
    assertEquals(1, metadata.split("\"datatype\": \"double\"", -1).length - 1, metadata);
  }

  @Test
  @DisplayName("of differences, a bridge, an audit and an appraisal has their own numbers")
  void answers() {
    Variable[] kept =
        Stream.of(Appraisal.variables(FLAT, FORMULA), Bridge.variables(FLAT), new Variable[] {CASH})
            .flatMap(Stream::of)
            .distinct()
            .toArray(Variable[]::new);
    Projection run = run(kept);
    Comparison comparison = Comparison.of(run, "real-flat");
    List<NamedCsvRecord> rows = read(Tidy.of(comparison, CASH).toCsv());
    String name = "'" + FORMULA.name();
    assertEquals(
        comparison.differences(FORMULA.name(), CASH).in(END).draws().mean(),
        value(rows, name, "standStillGap", "2034-35", "mean"));
    assertEquals("real-flat", rows.get(0).getField("against"));
    BridgeCell start = new BridgeCell(run, "real-flat", BASE);
    Bridge bridge = Bridge.of(start, start.in(END));
    List<NamedCsvRecord> parts = read(Tidy.of(bridge).toCsv());
    assertEquals(
        bridge.contribution("funding").mean(), value(parts, "2034-35", "funding", "", "mean"));
    assertEquals("cash", parts.get(1).getField("price_basis"));
    Appraisal appraisal =
        Appraiser.of(GreenBook.standard(England.evidence()), OptimismBias.none())
            .appraise(run, "real-flat", FORMULA.name());
    List<NamedCsvRecord> money = read(Tidy.of(appraisal).toCsv());
    assertEquals(
        appraisal.netPresentValue().mean(),
        value(money, name, "net present value", appraisal.years().toString(), "mean"));
    List<NamedCsvRecord> inputs = read(Tidy.inputs(FLAT).toCsv());
    assertFalse(inputs.stream().anyMatch(row -> row.getField("evidence").isEmpty()));
    Tidy all = Tidy.together("all", Tidy.of(run, CASH), Tidy.of(bridge));
    assertEquals(2 * 11 * 18 + parts.size(), read(all.toCsv()).size());
  }
}
