package org.fundinggap.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.OwnCost;
import org.fundinggap.quantity.FinancialYear;

/** L2: what levers cost one payer, in the order of the levers' names. */
final class ReferencePayer {
  private final String payer;
  private final List<Item> items = new ArrayList<>();
  private final Set<String> parts = new LinkedHashSet<>();

  private record Item(Lever lever, OwnCost cost) {}

  ReferencePayer(String payer) {
    this.payer = payer;
  }

  /** What the payer takes over of a line. */
  static String part(String line, String payer) {
    return "policyShare." + line.substring("need.".length()) + "." + payer;
  }

  void pays(Lever lever, OwnCost cost) {
    items.add(new Item(lever, cost));
  }

  void takes(String line) {
    parts.add(part(line, payer));
  }

  /** Adds up, once everything is there that counts. */
  void goOn(ReferenceYear y, FinancialYear year) {
    boolean ready = parts.stream().allMatch(y::has) && (items.isEmpty() || y.has("deflator"));
    for (Item item : items) {
      ready &= item.cost.volume() == null || y.has(item.cost.volume().name());
    }
    if (ready && !y.has("policyCost." + payer)) {
      double own = own(y, year);
      double bills = takenOver(y);
      y.put("L2", "policyCost." + payer, parts.isEmpty() ? own : own + bills);
      if (!parts.isEmpty()) {
        y.put("L2", "policyTakeover." + payer, bills);
      }
    }
  }

  private double own(ReferenceYear y, FinancialYear year) {
    double total = 0;
    for (Item item : items) {
      double s = ReferenceStep.strength(item.lever.timetable(), year);
      double e = ReferenceStep.drawn(y, item.cost.drawn());
      if (s > 0) {
        total +=
            item.cost.volume() == null
                ? s * e * y.now("deflator")
                : s * e * y.now(item.cost.volume().name()) / 1e6 * y.now("deflator");
      }
    }
    return total;
  }

  private double takenOver(ReferenceYear y) {
    double total = 0;
    for (String part : parts) {
      total += y.now(part) * (1 + y.of("revenueOutturnScope")) * (1 - y.of("incomeShare"));
    }
    return total;
  }
}
