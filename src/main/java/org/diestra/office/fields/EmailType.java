package org.diestra.office.fields;

import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.base.Outcome;

/** An address that mail can be sent to. */
final class EmailType implements FieldType {
  @Override
  public Outcome<String> read(String typed, Settings settings, Manner manner) {
    return EmailAddress.read(typed)
        .map(address -> Outcome.done(address.text()))
        .orElseGet(() -> FieldType.no("fields.email.wrong", typed));
  }
}
