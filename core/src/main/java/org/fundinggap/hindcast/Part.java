package org.fundinggap.hindcast;

/** What a miss of spending is made of. */
public enum Part {
  /** Prices in general rose otherwise. */
  INFLATION("general inflation"),
  /** There were more or fewer children to meet. */
  VOLUME("volume"),
  /** A child cost more or less in real terms; which children they were is in it. */
  REAL_COST("real unit cost and mix");

  private final String label;

  Part(String label) {
    this.label = label;
  }

  /** As tables write it. */
  @Override
  public String toString() {
    return label;
  }
}
