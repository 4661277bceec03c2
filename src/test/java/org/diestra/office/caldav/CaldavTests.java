package org.diestra.office.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.diestra.HouseTest;
import org.diestra.platform.programs.Part;
import org.junit.jupiter.api.Test;

/** What programs find, make and change in their person's calendars (RFC 4791). */
@HouseTest
class CaldavTests extends CaldavDesk {
  @Test
  void aProgramFindsItsWayFromTheHostAlone() throws Exception {
    for (var method : List.of("GET", "PROPFIND", "OPTIONS")) {
      var asked =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/.well-known/caldav"))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build();
      var answer = HttpClient.newHttpClient().send(asked, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(301);
      assertThat(answer.headers().firstValue("Location")).hasValue("/dav/");
    }
    var principal = "/dav/principals/" + owner.id() + "/";
    assertThat(mine.propfind("/dav/", "0", "<D:current-user-principal/>"))
        .contains("<D:current-user-principal><D:href>" + principal);
    assertThat(
            mine.propfind(
                principal,
                "0",
                "<C:calendar-home-set/><C:calendar-user-address-set/><D:displayname/><D:resourcetype/>"))
        .contains(mine.home(), "mailto:" + owner.email(), "Lucía", "<D:principal/>");
    assertThat(mine.ask("OPTIONS", "/dav/", "").headers().firstValue("DAV"))
        .hasValueSatisfying(
            dav -> assertThat(dav).contains("calendar-access", "access-control", "extended-mkcol"));
    var stranger = program(assistant);
    assertThat(stranger.ask("PROPFIND", principal, "", "Depth", "0").statusCode()).isEqualTo(404);
    assertThat(stranger.ask("PROPFIND", mine.home(), "", "Depth", "1").statusCode()).isEqualTo(404);
    var search =
        "<D:principal-property-search xmlns:D='DAV:'><D:property-search><D:prop><D:displayname/>"
            + "</D:prop><D:match>luc</D:match></D:property-search><D:prop><D:displayname/></D:prop>"
            + "</D:principal-property-search>";
    assertThat(mine.ask("REPORT", "/dav/principals/", search).body()).contains(principal);
    assertThat(stranger.ask("REPORT", "/dav/principals/", search).body()).doesNotContain("Lucía");
  }

  @Test
  void aPasswordForFilesOpensNoCalendars() throws Exception {
    var files = new Program(owner, passwords.of(owner, Part.FILES));
    assertThat(files.ask("PROPFIND", mine.home(), "", "Depth", "0").statusCode()).isEqualTo(404);
    assertThat(files.propfind("/dav/", "1", "<D:displayname/>")).doesNotContain("calendars");
    assertThat(files.propfind("/dav/principals/" + owner.id() + "/", "0", "<C:calendar-home-set/>"))
        .doesNotContain(mine.home());
  }

  @Test
  void aProgramMakesACalendarNamesItAndTakesItAway() throws Exception {
    var path = mine.home() + "7C9E-work/";
    var made =
        mine.ask(
            "MKCALENDAR",
            path,
            """
            <C:mkcalendar xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'
              xmlns:A='http://apple.com/ns/ical/'><D:set><D:prop>
              <D:displayname>Ferias &amp; más</D:displayname>
              <C:calendar-description>De la tienda</C:calendar-description>
              <A:calendar-color>#d98e20ff</A:calendar-color><A:calendar-order>3</A:calendar-order>
              <C:supported-calendar-component-set><C:comp name='VEVENT'/></C:supported-calendar-component-set>
              </D:prop></D:set></C:mkcalendar>
            """);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    var props =
        "<D:displayname/><C:calendar-description/><A:calendar-color/><A:calendar-order/>"
            + "<C:supported-calendar-component-set/><D:resourcetype/><D:current-user-privilege-set/>"
            + "<D:supported-report-set/><S:getctag/><C:calendar-timezone/>";
    assertThat(mine.propfind(mine.home(), "1", props))
        .contains(path, "Ferias &amp; más", "De la tienda", "#D98E20FF", ">3<", "name=\"VEVENT\"")
        .contains("calendar-query", "sync-collection", "<D:write/>", "TZID:")
        .doesNotContain("name=\"VTODO\"");
    assertThat(mine.put(path + "t.ics", todo("t", "SUMMARY:x")).body())
        .contains("supported-calendar-component");
    assertThat(text(owner, "/calendar")).contains("Ferias &amp; más", "cal-amber");
    assertThat(mine.ask("MKCALENDAR", path, "").body()).contains("resource-must-be-null");
    var patched = patch(path, "<D:displayname>Viajes</D:displayname><D:getctag>x</D:getctag>");
    assertThat(patched).contains("200 OK");
    assertThat(mine.propfind(path, "0", "<D:displayname/>")).contains(">Viajes<");
    assertThat(patch(path, "<D:displayname>No</D:displayname><D:getetag>x</D:getetag>"))
        .contains("403", "424");
    assertThat(patch(path, "<D:displayname>%s</D:displayname>".formatted("x".repeat(81))))
        .contains("409");
    assertThat(mine.propfind(path, "0", "<D:displayname/>")).contains(">Viajes<");
    assertThat(mine.ask("DELETE", path, "").statusCode()).isEqualTo(204);
    assertThat(mine.ask("PROPFIND", path, "", "Depth", "0").statusCode()).isEqualTo(404);
    assertThat(mine.ask("MKCALENDAR", path, "").statusCode()).isEqualTo(201);
  }

  private String patch(String path, String props) throws Exception {
    return mine.ask(
            "PROPPATCH",
            path,
            "<D:propertyupdate xmlns:D='DAV:'><D:set><D:prop>"
                + props
                + "</D:prop></D:set></D:propertyupdate>")
        .body();
  }

  @Test
  void aCollectionIsMadeByTheExtendedVerbAndOnlyOfAKindThatIsKnown() throws Exception {
    var body =
        "<mkcol xmlns='DAV:'><set><prop><resourcetype><collection/>%s</resourcetype>"
            + "<displayname>Work</displayname></prop></set></mkcol>";
    var calendar = body.formatted("<calendar xmlns='urn:ietf:params:xml:ns:caldav'/>");
    var xml = "application/xml";
    assertThat(mine.ask("MKCOL", mine.home() + "a", calendar, "Content-Type", xml).statusCode())
        .isEqualTo(201);
    assertThat(mine.propfind(mine.home() + "a/", "0", "<D:displayname/>")).contains("Work");
    assertThat(mine.ask("MKCOL", mine.home() + "b", body.formatted(""), "Content-Type", xml).body())
        .contains("valid-resourcetype");
    assertThat(mine.ask("MKCOL", mine.home() + "c", "").statusCode()).isEqualTo(403);
    assertThat(mine.ask("MKCOL", mine.home() + "a/d", calendar, "Content-Type", xml).body())
        .contains("calendar-collection-location-ok");
  }

  @Test
  void whatIsPutComesBackByteForByteAndStandsOnThePage() throws Exception {
    var path = mine.calendar("work") + "a+b ñ.ics".replace(" ", "%20").replace("ñ", "%C3%B1");
    var text = hour("u1", "20310107", "Tasting").replace("SUMMARY", "X-OWN;Y=\"a:b\":1\r\nSUMMARY");
    var put = mine.put(path, text, "If-None-Match", "*");
    assertThat(put.statusCode()).isEqualTo(201);
    assertThat(mine.get(path)).isEqualTo(text);
    assertThat(etag(mine.ask("GET", path, ""))).isEqualTo(etag(put));
    assertThat(mine.propfind(path, "0", "<D:getetag/><D:getcontenttype/>"))
        .contains(etag(put).replace("\"", "&quot;"), "component=vevent");
    assertThat(text(owner, "/calendar?date=2031-01-07")).contains("Tasting");
    assertThat(mine.put(path, text, "If-None-Match", "*").statusCode()).isEqualTo(412);
    assertThat(mine.put(path, text, "If-Match", "\"x\"").statusCode()).isEqualTo(412);
    assertThat(mine.ask("DELETE", path, "", "If-Match", "\"x\"").statusCode()).isEqualTo(412);
    assertThat(mine.ask("LOCK", path, "<lockinfo xmlns='DAV:'/>").statusCode()).isEqualTo(405);
    assertThat(mine.ask("DELETE", path, "", "If-Match", etag(put)).statusCode()).isEqualTo(204);
    assertThat(mine.ask("GET", path, "").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsNoCalendarThingIsRefusedByName() throws Exception {
    var calendar = mine.calendar("work");
    var good = hour("u1", "20310107", "A");
    mine.put(calendar + "a.ics", good);
    var refused =
        List.of(
            List.of("no calendar", "valid-calendar-data"),
            List.of(good.replace("20310107T100000Z", "20319907T100000Z"), "valid-calendar-data"),
            List.of(good.replace("VEVENT", "VJOURNAL"), "supported-calendar-component"),
            List.of(good.replace("UID:u1\r\n", ""), "valid-calendar-object-resource"),
            List.of(good + good, "valid-calendar-object-resource"),
            List.of(
                good.replace("VERSION", "METHOD:REQUEST\r\nVERSION"),
                "valid-calendar-object-resource"),
            List.of(good.replace("SUMMARY", "RRULE:FREQ=SECONDLY\r\nSUMMARY"), "max-instances"),
            List.of(
                good.replace("SUMMARY:A", "SUMMARY:" + "x".repeat(1_000_000)),
                "max-resource-size"));
    for (var one : refused) {
      var answer = mine.put(calendar + "b.ics", one.getFirst());
      assertThat(answer.statusCode()).as(one.getLast()).isEqualTo(403);
      assertThat(answer.body()).contains(one.getLast());
    }
    assertThat(mine.put(calendar + "b.ics", good).body())
        .contains("no-uid-conflict", calendar + "a.ics");
    assertThat(mine.put(calendar + "a.ics", hour("u2", "20310107", "B")).body())
        .contains("no-uid-conflict");
    assertThat(mine.put(calendar + "sub/a.ics", good).statusCode()).isEqualTo(409);
    assertThat(mine.put(mine.home() + "a.ics", good).statusCode()).isEqualTo(403);
    assertThat(mine.get(calendar + "a.ics")).isEqualTo(good);
  }

  @Test
  void ofTwoThatChangeTheSameVersionOneIsTold() throws Exception {
    var path = mine.calendar("work") + "a.ics";
    var tag = etag(mine.put(path, hour("u1", "20310107", "First")));
    var answers = new ArrayList<CompletableFuture<Integer>>();
    for (int i = 0; i < 4; i++) {
      var body = hour("u1", "20310107", "Second " + i);
      answers.add(
          CompletableFuture.supplyAsync(() -> {
            try {
              return mine.put(path, body, "If-Match", tag).statusCode();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          }));
    }
    assertThat(answers.stream().map(CompletableFuture::join).sorted().toList())
        .isEqualTo(List.of(204, 412, 412, 412));
  }

  @Test
  void aThingIsMovedToAnotherCalendarAndCopied() throws Exception {
    var one = mine.calendar("one");
    var two = mine.calendar("two");
    mine.put(one + "a.ics", hour("u1", "20310107", "A"));
    var before = mine.sync(one, "").token();
    var there = "http://localhost:" + port + two + "b.ics";
    assertThat(mine.ask("MOVE", one + "a.ics", "", "Destination", there).statusCode())
        .isEqualTo(201);
    assertThat(mine.get(two + "b.ics")).contains("SUMMARY:A");
    assertThat(mine.sync(one, before).body()).contains(one + "a.ics", "404");
    var back = "http://localhost:" + port + one + "a.ics";
    assertThat(mine.ask("COPY", two + "b.ics", "", "Destination", back).statusCode())
        .isEqualTo(201);
    var twin = "http://localhost:" + port + two + "c.ics";
    assertThat(mine.ask("COPY", two + "b.ics", "", "Destination", twin).body())
        .contains("no-uid-conflict");
  }

  @Test
  void aChangeOfATaskIsKeptThoughThePageShowsEventsAlone() throws Exception {
    var path = mine.calendar("work") + "t.ics";
    assertThat(mine.put(path, todo("t1", "SUMMARY:Order books")).statusCode()).isEqualTo(201);
    var done = todo("t1", "SUMMARY:Order books\nSTATUS:COMPLETED\nCOMPLETED:20310101T000000Z");
    assertThat(mine.put(path, done).statusCode()).isEqualTo(204);
    assertThat(mine.get(path)).isEqualTo(done);
    assertThat(mine.propfind(path, "0", "<D:getcontenttype/>")).contains("component=vtodo");
  }
}
