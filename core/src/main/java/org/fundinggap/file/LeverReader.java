package org.fundinggap.file;

import java.util.Optional;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.LeverBuilder;

/** Levers in a file. */
final class LeverReader {
  private static final int LONGEST = 100;
  private static final String SOME_NAME = "lever";

  private LeverReader() {}

  /** The lever, if nothing is wrong with it. */
  static Optional<Lever> read(Item item, Quantities names) {
    int before = item.faults().count();
    Fields fields = item.fields();
    String name = fields.need("name").text();
    String drawnAs = fields.get("drawn-as").map(Item::text).orElse(name);
    if (item.faults().count() == before && (name.isBlank() || drawnAs.isBlank())) {
      item.refuse("must have a name that is not blank");
    }
    LeverBuilder lever = Lever.named(drawnAs.isBlank() ? SOME_NAME : drawnAs);
    timing(fields, lever);
    StepReader steps = new StepReader(names, lever);
    fields.need("steps").items().forEach(steps::read);
    fields.end();
    return item.faults().count() > before
        ? Optional.empty()
        : item.made(() -> built(lever, name, drawnAs));
  }

  private static void timing(Fields fields, LeverBuilder lever) {
    lever.from(fields.need("from").year());
    fields.get("through").map(Item::year).ifPresent(lever::through);
    fields.get("ramp").map(years -> (int) years.whole(0, LONGEST)).ifPresent(lever::ramp);
    fields.get("lag").map(years -> (int) years.whole(0, LONGEST)).ifPresent(lever::lag);
    fields.get("coverage").ifPresent(item -> coverage(item, lever));
    if (fields.get("beyond-usual").map(Item::flag).orElse(false)) {
      lever.beyondUsual();
    }
  }

  private static void coverage(Item item, LeverBuilder lever) {
    if (item.isMapping()) {
      lever.coverage(item.byYear());
    } else {
      lever.coverage(item.number());
    }
  }

  private static Lever built(LeverBuilder lever, String name, String drawnAs) {
    Lever built = lever.build();
    return name.equals(drawnAs)
        ? built
        : new Lever(name, built.timetable(), built.changes(), built.costs(), built.isBeyondUsual());
  }
}
