/**
 * Models with their numbers: the calibrated baseline, and the trajectories that published claims
 * imply.
 */
@NullMarked
package org.fundinggap.scenario;

import org.jspecify.annotations.NullMarked;
