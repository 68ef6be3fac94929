package org.fundinggap.model;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The places of some quantities' columns. Equations ask with the same few objects for every block
 * and year, so identity is tried first: a hash of a record costs more than the loop over them.
 */
final class Slots {
  private final Map<Quantity, Integer> all;
  private final Quantity[] keys;
  private final int[] slots;

  Slots(Map<? extends Quantity, Integer> all) {
    this.all = new HashMap<>(all);
    this.keys = all.keySet().toArray(Quantity[]::new);
    this.slots = all.values().stream().mapToInt(Integer::intValue).toArray();
  }

  /** The place of a quantity, or -1 if it has none. */
  @SuppressWarnings("ReferenceEquality") // a short cut; what it misses is found by equality
  int slot(Quantity quantity) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] == quantity) {
        return slots[i];
      }
    }
    @Nullable Integer slot = all.get(quantity);
    return slot == null ? -1 : slot;
  }
}
