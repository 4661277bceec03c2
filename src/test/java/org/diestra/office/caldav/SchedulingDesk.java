package org.diestra.office.caldav;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom programs ask to events, and what stands in their own calendars then. */
abstract class SchedulingDesk extends CaldavDesk {
  private static final Pattern HREF = Pattern.compile("<D:href>([^<]+\\.ics)</D:href>");
  @Autowired JdbcClient jdbc;
  String stranger;

  @BeforeEach
  void somebodyWorksThere() {
    works(assistant, Area.APPOINTMENTS);
    stranger = UUID.randomUUID() + "@elsewhere.example";
  }

  String event(String begins, String... lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//X//X//EN\r\nBEGIN:VEVENT\r\nUID:meet-"
        + stranger
        + "\r\nDTSTAMP:20300101T000000Z\r\nDTSTART:20870107T"
        + begins
        + "00Z\r\nDURATION:PT1H\r\nSUMMARY:Tasting\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  }

  String organizer() {
    return "ORGANIZER:mailto:" + owner.email();
  }

  static String attendee(String email, String partstat) {
    return "ATTENDEE;PARTSTAT=" + partstat + ":mailto:" + email;
  }

  List<String> letters(String address) {
    return jdbc.sql(
            """
            select a.content from mail.attachment a join mail.letter l on l.id = a.letter
            where l.address = :address order by l.id
            """)
        .param("address", address)
        .query((r, n) -> new String(r.getBytes("content"), UTF_8).replace("\r\n ", ""))
        .list();
  }

  int put(Program program, String href, String body, String... headers) throws Exception {
    return program.ask("PUT", href, body, headers).statusCode();
  }

  String tag(String href) throws Exception {
    var found = mine.propfind(href, "0", "<C:schedule-tag/>");
    assertThat(found).contains("schedule-tag");
    return found.replaceAll("(?s).*schedule-tag>(.*?)<.*", "$1");
  }

  /** Where it stands in that person's own calendars, or null. */
  String copy(Program of) throws Exception {
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
}
