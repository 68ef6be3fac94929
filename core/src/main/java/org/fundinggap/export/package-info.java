/**
 * Results as data: every number in a cell of its own, with what it is beside it.
 *
 * <p>{@link org.fundinggap.export.Tidy} makes a table of whatever the library works out; its
 * columns are always the same, so tables of a run, of a comparison and of an appraisal can be put
 * under each other.
 */
@NullMarked
package org.fundinggap.export;

import org.jspecify.annotations.NullMarked;
