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
record BridgeFactor(String driver, Draws from, Draws to) {
  BridgeFactor {
    Checks.notBlank(driver, "driver");
  }
}
