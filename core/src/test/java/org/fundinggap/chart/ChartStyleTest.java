package org.fundinggap.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contrast by WCAG 2.2; colour vision by Machado, Oliveira and Fernandes (2009), severity 1. */
class ChartStyleTest {
  private static final double[][][] EYES = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {
      {0.152286, 1.052583, -0.204868},
      {0.114503, 0.786281, 0.099216},
      {-0.003882, -0.048116, 1.051998}
    },
    {
      {0.367322, 0.860646, -0.227968},
      {0.280085, 0.672501, 0.047413},
      {-0.011820, 0.042940, 0.968881}
    },
    {
      {1.255528, -0.076749, -0.178779},
      {-0.078411, 0.930809, 0.147602},
      {0.004733, 0.691367, 0.303900}
    }
  };

  @Test
  void textAndLinesStandOut_inLightAndDark() {
    assertEquals(List.of(), faint(ChartStyle.LIGHT, ChartStyle.LIGHT_GROUND));
    assertEquals(List.of(), faint(ChartStyle.DARK, ChartStyle.DARK_GROUND));
    List<String> light = List.of(ChartStyle.LIGHT_INK, ChartStyle.LIGHT_MUTED);
    assertEquals(List.of(), faint(light, ChartStyle.LIGHT_GROUND));
    List<String> dark = List.of(ChartStyle.DARK_INK, ChartStyle.DARK_MUTED);
    assertEquals(List.of(), faint(dark, ChartStyle.DARK_GROUND));
  }

  @Test
  void seriesStayApart_forColourBlindReaders() {
    assertEquals(FanChart.MOST_SERIES, ChartStyle.LIGHT.size());
    assertEquals(FanChart.MOST_SERIES, ChartStyle.DARK.size());
    assertEquals(List.of(), alike(ChartStyle.LIGHT, ChartStyle.LIGHT_INK));
    assertEquals(List.of(), alike(ChartStyle.DARK, ChartStyle.DARK_INK));
  }

  @Test
  void styleHoldsBothPalettes() {
    ChartStyle.LIGHT.forEach(colour -> assertTrue(ChartStyle.CSS.contains(colour)));
    int dark = ChartStyle.CSS.indexOf("prefers-color-scheme:dark");
    ChartStyle.DARK.forEach(colour -> assertTrue(ChartStyle.CSS.indexOf(colour) > dark));
  }

  private static List<String> faint(List<String> colours, String ground) {
    List<String> faint = new ArrayList<>(colours);
    faint.removeIf(
        colour -> {
          double a = luminance(colour);
          double b = luminance(ground);
          return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) >= 4.5;
        });
    return faint;
  }

  /** The pairs nearer than 19 in CIELAB for some eye; 2.3 is just noticeable. */
  private static List<String> alike(List<String> palette, String ink) {
    List<String> colours = new ArrayList<>(palette);
    colours.add(ink);
    List<String> alike = new ArrayList<>();
    for (int e = 0; e < EYES.length; e++) {
      for (int i = 0; i < colours.size(); i++) {
        for (int j = 0; j < i; j++) {
          double distance =
              distance(lab(seen(colours.get(i), EYES[e])), lab(seen(colours.get(j), EYES[e])));
          if (!(distance >= 19)) {
            alike.add(e + ": " + colours.get(i) + " " + colours.get(j) + " " + distance);
          }
        }
      }
    }
    return alike;
  }

  private static double[] linear(String colour) {
    double[] rgb = new double[3];
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      rgb[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
    return rgb;
  }

  private static double luminance(String colour) {
    double[] rgb = linear(colour);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  private static double[] seen(String colour, double[][] eye) {
    double[] rgb = linear(colour);
    double[] seen = new double[3];
    for (int i = 0; i < 3; i++) {
      double c = eye[i][0] * rgb[0] + eye[i][1] * rgb[1] + eye[i][2] * rgb[2];
      seen[i] = Math.min(1, Math.max(0, c));
    }
    return seen;
  }

  private static double[] lab(double[] rgb) {
    double x = root((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
    double y = root(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
    double z = root((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double root(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(
        (a[0] - b[0]) * (a[0] - b[0])
            + (a[1] - b[1]) * (a[1] - b[1])
            + (a[2] - b[2]) * (a[2] - b[2]));
  }
}
