/**
 * What results say: published claims beside what they imply, what the model gives, and what
 * happened.
 */
@NullMarked
package org.fundinggap.analysis;

import org.jspecify.annotations.NullMarked;
