package org.diestra.office.vault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of a secret. */
enum Field {
  USERNAME(200, false),
  PASSWORD(500, true),
  /** What one-time codes are made from; it is never shown again. */
  CODES(1_000, true),
  HOLDER(120, false),
  NUMBER(40, true),
  EXPIRY(10, false),
  SECURITY(10, true),
  PIN(20, true),
  TEXT(10_000, true);

  private final int longest;
  private final boolean hidden;

  Field(int longest, boolean hidden) {
    this.longest = longest;
    this.hidden = hidden;
  }

  /** Characters. */
  int longest() {
    return longest;
  }

  /** Whether it is shown only when somebody asks for it, which is written down. */
  boolean hidden() {
    return hidden;
  }

  /** As it stands in forms and messages. */
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  String key() {
    return "vault.field." + slug();
  }

  static Optional<Field> read(String slug) {
    return Arrays.stream(values()).filter(field -> field.slug().equals(slug)).findFirst();
  }
}
