/**
 * What is published for which number of the model: one table that calibration, scores and reports
 * read.
 */
@NullMarked
package org.fundinggap.published;

import org.jspecify.annotations.NullMarked;
