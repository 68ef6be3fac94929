package org.fundinggap.file;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Variable;
import org.fundinggap.own.OwnFunding;
import org.fundinggap.own.OwnLine;
import org.fundinggap.quantity.FinancialYear;

/** Cost lines and streams of funding of one's own in a file. */
final class AdditionReader {
  private static final List<FundingRule> RULES =
      List.of(FundingRule.CASH_FLAT, FundingRule.REAL_FLAT);

  private AdditionReader() {}

  /** A cost line, if nothing is wrong with it. */
  static Optional<OwnLine> line(Item item, Quantities names) {
    int before = item.faults().count();
    Fields fields = item.fields();
    String id = fields.need("id").text();
    String label = fields.need("label").text();
    Optional<OwnLine> line;
    if (fields.has("by-year")) {
      SortedMap<FinancialYear, Double> amounts = fields.need("by-year").byYear();
      String[] evidence = fields.need(StepReader.EVIDENCE).texts();
      line = item.madeIfFaultless(before, () -> OwnLine.byYear(id, label, amounts, evidence));
    } else if (fields.has("column")) {
      Variable column = names.variable(fields.need("column"));
      line = item.madeIfFaultless(before, () -> OwnLine.ofColumn(id, label, column));
    } else {
      line = each(item, fields, names, id, label, before);
    }
    Optional<CostLine> outOf =
        fields.get("out-of").map(of -> of.named("a cost line", StepReader.LINES));
    fields.end();
    return item.faults().count() > before
        ? Optional.empty()
        : line.map(made -> outOf.map(made::outOf).orElse(made));
  }

  private static Optional<OwnLine> each(
      Item item, Fields fields, Quantities names, String id, String label, int before) {
    Variable volume = names.variable(fields.need("each"));
    Distribution pounds = Distributions.read(fields.need("pounds"));
    Optional<PriceIndex> index = fields.get("prices").map(word -> word.word(PriceIndex.class));
    String[] evidence = fields.need(StepReader.EVIDENCE).texts();
    return item.madeIfFaultless(before, () -> OwnLine.each(id, label, volume, pounds, evidence))
        .map(made -> index.map(made::priced).orElse(made));
  }

  /** A stream of funding, if nothing is wrong with it. */
  static Optional<OwnFunding> stream(Item item) {
    int before = item.faults().count();
    Fields fields = item.fields();
    String id = fields.need("id").text();
    String label = fields.need("label").text();
    Optional<OwnFunding> stream =
        fields.has("by-year")
            ? byYear(item, fields, id, label, before)
            : going(item, fields, id, label, before);
    boolean tied = fields.get("tied").map(Item::flag).orElse(false);
    fields.end();
    return item.faults().count() > before
        ? Optional.empty()
        : stream.map(made -> tied ? made.tied() : made);
  }

  private static Optional<OwnFunding> byYear(
      Item item, Fields fields, String id, String label, int before) {
    SortedMap<FinancialYear, Double> amounts = fields.need("by-year").byYear();
    String[] evidence = fields.need(StepReader.EVIDENCE).texts();
    return item.madeIfFaultless(before, () -> OwnFunding.byYear(id, label, amounts, evidence));
  }

  private static Optional<OwnFunding> going(
      Item item, Fields fields, String id, String label, int before) {
    double millions = fields.need("millions").number();
    if (fields.has("growing")) {
      Distribution growth = Distributions.read(fields.need("growing"));
      String[] evidence = fields.need(StepReader.EVIDENCE).texts();
      return item.madeIfFaultless(
          before, () -> OwnFunding.growing(id, label, millions, growth, evidence));
    }
    FundingRule rule = fields.need("rule").word(FundingRule.class, RULES);
    String[] evidence = fields.need(StepReader.EVIDENCE).texts();
    return item.madeIfFaultless(before, () -> OwnFunding.by(id, label, rule, millions, evidence));
  }
}
