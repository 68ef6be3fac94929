package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fundinggap.quantity.InvalidInputException;

/** A small sound register in a directory, for tests to read or to spoil. */
final class RegisterFixture {
  static final String ACTIVITY = "observations/activity.csv";
  static final String PRICES = "observations/prices.csv";

  private static final String SOURCES =
      """
      id,title,publisher,published,address,seen,unconfirmed,licence,location,note
      SEED-1,A different future,Association of Councils,2017-03-01,,,out of print,all rights reserved,,day not known
      DFE-1,Children in need,Department for Education,2025-10-30,https://example.org/need,2026-01-02,,OGL-3.0,table C1,
      """;

  private static final String FIGURES =
      """
      id,label,value,low,high,range,unit,price_basis,period,area,kind,quality,source,location,published,note
      gap,"Gap, England",1900,,,,GBP million,cash,2019-20,E92000001,claim,green,SEED-1,table x,,
      bill,Ten years' bill,,10000,15000,bounds,GBP million,unstated,2022-23..2031-32,E92000001,forecast,amber,SEED-1,page 3,2022-05-23,
      effect,Effect of a pound,-0.05,-0.09,-0.01,ci95,ratio,,2022,E92000001,estimate,amber,SEED-1,,2024-01-01,
      grant,One grant,250,,,,GBP,real 2022-23,,E12000007,outturn,green,DFE-1,,2018-02-01,
      fee,Weekly fee,5000,,,,GBP per week,cash,2024-25,E92000001,outturn,green,DFE-1,,,
      """;

  private static final String SERIES =
      """
      id,label,unit,price_basis,timing,area,kind,source,location,lag_months,note
      referrals,Referrals,number,,financial-year,E92000001,outturn,DFE-1,table C1,7,in the year
      looked-after,Looked after,number,,at-31-march,E92000001,outturn,DFE-1,,8,
      deflator,GDP deflator,index,,calendar-year,E92000001,outturn,DFE-1,,3,
      budget,Budget,GBP million,cash,financial-year,E92000001,forecast,DFE-1,,3,
      """;

  private static final String ACTIVITY_ROWS =
      """
      series,year,value,quality,break,kind,source,published,note
      referrals,2012-13,100,green,,,,,
      referrals,2013-14,110,green,,,,,
      referrals,2014-15,121,green,,,,2015-10-22,first published
      referrals,2016-17,130,amber,,estimate,SEED-1,,
      looked-after,2014-15,50,green,yes,,,,
      looked-after,2015-16,55,green,,,,,
      looked-after,2016-17,70,green,yes,,,,
      looked-after,2017-18,77,green,,,,,
      budget,2025-26,-10.5,green,,,,2025-06-01,as-is: more income than spending
      """;

  private static final String PRICE_ROWS =
      """
      series,year,value,quality,break,kind,source,published,note
      deflator,2022,90.5,green,,,,,
      deflator,2023,96.25,green,,,,,
      deflator,2024,100,green,,,,,
      """;

  private static final String PRIORS =
      """
      id,label,distribution,centre,spread,lower,upper,mass_at_zero,unit,kind,quality,source,location,published,note,why_fixed
      one,Fixed,fixed,0.8,,,,,share,assumption,red,SEED-1,,,,a convention
      two,Normal,normal,0.05,0.02,0,,,per year,assumption,amber,SEED-1,,2016-01-01,,
      three,Triangular,triangular,2,,1,4,0.25,ratio,assumption,amber,SEED-1,,,,
      four,Uniform,uniform,,,1,4,,ratio,assumption,amber,DFE-1,,,,
      """;

  private final Path directory;

  private RegisterFixture(Path directory) {
    this.directory = directory;
  }

  static RegisterFixture in(Path directory) {
    RegisterFixture fixture = new RegisterFixture(directory);
    fixture.write("sources.csv", SOURCES);
    fixture.write("figures.csv", FIGURES);
    fixture.write("series.csv", SERIES);
    fixture.write(ACTIVITY, ACTIVITY_ROWS);
    fixture.write(PRICES, PRICE_ROWS);
    fixture.write("priors.csv", PRIORS);
    return fixture;
  }

  EvidenceBase load() {
    return EvidenceBase.load(directory);
  }

  /** Loads a register that must be refused. */
  List<String> problems() {
    return assertThrows(InvalidInputException.class, this::load).problems();
  }

  /** Loads a register that must be refused for one reason only. */
  String onlyProblem() {
    List<String> problems = problems();
    assertTrue(problems.size() == 1, () -> "one problem expected, were " + problems);
    return problems.get(0);
  }

  String read(String file) {
    try {
      return Files.readString(directory.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RegisterFixture write(String file, String text) {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  RegisterFixture write(String file, byte[] bytes) {
    try {
      Path path = directory.resolve(file);
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.write(path, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RegisterFixture delete(String file) {
    try {
      Files.delete(directory.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RegisterFixture append(String file, String line) {
    return write(file, read(file) + line + "\n");
  }

  RegisterFixture replace(String file, String old, String with) {
    String text = read(file);
    assertTrue(text.contains(old), () -> file + " lacks " + old);
    return write(file, text.replace(old, with));
  }
}
