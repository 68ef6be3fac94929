package org.fundinggap.report;

import org.fundinggap.chart.ChartStyle;

/** The style of a page, its charts' colours apart. */
final class PageStyle {
  /** The whole style sheet; it names no address and holds no character that XML would escape. */
  static final String CSS =
      """
      *{box-sizing:border-box}
      body{margin:0 auto;padding:1.5rem 16px 3rem;max-width:1220px;line-height:1.55;
      font-family:"Helvetica Neue",Arial,"Liberation Sans",system-ui,sans-serif;
      font-size:1rem;overflow-wrap:break-word;background:GROUND;color:INK}
      h1{font-size:1.9rem;line-height:1.2;margin:.5rem 0 .4rem}
      h2{font-size:1.3rem;line-height:1.3;margin:2.6rem 0 .5rem}
      p{margin:.6rem 0}
      h1,h2,p,figure,footer{max-width:720px}
      .fg-subtitle,.fg-sources,figcaption,footer{color:MUTED}
      .fg-lead{font-size:1.12rem}
      figure{margin:1.3rem 0}
      .fg-sources,figcaption,footer{font-size:.85rem}
      figcaption a,.fg-sources a{color:inherit}
      footer{margin-top:3rem;border-top:1px solid RULE}
      svg.fg-chart{display:block;width:100%;height:auto}
      .fg-narrow{display:none;max-width:480px}
      .fg-scroll{overflow-x:auto;margin:1.3rem 0}
      .fg-table{border-collapse:collapse;width:100%;font-size:.93rem;
      font-variant-numeric:tabular-nums}
      .fg-table caption{text-align:left;padding-bottom:.5rem}
      .fg-table strong{display:block}
      .fg-table caption span,.fg-table tfoot span{display:inline-block;position:sticky;left:0;
      max-width:min(100%,calc(100vw - 32px),720px);color:MUTED}
      .fg-table tbody th{white-space:nowrap}
      .fg-table td{white-space:nowrap}
      .fg-table td:nth-child(2):not(.fg-number),.fg-table tfoot td{white-space:normal}
      .fg-table td:nth-child(2):not(.fg-number){min-width:13rem}
      .fg-table strong{color:INK}
      .fg-table th,.fg-table td{text-align:left;vertical-align:top;padding:.35rem 0 .35rem .9rem;
      border-bottom:1px solid RULE;font-weight:400}
      .fg-table thead th{font-weight:600;vertical-align:bottom;border-bottom:2px solid MUTED}
      .fg-table th.fg-number,.fg-table td.fg-number{text-align:right;white-space:nowrap}
      .fg-table tr>:first-child{padding-left:0}
      .fg-table thead th.fg-number{white-space:normal}
      .fg-table tfoot td{border-bottom:none;font-size:.85rem}
      @media (max-width:600px){
      .fg-wide{display:none}.fg-narrow{display:block}
      h1{font-size:1.55rem}.fg-lead{font-size:1.05rem}
      }
      @media print{body{max-width:none}figure,.fg-scroll{break-inside:avoid}}
      """
              .replace("GROUND", ChartStyle.LIGHT_GROUND)
              .replace("INK", ChartStyle.LIGHT_INK)
              .replace("MUTED", ChartStyle.LIGHT_MUTED)
              .replace("RULE", "#d5dae0")
          + dark();

  private PageStyle() {}

  private static String dark() {
    return """
    @media (prefers-color-scheme:dark){
    body{background:GROUND;color:INK}
    .fg-table strong{color:INK}
    .fg-subtitle,.fg-sources,figcaption,footer,.fg-table caption span,.fg-table tfoot span{color:MUTED}
    .fg-table strong{color:INK}
    footer,.fg-table th,.fg-table td{border-color:RULE}
    .fg-table thead th{border-bottom-color:MUTED}
    }
    """
        .replace("GROUND", ChartStyle.DARK_GROUND)
        .replace("INK", ChartStyle.DARK_INK)
        .replace("MUTED", ChartStyle.DARK_MUTED)
        .replace("RULE", "#383f47");
  }
}
