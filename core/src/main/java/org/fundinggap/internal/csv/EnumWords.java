package org.fundinggap.internal.csv;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of the register: an enum's constants in lower case with hyphens. */
public final class EnumWords {
  private EnumWords() {}

  /** How the register writes a constant: {@code AT_31_MARCH} is {@code at-31-march}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant that a word stands for, or nothing. */
  public static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(word))
        .findFirst();
  }

  /** All words of an enum, for messages. */
  public static String all(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(EnumWords::of)
        .collect(Collectors.joining(", "));
  }
}
