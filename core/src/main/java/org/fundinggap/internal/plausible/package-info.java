/**
 * What a number of a register can be: bounds by unit and kind, how far a value may lie from the
 * year before, parts within their whole, totals equal to their parts.
 *
 * <p>The rules are five small tables beside this package, which anybody can open: {@code
 * units.csv}, {@code sorts.csv}, {@code numbers.csv}, {@code changes.csv} and {@code wholes.csv}.
 * They know numbers by id and unit, and nothing of the register that holds them.
 */
@NullMarked
package org.fundinggap.internal.plausible;

import org.jspecify.annotations.NullMarked;
