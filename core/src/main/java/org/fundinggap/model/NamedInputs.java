package org.fundinggap.model;

import java.util.Objects;
import org.fundinggap.internal.Checks;

/** An option of a name and numbers alone. */
record NamedInputs(String name, Inputs inputs) implements Option {
  NamedInputs {
    Objects.requireNonNull(name, "name must be given, was null");
    Checks.notBlank(name, "name");
    Objects.requireNonNull(inputs, "inputs must be given, were null");
  }
}
