package org.diestra.office.caldav;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Programs that ask people to events and answer, without a page (RFC 6638). */
@HouseTest
class SchedulingTests extends CaldavDesk {
  private static final Pattern HREF = Pattern.compile("<D:href>([^<]+\\.ics)</D:href>");
  @Autowired JdbcClient jdbc;
  private String stranger;

  @BeforeEach
  void somebodyWorksThere() {
    works(assistant, Area.APPOINTMENTS);
    stranger = UUID.randomUUID() + "@elsewhere.example";
  }

  private String event(String begins, String... lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//X//X//EN\r\nBEGIN:VEVENT\r\nUID:meet-"
        + stranger
        + "\r\nDTSTAMP:20300101T000000Z\r\nDTSTART:20310107T"
        + begins
        + "00Z\r\nDURATION:PT1H\r\nSUMMARY:Tasting\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  }

  private String organizer() {
    return "ORGANIZER:mailto:" + owner.email();
  }

  private static String attendee(String email, String partstat) {
    return "ATTENDEE;PARTSTAT=" + partstat + ":mailto:" + email;
  }

  private List<String> letters(String address) {
    return jdbc.sql(
            """
            select a.content from mail.attachment a join mail.letter l on l.id = a.letter
            where l.address = :address order by l.id
            """)
        .param("address", address)
        .query((r, n) -> new String(r.getBytes("content"), UTF_8).replace("\r\n ", ""))
        .list();
  }

  private int put(Program program, String href, String body, String... headers) throws Exception {
    return program.ask("PUT", href, body, headers).statusCode();
  }

  @Test
  void whomAProgramWritesDownIsAskedOnceAndHearsOfAChangeAndOfTheEnd() throws Exception {
    var href = mine.calendar("work") + "m.ics";
    var asked = event("1000", organizer(), attendee(stranger, "NEEDS-ACTION"));
    assertThat(put(mine, href, asked)).isEqualTo(201);
    assertThat(put(mine, href, asked)).isEqualTo(204); // retried
    assertThat(letters(stranger)).hasSize(1);
    assertThat(letters(stranger).getFirst()).contains("METHOD:REQUEST", "SUMMARY:Tasting");
    var moved = event("1200", organizer(), attendee(stranger, "NEEDS-ACTION"));
    assertThat(put(mine, href, moved)).isEqualTo(204);
    assertThat(letters(stranger)).hasSize(2).last().asString().contains("20310107T120000Z");
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
        .untilAsserted(
            () -> assertThat(theirs.ask("GET", copy, "").body()).contains("TRANSP:OPAQUE"));
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

  private String tag(String href) throws Exception {
    var found = mine.propfind(href, "0", "<C:schedule-tag/>");
    assertThat(found).contains("schedule-tag");
    return found.replaceAll("(?s).*schedule-tag>(.*?)<.*", "$1");
  }

  /** Where it stands in that person's own calendars, or null. */
  private String copy(Program of) throws Exception {
    var homes = Pattern.compile("<D:href>([^<]+/)</D:href>");
    var calendars = homes.matcher(of.propfind(of.home(), "1", "<D:resourcetype/>"));
    while (calendars.find()) {
      if (!calendars.group(1).equals(of.home())) {
        var found = HREF.matcher(of.propfind(calendars.group(1), "1", "<D:getetag/>"));
        while (found.find()) {
          var body = of.ask("GET", found.group(1), "").body();
          if (body.contains("Tasting") && body.contains("ATTENDEE")) {
            return found.group(1);
          }
        }
      }
    }
    return null;
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
            "DTSTART:20310107T000000Z",
            "DTEND:20310108T000000Z",
            organizer(),
            "ATTENDEE:mailto:" + owner.email(),
            "ATTENDEE:mailto:" + assistant.email(),
            "END:VFREEBUSY",
            "END:VCALENDAR",
            "");
    var answer = mine.ask("POST", outbox, asks, "Content-Type", "text/calendar");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("FREEBUSY:20310107T100000Z/20310107T110000Z", "2.0;Success", "3.7;")
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
}
