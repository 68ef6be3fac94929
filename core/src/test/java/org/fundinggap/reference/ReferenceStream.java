package org.fundinggap.reference;

/**
 * A stream of funding as the page has it.
 *
 * @param name the word for it in names
 * @param rule how this year's amount comes about
 * @param tied whether it is ring-fenced
 * @param settledYears for how many years after the base year a settlement holds in its place
 */
record ReferenceStream(String name, Rule rule, boolean tied, int settledYears) {
  ReferenceStream(String name, Rule rule, boolean tied) {
    this(name, rule, tied, 0);
  }

  /** The rules of the page, in its words. */
  enum Rule {
    CASH_FLAT("cash-flat"),
    REAL_FLAT("real-flat"),
    COUNCIL_TAX_GROWTH("council-tax growth"),
    CONSTANT_GROWTH("constant growth"),
    FOLLOWS_LAST_OUTTURN("follows last outturn"),
    FOLLOWS_NEED("follows need, a year late"),
    PER_ASYLUM_SEEKING_CHILD("per asylum-seeking child"),
    BY_SCHEDULE("by schedule");

    private final String words;

    Rule(String words) {
      this.words = words;
    }

    static Rule of(String words) {
      for (Rule rule : values()) {
        if (rule.words.equals(words)) {
          return rule;
        }
      }
      throw new AssertionError("the page has no rule " + words);
    }
  }

  String amount() {
    return "funding." + name;
  }

  /** F1: in settled years all general funding is given, and the asylum grant is taken off it. */
  double amount(ReferenceYear y) {
    return y.index() >= 1 && y.index() <= settledYears
        ? y.of("fundingSchedule." + name) - y.now("funding.asylum")
        : byRule(y);
  }

  private double byRule(ReferenceYear y) {
    return switch (rule) {
      case CASH_FLAT -> last(y);
      case REAL_FLAT -> last(y) * y.exp(y.now("inflation"));
      case COUNCIL_TAX_GROWTH -> last(y) * (1 + y.of("councilTaxGrowth"));
      case CONSTANT_GROWTH -> last(y) * (1 + y.of("fundingGrowth." + name));
      case FOLLOWS_LAST_OUTTURN ->
          (y.last("spending") - y.last("generalFunding") + last(y))
              * (y.of("outturnShare." + name)
                  + y.of("outturnSpread." + name) * y.of("outturnShock." + name));
      case FOLLOWS_NEED -> last(y) * y.last("needGrowth");
      case PER_ASYLUM_SEEKING_CHILD -> {
        double before = y.last("asylumLookedAfterAverage");
        yield before == 0 ? last(y) : last(y) * (y.now("asylumLookedAfterAverage") / before);
      }
      case BY_SCHEDULE -> y.of("fundingSchedule." + name);
    };
  }

  private double last(ReferenceYear y) {
    return y.last(amount());
  }
}
