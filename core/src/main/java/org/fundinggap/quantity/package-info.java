/**
 * Values that know their unit: financial years, money with its price basis, the deflator that
 * converts between bases.
 *
 * <p>Cash never meets real, and prices of one year never meet prices of another, without a {@link
 * org.fundinggap.quantity.Deflator}.
 */
@NullMarked
package org.fundinggap.quantity;

import org.jspecify.annotations.NullMarked;
