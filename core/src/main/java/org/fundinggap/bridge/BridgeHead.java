package org.fundinggap.bridge;

/** What a bridge says of itself: what is bridged, in what unit, from where to where, and more. */
record BridgeHead(String title, String unit, String from, String to, String note) {}
