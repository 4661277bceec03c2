package org.diestra.office.fields;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which kinds of fields there are. */
public enum FieldKind {
  TEXT(new TextType(), "type"),
  NOTE(new NoteType(), "align-left"),
  NUMBER(new NumberType(), "hash"),
  MONEY(new MoneyType(), "coins"),
  DATE(new DateType(), "calendar"),
  CHOICE(new ChoiceType(), "list"),
  LINK(new LinkType(), "link"),
  EMAIL(new EmailType(), "at-sign"),
  TAX_ID(new TaxIdType(), "badge-check"),
  IBAN(new IbanType(), "landmark");

  private final FieldType type;
  private final String icon;

  FieldKind(FieldType type, String icon) {
    this.type = type;
    this.icon = icon;
  }

  FieldType type() {
    return type;
  }

  public String icon() {
    return icon;
  }

  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads what {@link #slug} wrote. */
  public static Optional<FieldKind> read(String slug) {
    return Arrays.stream(values()).filter(k -> k.slug().equals(slug)).findFirst();
  }

  /** Its name, in every language. */
  public String key() {
    return "fields.kind." + slug();
  }

  /** Whether its values have a size, so that less, more and between can be asked. */
  public boolean ordered() {
    return this == NUMBER || this == MONEY || this == DATE;
  }

  /** Whether it is keyed in twice unless somebody says otherwise: money, ids and dates. */
  public boolean critical() {
    return type.exact();
  }
}
