/** Benchmarks of the library, run by JMH: how long a projection takes, and how that grows. */
@NullMarked
package org.fundinggap.benchmarks;

import org.jspecify.annotations.NullMarked;
