/**
 * Published claims: a trajectory for each that hits its figure exactly, and the claim beside what
 * it implies, what the model gives, and what happened.
 */
@NullMarked
package org.fundinggap.claim;

import org.jspecify.annotations.NullMarked;
