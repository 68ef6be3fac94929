package org.fundinggap.evidence;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips the tests of a class one by one where no folder of whole files is named, and says once, at
 * the end of the run, how many were skipped and what would run them.
 */
final class NeedsWholeFiles implements ExecutionCondition {
  private static final String HOW =
      "set -D" + PublishedFiles.PROPERTY + "=FOLDER (see docs/evidence.md)";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (context.getTestMethod().isEmpty() || PublishedFiles.whole().isPresent()) {
      return ConditionEvaluationResult.enabled("");
    }
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(NeedsWholeFiles.class))
        .getOrComputeIfAbsent(Skipped.class)
        .add();
    return ConditionEvaluationResult.disabled("needs whole published files: " + HOW);
  }

  /** Closed, and so printed, by the engine when all tests have run. */
  static final class Skipped implements AutoCloseable {
    private int count;

    private synchronized void add() {
      count++;
    }

    @Override
    public synchronized void close() {
      System.out.printf(
          "published files: tests on whole files skipped: %d, the others ran on cuts; %s%n",
          count, HOW);
    }
  }
}
