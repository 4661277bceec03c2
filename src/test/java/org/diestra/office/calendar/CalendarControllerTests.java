package org.diestra.office.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.diestra.HouseTest;
import org.diestra.StatementCount;
import org.diestra.platform.base.Area;
import org.diestra.platform.data.HouseRights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class CalendarControllerTests extends CalendarDesk {
  @Autowired JdbcClient jdbc;
  @Autowired HouseRights house;
  @Autowired Clock clock;
  private static final String WEEK = "?view=week&date=2031-01-07";

  @Test
  void anEventStandsInEveryViewOnTheViewersClock() throws Exception {
    works(assistant, Area.APPOINTMENTS);
    var shop = calendar(owner, "Shop", false);
    assertThat(event(assistant, shop, "Tasting", "2031-01-07", "10:00").getStatus()).isEqualTo(302);
    for (var view : new String[] {"month", "week", "day", "agenda"}) {
      var asked = page + "?view=" + view + "&date=2031-01-07";
      assertThat(text(owner, asked)).as(view).contains("Tasting", "10:00");
      assertThat(text(assistant, asked)).as(view).contains("Tasting", "04:00", "10:00 en Madrid");
    }
    assertThat(text(assistant, "/calendar" + WEEK)).contains("Tasting");
  }

  @Test
  void aFormSaysWhatIsWrongAndKeepsTheRest() throws Exception {
    var shop = calendar(owner, "Shop", false);
    var answer =
        event(owner, shop, "", "2031-02-31", "25:00", "repeat", "sometimes", "place", "Upstairs");
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("id=\"title-why\"", "id=\"from-why\"", "Upstairs");
    var late =
        event(owner, shop, "A", "2031-02-03", "10:00", "until", "2030-01-01", "repeat", "daily");
    assertThat(late.getContentAsString()).contains("id=\"until-why\"");
    assertThat(send(owner, "/calendar/calendars/new?room=" + room, "name", "").getStatus())
        .isEqualTo(422);
  }

  @Test
  void oneTimeOfASeriesIsChangedThenTheRestThenAllAreTakenOut() throws Exception {
    var shop = calendar(owner, "Shop", false);
    event(owner, shop, "Club", "2031-01-07", "10:00", "repeat", "weekly");
    var href = href(owner, page + "?date=2031-01-07", "20310114T090000Z");
    var edit = href + "/edit?at=20310114T090000Z";
    change(href, "20310114T090000Z", "this", "Late club", "2031-01-14", "12:00", seen(owner, edit));
    assertThat(text(owner, page + "?date=2031-01-07"))
        .contains("12:00</span> <span class=\"cal-what\">Late club");
    change(
        href, "20310121T090000Z", "following", "Circle", "2031-01-21", "18:00", seen(owner, edit));
    var month = text(owner, page + "?date=2031-01-07");
    assertThat(month).contains("Late club", ">Club<", ">Circle<");
    assertThat(text(owner, page + "?date=2031-03-07")).contains("Circle").doesNotContain(">Club<");
    var gone =
        send(
            owner,
            href + "/removal?at=20310107T090000Z",
            "scope",
            "all",
            "seen",
            seen(owner, edit));
    assertThat(gone.getStatus()).isEqualTo(302);
    assertThat(text(owner, page + "?date=2031-01-07")).contains("Circle").doesNotContain("lub<");
  }

  private void change(
      String href, String at, String scope, String title, String from, String begins, String seen)
      throws Exception {
    var answer =
        send(
            owner,
            href + "?at=" + at,
            "scope",
            scope,
            "title",
            title,
            "from",
            from,
            "begins",
            begins,
            "ends",
            "20:00",
            "zone",
            "Europe/Madrid",
            "repeat",
            "weekly",
            "every",
            "1",
            "seen",
            seen);
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
  }

  @Test
  void whoeverChangesWhatAnotherChangedMeanwhileIsTold() throws Exception {
    var shop = calendar(owner, "Shop", false);
    event(owner, shop, "Club", "2031-01-07", "10:00");
    var href = href(owner, page + "?date=2031-01-07", "20310107T090000Z");
    var seen = seen(owner, href + "/edit");
    change(href, "20310107T090000Z", "all", "First", "2031-01-07", "10:00", seen);
    var late =
        send(
            owner,
            href,
            "title",
            "Second",
            "from",
            "2031-01-07",
            "begins",
            "10:00",
            "ends",
            "11:00",
            "zone",
            "Europe/Madrid",
            "seen",
            seen);
    assertThat(late.getStatus()).isEqualTo(409);
    // the form comes back as it was made: a second press overwrites nothing either
    assertThat(late.getContentAsString()).contains("Second", "value=\"" + seen + "\"");
    assertThat(text(owner, href)).contains("First");
  }

  @Test
  void aTimeThatIsGoneIsReadAsTheSeriesAndNotChanged() throws Exception {
    var shop = calendar(owner, "Shop", false);
    event(owner, shop, "Club", "2031-01-07", "10:00", "repeat", "weekly");
    var href = href(owner, page + "?date=2031-01-07", "20310107T090000Z");
    var gone = "?at=20310108T090000Z";
    assertThat(text(owner, href + gone)).contains("Club", "7 Jan");
    assertThat(show(owner, href + "/edit" + gone).getStatus()).isEqualTo(404);
    assertThat(send(owner, href + "/place" + gone, "to", "2031-01-09").getStatus()).isEqualTo(404);
  }

  @Test
  void anEventIsDraggedToAnotherDayOrHour() throws Exception {
    works(assistant, Area.APPOINTMENTS);
    var shop = calendar(owner, "Shop", false);
    event(owner, shop, "Club", "2031-01-07", "10:00");
    var href = href(owner, page + "?date=2031-01-07", "20310107T090000Z");
    send(owner, href + "/place?at=20310107T090000Z", "to", "2031-01-09", "back", page);
    assertThat(text(owner, href)).contains("9 Jan").contains("10:00 in Madrid");
    var moved = href(owner, page + "?date=2031-01-07", "20310109T090000Z");
    // on the clock of Bogotá
    send(assistant, moved + "/place?at=20310109T090000Z", "to", "2031-01-09T08:30", "back", page);
    assertThat(text(owner, moved)).contains("14:30 in Madrid");
  }

  @Test
  void aPageCostsAsMuchWithFortyCalendarsAsWithOne() throws Exception {
    var first = calendar(owner, "One", false);
    event(owner, first, "Club", "2031-01-07", "10:00");
    var path = page + "?view=agenda&date=2031-01-01";
    text(owner, path);
    var few = StatementCount.during(() -> text(owner, path)).size();
    for (int i = 0; i < 39; i++) {
      var more = calendar(owner, "More " + i, false);
      event(owner, more, "Club " + i, "2031-01-0" + (1 + i % 9), "10:00", "repeat", "weekly");
    }
    assertThat(
            StatementCount.during(() -> assertThat(text(owner, path)).contains("Club 38")).size())
        .isEqualTo(few)
        .isLessThan(25);
  }

  @Autowired Reminders reminders;

  @Test
  void whoMadeAnEventIsRemindedOfItOnce() throws Exception {
    var zone = ZoneId.of("Europe/Madrid");
    var soon = LocalDateTime.ofInstant(clock.instant().plusSeconds(1800), zone);
    var shop = calendar(owner, "Shop", false);
    var answer =
        send(
            owner,
            "/calendar/events/new",
            "calendar",
            shop,
            "title",
            "Tasting",
            "from",
            soon.toLocalDate().toString(),
            "begins",
            soon.toLocalTime().toString(),
            "to",
            soon.plusHours(1).toLocalDate().toString(),
            "ends",
            soon.plusHours(1).toLocalTime().toString(),
            "zone",
            "Europe/Madrid",
            "remind",
            "60",
            "repeat",
            "daily",
            "every",
            "1");
    assertThat(answer.getStatus()).isEqualTo(302);
    // the reminder of the first one lay before it was made; the next one is tomorrow's
    reminders.ring();
    assertThat(text(owner, "/notifications")).doesNotContain("Tasting");
    house.call(() ->
        jdbc.sql(
                """
                update calendar.object set remind_at = :at
                where calendar = :calendar
                """)
            .param("at", clock.instant().minusSeconds(3600).atOffset(java.time.ZoneOffset.UTC))
            .param("calendar", CalendarId.of(shop).value())
            .update());
    reminders.ring();
    reminders.ring();
    assertThat(text(owner, "/calendar/today")).contains("href=\"/calendar\"");
    assertThat(text(owner, "/notifications")).containsOnlyOnce("</span>“Tasting” begins");
  }
}
