package org.diestra.office.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The airports of the world that have an IATA code, from a file of this house (ADR 0058). */
public final class Places {
  private static final String FILE = "airports.data.txt";
  private static final int COLUMNS = 7;

  private Places() {}

  /** Read when the first asks: most houses never travel. */
  private static final class Table {
    static final Map<String, Place> BY_CODE = read();

    private Table() {}
  }

  /** By its code, in whichever case; empty where there is none. */
  public static Optional<Place> find(String code) {
    return code.length() == 3
        ? Optional.ofNullable(Table.BY_CODE.get(code.toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  private static Map<String, Place> read() {
    try (var in =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(Places.class.getResourceAsStream(FILE)),
                    StandardCharsets.UTF_8));
        var lines = in.lines()) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", COLUMNS))
          .map(at ->
              new Place(
                  at[0],
                  at[1],
                  at[2],
                  at[3],
                  Double.parseDouble(at[4]),
                  Double.parseDouble(at[5]),
                  ZoneId.of(at[6])))
          .collect(Collectors.toUnmodifiableMap(Place::code, Function.identity()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
