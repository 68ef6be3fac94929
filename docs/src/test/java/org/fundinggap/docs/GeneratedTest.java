package org.fundinggap.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Text between {@code <!-- generated:NAME -->} and {@code <!-- end -->} is what the code gives. */
@DisplayName("The generated parts of the pages")
@Tag("slow")
class GeneratedTest {
  private static final Pattern START = Pattern.compile("^<!-- generated:([a-z0-9-]+) -->$");
  private static final String END = "<!-- end -->";

  private static Map<String, Supplier<List<String>>> generators() {
    Map<String, Supplier<List<String>>> generators = new TreeMap<>(ofTheTrackRecord());
    generators.putAll(ofTheHeadline());
    generators.put("errors-england", ErrorTables::england);
    generators.put("errors-several", ErrorTables::several);
    generators.put("errors-alone", ErrorTables::alone);
    generators.putAll(ofTheRegister());
    generators.put("before-quoting", FirstMinute::beforeQuoting);
    generators.put("scenario-file", ScenarioWords::file);
    generators.put("scenario-families", ScenarioWords::families);
    generators.put("parameters", ModelTables::parameters);
    generators.put("distributions", FullNumbers::distributions);
    generators.put("paths", FullNumbers::paths);
    generators.put("path-evidence", FullNumbers::pathEvidence);
    generators.put("openings", FullNumbers::openings);
    generators.put("correlations", FullNumbers::correlations);
    generators.put("independent-shocks", FullNumbers::independentShocks);
    generators.put("publications", PublicationTables::publications);
    generators.put("model-map", ModelTables::map);
    generators.put("base-year-demand", ValidationTables::baseYearDemand);
    generators.put("base-year-money", ValidationTables::baseYearMoney);
    generators.put("claims", ValidationTables::claims);
    generators.put("range-lines", RangeTables::lines);
    generators.put("range-sources", RangeSources::table);
    generators.put("range-cuts", RangeTables::cuts);
    generators.put("saved-at-margin", MarginTables::saved);
    generators.put("margin-panel", MarginTables::panel);
    generators.put("margin-conferences", MarginTables::conferences);
    generators.put("claim-programme", ReviewClaims::programme);
    generators.put("claim-early-help", ReviewClaims::earlyHelp);
    generators.put("policies", PolicyTables::policies);
    generators.put("policy-meanings", PolicyTables::meanings);
    generators.put("policy-levers", PolicyTables::measuresAndLevers);
    return generators;
  }

  private static Map<String, Supplier<List<String>>> ofTheRegister() {
    Map<String, Supplier<List<String>>> generators = new TreeMap<>();
    generators.put("evidence-counts", FirstMinute::evidenceCounts);
    generators.put("register-files", RegisterTables::files);
    generators.put("register-quality", RegisterTables::quality);
    generators.put("register-sources", RegisterTables::sources);
    generators.put("attribution", Attribution::byPublisher);
    generators.put("register-series", RegisterTables::series);
    generators.put("register-figures", RegisterTables::figures);
    generators.put("priors", RegisterTables::priors);
    generators.put("vague-priors", RegisterTables::vaguePriors);
    generators.put("vague-kept", RegisterTables::keptPriors);
    generators.put("register-unused", RegisterTables::unused);
    return generators;
  }

  private static Map<String, Supplier<List<String>>> ofTheHeadline() {
    Map<String, Supplier<List<String>>> generators = new TreeMap<>();
    generators.put("headline", HeadlineTables::quoted);
    generators.put("headline-rules", HeadlineTables::byRule);
    generators.put("headline-openings", HeadlineTables::byOpening);
    generators.put("headline-changes", HeadlineTables::changes);
    generators.put("headline-law", LawTables::bridge);
    generators.put("current-law", LawTables::provisions);
    generators.put("headline-overspends", HeadlineTables::overspends);
    generators.put("headline-vintages", VintageTables::byVintage);
    return generators;
  }

  private static Map<String, Supplier<List<String>>> ofTheTrackRecord() {
    Map<String, Supplier<List<String>>> generators = new TreeMap<>();
    generators.put("track-trust", TrackSentences::trust);
    generators.put("track-losers", TrackSentences::losers);
    generators.put("track-hindsight", TrackSentences::hindsight);
    generators.put("claims-due", ClaimTables::due);
    generators.put("claims-to-come", ClaimTables::notDue);
    generators.put("claims-readings", ClaimTables::readings);
    generators.put("claims-unscored", ClaimTables::unscored);
    generators.put("track-breaks", TrackTables::breaks);
    generators.put("track-left-out", TrackTables::leftOut);
    generators.put("track-study", TrackTables::study);
    generators.put("track-groups", TrackTables::groups);
    generators.put("track-real", TrackTables::real);
    generators.put("track-quantities", TrackTables::quantities);
    generators.put("track-all", TrackTables::everything);
    generators.put("track-pit", TrackTables::pit);
    generators.put("track-origins", TrackTables::origins);
    generators.put("track-vague", TrackTables::vague);
    generators.put("judged-groups", JudgedTables::groups);
    generators.put("judged-losers", JudgedTables::losers);
    generators.put("outlooks", OutlookTables::projections);
    generators.put("outlook-scores", OutlookTables::scores);
    generators.put("misses-by-line", MissTables::byLine);
    generators.put("misses-by-origin", MissTables::byOrigin);
    generators.put("misses-swapped", MissTables::swapped);
    return generators;
  }

  @Test
  @DisplayName("are current")
  void generatedPartsAreCurrent() {
    Map<String, Supplier<List<String>>> generators = generators();
    Set<String> used = new TreeSet<>();
    for (Page page : Pages.all()) {
      List<String> current = rebuilt(page, generators, used);
      if (Pages.rewriting()) {
        Pages.write(page.path(), current);
      } else {
        assertEquals(
            String.join("\n", current), String.join("\n", page.lines()), Pages.howToRewrite());
      }
    }
    assertEquals(generators.keySet(), used, "every generated part must stand on a page");
  }

  private static List<String> rebuilt(
      Page page, Map<String, Supplier<List<String>>> generators, Set<String> used) {
    List<String> rebuilt = new ArrayList<>();
    boolean generated = false;
    for (String line : page.lines()) {
      Matcher start = START.matcher(line);
      if (line.equals(END)) {
        generated = false;
      }
      if (!generated) {
        rebuilt.add(line);
      }
      if (start.matches()) {
        Supplier<List<String>> generator = generators.get(start.group(1));
        if (generator == null) {
          throw new IllegalStateException(
              page.path() + " wants " + start.group(1) + ", there are " + generators.keySet());
        }
        used.add(start.group(1));
        rebuilt.addAll(generator.get());
        generated = true;
      }
    }
    assertFalse(generated, page.path() + " lacks an " + END);
    return rebuilt;
  }
}
