package org.diestra.operator.administration;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diestra.platform.health.Checkup.Part;
import org.jspecify.annotations.Nullable;

/**
 * A part of the house as its operator reads it: with a name and the figures that matter. A part
 * that nobody has put into words, or that does not serve, also shows what it says of itself.
 *
 * @param key the message that names it, or null
 * @param says the message with its figures, or null
 */
public record Vital(Part part, @Nullable String key, @Nullable String says, List<Object> figures) {
  private static final double GIGABYTE = 1e9; // bytes

  /** What only a machine that starts and stops the house asks for, while all is well. */
  static boolean tells(Part part) {
    return !part.serves() || !part.name().matches("(liveness|readiness)State|ping");
  }

  static Vital of(Part part) {
    return switch (part.name()) {
      case "db" -> new Vital(part, "administration.vital.db", null, List.of());
      case "diskSpace" ->
          told(
              part, "administration.vital.disk", "administration.vital.disk.free", "free", "total");
      case "search" ->
          told(part, "administration.vital.search", "administration.vital.search.has", "entries");
      case "timers" ->
          told(
              part,
              "administration.vital.timers",
              "administration.vital.timers.has",
              "overdue",
              "givenUp");
      default -> new Vital(part, null, null, List.of());
    };
  }

  private static Vital told(Part part, String key, String says, String... details) {
    return part.details().keySet().containsAll(List.of(details))
        ? new Vital(part, key, says, List.of(details).stream().map(d -> figure(part, d)).toList())
        : new Vital(part, key, null, List.of());
  }

  private static Object figure(Part part, String detail) {
    var value = Objects.requireNonNull(part.details().get(detail));
    return part.name().equals("diskSpace") && value instanceof Number bytes
        ? Math.round(bytes.doubleValue() / GIGABYTE)
        : value;
  }

  @Nullable Object[] values() {
    return figures.toArray();
  }

  /** In its own words, where we have none. */
  Map<String, Object> details() {
    return key == null || !part.serves() ? part.details() : Map.of();
  }
}
