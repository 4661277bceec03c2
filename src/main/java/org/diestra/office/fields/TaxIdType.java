package org.diestra.office.fields;

import java.util.Locale;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.TaxIds;

/**
 * A tax number by the rules of the field's country: a Spanish one with its check character, one of
 * the Union in the form of its VAT numbers; of others the length is looked at.
 */
final class TaxIdType implements FieldType {
  @Override
  public Outcome<String> read(String typed, Settings settings, Manner manner) {
    var country = settings.country();
    var id =
        country.isEmpty()
            ? TaxIds.taxId("", typed)
            : TaxIds.taxId(country, typed)
                .filter(t -> country.equals("ES") || !TaxIds.union(country) || vat(country, typed));
    return id.isPresent()
        ? Outcome.done(id.get())
        : FieldType.no("fields.tax-id.wrong", typed.toUpperCase(Locale.ROOT));
  }

  private static boolean vat(String country, String typed) {
    return TaxIds.vatId(country, typed).isPresent();
  }
}
