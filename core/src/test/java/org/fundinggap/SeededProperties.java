package org.fundinggap;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** What the mark promises to every class that bears it. */
@Seeded
class SeededProperties {
  private static final String OWN_SEED = "7";

  @Property(tries = 2)
  @AddLifecycleHook(RanWithTheSeedOfAll.class)
  void propertyRunsWithTheSeedOfAll(@ForAll long value) {}

  @Property(tries = 2, seed = OWN_SEED)
  @AddLifecycleHook(RanWithItsOwnSeed.class)
  void propertyKeepsSeedOfItsOwn(@ForAll long value) {}

  private static PropertyExecutionResult ranWith(String seed, PropertyExecutor property) {
    PropertyExecutionResult result = property.execute();
    return result.seed().equals(Optional.of(seed))
        ? result
        : result.mapToFailed("must run with seed " + seed + ", ran with " + result.seed());
  }

  static final class RanWithTheSeedOfAll implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext context, PropertyExecutor property) {
      return ranWith(Seeded.OneSeed.seed(), property);
    }
  }

  static final class RanWithItsOwnSeed implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext context, PropertyExecutor property) {
      return ranWith(OWN_SEED, property);
    }
  }
}
