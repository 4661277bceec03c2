package org.diestra.office.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.diestra.HouseTest;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees what of calendars. */
@HouseTest
class CalendarRightsTests extends CalendarDesk {
  @Autowired JdbcClient jdbc;

  @Test
  void aContractOpensCalendarsAndItsEndClosesThemAtTheNextRequest() throws Exception {
    var contract = works(assistant, Area.APPOINTMENTS);
    var shop = calendar(owner, "Shop", false);
    event(owner, shop, "Tasting", "2031-01-07", "10:00");
    var path = page + "?date=2031-01-07";
    var href = href(assistant, path, "20310107T090000Z");
    assertThat(show(assistant, href + "/edit").getStatus()).isEqualTo(200);
    workspaces.close(contract, null);
    for (var gone : new String[] {path, href, href + "/edit"}) {
      assertThat(show(assistant, gone).getStatus()).as(gone).isEqualTo(404);
    }
    assertThat(text(assistant, "/calendar?date=2031-01-07")).doesNotContain("Tasting", "Shop");
    assertThat(send(assistant, href + "/removal", "scope", "all").getStatus()).isEqualTo(404);
  }

  @Test
  void aStrangerFindsNothing() throws Exception {
    var shop = calendar(owner, "Shop", false);
    event(owner, shop, "Tasting", "2031-01-07", "10:00");
    var href = href(owner, page + "?date=2031-01-07", "20310107T090000Z");
    var stranger = people.client("Other");
    for (var path : new String[] {page, href, href + "/edit", "/calendar/calendars/" + shop}) {
      assertThat(show(stranger, path).getStatus()).as(path).isEqualTo(404);
    }
    assertThat(event(stranger, shop, "Mine", "2031-01-07", "10:00").getStatus()).isEqualTo(404);
    assertThat(send(stranger, href + "/place?at=20310107T090000Z", "to", "2031-01-08").getStatus())
        .isEqualTo(404);
  }

  @Test
  void aPrivateEventIsATakenHourForOthers() throws Exception {
    works(assistant, Area.APPOINTMENTS);
    var shop = calendar(owner, "Shop", false);
    event(owner, shop, "Doctor", "2031-01-07", "10:00", "hidden", "true", "place", "Ward 3");
    var path = page + "?view=week&date=2031-01-07";
    assertThat(text(owner, path)).contains("Doctor");
    assertThat(text(assistant, path)).contains("Ocupado", "04:00").doesNotContain("Doctor", "Ward");
    var href = href(owner, path, "20310107T090000Z");
    assertThat(show(assistant, href).getStatus()).isEqualTo(404);
    assertThat(send(assistant, href + "/removal", "scope", "all").getStatus()).isEqualTo(404);
  }

  @Test
  void onesOwnCalendarIsShownAsBusyAndNoMoreUntilOneLeaves() throws Exception {
    var contract = works(assistant, Area.APPOINTMENTS);
    var own = calendar(assistant, "Mine", true);
    event(assistant, own, "Dentist", "2031-01-07", "15:00");
    var path = page + "?view=week&date=2031-01-07";
    assertThat(text(owner, path)).doesNotContain("Busy");
    var shared =
        send(
            assistant,
            "/calendar/calendars/" + own + "/shares",
            "with",
            room + ":" + owner.id(),
            "reach",
            "busy");
    assertThat(shared.getStatus()).isEqualTo(302);
    assertThat(text(owner, path)).contains("Busy", "15:00").doesNotContain("Dentist");
    assertThat(event(owner, own, "Not mine", "2031-01-08", "10:00").getStatus()).isNotEqualTo(302);
    workspaces.close(contract, null);
    assertThat(text(owner, "/calendar?view=week&date=2031-01-07")).doesNotContain("15:00–");
  }

  @Test
  void whatIsSharedToReadIsNotWritten() throws Exception {
    works(assistant, Area.TRAVEL);
    var shop = calendar(owner, "Shop", false);
    event(owner, shop, "Tasting", "2031-01-07", "10:00");
    assertThat(text(assistant, page + "?date=2031-01-07")).doesNotContain("Tasting");
    send(
        owner,
        "/calendar/calendars/" + shop + "/shares",
        "with",
        room + ":travel",
        "reach",
        "read");
    var href = href(assistant, page + "?date=2031-01-07", "20310107T090000Z");
    assertThat(text(assistant, href)).contains("Tasting").doesNotContain(href + "/edit");
    assertThat(show(assistant, href + "/edit").getStatus()).isEqualTo(404);
    assertThat(event(assistant, shop, "Mine", "2031-01-07", "10:00").getStatus()).isNotEqualTo(302);
    var person = room + ":" + people.assistant("Nobody").id();
    assertThat(
            send(owner, "/calendar/calendars/" + shop + "/shares", "with", person, "reach", "read")
                .getStatus())
        .isEqualTo(404);
  }

  @Test
  void withoutACallerTheTablesAreEmpty() throws Exception {
    var shop = calendar(owner, "Shop", false);
    event(owner, shop, "Tasting", "2031-01-07", "10:00");
    for (var table : new String[] {"calendar", "object", "part", "share", "gone"}) {
      assertThat(jdbc.sql("select count(*) from calendar." + table).query(Integer.class).single())
          .as(table)
          .isZero();
    }
  }

  @Test
  void whoMerelyWritesMakesNothingOfOthersPrivate() throws Exception {
    works(assistant, Area.APPOINTMENTS);
    var shop = calendar(owner, "Shop", false);
    event(owner, shop, "Tasting", "2031-01-07", "10:00");
    var href = href(owner, page + "?date=2031-01-07", "20310107T090000Z");
    var answer =
        send(
            assistant,
            href,
            "title",
            "Mine",
            "from",
            "2031-01-07",
            "begins",
            "10:00",
            "ends",
            "11:00",
            "zone",
            "Europe/Madrid",
            "hidden",
            "true",
            "seen",
            seen(assistant, href + "/edit"));
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(text(owner, href)).contains("Tasting");
    // a time that the event does not have is no way to make one
    assertThat(text(owner, href + "?at=20310108T090000Z")).contains("7 Jan");
  }
}
