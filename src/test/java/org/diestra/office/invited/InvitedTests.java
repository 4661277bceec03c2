package org.diestra.office.invited;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.platform.mail.OpenDoor;
import org.junit.jupiter.api.Test;

/** People outside ask a member to something by mail, and hear the answer. */
@HouseTest
class InvitedTests extends InvitedDesk {
  @Test
  void itStandsInTheirCalendarTheyAnswerOnceAndWhoeverAskedHearsIt() throws Exception {
    assertThat(bring(boss, ics("REQUEST", 0, "1000"))).isEmpty();
    assertThat(bring(boss, ics("REQUEST", 0, "1000"))).isEmpty(); // brought again
    assertThat(text(owner, DAYS)).containsOnlyOnce("Board");
    var page = page();
    assertThat(text(owner, page)).contains("Boss", boss, "11:00", "No answer yet");
    assertThat(answers()).isEmpty();
    assertThat(send(owner, page, "answer", "yes", "words", "Gladly").getStatus()).isEqualTo(302);
    send(owner, page, "answer", "yes", "words", "Gladly");
    assertThat(answers()).hasSize(1);
    assertThat(answers().getFirst())
        .contains("METHOD:REPLY", "UID:" + uid, "PARTSTAT=ACCEPTED:mailto:" + owner.email())
        .contains("COMMENT:Gladly", "SEQUENCE:0", "mailto:" + boss)
        .doesNotContain("third@");
    assertThat(text(owner, page)).contains("You come");
    // nobody else knows of it, or answers
    assertThat(show(assistant, page).getStatus()).isEqualTo(404);
    assertThat(send(assistant, page, "answer", "no").getStatus()).isEqualTo(404);
  }

  @Test
  void anotherTimeAsksAnewAndWhatIsOlderOrCalledOffIsSo() throws Exception {
    bring(boss, ics("REQUEST", 1, "1000"));
    var page = page();
    send(owner, page, "answer", "yes");
    assertThat(bring(boss, ics("REQUEST", 0, "0800"))).isEmpty();
    assertThat(text(owner, page)).contains("11:00", "You come");
    assertThat(bring(boss, ics("REQUEST", 2, "1400"))).isEmpty();
    assertThat(text(owner, page)).contains("15:00", "No answer yet");
    assertThat(text(owner, DAYS)).contains("15:00–16:00").containsOnlyOnce("Board");
    assertThat(bring(boss, ics("CANCEL", 3, "1400"))).isEmpty();
    assertThat(text(owner, page)).contains("called off").doesNotContain("value=\"yes\"");
    assertThat(send(owner, page, "answer", "yes").getStatus()).isIn(409, 422);
    assertThat(answers()).hasSize(1);
  }

  @Test
  void nobodyElseChangesItAndTheirOwnMailPassesItOn() throws Exception {
    bring(boss, ics("REQUEST", 0, "1000"));
    var eve = "eve@example.net";
    assertThat(bring(eve, ics("REQUEST", 1, "1400"))).contains("550");
    assertThat(bring(eve, ics("CANCEL", 1, "1000"))).contains("550");
    assertThat(bring(eve, ics("CANCEL", 1, "1000").replace(boss, eve))).contains("550");
    assertThat(text(owner, page())).contains("11:00", "Boss");
    assertThat(bring(owner.email(), ics("REQUEST", 1, "1400"))).isEmpty();
    assertThat(text(owner, page())).contains("15:00");
    assertThat(bring(boss, ics("PUBLISH", 2, "1000"))).contains("550");
    assertThat(bring(boss, "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"))
        .contains("550");
  }

  @Test
  void oneDateOfASeriesIsMovedAndAnotherCalledOff() throws Exception {
    bring(boss, ics("REQUEST", 0, "1000", "RRULE:FREQ=DAILY;COUNT=3"));
    var moved = ics("REQUEST", 1, "1600", "RECURRENCE-ID:21310108T100000Z");
    assertThat(bring(boss, moved.replace("DTSTART:21310107", "DTSTART:21310108"))).isEmpty();
    assertThat(bring(boss, ics("CANCEL", 2, "1000", "RECURRENCE-ID:21310109T100000Z"))).isEmpty();
    var week = text(owner, DAYS);
    assertThat(week).contains("11:00–12:00", "17:00–18:00", " over ");
    assertThat(text(owner, page())).contains("No answer yet").contains("value=\"yes\"");
  }

  @Test
  void whatIsNotWantedGoesWithoutAWordAndDoesNotComeBack() throws Exception {
    bring(boss, ics("REQUEST", 0, "1000"));
    var page = page();
    assertThat(send(owner, page + "/removal").getStatus()).isEqualTo(302);
    assertThat(text(owner, DAYS)).doesNotContain("Board");
    assertThat(bring(boss, ics("REQUEST", 1, "1400"))).isEmpty();
    assertThat(text(owner, DAYS)).doesNotContain("Board");
    assertThat(answers()).isEmpty();
  }

  @Test
  void whoComesAndTakesItOutDoesNotComeAndNobodyIsAskedToIt() throws Exception {
    bring(boss, ics("REQUEST", 0, "1000"));
    send(owner, page(), "answer", "yes");
    var found = EVENT.matcher(text(owner, DAYS));
    assertThat(found.find()).isTrue();
    var event = found.group();
    assertThat(show(owner, event + "/people").getRedirectedUrl()).isEqualTo(page());
    assertThat(send(owner, event + "/people", "email", "x@example.net").getStatus()).isEqualTo(404);
    var seen =
        Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"").matcher(text(owner, event));
    assertThat(seen.find()).isTrue();
    send(owner, event + "/removal", "seen", seen.group(1), "scope", "all");
    assertThat(answers()).hasSize(2).last().asString().contains("PARTSTAT=DECLINED");
  }

  @Test
  void anAddressThatWasGivenUpTakesNothingAndAForeignEventOfTheirOwnStays() throws Exception {
    var old = address();
    send(owner, "/calendar/invited/address");
    assertThat(address()).isNotEqualTo(old);
    assertThat(bring(boss, ics("REQUEST", 0, "1000"), old)).contains("550");
    assertThat(bring(boss, ics("REQUEST", 0, "1000"))).isEmpty();
    var words = OpenDoor.mail(boss, "Only words");
    assertThat(door.bring(words, boss, address())).contains("550");
    var past =
        ics("REQUEST", 0, "1000").replace(uid, "past-" + uid).replace("21310107", "20200107");
    assertThat(bring(boss, past)).contains("550");
  }
}
