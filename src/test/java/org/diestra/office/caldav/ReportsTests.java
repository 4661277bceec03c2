package org.diestra.office.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diestra.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What programs ask of a calendar, and how much of it they are told (RFC 4791, section 7). */
@HouseTest
class ReportsTests extends CaldavDesk {
  private static final String TIME = "<C:time-range start='%s' end='%s'/>";
  private String calendar;

  @BeforeEach
  void aCalendar() throws Exception {
    calendar = mine.calendar("work");
  }

  private String query(String data, String inner) throws Exception {
    var answer =
        mine.report(
            calendar,
            "calendar-query",
            "<D:prop><D:getetag/>%s</D:prop><C:filter><C:comp-filter name='VCALENDAR'>%s</C:comp-filter></C:filter>"
                .formatted(data, inner));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
    return answer.body();
  }

  private String events(String from, String to) throws Exception {
    return query(
        "", "<C:comp-filter name='VEVENT'>" + TIME.formatted(from, to) + "</C:comp-filter>");
  }

  private void weekly() throws Exception {
    mine.put(
        calendar + "w.ics",
        event(
                "w",
                "DTSTART;TZID=Europe/Madrid:20310107T100000\nDTEND;TZID=Europe/Madrid:20310107T110000\n"
                    + "RRULE:FREQ=WEEKLY;COUNT=5\nEXDATE;TZID=Europe/Madrid:20310121T100000\nSUMMARY:Weekly")
            .replace(
                "END:VCALENDAR",
                "BEGIN:VEVENT\r\nUID:w\r\nDTSTAMP:20260101T000000Z\r\n"
                    + "RECURRENCE-ID;TZID=Europe/Madrid:20310114T100000\r\n"
                    + "DTSTART;TZID=Europe/Madrid:20310301T100000\r\nDURATION:PT1H\r\n"
                    + "SUMMARY:Moved\r\nEND:VEVENT\r\nEND:VCALENDAR"));
  }

  @Test
  void whatTakesPlaceThenIsFoundThoughItComesAgainOrWasMoved() throws Exception {
    mine.put(calendar + "a.ics", hour("a", "20310107", "Once"));
    mine.put(calendar + "d.ics", event("d", "DTSTART;VALUE=DATE:20310108\nSUMMARY:Day"));
    mine.put(calendar + "t.ics", todo("t", "SUMMARY:Task\nDUE:20310107T120000Z"));
    weekly();
    assertThat(events("20310107T000000Z", "20310108T000000Z"))
        .contains("a.ics", "w.ics")
        .doesNotContain("t.ics");
    assertThat(events("20310107T110000Z", "20310107T120000Z")).doesNotContain("a.ics");
    assertThat(events("20310108T080000Z", "20310108T090000Z")).contains("d.ics");
    // the second and the third are moved and left out
    assertThat(events("20310113T000000Z", "20310123T000000Z")).doesNotContain("w.ics");
    assertThat(events("20310128T090000Z", "20310128T093000Z")).contains("w.ics");
    assertThat(events("20310301T000000Z", "20310302T000000Z")).contains("w.ics");
    assertThat(events("20310205T000000Z", "20310228T000000Z")).doesNotContain("w.ics");
    assertThat(
            query(
                "",
                "<C:comp-filter name='VTODO'>"
                    + TIME.formatted("20310107T000000Z", "20310108T000000Z")
                    + "</C:comp-filter>"))
        .contains("t.ics")
        .doesNotContain("a.ics");
  }

  @Test
  void wordsAreAskedForAndNotAskedFor() throws Exception {
    mine.put(
        calendar + "a.ics",
        event(
            "a",
            "DTSTART:20310107T100000Z\nSUMMARY:Café con Ana\nATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:a@b.c"));
    mine.put(calendar + "b.ics", hour("b", "20310107", "Yoga"));
    var props =
        List.of(
            "<C:prop-filter name='SUMMARY'><C:text-match>CON an</C:text-match></C:prop-filter>",
            "<C:prop-filter name='UID'><C:text-match collation='i;octet'>a</C:text-match></C:prop-filter>",
            "<C:prop-filter name='SUMMARY'><C:text-match negate-condition='yes'>yoga</C:text-match></C:prop-filter>",
            "<C:prop-filter name='SUMMARY'><C:text-match collation='i;unicode-casemap'>CAFÉ</C:text-match></C:prop-filter>",
            "<C:prop-filter name='ATTENDEE'><C:param-filter name='PARTSTAT'><C:text-match>needs</C:text-match></C:param-filter></C:prop-filter>",
            "<C:prop-filter name='DTEND'><C:is-not-defined/></C:prop-filter>");
    for (var prop : props) {
      assertThat(query("", "<C:comp-filter name='VEVENT'>" + prop + "</C:comp-filter>"))
          .as(prop)
          .contains("a.ics")
          .doesNotContain("b.ics");
    }
    assertThat(query("", "<C:comp-filter name='VTODO'><C:is-not-defined/></C:comp-filter>"))
        .contains("a.ics", "b.ics");
    assertThat(
            query(
                "", "<C:comp-filter name='VEVENT'><C:comp-filter name='VALARM'/></C:comp-filter>"))
        .doesNotContain(".ics");
    for (var wrong :
        List.of(
            List.of("<C:comp-filter name='VEVENT'><C:time-range/></C:comp-filter>", "valid-filter"),
            List.of(
                "<C:comp-filter name='VEVENT'>"
                    + "<C:prop-filter name='SUMMARY'/>".repeat(60)
                    + "</C:comp-filter>",
                "supported-filter"),
            List.of(
                "<C:comp-filter name='VEVENT'><C:comp-filter name='VALARM'>"
                    + TIME.formatted("20310107T000000Z", "20310108T000000Z")
                    + "</C:comp-filter></C:comp-filter>",
                "supported-filter"),
            List.of(
                "<C:comp-filter name='VEVENT'><C:prop-filter name='UID'><C:text-match collation='x'>a</C:text-match></C:prop-filter></C:comp-filter>",
                "supported-collation"))) {
      assertThat(
              mine.report(
                      calendar,
                      "calendar-query",
                      "<C:filter><C:comp-filter name='VCALENDAR'>"
                          + wrong.getFirst()
                          + "</C:comp-filter></C:filter>")
                  .body())
          .contains(wrong.getLast());
    }
  }

  @Test
  void singleTimesAndPartsAreToldAsTheyAreWanted() throws Exception {
    weekly();
    var range = " start='20310101T000000Z' end='20310201T000000Z'";
    var expanded =
        query(
            "<C:calendar-data><C:expand" + range + "/></C:calendar-data>",
            "<C:comp-filter name='VEVENT'><C:time-range" + range + "/></C:comp-filter>");
    assertThat(expanded)
        .contains("DTSTART:20310107T090000Z", "RECURRENCE-ID:20310107T090000Z", "20310128T090000Z")
        .doesNotContain("RRULE", "EXDATE", "20310121T", "Moved", "TZID");
    var limited =
        query(
            "<C:calendar-data><C:limit-recurrence-set start='20310101T000000Z' end='20310110T000000Z'/></C:calendar-data>",
            "<C:comp-filter name='VEVENT'/>");
    assertThat(limited).contains("RRULE", "SUMMARY:Weekly").doesNotContain("Moved");
    var part =
        query(
            "<C:calendar-data><C:comp name='VCALENDAR'><C:comp name='VEVENT'><C:prop name='UID'/></C:comp></C:comp></C:calendar-data>",
            "<C:comp-filter name='VEVENT'/>");
    assertThat(part).contains("UID:w").doesNotContain("SUMMARY", "VERSION");
    var got =
        mine.report(
                calendar,
                "calendar-multiget",
                "<D:prop><D:getetag/><C:calendar-data/></D:prop><D:href>%1$sw.ics</D:href><D:href>%1$sx.ics</D:href><D:href>/elsewhere</D:href>"
                    .formatted(calendar))
            .body();
    assertThat(got).contains("RRULE:FREQ=WEEKLY", calendar + "x.ics", "404 Not Found");
  }

  @Test
  void takenTimesAreToldByThemselves() throws Exception {
    weekly();
    mine.put(calendar + "a.ics", hour("a", "20310107", "Once"));
    mine.put(
        calendar + "f.ics",
        event("f", "DTSTART:20310109T100000Z\nDTEND:20310109T110000Z\nTRANSP:TRANSPARENT"));
    mine.put(
        calendar + "c.ics",
        event("c", "DTSTART:20310110T100000Z\nDTEND:20310110T110000Z\nSTATUS:CANCELLED"));
    var answer =
        mine.report(
            calendar, "free-busy-query", TIME.formatted("20310107T093000Z", "20310131T000000Z"));
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/calendar"));
    // what meets is one time; what began before is cut
    assertThat(answer.body())
        .contains("FREEBUSY:20310107T093000Z/20310107T110000Z", "20310128T090000Z/20310128T100000Z")
        .doesNotContain("20310109", "20310110", "Once");
  }

  @Test
  void aProgramLearnsWhatChangedSinceItLastAsked() throws Exception {
    mine.put(calendar + "a.ics", hour("a", "20310107", "A"));
    mine.put(calendar + "b.ics", hour("b", "20310108", "B"));
    var first = mine.sync(calendar, "");
    assertThat(first.body()).contains("a.ics", "b.ics");
    assertThat(mine.sync(calendar, first.token()).body()).doesNotContain(".ics");
    mine.ask("DELETE", calendar + "a.ics", "");
    mine.put(calendar + "c.ics", hour("c", "20310108", "C"));
    var second = mine.sync(calendar, first.token());
    assertThat(second.body())
        .contains("a.ics</D:href><D:status>HTTP/1.1 404", "c.ics")
        .doesNotContain("b.ics");
    assertThat(mine.propfind(calendar, "0", "<D:sync-token/>")).contains(second.token());
    var limit = "<D:limit><D:nresults>1</D:nresults></D:limit>";
    var some = mine.sync(calendar, "", limit);
    assertThat(some.body()).contains("b.ics", "507").doesNotContain("c.ics");
    var more = mine.sync(calendar, some.token(), limit);
    assertThat(more.body()).contains("a.ics</D:href><D:status>HTTP/1.1 404", "507");
    assertThat(mine.sync(calendar, more.token(), limit).body())
        .contains("c.ics</D:href><D:propstat>")
        .doesNotContain("507");
    for (var wrong : List.of("x", "urn:x:1", first.token() + "9", "data:,")) {
      var refused = mine.sync(calendar, wrong);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.body()).contains("valid-sync-token");
    }
  }

  @Test
  void whatWouldNeverEndDoesNoHarm() throws Exception {
    mine.put(
        calendar + "h.ics",
        event(
            "h", "DTSTART:19000101T000000Z\nDTEND:19000101T000100Z\nRRULE:FREQ=HOURLY\nSUMMARY:H"));
    assertThat(events("20310107T000000Z", "20310108T000000Z")).contains("h.ics");
    var range = " start='20010101T000000Z' end='20310201T000000Z'";
    assertThat(
            query(
                "<C:calendar-data><C:expand" + range + "/></C:calendar-data>",
                "<C:comp-filter name='VEVENT'/>"))
        .contains("507");
    assertThat(
            mine.report(
                    calendar,
                    "free-busy-query",
                    TIME.formatted("20010101T000000Z", "20310131T000000Z"))
                .statusCode())
        .isEqualTo(403);
  }
}
