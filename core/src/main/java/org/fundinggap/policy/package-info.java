/** The measures that reports and governments have proposed, as levers with sizes and evidence. */
@NullMarked
package org.fundinggap.policy;

import org.jspecify.annotations.NullMarked;
