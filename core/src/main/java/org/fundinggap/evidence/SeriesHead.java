package org.fundinggap.evidence;

import java.util.Optional;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/** What is true of every observation of a series. */
record SeriesHead(
    String id,
    String label,
    Unit unit,
    Optional<PriceBasis> basis,
    Timing timing,
    String area,
    String note) {}
