/** Tests that what is timed gives the right answers, and that the page is written right. */
@NullMarked
package org.fundinggap.benchmarks;

import org.jspecify.annotations.NullMarked;
