package org.diestra.office.vault;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What sort of secret it is, and which parts it has. */
enum Kind {
  LOGIN("key-round", List.of(Field.USERNAME, Field.PASSWORD, Field.CODES, Field.TEXT)),
  CARD(
      "credit-card",
      List.of(Field.HOLDER, Field.NUMBER, Field.EXPIRY, Field.SECURITY, Field.PIN, Field.TEXT)),
  NOTE("sticky-note", List.of(Field.TEXT));

  private final String icon;
  private final List<Field> fields;

  Kind(String icon, List<Field> fields) {
    this.icon = icon;
    this.fields = fields;
  }

  String icon() {
    return icon;
  }

  List<Field> fields() {
    return fields;
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  String key() {
    return "vault.kind." + slug();
  }

  static Optional<Kind> read(String slug) {
    return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
  }
}
