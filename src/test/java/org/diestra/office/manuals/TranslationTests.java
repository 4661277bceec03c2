package org.diestra.office.manuals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.office.workspaces.Level;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.Test;

@HouseTest
class TranslationTests extends ManualsDesk {
  private static final Pattern TEXT = Pattern.compile("name=\"(text-[0-9A-Za-z]{22})\"");

  private String published() throws Exception {
    workspaces.admit(UUID.randomUUID(), room, assistant.id(), Set.of(Area.ADMIN), Level.READING);
    var procedure = begun(owner, "title", "Stamps");
    step(owner, procedure, "Buy", "Buy 10 stamps.");
    publish(procedure, "major");
    return procedure;
  }

  private int translate(String procedure, String number, String revision, String words)
      throws Exception {
    var field = TEXT.matcher(text(owner, procedure + "/translation/draft"));
    assertThat(field.find()).isTrue();
    return send(
            owner,
            procedure + "/translation/draft",
            "number",
            number,
            "revision",
            revision,
            "title",
            "Sellos",
            field.group(1),
            words)
        .getStatus();
  }

  @Test
  void aTranslationIsReadAndKeepsTheWordsThatWereLeftOut() throws Exception {
    var procedure = published();
    assertThat(show(assistant, procedure + "/translation").getStatus()).isEqualTo(404);
    assertThat(translate(procedure, "1", "0", "Compra diez sellos.")).isEqualTo(302);
    assertThat(text(assistant, procedure)).contains("Traducción al español");
    assertThat(text(assistant, procedure + "/translation"))
        .contains("Sellos", "Compra diez sellos.", "Buy", "vale el texto original")
        .doesNotContain("ha cambiado desde esta traducción");
    assertThat(show(assistant, procedure + "/translation/draft").getStatus()).isEqualTo(404);
  }

  @Test
  void aNewVersionMakesItStaleUntilItIsSavedAgain() throws Exception {
    var procedure = published();
    translate(procedure, "1", "0", "Compra diez sellos.");
    step(owner, procedure, "Lick", "Lick them.");
    publish(procedure, "major");
    assertThat(text(assistant, procedure)).contains("anticuada");
    assertThat(text(assistant, procedure + "/translation"))
        .contains("ha cambiado desde esta traducción", "Compra diez sellos.");
    assertThat(translate(procedure, "1", "1", "Compra diez.")).isEqualTo(409);
    assertThat(translate(procedure, "2", "1", "Compra diez.")).isEqualTo(302);
    assertThat(text(assistant, procedure)).doesNotContain("anticuada");
  }

  @Test
  void whatIsTooLongIsToldAtItsFieldAndNothingIsLost() throws Exception {
    var procedure = published();
    var answer =
        send(
            owner,
            procedure + "/translation/draft",
            "number",
            "1",
            "revision",
            "0",
            "title",
            "S".repeat(200));
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("id=\"title-why\"", "S".repeat(200));
  }
}
