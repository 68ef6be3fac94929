"""The reference workload of docs/performance.md in NumPy, on one thread.

As somebody would write it who knows NumPy well: pieces of draws that stay in cache, a fast bit
generator, arithmetic in place. Prints the best of several runs, and the mean and standard deviation
of the last year's gap.
"""

import time

import numpy as np

DRAWS, PIECE, YEARS, SHOCKS, RUNS = 1 << 20, 1 << 13, 10, 6, 5


def weights():
    """The lower triangle that correlates the shocks."""
    below = np.tril(np.tile(0.2 / np.arange(1, SHOCKS + 1), (SHOCKS, 1)), -1)
    return below + np.diag(np.sqrt(1 - (below**2).sum(axis=1)))


def piece(random, weight, gaps):
    """Runs some draws through all years and writes their gaps, a row for each year."""
    n = gaps.shape[1]
    referrals, need, plans = np.full(n, 621_470.0), np.full(n, 394_400.0), np.full(n, 50_310.0)
    foster, agency, homes = np.full(n, 34_000.0), np.full(n, 18_000.0), np.full(n, 8_000.0)
    pay, prices, fees = np.ones(n), np.ones(n), np.ones(n)
    funding = 8_300.0
    plain = np.empty((SHOCKS, n))
    for gap in gaps:
        random.standard_normal(out=plain)
        shock = weight @ plain
        noise = 1 + 0.03 * shock[1:4]
        referrals *= np.exp(0.01 + 0.02 * shock[0])
        need *= 0.35
        need += 0.41 * referrals
        plans *= 0.2
        plans += 0.068 * referrals * noise[0]
        foster *= 0.72
        foster += 0.0155 * referrals * noise[1]
        agency *= 0.72
        agency += 0.0082 * referrals
        homes *= 0.7
        homes += 0.0039 * referrals * noise[2]
        pay *= np.exp(0.03 + 0.01 * shock[3])
        prices *= np.exp(0.025 + 0.015 * shock[4])
        fees *= np.exp(0.05 + 0.025 * shock[5])
        funding *= 1.025
        np.multiply(pay, 0.0005 * referrals + 0.0025 * need + 0.009 * plans, out=gap)
        gap += 0.03 * prices * foster
        gap += fees * (0.05 * agency + 0.2 * homes)
        gap -= funding


def main():
    weight, gaps, best = weights(), np.empty((YEARS, DRAWS)), np.inf
    for run in range(RUNS):
        random = np.random.Generator(np.random.SFC64(run))
        start = time.perf_counter()
        for first in range(0, DRAWS, PIECE):
            piece(random, weight, gaps[:, first : first + PIECE])
        best = min(best, time.perf_counter() - start)
    last = gaps[-1]
    print(
        f"numpy {np.__version__}: {1e3 * best:.0f} ms for {DRAWS} draws, "
        f"mean {last.mean():.2f}, sd {last.std():.2f}"
    )


if __name__ == "__main__":
    main()
