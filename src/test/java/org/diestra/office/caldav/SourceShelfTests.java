package org.diestra.office.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import org.diestra.FarCalendar;
import org.diestra.HouseTest;
import org.junit.jupiter.api.Test;

/** A calendar from outside in a program: it is read, and nothing is put into it. */
@HouseTest
class SourceShelfTests extends CaldavDesk {
  @Test
  void aProgramReadsItBitByBitAndWritesNothing() throws Exception {
    try (var far = new FarCalendar()) {
      far.holds("a|20310107T090000Z|A", "b|20310107T090000Z|B", "c|20310107T090000Z|C");
      var made = send(owner, "/calendar/outside/new", "address", far.address(), "colour", "slate");
      var href = String.valueOf(made.getRedirectedUrl());
      var path = mine.home() + href.replace("/calendar/calendars/", "") + "/";
      assertThat(mine.propfind(mine.home(), "1", "<D:displayname/>")).contains(path, "Far");
      assertThat(mine.propfind(path, "0", "<D:current-user-privilege-set/>"))
          .contains("<D:read/>")
          .doesNotContain("<D:write");
      var two = mine.sync(path, "", "<D:limit><D:nresults>2</D:nresults></D:limit>");
      assertThat(two.status()).isEqualTo(207);
      var rest = mine.sync(path, two.token());
      assertThat(two.body().split("getetag>", -1)).hasSize(5);
      assertThat(rest.body().split("getetag>", -1)).hasSize(3);
      var name = rest.body().replaceAll("(?s).*" + path + "([^<]+\\.ics)<.*", "$1");
      assertThat(mine.get(path + name)).contains("BEGIN:VEVENT");
      assertThat(mine.put(path + "x.ics", hour("x", "20310107", "X")).statusCode()).isEqualTo(403);
      assertThat(mine.put(path + name, hour("c", "20310107", "X")).statusCode()).isEqualTo(403);
      assertThat(mine.ask("DELETE", path + name, "").statusCode()).isEqualTo(403);
      var own = mine.calendar("own");
      assertThat(mine.ask("MOVE", path + name, "", "Destination", own + "y.ics").statusCode())
          .isEqualTo(403);
      assertThat(mine.ask("DELETE", path, "").statusCode()).isEqualTo(204);
    }
  }
}
