package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.fundinggap.model.Block;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Reports of progress")
class ProgressTest {
  private static final int BLOCKS = 40;
  private static final int DRAWS = BLOCKS * Block.SIZE - 24;
  private static final long QUARTER_SECOND = 250_000_000L;

  private final Simulation simulation =
      Simulation.of(new Strands(7, 1).scenario("all", years(2024, 2026)));
  private final List<Progress> told = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong clock = new AtomicLong(-7 * QUARTER_SECOND);

  /** A clock that is a quarter of a second on each time that it is read. */
  private Execution reporting(int threads) {
    return Execution.ofThreads(threads).reporting(told::add, () -> clock.getAndAdd(QUARTER_SECOND));
  }

  private Progress last() {
    return told.get(told.size() - 1);
  }

  @Test
  @DisplayName("come every half second and at the end, with draws, rate and time left")
  void reportsOfOneThread() {
    simulation.on(reporting(1)).run(Settings.of(1, DRAWS));
    assertEquals(BLOCKS / 2 + 1, told.size());
    Progress first = told.get(0);
    assertEquals(new Progress(2 * Block.SIZE, DRAWS, Duration.ofMillis(500)), first);
    assertEquals(4 * Block.SIZE, first.drawsPerSecond(), 1e-9);
    double left = (DRAWS - 2.0 * Block.SIZE) / (4 * Block.SIZE);
    assertEquals(left, first.timeLeft().toNanos() * 1e-9, 1e-8);
    assertEquals("2,048 of 40,936 draws, 4,096 a second, 9.5 s left", first.toString());
    assertEquals(DRAWS, last().draws());
    assertEquals(Duration.ZERO, last().timeLeft());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  @DisplayName("never go back, and end with the whole")
  void reportsRise(int threads) {
    simulation.on(reporting(threads)).run(Settings.of(1, DRAWS));
    Progress before = new Progress(0, DRAWS, Duration.ZERO);
    for (Progress each : told) {
      assertEquals(DRAWS, each.limit());
      assertTrue(each.draws() >= before.draws(), told.toString());
      assertTrue(each.elapsed().compareTo(before.elapsed()) > 0, told.toString());
      before = each;
    }
    assertEquals(DRAWS, last().draws());
    assertTrue(told.size() > 2, told.toString());
  }

  @Test
  @DisplayName("end with what was done, if the run is stopped, is a part, or is precise")
  void lastReportIsOfTheEnd() {
    long[] questions = {0};
    simulation.on(reporting(1).stoppingWhen(() -> ++questions[0] > 9)).run(Settings.of(1, DRAWS));
    assertEquals(9 * Block.SIZE, last().draws());
    simulation.on(reporting(2)).runPart(Settings.of(1, DRAWS), 3, 4);
    assertEquals(10 * Block.SIZE - 24, last().draws());
    assertEquals(10 * Block.SIZE - 24, last().limit());
    Precision loose = Precision.ofMean("all", Strands.stock(0), years(2024, 2025).last(), 1e6);
    simulation.on(reporting(2)).run(Settings.of(1, DRAWS), loose);
    assertEquals(16 * Block.SIZE, last().draws());
    assertEquals(DRAWS, last().limit());
  }

  @Test
  @DisplayName("say nothing of a rate that nobody knows yet")
  void unknownRate() {
    Progress none = new Progress(0, 100, Duration.ofSeconds(3));
    assertEquals(0.0, none.drawsPerSecond());
    assertEquals(Duration.ofNanos(Long.MAX_VALUE), none.timeLeft());
    assertEquals("0 of 100 draws, 0 a second", none.toString());
    Progress stuckClock = new Progress(50, 100, Duration.ZERO);
    assertEquals(0.0, stuckClock.drawsPerSecond());
    assertEquals("50 of 100 draws, 0 a second", stuckClock.toString());
    Progress slow = new Progress(1, 1 << 30, Duration.ofDays(3_650));
    assertEquals(Duration.ofNanos(Long.MAX_VALUE), slow.timeLeft());
  }
}
