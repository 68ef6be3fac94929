package org.fundinggap.internal.csv;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.internal.NumberText;

/** The first line of a table: by what columns are separated, and which there are. */
final class Header {
  static final char COMMA = ',';

  private static final List<Character> SEPARATORS = List.of(COMMA, ';', '\t', '|');
  private static final int NAMES_SHOWN = 20;
  private static final CharMatcher AROUND_NAMES = CharMatcher.anyOf("\" ");
  private static final Cause OTHER_LINE =
      new Cause(
          "must be the names of the columns, was ",
          "; put the line of names back",
          Cause.Scope.FILES);
  private static final Cause TWICE =
      new Cause("must stand once, stands twice", "", Cause.Scope.FILES);
  private static final Cause MISSING = new Cause("is missing; add it", "", Cause.Scope.FILES);

  private final Place place;
  private final List<String> found;
  private final List<String> columns;

  Header(Place place, List<String> found, List<String> columns) {
    this.place = place;
    this.found = found;
    this.columns = columns;
  }

  /** What separates the names of the columns: the one that makes out most of them. */
  static char separator(String line, Collection<String> columns) {
    char best = COMMA;
    for (char each : SEPARATORS) {
      if (known(line, each, columns) > known(line, best, columns)) {
        best = each;
      }
    }
    return best;
  }

  private static long known(String line, char separator, Collection<String> columns) {
    return Splitter.on(separator)
        .trimResults(AROUND_NAMES)
        .splitToStream(line)
        .filter(columns::contains)
        .distinct()
        .count();
  }

  /** Adds what is wrong, as one fault; true if nothing is. */
  boolean isSound(Faults faults) {
    List<String> missing = columns.stream().filter(each -> !found.contains(each)).toList();
    List<String> unknown =
        found.stream().filter(each -> !columns.contains(each)).distinct().toList();
    List<String> repeated = repeated();
    int wrong = missing.size() + unknown.size() + repeated.size();
    if (wrong == 0) {
      return true;
    }
    if (2 * missing.size() > columns.size()) {
      String line = Fault.quoted(String.join(",", found));
      faults.add(Fault.ofRow(place, OTHER_LINE.before() + line + itsFirstLine(), OTHER_LINE, line));
    } else if (wrong > 1) {
      faults.add(Fault.of(place, severalFaults(missing, unknown, repeated)));
    } else if (!missing.isEmpty()) {
      faults.add(Fault.of(place, missing.get(0), MISSING, ""));
    } else if (!repeated.isEmpty()) {
      faults.add(Fault.of(place, repeated.get(0), TWICE, ""));
    } else {
      String name = unknown.get(0);
      faults.add(
          Fault.of(
              place,
              "unknown column " + Fault.quoted(name) + "; " + NearestNames.to(name, columns)));
    }
    return false;
  }

  private List<String> repeated() {
    Set<String> seen = new TreeSet<>();
    return found.stream().filter(each -> !seen.add(each)).distinct().toList();
  }

  private String itsFirstLine() {
    return "; its first line is " + String.join(",", columns);
  }

  private String severalFaults(List<String> missing, List<String> unknown, List<String> repeated) {
    return "must name every column once"
        + (missing.isEmpty() ? "" : ", lacks " + String.join(", ", missing))
        + (repeated.isEmpty() ? "" : ", repeats " + quoted(repeated))
        + (unknown.isEmpty() ? "" : ", has " + quoted(unknown) + ", of which none is known")
        + itsFirstLine();
  }

  private static String quoted(List<String> names) {
    int more = names.size() - NAMES_SHOWN;
    return names.stream().limit(NAMES_SHOWN).map(Fault::quoted).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + NumberText.count(more, "other") : "");
  }
}
