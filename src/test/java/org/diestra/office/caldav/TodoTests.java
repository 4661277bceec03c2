package org.diestra.office.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.data.HouseRights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tasks in a browser and in a program are the same ones. */
@HouseTest
class TodoTests extends CaldavDesk {
  private static final Pattern TODO = Pattern.compile("/calendar/todos/[0-9A-Za-z]{22}");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
  @Autowired JdbcClient jdbc;
  @Autowired HouseRights house;

  private String list(Viewer viewer) throws Exception {
    return text(viewer, "/calendar/todos?room=" + room);
  }

  private String href(Viewer viewer) throws Exception {
    var found = TODO.matcher(list(viewer));
    assertThat(found.find()).isTrue();
    return found.group();
  }

  private String seen(Viewer viewer, String href) throws Exception {
    var found = SEEN.matcher(text(viewer, href));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void whatAProgramPutsThereIsTickedOffInABrowser() throws Exception {
    var shop = shared("Shop");
    var path = mine.home() + shop + "/t.ics";
    var body = todo("t", "SUMMARY:Order bags\nDUE;VALUE=DATE:20200109\nPRIORITY:1\nX-OWN:kept");
    assertThat(mine.put(path, body).statusCode()).isEqualTo(201);
    assertThat(list(owner)).contains("Order bags", "late", "high", "due Jan 9, 2020");
    var href = href(owner);
    var seen = seen(owner, href);
    assertThat(send(owner, href + "/completion", "seen", seen).getStatus()).isEqualTo(302);
    assertThat(mine.get(path))
        .contains("STATUS:COMPLETED", "COMPLETED:2", "PERCENT-COMPLETE:100", "X-OWN:kept");
    assertThat(list(owner)).doesNotContain("Order bags");
    assertThat(text(owner, "/calendar/todos?done=true")).contains("Order bags");
    send(owner, href + "/completion", "seen", seen, "done", "false"); // as it was before
    assertThat(mine.get(path)).contains("STATUS:COMPLETED");
    send(owner, href + "/completion", "seen", seen(owner, href), "done", "false");
    assertThat(mine.get(path)).contains("STATUS:NEEDS-ACTION").doesNotContain("COMPLETED:");
    assertThat(list(owner)).contains("Order bags");
  }

  @Test
  void whatIsWrittenInABrowserIsFoundByAProgram() throws Exception {
    var shop = shared("Shop");
    var wrong = send(owner, "/calendar/todos?room=" + room, "calendar", shop, "due", "soon");
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(wrong.getContentAsString(StandardCharsets.UTF_8))
        .contains("id=\"title-why\"", "id=\"due-why\"", "value=\"soon\"");
    var made =
        send(
            owner,
            "/calendar/todos?room=" + room,
            "calendar",
            shop,
            "title",
            "Call the printer",
            "due",
            "2031-01-09",
            "at",
            "10:30",
            "priority",
            "low");
    assertThat(made.getStatus()).isEqualTo(302);
    assertThat(tasks(shop))
        .contains(
            "SUMMARY:Call the printer", "PRIORITY:9", "DUE;TZID=Europe/Madrid:20310109T103000")
        .contains("BEGIN:VTIMEZONE", "STATUS:NEEDS-ACTION");
    var href = href(owner);
    assertThat(list(owner)).contains("due Jan 9, 2031, 10:30");
    var changed =
        send(
            owner,
            href,
            "seen",
            seen(owner, href),
            "title",
            "Call the printer again",
            "due",
            "2031-01-10",
            "percent",
            "40");
    assertThat(changed.getStatus()).isEqualTo(302);
    assertThat(tasks(shop))
        .contains("printer again", "DUE;VALUE=DATE:20310110", "PERCENT-COMPLETE:40", "IN-PROCESS")
        .doesNotContain("PRIORITY", "T103000");
    assertThat(send(owner, href, "seen", "0", "title", "Stale").getStatus()).isEqualTo(409);
    send(owner, href + "/removal", "seen", seen(owner, href));
    assertThat(tasks(shop)).doesNotContain("printer");
  }

  private String tasks(String calendar) throws Exception {
    return mine.report(
            mine.home() + calendar + "/",
            "calendar-query",
            "<D:prop><C:calendar-data/></D:prop><C:filter><C:comp-filter name='VCALENDAR'>"
                + "<C:comp-filter name='VTODO'/></C:comp-filter></C:filter>")
        .body();
  }

  @Test
  void whoMayReadReadsAndWhoMayNotFindsNothing() throws Exception {
    works(assistant, Area.ADMIN);
    var shop = shared("Shop");
    mine.put(mine.home() + shop + "/t.ics", todo("t", "SUMMARY:Order bags"));
    mine.put(mine.home() + shop + "/p.ics", todo("p", "SUMMARY:Pay rise\nCLASS:PRIVATE"));
    var href = href(owner);
    assertThat(list(assistant)).doesNotContain("Order bags");
    assertThat(show(assistant, href).getStatus()).isEqualTo(404);
    share(shop, assistant.id().toString(), "read");
    assertThat(list(assistant)).contains("Order bags").doesNotContain("Pay rise", "/completion");
    assertThat(text(assistant, href(assistant))).doesNotContain("name=\"seen\"");
    for (var path : new String[] {"", "/completion", "/removal"}) {
      assertThat(send(assistant, href(assistant) + path, "title", "X").getStatus()).isEqualTo(404);
    }
    var mineNow = send(assistant, "/calendar/todos?room=" + room, "calendar", shop, "title", "X");
    assertThat(mineNow.getStatus()).isEqualTo(422);
  }

  @Test
  void aCalendarForTasksAloneTakesNoEvents() throws Exception {
    var list = mine.home() + "list/";
    var made =
        mine.ask(
            "MKCALENDAR",
            list,
            "<C:mkcalendar xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'><D:set><D:prop>"
                + "<C:supported-calendar-component-set><C:comp name='VTODO'/>"
                + "</C:supported-calendar-component-set></D:prop></D:set></C:mkcalendar>");
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(show(owner, "/calendar/events/new").getStatus()).isEqualTo(404);
    assertThat(text(owner, "/calendar/todos")).contains("New task");
  }

  /** Of what nobody but its writer may see the bytes count as well. */
  @Test
  void whatStandsThereIsWeighedAndHasAnEnd() throws Exception {
    var own = mine.calendar("own");
    var body = hour("a", "20310107", "Tasting");
    var large = hour("b", "20310107", "x".repeat(1_000));
    mine.put(own + "a.ics", body);
    mine.put(own + "b.ics", large);
    mine.put(own + "a.ics", body.replace("Tasting", "Taste"));
    mine.ask("DELETE", own + "b.ics", "");
    assertThat(weight()).isEqualTo("1 " + (body.length() - 2));
    house.call(() ->
        jdbc.sql("update calendar.calendar set bytes = 500000000 where owner = :owner")
            .param("owner", owner.id().value())
            .update());
    assertThat(mine.put(own + "b.ics", large).statusCode()).isEqualTo(507);
    assertThat(mine.put(own + "a.ics", large.replace("UID:b", "UID:a")).statusCode())
        .isEqualTo(507);
    assertThat(mine.put(own + "a.ics", body.replace("Tasting", "T")).statusCode()).isEqualTo(204);
  }

  private String weight() {
    return house.call(() ->
        jdbc.sql("select things || ' ' || bytes from calendar.calendar where owner = :owner")
            .param("owner", owner.id().value())
            .query(String.class)
            .single());
  }

  /** What a page holds in memory has an end; what found no room is not hidden. */
  @Test
  void aListOfHugeTasksShowsTheFirstOnesAndSaysThatThereAreMore() throws Exception {
    var own = mine.calendar("own");
    for (int i = 0; i < 10; i++) {
      var body = todo("big" + i, "SUMMARY:Huge " + i + "\nDESCRIPTION:" + "x".repeat(900_000));
      assertThat(mine.put(own + "big" + i + ".ics", body).statusCode()).isEqualTo(201);
    }
    var page = text(owner, "/calendar/todos");
    assertThat(page).contains("Huge", "the first 8");
    assertThat(page.split("Huge", -1)).hasSizeLessThan(30);
  }
}
