package org.fundinggap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.fundinggap.Seeded;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.RandomLevers;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.reference.RandomCases.Numbers;

/** The model beside the reference, with levers of all kinds over scenarios by chance. */
@Seeded
@Tag("medium")
class ReferenceLeverProperties {
  private static final int DRAWS = 3;
  private static final int MOST_LEVERS = 6;

  @Provide
  Arbitrary<FinancialYear> baseYears() {
    return Arbitraries.of("2024-25", "2021-22").map(FinancialYear::parse);
  }

  private static LeverCase withLevers(ReferenceCase base, long seed) {
    List<Lever> levers = new RandomLevers(base.inputs(), seed).upTo(MOST_LEVERS);
    return LeverCase.of(base, levers);
  }

  @Property(tries = 150)
  void modelHasTheBitsOfTheReference_givenThePlacementChain(
      @ForAll long seed, @ForAll("baseYears") FinancialYear baseYear, @ForAll boolean cuts) {
    LeverCase chance =
        withLevers(RandomCases.of(seed, baseYear, cuts, Numbers.NEARBY, Set.of()), ~seed);
    for (ModelDraw draw : chance.draws(DRAWS, seed)) {
      assertEquals(List.of(), chance.differencesInBits(draw), () -> chance.levers().toString());
    }
  }
}
