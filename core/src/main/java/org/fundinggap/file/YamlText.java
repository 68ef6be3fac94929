package org.fundinggap.file;

import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The tree of a text in YAML 1.2, of which a scenario file uses what a person reads at first sight:
 * mappings, lists, plain and quoted values, comments. What stands for another part of the file, or
 * names a type, is refused.
 */
final class YamlText {
  /** Far more than a scenario has; the time of one long text grows with its square, 1 s here. */
  static final int MOST_CHARACTERS = 1_000_000;

  private static final int DEEPEST = 50;

  private YamlText() {}

  /** The root of the tree; what is wrong goes to the faults, and the root then has no value. */
  static Item root(String text, Faults faults) {
    if (isTooLong(text, faults)) {
      return Item.missing(faults);
    }
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(MOST_CHARACTERS).setLabel("file").build();
    try {
      int before = faults.count();
      checkPlain(parser(text, settings), faults);
      if (faults.count() > before) {
        return Item.missing(faults);
      }
      return new Composer(settings, parser(text, settings))
          .getSingleNode()
          .map(node -> new Item(node, "", faults))
          .orElseGet(() -> empty(faults));
    } catch (MarkedYamlEngineException refused) {
      faults.add(
          refused.getProblemMark(),
          "must be YAML, was not: "
              + String.valueOf(refused.getProblem()).replaceAll("\\s+", " ")
              + "; look at indents, colons and quotes");
    } catch (YamlEngineException refused) {
      String why = String.valueOf(refused.getMessage()).replaceAll("\\s+", " ");
      faults.add(Optional.empty(), "must be plain YAML of printable characters, was not: " + why);
    }
    return Item.missing(faults);
  }

  /** Asked before it is read: the parser counts what it has read, and reads a long word whole. */
  private static boolean isTooLong(String text, Faults faults) {
    if (text.length() <= MOST_CHARACTERS) {
      return false;
    }
    faults.add(
        Optional.empty(),
        String.format(
            Locale.ROOT,
            "a scenario file must have at most %,d characters, had %,d",
            MOST_CHARACTERS,
            text.length()));
    return true;
  }

  private static ParserImpl parser(String text, LoadSettings settings) {
    return new ParserImpl(settings, new StreamReader(settings, text));
  }

  private static Item empty(Faults faults) {
    faults.add(Optional.empty(), "a scenario file must say what it holds, was empty");
    return Item.missing(faults);
  }

  private static void checkPlain(Iterator<Event> events, Faults faults) {
    int depth = 0;
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof NodeEvent node) {
        checkPlain(node, faults);
      }
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (depth > DEEPEST) {
        faults.add(event.getStartMark(), "must be at most " + DEEPEST + " levels deep, was deeper");
        return;
      }
    }
  }

  private static void checkPlain(NodeEvent event, Faults faults) {
    Optional<Anchor> anchor = event.getAnchor();
    boolean typed =
        event instanceof ScalarEvent scalar
            ? scalar.getTag().isPresent()
            : event instanceof CollectionStartEvent start && start.getTag().isPresent();
    if (anchor.isPresent() || event instanceof AliasEvent) {
      String name = anchor.map(Anchor::getValue).orElse("");
      faults.add(
          event.getStartMark(),
          "must not stand for another part (&"
              + Faults.quoted(name)
              + "), did; write the part out, or put the value in quotes");
    } else if (typed) {
      faults.add(
          event.getStartMark(),
          "must not name a type (!), did; leave it out, or put the value in quotes");
    }
  }
}
