/**
 * Scenarios as files that a person can write, review and send: what they are made from, what was
 * added and changed, and how they are run.
 */
@NullMarked
package org.fundinggap.file;

import org.jspecify.annotations.NullMarked;
