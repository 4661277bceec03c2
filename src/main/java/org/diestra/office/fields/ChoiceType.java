package org.diestra.office.fields;

import org.diestra.office.fields.Settings.Choice;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Formats;

/** One of what the field offers, by its name in whichever letters, or by its id. */
final class ChoiceType implements FieldType {
  @Override
  public Outcome<String> read(String typed, Settings settings, Manner manner) {
    var folded = Folded.of(typed);
    var meant =
        settings.choices().stream()
            .filter(c -> !c.retired())
            .filter(c -> c.id().equals(typed) || Folded.of(c.name()).equals(folded))
            .findFirst();
    return meant.isPresent()
        ? Outcome.done(meant.get().id())
        : FieldType.no("fields.choice.wrong", typed);
  }

  @Override
  public String key(String value) {
    return value;
  }

  @Override
  public String show(String value, Settings settings, Formats formats) {
    return settings.choice(value).map(Choice::name).orElse(value);
  }
}
