package org.fundinggap.internal.csv;

/**
 * What several faults have in common, so that they are reported as one.
 *
 * @param before what is said up to the values
 * @param after what is said after them
 * @param scope how far apart faults may lie and still be one
 */
public record Cause(String before, String after, Scope scope) {
  /** Where faults of the same cause are looked for. */
  public enum Scope {
    /** In one column of one file. */
    COLUMN,
    /** In one column of all files. */
    FILES,
    /** Everywhere. */
    REGISTER
  }

  /** What joins faults into one problem. */
  public record Key(Cause cause, String file, String column) {}

  public Key key(Place place, String column) {
    return new Key(
        this, scope == Scope.COLUMN ? place.file() : "", scope == Scope.REGISTER ? "" : column);
  }
}
