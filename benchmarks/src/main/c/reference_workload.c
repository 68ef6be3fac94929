/*
 * The reference workload of docs/performance.md in C, for what the machine can do on one thread.
 *
 * Tiles of draws stay in the first cache. Random bits are a hash of a counter. Each loop does one
 * job over one tile, so that the compiler vectorises it, logarithms and cosines included (libmvec).
 *
 *   gcc -O3 -march=native -ffast-math -mprefer-vector-width=512 reference_workload.c -lm -lmvec
 *
 * Prints the best of several runs, and the mean and standard deviation of the last year's gap.
 */
#define _GNU_SOURCE
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define TILE 1024
#define DRAWS (1 << 20)
#define YEARS 10
#define SHOCKS 6
#define RUNS 6
#define EACH for (int n = 0; n < TILE; n++)

typedef double tile[TILE] __attribute__((aligned(64)));

struct state {
  tile referrals, need, plans, foster, agency, homes, pay, prices, fees;
  double funding;
};

static double weight[SHOCKS][SHOCKS];

static uint64_t hash(uint64_t v) {
  v ^= v >> 32;
  v *= 0xd6e8feb86659fd93ULL;
  v ^= v >> 32;
  v *= 0xd6e8feb86659fd93ULL;
  return v ^ (v >> 32);
}

/* Inside (0, 1): 52 bits and a half, so neither end is reached. */
static double unit(uint64_t bits) { return ((double)(int64_t)(bits >> 12) + 0.5) * 0x1p-52; }

static void uniforms(double *restrict out, uint64_t stream, uint64_t first) {
  EACH out[n] = unit(hash(stream + 2 * (first + (uint64_t)n)));
}

/* Box and Muller. Cosine and sine stand apart: in one loop the compiler calls a scalar sincos. */
static void normals(double *restrict a, double *restrict b, uint64_t stream, uint64_t first) {
  static tile radius, turn;
  uniforms(radius, stream, first);
  uniforms(turn, stream + 1, first);
  EACH radius[n] = sqrt(-2.0 * log(radius[n]));
  EACH turn[n] *= 6.283185307179586;
  EACH a[n] = radius[n] * cos(turn[n]);
  EACH b[n] = radius[n] * sin(turn[n]);
}

static void correlated(tile shock[SHOCKS], uint64_t stream, uint64_t first) {
  static tile plain[SHOCKS];
  for (int k = 0; k < SHOCKS; k += 2) {
    normals(plain[k], plain[k + 1], hash(stream * SHOCKS + k), first);
  }
  for (int i = 0; i < SHOCKS; i++) {
    EACH shock[i][n] = weight[i][i] * plain[i][n];
    for (int j = 0; j < i; j++) {
      double w = weight[i][j];
      EACH shock[i][n] += w * plain[j][n];
    }
  }
}

static void grow(double *restrict level, double drift, double spread, const double *restrict shock) {
  EACH level[n] *= exp(drift + spread * shock[n]);
}

static void open_at(struct state *s) {
  EACH {
    s->referrals[n] = 621470;
    s->need[n] = 394400;
    s->plans[n] = 50310;
    s->foster[n] = 34000;
    s->agency[n] = 18000;
    s->homes[n] = 8000;
    s->pay[n] = s->prices[n] = s->fees[n] = 1;
  }
  s->funding = 8300;
}

static void step(struct state *s, tile shock[SHOCKS], double *restrict gap) {
  const double *restrict in = s->referrals;
  grow(s->referrals, 0.01, 0.02, shock[0]);
  EACH s->need[n] = 0.35 * s->need[n] + 0.41 * in[n];
  EACH s->plans[n] = 0.2 * s->plans[n] + 0.068 * in[n] * (1 + 0.03 * shock[1][n]);
  EACH s->foster[n] = 0.72 * s->foster[n] + 0.0155 * in[n] * (1 + 0.03 * shock[2][n]);
  EACH s->agency[n] = 0.72 * s->agency[n] + 0.0082 * in[n];
  EACH s->homes[n] = 0.7 * s->homes[n] + 0.0039 * in[n] * (1 + 0.03 * shock[3][n]);
  grow(s->pay, 0.03, 0.01, shock[3]);
  grow(s->prices, 0.025, 0.015, shock[4]);
  grow(s->fees, 0.05, 0.025, shock[5]);
  s->funding *= 1.025;
  double funding = s->funding;
  EACH gap[n] = s->pay[n] * (0.0005 * in[n] + 0.0025 * s->need[n] + 0.009 * s->plans[n])
      + 0.03 * s->prices[n] * s->foster[n]
      + s->fees[n] * (0.05 * s->agency[n] + 0.2 * s->homes[n]) - funding;
}

static void run(uint64_t seed, double *gaps[YEARS]) {
  static struct state s;
  static tile shock[SHOCKS];
  for (uint64_t first = 0; first < DRAWS; first += TILE) {
    open_at(&s);
    for (int year = 0; year < YEARS; year++) {
      correlated(shock, seed * YEARS + year, first);
      step(&s, shock, gaps[year] + first);
    }
  }
}

static double milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return 1e3 * now.tv_sec + 1e-6 * now.tv_nsec;
}

int main(void) {
  double *gaps[YEARS];
  for (int year = 0; year < YEARS; year++) {
    gaps[year] = calloc(DRAWS, sizeof(double));
    if (!gaps[year]) return 1;
  }
  for (int i = 0; i < SHOCKS; i++) {
    double left = 1;
    for (int j = 0; j < i; j++) {
      weight[i][j] = 0.2 / (1 + j);
      left -= weight[i][j] * weight[i][j];
    }
    weight[i][i] = sqrt(left);
  }
  double best = INFINITY;
  for (int r = 0; r < RUNS; r++) {
    double start = milliseconds();
    run(1 + r, gaps);
    best = fmin(best, milliseconds() - start);
  }
  double mean = 0, square = 0;
  for (int n = 0; n < DRAWS; n++) mean += gaps[YEARS - 1][n] / DRAWS;
  for (int n = 0; n < DRAWS; n++) square += pow(gaps[YEARS - 1][n] - mean, 2);
  printf("C: %.0f ms for %d draws, mean %.2f, sd %.2f\n", best, DRAWS, mean, sqrt(square / DRAWS));
  return 0;
}
