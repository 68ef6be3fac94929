package org.fundinggap.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.fundinggap.demand.Outlook;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Opening;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Money;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;

/** What a scenario in a file starts from: a baseline of England and a plan of funding. */
final class RecipeReader {
  private static final LocalDate SOME_DAY = LocalDate.of(2000, 1, 1);

  private RecipeReader() {}

  /** The scenario before anything was added, if nothing is wrong with what it starts from. */
  static Optional<Scenario> read(Item file, Fields top, EvidenceBase register) {
    Optional<Item> base = top.get("base");
    Optional<Item> funding = top.get("funding");
    Optional<Baseline> baseline =
        base.isPresent()
            ? base.flatMap(item -> baseline(item, register))
            : file.made(() -> Baseline.england(register));
    Optional<FundingPlan> plan =
        funding.isPresent()
            ? funding.flatMap(RecipeReader::plan)
            : Optional.of(FundingPlan.HEADLINE);
    return baseline.flatMap(
        start -> plan.flatMap(then -> funding.orElse(file).made(() -> start.with(then))));
  }

  private static Optional<Baseline> baseline(Item item, EvidenceBase given) {
    int before = item.faults().count();
    Fields fields = item.fields();
    Optional<LocalDate> asOf = fields.get("register-as-of").map(RecipeReader::date);
    boolean vague = fields.get("vague-priors").map(Item::flag).orElse(false);
    boolean part = fields.get("part-published").map(Item::flag).orElse(false);
    Optional<Item> year = fields.get("year");
    Optional<FinancialYear> first = year.map(Item::year);
    Optional<FinancialYear> last = fields.get("to").map(Item::year);
    Optional<Outlook> outlook = fields.get("outlook").map(word -> word.word(Outlook.class));
    boolean cuts = fields.get("early-help-cuts").map(Item::flag).orElse(false);
    Optional<Item> law = fields.get("without-law");
    List<Item> without = law.map(Item::items).orElse(List.of());
    List<String> ids = without.stream().map(Item::text).toList();
    Optional<BaseAmount> amount = fields.get("funding").map(BaseAmount::of);
    fields.end();
    if (item.faults().count() > before) {
      return Optional.empty();
    }
    Optional<Baseline> start =
        year.orElse(item).made(() -> started(register(given, asOf, vague), part, first));
    if (last.isPresent()) {
      start = start.flatMap(set -> fields.need("to").made(() -> set.to(last.get())));
    }
    start = start.map(set -> outlook.map(set::withOutlook).orElse(set));
    start = start.map(set -> cuts ? set.withEarlyHelpCuts() : set);
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      Item place = without.get(i);
      start = start.flatMap(set -> place.made(() -> set.withoutLaw(id)));
    }
    return amount.isPresent() ? start.flatMap(amount.get()::in) : start;
  }

  private static EvidenceBase register(
      EvidenceBase given, Optional<LocalDate> asOf, boolean vague) {
    EvidenceBase then =
        asOf.isEmpty() || asOf.equals(given.asOfDate()) ? given : given.whole().asOf(asOf.get());
    return vague && then.vaguePriors().isEmpty() ? then.withVaguePriors() : then;
  }

  private static Baseline started(
      EvidenceBase register, boolean isPartPublished, Optional<FinancialYear> first) {
    if (!isPartPublished) {
      return first
          .map(year -> Baseline.england(register, year))
          .orElseGet(() -> Baseline.england(register));
    }
    Baseline part = Baseline.partPublished(register);
    if (first.isPresent() && !first.get().equals(part.baseYear())) {
      throw new IllegalArgumentException(
          "year must be "
              + part.baseYear()
              + ", the part-published year of the register, was "
              + first.get()
              + "; leave out part-published for a year that is complete");
    }
    return part;
  }

  /** Funding of the base year that a file gives. */
  private record BaseAmount(Item place, double millions, String evidence) {
    static BaseAmount of(Item item) {
      Fields fields = item.fields();
      double millions = fields.need("millions").number();
      String evidence = fields.need(StepReader.EVIDENCE).text();
      fields.end();
      return new BaseAmount(item, millions, evidence);
    }

    Optional<Baseline> in(Baseline start) {
      return place.made(
          () -> start.withFunding(Money.ofMillions(millions, PriceBasis.cash()), evidence));
    }
  }

  private static LocalDate date(Item item) {
    String text = item.text();
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException refused) {
      item.refuse("must be a date such as 2024-12-31, was " + Faults.quoted(text));
      return SOME_DAY;
    }
  }

  private static Optional<FundingPlan> plan(Item item) {
    int before = item.faults().count();
    Fields fields = item.fields();
    Optional<FundingPlan> known = fields.get("known").flatMap(RecipeReader::known);
    boolean hasKnown = known.isPresent();
    Optional<Item> then = hasKnown ? fields.get("then") : Optional.of(fields.need("then"));
    Optional<FundingPlan> plan = then.isPresent() ? then.flatMap(next -> then(next, known)) : known;
    Optional<FinancialYear> until = fields.get("until").map(Item::year);
    if (until.isPresent() && !hasKnown) {
      fields.need("until").refuse("must stand beside known amounts, had none; leave it out");
    }
    Optional<Opening> opening = fields.get("opening").map(word -> word.word(Opening.class));
    fields.end();
    if (item.faults().count() > before) {
      return Optional.empty();
    }
    return plan.map(made -> until.map(made::until).orElse(made))
        .map(made -> opening.map(made::openingAt).orElse(made));
  }

  /** Amounts of the first years; empty if there are none. */
  private static Optional<FundingPlan> known(Item item) {
    if (!item.isMapping()) {
      String text = item.text();
      if (!text.equals("published") && !text.equals("none") && !text.isEmpty()) {
        item.refuse(
            "must be published, none, {series: id} or {amounts: {2025-26: 15500}, evidence: ...},"
                + " was "
                + Faults.quoted(text));
      }
      return text.equals("published") ? Optional.of(FundingPlan.published()) : Optional.empty();
    }
    int before = item.faults().count();
    Fields fields = item.fields();
    Optional<FundingPlan> plan;
    if (fields.has("series")) {
      String id = fields.need("series").text();
      plan = item.madeIfFaultless(before, () -> FundingPlan.settlement(id));
    } else {
      SortedMap<FinancialYear, Double> amounts = fields.need("amounts").byYear();
      String[] evidence = fields.need(StepReader.EVIDENCE).texts();
      plan = item.madeIfFaultless(before, () -> FundingPlan.cashSettlement(amounts, evidence));
    }
    fields.end();
    return plan;
  }

  /** How it goes on: by a rule, or growing. */
  private static Optional<FundingPlan> then(Item item, Optional<FundingPlan> known) {
    if (!item.isMapping()) {
      FundingRule rule = item.word(FundingRule.class, FundingPlan.RULES);
      return item.made(
          () -> known.map(plan -> plan.then(rule)).orElseGet(() -> FundingPlan.of(rule)));
    }
    Fields fields = item.fields();
    double growth = fields.need("growing").number();
    String[] evidence = fields.need(StepReader.EVIDENCE).texts();
    fields.end();
    return item.made(
        () ->
            known
                .map(plan -> plan.thenGrowing(growth, evidence))
                .orElseGet(() -> FundingPlan.growing(growth, evidence)));
  }
}
