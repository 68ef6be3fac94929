package org.fundinggap.simulation;

import org.fundinggap.model.BlockStepper;
import org.fundinggap.model.Inputs;

/**
 * One scenario as a worker runs it.
 *
 * @param inputs its model and numbers
 * @param run steps it through the years
 * @param sink takes its results
 */
record Lane(Inputs inputs, BlockStepper run, Sink sink) {}
