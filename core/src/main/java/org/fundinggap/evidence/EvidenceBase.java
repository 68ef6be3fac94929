package org.fundinggap.evidence;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.quantity.FinancialYear;

/**
 * The register: every figure, series and prior that a model may use, each with its citation.
 *
 * <p>{@link #asOf} gives the register as it stood on a date. Immutable.
 */
public final class EvidenceBase {
  private final Register all;
  private final Map<String, Figure> figures;
  private final Map<String, Series> series;
  private final Optional<LocalDate> asOf;

  private EvidenceBase(
      Register all,
      Map<String, Figure> figures,
      Map<String, Series> series,
      Optional<LocalDate> asOf) {
    this.all = all;
    this.figures = figures;
    this.series = series;
    this.asOf = asOf;
  }

  private static EvidenceBase of(Register register) {
    return new EvidenceBase(register, register.figures(), register.series(), Optional.empty());
  }

  /**
   * The register that ships with the library.
   *
   * @return all of it
   * @throws org.fundinggap.quantity.InvalidInputException if it has faults; all are listed
   */
  public static EvidenceBase load() {
    return of(RegisterReader.read(RegisterFiles.shipped()));
  }

  /**
   * A register of one's own, in the layout of the one that ships with the library.
   *
   * @param directory holds {@code sources.csv}, {@code figures.csv}, {@code series.csv}, {@code
   *     priors.csv}, any number of {@code observations/*.csv} and {@code vintages/*.csv} and, if
   *     wanted, {@code vague-priors.csv} and {@code unused.csv}, all in UTF-8 with commas; other
   *     files are not read
   * @return all of it
   * @throws IllegalArgumentException if there is no such directory
   * @throws org.fundinggap.quantity.InvalidInputException if it has faults; all are listed, those
   *     of one cause as one problem with file, lines, column, values and fix
   */
  public static EvidenceBase load(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException(
          "directory must be a directory, was " + directory + "; name one that holds sources.csv");
    }
    return of(RegisterReader.read(RegisterFiles.in(directory)));
  }

  /**
   * The register as it stood on a date: what had been published by then.
   *
   * <p>Of each year of a series it gives the newest value that had been published. Where the
   * register holds earlier values ({@link Series#earlierValues}), they stand until the next one
   * came. An observation without a publication date of its own and without an earlier value counts
   * as known from the end of its period plus the lag of its series, with its latest value ({@link
   * Observation#latestValues()}). Priors stay, because a model cannot run without them; {@link
   * #hindsightPriors()} lists those that nobody had published yet. Sources stay too.
   *
   * @param date the date, not after that of a register which is as of a date already
   * @return the register; a series of which nothing was known is gone from it
   * @throws IllegalArgumentException if {@code date} is after {@link #asOfDate()}
   */
  public EvidenceBase asOf(LocalDate date) {
    if (asOf.isPresent() && date.isAfter(asOf.get())) {
      throw new IllegalArgumentException(
          "date must not be after "
              + asOf.get()
              + ", the date this register is as of, was "
              + date
              + "; start from the whole register");
    }
    Map<String, Figure> knownFigures = new LinkedHashMap<>();
    all.figures()
        .forEach(
            (id, figure) -> {
              if (figure.provenance().knownBy(date)) {
                knownFigures.put(id, figure);
              }
            });
    Map<String, Series> knownSeries = new LinkedHashMap<>();
    // From the whole register: a cut to a later date has dropped the values of earlier ones.
    all.series()
        .forEach((id, one) -> one.knownBy(date).ifPresent(known -> knownSeries.put(id, known)));
    return new EvidenceBase(all, knownFigures, knownSeries, Optional.of(date));
  }

  /**
   * The register with observations of a year that some of its series lack.
   *
   * @param year a financial year
   * @param observations by id of their series; their sources join the register's
   * @return the register
   * @throws IllegalArgumentException if a series is not of this register, is by calendar year, or
   *     holds the year already
   */
  public EvidenceBase with(FinancialYear year, Map<String, Observation> observations) {
    Map<String, Series> extended = new LinkedHashMap<>(series);
    observations.forEach((id, one) -> extended.put(id, series(id).with(year, one)));
    return new EvidenceBase(all.with(year, observations), figures, extended, asOf);
  }

  /**
   * The whole register, which knows what was published later: to tell from when on something could
   * be done, not to calibrate a past baseline.
   *
   * @return this register where it is not {@link #asOf as of} a date
   */
  public EvidenceBase whole() {
    return asOf.isEmpty() ? this : of(all);
  }

  /**
   * The days on which the register came to know something of its series.
   *
   * @return in order, each once; immutable
   */
  public List<LocalDate> seriesDates() {
    return allSeries().stream()
        .flatMap(one -> one.observations().values().stream())
        .map(observation -> observation.provenance().published())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * The date as of which the register stands.
   *
   * @return empty for the whole register
   */
  public Optional<LocalDate> asOfDate() {
    return asOf;
  }

  /**
   * A figure.
   *
   * @param id its id
   * @return the figure
   * @throws IllegalArgumentException if there is none of that id, naming the nearest, or it was not
   *     yet published
   */
  public Figure figure(String id) {
    Figure figure = figures.get(id);
    if (figure == null) {
      Optional<LocalDate> published =
          Optional.ofNullable(all.figures().get(id)).map(later -> later.provenance().published());
      throw unknown("figure", id, published, figures);
    }
    return figure;
  }

  /**
   * A series.
   *
   * @param id its id
   * @return the series
   * @throws IllegalArgumentException if there is none of that id, naming the nearest, or nothing of
   *     it was yet published
   */
  public Series series(String id) {
    Series found = series.get(id);
    if (found == null) {
      Optional<LocalDate> published =
          Optional.ofNullable(all.series().get(id)).map(Series::firstPublished);
      throw unknown("series", id, published, series);
    }
    return found;
  }

  /**
   * A prior.
   *
   * @param id its id
   * @return the prior
   * @throws IllegalArgumentException if there is none of that id, naming the nearest
   */
  public Prior prior(String id) {
    Prior prior = all.priors().get(id);
    if (prior == null) {
      throw unknown("prior", id, Optional.empty(), all.priors());
    }
    return prior;
  }

  private IllegalArgumentException unknown(
      String what, String id, Optional<LocalDate> published, Map<String, ?> known) {
    String reason =
        published.isPresent() && asOf.isPresent()
            ? "first published on "
                + published.get()
                + ", after "
                + asOf.get()
                + ", the date this register is as of; ask for a later date"
            : otherTable(id).orElseGet(() -> NearestNames.to(id, new TreeSet<>(known.keySet())));
    return new IllegalArgumentException("no " + what + " \"" + id + "\"; " + reason);
  }

  private Optional<String> otherTable(String id) {
    if (figures.containsKey(id)) {
      return Optional.of("it is a figure: use figure(id)");
    }
    if (series.containsKey(id)) {
      return Optional.of("it is a series: use series(id)");
    }
    return all.priors().containsKey(id)
        ? Optional.of("it is a prior: use prior(id)")
        : Optional.empty();
  }

  /**
   * Whether an id names a figure, series or prior of this register.
   *
   * @param id the id
   * @return false also for what was not yet published
   */
  public boolean knows(String id) {
    return otherTable(id).isPresent();
  }

  /**
   * The ids of all figures, series and priors.
   *
   * @return immutable, in the order of the alphabet
   */
  public Set<String> ids() {
    return ImmutableSortedSet.copyOf(
        Iterables.concat(figures.keySet(), series.keySet(), all.priors().keySet()));
  }

  /**
   * Whether an id names a series of this register.
   *
   * @param id the id
   * @return false also for figures, priors and what was not yet published
   */
  public boolean hasSeries(String id) {
    return series.containsKey(id);
  }

  /**
   * Whether an id names a prior of this register.
   *
   * @param id the id
   * @return false also for figures and series
   */
  public boolean hasPrior(String id) {
    return all.priors().containsKey(id);
  }

  /**
   * All figures.
   *
   * @return an immutable list in the order of the register
   */
  public List<Figure> figures() {
    return List.copyOf(figures.values());
  }

  /**
   * All series.
   *
   * @return an immutable list in the order of the register
   */
  public List<Series> allSeries() {
    return List.copyOf(series.values());
  }

  /**
   * All priors.
   *
   * @return an immutable list in the order of the register
   */
  public List<Prior> priors() {
    return List.copyOf(all.priors().values());
  }

  /**
   * The priors published after the date as of which the register stands: hindsight, which a score
   * has to state. {@link #vaguePriors()} are not among them: they were written late too, but hold
   * no outcome.
   *
   * @return an immutable list; empty for the whole register
   */
  public List<Prior> hindsightPriors() {
    return asOf.isEmpty()
        ? List.of()
        : priors().stream().filter(prior -> !wasKnown(prior) && !isVague(prior)).toList();
  }

  /**
   * The register with vague priors in place of those that may hold later outcomes.
   *
   * <p>A vague prior has the shape, unit and mass at zero of the one that it stands for, and says
   * no more than somebody could have said who knew the kind of quantity and none of its outcomes.
   * Its source and its note say so. All but those stay of which {@link #whyKept} gives the reason.
   *
   * @return the register; of one as of a date, priors that had been published by then stay too
   * @throws IllegalStateException if the register holds no vague priors
   */
  public EvidenceBase withVaguePriors() {
    Map<String, Prior> versions = all.vague().versions();
    if (versions.isEmpty()) {
      throw new IllegalStateException(
          "register must hold vague priors, holds none; add "
              + RegisterFiles.VAGUE_PRIORS
              + ", or load the register that ships with the library");
    }
    Map<String, Prior> priors = new LinkedHashMap<>(all.priors());
    priors.replaceAll((id, prior) -> wasKnown(prior) ? prior : versions.getOrDefault(id, prior));
    return new EvidenceBase(all.with(priors), figures, series, asOf);
  }

  private boolean wasKnown(Prior prior) {
    return asOf.isPresent() && prior.provenance().knownBy(asOf.get());
  }

  private boolean isVague(Prior prior) {
    return prior.equals(all.vague().versions().get(prior.id()));
  }

  /**
   * The vague priors that stand in place of others in this register.
   *
   * @return an immutable list in the order of the register; empty unless {@link #withVaguePriors}
   *     put them there
   */
  public List<Prior> vaguePriors() {
    return priors().stream().filter(this::isVague).toList();
  }

  /**
   * Why a prior needs no vague one in its place.
   *
   * @param id the id of a prior
   * @return a word such as {@code convention}; empty for what has a vague version, or where the
   *     register says nothing
   */
  public Optional<String> whyKept(String id) {
    return Optional.ofNullable(all.vague().kept().get(id));
  }

  /**
   * The figures and series that no number of the library is worked out from, of the whole register.
   *
   * @return why not, by id, in the order of {@code unused.csv}; immutable, empty without that file
   */
  public Map<String, String> unused() {
    return all.unused();
  }

  /**
   * All sources.
   *
   * @return an immutable list in the order of the register
   */
  public List<Source> sources() {
    return List.copyOf(all.sources().values());
  }

  /** How much the register holds, and as of when. */
  @Override
  public String toString() {
    return "Evidence: "
        + allSeries().size()
        + " series, "
        + figures().size()
        + " figures, "
        + priors().size()
        + " priors from "
        + sources().size()
        + " sources"
        + asOf.map(date -> ", as of " + date).orElse("")
        + (vaguePriors().isEmpty() ? "" : ", vague where they may hold later outcomes");
  }
}
