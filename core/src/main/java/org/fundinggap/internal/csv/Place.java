package org.fundinggap.internal.csv;

/**
 * Where in the register something stands.
 *
 * @param file the file, from the folder of the register
 * @param line counted from 1; 0 for the file as a whole
 */
public record Place(String file, int line) {
  public static Place of(String file) {
    return new Place(file, 0);
  }

  /** Such as {@code figures.csv line 7}. */
  @Override
  public String toString() {
    return line == 0 ? file : file + " line " + line;
  }
}
