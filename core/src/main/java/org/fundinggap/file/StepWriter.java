package org.fundinggap.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fundinggap.cost.CostLine;
import org.fundinggap.internal.csv.EnumWords;
import org.fundinggap.lever.Change;
import org.fundinggap.lever.OwnCost;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A step of a lever as a file holds it: a change with those that follow from it, or a cost.
 *
 * @param entries without the share that it is multiplied by
 * @param inPart that share; null for none
 * @param length how many changes or costs of the lever it is
 */
record StepWriter(Map<String, Object> entries, Change.@Nullable Part inPart, int length) {
  private static final String ALSO = "also";

  /** Of the first of some changes, and of as many after it as belong to it. */
  static StepWriter of(List<Change> changes) {
    Change first = changes.get(0);
    Map<String, Object> entries = new LinkedHashMap<>();
    int length = 1;
    switch (first.kind()) {
      case "multiply" -> {
        sized(entries, "multiply", first.target(), "by", first);
        length += offsets(entries, changes);
      }
      case "shift" -> {
        length += first.isNet() ? spendMore(entries, first) : shift(entries, first);
        length += also(entries, changes, length);
      }
      case "set" -> sized(entries, "set", first.target(), "to", first);
      case "set by year" -> byYear(entries, "set", first);
      case "known" -> byYear(entries, "known", first);
      case "at least" -> sized(entries, "floor", first.target(), "at", first);
      case "at most" -> sized(entries, "cap", first.target(), "at", first);
      case "move" -> {
        entries.put("move", first.changed().get(1).name());
        sized(entries, "to", first.target(), "share-moved", first);
      }
      case "share" -> share(entries, first);
      default ->
          throw new IllegalArgumentException(
              "a lever must be made of numbers to be written to a file, had a rule for "
                  + first.target().name()
                  + ", which is code; leave that lever out, and add it after loading");
    }
    Change.Part part = first.size().map(Change.Size::part).orElse(null);
    return new StepWriter(entries, part, length);
  }

  private static void sized(
      Map<String, Object> entries, String verb, Quantity target, String by, Change change) {
    entries.put(verb, target.name());
    Change.Size size = change.size().orElseThrow();
    entries.put(by, Distributions.written(size.parameter().name(), size.distribution()));
    entries.put(StepReader.EVIDENCE, evidence(size.origin()));
  }

  private static int offsets(Map<String, Object> entries, List<Change> changes) {
    int end = 1;
    while (end < changes.size() && changes.get(end).kind().equals("offset")) {
      end++;
    }
    if (end > 1) {
      Change first = changes.get(1);
      Map<String, Object> offset = new LinkedHashMap<>();
      offset.put("other", first.target().name());
      if (first.later() > 0) {
        offset.put("years-later", first.later());
      }
      Change.Size left = first.size().orElseThrow();
      offset.put("share-left", Distributions.written(left.parameter().name(), left.distribution()));
      offset.put(StepReader.EVIDENCE, evidence(left.origin()));
      if (end > 2) {
        offset.put(ALSO, names(changes.subList(2, end)));
      }
      entries.put("offset-by", offset);
    }
    return end - 1;
  }

  private static int shift(Map<String, Object> entries, Change first) {
    sized(entries, "shift", first.target(), "by", first);
    return 0;
  }

  /** Spending and need beyond it are one call, and two changes. */
  private static int spendMore(Map<String, Object> entries, Change first) {
    CostLine line =
        Arrays.stream(CostLine.values())
            .filter(each -> each.spending().equals(first.target()))
            .findFirst()
            .orElseThrow();
    Change.Size net = first.size().orElseThrow();
    entries.put("spend-more", EnumWords.of(line));
    entries.put("net-millions", Distributions.written(net.parameter().name(), net.distribution()));
    entries.put(StepReader.EVIDENCE, evidence(net.origin()));
    return 1;
  }

  private static int also(Map<String, Object> entries, List<Change> changes, int from) {
    int end = from;
    while (end < changes.size() && changes.get(end).size().equals(changes.get(0).size())) {
      end++;
    }
    if (end > from) {
      entries.put(ALSO, names(changes.subList(from, end)));
    }
    return end - from;
  }

  private static void byYear(Map<String, Object> entries, String verb, Change change) {
    Change.ByYear values = change.byYear().orElseThrow();
    entries.put(verb, change.target().name());
    entries.put("by-year", ScenarioWriter.byYear(values.values()));
    if (values.basis() != null) {
      entries.put("prices", values.basis().toString());
    }
    entries.put(StepReader.EVIDENCE, evidence(change.origin()));
  }

  private static void share(Map<String, Object> entries, Change change) {
    CostLine line =
        Arrays.stream(CostLine.values())
            .filter(each -> each.need().equals(change.target()))
            .findFirst()
            .orElseThrow();
    Change.Size size = change.size().orElseThrow();
    entries.put("share", EnumWords.of(line));
    entries.put("taken-over-by", EnumWords.of(change.takenOverBy().orElseThrow()));
    entries.put("share-taken", Distributions.written(size.parameter().name(), size.distribution()));
    entries.put(StepReader.EVIDENCE, evidence(size.origin()));
  }

  /** Of a cost, or of the two that payers divide. */
  static StepWriter ofCost(List<OwnCost> costs) {
    OwnCost cost = costs.get(0);
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("cost", EnumWords.of(cost.payer()));
    Object amount = Distributions.written(cost.size().name(), cost.amount());
    if (cost.volume() == null) {
      entries.put("millions", amount);
    } else {
      entries.put("each", cost.volume().name());
      entries.put("pounds", amount);
    }
    entries.put(StepReader.EVIDENCE, evidence(cost.drawn().origin()));
    Change.Part part = cost.drawn().part();
    if (costs.size() == 1 || part == null) {
      return new StepWriter(entries, part, 1);
    }
    Payer other = costs.get(1).payer();
    Map<String, Object> split = new LinkedHashMap<>();
    split.put("payer", EnumWords.of(other));
    split.put("share", Distributions.written("share of " + other, part.of().distribution()));
    split.put(StepReader.EVIDENCE, evidence(part.of().origin()));
    entries.put("split-with", split);
    return new StepWriter(entries, null, 2);
  }

  /** The name of the share that it is multiplied by; empty for none. */
  String part() {
    return Optional.ofNullable(inPart).map(share -> share.of().parameter().label()).orElse("");
  }

  /** With the share that it is multiplied by: whole in the first step with it, then by name. */
  Map<String, Object> entries(boolean isFirst) {
    Map<String, Object> whole = new LinkedHashMap<>(entries);
    if (inPart != null && isFirst) {
      Map<String, Object> share = new LinkedHashMap<>();
      share.put("name", part());
      share.put("share", Distributions.written(part(), inPart.of().distribution()));
      share.put(StepReader.EVIDENCE, evidence(inPart.of().origin()));
      whole.put(StepReader.IN_PART, share);
    } else if (inPart != null) {
      whole.put(StepReader.IN_PART, part());
    }
    return whole;
  }

  static List<String> evidence(Origin origin) {
    return new ArrayList<>(origin.evidence());
  }

  private static List<String> names(List<Change> changes) {
    return changes.stream().map(change -> change.target().name()).toList();
  }
}
