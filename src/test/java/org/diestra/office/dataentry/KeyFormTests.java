package org.diestra.office.dataentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diestra.office.fields.Field;
import org.diestra.office.fields.FieldKind;
import org.diestra.office.fields.Manner;
import org.diestra.office.fields.Settings;
import org.diestra.office.fields.Settings.Choice;
import org.diestra.office.tables.Reading.Read;
import org.diestra.platform.base.Refusal;
import org.junit.jupiter.api.Test;

/** The fields of a record as a browser sends them. */
class KeyFormTests {
  @Test
  void beforeTheJudgeTooWhatHeldMayStand() {
    var old = new Settings(0, "EUR", "", List.of(new Choice("~001", "Old", true)), null);
    var field = new Field(2, "Code", FieldKind.CHOICE, false, old, 1, null, false);
    var read = new Read(Map.of(), Map.of(2, Refusal.invalid("value", "fields.choice.wrong")));
    var typed = Map.of(2, "~001");
    var manner = Manner.of(Locale.ENGLISH);
    assertThat(KeyForm.keep(List.of(field), typed, read, typed, manner).values())
        .containsEntry(2, "~001");
    assertThat(KeyForm.keep(List.of(field), typed, read, Map.of(), manner).sound()).isFalse();
  }
}
