package org.fundinggap.file;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fundinggap.demand.Outlook;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.KnownFunding;
import org.fundinggap.funding.Opening;
import org.fundinggap.internal.csv.EnumWords;
import org.fundinggap.scenario.Recipe;

/** What a scenario starts from, as a file holds it. */
final class RecipeWriter {
  private RecipeWriter() {}

  /** The baseline. */
  static Map<String, Object> base(Recipe recipe) {
    Map<String, Object> entries = new LinkedHashMap<>();
    recipe.register().asOfDate().ifPresent(date -> entries.put("register-as-of", date.toString()));
    if (!recipe.register().vaguePriors().isEmpty()) {
      entries.put("vague-priors", true);
    }
    entries.put("year", recipe.years().first().toString());
    if (recipe.isPartPublished()) {
      entries.put("part-published", true);
    }
    entries.put("to", recipe.years().last().toString());
    if (recipe.isFundingGiven()) {
      Map<String, Object> amount = new LinkedHashMap<>();
      amount.put("millions", recipe.funding().millions());
      amount.put(StepReader.EVIDENCE, recipe.funding().evidence().get(0));
      entries.put("funding", amount);
    }
    if (recipe.outlook() != Outlook.POOLED) {
      entries.put("outlook", EnumWords.of(recipe.outlook()));
    }
    if (recipe.cutsEarlyHelp()) {
      entries.put("early-help-cuts", true);
    }
    if (!recipe.lawLeftOut().isEmpty()) {
      entries.put("without-law", recipe.lawLeftOut());
    }
    return entries;
  }

  /** The plan of funding. */
  static Map<String, Object> funding(FundingPlan plan) {
    Map<String, Object> entries = new LinkedHashMap<>();
    KnownFunding known = plan.known();
    Map<String, Object> amounts = new LinkedHashMap<>();
    switch (known.source()) {
      case NONE -> {}
      case PUBLISHED -> entries.put("known", "published");
      case SERIES -> amounts.put("series", known.evidence().get(0));
      case GIVEN -> {
        amounts.put("amounts", ScenarioWriter.byYear(known.byYear()));
        amounts.put(StepReader.EVIDENCE, known.evidence());
      }
    }
    if (!amounts.isEmpty()) {
      entries.put("known", amounts);
    }
    plan.growth()
        .ifPresentOrElse(
            growth -> {
              Map<String, Object> growing = new LinkedHashMap<>();
              growing.put("growing", growth.perYear().mean());
              growing.put(StepReader.EVIDENCE, growth.evidence());
              entries.put("then", growing);
            },
            () -> plan.rule().ifPresent(rule -> entries.put("then", EnumWords.of(rule))));
    plan.until().ifPresent(last -> entries.put("until", last.toString()));
    if (plan.opening() != Opening.ORIGINAL_BUDGET) {
      entries.put("opening", EnumWords.of(plan.opening()));
    }
    return entries;
  }
}
