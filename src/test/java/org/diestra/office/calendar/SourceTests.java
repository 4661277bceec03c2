package org.diestra.office.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diestra.FarCalendar;
import org.diestra.HouseTest;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.data.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** Calendars that are kept elsewhere, shown here. */
@HouseTest
class SourceTests extends CalendarDesk {
  private static final String DAY = "?view=week&date=2031-01-07";
  private final FarCalendar far = new FarCalendar();
  private final List<String> made = new ArrayList<>();
  @Autowired JdbcClient jdbc;
  @Autowired HouseRights house;
  @Autowired Clock clock;

  @AfterEach
  void nothingIsReadAnyMore() throws Exception {
    for (var href : made) {
      send(owner, href + "/removal");
    }
    far.close();
  }

  private MockHttpServletResponse subscribe(Viewer viewer, String address, boolean own)
      throws Exception {
    return send(
        viewer,
        "/calendar/outside/new?room=" + (own ? "" : room),
        "address",
        address,
        "colour",
        "slate",
        "counts",
        "true");
  }

  /** Where its settings are. */
  private String subscribed(boolean own) throws Exception {
    var answer = subscribe(owner, far.address(), own);
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
    var href = String.valueOf(answer.getRedirectedUrl());
    made.add(href);
    return href;
  }

  private static UUID id(String href) {
    return CalendarId.of(href.replace("/calendar/calendars/", "")).value();
  }

  /** Reads it again, although that was done a moment ago. */
  private void again(String href) throws Exception {
    age(href, "asked_at", Duration.ofHours(1));
    assertThat(send(owner, href + "/outside/reading").getStatus()).isEqualTo(302);
  }

  private void age(String href, String column, Duration by) {
    house.call(() ->
        jdbc.sql("update calendar.source set " + column + " = :at where calendar = :id")
            .param("at", Row.at(clock.instant().minus(by)))
            .param("id", id(href))
            .update());
  }

  private long change(String href) {
    return house.call(() ->
        jdbc.sql("select change from calendar.calendar where id = :id")
            .param("id", id(href))
            .query(Long.class)
            .single());
  }

  @Test
  void aCalendarOutsideIsShownAndNobodyWritesInIt() throws Exception {
    far.holds("a|20310107T090000Z|Chess");
    var href = subscribed(true);
    assertThat(text(owner, "/calendar" + DAY)).contains("Chess", "10:00", "127.0.0.2");
    var event = href(owner, "/calendar" + DAY, "20310107T090000Z");
    assertThat(text(owner, event)).contains("Chess").doesNotContain(event + "/edit");
    for (var path : new String[] {event + "/edit", href + "/import"}) {
      assertThat(show(owner, path).getStatus()).as(path).isEqualTo(404);
    }
    var calendar = href.replace("/calendar/calendars/", "");
    assertThat(send(owner, event + "/removal", "scope", "all").getStatus()).isEqualTo(404);
    assertThat(send(owner, event + "/place", "to", "2031-01-09").getStatus()).isEqualTo(404);
    assertThat(event(owner, calendar, "Mine", "2031-01-08", "10:00").getStatus()).isEqualTo(404);
    // nor does the house by mistake
    assertThatThrownBy(() ->
            house.call(() ->
                jdbc.sql("delete from calendar.object where calendar = :id")
                    .param("id", id(href))
                    .update()))
        .rootCause()
        .hasMessageContaining("read from outside");
  }

  @Test
  void itsAddressIsASecretThatNobodyIsShownAgain() throws Exception {
    far.holds("a|20310107T090000Z|Chess");
    var href = subscribed(true);
    for (var path : new String[] {href, href + "/outside", "/calendar" + DAY}) {
      assertThat(text(owner, path)).contains("127.0.0.2").doesNotContain("4711");
    }
    var kept =
        house.call(() ->
            jdbc.sql("select address from calendar.source where calendar = :id")
                .param("id", id(href))
                .query(byte[].class)
                .single());
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("4711", "127.0.0.2");
    send(owner, href + "/removal");
    int left =
        house.call(() ->
            jdbc.sql("select count(*) from calendar.source where calendar = :id")
                .param("id", id(href))
                .query(Integer.class)
                .single());
    assertThat(left).isZero();
  }

  @Test
  void onlyWhatHasChangedCountsAsAChange() throws Exception {
    far.holds("a|20310107T090000Z|Chess", "b|20310108T090000Z|Go", "c|20310109T090000Z|Draughts");
    var href = subscribed(true);
    assertThat(change(href)).isEqualTo(3);
    again(href);
    assertThat(far.asked()).isEqualTo(2);
    assertThat(far.sent()).isEqualTo(1); // it was told that nothing has changed
    far.holds("a|20310107T090000Z|Chess", "b|20310108T090000Z|Go", "c|20310109T090000Z|Draughts");
    again(href);
    assertThat(far.sent()).isEqualTo(2); // other bytes that say the same
    assertThat(change(href)).isEqualTo(3);
    far.holds("a|20310107T090000Z|Chess", "b|20310108T090000Z|Go, moved", "d|20310110T090000Z|New");
    again(href);
    assertThat(change(href)).isEqualTo(6);
    assertThat(text(owner, "/calendar" + DAY))
        .contains("Chess", "Go, moved", "New")
        .doesNotContain("Draughts");
    send(owner, href + "/outside/reading"); // a moment ago
    assertThat(far.asked()).isEqualTo(4);
  }

  @Test
  void whyAnAddressIsNoneIsSaidAtTheFormAndWhatWasTypedStays() throws Exception {
    var typed = far.address();
    refused(typed, far.says(401, "text/plain", "who?"), "asks for a password");
    refused(typed, far.says(404, "text/plain", "no"), "nothing at that address");
    refused(typed, far.says(200, "text/html", "<html>Sign in</html>"), "a web page at that");
    refused(typed, far.says(200, "text/calendar", "hello"), "id=\"address-why\"");
    refused(typed, far.says(302, "text/plain", "http://127.0.0.1:4711/a"), "private network");
    refused(typed, far.says(200, "text/calendar", " ".repeat(6_000_000)), "too large");
    refused(typed.replace("127.0.0.2", "127.0.0.1"), far, "not encrypted");
    refused("https://127.0.0.1:4711/a.ics", far, "private network");
    refused("webcal://127.0.0.1/a.ics", far, "private network");
    refused("ftp://far.example/a.ics", far, "not a web address");
    refused("", far, "Give the address");
    assertThat(text(owner, "/calendar" + DAY)).doesNotContain("127.0.0.2");
  }

  private void refused(String address, FarCalendar said, String words) throws Exception {
    assertThat(said).isSameAs(far);
    var answer = subscribe(owner, address, true);
    assertThat(answer.getStatus()).as(words).isEqualTo(422);
    assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
        .contains(words, "value=\"" + address + "\"");
  }

  @Test
  void whatWasReadStaysWhileTheOtherSideIsSilentAndSomebodyIsToldOnce() throws Exception {
    far.holds("a|20310107T090000Z|Chess");
    var href = subscribed(true);
    far.says(503, "text/plain", "later");
    again(href);
    assertThat(text(owner, href)).contains("does not give it out", "What was read before stays");
    assertThat(text(owner, "/calendar" + DAY)).contains("Chess", "last read on");
    assertThat(text(owner, "/notifications")).doesNotContain("has not been read");
    age(href, "read_at", Duration.ofHours(25));
    again(href);
    again(href);
    assertThat(text(owner, "/notifications")).containsOnlyOnce("</span>“Far” has not been read");
    far.holds("b|20310107T090000Z|Go");
    again(href);
    assertThat(text(owner, href)).doesNotContain("What was read before");
    assertThat(text(owner, "/calendar" + DAY)).contains("Go").doesNotContain("Chess");
  }

  @Test
  void aWorkspacesIsReadByWhoeverWorksThereAndKeptByItsClientAlone() throws Exception {
    works(assistant, Area.APPOINTMENTS);
    far.holds("a|20310107T090000Z|Holiday");
    assertThat(subscribe(assistant, far.address(), false).getStatus()).isEqualTo(404);
    var href = subscribed(false);
    assertThat(text(assistant, page + DAY)).contains("Holiday").doesNotContain("data-event=");
    var event = href(assistant, page + DAY, "20310107T090000Z");
    assertThat(show(assistant, event + "/edit").getStatus()).isEqualTo(404);
    for (var path : new String[] {"/outside", "/outside/reading"}) {
      assertThat(send(assistant, href + path).getStatus()).as(path).isEqualTo(404);
      assertThat(send(people.client("Other"), href + path).getStatus()).as(path).isEqualTo(404);
    }
  }

  @Test
  void itsAddressIsGivenAnewAndTheFormerOneIsForgotten() throws Exception {
    far.holds("a|20310107T090000Z|Chess");
    var href = subscribed(true);
    try (var other = new FarCalendar().holds("b|20310108T090000Z|Go")) {
      assertThat(send(owner, href + "/outside", "address", "https://127.0.0.1/").getStatus())
          .isEqualTo(422);
      assertThat(send(owner, href + "/outside", "address", other.address()).getStatus())
          .isEqualTo(302);
      assertThat(text(owner, "/calendar" + DAY)).contains("Go").doesNotContain("Chess");
      again(href);
      assertThat(far.asked()).isEqualTo(1);
      assertThat(other.asked()).isEqualTo(2);
    }
  }
}
