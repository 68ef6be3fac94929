package org.fundinggap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.PublicCalls.Call;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Calls whatever a user can call, with null for one argument at a time and samples for the others.
 * What can't be called like that, as an argument has no sample, is called with null for those too.
 */
@DisplayName("A null argument is refused when it is given, by its name")
@Tag("medium")
class NullArgumentsTest {
  /** The packages that are held to it. */
  private static final Set<String> HELD =
      Set.of(
          "appraisal",
          "chart",
          "claim",
          "cost",
          "distribution",
          "lever",
          "policy",
          "quantity",
          "report",
          "scenario",
          "search");

  @Test
  void everyPublicCall() {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (Call call : PublicCalls.all()) {
      for (int i = 0; i < call.names().size() && HELD.contains(call.packageName()); i++) {
        boolean isReference = !call.executable().getParameterTypes()[i].isPrimitive();
        if (isReference && !call.nullable().get(i) && canCall(call)) {
          tried++;
          problem(call, i).ifPresent(wrong::add);
        }
      }
    }
    assertTrue(tried > 250, "only " + tried);
    assertEquals(List.of(), wrong, wrong.size() + " of " + tried);
  }

  private static boolean canCall(Call call) {
    return call.isStatic() || NullSamples.of(call.executable().getDeclaringClass()).isPresent();
  }

  private static Optional<String> problem(Call call, int nulled) {
    String name = call.names().get(nulled);
    Object[] arguments = arguments(call, nulled);
    String what = call + " with null for " + name + " ";
    try {
      invoke(call, arguments);
      return Optional.of(what + "was accepted");
    } catch (InvocationTargetException thrown) {
      Throwable cause = thrown.getCause();
      String message = String.valueOf(cause.getMessage());
      if (message.contains(name)) {
        return Optional.empty();
      }
      boolean refusedAnother =
          cause instanceof IllegalArgumentException
              || othersNull(call, arguments, nulled).stream().anyMatch(message::contains);
      return refusedAnother ? Optional.empty() : Optional.of(what + "threw " + cause);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(call.toString(), e);
    }
  }

  /** Names of the others that had no sample; which of all is refused first is of no interest. */
  private static List<String> othersNull(Call call, Object[] arguments, int nulled) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      if (i != nulled && arguments[i] == null) {
        others.add(call.names().get(i));
      }
    }
    return others;
  }

  private static Object[] arguments(Call call, int nulled) {
    Class<?>[] types = call.executable().getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      if (i != nulled) {
        arguments[i] = NullSamples.of(types[i]).orElse(null);
      }
    }
    return arguments;
  }

  private static void invoke(Call call, Object[] arguments) throws ReflectiveOperationException {
    Executable executable = call.executable();
    if (executable instanceof Constructor<?> constructor) {
      constructor.newInstance(arguments);
    } else {
      Object receiver =
          call.isStatic() ? null : NullSamples.of(executable.getDeclaringClass()).orElseThrow();
      ((Method) executable).invoke(receiver, arguments);
    }
  }
}
