/**
 * The numbers of England's model, estimated from a register for a base year.
 *
 * <p>One file for each subject of the model. {@link org.fundinggap.calibration.Calibration} joins
 * them; the estimators are those of {@link org.fundinggap.estimation}.
 */
@NullMarked
package org.fundinggap.calibration;

import org.jspecify.annotations.NullMarked;
