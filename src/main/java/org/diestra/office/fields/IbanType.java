package org.diestra.office.fields;

import org.diestra.platform.base.Iban;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Formats;

/** A bank account by its international number (ISO 13616), with its check digits. */
final class IbanType implements FieldType {
  @Override
  public Outcome<String> read(String typed, Settings settings, Manner manner) {
    var iban = Iban.read(typed);
    return iban.isPresent() ? Outcome.done(iban.get().text()) : FieldType.no("fields.iban.wrong");
  }

  @Override
  public String show(String value, Settings settings, Formats formats) {
    return value.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
