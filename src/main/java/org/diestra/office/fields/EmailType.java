package org.diestra.office.fields;

import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.base.Outcome;

/** An address that mail can be sent to. */
final class EmailType implements FieldType {
  @Override
  public Outcome<String> read(String typed, Settings settings, Manner manner) {
    var address = EmailAddress.read(typed);
    return address.isPresent()
        ? Outcome.done(address.get().text())
        : FieldType.no("fields.email.wrong", typed);
  }
}
