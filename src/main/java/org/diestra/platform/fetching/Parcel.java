package org.diestra.platform.fetching;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the house sends somewhere, and how much of an answer it takes.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT} or {@code DELETE}
 * @param headers besides those of the body; a secret among them asks for a sheltered address
 * @param most bytes of an answer, 1 to 10 million
 * @param within which all of it has to be over, up to a minute
 */
public record Parcel(
    String method,
    String address,
    Map<String, String> headers,
    Body body,
    int most,
    Duration within) {
  private static final int USUAL = 1_000_000;
  private static final Duration USUAL_TIME = Duration.ofSeconds(30);

  public Parcel {
    headers = Map.copyOf(headers);
    if (most < 1 || most > 10_000_000 || within.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException("at most 10 MB within a minute");
    }
  }

  /** What goes along. */
  public sealed interface Body {
    /** Nothing. */
    record None() implements Body {}

    /** A short text of that type, in UTF-8. */
    record Text(String type, String text) implements Body {}

    /** A file, from the disk. */
    record Whole(String type, Path file) implements Body {}

    /** A file as a form's field (RFC 7578) with other fields beside it. */
    record Form(String field, String name, String type, Path file, Map<String, String> fields)
        implements Body {
      public Form {
        fields = Map.copyOf(fields);
      }
    }
  }

  /** Never its headers or body, which may hold a secret, wherever it may be logged. */
  @Override
  public String toString() {
    return "Parcel[" + method + " to " + Fetcher.host(address).orElse("") + "]";
  }

  public static Parcel of(String method, String address, Body body) {
    return new Parcel(method, address, Map.of(), body, USUAL, USUAL_TIME);
  }

  public static Parcel get(String address) {
    return of("GET", address, new Body.None());
  }

  public static Parcel json(String method, String address, String json) {
    return of(method, address, new Body.Text("application/json", json));
  }

  public Parcel with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Parcel(method, address, more, body, most, within);
  }
}
