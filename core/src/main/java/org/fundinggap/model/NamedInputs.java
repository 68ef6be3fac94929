package org.fundinggap.model;

import org.fundinggap.internal.Checks;

/** An option of a name and numbers alone. */
record NamedInputs(String name, Inputs inputs) implements Option {
  NamedInputs {
    Checks.notBlank(name, "name");
  }
}
