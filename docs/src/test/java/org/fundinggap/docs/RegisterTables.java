package org.fundinggap.docs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.EvidenceKind;
import org.fundinggap.evidence.Figure;
import org.fundinggap.evidence.Prior;
import org.fundinggap.evidence.Provenance;
import org.fundinggap.evidence.Quality;
import org.fundinggap.evidence.Series;
import org.fundinggap.evidence.Source;

/** What the evidence register holds, counted. */
final class RegisterTables {
  private RegisterTables() {}

  static List<String> files() {
    EvidenceBase evidence = EvidenceBase.load();
    int observations =
        evidence.allSeries().stream().mapToInt(series -> series.observations().size()).sum();
    return new MarkdownTable("file", ">rows", "what a row is")
        .row("sources.csv", count(evidence.sources().size()), "a publication")
        .row("figures.csv", count(evidence.figures().size()), "one published number or range")
        .row("series.csv", count(evidence.allSeries().size()), "a series: what it counts, in what")
        .row("observations/*.csv", count(observations), "one value of a series in one year")
        .row("vintages/*.csv", count(vintages(evidence)), "an earlier value, of one publication")
        .row("priors.csv", count(evidence.priors().size()), "a number that no series gives")
        .row(
            "vague-priors.csv",
            count(evidence.priors().size()),
            "a prior: its vague version, or why it has none")
        .row(
            "unused.csv",
            count(evidence.unused().size()),
            "a figure or series that no number is worked out from, and why")
        .lines();
  }

  private static int vintages(EvidenceBase evidence) {
    return evidence.allSeries().stream()
        .flatMap(series -> series.earlierValues().values().stream())
        .mapToInt(Map::size)
        .sum();
  }

  static List<String> quality() {
    EvidenceBase evidence = EvidenceBase.load();
    Map<EvidenceKind, Map<Quality, Integer>> counts = new EnumMap<>(EvidenceKind.class);
    evidence.figures().forEach(figure -> add(counts, figure.provenance()));
    evidence.priors().forEach(prior -> add(counts, prior.provenance()));
    evidence
        .allSeries()
        .forEach(
            series -> series.observations().values().forEach(one -> add(counts, one.provenance())));
    MarkdownTable table = new MarkdownTable("kind", ">green", ">amber", ">red");
    for (EvidenceKind kind : EvidenceKind.values()) {
      Map<Quality, Integer> row = counts.getOrDefault(kind, Map.of());
      table.row(
          kind.toString(),
          count(row.getOrDefault(Quality.GREEN, 0)),
          count(row.getOrDefault(Quality.AMBER, 0)),
          count(row.getOrDefault(Quality.RED, 0)));
    }
    return table.lines();
  }

  private static void add(Map<EvidenceKind, Map<Quality, Integer>> counts, Provenance provenance) {
    counts
        .computeIfAbsent(provenance.kind(), kind -> new EnumMap<>(Quality.class))
        .merge(provenance.quality(), 1, Integer::sum);
  }

  static List<String> sources() {
    MarkdownTable table =
        new MarkdownTable(
            "id", "title", "publisher", "published", "seen", "licence", "not confirmed");
    for (Source source : EvidenceBase.load().sources()) {
      table.row(
          source.id(),
          linked(source, source.title()),
          source.publisher(),
          source.published().toString(),
          source.seen().map(LocalDate::toString).orElse(""),
          source.licence(),
          source.unconfirmed());
    }
    return table.lines();
  }

  /** A text, as a link where the source has an address; pages of docs are beside this one. */
  private static String linked(Source source, String text) {
    String target = source.link().orElseGet(() -> source.address().replaceFirst("^docs/", ""));
    return target.isEmpty() ? text : "[" + text + "](" + target + ")";
  }

  private static String linkedId(Source source) {
    return linked(source, source.id());
  }

  /** Every publication that values of a series are from, the latest first. */
  private static String sources(Series series) {
    return series.observations().descendingMap().values().stream()
        .map(observation -> linkedId(observation.provenance().source()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  static List<String> series() {
    MarkdownTable table =
        new MarkdownTable(
            "id",
            "what it is",
            "unit",
            "years",
            ">values",
            "breaks before",
            "source",
            "where in it");
    for (Series series : EvidenceBase.load().allSeries()) {
      List<String> years = List.copyOf(series.observations().keySet());
      table.row(
          "`" + series.id() + "`",
          series.label(),
          series.unit() + series.basis().map(basis -> ", " + basis).orElse(""),
          years.get(0) + " to " + years.get(years.size() - 1),
          count(years.size()),
          series.observations().entrySet().stream()
              .filter(entry -> entry.getValue().breakBefore())
              .map(Map.Entry::getKey)
              .collect(Collectors.joining(", ")),
          sources(series),
          series.observations().lastEntry().getValue().provenance().location());
    }
    return table.lines();
  }

  static List<String> figures() {
    MarkdownTable table =
        new MarkdownTable(
            "id",
            "what it is",
            "value",
            "unit",
            "period",
            "kind",
            "quality",
            "source",
            "where in it");
    for (Figure figure : EvidenceBase.load().figures()) {
      Provenance provenance = figure.provenance();
      table.row(
          "`" + figure.id() + "`",
          figure.label(),
          value(figure),
          figure.unit() + figure.basis().map(basis -> ", " + basis).orElse(""),
          figure.period(),
          provenance.kind().toString(),
          provenance.quality().toString(),
          linkedId(provenance.source()),
          provenance.location());
    }
    return table.lines();
  }

  private static String value(Figure figure) {
    String range =
        figure
            .range()
            .map(bounds -> plain(bounds.low()) + " to " + plain(bounds.high()))
            .orElse("");
    String value = figure.central().isPresent() ? plain(figure.central().getAsDouble()) : "";
    return value.isEmpty() || range.isEmpty() ? value + range : value + " [" + range + "]";
  }

  static List<String> priors() {
    MarkdownTable table =
        new MarkdownTable("id", "what it is", "number", "unit", "quality", "why", "why fixed");
    for (Prior prior : EvidenceBase.load().priors()) {
      Provenance provenance = prior.provenance();
      String why =
          (linkedId(provenance.source()) + ". " + provenance.note()).strip().replaceAll("\\.$", "");
      table.row(
          "`" + prior.id() + "`",
          prior.label(),
          number(prior),
          prior.unit().toString(),
          provenance.quality().toString(),
          why,
          prior.whyFixed());
    }
    return table.lines();
  }

  static List<String> vaguePriors() {
    EvidenceBase evidence = EvidenceBase.load();
    MarkdownTable table = new MarkdownTable("id", "prior", "vague version", "why so wide");
    for (Prior vague : evidence.withVaguePriors().vaguePriors()) {
      table.row(
          "`" + vague.id() + "`",
          number(evidence.prior(vague.id())),
          number(vague),
          vague.provenance().note());
    }
    return table.lines();
  }

  /** Sizes of policies are many, and are counted. */
  static List<String> keptPriors() {
    EvidenceBase evidence = EvidenceBase.load();
    Map<String, List<String>> byReason = new TreeMap<>();
    for (Prior prior : evidence.priors()) {
      evidence
          .whyKept(prior.id())
          .ifPresent(
              word ->
                  byReason
                      .computeIfAbsent(word, reason -> new ArrayList<>())
                      .add("`" + prior.id() + "`"));
    }
    MarkdownTable table = new MarkdownTable("why", ">priors", "which");
    byReason.forEach(
        (word, ids) ->
            table.row(
                word,
                count(ids.size()),
                word.equals("measure") ? "`measure-...`" : String.join(", ", ids)));
    return table.lines();
  }

  /** By reason, the most frequent first. */
  static List<String> unused() {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    EvidenceBase.load()
        .unused()
        .forEach(
            (id, why) ->
                byReason.computeIfAbsent(why, reason -> new ArrayList<>()).add("`" + id + "`"));
    MarkdownTable table = new MarkdownTable("why", ">numbers", "which");
    byReason.entrySet().stream()
        .sorted(Comparator.comparing(reason -> -reason.getValue().size()))
        .forEach(
            reason ->
                table.row(
                    reason.getKey(),
                    count(reason.getValue().size()),
                    String.join(", ", reason.getValue())));
    return table.lines();
  }

  private static String number(Prior prior) {
    String mass =
        prior.massAtZero() > 0 ? "0 with probability " + plain(prior.massAtZero()) + ", else " : "";
    return mass + shape(prior);
  }

  private static String shape(Prior prior) {
    boolean bounded = Double.isFinite(prior.lower()) && Double.isFinite(prior.upper());
    String bounds =
        bounded ? " in [" + plain(prior.lower()) + ", " + plain(prior.upper()) + "]" : "";
    return switch (prior.distribution()) {
      case FIXED -> plain(prior.centre());
      case NORMAL -> "normal " + plain(prior.centre()) + ", sd " + plain(prior.spread()) + bounds;
      case TRIANGULAR -> "triangular " + plain(prior.centre()) + bounds;
      case UNIFORM -> "uniform" + bounds;
    };
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static String count(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
