package org.diestra.office.fields;

import java.math.BigDecimal;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Formats;

/** A number of at most 18 digits before and as many behind the decimal sign as the field has. */
final class NumberType implements FieldType {
  @Override
  public Outcome<String> read(String typed, Settings settings, Manner manner) {
    var number = Numerals.read(typed, manner.decimal());
    if (number.isEmpty()) {
      return FieldType.no("fields.number.wrong", typed);
    }
    return number.get().scale() > settings.decimals()
        ? FieldType.no("fields.number.decimals", settings.decimals())
        : Outcome.done(number.get().toPlainString());
  }

  @Override
  public String key(String value) {
    return Numerals.key(new BigDecimal(value));
  }

  @Override
  public String show(String value, Settings settings, Formats formats) {
    return formats.decimal(new BigDecimal(value));
  }
}
