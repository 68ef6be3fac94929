/**
 * Demand for children's social care in England, what meeting it costs, what funding there is, and
 * so the gap, each with its uncertainty.
 *
 * <p>Bottom up: the engine ({@code quantity} to {@code simulation}), numbers with their sources
 * ({@code evidence}, {@code estimation}), England ({@code demand} to {@code hindcast}), answers
 * ({@code comparison} to {@code analysis}), and what readers see ({@code chart}, {@code report}).
 */
@SuppressWarnings("requires-automatic") // Commons Math 3.6.1 names no module
module org.fundinggap {
  requires com.google.common;
  requires commons.math3;
  requires de.siegmar.fastcsv;
  requires org.snakeyaml.engine;
  requires static transitive org.jspecify;

  exports org.fundinggap.quantity;
  exports org.fundinggap.random;
  exports org.fundinggap.distribution;
  exports org.fundinggap.model;
  exports org.fundinggap.draws;
  exports org.fundinggap.scoring;
  exports org.fundinggap.simulation;
  exports org.fundinggap.evidence;
  exports org.fundinggap.estimation;
  exports org.fundinggap.demand;
  exports org.fundinggap.cost;
  exports org.fundinggap.funding;
  exports org.fundinggap.published;
  exports org.fundinggap.calibration;
  exports org.fundinggap.nowcast;
  exports org.fundinggap.lever;
  exports org.fundinggap.own;
  exports org.fundinggap.scenario;
  exports org.fundinggap.file;
  exports org.fundinggap.policy;
  exports org.fundinggap.claim;
  exports org.fundinggap.hindcast;
  exports org.fundinggap.comparison;
  exports org.fundinggap.bridge;
  exports org.fundinggap.appraisal;
  exports org.fundinggap.search;
  exports org.fundinggap.analysis;
  exports org.fundinggap.chart;
  exports org.fundinggap.report;
  exports org.fundinggap.export;
}
