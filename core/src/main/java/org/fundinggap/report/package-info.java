/**
 * What a reader sees: tables and one self-contained page with charts, all of them strings.
 *
 * <p>{@link org.fundinggap.report.Table} prints as aligned text, HTML or CSV; {@link
 * org.fundinggap.report.Page} puts tables and charts into one HTML file that needs nothing else.
 * The same content gives the same characters on every machine: nothing here reads the locale, the
 * clock, the fonts or the screen.
 */
@NullMarked
package org.fundinggap.report;

import org.jspecify.annotations.NullMarked;
