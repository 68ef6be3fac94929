package org.fundinggap;

/** Whether tests that count are to try ten times as much as usual, and every year. */
public final class Thorough {
  private Thorough() {}

  /** True under {@code mvn -Pthorough}. */
  public static boolean isAsked() {
    return "thorough".equals(System.getProperty("fundinggap.tests"));
  }
}
