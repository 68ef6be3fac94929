package org.fundinggap.funding;

import java.util.Optional;
import org.fundinggap.internal.Checks;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/**
 * One source of funding and the rule by which it goes on from the base year.
 *
 * <p>A closed set of kinds. What must be said for each of them is a {@link Visitor}, so that the
 * compiler names every place that a new kind has to be added to.
 */
public sealed interface FundingStream {
  /** The least growth a year that a stream can be given. */
  double LEAST_GROWTH = -0.2;

  /** The most. */
  double MOST_GROWTH = 0.3;

  /**
   * Core funding: the published budget, less the grant for asylum-seeking children.
   *
   * @param rule how it goes on; after the settlement, if there is one
   * @param settledTo the last year of a settlement that gives general funding by year
   */
  record Core(FundingRule rule, Optional<FinancialYear> settledTo) implements FundingStream {
    /**
     * Checks the rule.
     *
     * @param rule as described above
     * @param settledTo as described above
     * @throws IllegalArgumentException if the rule is the asylum grant's
     */
    public Core {
      if (rule == FundingRule.PER_ASYLUM_SEEKING_CHILD) {
        throw new IllegalArgumentException(
            "rule of core funding must not be "
                + rule.label()
                + ", which is the asylum grant's; choose another");
      }
    }

    @Override
    public String id() {
      return "core";
    }

    @Override
    public String label() {
      return "core funding";
    }

    @Override
    public boolean tied() {
      return false;
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.core(this);
    }
  }

  /** Streams beside core funding whose numbers a register holds. */
  enum Registered implements FundingStream {
    /** The grant for unaccompanied asylum-seeking children: so much for each looked after. */
    ASYLUM("asylum", "asylum grant", FundingRule.PER_ASYLUM_SEEKING_CHILD, false),
    /** New money of the Families First programme, ring-fenced for family help and protection. */
    FAMILIES_FIRST("familiesFirst", "Families First grant", FundingRule.SCHEDULED, true),
    /** The Transformation Fund of the Families First programme, one-off. */
    TRANSFORMATION("transformation", "Transformation Fund", FundingRule.SCHEDULED, true),
    /**
     * What councils find in a year beyond their budget, where it is counted as funding: {@link
     * Opening}.
     */
    OTHER_MONEY("otherMoney", "councils' other money", FundingRule.REAL_FLAT, false);

    private final String id;
    private final String label;
    private final FundingRule rule;
    private final boolean tied;

    Registered(String id, String label, FundingRule rule, boolean tied) {
      this.id = id;
      this.label = label;
      this.rule = rule;
      this.tied = tied;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String label() {
      return label;
    }

    @Override
    public FundingRule rule() {
      return rule;
    }

    @Override
    public boolean tied() {
      return tied;
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.registered(this);
    }
  }

  /**
   * A stream of a user's own, whose numbers no register holds.
   *
   * @param id the word for it in names, such as {@code localGrant}
   * @param label what it is, in a few words
   * @param rule how it goes on
   * @param tied whether it may be spent on new services only
   */
  record Own(String id, String label, FundingRule rule, boolean tied) implements FundingStream {
    /**
     * Checks the texts.
     *
     * @param id as described above
     * @param label as described above
     * @param rule as described above
     * @param tied as described above
     * @throws IllegalArgumentException if a text is blank
     */
    public Own {
      Checks.notBlank(id, "id");
      Checks.notBlank(label, "label");
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.own(this);
    }
  }

  /** What is done for each kind of stream. */
  interface Visitor {
    /**
     * For core funding.
     *
     * @param stream the stream
     */
    void core(Core stream);

    /**
     * For a stream beside core funding whose numbers a register holds.
     *
     * @param stream the stream
     */
    void registered(Registered stream);

    /**
     * For a stream of a user's own.
     *
     * @param stream the stream
     */
    void own(Own stream);
  }

  /**
   * Core funding: the published budget, less the grant for asylum-seeking children.
   *
   * @param rule how it goes on
   * @return the stream
   * @throws IllegalArgumentException if the rule is the asylum grant's
   */
  static FundingStream core(FundingRule rule) {
    return new Core(rule, Optional.empty());
  }

  /**
   * Core funding that a settlement gives for the first years: all that is not tied to new services
   * is {@link #schedule} then, and core funding what the asylum grant leaves of it.
   *
   * @param rule how it goes on after them
   * @param last the last of these years
   * @return the stream
   */
  static FundingStream settledCore(FundingRule rule, FinancialYear last) {
    return new Core(rule, Optional.of(last));
  }

  /**
   * The grant for unaccompanied asylum-seeking children.
   *
   * @return the stream
   */
  static FundingStream asylum() {
    return Registered.ASYLUM;
  }

  /**
   * New money of the Families First programme, ring-fenced for family help and child protection.
   *
   * @return the stream
   */
  static FundingStream familiesFirst() {
    return Registered.FAMILIES_FIRST;
  }

  /**
   * The Transformation Fund of that programme, one-off.
   *
   * @return the stream
   */
  static FundingStream transformation() {
    return Registered.TRANSFORMATION;
  }

  /**
   * What councils find beyond their budget, in real terms as in the base year.
   *
   * @return the stream
   */
  static FundingStream otherMoney() {
    return Registered.OTHER_MONEY;
  }

  /**
   * A stream of one's own; give its numbers with {@link org.fundinggap.model.Inputs#builder}.
   *
   * @param id the word for it in names, such as {@code localGrant}; not that of another stream
   * @param label what it is, in a few words
   * @param rule how it goes on
   * @param tied whether it may be spent on new services only
   * @return the stream
   * @throws IllegalArgumentException if a text is blank
   */
  static FundingStream of(String id, String label, FundingRule rule, boolean tied) {
    return new Own(id, label, rule, tied);
  }

  /**
   * The word for it in names.
   *
   * @return such as {@code core}; not blank
   */
  String id();

  /**
   * What it is, in a few words.
   *
   * @return such as {@code core funding}; not blank
   */
  String label();

  /**
   * How it goes on from the base year.
   *
   * @return the rule
   */
  FundingRule rule();

  /**
   * Whether it may be spent on new services only, so that it cannot pay for the service of the base
   * year.
   *
   * @return true if it is tied to new services
   */
  boolean tied();

  /**
   * Does what a visitor does for a stream of this kind.
   *
   * @param visitor what is done for each kind
   */
  void accept(Visitor visitor);

  /**
   * F1: the equation that writes {@link #amount} by the rule.
   *
   * @return the equation, equal to that of an equal stream
   */
  default Equation equation() {
    return FundingEquations.of(this);
  }

  /**
   * The stream's amount, GBP million cash.
   *
   * @return the variable
   */
  default Variable amount() {
    return Variable.money("funding." + id(), label(), Unit.GBP_MILLION, PriceBasis.cash());
  }

  /**
   * Growth a year under {@link FundingRule#CONSTANT_GROWTH}.
   *
   * @return the parameter
   */
  default Parameter growth() {
    return new Parameter(
        "fundingGrowth." + id(), "growth of " + label(), Unit.PER_YEAR, LEAST_GROWTH, MOST_GROWTH);
  }

  /**
   * The stream as a share of last year's outturn under {@link FundingRule#FOLLOWS_OUTTURN}.
   *
   * @return the parameter
   */
  default Parameter outturnShare() {
    return new Parameter(
        "outturnShare." + id(), label() + " over last outturn", Unit.RATIO, 0, 1.5);
  }

  /**
   * Standard deviation of that share from year to year.
   *
   * @return the parameter
   */
  default Parameter outturnSpread() {
    return new Parameter("outturnSpread." + id(), "spread of that share", Unit.RATIO, 0, 0.2);
  }

  /**
   * Shock to that share.
   *
   * @return the shock
   */
  default Shock outturnShock() {
    return new Shock("outturnShock." + id(), "shock to " + label() + " over last outturn");
  }

  /**
   * Amount by year under {@link FundingRule#SCHEDULED}, GBP million cash; of core funding in the
   * years of a settlement, all that is not tied to new services.
   *
   * @return the path
   */
  default Schedule schedule() {
    return new Schedule("fundingSchedule." + id(), "schedule of " + label(), Unit.GBP_MILLION);
  }
}
