/**
 * Runs scenarios over draws, on any number of threads with the same result to the bit.
 *
 * <p>To read it in order: {@link org.fundinggap.simulation.Simulation} is what to run, {@link
 * org.fundinggap.simulation.Settings} what changes the answer, {@link
 * org.fundinggap.simulation.Execution} what must not. {@code BlockQueue} hands out blocks of draws
 * to a {@code BlockWorker} a thread, the one place that steps models; {@code ParameterColumns} and
 * {@code ShockColumns} draw what the block needs by a {@code Chance}, {@code Sink}s take results
 * out of it. {@code Store} holds what is kept, as draws or as {@code Histogram}s. {@link
 * org.fundinggap.simulation.Projection} is the answer, {@link org.fundinggap.simulation.Outcome}
 * one variable of it, {@link org.fundinggap.draws.Summary} one number, {@link
 * org.fundinggap.draws.Draws} its draws. {@link org.fundinggap.simulation.Snapshot} is one value of
 * everything, {@link org.fundinggap.simulation.CentralPath} a run without chance.
 */
@NullMarked
package org.fundinggap.simulation;

import org.jspecify.annotations.NullMarked;
