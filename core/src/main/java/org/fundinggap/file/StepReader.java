package org.fundinggap.file;

import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.fundinggap.cost.CostLine;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.internal.csv.EnumWords;
import org.fundinggap.lever.LeverBuilder;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;

/** The steps of a lever: each is a call of a {@link LeverBuilder} with what goes with it. */
final class StepReader {
  static final String EVIDENCE = "evidence";
  static final String IN_PART = "in-part";

  /** In the order in which a step is looked through for what it does. */
  static final List<String> VERBS =
      List.of(
          "multiply",
          "shift",
          "spend-more",
          "set",
          "known",
          "floor",
          "cap",
          "move",
          "share",
          "cost");

  /** Cost lines by the words of a file. */
  static final Map<String, CostLine> LINES =
      Maps.uniqueIndex(Arrays.asList(CostLine.values()), EnumWords::of);

  private final Quantities names;
  private final LeverBuilder lever;

  /** The share that the last step with one was multiplied by. */
  private String part = "";

  /** How many faults there were before the step. */
  private int before;

  StepReader(Quantities names, LeverBuilder lever) {
    this.names = names;
    this.lever = lever;
  }

  void read(Item item) {
    before = item.faults().count();
    Fields step = item.fields();
    List<String> verbs = VERBS.stream().filter(step::has).toList();
    if (item.isMapping() && verbs.size() != 1) {
      item.refuse(
          "must do one thing of "
              + String.join(", ", VERBS)
              + ", did "
              + (verbs.isEmpty() ? "none" : String.join(" and ", verbs))
              + step.nearest(VERBS));
    } else if (item.isMapping()) {
      read(item, verbs.get(0), step);
      step.end();
    }
  }

  private void read(Item item, String verb, Fields step) {
    switch (verb) {
      case "multiply" -> multiply(item, step);
      case "shift" -> shift(item, step);
      case "spend-more" -> spendMore(item, step);
      case "set" -> set(item, step);
      case "known" -> known(item, step);
      case "floor" -> sized(item, step, verb, "at", lever::floor);
      case "cap" -> sized(item, step, verb, "at", lever::cap);
      case "move" -> move(item, step);
      case "share" -> share(item, step);
      default -> cost(item, step);
    }
  }

  /** A call of the builder that takes a target, a size and where that comes from. */
  private interface Sized {
    LeverBuilder call(Quantity target, Distribution size, String[] evidence);
  }

  private void sized(Item item, Fields step, String verb, String size, Sized sized) {
    Quantity target = names.any(step.need(verb));
    Distribution given = Distributions.read(step.need(size));
    String[] evidence = step.need(EVIDENCE).texts();
    call(item, () -> sized.call(target, given, evidence));
  }

  private void multiply(Item item, Fields step) {
    sized(item, step, "multiply", "by", lever::multiply);
    inPart(step);
    step.get("offset-by").ifPresent(this::offset);
  }

  private void offset(Item item) {
    Fields offset = item.fields();
    Quantity other = names.any(offset.need("other"));
    int later = offset.get("years-later").map(years -> (int) years.whole(0, 100)).orElse(0);
    Distribution left = Distributions.read(offset.need("share-left"));
    String[] evidence = offset.need(EVIDENCE).texts();
    call(item, () -> lever.offsetBy(other, later, left, evidence));
    for (Item also : offset.get("also").map(Item::items).orElse(List.of())) {
      Quantity more = names.any(also);
      call(also, () -> lever.alsoOffsetBy(more));
    }
    offset.end();
  }

  private void shift(Item item, Fields step) {
    sized(item, step, "shift", "by", lever::shift);
    inPart(step);
    alsoShift(step);
  }

  private void alsoShift(Fields step) {
    for (Item also : step.get("also").map(Item::items).orElse(List.of())) {
      Quantity more = names.any(also);
      call(also, () -> lever.alsoShift(more));
    }
  }

  private void spendMore(Item item, Fields step) {
    CostLine line = step.need("spend-more").named("a cost line", LINES);
    Distribution net = Distributions.read(step.need("net-millions"));
    String[] evidence = step.need(EVIDENCE).texts();
    call(item, () -> lever.spendMore(line, net, evidence));
    alsoShift(step);
  }

  private void set(Item item, Fields step) {
    if (step.has("by-year")) {
      Quantity target = names.any(step.need("set"));
      SortedMap<FinancialYear, Double> values = step.need("by-year").byYear();
      Optional<PriceBasis> prices = prices(step);
      String[] evidence = step.need(EVIDENCE).texts();
      call(
          item,
          () ->
              prices
                  .map(basis -> lever.set(target, values, basis, evidence))
                  .orElseGet(() -> lever.set(target, values, evidence)));
    } else {
      sized(item, step, "set", "to", lever::set);
    }
  }

  private void known(Item item, Fields step) {
    Variable variable = names.variable(step.need("known"));
    SortedMap<FinancialYear, Double> values = step.need("by-year").byYear();
    Optional<PriceBasis> prices = prices(step);
    String[] evidence = step.need(EVIDENCE).texts();
    call(
        item,
        () ->
            prices
                .map(basis -> lever.known(variable, values, basis, evidence))
                .orElseGet(() -> lever.known(variable, values, evidence)));
  }

  private static Optional<PriceBasis> prices(Fields step) {
    return step.get("prices")
        .flatMap(
            item -> {
              String text = item.text();
              return text.isEmpty() ? Optional.empty() : item.made(() -> PriceBasis.parse(text));
            });
  }

  private void move(Item item, Fields step) {
    Quantity source = names.any(step.need("move"));
    Quantity target = names.any(step.need("to"));
    Distribution moved = Distributions.read(step.need("share-moved"));
    String[] evidence = step.need(EVIDENCE).texts();
    call(item, () -> lever.move(source, target, moved, evidence));
    inPart(step);
  }

  private void share(Item item, Fields step) {
    CostLine line = step.need("share").named("a cost line", LINES);
    Payer payer = step.need("taken-over-by").word(Payer.class);
    Distribution taken = Distributions.read(step.need("share-taken"));
    String[] evidence = step.need(EVIDENCE).texts();
    call(item, () -> lever.share(line, payer, taken, evidence));
    inPart(step);
  }

  private void cost(Item item, Fields step) {
    Payer payer = step.need("cost").word(Payer.class);
    if (step.has("each")) {
      Variable volume = names.variable(step.need("each"));
      Distribution pounds = Distributions.read(step.need("pounds"));
      String[] evidence = step.need(EVIDENCE).texts();
      call(item, () -> lever.costEach(payer, volume, pounds, evidence));
    } else {
      Distribution millions = Distributions.read(step.need("millions"));
      String[] evidence = step.need(EVIDENCE).texts();
      call(item, () -> lever.cost(payer, millions, evidence));
    }
    inPart(step);
    step.get("split-with").ifPresent(this::split);
  }

  private void split(Item item) {
    Fields split = item.fields();
    Payer other = split.need("payer").word(Payer.class);
    Distribution share = Distributions.read(split.need("share"));
    String[] evidence = split.need(EVIDENCE).texts();
    call(item, () -> lever.splitWith(other, share, evidence));
    split.end();
  }

  /** A share with its numbers, or the name of the one that was given last. */
  private void inPart(Fields step) {
    step.get(IN_PART)
        .ifPresent(
            item -> {
              if (!item.isMapping()) {
                String name = item.text();
                if (name.equals(part)) {
                  call(item, lever::alsoInPart);
                } else {
                  item.refuse(
                      "must name the share that was given last, "
                          + Faults.quoted(part)
                          + ", or give one as {name: ..., share: ..., evidence: ...}, was "
                          + Faults.quoted(name));
                }
                return;
              }
              Fields given = item.fields();
              String name = given.need("name").text();
              part = name;
              Distribution share = Distributions.read(given.need("share"));
              String[] evidence = given.need(EVIDENCE).texts();
              call(item, () -> lever.inPart(name, share, evidence));
              given.end();
            });
  }

  /** Not with what was answered in place of a fault. */
  private void call(Item item, Supplier<LeverBuilder> step) {
    if (item.faults().count() == before) {
      item.made(step);
    }
  }
}
