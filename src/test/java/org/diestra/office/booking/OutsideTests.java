package org.diestra.office.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.diestra.FarCalendar;
import org.diestra.office.calendar.CalendarId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a host keeps elsewhere takes times here, and closes them where it can't be read. */
class OutsideTests extends BookingShop {
  private final FarCalendar far = new FarCalendar();
  private String href = "";

  @AfterEach
  void nothingIsReadAnyMore() throws Exception {
    send(owner, href + "/removal");
    far.close();
  }

  private void subscribed(Viewer viewer, boolean counts) throws Exception {
    var answer =
        send(
            viewer,
            "/calendar/outside/new?room=",
            "address",
            far.address(),
            "colour",
            "slate",
            "counts",
            String.valueOf(counts));
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
    href = String.valueOf(answer.getRedirectedUrl());
  }

  private static String stamp(Instant at) {
    return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC).format(at);
  }

  private String times() {
    return book("Consulta") + "?zone=Europe/Madrid&from=" + date(5);
  }

  private void readBefore(Duration age) {
    house.call(() ->
        jdbc.sql("update calendar.source set read_at = :at where calendar = :id")
            .param("at", Row.at(clock.instant().minus(age)))
            .param("id", CalendarId.of(href.replace("/calendar/calendars/", "")).value())
            .update());
  }

  @Test
  void anEventOutsideTakesItsTime() throws Exception {
    service("Consulta");
    assertThat(offered(times())).contains(at(5, 10), at(5, 11));
    far.holds("a|" + stamp(at(5, 10)) + "|Dentist");
    subscribed(owner, true);
    assertThat(offered(times())).contains(at(5, 9), at(5, 11)).doesNotContain(at(5, 10));
  }

  @Test
  void oneThatDoesNotCountTakesNothingAndClosesNothing() throws Exception {
    service("Consulta");
    far.holds("a|" + stamp(at(5, 10)) + "|Holidays");
    subscribed(owner, false);
    readBefore(Duration.ofHours(25));
    assertThat(offered(times())).contains(at(5, 10));
    assertThat(text(rosa, page)).doesNotContain("No se ofrece ninguna hora");
  }

  @Test
  void whatHasNotBeenReadForADayClosesItsHostsTimesAndSaysWhy() throws Exception {
    service("Consulta");
    far.holds("a|" + stamp(at(5, 10)) + "|Dentist");
    subscribed(owner, true);
    readBefore(Duration.ofHours(23));
    assertThat(offered(times())).contains(at(5, 11));
    readBefore(Duration.ofHours(25));
    assertThat(offered(times())).isEmpty();
    assertThat(guestText(times()))
        .contains("hola@faro.example")
        .doesNotContain("Dentist", "127.0.0.2");
    var held =
        guest(book("Consulta") + "/holds", "at", at(5, 11).toString(), "zone", "Europe/Madrid");
    assertThat(held.getStatus()).isEqualTo(409);
    assertThat(text(owner, page)).contains("No times of yours are offered", "Far", href);
    assertThat(text(rosa, page)).contains("No se ofrece ninguna hora de Luc").doesNotContain(href);
  }

  @Test
  void anEntryThatCantBeReadMayTakeAnyTime() throws Exception {
    service("Consulta");
    far.holds("a|" + stamp(at(5, 10)) + "|Dentist", "b|someday|Surgery");
    subscribed(owner, true);
    assertThat(offered(times())).isEmpty();
    assertThat(text(owner, page)).contains("entries that can’t be read");
    assertThat(text(owner, href)).contains("One entry in it can’t be read");
  }

  /** The other one's times are known, so they are offered; both together are not. */
  @Test
  void oneHostsUnreadCalendarClosesNobodyElsesTimes() throws Exception {
    var both = new String[] {"host", owner.id().toString(), "host", rosa.id().toString()};
    service("Consulta", both);
    service("Todos", "host", owner.id().toString(), "host", rosa.id().toString(), "mode", "all");
    far.holds("a|" + stamp(at(5, 10)) + "|Dentist");
    subscribed(owner, true);
    readBefore(Duration.ofHours(25));
    assertThat(offered(times())).contains(at(5, 11));
    assertThat(offered(book("Todos") + "?zone=Europe/Madrid&from=" + date(5))).isEmpty();
  }
}
