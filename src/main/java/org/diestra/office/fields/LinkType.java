package org.diestra.office.fields;

import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;

/** A row of another table, by its id; whoever keeps rows finds it by its name before. */
final class LinkType implements FieldType {
  @Override
  public Outcome<String> read(String typed, Settings settings, Manner manner) {
    var id = Ids.read(typed);
    return id.isPresent()
        ? Outcome.done(Ids.text(id.get()))
        : FieldType.no("fields.link.wrong", typed);
  }

  @Override
  public String key(String value) {
    return value;
  }
}
