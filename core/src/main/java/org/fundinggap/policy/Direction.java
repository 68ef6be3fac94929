package org.fundinggap.policy;

/** Which way a measure is meant to move an output, in the mean over draws. */
public enum Direction {
  /** More of it. */
  UP("up"),
  /** Less of it. */
  DOWN("down");

  private final String word;

  Direction(String word) {
    this.word = word;
  }

  /** The word for it, such as {@code down}. */
  @Override
  public String toString() {
    return word;
  }
}
