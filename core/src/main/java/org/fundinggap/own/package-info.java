/**
 * What a user adds to a model: cost lines, streams of funding and equations of one's own.
 *
 * <p>Each is data, an {@link org.fundinggap.own.Addition}; {@link org.fundinggap.own.Additions}
 * lays them over a model and its numbers, so that own lines are part of need, of spending and of
 * every gap, and own streams part of funding, from the base year on.
 */
@NullMarked
package org.fundinggap.own;

import org.jspecify.annotations.NullMarked;
