package org.fundinggap.evidence;

import org.fundinggap.internal.csv.EnumWords;

/** What sort of statement a number is. */
public enum EvidenceKind {
  /** What was counted or spent, as an official statistic or an account reports it. */
  OUTTURN,
  /** What somebody worked out from what was counted. */
  ESTIMATE,
  /** What somebody expected of a period that had not ended. */
  FORECAST,
  /** What somebody stated in making a case. */
  CLAIM,
  /** What the modeller had to suppose. */
  ASSUMPTION;

  /** As the register writes it, such as {@code outturn}. */
  @Override
  public String toString() {
    return EnumWords.of(this);
  }
}
