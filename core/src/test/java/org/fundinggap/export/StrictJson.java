package org.fundinggap.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JSON by the letter of RFC 8259 and refuses the rest: objects as maps, arrays as lists,
 * texts, numbers as doubles, true and false. A name twice in an object is refused too.
 */
final class StrictJson {
  private static final Pattern TEXT =
      Pattern.compile("\"((?:[^\"\\\\\\x00-\\x1f]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+)\"");

  private static final Pattern PLAIN =
      Pattern.compile("true|false|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");
  private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\r]*");

  private final String json;
  private int at;

  private StrictJson(String json) {
    this.json = json;
  }

  static Object read(String json) {
    StrictJson reader = new StrictJson(json);
    Object value = reader.value();
    reader.take(SPACE);
    if (reader.at != json.length()) {
      throw reader.fault("nothing more");
    }
    return value;
  }

  private Object value() {
    if (isNext("{")) {
      return object();
    }
    if (isNext("[")) {
      return array();
    }
    if (json.startsWith("\"", at)) {
      return text();
    }
    String plain = take(PLAIN).group();
    return plain.endsWith("e") ? (Object) Boolean.valueOf(plain) : Double.valueOf(plain);
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    while (!isNext("}")) {
      require(members.isEmpty() || isNext(","), "a comma");
      take(SPACE);
      String name = text();
      require(isNext(":"), "a colon");
      take(SPACE);
      require(members.put(name, value()) == null, "each name once");
    }
    return members;
  }

  private List<Object> array() {
    List<Object> items = new ArrayList<>();
    while (!isNext("]")) {
      require(items.isEmpty() || isNext(","), "a comma");
      take(SPACE);
      items.add(value());
    }
    return items;
  }

  private String text() {
    return ESCAPE
        .matcher(take(TEXT).group(1))
        .replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape.group(1))));
  }

  private static String unescaped(String escape) {
    return switch (escape.charAt(0)) {
      case 'u' -> Character.toString((char) Integer.parseInt(escape.substring(1), 16));
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      default -> escape;
    };
  }

  private boolean isNext(String sign) {
    take(SPACE);
    boolean found = json.startsWith(sign, at);
    at += found ? 1 : 0;
    return found;
  }

  private Matcher take(Pattern pattern) {
    Matcher next = pattern.matcher(json).region(at, json.length());
    require(next.lookingAt(), pattern.toString());
    at = next.end();
    return next;
  }

  private void require(boolean right, String expected) {
    if (!right) {
      throw fault(expected);
    }
  }

  private IllegalArgumentException fault(String expected) {
    String rest = json.substring(at, Math.min(json.length(), at + 40));
    return new IllegalArgumentException("at " + at + " must be " + expected + ", was " + rest);
  }
}
