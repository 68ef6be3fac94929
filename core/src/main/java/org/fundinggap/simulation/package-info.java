/**
 * Runs scenarios over draws: blocks of draws on any number of threads, every result the same to the
 * bit.
 */
@NullMarked
package org.fundinggap.simulation;

import org.jspecify.annotations.NullMarked;
