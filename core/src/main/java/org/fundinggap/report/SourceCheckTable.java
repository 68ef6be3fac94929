package org.fundinggap.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fundinggap.claim.ClaimReading;
import org.fundinggap.claim.SourceCheck;
import org.fundinggap.draws.Draws;
import org.fundinggap.internal.NumberText;

/** The table of published claims: claim, reproduction, calibrated model, what happened, error. */
public final class SourceCheckTable {
  private static final int PER_CENT = 100;

  private SourceCheckTable() {}

  /**
   * A table of checks, with a numbered note for each.
   *
   * @param checks the checks
   * @return a row a check
   */
  public static Table of(List<SourceCheck> checks) {
    Table.Builder table =
        Table.builder(
                "What the sources claim, what that implies, and what happened",
                "England unless said. Reproduction: what the claim's own trajectory gives in its"
                    + " year, on its central path. Model: 10th, 50th, 90th percentile of the"
                    + " calibrated model for the same thing, as of the claim's time. Below: share"
                    + " of its draws below the claim. Happened: on the nearest scope that is"
                    + " published, as the notes say. Error: claim against what happened. Numbers"
                    + " are in the unit and price basis of the claim's value.")
            .right("no")
            .left("claim")
            .right("value")
            .left("source")
            .right("reproduction")
            .right("model p10")
            .right("p50")
            .right("p90")
            .right("below")
            .right("happened")
            .right("error");
    int number = 1;
    for (SourceCheck check : checks) {
      table.row(row(number, check));
      number++;
    }
    number = 1;
    for (SourceCheck check : checks) {
      table.note(number + ". " + note(check));
      number++;
    }
    return table.build();
  }

  private static List<String> row(int number, SourceCheck check) {
    List<String> row = new ArrayList<>();
    row.add(Integer.toString(number));
    row.add(check.reading().equals("context") ? check.claim().label() : check.reading());
    row.add(value(check, check.claim().value()));
    row.add(check.claim().provenance().source().id());
    row.add(reading(check, check.reproduction()));
    Draws draws = check.calibrated().draws();
    for (double probability : new double[] {0.1, 0.5, 0.9}) {
      row.add(draws == null ? "-" : bare(check, draws.quantile(probability)));
    }
    row.add(share(check.shareOfDrawsBelow(), "%.0f%%"));
    row.add(check.outturns().isEmpty() ? "-" : reading(check, check.outturns().get(0)));
    row.add(share(check.error(), "%+.1f%%"));
    return row;
  }

  private static String note(SourceCheck check) {
    StringBuilder note = new StringBuilder(check.claim().label());
    check.claim().basis().ifPresent(basis -> note.append(" (").append(basis).append(")"));
    note.append("; ").append(check.claim().provenance().citation()).append(".");
    if (!check.reading().equals("context")) {
      note.append(" Reproduction: ").append(check.reproduction().what()).append(".");
      note.append(" Model: ").append(check.calibrated().what()).append(".");
    } else {
      note.append(" Context: ").append(check.reproduction().what()).append(".");
    }
    for (ClaimReading outturn : check.outturns()) {
      note.append(" Happened, ").append(outturn.what());
      note.append(": ").append(value(check, outturn.value())).append(".");
    }
    return note.append(" ").append(check.note()).toString().trim();
  }

  private static String reading(SourceCheck check, ClaimReading reading) {
    return reading.hasValue() ? bare(check, reading.value()) : "-";
  }

  private static String share(double share, String format) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, format, PER_CENT * share);
  }

  private static String value(SourceCheck check, double value) {
    return switch (check.claim().unit()) {
      case GBP_MILLION -> "GBP " + bare(check, value) + "m";
      default -> bare(check, value);
    };
  }

  private static String bare(SourceCheck check, double value) {
    return switch (check.claim().unit()) {
      // Without a plus: some shares are growth, others parts of a whole.
      case SHARE -> NumberText.fixed("%.2f%%", PER_CENT * value);
      default -> NumberText.fixed("%,.0f", value);
    };
  }
}
