package org.diestra.office.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.diestra.HouseTest;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.Test;

/** Calendars of others in a program: how far it may go, and until when. */
@HouseTest
class SharedTests extends CaldavDesk {
  private static final String RIGHTS = "<D:displayname/><D:current-user-privilege-set/>";

  @Test
  void aContractPutsACalendarIntoAProgramAndItsEndTakesItOut() throws Exception {
    var contract = works(assistant, Area.APPOINTMENTS);
    var shop = shared("Shop");
    var theirs = program(assistant);
    var path = theirs.home() + shop + "/";
    assertThat(theirs.propfind(theirs.home(), "1", RIGHTS)).contains(path, "Shop", "<D:write/>");
    assertThat(theirs.put(path + "a.ics", hour("a", "20310107", "Tasting")).statusCode())
        .isEqualTo(201);
    assertThat(text(owner, "/w/" + room + "/calendar?date=2031-01-07")).contains("Tasting");
    assertThat(mine.get(mine.home() + shop + "/a.ics")).contains("Tasting");
    var token = theirs.sync(path, "").token();
    workspaces.close(contract, null);
    assertThat(theirs.propfind(theirs.home(), "1", RIGHTS)).doesNotContain("Shop");
    assertThat(theirs.sync(path, token).status()).isEqualTo(404);
    assertThat(theirs.ask("GET", path + "a.ics", "").statusCode()).isEqualTo(404);
    assertThat(theirs.put(path + "b.ics", hour("b", "20310107", "B")).statusCode()).isEqualTo(404);
    assertThat(theirs.ask("DELETE", path + "a.ics", "").statusCode()).isEqualTo(404);
    assertThat(mine.get(mine.home() + shop + "/a.ics")).contains("Tasting");
  }

  /** The answer is being written when the contract ends: what was not told by then is not there. */
  @Test
  void accessThatEndsWhileASyncIsUnderWayEndsTheSync() throws Exception {
    var contract = works(assistant, Area.APPOINTMENTS);
    var shop = shared("Shop");
    var hrefs = new StringBuilder();
    var long1 = hour("#", "20310107", "x".repeat(150_000));
    for (int i = 0; i < 100; i++) {
      var name = "/" + i + ".ics";
      assertThat(mine.put(mine.home() + shop + name, long1.replace("#", "u" + i)).statusCode())
          .isEqualTo(201);
      hrefs.append("<D:href>").append(program(shop, name)).append("</D:href>");
    }
    var theirs = program(assistant);
    var body =
        "<C:calendar-multiget xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'><D:prop>"
            + "<C:calendar-data/></D:prop>"
            + hrefs
            + "</C:calendar-multiget>";
    try (var line = theirs.line("REPORT", theirs.home() + shop + "/", body)) {
      var begun = line.readNBytes(100_000);
      workspaces.close(contract, null);
      var rest = new String(line.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(new String(begun, StandardCharsets.UTF_8)).contains("207", "/0.ics", "SUMMARY");
      assertThat(rest).contains("/99.ics</D:href><D:status>HTTP/1.1 404", "</D:multistatus>");
    }
  }

  private String program(String shop, String name) {
    return "/dav/calendars/" + assistant.id() + "/" + shop + name;
  }

  @Test
  void whoMayReadWritesNothing() throws Exception {
    works(assistant, Area.TRAVEL);
    var shop = shared("Shop");
    share(shop, "travel", "read");
    var theirs = program(assistant);
    var path = theirs.home() + shop + "/";
    mine.put(mine.home() + shop + "/a.ics", hour("a", "20310107", "Tasting"));
    assertThat(theirs.propfind(path, "0", RIGHTS))
        .contains("<D:read/>")
        .doesNotContain("<D:write/>");
    assertThat(theirs.get(path + "a.ics")).contains("Tasting");
    var body = hour("a", "20310107", "Mine");
    assertThat(theirs.put(path + "a.ics", body).body()).contains("need-privileges");
    assertThat(theirs.put(path + "b.ics", body).statusCode()).isEqualTo(403);
    assertThat(theirs.ask("DELETE", path + "a.ics", "").statusCode()).isEqualTo(403);
    assertThat(theirs.ask("DELETE", path, "").statusCode()).isEqualTo(403);
    // what it is called in their program is their own matter
    var named =
        "<D:propertyupdate xmlns:D='DAV:'><D:set><D:prop><D:displayname>The shop</D:displayname>"
            + "</D:prop></D:set></D:propertyupdate>";
    assertThat(theirs.ask("PROPPATCH", path, named).body()).contains("200 OK");
    assertThat(theirs.propfind(path, "0", RIGHTS)).contains("The shop");
    assertThat(mine.propfind(mine.home() + shop + "/", "0", RIGHTS))
        .contains(">Shop<")
        .doesNotContain("The shop");
  }

  @Test
  void aPrivateEventIsATakenHourThatNobodyWritesOver() throws Exception {
    works(assistant, Area.APPOINTMENTS);
    var shop = shared("Shop");
    var hidden =
        hour("a", "20310107", "Doctor")
            .replace("SUMMARY", "CLASS:PRIVATE\r\nLOCATION:Ward\r\nSUMMARY");
    var own = mine.home() + shop + "/a.ics";
    mine.put(own, hidden);
    var theirs = program(assistant);
    var path = theirs.home() + shop + "/";
    var seen = theirs.ask("GET", path + "a.ics", "");
    assertThat(seen.body())
        .contains("SUMMARY:Ocupado", "DTSTART:20310107T100000Z", "CLASS:PRIVATE")
        .doesNotContain("Doctor", "Ward");
    assertThat(theirs.propfind(path + "a.ics", "0", RIGHTS)).doesNotContain("<D:write/>");
    assertThat(theirs.put(path + "a.ics", seen.body(), "If-Match", etag(seen)).body())
        .contains("need-privileges");
    assertThat(theirs.ask("DELETE", path + "a.ics", "", "If-Match", etag(seen)).statusCode())
        .isEqualTo(403);
    var query =
        theirs
            .report(
                path,
                "calendar-query",
                "<D:prop><C:calendar-data/></D:prop><C:filter><C:comp-filter name='VCALENDAR'>"
                    + "<C:comp-filter name='VEVENT'><C:prop-filter name='SUMMARY'><C:text-match>doctor"
                    + "</C:text-match></C:prop-filter></C:comp-filter></C:comp-filter></C:filter>")
            .body();
    assertThat(query).doesNotContain("a.ics");
    assertThat(theirs.put(path + "b.ics", hidden).body()).contains("no-uid-conflict");
    var there = "http://localhost:" + port + path + "c.ics";
    assertThat(theirs.ask("COPY", path + "a.ics", "", "Destination", there).statusCode())
        .isEqualTo(403);
    assertThat(theirs.sync(path, "").body()).contains("a.ics");
    assertThat(mine.get(own)).isEqualTo(hidden);
    // what its owner noted of it by a program is no more theirs than its words
    var noting =
        "<D:propertyupdate xmlns:D='DAV:'><D:set><D:prop><x xmlns='urn:x'>%s</x></D:prop></D:set>"
            + "</D:propertyupdate>";
    var noted = "<x xmlns='urn:x'/>";
    var all = "<D:propfind xmlns:D='DAV:'><D:allprop/></D:propfind>";
    assertThat(mine.ask("PROPPATCH", own, noting.formatted("cancer")).body()).contains("200 OK");
    assertThat(mine.propfind(own, "0", noted)).contains("cancer");
    assertThat(theirs.propfind(path + "a.ics", "0", noted)).doesNotContain("cancer");
    assertThat(theirs.ask("PROPFIND", path, all, "Depth", "1").body())
        .contains("a.ics")
        .doesNotContain("cancer");
    assertThat(theirs.ask("PROPPATCH", path + "a.ics", noting.formatted("none")).body())
        .contains("403");
    assertThat(mine.propfind(own, "0", noted)).contains("cancer");
    // whoever merely writes makes nothing of others private
    mine.put(mine.home() + shop + "/d.ics", hour("d", "20310108", "Open"));
    var closed = hour("d", "20310108", "Open").replace("SUMMARY", "CLASS:PRIVATE\r\nSUMMARY");
    assertThat(theirs.put(path + "d.ics", closed).statusCode()).isEqualTo(403);
  }

  @Test
  void whoSeesTakenTimesAloneIsToldNothingElse() throws Exception {
    works(assistant, Area.TRAVEL);
    var shop = shared("Shop");
    share(shop, assistant.id().toString(), "busy");
    var own = mine.home() + shop + "/";
    mine.put(own + "a.ics", hour("a", "20310107", "Tasting"));
    mine.put(
        own + "f.ics", event("f", "DTSTART:20310107T150000Z\nTRANSP:TRANSPARENT\nSUMMARY:Free"));
    mine.put(own + "t.ics", todo("t", "SUMMARY:Task"));
    var theirs = program(assistant);
    var path = theirs.home() + shop + "/";
    var first = theirs.sync(path, "");
    assertThat(first.body()).contains("a.ics").doesNotContain("f.ics", "t.ics");
    assertThat(theirs.get(path + "a.ics")).contains("Ocupado").doesNotContain("Tasting");
    assertThat(theirs.ask("GET", path + "f.ics", "").statusCode()).isEqualTo(404);
    assertThat(
            theirs
                .report(
                    path,
                    "free-busy-query",
                    "<C:time-range start='20310107T000000Z' end='20310108T000000Z'/>")
                .body())
        .contains("20310107T100000Z/20310107T110000Z");
    mine.put(
        own + "a.ics",
        hour("a", "20310107", "Tasting").replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY"));
    assertThat(theirs.sync(path, first.token()).body())
        .contains("a.ics</D:href><D:status>HTTP/1.1 404");
    // whoever may read more, sees other bytes: what was known counts for nothing
    share(shop, assistant.id().toString(), "read");
    assertThat(theirs.sync(path, first.token()).body()).contains("valid-sync-token");
    assertThat(theirs.sync(path, "").body()).contains("a.ics", "f.ics", "t.ics");
  }
}
