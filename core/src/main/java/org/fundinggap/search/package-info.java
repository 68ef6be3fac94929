/**
 * Searching: the value that reaches a goal, the value at which a choice switches, the best set of
 * options for a budget.
 *
 * <p>Each runs many scenarios on the same draws and judges them by a {@link
 * org.fundinggap.search.Statistic}.
 */
@NullMarked
package org.fundinggap.search;

import org.jspecify.annotations.NullMarked;
