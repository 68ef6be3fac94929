/**
 * Bridges: what the way from one gap to another is made of, exact in every draw.
 *
 * <p>{@link org.fundinggap.bridge.BridgeOfGap} takes the gap apart between years or scenarios,
 * {@link org.fundinggap.bridge.BridgePublished} published spending between years, and {@link
 * org.fundinggap.bridge.BridgeBuilder} anything that a caller puts together.
 */
@NullMarked
package org.fundinggap.bridge;

import org.jspecify.annotations.NullMarked;
