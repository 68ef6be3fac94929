/**
 * The reference workload as users of other libraries would write it: with care, in the manner that
 * the library's own documentation shows, on one thread.
 */
@NullMarked
package org.fundinggap.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
