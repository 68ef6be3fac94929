package org.fundinggap.benchmarks.peers;

/** Other libraries that run the reference workload. */
public enum Peer {
  /**
   * SSJ: its usual stream, MRG32k3a; correlated normals by its Cholesky generator, draw by draw.
   */
  SSJ("SSJ 3.3.2 (MRG32k3a)"),
  /** SSJ: the same on the fastest of its streams, which has no substreams worth the name. */
  SSJ_FASTEST("SSJ 3.3.2 (LFSR113)"),
  /** finmath-lib: Brownian increments and random variables, whole paths at a time. */
  FINMATH("finmath-lib 6.0.28"),
  /** Commons Math: a loop over the normals of Well19937c. */
  COMMONS_MATH("Commons Math 3.6.1 loop (Well19937c)"),
  /** Commons RNG: a loop over its ziggurat on xoshiro256++. */
  COMMONS_RNG("Commons RNG 1.7 loop (xoshiro256++)"),
  /** The JDK's {@code java.util.random}: a loop over the normals of xoshiro256++. */
  XOSHIRO("java.util.random loop (xoshiro256++)"),
  /** The JDK's {@code java.util.random}: a loop over the normals of L64X128MixRandom. */
  L64X128("java.util.random loop (L64X128MixRandom)");

  private final String label;

  Peer(String label) {
    this.label = label;
  }

  /**
   * Name, version and generator, for tables.
   *
   * @return such as {@code SSJ 3.3.2 (MRG32k3a)}
   */
  public String label() {
    return label;
  }

  /**
   * Starts its random numbers anew.
   *
   * @param seed any number; the same seed gives the same gaps
   * @return a simulator, for one thread
   */
  public PeerSimulator simulator(long seed) {
    return switch (this) {
      case SSJ -> SsjPeer.onUsualStream(seed);
      case SSJ_FASTEST -> SsjPeer.onFastestStream(seed);
      case FINMATH -> new FinmathPeer(seed);
      case COMMONS_MATH -> LoopPeer.ofCommonsMath(seed);
      case COMMONS_RNG -> LoopPeer.ofCommonsRng(seed);
      case XOSHIRO -> LoopPeer.ofJdk("Xoshiro256PlusPlus", seed);
      case L64X128 -> LoopPeer.ofJdk("L64X128MixRandom", seed);
    };
  }
}
