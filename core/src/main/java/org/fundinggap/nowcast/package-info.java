/**
 * A year of which some statistics are out and others are not: what it lacks, and a projection of
 * that, so that a baseline can start from it before it is complete.
 */
@NullMarked
package org.fundinggap.nowcast;

import org.jspecify.annotations.NullMarked;
