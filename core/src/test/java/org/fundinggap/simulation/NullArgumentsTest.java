package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.assertOneProblem;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalDouble;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Option;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Pieces;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;
import org.fundinggap.random.Sampling;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@NullUnmarked
@DisplayName("Null in place of an argument is refused by its name when it is given")
class NullArgumentsTest {
  private static final Option OPTION = OneVariable.by(block -> {}, years(2024, 2025));
  private static final Simulation SIMULATION = Simulation.of(OPTION);
  private static final Settings SETTINGS = Settings.of(1, 10);

  private static void assertNamed(String name, Executable call) {
    assertHolds(String.valueOf(assertThrows(NullPointerException.class, call).getMessage()), name);
  }

  @Test
  void ofHowToRun() {
    Execution execution = Execution.ofThreads(1);
    assertNamed("listener must be given", () -> execution.reporting(null, System::nanoTime));
    assertNamed("nanoTime must be given", () -> execution.reporting(progress -> {}, null));
    assertNamed("condition must be given", () -> execution.stoppingWhen(null));
    assertNamed("execution must be given", () -> SIMULATION.on(null));
    assertNamed("sampling must be given", () -> SETTINGS.withSampling(null));
  }

  @Test
  void ofWhatIsRun() {
    assertOneProblem(() -> Simulation.of((Option) null), "scenarios must hold no null");
    assertOneProblem(() -> Simulation.of(OPTION, null), "scenarios must hold no null");
    assertNamed("scenarios must be given", () -> Simulation.of((List<Option>) null));
    assertNamed("variable must be given", () -> SIMULATION.keeping((Variable) null));
    assertNamed("variable must be given", () -> SIMULATION.alsoKeeping("s", (Variable) null));
    assertNamed("scenario must be given", () -> SIMULATION.alsoKeeping(null, number("x")));
    assertNamed("inputs must be given", () -> Option.of("s", null));
    assertNamed("name must be given", () -> Option.of(null, OPTION.inputs()));
    assertNamed("inputs must be given", () -> CentralPath.of(null));
  }

  @Test
  void ofSettings() {
    Precision precision = Precision.ofMean("s", number("x"), Pieces.year(2025), 1);
    for (Executable call :
        List.<Executable>of(
            () -> SIMULATION.run(null),
            () -> SIMULATION.run(null, precision),
            () -> SIMULATION.runPart(null, 0, 1),
            () -> SIMULATION.means(null),
            () -> SIMULATION.draw(null, 0),
            () -> SIMULATION.firstNotFinite(null))) {
      assertNamed("settings must be given", call);
    }
    assertNamed("precision must be given", () -> SIMULATION.run(SETTINGS, null));
    OptionalDouble none = OptionalDouble.empty();
    Variable x = number("x");
    assertNamed("scenario", () -> new Precision(null, x, Pieces.year(2025), none, 1));
    assertNamed("variable", () -> new Precision("s", null, Pieces.year(2025), none, 1));
    assertNamed("year", () -> new Precision("s", x, null, none, 1));
    assertNamed("quantile", () -> new Precision("s", x, Pieces.year(2025), null, 1));
    assertNamed("sampling", () -> new Settings(1, 10, 1, 0, null));
    assertHolds(SETTINGS.withSampling(Sampling.sobol(1)).toString(), "sobol");
  }

  @Test
  void ofModels() {
    Parameter rate = parameter("rate");
    assertNamed(
        "formula of equation E1",
        () -> Equation.of("E1", "x").writes(number("x")).as((Formula) null));
    assertNamed("unit of x", () -> new Schedule("x", "x", null));
    assertNamed("unit of x", () -> new Parameter("x", "x", null, 0, 1));
    assertNamed("unit of x", () -> Variable.of("x", "x", null));
    assertNamed("unit of x", () -> new Variable("x", "x", (Unit) null, null));
    assertNamed("kind", () -> new Origin(null, "", List.of(EVIDENCE)));
    assertNamed("method", () -> new Origin(Origin.Derivation.GIVEN, null, List.of(EVIDENCE)));
    Inputs inputs = OPTION.inputs();
    assertNamed("distribution of rate", () -> inputs.toBuilder().parameter(rate, null, EVIDENCE));
    assertNamed(
        "origin of rate",
        () -> inputs.toBuilder().parameter(rate, Distribution.fixed(1), (Origin) null));
  }
}
