package org.diestra.office.fields;

import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Formats;
import org.jspecify.annotations.Nullable;

/**
 * A field of a table.
 *
 * @param number names it within its table and never changes; from 1
 * @param name 1–80 characters
 * @param required whether a row must have a value in it
 * @param place where it stands among the others, smaller first
 * @param slot which of a row's ordering keys is its own, 1–12; null for one that is only shown
 * @param retired whether it is out of use: its values stay and are not shown
 */
public record Field(
    int number,
    String name,
    FieldKind kind,
    boolean required,
    Settings settings,
    int place,
    @Nullable Integer slot,
    boolean retired) {
  /** Characters of a value. */
  public static final int LONGEST = 10_000;

  /** The name of its field in a form. */
  public String input() {
    return "f" + number;
  }

  /**
   * Reads what somebody typed: the value in the form that is kept, empty where there is none and
   * none is needed.
   */
  public Outcome<String> read(@Nullable String typed, Manner manner) {
    var text = kind == FieldKind.NOTE ? Typed.text(typed) : Typed.line(typed);
    if (text.isEmpty()) {
      return required ? FieldType.no("fields.missing", name) : Outcome.done("");
    }
    int length = text.codePointCount(0, text.length());
    return length > LONGEST
        ? FieldType.no("page.too-long", LONGEST, length)
        : kind.type().read(text, settings, manner);
  }

  /** By which rows are ordered and found; empty for no value. */
  public String key(String value) {
    return value.isEmpty() ? "" : kind.type().key(value);
  }

  /** As people read it, in their language. */
  public String show(String value, Formats formats) {
    return value.isEmpty() ? "" : kind.type().show(value, settings, formats);
  }

  /** As that person would type it, so that it is read again as what it is. */
  public String entered(String value, Manner manner) {
    return kind == FieldKind.NUMBER || kind == FieldKind.MONEY
        ? value.replace('.', manner.decimal())
        : value;
  }

  /** As a spreadsheet or another program reads it, in every language alike. */
  public String plain(String value) {
    return kind == FieldKind.CHOICE
        ? settings.choice(value).map(Settings.Choice::name).orElse(value)
        : value;
  }

  /**
   * Whether two people keyed in the same, after both were brought into the form that is kept.
   *
   * @param tolerance letters that may differ in free text, at least 0
   */
  public boolean same(String one, String other, int tolerance) {
    return one.equals(other)
        || !kind.type().exact() && tolerance > 0 && Distance.within(one, other, tolerance);
  }
}
