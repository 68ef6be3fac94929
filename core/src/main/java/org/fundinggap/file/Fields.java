package org.fundinggap.file;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fundinggap.internal.NearestNames;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The entries of a mapping, by key. Every one must be asked for before {@link #end}. */
final class Fields {
  private final Item whole;
  private final Map<String, Item> entries = new LinkedHashMap<>();
  private final Map<String, Item> keys = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final boolean isThere;

  Fields(Item whole, @Nullable MappingNode mapping, String path) {
    this.whole = whole;
    this.isThere = mapping != null;
    if (mapping != null) {
      mapping.getValue().forEach(entry -> add(entry, path));
    }
  }

  private void add(NodeTuple entry, String path) {
    String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    String name = path.isEmpty() ? key : path + "." + key;
    Item keyItem = new Item(entry.getKeyNode(), name, whole.faults());
    if (key.isBlank()) {
      new Item(entry.getKeyNode(), path, whole.faults())
          .refuse("must have a word before each colon, had none");
    } else if (entries.containsKey(key)) {
      keyItem.refuse("must be given once, was given again; keep one of them");
    } else {
      entries.put(key, new Item(entry.getValueNode(), name, whole.faults()));
      keys.put(key, keyItem);
    }
  }

  /** All entries, which then count as asked for. */
  Map<String, Item> all() {
    asked.addAll(entries.keySet());
    return entries;
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  /** An entry that may be left out. */
  Optional<Item> get(String key) {
    asked.add(key);
    return Optional.ofNullable(entries.get(key));
  }

  /** An entry that must be there. */
  Item need(String key) {
    return get(key)
        .orElseGet(
            () -> {
              if (isThere) {
                whole.refuse("must have " + key + ", had none; add " + key + ": ...");
              }
              return Item.missing(whole.faults());
            });
  }

  /** What was likely meant by the first entry that nobody asked for; empty if there is none. */
  String nearest(Collection<String> known) {
    return whole.faults().isFull()
        ? ""
        : entries.keySet().stream()
            .filter(key -> !asked.contains(key))
            .findFirst()
            .map(key -> "; of " + Faults.quoted(key) + " " + NearestNames.to(key, known))
            .orElse("");
  }

  private String known(String key) {
    return whole.faults().isFull()
        ? ""
        : "; "
            + NearestNames.to(key, asked)
            + "; all: "
            + asked.stream().sorted().collect(Collectors.joining(", "));
  }

  /** Reports every entry that nobody asked for. */
  void end() {
    for (Map.Entry<String, Item> each : keys.entrySet()) {
      if (!asked.contains(each.getKey())) {
        boolean split = Item.THOUSANDS.matcher(each.getKey()).matches();
        each.getValue()
            .refuse(
                split
                    ? "is no word; a comma separates entries: write 1500, not 1,500"
                    : "is not known here" + known(each.getKey()));
      }
    }
  }
}
