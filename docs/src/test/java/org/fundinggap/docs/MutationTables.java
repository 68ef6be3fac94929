package org.fundinggap.docs;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fundinggap.docs.RegisterMutations.Cell;
import org.fundinggap.docs.RegisterMutations.Mutation;
import org.fundinggap.docs.RegisterMutations.Outcome;
import org.fundinggap.docs.RegisterMutations.Verdict;

/** What becomes of the register when one of its numbers is wrong. */
final class MutationTables {
  private MutationTables() {}

  /** How many wrong numbers are refused where. */
  static List<String> counts() {
    Table<Mutation, Verdict, Integer> counts = HashBasedTable.create();
    for (Outcome outcome : outcomes(1)) {
      if (!outcome.isSound()) {
        throw new IllegalStateException("must be named, or run to finite numbers: " + outcome);
      }
      Integer before = counts.get(outcome.mutation(), outcome.verdict());
      counts.put(outcome.mutation(), outcome.verdict(), before == null ? 1 : before + 1);
    }
    MarkdownTable table =
        new MarkdownTable(
            "the number becomes", ">refused when read", ">refused by calibration", ">accepted");
    for (Mutation mutation : Mutation.values()) {
      List<String> cells = new ArrayList<>(List.of(mutation.words));
      for (Verdict verdict : Verdict.values()) {
        Integer count = counts.get(mutation, verdict);
        cells.add(Integer.toString(count == null ? 0 : count));
      }
      table.row(cells.toArray(String[]::new));
    }
    return table.lines();
  }

  /** Every number changed in every way, or a part of them by seed: one in so many. */
  static List<Outcome> outcomes(int oneIn) {
    try {
      RegisterMutations register =
          new RegisterMutations(Files.createTempDirectory(Path.of("target"), "mutations"));
      Random chosen = new Random(20261130);
      List<Outcome> outcomes = new ArrayList<>();
      for (Cell cell : register.cells()) {
        for (Mutation mutation : Mutation.values()) {
          if (mutation.changes(cell.number()) && chosen.nextInt(oneIn) == 0) {
            outcomes.add(register.outcome(cell, mutation));
          }
        }
      }
      return outcomes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
