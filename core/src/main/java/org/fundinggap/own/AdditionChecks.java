package org.fundinggap.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/** Collects what is wrong with an addition by itself, before it meets a model. */
final class AdditionChecks {
  /** What names, files and tables can hold without quotes. */
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9.-]{0,59}");

  private final List<String> problems = new ArrayList<>();

  AdditionChecks(String id, String label) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(label, "label");
    if (!WORD.matcher(id).matches()) {
      problems.add(
          "id must be a letter and then up to 59 letters, digits, dots or hyphens, was \""
              + id
              + "\"; write shortBreaks, and the words in the label");
    }
    if (label.isBlank()) {
      problems.add("label must not be blank; say in a few words what it is");
    }
  }

  void report(String problem) {
    problems.add(problem);
  }

  void bounds(Distribution given, double lower, double upper, String what) {
    if (!(given.lower() >= lower && given.upper() <= upper)) {
      problems.add(
          what
              + " must be in ["
              + lower
              + ", "
              + upper
              + "], was "
              + given
              + "; truncate it or correct its scale");
    }
  }

  void volume(Variable volume) {
    if (volume.unit().isMoney()) {
      problems.add(
          "volume must be a number such as children, was "
              + volume.name()
              + " in "
              + volume.unitText()
              + ", which holds its prices; for a share of it let an equation of your own read it,"
              + " and add what that writes by OwnLine.ofColumn");
    }
  }

  void unitCost(Distribution pounds, double most) {
    if (!(pounds.lower() >= 0 && pounds.quantile(0.99) <= most)) {
      problems.add(
          "unit cost in GBP a year must be at least 0, and at most "
              + most
              + " in 99 draws of 100, was "
              + pounds
              + "; truncate it, say elicitedAbove(0, ...), or correct its scale");
    }
  }

  void amounts(Map<FinancialYear, Double> millions, double lower, double upper) {
    if (millions.isEmpty()) {
      problems.add("amounts must hold at least one year, had none; give the base year first");
    }
    millions.forEach(
        (year, amount) -> {
          if (!(amount >= lower && amount <= upper)) {
            problems.add(
                "amount of "
                    + year
                    + " must be in ["
                    + lower
                    + ", "
                    + upper
                    + "] GBP million, was "
                    + amount
                    + "; write 15500 for GBP 15.5 billion");
          }
        });
  }

  void evidence(List<String> named) {
    if (named.isEmpty() || named.stream().anyMatch(String::isBlank)) {
      problems.add(
          "evidence must be named, was "
              + named
              + "; give the id of a figure, series or prior, or say in words what it is");
    }
  }

  void cash(Variable column) {
    if (column.unit() != Unit.GBP_MILLION || !PriceBasis.cash().equals(column.basis())) {
      problems.add(
          "column "
              + column.name()
              + " must be in GBP million, cash, was in "
              + column.unitText()
              + "; let its equation write that");
    }
  }

  void throwIfAny(String what) {
    InvalidInputException.throwIfAny(what, problems);
  }
}
