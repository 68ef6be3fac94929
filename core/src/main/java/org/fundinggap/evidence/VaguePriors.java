package org.fundinggap.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.internal.csv.Ids;
import org.fundinggap.internal.csv.Row;

/**
 * What may stand in place of priors that may hold later outcomes, and why others may stay.
 *
 * @param versions the vague version of a prior, by its id: same shape, unit and mass at zero
 * @param kept a word that says why a prior needs no vague version, by its id
 */
record VaguePriors(Map<String, Prior> versions, Map<String, String> kept) {
  private static final String STAYS = "stays";
  private static final List<String> OF_A_VERSION =
      List.of("centre", "spread", "lower", "upper", "source");
  private static final List<String> COLUMNS =
      List.of("id", "centre", "spread", "lower", "upper", STAYS, "source", "note");
  private static final Pattern WORD = Pattern.compile("[a-z]+");

  /** Reads the file where there is one; what is wrong goes to the problems of the whole. */
  static VaguePriors read(RegisterReader register, PriorReader reader, Map<String, Prior> priors) {
    VaguePriors vague = new VaguePriors(new LinkedHashMap<>(), new LinkedHashMap<>());
    Ids ids = Ids.ofNumbers();
    for (Row row : register.optionalTable(RegisterFiles.VAGUE_PRIORS, COLUMNS).rows()) {
      String id = ids.take(row);
      Prior prior = priors.get(id);
      if (!reader.hasRead(id)) {
        register.unknown(
            row,
            "be the id of a prior in priors.csv",
            () -> NearestNames.to(id, priors.keySet()),
            "look whether priors.csv lost rows, or drop these");
      } else if (!row.isEmpty(STAYS)) {
        vague.kept.put(id, kept(row));
      } else if (prior != null) {
        // One that could not be made has been reported.
        Provenance provenance = provenance(register, row);
        version(register, row, prior, provenance).ifPresent(made -> vague.versions.put(id, made));
      }
    }
    return vague;
  }

  private static String kept(Row row) {
    for (String column : OF_A_VERSION) {
      if (!row.isEmpty(column)) {
        row.fault(column, "be empty where the prior stays", "clear it, or clear stays");
      }
    }
    row.required("note");
    return row.matching(STAYS, WORD, "one lower-case word such as convention");
  }

  private static Provenance provenance(RegisterReader register, Row row) {
    Source source = register.source(row);
    return new Provenance(
        EvidenceKind.ASSUMPTION, Quality.RED, source, "", source.published(), row.required("note"));
  }

  private static Optional<Prior> version(
      RegisterReader register, Row row, Prior prior, Provenance provenance) {
    PriorShape shape = prior.distribution();
    double lower = row.optionalNumber("lower").orElse(Double.NEGATIVE_INFINITY);
    double upper = row.optionalNumber("upper").orElse(Double.POSITIVE_INFINITY);
    double centre = PriorReader.centre(row, shape, lower, upper);
    double spread = PriorReader.spread(row, shape);
    PriorReader.judge(
        register,
        row,
        new PriorReader.Numbers(prior.id(), prior.unit(), centre, spread, lower, upper));
    return row.build(
        () ->
            new Prior(
                prior.id(),
                prior.label(),
                shape,
                centre,
                spread,
                lower,
                upper,
                prior.massAtZero(),
                prior.unit(),
                provenance,
                prior.whyFixed()));
  }
}
