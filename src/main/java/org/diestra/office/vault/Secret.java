package org.diestra.office.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is sealed of an item.
 *
 * @param parts those that hold something
 */
record Secret(Map<Field, String> parts) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final TypeReference<Map<String, String>> NAMED = new TypeReference<>() {};

  Secret {
    var held = new EnumMap<Field, String>(Field.class);
    parts.forEach((field, text) -> {
      if (!text.isEmpty()) {
        held.put(field, text);
      }
    });
    parts = Collections.unmodifiableMap(held);
  }

  @Nullable String part(Field field) {
    return parts.get(field);
  }

  boolean holds(Field field) {
    return parts.containsKey(field);
  }

  /**
   * Whether it does not open any more what it opened: its first hidden part, such as the password,
   * is another or gone.
   */
  boolean changed(Secret before) {
    return before.parts().keySet().stream()
        .filter(Field::hidden)
        .findFirst()
        .map(main -> !Objects.equals(part(main), before.part(main)))
        .orElse(true);
  }

  byte[] bytes() {
    var named =
        parts.entrySet().stream()
            .collect(Collectors.toMap(part -> part.getKey().slug(), Map.Entry::getValue));
    return MAPPER.writeValueAsString(named).getBytes(UTF_8);
  }

  static Secret of(byte[] bytes) {
    var parts = new EnumMap<Field, String>(Field.class);
    Map<String, String> named = MAPPER.readValue(new String(bytes, UTF_8), NAMED);
    named.forEach(
        (name, text) -> parts.put(Field.read(name).orElseThrow(), Objects.requireNonNull(text)));
    return new Secret(parts);
  }

  /** Nobody's log tells it. */
  @Override
  public String toString() {
    return "Secret" + parts.keySet();
  }
}
