package org.fundinggap;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * The properties of a class so marked try the same values in every clone and on every run, so that
 * what fails for one person fails for all. To try others: {@code -Dfundinggap.propertySeed=7}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AddLifecycleHook(Seeded.OneSeed.class)
public @interface Seeded {

  /** Gives a property the seed, unless it names its own; jqwik itself has no seed for all. */
  class OneSeed implements AroundPropertyHook {

    static String seed() {
      return Long.getLong("fundinggap.propertySeed", 20_260_101L).toString();
    }

    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext context, PropertyExecutor property) {
      PropertyAttributes attributes = context.attributes();
      if (attributes.seed().isEmpty()) {
        attributes.setSeed(seed());
      }
      return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
      return PropagationMode.ALL_DESCENDANTS;
    }
  }
}
