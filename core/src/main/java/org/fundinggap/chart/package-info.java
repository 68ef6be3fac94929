/**
 * Charts as SVG: the same values give the same characters on every machine.
 *
 * <p>{@link org.fundinggap.chart.FanChart} draws history, quantile bands, funding lines and claims.
 * Nothing here reads the locale, the clock, the fonts or the screen.
 */
@NullMarked
package org.fundinggap.chart;

import org.jspecify.annotations.NullMarked;
