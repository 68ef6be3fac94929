package org.fundinggap.bridge;

import org.fundinggap.draws.Draws;
import org.fundinggap.internal.Checks;

/**
 * A number at both ends of a bridge, and the driver that its change counts to.
 *
 * @param driver the name of the driver, such as {@code children}
 * @param from its draws at the start
 * @param to its draws at the end, as many, paired by number
 */
public record BridgeFactor(String driver, Draws from, Draws to) {
  /**
   * Checks the name; {@link BridgeBuilder#build} checks the draws.
   *
   * @param driver as described above
   * @param from as described above
   * @param to as described above
   * @throws IllegalArgumentException if the driver is blank
   */
  public BridgeFactor {
    Checks.notBlank(driver, "driver");
  }
}
