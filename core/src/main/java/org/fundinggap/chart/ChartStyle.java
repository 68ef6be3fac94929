package org.fundinggap.chart;

import java.util.List;

/**
 * Colours and strokes of charts, light and dark.
 *
 * <p>Every colour of text and line stands out from its ground by at least 4.5 to 1 (WCAG 2.2, level
 * AA), and the palettes were chosen so that neighbours stay apart for readers who see no red, no
 * green or no blue. Plain rules rather than custom properties, because some SVG renderers outside
 * browsers know only those.
 */
public final class ChartStyle {
  /** Series colours on white, in order of use. */
  static final List<String> LIGHT =
      List.of("#0b74c4", "#a46412", "#004d2a", "#8419f0", "#7d7346", "#c8187e");

  /** Series colours on the dark ground, in order of use. */
  static final List<String> DARK =
      List.of("#86a8dc", "#ee5a22", "#4df0a2", "#b45cff", "#ffd338", "#c56b7c");

  /** Ground of a light page. */
  public static final String LIGHT_GROUND = "#ffffff";

  /** Ground of a dark page. */
  public static final String DARK_GROUND = "#15181c";

  /** Text on a light page. */
  public static final String LIGHT_INK = "#1b2026";

  /** Text on a dark page. */
  public static final String DARK_INK = "#eceff2";

  /** Lesser text on a light page. */
  public static final String LIGHT_MUTED = "#59636e";

  /** Lesser text on a dark page. */
  public static final String DARK_MUTED = "#a3adb8";

  private static final List<String> DASHES =
      List.of("7 4", "2 3", "10 3 2 3", "5 3", "12 4", "1 3");

  /** The style of every chart, light and dark. */
  public static final String CSS = shapes() + colours(false) + dark();

  private ChartStyle() {}

  private static String dark() {
    return "@media (prefers-color-scheme:dark){\n"
        + colours(true)
        + ".fg-chart .fg-outer{fill-opacity:.3}\n.fg-chart .fg-inner{fill-opacity:.36}\n}\n";
  }

  private static String shapes() {
    StringBuilder css =
        new StringBuilder(
            """
            .fg-chart{font-family:"Helvetica Neue",Arial,"Liberation Sans",system-ui,sans-serif}
            .fg-chart text{font-variant-numeric:tabular-nums}
            .fg-chart .fg-bold{font-weight:600}
            .fg-chart path,.fg-chart line{fill:none}
            .fg-chart .fg-outer{fill-opacity:.2;stroke:none}
            .fg-chart .fg-inner{fill-opacity:.34;stroke:none}
            .fg-chart .fg-wash{fill-opacity:.09;stroke:none}
            .fg-chart .fg-edge{stroke-width:1.3;stroke-linejoin:round}
            .fg-chart .fg-median,.fg-chart .fg-history{stroke-width:2.4;stroke-linejoin:round}
            .fg-chart .fg-line{stroke-width:2;stroke-linejoin:round}
            .fg-chart .fg-grid,.fg-chart .fg-tick,.fg-chart .fg-leader{stroke-width:1}
            .fg-chart .fg-zero{stroke-width:1.4}
            .fg-chart .fg-base{stroke-width:1;stroke-dasharray:3 3}
            .fg-chart .fg-halo{stroke-width:3.5;paint-order:stroke;stroke-linejoin:round}
            .fg-chart .fg-hit{fill-opacity:0;stroke:none}
            """);
    for (int i = 0; i < DASHES.size(); i++) {
      css.append(".fg-chart .fg-d").append(i).append("{stroke-dasharray:");
      css.append(DASHES.get(i)).append("}\n");
    }
    return css.toString();
  }

  private static String colours(boolean dark) {
    String ground = dark ? DARK_GROUND : LIGHT_GROUND;
    String ink = dark ? DARK_INK : LIGHT_INK;
    String muted = dark ? DARK_MUTED : LIGHT_MUTED;
    String grid = dark ? "#30363d" : "#e1e5e9";
    StringBuilder css = new StringBuilder();
    css.append(rule("fg-bg", "fill:" + ground));
    css.append(rule("fg-ink", "fill:" + ink));
    css.append(rule("fg-muted", "fill:" + muted));
    css.append(rule("fg-grid", "stroke:" + grid));
    css.append(rule("fg-tick", "stroke:" + muted));
    css.append(rule("fg-leader", "stroke:" + muted));
    css.append(rule("fg-zero", "stroke:" + ink));
    css.append(rule("fg-base", "stroke:" + muted));
    css.append(rule("fg-history", "stroke:" + ink));
    css.append(rule("fg-any", "fill:" + muted));
    css.append(rule("fg-anyline", "stroke:" + muted));
    css.append(rule("fg-marker", "fill:" + ink + ";stroke:" + ground + ";stroke-width:1.5"));
    css.append(rule("fg-halo", "stroke:" + ground));
    List<String> palette = dark ? DARK : LIGHT;
    for (int i = 0; i < palette.size(); i++) {
      css.append(rule("fg-s" + i, "stroke:" + palette.get(i)));
      css.append(rule("fg-f" + i, "fill:" + palette.get(i)));
    }
    return css.toString();
  }

  private static String rule(String name, String declarations) {
    return ".fg-chart ." + name + "{" + declarations + "}\n";
  }
}
