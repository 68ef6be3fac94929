package org.fundinggap.analysis;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.fundinggap.demand.Outlook;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Opening;
import org.fundinggap.model.Fingerprint;
import org.fundinggap.scenario.Recipe;
import org.fundinggap.scenario.Scenario;

/**
 * The choices without a probability by which a scenario of England is made, each made otherwise.
 */
final class EnglandChoices {
  private EnglandChoices() {}

  /** By name of the choice, each alternative by its own. */
  static Map<String, Map<String, Scenario>> of(Scenario scenario, UnaryOperator<Scenario> onTop) {
    Objects.requireNonNull(onTop, "onTop");
    Recipe recipe = scenario.recipe().orElseThrow(() -> refusal(scenario));
    if (!Fingerprint.of(onTop.apply(recipe.scenario())).equals(Fingerprint.of(scenario))) {
      throw refusal(scenario);
    }
    FundingPlan plan = recipe.plan();
    Map<String, Scenario> rules = new LinkedHashMap<>();
    for (FundingRule rule : FundingPlan.RULES) {
      if (!plan.rule().equals(Optional.of(rule))) {
        rules.put(rule.label(), onTop.apply(recipe.baseline().with(plan.then(rule))));
      }
    }
    Map<String, Scenario> openings = new LinkedHashMap<>();
    for (Opening opening : Opening.values()) {
      if (opening != plan.opening()) {
        openings.put(opening.label(), onTop.apply(recipe.baseline().with(plan.openingAt(opening))));
      }
    }
    Map<String, Scenario> outlooks = new LinkedHashMap<>();
    for (Outlook outlook : Outlook.values()) {
      if (outlook != recipe.outlook()) {
        outlooks.put(
            outlook.label(), onTop.apply(recipe.baseline().withOutlook(outlook).with(plan)));
      }
    }
    return ImmutableMap.of(
        "rule of funding",
        rules,
        "opening",
        openings,
        "outlook of children looked after",
        outlooks);
  }

  private static IllegalArgumentException refusal(Scenario scenario) {
    return new IllegalArgumentException(
        "scenario \""
            + scenario.name()
            + "\" must be what Baseline.with(plan) and onTop make, was changed otherwise; say in"
            + " onTop what was added or changed, or give the alternatives by choice(...)");
  }
}
