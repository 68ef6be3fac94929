package org.fundinggap.benchmarks;

import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.fundinggap.benchmarks.peers.Peer;
import org.fundinggap.benchmarks.peers.PeerSimulator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A peer")
@Tag("medium")
class PeersTest {
  @ParameterizedTest
  @EnumSource
  @DisplayName("gives the mean and spread of the reference workload")
  void givesRightMeanAndSpread(Peer peer) {
    double[][] gap = new double[PeerSimulator.YEARS][1 << 17];
    peer.simulator(42).fill(gap);
    SummaryStatistics last = new SummaryStatistics();
    for (double value : gap[PeerSimulator.YEARS - 1]) {
      last.addValue(value);
    }
    RightAnswer.check(last.getMean(), last.getStandardDeviation(), gap[0].length);
  }
}
