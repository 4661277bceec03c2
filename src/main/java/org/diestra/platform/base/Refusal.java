package org.diestra.platform.base;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the house will not do what was asked: something the user can cause and can mend.
 *
 * @param kind which answer it is
 * @param key the message, in every language, that says why and what to do
 * @param args what the message names, in order
 * @param field the form field it belongs to, or null when it concerns the whole
 */
public record Refusal(Kind kind, String key, List<Object> args, @Nullable String field) {

  /** The HTTP status is part of the kind, the same for pages and for the API. */
  public enum Kind {
    /** What was entered can't be taken as it is. */
    INVALID(422),
    /** The thing has moved on: it changed, closed, or was decided meanwhile. */
    CONFLICT(409),
    /** Too often, too many. */
    LIMIT(429);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  public Refusal {
    args = List.copyOf(args);
  }

  public static Refusal invalid(String field, String key, Object... args) {
    return new Refusal(Kind.INVALID, key, List.of(args), field);
  }

  public static Refusal invalid(String key, List<Object> args) {
    return new Refusal(Kind.INVALID, key, args, null);
  }

  public static Refusal conflict(String key, Object... args) {
    return new Refusal(Kind.CONFLICT, key, List.of(args), null);
  }

  public static Refusal limit(String key, Object... args) {
    return new Refusal(Kind.LIMIT, key, List.of(args), null);
  }
}
