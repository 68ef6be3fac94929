package org.fundinggap.hindcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fundinggap.Seeded;
import org.fundinggap.quantity.FinancialYear;

@Seeded
@Label("Windows that share no year")
class WindowProperties {
  private static Window window(int base, int target) {
    return new Window(
        ForecastOrigin.of(FinancialYear.starting(base)), FinancialYear.starting(target));
  }

  @Provide
  Arbitrary<List<Window>> windows() {
    Arbitrary<Integer> base = Arbitraries.integers().between(2010, 2016);
    Arbitrary<Integer> years = Arbitraries.integers().between(1, 4);
    return Combinators.combine(base, years)
        .as((from, ahead) -> window(from, from + ahead))
        .list()
        .ofMaxSize(8);
  }

  @Property(tries = 200)
  @Label("are as many as the largest set that can be picked")
  void noSetIsLarger(@ForAll("windows") List<Window> windows) {
    int most = 0;
    for (int set = 0; set < 1 << windows.size(); set++) {
      List<Window> picked = new ArrayList<>();
      for (int i = 0; i < windows.size(); i++) {
        if ((set >> i & 1) == 1) {
          picked.add(windows.get(i));
        }
      }
      if (areApart(picked)) {
        most = Math.max(most, picked.size());
      }
    }
    assertEquals(most, Window.apart(windows));
  }

  private static boolean areApart(List<Window> windows) {
    for (int i = 0; i < windows.size(); i++) {
      for (int j = 0; j < i; j++) {
        Window one = windows.get(i);
        Window other = windows.get(j);
        if (one.origin().baseYear().compareTo(other.target()) < 0
            && other.origin().baseYear().compareTo(one.target()) < 0) {
          return false;
        }
      }
    }
    return true;
  }

  @Example
  @Label("of one year ahead are one an origin, of nine years ahead one in all")
  void yearsAheadLimitThem() {
    List<Window> next = new ArrayList<>();
    List<Window> far = new ArrayList<>();
    for (int base = 2010; base < 2016; base++) {
      next.add(window(base, base + 1));
      far.add(window(base, base + 9));
    }
    assertEquals(6, Window.apart(next));
    assertEquals(1, Window.apart(far));
    assertEquals(0, Window.apart(List.of()));
  }

  @Example
  @Label("end after they begin, and belong to a group")
  void targetComesAfterTheBaseYear() {
    assertThrows(IllegalArgumentException.class, () -> window(2015, 2015));
    assertEquals(HorizonGroup.ONE, window(2015, 2016).group());
    assertEquals(HorizonGroup.TWO_TO_THREE, window(2015, 2018).group());
    assertEquals(HorizonGroup.FOUR_TO_SIX, window(2015, 2019).group());
    assertEquals(HorizonGroup.SEVEN_AND_MORE, window(2013, 2024).group());
    assertThrows(IllegalArgumentException.class, () -> HorizonGroup.of(0));
  }
}
