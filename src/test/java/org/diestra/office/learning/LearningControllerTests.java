package org.diestra.office.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.office.manuals.ManualsDesk;
import org.diestra.office.workspaces.Level;
import org.diestra.platform.base.Area;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class LearningControllerTests extends ManualsDesk {
  private static final Pattern STEP = Pattern.compile("questions\\?step=([0-9A-Za-z]{22})\"");
  private static final Pattern QUESTION = Pattern.compile("id=\"q-([0-9A-Za-z]{22})\"");

  @Autowired ClockMover mover;
  @Autowired Clock clock;

  private String published() throws Exception {
    workspaces.admit(UUID.randomUUID(), room, assistant.id(), Set.of(Area.ADMIN), Level.READING);
    var procedure = begun(owner, "title", "Stamps");
    step(owner, procedure, "Buy", "Buy 10 stamps.");
    publish(procedure, "major");
    return procedure;
  }

  private void changed(String procedure, String change, String text) throws Exception {
    step(owner, procedure, "Then", text);
    assertThat(publish(procedure, change).getStatus()).isEqualTo(302);
  }

  private int confirm(String procedure, String number) throws Exception {
    return send(assistant, procedure + "/reading", "number", number).getStatus();
  }

  @Test
  void aManualIsReadConfirmedAndSeenToBe() throws Exception {
    var procedure = published();
    assertThat(text(assistant, "/home")).contains("Lee «Stamps» y confírmalo");
    assertThat(text(owner, procedure + "/reading")).contains("Rosa", "Not yet confirmed");
    assertThat(confirm(procedure, "1")).isEqualTo(302);
    assertThat(text(assistant, "/home")).doesNotContain("Lee «Stamps»");
    assertThat(text(owner, procedure + "/reading")).contains("Confirmed");
    assertThat(text(assistant, procedure + "/reading/panel")).contains("Has leído y confirmado");
  }

  @Test
  void onlyWhatHoldsIsConfirmed() throws Exception {
    var procedure = published();
    changed(procedure, "major", "Lick them.");
    assertThat(confirm(procedure, "1")).isEqualTo(409);
    assertThat(confirm(procedure, "2")).isEqualTo(302);
  }

  @Test
  void aChangeOfMeaningIsConfirmedAnewAndAnAdditionIsNot() throws Exception {
    var procedure = published();
    confirm(procedure, "1");
    changed(procedure, "minor", "Lick them.");
    assertThat(text(assistant, procedure + "/reading/panel"))
        .contains("El sentido es el que confirmaste", "/versions/2/changes?from=1");
    changed(procedure, "major", "Dry them.");
    assertThat(text(assistant, procedure + "/reading/panel")).contains("Ha cambiado de sentido");
    assertThat(text(assistant, "/home")).contains("ha cambiado de sentido");
  }

  @Test
  void whoHasNotConfirmedIsRemindedOnceADayBefore() throws Exception {
    var procedure = published();
    workspaces.admit(UUID.randomUUID(), room, assistant.id(), Set.of(Area.ADMIN), Level.WORKING);
    confirm(procedure, "1");
    changed(procedure, "major", "Lick them.");
    mover.moveTo(clock.instant().plus(Duration.ofHours(47)));
    assertThat(text(assistant, "/notifications")).doesNotContain("Queda un día");
    mover.moveTo(clock.instant().plus(Duration.ofHours(2)));
    assertThat(text(assistant, "/notifications")).containsOnlyOnce("</span>Queda un día");
  }

  @Test
  void threeTriesThenATalkThenAnotherTry() throws Exception {
    workspaces.admit(UUID.randomUUID(), room, assistant.id(), Set.of(Area.ADMIN), Level.READING);
    var procedure = begun(owner, "template", "admin-1");
    publish(procedure, "major");
    assertThat(text(assistant, procedure + "/reading")).contains("name=\"answer2\"");
    for (int left = 2; left >= 0; left--) {
      assertThat(confirm(procedure, "1")).isEqualTo(422);
    }
    assertThat(confirm(procedure, "1")).isEqualTo(409);
    assertThat(text(owner, "/notifications")).contains("did not pass the quiz");
    assertThat(text(owner, procedure + "/reading")).contains("talk it over");
    send(owner, procedure + "/reading/" + assistant.id() + "/release");
    assertThat(confirm(procedure, "1")).isEqualTo(422);
  }

  @Test
  void aQuestionIsAskedAnsweredAndSettled() throws Exception {
    var procedure = published();
    var found = STEP.matcher(text(assistant, procedure));
    assertThat(found.find()).isTrue();
    var step = found.group(1);
    assertThat(send(assistant, procedure + "/questions", "step", step, "text", " ").getStatus())
        .isEqualTo(422);
    for (var words : new String[] {"Which <b>size</b>?", "Which colour?", "From where?"}) {
      send(assistant, procedure + "/questions", "step", step, "text", words);
    }
    assertThat(text(owner, "/home")).contains("A question on “Buy”");
    var page = text(owner, procedure + "/questions");
    assertThat(page).contains("Which &lt;b&gt;size", "Unclear step");
    var question = QUESTION.matcher(page);
    assertThat(question.find()).isTrue();
    var href = procedure + "/questions/" + question.group(1);

    assertThat(send(assistant, href + "/answer", "answer", "Mine").getStatus()).isEqualTo(404);
    assertThat(send(owner, href + "/answer", "answer", "").getStatus()).isEqualTo(422);
    assertThat(send(owner, href + "/answer", "answer", "A4.").getStatus()).isEqualTo(302);
    assertThat(text(assistant, "/notifications")).contains("ha respondido a tu pregunta");
    send(owner, href + "/settlement", "state", "folded-in");
    assertThat(text(assistant, procedure + "/questions")).contains("A4.", "Ya está en el manual");
    assertThat(send(owner, href + "/answer", "answer", "Other").getStatus()).isEqualTo(409);
  }
}
