package org.fundinggap.lever;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fundinggap.cost.CostLine;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.internal.NumberText;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.PriceBasis;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a lever does; {@link #build} reports everything that is wrong with it. Not for
 * sharing between threads.
 *
 * <p>A target is a parameter, which then may differ from year to year in every equation that uses
 * it and is kept within its bounds, or a variable: everything else then sees its changed value
 * while its own equation goes on from the unchanged one, so that no effect compounds.
 *
 * <p>Amounts of money that are added to a variable in cash, and values that it is set to or kept
 * above or below, are in the prices of the base year; each draw carries them to cash by its own
 * deflator. Each size names its evidence: ids of figures, series or priors of the register.
 */
public final class LeverBuilder extends LeverTiming<LeverBuilder> {
  private final String name;
  private final DraftChecks draft;
  private final List<Change> changes = new ArrayList<>();
  private final List<OwnCost> costs = new ArrayList<>();
  private boolean lastIsCost;
  private Change.@Nullable Part part;

  LeverBuilder(String name) {
    this.name = name;
    this.draft = new DraftChecks(name);
  }

  @Override
  LeverBuilder self() {
    return this;
  }

  @Override
  void report(String problem) {
    draft.report(problem);
  }

  /**
   * Multiplies a target.
   *
   * @param target a parameter or variable
   * @param change by how much at full strength: -0.1 for a tenth less, and not 0.9, which is 90%
   *     more; at least -1, and within -0.9 to 0.5 unless {@link #beyondUsual()}
   * @param evidenceIds where the size comes from; at least one
   * @return this
   */
  public LeverBuilder multiply(Quantity target, Distribution change, String... evidenceIds) {
    return add(Multiply.of(draft, target, change, evidenceIds));
  }

  /**
   * Adds to a target, such as spending, or the amount of a stream of funding.
   *
   * @param target a parameter or variable
   * @param amount at full strength, in the target's unit; money in cash in base-year prices
   * @param evidenceIds where the size comes from; at least one
   * @return this
   */
  public LeverBuilder shift(Quantity target, Distribution amount, String... evidenceIds) {
    return add(Shift.of(draft, target, amount, evidenceIds));
  }

  /**
   * Adds the amount of the last {@link #shift} or {@link #spendMore} to another target too, draw by
   * draw the same, such as money that is matched.
   *
   * @param target a parameter or variable of the same unit
   * @return this
   */
  public LeverBuilder alsoShift(Quantity target) {
    return addIf(Shift.also(draft, changes, target));
  }

  /**
   * Spends more on a service by choice: every gap rises by the amount, in place of a {@link #shift}
   * of the line's spending (gross, and not in the stand-still gap) and {@link #cost} (no service).
   *
   * @param line the service; spending on early help prevents later need
   * @param netMillions GBP million a year at full strength, net as gaps are, in base-year prices
   * @param evidenceIds where the amount comes from; at least one
   * @return this
   */
  public LeverBuilder spendMore(CostLine line, Distribution netMillions, String... evidenceIds) {
    Shift.spending(draft, line, netMillions, evidenceIds).forEach(this::add);
    return this;
  }

  /**
   * Holds a target at a value.
   *
   * @param target a parameter or variable
   * @param value at full strength, in the target's unit; money in cash in base-year prices
   * @param evidenceIds where the value comes from; at least one
   * @return this
   */
  public LeverBuilder set(Quantity target, Distribution value, String... evidenceIds) {
    return add(SetValue.of(draft, target, value, evidenceIds));
  }

  /**
   * Sets a path of the model, a parameter or a variable, to values by year. A variable's own
   * equation goes on from the unchanged ones; {@link #known(Variable, Map, String...) known} hands
   * over.
   *
   * @param target a path, parameter or variable that is not money
   * @param values each from its year until the next one's; the first from the start on or before
   * @param evidenceIds where the values come from; at least one
   * @return this
   */
  public LeverBuilder set(
      Quantity target, Map<FinancialYear, Double> values, String... evidenceIds) {
    return add(SetByYear.of(draft, target, values, null, evidenceIds));
  }

  /**
   * Sets money to values by year, as {@link #set(Quantity, Map, String...) set} does.
   *
   * @param target a path, parameter or variable whose unit is money
   * @param values each from its year until the next one's; the first from the start on or before
   * @param basis {@code PriceBasis.cash()} for cash, to the bit as entered, or base-year prices,
   *     which each draw carries to cash. A path takes cash alone; a parameter, or a variable in
   *     real terms, base-year prices alone
   * @param evidenceIds where the values come from; at least one
   * @return this
   */
  public LeverBuilder set(
      Quantity target, Map<FinancialYear, Double> values, PriceBasis basis, String... evidenceIds) {
    Objects.requireNonNull(basis, "basis");
    return add(SetByYear.of(draft, target, values, basis, evidenceIds));
  }

  /**
   * Gives known values of the first projected years, such as children looked after by last March.
   * In those years they hold in every draw, and the variable's own equation goes on from the last
   * of them. Other levers change them as they change any value. Of stocks the average of the year
   * moves by half as much; placements of children looked after keep their mix.
   *
   * @param variable what is known; goes on from its last year's value, and is not money
   * @param values of years without a gap, the first projected year the first of them
   * @param evidenceIds where the values come from; at least one
   * @return this
   */
  public LeverBuilder known(
      Variable variable, Map<FinancialYear, Double> values, String... evidenceIds) {
    return add(Known.of(draft, variable, values, null, evidenceIds));
  }

  /**
   * Gives known values of money, such as of a stream of funding, as {@link #known(Variable, Map,
   * String...) known} does.
   *
   * @param variable what is known; goes on from its last year's value, and is money
   * @param values of years without a gap, the first projected year the first of them
   * @param basis {@code PriceBasis.cash()}, or the prices of the scenario's base year
   * @param evidenceIds where the values come from; at least one
   * @return this
   */
  public LeverBuilder known(
      Variable variable,
      Map<FinancialYear, Double> values,
      PriceBasis basis,
      String... evidenceIds) {
    Objects.requireNonNull(basis, "basis");
    return add(Known.of(draft, variable, values, basis, evidenceIds));
  }

  /**
   * Keeps a target from falling below a value; a cap in the same draw goes before it.
   *
   * @param target a parameter or variable
   * @param least in the target's unit; money in cash in base-year prices
   * @param evidenceIds where the value comes from; at least one
   * @return this
   */
  public LeverBuilder floor(Quantity target, Distribution least, String... evidenceIds) {
    return add(Limit.least(draft, target, least, evidenceIds));
  }

  /**
   * Keeps a target from rising above a value.
   *
   * @param target a parameter or variable
   * @param most in the target's unit; money in cash in base-year prices
   * @param evidenceIds where the value comes from; at least one
   * @return this
   */
  public LeverBuilder cap(Quantity target, Distribution most, String... evidenceIds) {
    return add(Limit.most(draft, target, most, evidenceIds));
  }

  /**
   * Moves a share of one flow, or of one parameter such as the share of children that go to a kind
   * of placement, to another.
   *
   * @param source what it is taken from, as it would be without moves
   * @param target what it is added to; of the same unit and, both parameters or both variables
   * @param shareMoved at full strength, 0 to 1
   * @param evidenceIds where the size comes from; at least one
   * @return this
   */
  public LeverBuilder move(
      Quantity source, Quantity target, Distribution shareMoved, String... evidenceIds) {
    return add(Move.of(draft, source, target, shareMoved, evidenceIds));
  }

  /**
   * Lets another body pay a share of a cost line that follows demand.
   *
   * @param line homes, fostering, leaving care, the rest of looked-after care or safeguarding
   * @param payer who takes over; not councils, who pay it already
   * @param shareTaken at full strength, 0 to 1
   * @param evidenceIds where the size comes from; at least one
   * @return this
   */
  public LeverBuilder share(
      CostLine line, Payer payer, Distribution shareTaken, String... evidenceIds) {
    return add(Share.of(draft, line, payer, shareTaken, evidenceIds));
  }

  /**
   * Changes a target by a rule of the caller's.
   *
   * @param target a parameter or variable
   * @param rule what becomes of a value
   * @param size the size that the rule is given, in any unit
   * @param evidenceIds where the size comes from; at least one
   * @return this
   */
  public LeverBuilder rule(
      Quantity target, LeverRule rule, Distribution size, String... evidenceIds) {
    return add(Rule.of(draft, target, rule, size, evidenceIds));
  }

  /**
   * Says what the lever costs while it is in full force; ramp and coverage count, the lag does not.
   *
   * @param payer who pays. Councils' costs are added to need and spending
   * @param millionsAYear GBP million a year, net, in base-year prices; negative where it saves
   * @param evidenceIds where the amount comes from; at least one
   * @return this
   */
  public LeverBuilder cost(Payer payer, Distribution millionsAYear, String... evidenceIds) {
    return add(OwnCost.of(draft, payer, null, millionsAYear, evidenceIds));
  }

  /**
   * Says what the lever costs for each unit of a volume, such as children looked after.
   *
   * @param payer who pays. Councils' costs are added to need and spending
   * @param volume of demand; an average stock or a flow of the year
   * @param poundsAYear GBP a year for each, net, in base-year prices; negative where it saves
   * @param evidenceIds where the amount comes from; at least one
   * @return this
   */
  public LeverBuilder costEach(
      Payer payer, Variable volume, Distribution poundsAYear, String... evidenceIds) {
    Objects.requireNonNull(volume, "volume");
    return add(OwnCost.of(draft, payer, volume, poundsAYear, evidenceIds));
  }

  /**
   * Offsets the last {@link #multiply} in another factor of the same product, draw by draw: it is
   * multiplied by (1 + share x change) / (1 + change), so that of the change of the product only
   * the share is left.
   *
   * @param other the other factor, a parameter or variable
   * @param shareLeft 0 to 1: 0 leaves the product as it was, 1 offsets nothing
   * @param evidenceIds where the share comes from; at least one
   * @return this
   */
  public LeverBuilder offsetBy(Quantity other, Distribution shareLeft, String... evidenceIds) {
    return offsetBy(other, 0, shareLeft, evidenceIds);
  }

  /**
   * The same some years later, where a stock stands between the two factors.
   *
   * @param other the other factor, a parameter or variable
   * @param yearsLater by how many years the offset is felt behind the change, 0 to 100
   * @param shareLeft 0 to 1
   * @param evidenceIds where the share comes from; at least one
   * @return this
   */
  public LeverBuilder offsetBy(
      Quantity other, int yearsLater, Distribution shareLeft, String... evidenceIds) {
    return addIf(Multiply.Offset.of(draft, last(), other, yearsLater, shareLeft, evidenceIds));
  }

  /**
   * Offsets the same change in another target too, by the draws of the last {@link #offsetBy}.
   *
   * @param other a parameter or variable
   * @return this
   */
  public LeverBuilder alsoOffsetBy(Quantity other) {
    return addIf(Multiply.Offset.also(draft, last(), other));
  }

  /**
   * Multiplies the size of the last change or cost by a share, drawn once for all that it stands
   * behind: the rest of them by {@link #alsoInPart}.
   *
   * @param name what it is the share of, such as {@code share in pre-proceedings}
   * @param share 0 to 1
   * @param evidenceIds where the share comes from; at least one
   * @return this
   */
  public LeverBuilder inPart(String name, Distribution share, String... evidenceIds) {
    part = new Change.Part(draft.part(name, share, evidenceIds), false);
    return alsoInPart();
  }

  /**
   * Multiplies the size of the last change or cost by the share of {@link #inPart}, draw by draw
   * the same.
   *
   * @return this
   */
  public LeverBuilder alsoInPart() {
    draft.in(part, changes, costs, lastIsCost);
    return this;
  }

  /**
   * Lets another pay a share of the last cost, and its payer the rest, draw by draw.
   *
   * @param other who
   * @param share 0 to 1
   * @param evidenceIds where the share comes from; at least one
   * @return this
   */
  public LeverBuilder splitWith(Payer other, Distribution share, String... evidenceIds) {
    draft.split(other, share, evidenceIds, costs, lastIsCost);
    return this;
  }

  /**
   * Completes it.
   *
   * @return the lever
   * @throws InvalidInputException if it has no start, does nothing or the same twice, or a
   *     timetable, target or size is wrong; all problems at once
   */
  public Lever build() {
    List<String> all = new ArrayList<>(draft.problems(changes));
    all.addAll(isBeyondUsual() ? List.of() : draft.unusual());
    if (start() == null) {
      all.add("start must be given, was not; say from(year)");
    }
    if (changes.isEmpty() && costs.isEmpty()) {
      all.add("lever must change something, had neither a change nor a cost; add one");
    }
    Timetable timetable = timetable(all);
    InvalidInputException.throwIfAny("lever \"" + name + "\"", all);
    return new Lever(name, Objects.requireNonNull(timetable), changes, costs, isBeyondUsual());
  }

  private LeverBuilder add(Change change) {
    changes.add(change);
    lastIsCost = false;
    return this;
  }

  private LeverBuilder add(OwnCost cost) {
    costs.add(cost);
    lastIsCost = true;
    return this;
  }

  private LeverBuilder addIf(Optional<? extends Change> change) {
    change.ifPresent(this::add);
    return this;
  }

  private @Nullable Change last() {
    return changes.isEmpty() ? null : changes.get(changes.size() - 1);
  }

  /** The name, and how much was added so far. */
  @Override
  public String toString() {
    String from = start() == null ? "" : " from " + start();
    return name + from + ", so far " + NumberText.count(changes.size(), "change");
  }
}
