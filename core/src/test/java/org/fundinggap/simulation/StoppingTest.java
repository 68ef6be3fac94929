package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Block;
import org.fundinggap.quantity.YearRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A run that is stopped")
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("medium")
class StoppingTest {
  private static final YearRange YEARS = years(2024, 2027);
  private static final int DRAWS = 40 * Block.SIZE + 17;

  private final Simulation simulation = Simulation.of(new Strands(7, 3).scenario("all", YEARS));

  /** Stops when it is asked for the n-th time. */
  private static Execution stoppingAt(int question, int threads) {
    AtomicInteger asked = new AtomicInteger();
    return Execution.ofThreads(threads).stoppingWhen(() -> asked.incrementAndGet() >= question);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  @DisplayName("half-way holds the first draws of the whole, with their bits")
  void prefixIsLeft(int threads) {
    Settings settings = Settings.of(5, DRAWS);
    Projection whole = simulation.run(settings);
    Projection stopped = simulation.on(stoppingAt(21, threads)).run(settings);
    int draws = stopped.settings().draws();
    // Each question before the 21st is followed by a block, unless another thread had stopped all.
    assertEquals(20 * Block.SIZE, draws, (threads - 1.0) * Block.SIZE);
    assertEquals(0, stopped.firstDraw());
    Bits.assertSame(simulation.run(settings.withDraws(draws)), stopped);
    whole
        .variables("all")
        .forEach(
            v -> Bits.assertFirstSame(whole.outcome("all", v), stopped.outcome("all", v), draws));
    assertEquals(draws, stopped.draws("all", Strands.rate(0)).size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  @DisplayName("half-way holds the histograms of the first draws")
  void prefixIsLeftInHistograms(int threads) {
    Settings settings = Settings.of(5, DRAWS).withMemory(0);
    Projection stopped = simulation.on(stoppingAt(21, threads)).run(settings);
    assertFalse(stopped.outcome("all", Strands.stock(0)).hasDraws());
    assertEquals(
        simulation.run(stopped.settings()).digest(), stopped.digest(), "the same run anew");
  }

  @Test
  @DisplayName("in a later part holds the first draws of that part")
  void partIsCutShort() {
    Settings settings = Settings.of(5, DRAWS);
    Projection stopped = simulation.on(stoppingAt(6, 1)).runPart(settings, 2, 4);
    assertEquals(20 * Block.SIZE, stopped.firstDraw());
    assertEquals(5 * Block.SIZE, stopped.settings().draws());
    Projection before = simulation.runPart(settings, 0, 2);
    Projection joined = Projection.joined(List.of(stopped, before));
    Bits.assertSame(simulation.run(settings.withDraws(25 * Block.SIZE)), joined);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  @DisplayName("before its first block is refused")
  void nothingIsRefused(int threads) {
    Simulation atOnce = simulation.on(Execution.ofThreads(threads).stoppingWhen(() -> true));
    Settings settings = Settings.of(1, DRAWS);
    Precision precision = Precision.ofMean("all", Strands.stock(0), year(2025), 1e-3);
    for (Settings each : new Settings[] {settings, settings.withMemory(0)}) {
      assertHolds(stopped(() -> atOnce.run(each)), "stopped before its first block");
      assertHolds(stopped(() -> atOnce.run(each, precision)), "stopped before its first block");
      assertHolds(stopped(() -> atOnce.runPart(each, 1, 2)), "stopped before its first block");
    }
    assertHolds(stopped(() -> atOnce.means(settings)), "stopped after 0", "40977", "run(...)");
  }

  private static String stopped(Executable run) {
    return String.valueOf(assertThrows(IllegalStateException.class, run).getMessage());
  }

  @Test
  @DisplayName("long before 2^30 draws needs memory for none of them")
  void largestNumberOfDrawsStarts() {
    Simulation normal =
        Simulation.of(OneVariable.equalTo(Distribution.normal(0, 1), "a", "x", years(2024, 2024)));
    Settings most = Settings.of(1, 1 << 30);
    Projection few = normal.on(stoppingAt(4, 1)).run(most);
    assertEquals(3 * Block.SIZE, few.settings().draws());
    Projection end = normal.on(stoppingAt(2, 1)).runPart(most, (1 << 20) - 1, 1 << 20);
    assertEquals((1 << 30) - Block.SIZE, end.firstDraw());
    assertEquals(Block.SIZE, end.settings().draws());
    assertTrue(Math.abs(end.outcome(number("x")).summary(year(2024)).mean()) < 0.2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  @DisplayName("by a condition that fails throws what it threw")
  void conditionThatThrows(int threads) {
    RuntimeException fault = new ArithmeticException("no more");
    AtomicInteger asked = new AtomicInteger();
    Execution failing =
        Execution.ofThreads(threads)
            .stoppingWhen(
                () -> {
                  if (asked.incrementAndGet() > 5) {
                    throw fault;
                  }
                  return false;
                });
    Settings settings = Settings.of(1, DRAWS);
    assertSame(
        fault, assertThrows(RuntimeException.class, () -> simulation.on(failing).run(settings)));
    assertTrue(asked.get() <= 5 + threads, asked + " questions");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  @DisplayName("by a listener that fails throws what it threw")
  void listenerThatThrows(int threads) {
    RuntimeException fault = new ArithmeticException("screen is gone");
    AtomicInteger seconds = new AtomicInteger();
    AtomicInteger told = new AtomicInteger();
    Execution failing =
        Execution.ofThreads(threads)
            .reporting(
                progress -> {
                  told.incrementAndGet();
                  throw fault;
                },
                () -> seconds.incrementAndGet() * 1_000_000_000L);
    Settings settings = Settings.of(1, DRAWS);
    assertSame(
        fault, assertThrows(RuntimeException.class, () -> simulation.on(failing).run(settings)));
    assertTrue(told.get() <= threads, told + " reports after the first failed");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  @DisplayName("by an interrupt says so, and the thread stays interrupted")
  void interruptIsKept(int threads) {
    AtomicInteger asked = new AtomicInteger();
    Thread caller = Thread.currentThread();
    Execution interrupted =
        Execution.ofThreads(threads)
            .stoppingWhen(
                () -> {
                  if (asked.incrementAndGet() == 3) {
                    caller.interrupt();
                  }
                  return false;
                });
    Settings settings = Settings.of(1, DRAWS);
    String message = stopped(() -> simulation.on(interrupted).run(settings));
    assertTrue(Thread.interrupted(), "the caller must stay interrupted");
    assertHolds(message, "interrupted before it ended");
    assertTrue(asked.get() < 41, asked + " blocks");
  }
}
