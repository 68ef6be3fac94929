package org.fundinggap.internal;

import java.util.List;

/** What is no record, and still is the same as another of its class if its parts are. */
public interface Identified {
  /** Texts, numbers, lists and maps that it is made of, in a fixed order. */
  List<?> identity();
}
