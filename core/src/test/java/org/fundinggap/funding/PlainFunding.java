package org.fundinggap.funding;

import java.util.List;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Plain;

/** Equations F0 to F2, G1 and G2 for one draw, written from their texts. */
public final class PlainFunding {
  private PlainFunding() {}

  public static void year(Plain y, List<FundingStream> streams, FinancialYear baseYear) {
    y.set(Funding.NEED_GROWTH, () -> y.now(Cost.NEED) / y.last(Cost.NEED));
    for (FundingStream stream : streams) {
      y.set(stream.amount(), () -> amount(y, stream));
    }
    y.set(
        Funding.FUNDING,
        () -> streams.stream().map(FundingStream::amount).mapToDouble(y::now).sum());
    double size = y.now(Cost.NEED);
    y.set(Gap.STAND_STILL.cash(), size, () -> y.now(Cost.NEED) - y.now(Funding.FUNDING));
    y.set(Gap.BUDGET.cash(), size, () -> y.now(Cost.SPENDING) - y.now(Funding.FUNDING));
    for (Gap gap : Gap.values()) {
      y.set(gap.real(baseYear), size, () -> y.now(gap.cash()) / y.now(Inflation.DEFLATOR));
    }
  }

  private static double amount(Plain y, FundingStream stream) {
    return switch (stream.rule()) {
      case CASH_FLAT -> y.last(stream.amount());
      case REAL_FLAT ->
          y.last(stream.amount()) * y.now(Inflation.DEFLATOR) / y.last(Inflation.DEFLATOR);
      case COUNCIL_TAX -> y.last(stream.amount()) * (1 + y.of(FundingRule.COUNCIL_TAX_GROWTH));
      case CONSTANT_GROWTH -> y.last(stream.amount()) * (1 + y.of(stream.growth()));
      case FOLLOWS_OUTTURN ->
          y.last(Cost.SPENDING)
              * (y.of(stream.outturnShare())
                  + y.of(stream.outturnSpread()) * y.of(stream.outturnShock()));
      case FOLLOWS_NEED -> y.last(stream.amount()) * y.last(Funding.NEED_GROWTH);
      case SCHEDULED -> y.of(stream.schedule());
    };
  }
}
