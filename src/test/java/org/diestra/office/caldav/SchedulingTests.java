package org.diestra.office.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.diestra.HouseTest;
import org.junit.jupiter.api.Test;

/** Programs that ask people to events and answer, without a page (RFC 6638). */
@HouseTest
class SchedulingTests extends SchedulingDesk {
  @Test
  void whomAProgramWritesDownIsAskedOnceAndHearsOfAChangeAndOfTheEnd() throws Exception {
    var href = mine.calendar("work") + "m.ics";
    var asked = event("1000", organizer(), attendee(stranger, "NEEDS-ACTION"));
    assertThat(put(mine, href, asked)).isEqualTo(201);
    assertThat(put(mine, href, asked)).isEqualTo(204); // retried
    assertThat(letters(stranger)).hasSize(1);
    assertThat(letters(stranger).getFirst())
        .contains("METHOD:REQUEST", "SUMMARY:Tasting")
        .doesNotContain("SCHEDULE-STATUS");
    assertThat(mine.ask("GET", href, "").body().replace("\r\n ", ""))
        .contains("SCHEDULE-STATUS=1.1:mailto:" + stranger);
    var moved = event("1200", organizer(), attendee(stranger, "NEEDS-ACTION"));
    assertThat(put(mine, href, moved)).isEqualTo(204);
    assertThat(letters(stranger)).hasSize(2).last().asString().contains("20870107T120000Z");
    assertThat(mine.ask("DELETE", href, "").statusCode()).isEqualTo(204);
    assertThat(letters(stranger)).hasSize(3).last().asString().contains("METHOD:CANCEL");
  }

  @Test
  void whoIsNoLongerWrittenDownAloneHearsThatItIsOff() throws Exception {
    var other = UUID.randomUUID() + "@elsewhere.example";
    var href = mine.calendar("work") + "m.ics";
    put(
        mine,
        href,
        event(
            "1000",
            organizer(),
            attendee(stranger, "NEEDS-ACTION"),
            attendee(other, "NEEDS-ACTION")));
    put(mine, href, event("1000", organizer(), attendee(stranger, "NEEDS-ACTION")));
    assertThat(letters(other)).hasSize(2).last().asString().contains("METHOD:CANCEL");
    assertThat(letters(stranger)).hasSize(1);
  }

  @Test
  void movedByAProgramItIsTheSameMeeting() throws Exception {
    var from = mine.calendar("work") + "m.ics";
    var to = mine.calendar("other") + "m.ics";
    put(mine, from, event("1000", organizer(), attendee(stranger, "NEEDS-ACTION")));
    assertThat(mine.ask("MOVE", from, "", "Destination", to).statusCode()).isEqualTo(201);
    assertThat(letters(stranger)).hasSize(1);
    assertThat(mine.ask("DELETE", to, "").statusCode()).isEqualTo(204);
    assertThat(letters(stranger)).hasSize(2);
  }

  @Test
  void aMemberAnswersInTheirProgramAndWhoAskedReadsItInTheirs() throws Exception {
    var href = mine.calendar("work") + "m.ics";
    put(mine, href, event("1000", organizer(), attendee(assistant.email(), "NEEDS-ACTION")));
    var tag = tag(href);
    var theirs = program(assistant);
    await().untilAsserted(() -> assertThat(copy(theirs)).isNotNull());
    var copy = copy(theirs);
    var text = theirs.ask("GET", copy, "").body().replace("\r\n ", "");
    assertThat(text).contains("SUMMARY:Tasting", "PARTSTAT=NEEDS-ACTION", "TRANSP:TRANSPARENT");
    assertThat(put(theirs, copy, text.replace("NEEDS-ACTION", "ACCEPTED"))).isEqualTo(204);
    await()
        .untilAsserted(() ->
            assertThat(mine.ask("GET", href, "").body().replace("\r\n ", ""))
                .contains("PARTSTAT=ACCEPTED"));
    await()
        .untilAsserted(() ->
            assertThat(theirs.ask("GET", copy, "").body().replace("\r\n ", ""))
                .contains("TRANSP:OPAQUE", "SCHEDULE-STATUS=2.0:mailto:" + owner.email()));
    assertThat(mine.ask("GET", href, "").body().replace("\r\n ", ""))
        .contains("ATTENDEE;", ";SCHEDULE-STATUS=1.2");
    assertThat(tag(href)).isEqualTo(tag); // nothing that could be written over
    // moved between their own calendars it is no answer; taken out it is
    var elsewhere = theirs.calendar("elsewhere") + "c.ics";
    assertThat(theirs.ask("MOVE", copy, "", "Destination", elsewhere).statusCode()).isEqualTo(201);
    assertThat(mine.ask("GET", href, "").body().replace("\r\n ", "")).contains("=ACCEPTED");
    theirs.ask("DELETE", elsewhere, "");
    await()
        .untilAsserted(() ->
            assertThat(mine.ask("GET", href, "").body().replace("\r\n ", ""))
                .contains("PARTSTAT=DECLINED"));
  }

  @Test
  void aPlannerIsToldWhenThoseAreTakenWhoShowItAndNothingOfOthers() throws Exception {
    var principal =
        mine.propfind("/dav/principals/" + owner.id() + "/", "0", "<C:schedule-outbox-URL/>");
    var outbox = principal.replaceAll("(?s).*schedule-outbox-URL[^>]*><D:href>(.*?)<.*", "$1");
    put(mine, mine.calendar("work") + "m.ics", event("1000"));
    var theirs = program(assistant);
    put(theirs, theirs.calendar("own") + "m.ics", event("1200"));
    var asks =
        String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//X//X//EN",
            "METHOD:REQUEST",
            "BEGIN:VFREEBUSY",
            "UID:plan",
            "DTSTAMP:20300101T000000Z",
            "DTSTART:20870107T000000Z",
            "DTEND:20870108T000000Z",
            organizer(),
            "ATTENDEE:mailto:" + owner.email(),
            "ATTENDEE:mailto:" + assistant.email(),
            "END:VFREEBUSY",
            "END:VCALENDAR",
            "");
    var answer = mine.ask("POST", outbox, asks, "Content-Type", "text/calendar");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("FREEBUSY:20870107T100000Z/20870107T110000Z", "2.0;Success", "3.7;")
        .doesNotContain("T120000Z", "Tasting");
    assertThat(mine.ask("POST", mine.home(), asks).statusCode()).isEqualTo(405);
  }

  @Test
  void anInvitationOfSomebodyElsesStandsThereAndNobodyIsWrittenTo() throws Exception {
    var href = mine.calendar("work") + "m.ics";
    var body =
        event(
            "1000",
            "ORGANIZER:mailto:boss@elsewhere.example",
            attendee(owner.email(), "ACCEPTED"),
            attendee(stranger, "ACCEPTED"));
    assertThat(put(mine, href, body)).isEqualTo(201);
    assertThat(letters(stranger)).isEmpty();
    assertThat(letters("boss@elsewhere.example")).isEmpty();
  }

  @Test
  void aProgramOfANewAccountWritesToNobodyOutsideAndKeepsItsEvent() throws Exception {
    var fresh = program(people.client("Fresh"));
    var href = fresh.calendar("work") + "m.ics";
    var body =
        event(
            "1000", "ORGANIZER:mailto:" + fresh.viewer.email(), attendee(stranger, "NEEDS-ACTION"));
    assertThat(put(fresh, href, body)).isEqualTo(201);
    assertThat(letters(stranger)).isEmpty();
  }

  @Test
  void theLastOneTakenOutHearsOfItAndWhoStandsAtOneDateAloneIsNotAskedToAll() throws Exception {
    var href = mine.calendar("work") + "m.ics";
    var other = UUID.randomUUID() + "@elsewhere.example";
    var asked = event("1000", organizer(), "RRULE:FREQ=WEEKLY", attendee(stranger, "NEEDS-ACTION"));
    var one =
        event(
            "1100", "RECURRENCE-ID:20870107T100000Z", organizer(), attendee(other, "NEEDS-ACTION"));
    one = one.substring(one.indexOf("BEGIN:VEVENT"), one.indexOf("END:VCALENDAR"));
    put(mine, href, asked.replace("END:VCALENDAR", one + "END:VCALENDAR"));
    assertThat(letters(stranger)).hasSize(1);
    assertThat(letters(other)).isEmpty();
    put(mine, href, event("1000"));
    assertThat(letters(stranger)).hasSize(2).last().asString().contains("METHOD:CANCEL");
  }
}
