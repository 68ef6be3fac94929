package org.fundinggap.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplingTest {
  private static final StreamId FEES = StreamId.ofYear("fees", 2025, "E92000001");
  private static final StreamId ENTRIES = StreamId.ofParameter("entries", "E92000001");

  @Test
  void samplersAreOfTheKindThatIsAskedFor() {
    List<StreamId> leading = new ArrayList<>(List.of(FEES, ENTRIES));
    Sampling sobol = Sampling.sobol(8).withLeading(leading);
    leading.clear();
    assertEquals(Sampler.independent(3), Sampling.independent().sampler(3));
    assertEquals(Sampler.sobol(3, 8, List.of(FEES, ENTRIES)), sobol.sampler(3));
    assertEquals(Sampler.sobol(3, 8, List.of()), Sampling.sobol(8).sampler(3));
    assertEquals(Sampler.sobol(3, 1, List.of()), Sampling.sobol(1).sampler(3));
    assertEquals("independent", Sampling.independent().toString());
    assertEquals("sobol(8 replicates, 2 leading)", sobol.toString());
    assertEquals("sobol(1 replicate, 0 leading)", Sampling.sobol(1).toString());
  }

  @Test
  void oneReplicateIsNotIndependent() {
    assertNotEquals(Sampling.independent(), Sampling.sobol(1));
    assertNotEquals(Sampling.independent().sampler(3), Sampling.sobol(1).sampler(3));
    assertFalse(Sampling.sobol(1).isIndependent());
    assertTrue(Sampling.independent().isIndependent());
  }

  @Test
  void argumentsAreRefused_whenTheyContradictEachOther() {
    assertTrue(
        Refusals.message(() -> Sampling.independent().withLeading(List.of(FEES)))
            .startsWith("leading must be empty for independent draws, had 1 streams; "));
    assertTrue(
        Refusals.message(() -> Sampling.sobol(5))
            .startsWith("replicates must be 1, 2, 4, 8, 16, 32 or 64, was 5; "));
    assertTrue(
        Refusals.message(() -> new Sampling(Sampling.Method.INDEPENDENT, 2, List.of()))
            .startsWith("replicates must be 1 for independent draws, was 2; "));
    assertThrows(IllegalArgumentException.class, () -> Sampling.sobol(0));
    assertThrows(IllegalArgumentException.class, () -> Sampling.sobol(128));
    assertThrows(
        IllegalArgumentException.class, () -> Sampling.sobol(2).withLeading(List.of(FEES, FEES)));
  }
}
