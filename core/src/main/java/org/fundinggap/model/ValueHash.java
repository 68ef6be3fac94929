package org.fundinggap.model;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.primitives.ImmutableDoubleArray;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.internal.Identified;
import org.fundinggap.random.Correlation;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a value: texts, numbers, constants of enums, records of values, and lists, sets
 * and maps of them. Equal values have equal hashes on every JVM.
 *
 * <p>Each value is written as a letter for its kind and then its parts, with their number or length
 * first, so that no two values are written alike.
 */
final class ValueHash {

  private final Hasher hasher = Hashing.sha256().newHasher();
  private boolean isValue = true;

  private ValueHash() {}

  /**
   * The hash of a value.
   *
   * @param value whatever it is
   * @return its hash; empty if it is, or holds, what is no value
   */
  static Optional<HashCode> of(@Nullable Object value) {
    ValueHash hash = new ValueHash();
    hash.put(value);
    return hash.isValue ? Optional.of(hash.hasher.hash()) : Optional.empty();
  }

  private void put(@Nullable Object value) {
    if (value == null) {
      hasher.putChar('0');
    } else if (value instanceof String text) {
      hasher.putChar('T').putInt(text.length()).putUnencodedChars(text);
    } else if (value instanceof Double || value instanceof Float) {
      hasher.putChar('D').putLong(Double.doubleToLongBits(((Number) value).doubleValue()));
    } else if (value instanceof Integer || value instanceof Long) {
      hasher.putChar('I').putLong(((Number) value).longValue());
    } else if (value instanceof Boolean is) {
      hasher.putChar('B').putBoolean(is);
    } else if (value instanceof Enum<?> constant) {
      hasher.putChar('E');
      put(constant.getDeclaringClass().getName());
      put(constant.name());
    } else if (value instanceof Origin) {
      // Where a number comes from does not change it.
      hasher.putChar('O');
    } else if (value instanceof Record record) {
      putRecord(record);
    } else if (value instanceof Identified identified) {
      putIdentity(identified);
    } else {
      putMany(value);
    }
  }

  private void putMany(Object value) {
    if (value instanceof List<?> list) {
      putAll('L', list);
    } else if (value instanceof Set<?> set) {
      putUnordered('S', set);
    } else if (value instanceof Map<?, ?> map) {
      putUnordered('M', map.entrySet());
    } else if (value instanceof Map.Entry<?, ?> entry) {
      hasher.putChar('P');
      put(entry.getKey());
      put(entry.getValue());
    } else if (value instanceof Optional<?> some) {
      hasher.putChar('?');
      put(some.orElse(null));
    } else if (value instanceof ImmutableDoubleArray numbers) {
      putAll('L', numbers.asList());
    } else if (value instanceof Correlation correlation) {
      putCorrelation(correlation);
    } else {
      isValue = false;
    }
  }

  private void putAll(char kind, Collection<?> parts) {
    hasher.putChar(kind).putInt(parts.size());
    parts.forEach(this::put);
  }

  /** By their hashes, because equal sets need not have the same order. */
  private void putUnordered(char kind, Collection<?> parts) {
    hasher.putChar(kind).putInt(parts.size());
    List<Optional<HashCode>> hashes = parts.stream().map(part -> of(part)).toList();
    isValue &= hashes.stream().allMatch(Optional::isPresent);
    hashes.stream()
        .flatMap(Optional::stream)
        .map(HashCode::toString)
        .sorted()
        .forEach(hasher::putUnencodedChars);
  }

  private void putRecord(Record record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    hasher.putChar('R');
    put(record.getClass().getName());
    hasher.putInt(components.length);
    for (RecordComponent component : components) {
      Method accessor = component.getAccessor();
      // Records are often nested in the classes that use them, and private there.
      isValue &= accessor.trySetAccessible();
      try {
        put(accessor.invoke(record));
      } catch (ReflectiveOperationException notOpenToUs) {
        isValue = false;
      }
    }
  }

  private void putIdentity(Identified value) {
    hasher.putChar('F');
    put(value.getClass().getName());
    value.identity().forEach(this::put);
  }

  private void putCorrelation(Correlation correlation) {
    hasher.putChar('C');
    put(correlation.names());
    for (int i = 0; i < correlation.size(); i++) {
      for (int j = 0; j < i; j++) {
        put(correlation.at(i, j));
      }
    }
  }
}
