package org.fundinggap.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;

/**
 * A scenario as a file that a person can write, review and send, with the settings that it is run
 * with. What the words of a file mean stands on the page of scenario files; a schema of them lies
 * beside this class as {@code scenario-1.schema.json}.
 *
 * <p>A file holds what a scenario is made from and not what comes of it: the register and the
 * library bring the numbers of England. A file that was {@linkplain #save saved} holds the
 * fingerprint of the scenario too, and is refused where it would make another one.
 *
 * @param scenario what was saved, or is to be
 * @param settings how it is to be run; empty if the file does not say
 */
public record ScenarioFile(Scenario scenario, Optional<Settings> settings) {
  /**
   * Checks that nothing is missing.
   *
   * @param scenario as described above
   * @param settings as described above
   */
  public ScenarioFile {
    Objects.requireNonNull(scenario, "scenario");
    Objects.requireNonNull(settings, "settings");
  }

  /**
   * A scenario to be saved.
   *
   * @param scenario any that a baseline of England made, with whatever was added to it
   * @return a file without settings
   */
  public static ScenarioFile of(Scenario scenario) {
    return new ScenarioFile(scenario, Optional.empty());
  }

  /**
   * The same file with the settings of a run.
   *
   * @param run how the scenario is to be run
   * @return another file
   */
  public ScenarioFile with(Settings run) {
    return new ScenarioFile(scenario, Optional.of(Objects.requireNonNull(run, "run")));
  }

  /**
   * Reads a file.
   *
   * @param file in UTF-8
   * @param register that brings the numbers of England; the file may ask for it as of a date
   * @return the scenario and its settings
   * @throws IOException if the file cannot be read
   * @throws InvalidInputException if it is no scenario file of a version that this library knows,
   *     or anything in it is wrong: all problems at once, by line and column
   */
  public static ScenarioFile load(Path file, EvidenceBase register) throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(register, "register");
    return ScenarioReader.read(contents(file), file.toString(), register);
  }

  /** UTF-8 takes up to four bytes a character; what is longer is not read at all. */
  private static String contents(Path file) throws IOException {
    List<String> problems = new ArrayList<>();
    if (Files.size(file) > 4L * YamlText.MOST_CHARACTERS) {
      problems.add(
          "file must have at most "
              + YamlText.MOST_CHARACTERS
              + " characters, had "
              + Files.size(file)
              + " bytes; is it a scenario file?");
    } else {
      try {
        return Files.readString(file, UTF_8);
      } catch (CharacterCodingException e) {
        problems.add("file must be in UTF-8, was not; save it in UTF-8");
      }
    }
    throw new InvalidInputException("scenario file " + file, problems);
  }

  /**
   * Reads the text of a file.
   *
   * @param text what a file holds
   * @param register that brings the numbers of England; the text may ask for it as of a date
   * @return the scenario and its settings
   * @throws InvalidInputException as {@link #load}
   */
  public static ScenarioFile parse(String text, EvidenceBase register) {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(register, "register");
    return ScenarioReader.read(text, "given as text", register);
  }

  /**
   * What the file holds. It was read again and made the same scenario.
   *
   * @return a text in YAML
   * @throws InvalidInputException if the scenario holds what no file can: inputs that no baseline
   *     made, equations or rules of one's own, a distribution made from a function; all problems at
   *     once
   */
  public String text() {
    return ScenarioWriter.text(this);
  }

  /**
   * Writes the file, in place of one that may be there.
   *
   * @param file to be written in UTF-8
   * @throws IOException if it cannot be written
   * @throws InvalidInputException as {@link #text}
   */
  public void save(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    Files.writeString(file, text(), UTF_8);
  }

  /** The name of the scenario and the settings. */
  @Override
  public String toString() {
    return scenario.name() + settings.map(run -> ", " + run).orElse("");
  }
}
