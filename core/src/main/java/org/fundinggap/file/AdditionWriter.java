package org.fundinggap.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fundinggap.internal.csv.EnumWords;
import org.fundinggap.own.OwnFunding;
import org.fundinggap.own.OwnLine;

/** Cost lines and streams of funding of one's own as a file holds them. */
final class AdditionWriter {
  private AdditionWriter() {}

  static Map<String, Object> written(OwnLine line) {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("id", line.id());
    entries.put("label", line.label());
    if (line.amount() instanceof OwnLine.Each each) {
      entries.put("each", each.volume().name());
      entries.put("pounds", Distributions.written(line.unitCost().name(), each.poundsAYear()));
      each.index().ifPresent(index -> entries.put("prices", EnumWords.of(index)));
      entries.put(StepReader.EVIDENCE, each.evidence());
    } else if (line.amount() instanceof OwnLine.ByYear years) {
      entries.put("by-year", ScenarioWriter.byYear(years.cashMillions()));
      entries.put(StepReader.EVIDENCE, years.evidence());
    } else if (line.amount() instanceof OwnLine.Column column) {
      entries.put("column", column.variable().name());
    }
    line.outOf().ifPresent(of -> entries.put("out-of", EnumWords.of(of)));
    return entries;
  }

  static Map<String, Object> written(OwnFunding funding) {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("id", funding.id());
    entries.put("label", funding.label());
    if (funding.amounts() instanceof OwnFunding.ByYear years) {
      entries.put("by-year", ScenarioWriter.byYear(years.cashMillions()));
    } else if (funding.amounts() instanceof OwnFunding.Going going) {
      entries.put("millions", going.millions());
      switch (funding.stream().rule()) {
        case CONSTANT_GROWTH ->
            entries.put(
                "growing", Distributions.written(funding.stream().growth().name(), going.growth()));
        default -> entries.put("rule", EnumWords.of(funding.stream().rule()));
      }
    }
    if (funding.stream().tied()) {
      entries.put("tied", true);
    }
    entries.put(StepReader.EVIDENCE, List.copyOf(funding.evidence()));
    return entries;
  }
}
