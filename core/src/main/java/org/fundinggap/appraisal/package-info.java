/** Whether it is worth it: discounted values, goal seeking, portfolios. */
@NullMarked
package org.fundinggap.appraisal;

import org.jspecify.annotations.NullMarked;
