/**
 * Reads CSV files and names what is wrong with them: every fault at once, and those of one cause as
 * one.
 */
@NullMarked
package org.fundinggap.internal.csv;

import org.jspecify.annotations.NullMarked;
