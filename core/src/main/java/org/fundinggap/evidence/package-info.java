/**
 * Where a number comes from: published figures and series, model parameters, their sources, and
 * what was known on a date.
 *
 * <p>{@link org.fundinggap.evidence.EvidenceBase#load()} reads the register that ships with the
 * library; every value in it carries its kind, its quality and a citation.
 */
@NullMarked
package org.fundinggap.evidence;

import org.jspecify.annotations.NullMarked;
