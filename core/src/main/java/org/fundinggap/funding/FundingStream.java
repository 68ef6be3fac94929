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

  /** The grant for unaccompanied asylum-seeking children: so much for each looked after. */
  record AsylumGrant() implements FundingStream {
    @Override
    public String id() {
      return "asylum";
    }

    @Override
    public String label() {
      return "asylum grant";
    }

    @Override
    public FundingRule rule() {
      return FundingRule.PER_ASYLUM_SEEKING_CHILD;
    }

    @Override
    public boolean tied() {
      return false;
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.asylumGrant(this);
    }
  }

  /** New money of the Families First programme, ring-fenced for family help and protection. */
  record FamiliesFirst() implements FundingStream {
    @Override
    public String id() {
      return "familiesFirst";
    }

    @Override
    public String label() {
      return "Families First grant";
    }

    @Override
    public FundingRule rule() {
      return FundingRule.SCHEDULED;
    }

    @Override
    public boolean tied() {
      return true;
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.familiesFirst(this);
    }
  }

  /** The Transformation Fund of the Families First programme, one-off. */
  record Transformation() implements FundingStream {
    @Override
    public String id() {
      return "transformation";
    }

    @Override
    public String label() {
      return "Transformation Fund";
    }

    @Override
    public FundingRule rule() {
      return FundingRule.SCHEDULED;
    }

    @Override
    public boolean tied() {
      return true;
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.transformation(this);
    }
  }

  /**
   * What councils find in a year beyond their budget, where it is counted as funding: {@link
   * Opening}.
   */
  record OtherMoney() implements FundingStream {
    @Override
    public String id() {
      return "otherMoney";
    }

    @Override
    public String label() {
      return "councils' other money";
    }

    @Override
    public FundingRule rule() {
      return FundingRule.REAL_FLAT;
    }

    @Override
    public boolean tied() {
      return false;
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.otherMoney(this);
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
     * For the grant for asylum-seeking children.
     *
     * @param stream the stream
     */
    void asylumGrant(AsylumGrant stream);

    /**
     * For new money of the Families First programme.
     *
     * @param stream the stream
     */
    void familiesFirst(FamiliesFirst stream);

    /**
     * For the Transformation Fund.
     *
     * @param stream the stream
     */
    void transformation(Transformation stream);

    /**
     * For councils' other money.
     *
     * @param stream the stream
     */
    void otherMoney(OtherMoney stream);

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
    return new AsylumGrant();
  }

  /**
   * New money of the Families First programme, ring-fenced for family help and child protection.
   *
   * @return the stream
   */
  static FundingStream familiesFirst() {
    return new FamiliesFirst();
  }

  /**
   * The Transformation Fund of that programme, one-off.
   *
   * @return the stream
   */
  static FundingStream transformation() {
    return new Transformation();
  }

  /**
   * What councils find beyond their budget, in real terms as in the base year.
   *
   * @return the stream
   */
  static FundingStream otherMoney() {
    return new OtherMoney();
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
