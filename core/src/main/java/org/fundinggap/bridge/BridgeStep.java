package org.fundinggap.bridge;

/**
 * A bar of a waterfall chart.
 *
 * @param name a driver, or one of the two ends
 * @param from where the bar starts; 0 for an end
 * @param to where it stops
 * @param isEnd whether it is one of the two ends and no driver
 */
public record BridgeStep(String name, double from, double to, boolean isEnd) {
  /**
   * The length of the bar.
   *
   * @return what the driver contributes; the level of an end
   */
  public double change() {
    return to - from;
  }
}
