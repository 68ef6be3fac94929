/** Numbered programs, each the manual page of one job. */
@NullMarked
package org.fundinggap.examples;

import org.jspecify.annotations.NullMarked;
