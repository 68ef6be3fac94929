package org.fundinggap.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fundinggap.cost.Cost;
import org.fundinggap.demand.Placements;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Variable;
import org.fundinggap.policy.PolicyCatalogue;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** The shipped register with one number changed: what is refused where, and with which words. */
final class RegisterMutations {
  private static final Path SHIPPED =
      Path.of("..", "core", "src", "main", "resources", "org", "fundinggap", "evidence");
  private static final int DRAWS = 64;
  private static final Variable[] KEPT = {
    Gap.STAND_STILL.cash(), Cost.NEED, Placements.LOOKED_AFTER
  };

  /** What is done to a number. */
  enum Mutation {
    HUNDREDFOLD("a hundred times"),
    NEGATIVE("negative"),
    ZERO("zero"),
    HALF_MORE("half as much again"),
    MISSING("row missing"),
    HUGE("1e300");

    final String words;

    Mutation(String words) {
      this.words = words;
    }

    /** Whether it makes another number of one: 0 has no negative. */
    boolean changes(String number) {
      return this == MISSING || Double.parseDouble(of(number)) != Double.parseDouble(number);
    }

    String of(String number) {
      double value = Double.parseDouble(number);
      return switch (this) {
        case HUNDREDFOLD -> Double.toString(100 * value);
        case NEGATIVE -> Double.toString(-value);
        case ZERO -> "0";
        case HALF_MORE -> Double.toString(1.5 * value);
        case HUGE -> "1e300";
        case MISSING -> "";
      };
    }
  }

  /** Where a changed register is stopped, if it is. */
  enum Verdict {
    READING,
    CALIBRATION,
    ACCEPTED
  }

  /** One number of the register. */
  record Cell(String file, int row, String column, String id, String year, String number) {}

  /** What became of a register with one number changed. */
  record Outcome(Cell cell, Mutation mutation, Verdict verdict, String message, boolean isFinite) {
    /** Whether a refusal names the number and where it stands or of when it is, if it is there. */
    boolean isNamed() {
      boolean place =
          message.contains(cell.file())
              || (!cell.year().isEmpty() && message.contains(cell.year()))
              || message.contains("prior " + cell.id())
              || message.contains("figure " + cell.id());
      return message.contains(cell.id()) && (place || mutation == Mutation.MISSING);
    }

    /** Whether it is refused by name, or runs to finite numbers. */
    boolean isSound() {
      return verdict == Verdict.ACCEPTED ? isFinite : isNamed();
    }

    @Override
    public String toString() {
      return cell + " " + mutation + ": " + verdict + " " + isFinite + " " + message;
    }
  }

  private final Path directory;
  private final Map<String, String> files = new TreeMap<>();
  private final FinancialYear baseYear;
  private final Set<String> read;

  RegisterMutations(Path directory) {
    this.directory = directory;
    Baseline england = Baseline.england(EvidenceBase.load());
    this.baseYear = england.baseYear();
    this.read = england.with(FundingPlan.HEADLINE).inputs().evidence();
    try (Stream<Path> all = Files.walk(SHIPPED)) {
      for (Path file : all.filter(each -> each.toString().endsWith(".csv")).toList()) {
        String name = SHIPPED.relativize(file).toString();
        Path copy = directory.resolve(name);
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        Files.copy(file, copy);
        files.put(name, Files.readString(file, UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last outturn of each series, each prior, and each figure that some number rests on. */
  List<Cell> cells() {
    EvidenceBase shipped = EvidenceBase.load();
    Map<String, Cell> cells = new TreeMap<>();
    for (String file : files.keySet()) {
      List<NamedCsvRecord> rows = rows(file);
      for (int i = 0; i < rows.size(); i++) {
        NamedCsvRecord row = rows.get(i);
        if (file.startsWith("observations/") && isOutturn(row, shipped)) {
          Cell cell =
              new Cell(
                  file,
                  i,
                  "value",
                  row.getField("series"),
                  row.getField("year"),
                  row.getField("value"));
          cells.merge(
              cell.id(),
              cell,
              (one, other) -> one.year().compareTo(other.year()) > 0 ? one : other);
        } else if (file.equals("priors.csv") || file.equals("figures.csv")) {
          String column = file.equals("priors.csv") ? "centre" : "value";
          String id = row.getField("id");
          if (!row.getField(column).isEmpty() && !shipped.unused().containsKey(id)) {
            cells.put(id, new Cell(file, i, column, id, "", row.getField(column)));
          }
        }
      }
    }
    return List.copyOf(cells.values());
  }

  private static boolean isOutturn(NamedCsvRecord row, EvidenceBase shipped) {
    String kind = row.getField("kind");
    return kind.isEmpty() || kind.equals("outturn") || !shipped.hasSeries(row.getField("series"));
  }

  private List<NamedCsvRecord> rows(String file) {
    return CsvReader.builder().ofNamedCsvRecord(Objects.requireNonNull(files.get(file))).stream()
        .toList();
  }

  /** Changes one number, and calibrates and runs what is not refused. */
  Outcome outcome(Cell cell, Mutation mutation) {
    write(cell.file(), changed(cell, mutation));
    EvidenceBase evidence;
    try {
      evidence = EvidenceBase.load(directory);
    } catch (IllegalArgumentException e) {
      return new Outcome(cell, mutation, Verdict.READING, String.valueOf(e.getMessage()), true);
    } finally {
      write(cell.file(), Objects.requireNonNull(files.get(cell.file())));
    }
    try {
      PolicyCatalogue.of(evidence, baseYear);
      if (cell.year().isEmpty() && !read.contains(cell.id())) {
        return new Outcome(cell, mutation, Verdict.ACCEPTED, "", true); // No number rests on it.
      }
      Scenario scenario = Baseline.england(evidence).with(FundingPlan.HEADLINE);
      return new Outcome(cell, mutation, Verdict.ACCEPTED, "", isFinite(scenario));
    } catch (IllegalArgumentException e) {
      return new Outcome(cell, mutation, Verdict.CALIBRATION, String.valueOf(e.getMessage()), true);
    }
  }

  private static boolean isFinite(Scenario scenario) {
    Projection run = Simulation.of(scenario).keeping(KEPT).run(Settings.of(1, DRAWS));
    for (Variable variable : KEPT) {
      for (FinancialYear year : scenario.inputs().years().years()) {
        if (!Double.isFinite(run.outcome(variable).in(year).mean())) {
          return false;
        }
      }
    }
    return true;
  }

  private String changed(Cell cell, Mutation mutation) {
    List<NamedCsvRecord> rows = rows(cell.file());
    List<String> header = rows.get(0).getHeader();
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(header);
      for (int i = 0; i < rows.size(); i++) {
        NamedCsvRecord row = rows.get(i);
        if (i != cell.row()) {
          csv.writeRecord(row.getFields());
        } else if (mutation != Mutation.MISSING) {
          List<String> fields = new ArrayList<>(row.getFields());
          fields.set(header.indexOf(cell.column()), mutation.of(cell.number()));
          csv.writeRecord(fields);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(String file, String text) {
    try {
      Files.writeString(directory.resolve(file), text, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
