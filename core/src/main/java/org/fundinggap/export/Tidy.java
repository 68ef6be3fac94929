package org.fundinggap.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fundinggap.analysis.Audit;
import org.fundinggap.appraisal.Appraisal;
import org.fundinggap.bridge.Bridge;
import org.fundinggap.comparison.Comparison;
import org.fundinggap.comparison.Differences;
import org.fundinggap.hindcast.TrackRecord;
import org.fundinggap.internal.csv.PlainCell;
import org.fundinggap.model.Option;
import org.fundinggap.model.Variable;
import org.fundinggap.search.PortfolioChoice;
import org.fundinggap.search.PortfolioResult;
import org.fundinggap.simulation.Projection;

/**
 * A table of results for other programs: one number a row, and always the same columns, those of
 * {@link TidyRow}, so that tables can be put under each other.
 *
 * <p>Numbers are written with all their digits: what reads the file has the same doubles. A number
 * that is unknown is an empty cell. Text that a spreadsheet would run as a formula gets a single
 * quote in front. Immutable.
 */
public final class Tidy {
  /** What is added to the name of a table for what stands beside it, as CSV on the Web asks. */
  private static final String METADATA = "-metadata.json";

  private final String title;
  private final String description;

  /** Whether what a row is of tells it from all others. */
  private final boolean keyed;

  private final Supplier<Stream<TidyRow>> rows;

  private Tidy(String title, String description, boolean keyed, Supplier<Stream<TidyRow>> rows) {
    this.title = title;
    this.description = description;
    this.keyed = keyed;
    this.rows = rows;
  }

  /**
   * What a run found: mean, standard deviation and percentiles of each year, each with its error.
   *
   * @param run what was run
   * @param variables those to give, of the scenarios that have them; all that the run kept if none
   *     is named
   * @return a table of every scenario and year of the run
   * @throws IllegalArgumentException if no scenario of the run has kept one of them
   */
  public static Tidy of(Projection run, Variable... variables) {
    List<Variable> wanted = ProjectionRows.kept(run, variables);
    return new Tidy(
        "Projection",
        ProjectionRows.words(run),
        differ(run.scenarios().stream().map(Option::name)),
        () -> ProjectionRows.of(run, wanted));
  }

  /**
   * Every draw of a run by its number: the statistic is {@code draw 0} and so on. Draws of one
   * number belong together in all scenarios, variables and years.
   *
   * @param run what was run, its draws kept
   * @param variables those to give, of the scenarios that have them; all that the run kept if none
   *     is named
   * @return a table of every scenario, year and draw of the run
   * @throws IllegalArgumentException if the run has not kept the draws of one of them
   */
  public static Tidy draws(Projection run, Variable... variables) {
    List<Variable> wanted = ProjectionRows.kept(run, variables);
    return new Tidy(
        "Draws of a projection",
        ProjectionRows.words(run),
        differ(run.scenarios().stream().map(Option::name)),
        () -> ProjectionRows.draws(run, wanted));
  }

  /**
   * Paired differences of two scenarios by year, and the shares of draws in which there is more.
   *
   * @param differences as a comparison gives them
   * @return the table
   */
  public static Tidy of(Differences differences) {
    Objects.requireNonNull(differences, "differences");
    return new Tidy(
        "Differences",
        differences.variable().label() + ", paired draws",
        true,
        () -> AnswerRows.of(differences));
  }

  /**
   * Paired differences of every alternative from the baseline.
   *
   * @param comparison of a run
   * @param variables at least one
   * @return the table
   */
  public static Tidy of(Comparison comparison, Variable... variables) {
    Objects.requireNonNull(comparison, "comparison");
    List<Variable> wanted = Arrays.stream(variables).distinct().toList();
    return new Tidy(
        "Comparison with " + comparison.baseline(),
        "Paired differences from " + comparison.baseline(),
        differ(comparison.alternatives().stream()),
        () ->
            comparison.alternatives().stream()
                .flatMap(
                    other ->
                        wanted.stream()
                            .flatMap(each -> AnswerRows.of(comparison.differences(other, each)))));
  }

  /**
   * A bridge: its two ends, and what each driver contributes.
   *
   * @param bridge any bridge
   * @return the table; the scenario is the end, what it is measured from the start
   */
  public static Tidy of(Bridge bridge) {
    Stream<String> parts = Stream.concat(Stream.of("start", "end"), bridge.drivers().stream());
    return new Tidy(
        "Bridge: " + bridge.title(), bridge.note(), differ(parts), () -> AnswerRows.of(bridge));
  }

  /**
   * An audit: shares of the variance by part, parameter, shock and assumption.
   *
   * @param audit of one number
   * @return the table
   */
  public static Tidy of(Audit audit) {
    return new Tidy(
        "Audit of " + audit.output().name() + " in " + audit.year(),
        "Shares of the variance, " + audit.settings(),
        true,
        () -> AnswerRows.of(audit));
  }

  /**
   * An appraisal: costs, benefits and net benefit by year, and what they come to.
   *
   * @param appraisal of one alternative
   * @return the table
   */
  public static Tidy of(Appraisal appraisal) {
    return new Tidy(
        "Appraisal of " + appraisal.alternative(),
        "Against " + appraisal.baseline() + "; " + appraisal.schedule(),
        true,
        () -> AnswerRows.of(appraisal));
  }

  /**
   * The best set for a budget: every set with its objective and its cost.
   *
   * @param result of a search
   * @return the table
   */
  public static Tidy of(PortfolioResult result) {
    return new Tidy(
        result.question(),
        "Cost: " + result.costText(),
        differ(result.choices().stream().map(PortfolioChoice::name)),
        () -> AnswerRows.of(result));
  }

  /**
   * The track record: every forecast from a past date with what came and its scores.
   *
   * @param record of past runs
   * @return the table; the year is the one forecast, what it is measured from the base year
   */
  public static Tidy of(TrackRecord record) {
    return new Tidy(
        "Track record",
        "Forecasts from past dates, scored",
        differ(record.cases().stream().map(AnswerRows::key)),
        () -> AnswerRows.of(record));
  }

  /**
   * The numbers that go into a model: distributions of parameters, opening values and paths, each
   * with its evidence.
   *
   * @param option such as a scenario
   * @return the table
   */
  public static Tidy inputs(Option option) {
    return new Tidy(
        "Inputs of " + option.name(), option.inputs().toString(), true, () -> InputRows.of(option));
  }

  /**
   * Tables under each other.
   *
   * @param title what they are together; not blank
   * @param tables at least one
   * @return one table
   */
  public static Tidy together(String title, Tidy... tables) {
    Objects.requireNonNull(title, "title");
    List<Tidy> all = List.of(tables);
    String words = String.join("; ", all.stream().map(each -> each.description).toList());
    // Two of them may hold the same number.
    boolean keyed = all.size() == 1 && all.get(0).keyed;
    return new Tidy(title, words, keyed, () -> all.stream().flatMap(Tidy::rows));
  }

  /** Whether texts differ as cells, which show no controls that turn text round. */
  private static boolean differ(Stream<String> texts) {
    return texts.map(PlainCell::of).allMatch(new HashSet<>()::add);
  }

  /**
   * The rows, worked out anew for each call.
   *
   * @return the numbers, in order of scenario, variable and year
   */
  public Stream<TidyRow> rows() {
    return rows.get();
  }

  /**
   * The table as CSV (RFC 4180, UTF-8), with a header.
   *
   * @return the text; for millions of draws {@link #save} needs less memory
   */
  public String toCsv() {
    StringWriter text = new StringWriter();
    try {
      write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * What stands beside the table, after CSV on the Web: what it is of, its columns and their types.
   *
   * @param file the name of the table's file, such as {@code gap.csv}
   * @return JSON
   */
  public String metadata(String file) {
    Objects.requireNonNull(file, "file");
    return Metadata.of(file, title, description, keyed);
  }

  /**
   * Writes the table, and beside it a file of the same name with {@code -metadata.json} behind it.
   *
   * @param file where to, such as {@code gap.csv}; replaced if it exists
   * @throws IOException if it cannot be written
   */
  public void save(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    String name = String.valueOf(file.getFileName());
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      write(out);
    }
    Files.writeString(file.resolveSibling(name + METADATA), metadata(name), UTF_8);
  }

  private void write(Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord(Arrays.stream(TidyColumn.values()).map(TidyColumn::id).toList());
    try (Stream<TidyRow> all = rows()) {
      all.forEach(row -> csv.writeRecord(cells(row)));
    }
    csv.flush();
  }

  private static List<String> cells(TidyRow row) {
    List<String> cells = new ArrayList<>();
    for (TidyColumn column : TidyColumn.values()) {
      String cell = column.cell(row);
      cells.add(column.isNumber() ? cell : PlainCell.of(cell));
    }
    return cells;
  }

  /** Title and description. */
  @Override
  public String toString() {
    return title + ": " + description;
  }
}
