package org.fundinggap.own;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Overlay;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shapes;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.InvalidInputException;

/**
 * Lays what users add over a model and its numbers: O1 to O4 on the page of equations.
 *
 * <p>The order in which additions were given makes no difference to a result.
 */
public final class Additions {
  private static final String WITHOUT_OWN = ".withoutOwn";

  private final Overlay overlay;
  private final List<OwnEquations> equations = new ArrayList<>();
  private final List<Variable> lines = new ArrayList<>();
  private final List<FundingStream> streams = new ArrayList<>();

  private Additions(Inputs base) {
    this.overlay = Overlay.of(base);
  }

  /**
   * The model and its numbers with additions.
   *
   * @param what is being made, for messages
   * @param base the model of England and its numbers, without levers
   * @param added in any order; none leaves the base as it is
   * @return a larger model with all its numbers
   * @throws InvalidInputException if two share an id, one has a name that the model has, reads what
   *     the model lacks, lacks a number or a year, one costs more than all need in the base year,
   *     or lines taken out of another more than that; all problems at once
   */
  public static Inputs on(String what, Inputs base, List<Addition> added) {
    if (added.isEmpty()) {
      return base;
    }
    InvalidInputException.throwIfAny(what, AdditionTrial.sharedIds(added));
    List<Addition> ordered = AdditionOrder.of(added);
    Inputs onTop = laid(what, base, ordered, Map.of());
    InvalidInputException.throwIfAny(what, AdditionTrial.tooDear(onTop, lines(ordered)));
    List<OwnLine> takenOut =
        lines(ordered).stream().filter(line -> line.outOf().isPresent()).toList();
    if (takenOut.isEmpty()) {
      return onTop;
    }
    List<String> problems = new ArrayList<>();
    Map<OwnLine, Double> shares = AdditionTrial.shares(onTop, takenOut, problems);
    InvalidInputException.throwIfAny(what, problems);
    return laid(what, base, ordered, shares);
  }

  private static List<OwnLine> lines(List<Addition> added) {
    return added.stream().filter(OwnLine.class::isInstance).map(OwnLine.class::cast).toList();
  }

  private static Inputs laid(
      String what, Inputs base, List<Addition> ordered, Map<OwnLine, Double> shares) {
    Additions additions = new Additions(base);
    ordered.forEach(additions::take);
    additions.takeOut(shares);
    additions.equations.forEach(
        own -> additions.overlay.numbers(builder -> own.fix(builder, base)));
    return additions.laid(what);
  }

  /**
   * What lines and streams that were laid over a model and its numbers left in them.
   *
   * @param inputs of any model
   * @return variables that hold a total without them, by name; empty if there are none. Own
   *     equations alone leave nothing but themselves
   */
  public static List<String> traces(Inputs inputs) {
    return inputs.model().variables().stream()
        .map(Variable::name)
        .filter(name -> name.endsWith(WITHOUT_OWN))
        .toList();
  }

  /**
   * The same additions with a number fixed in those that have it.
   *
   * @param added any number
   * @param parameter such as the unit cost of a line
   * @param value its distribution from now on
   * @return additions in the same order
   */
  public static List<Addition> fixing(
      List<Addition> added, Parameter parameter, Distribution value) {
    Objects.requireNonNull(parameter, "parameter");
    Objects.requireNonNull(value, "value");
    return added.stream().map(each -> fixing(each, parameter, value)).toList();
  }

  private static Addition fixing(Addition each, Parameter parameter, Distribution value) {
    if (each instanceof OwnLine line) {
      return line.fixing(parameter, value);
    }
    if (each instanceof OwnFunding funding) {
      return funding.fixing(parameter, value);
    }
    return each instanceof OwnEquations own ? own.fixing(parameter, value.quantile(0.5)) : each;
  }

  private void take(Addition each) {
    if (each instanceof OwnEquations own) {
      own.equations().forEach(overlay::add);
      overlay.numbers(own::numbers);
      equations.add(own);
    } else if (each instanceof OwnLine line) {
      line(line);
    } else if (each instanceof OwnFunding funding) {
      funding(funding);
    }
  }

  private void line(OwnLine line) {
    overlay.add(OwnLineEquations.amount(line));
    lines.add(line.need());
    if (line.amount() instanceof OwnLine.Each each) {
      overlay.parameter(line.unitCost(), each.poundsAYear(), origin(each.evidence()));
    } else if (line.amount() instanceof OwnLine.ByYear years) {
      overlay.schedule(line.schedule(), years.cashMillions(), origin(years.evidence()));
    }
  }

  private void funding(OwnFunding own) {
    FundingStream stream = own.stream();
    overlay.add(stream.equation());
    streams.add(stream);
    Origin origin = origin(own.evidence());
    if (own.amounts() instanceof OwnFunding.ByYear years) {
      overlay.schedule(stream.schedule(), years.cashMillions(), origin);
    } else if (own.amounts() instanceof OwnFunding.Going going) {
      overlay.numbers(builder -> builder.opening(stream.amount(), going.millions(), origin));
      if (stream.rule() == FundingRule.CONSTANT_GROWTH) {
        overlay.parameter(stream.growth(), going.growth(), origin);
      }
    }
  }

  private static Origin origin(List<String> evidence) {
    return Origin.given(evidence.toArray(String[]::new));
  }

  private Inputs laid(String what) {
    if (!lines.isEmpty()) {
      sum("O2a", Cost.GROSS_NEED, lines);
      sum("O2b", Cost.GROSS_SPENDING, lines);
    }
    if (!streams.isEmpty()) {
      sum("O4a", Funding.FUNDING, streams.stream().map(FundingStream::amount).toList());
    }
    List<Variable> tied =
        streams.stream().filter(FundingStream::tied).map(FundingStream::amount).toList();
    if (!tied.isEmpty()) {
      Variable without = without(Funding.UNTIED);
      overlay.change(Funding.UNTIED, without, new OwnUntied(without, tied).equation());
    }
    return built(what);
  }

  private Inputs built(String what) {
    try {
      return overlay.build();
    } catch (InvalidInputException refused) {
      InvalidInputException named = new InvalidInputException(what, refused.problems());
      named.initCause(refused);
      throw named;
    }
  }

  private void takeOut(Map<OwnLine, Double> shares) {
    ListMultimap<CostLine, OwnLine> byLine =
        Multimaps.index(shares.keySet(), line -> line.outOf().orElseThrow());
    byLine
        .asMap()
        .forEach(
            (from, parts) -> {
              Variable whole = without(from.need());
              OwnRest rest = new OwnRest(from, whole, List.copyOf(parts));
              overlay.change(from.need(), whole, rest.equation());
            });
    shares.forEach(
        (line, share) ->
            overlay.parameter(
                line.shareOfLine(),
                Distribution.fixed(share),
                Origin.estimated("part of its line in the base year", evidence(line))));
  }

  private static String[] evidence(OwnLine line) {
    if (line.amount() instanceof OwnLine.Each each) {
      return each.evidence().toArray(String[]::new);
    }
    return line.amount() instanceof OwnLine.ByYear years
        ? years.evidence().toArray(String[]::new)
        : new String[] {line.need().name()};
  }

  private void sum(String id, Variable total, List<Variable> more) {
    List<Variable> terms = new ArrayList<>(List.of(without(total)));
    terms.addAll(more);
    overlay.change(total, without(total), Shapes.sum(id, total, terms));
  }

  /** What a total's own equation writes while own lines or streams are added to it. */
  static Variable without(Variable total) {
    return new Variable(
        total.name() + WITHOUT_OWN, total.label() + ", without own", total.unit(), total.basis());
  }
}
