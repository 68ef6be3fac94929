package org.fundinggap.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.hindcast.ForecastFile;
import org.fundinggap.hindcast.WrittenForecast;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Settings;

/**
 * Writes down what the library says of every quantity that will be published, before it is: one
 * file for each release.
 */
public final class WriteForecast {
  private static final Settings SETTINGS = Settings.of(2025, 100_000);

  private WriteForecast() {}

  /**
   * Writes the file.
   *
   * @param args the release, the date, and the folder to write to
   * @throws IOException if it can't be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      System.err.println(
          "arguments must be RELEASE DATE FOLDER, such as 1.0.0 2026-11-30 forecasts");
      System.exit(2);
    }
    LocalDate date = LocalDate.parse(args[1]);
    Baseline baseline = Baseline.england(EvidenceBase.load());
    WrittenForecast forecast = WrittenForecast.of(args[0], date, baseline, SETTINGS);
    Path file = Path.of(args[2]).resolve(date + ".csv");
    Files.writeString(file, ForecastFile.write(forecast), UTF_8);
    System.out.println("wrote " + file);
  }
}
