/**
 * What results say: where a number comes from, what it assumes and what its range is made of, and
 * published claims beside what they imply, what the model gives, and what happened.
 */
@NullMarked
package org.fundinggap.analysis;

import org.jspecify.annotations.NullMarked;
