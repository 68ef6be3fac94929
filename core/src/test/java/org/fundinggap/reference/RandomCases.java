package org.fundinggap.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.fundinggap.cost.Cost;
import org.fundinggap.demand.Demand;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.EarlyHelpCuts;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Baseline;

/** Scenarios of England with other funding streams and numbers, all by chance. */
final class RandomCases {
  static final EvidenceBase EVIDENCE_BASE = EvidenceBase.load();

  private static final String EVIDENCE = "spend-gross";

  /** How far numbers go from the calibrated ones. */
  enum Numbers {
    /** About a third either way, which keeps the model in its senses. */
    NEARBY,
    /** Any number that the bounds of the parameters allow, the bounds themselves often. */
    ANYWHERE
  }

  /** What there is none of. */
  enum None {
    CHILDREN(
        "children|referralLevel|childrenInNeed(Started|Average|Ended.*)?|plans.*|placed.*"
            + "|lookedAfter.*|careEntries|careLeavers.*|asylumLooked.*|asylumEntr(ies|yLevel)"),
    ASYLUM_SEEKING("asylumLooked.*|asylumEntr(ies|yLevel)"),
    COSTS("unitCost.*"),
    FUNDING("funding\\..*|fundingSchedule.*");

    private final String names;

    None(String names) {
      this.names = names;
    }
  }

  /** Calibrations, made once for each base year. */
  private static final Map<FinancialYear, Inputs> CALIBRATED = new ConcurrentHashMap<>();

  private final SplittableRandom random;
  private final Inputs calibrated;
  private final Numbers numbers;
  private final Set<None> none;

  private RandomCases(long seed, FinancialYear baseYear, Numbers numbers, Set<None> none) {
    this.random = new SplittableRandom(seed);
    this.calibrated = calibrated(baseYear);
    this.numbers = numbers;
    this.none = none;
  }

  private static Inputs calibrated(FinancialYear baseYear) {
    return CALIBRATED.computeIfAbsent(
        baseYear,
        year ->
            Baseline.england(EVIDENCE_BASE, year)
                .withoutCurrentLaw()
                .withEarlyHelpCuts()
                .with(FundingRule.COUNCIL_TAX)
                .inputs());
  }

  /** A scenario that is a function of the arguments. */
  static ReferenceCase of(
      long seed, FinancialYear baseYear, boolean cuts, Numbers numbers, Set<None> none) {
    RandomCases cases = new RandomCases(seed, baseYear, numbers, none);
    List<FundingRule> rules = new ArrayList<>();
    List<FundingRule> all = List.of(FundingRule.values());
    for (int i = 1 + cases.random.nextInt(6); i > 0; i--) {
      rules.add(all.get(cases.random.nextInt(all.size())));
    }
    return cases.with(rules, cuts, cases.random.nextInt(12));
  }

  /** A scenario of ten years with a stream by every rule. */
  static ReferenceCase everyRule(long seed, boolean cuts) {
    RandomCases cases =
        new RandomCases(seed, FinancialYear.parse("2024-25"), Numbers.NEARBY, Set.of());
    return cases.with(List.of(FundingRule.values()), cuts, 10);
  }

  private ReferenceCase with(List<FundingRule> rules, boolean cuts, int years) {
    List<FundingStream> streams = new ArrayList<>();
    List<ReferenceStream> twins = new ArrayList<>();
    for (FundingRule rule : rules) {
      String name = "stream" + streams.size();
      boolean tied = random.nextInt(3) == 0;
      streams.add(FundingStream.of(name, rule.label(), rule, tied));
      twins.add(new ReferenceStream(name, ReferenceStream.Rule.of(rule.label()), tied));
    }
    FinancialYear base = calibrated.years().first();
    List<Equation> equations = new ArrayList<>();
    equations.add(cuts ? EarlyHelpCuts.equation(base) : EarlyHelp.keptByPolicy());
    equations.addAll(Demand.equations());
    equations.addAll(Cost.equations());
    equations.addAll(Funding.equations(streams, base));
    Model model = Model.of("England by chance", equations);
    return new ReferenceCase(fill(model, YearRange.inclusive(base, base.plus(years))), twins, cuts);
  }

  private Inputs fill(Model model, YearRange years) {
    InputsBuilder inputs = Inputs.builder(model, years);
    for (Parameter each : model.parameters()) {
      inputs.parameter(
          each, isNone(each.name()) ? Distribution.fixed(0) : parameter(each), EVIDENCE);
    }
    for (Equation equation : model.equations()) {
      // Where the base year can be worked out, it now and then is, though figures are published.
      boolean opens = !equation.readsLastYear().isEmpty() || random.nextBoolean();
      for (Variable each : equation.writes()) {
        if (opens) {
          inputs.opening(each, isNone(each.name()) ? 0 : opening(each.name()), EVIDENCE);
        }
      }
    }
    for (Schedule each : model.schedules()) {
      TreeMap<FinancialYear, Double> values = new TreeMap<>();
      for (FinancialYear year : years.years()) {
        values.put(year, isNone(each.name()) ? 0 : path(each, year));
      }
      inputs.schedule(each, values, EVIDENCE);
    }
    return inputs.build();
  }

  private boolean isNone(String name) {
    return none.stream().anyMatch(each -> name.matches(each.names));
  }

  private Distribution parameter(Parameter parameter) {
    double lower = parameter.lower();
    double upper = parameter.upper();
    if (numbers == Numbers.ANYWHERE) {
      // Shares that are scaled to add up to 1 cannot all be zero.
      boolean mayBeZero = !parameter.name().matches("(entry|destination|asylum)Share\\.foster");
      return switch (random.nextInt(6)) {
        case 0 -> mayBeZero ? Distribution.fixed(lower) : Distribution.uniform(lower, upper);
        case 1 -> Distribution.fixed(upper);
        default -> Distribution.uniform(lower, upper);
      };
    }
    double centre = Math.min(upper, Math.max(lower, 0)) + random.nextDouble() * (upper - lower) / 5;
    double spread = (upper - lower) / 10;
    Distribution published = calibrated.parameters().get(parameter);
    if (published != null) {
      centre = published.mean();
      spread = 2 * published.standardDeviation() + Math.abs(centre) / 3;
    }
    double low = Math.max(lower, centre - spread);
    double high = Math.min(upper, centre + spread);
    return low < high ? Distribution.uniform(low, high) : Distribution.fixed(centre);
  }

  private double opening(String name) {
    double about = 0.7 + 0.6 * random.nextDouble();
    if (name.startsWith("funding.")) {
      return 3000 * about;
    }
    double published =
        calibrated.model().variables().stream()
            .filter(variable -> variable.name().equals(name))
            .findFirst()
            .flatMap(calibrated::opening)
            .orElse(1.0);
    // Deviations open at zero, which would hide them.
    return published == 0 ? about - 1 : published * about;
  }

  private double path(Schedule path, FinancialYear year) {
    double about = 2 * random.nextDouble();
    if (path.name().startsWith("fundingSchedule")) {
      return 1000 * about;
    }
    boolean known =
        calibrated.model().schedules().contains(path) && calibrated.years().contains(year);
    return about * (known ? calibrated.schedule(path, year) : 0.02);
  }
}
