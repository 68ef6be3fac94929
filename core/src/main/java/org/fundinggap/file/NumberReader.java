package org.fundinggap.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/** Numbers of the baseline that a file gives anew. */
final class NumberReader {
  private NumberReader() {}

  /**
   * What the entries of a list change.
   *
   * @param changes of the inputs of the baseline, one an entry
   * @param places each entry by the quantity that it is of
   */
  record Changes(List<Consumer<InputsBuilder>> changes, Map<String, Item> places) {
    void accept(InputsBuilder builder) {
      changes.forEach(change -> change.accept(builder));
    }
  }

  static Changes read(Item list, Quantities names) {
    List<Consumer<InputsBuilder>> changes = new ArrayList<>();
    Map<String, Item> places = new LinkedHashMap<>();
    list.items().forEach(item -> one(item, names, places).ifPresent(changes::add));
    return new Changes(changes, places);
  }

  private static Optional<Consumer<InputsBuilder>> one(
      Item item, Quantities names, Map<String, Item> places) {
    int before = item.faults().count();
    Fields fields = item.fields();
    Optional<Consumer<InputsBuilder>> change;
    Quantity quantity;
    if (fields.has("opening")) {
      Variable variable = names.variable(fields.need("opening"));
      double value = fields.need("is").number();
      Optional<Origin> origin = origin(item, fields);
      change = origin.map(from -> builder -> builder.opening(variable, value, from));
      quantity = variable;
    } else if (fields.has("path")) {
      Schedule path = names.schedule(fields.need("path"));
      SortedMap<FinancialYear, Double> values = fields.need("by-year").byYear();
      Optional<Origin> origin = origin(item, fields);
      change = origin.map(from -> builder -> builder.schedule(path, values, from));
      quantity = path;
    } else {
      Parameter parameter = names.parameter(fields.need("parameter"));
      Distribution value = Distributions.read(fields.need("is"));
      Optional<Origin> origin = origin(item, fields);
      change = origin.map(from -> builder -> builder.parameter(parameter, value, from));
      quantity = parameter;
    }
    fields.end();
    if (item.faults().count() == before && places.put(quantity.name(), item) != null) {
      item.refuse("must be of another quantity than those before; keep one for " + quantity.name());
    }
    return item.faults().count() > before ? Optional.empty() : change;
  }

  private static Optional<Origin> origin(Item item, Fields fields) {
    Origin.Derivation kind =
        fields
            .get("derivation")
            .map(word -> word.word(Origin.Derivation.class))
            .orElse(Origin.Derivation.GIVEN);
    String method = fields.get("method").map(Item::text).orElse("");
    List<String> evidence = List.of(fields.need(StepReader.EVIDENCE).texts());
    return item.made(() -> new Origin(kind, method, evidence));
  }
}
