package org.diestra.platform.base;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form, one problem a field, in the order found. A form's {@code read}
 * collects them; the page shows each at its field and lists them all on top. Not for several
 * threads.
 */
public final class Problems {
  private static final String WHOLE = "";
  private final Map<String, Refusal> byField = new LinkedHashMap<>();

  /** The first problem of a field stands; later ones would only repeat it. */
  public Problems add(String field, String key, Object... args) {
    byField.putIfAbsent(field, Refusal.invalid(field, key, args));
    return this;
  }

  public Problems add(Refusal why) {
    var field = why.field();
    byField.putIfAbsent(field == null ? WHOLE : field, why);
    return this;
  }

  public boolean any() {
    return !byField.isEmpty();
  }

  public boolean none() {
    return byField.isEmpty();
  }

  public @Nullable Refusal at(String field) {
    return byField.get(field);
  }

  /** Field name to problem, the whole form's under the empty name. */
  public Map<String, Refusal> all() {
    return Collections.unmodifiableMap(byField);
  }

  public List<Refusal> inOrder() {
    return List.copyOf(byField.values());
  }

  /** The answer's status: the gravest kind that was added, 422 where there is none. */
  public int status() {
    return byField.values().stream()
        .mapToInt(r -> r.kind().status())
        .filter(s -> s != 422)
        .findFirst()
        .orElse(422);
  }
}
