/**
 * The measures that reports and governments have proposed, as levers with sizes and evidence.
 *
 * <p>{@link org.fundinggap.policy.PolicyCatalogue} has them all; each document has a file of its
 * own here, in which its measures stand one below the other. No measure holds a number of an
 * effect: sizes are rows of the register, and most of those are assumptions.
 */
@NullMarked
package org.fundinggap.policy;

import org.jspecify.annotations.NullMarked;
