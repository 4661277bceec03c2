package org.diestra.office.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.diestra.platform.data.Caller;
import org.diestra.platform.data.Row;
import org.diestra.platform.mail.LastMail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of appointments by themselves; the times in the table move, not the clock. */
class RoundsTests extends BookingShop {
  @Autowired Rounds rounds;
  @Autowired Mirrors mirrors;
  private final String email = UUID.randomUUID() + "@guest.example";
  private final String guest = "Ana " + UUID.randomUUID();

  private void set(String what, Instant at) {
    assertThat(
            house.call(() ->
                jdbc.sql("update booking.appointment set " + what + " where guest_name = :guest")
                    .param("at", Row.at(at))
                    .param("guest", guest)
                    .update()))
        .isEqualTo(1);
  }

  private void go() {
    Caller.house().run(rounds::go);
  }

  private String state() {
    return house.call(() ->
        jdbc.sql("select state from booking.appointment where guest_name = :guest")
            .param("guest", guest)
            .query(String.class)
            .single());
  }

  private Instant soon(Duration ahead) {
    return clock.instant().plus(ahead);
  }

  @Test
  void aTimeThatIsHeldTooLongIsFreeAgain() throws Exception {
    service("Consulta");
    var held = guest(book("Consulta") + "/holds", "at", at(5, 10).toString());
    var mine = String.valueOf(held.getRedirectedUrl());
    var path = book("Consulta") + "?zone=Europe/Madrid&from=" + date(5);
    assertThat(offered(path)).doesNotContain(at(5, 10));
    house.call(() ->
        jdbc.sql("update booking.appointment set held_until = :past where hosts = array[:owner]")
            .param("past", Row.at(clock.instant().minusSeconds(1)))
            .param("owner", owner.id().value())
            .update());
    // at once, before anything has gone round
    assertThat(offered(path)).contains(at(5, 10));
    var other = guest(book("Consulta") + "/holds", "at", at(5, 10).toString());
    assertThat(other.getStatus()).isEqualTo(302);
    assertThat(guestText(mine)).contains("The time was given back");
    var late = guest(mine + "/details", "name", guest, "email", email);
    assertThat(late.getStatus()).isEqualTo(409);
    go();
    assertThat(guestText(mine)).contains("The time was given back");
    assertThat(guestText(String.valueOf(other.getRedirectedUrl()))).contains("Who is coming?");
  }

  @Test
  void aGuestIsRemindedADayAndAnHourBefore() throws Exception {
    service("Consulta");
    booked("Consulta", at(5, 10), guest, email);
    int before = LastMail.count(jdbc, email);
    set(
        "starts_at = :at, ends_at = cast(:at as timestamptz) + interval '1 hour', remind_at = now() - interval '1 year'",
        soon(Duration.ofHours(20)));
    go();
    go();
    assertThat(LastMail.count(jdbc, email)).isEqualTo(before + 1);
    assertThat(LastMail.to(jdbc, email).orElseThrow().subject()).startsWith("Soon:");
    set(
        "starts_at = :at, ends_at = cast(:at as timestamptz) + interval '1 hour', remind_at = now() - interval '1 year'",
        soon(Duration.ofMinutes(50)));
    go();
    go();
    assertThat(LastMail.count(jdbc, email)).isEqualTo(before + 2);
  }

  @Test
  void anAppointmentEndsByItselfAndTheGuestMayNotHaveCome() throws Exception {
    service("Consulta");
    ownCalendar(owner);
    booked("Consulta", at(5, 10), guest, email);
    set(
        "starts_at = :at, ends_at = cast(:at as timestamptz) + interval '1 hour'",
        soon(Duration.ofHours(-3)));
    go();
    assertThat(state()).isEqualTo("DONE");
    assertThat(text(rosa, page + "?past=true")).contains(guest);
    var id =
        house.call(() ->
            jdbc.sql("select id from booking.appointment where guest_name = :guest")
                .param("guest", guest)
                .query(UUID.class)
                .single());
    mirrors.follow(new AppointmentId(id));
    assertThat(written(id)).isEqualTo(1);
    var href = page + "/" + new AppointmentId(id);
    assertThat(send(rosa, href + "/absence").getStatus()).isEqualTo(302);
    assertThat(state()).isEqualTo("NO_SHOW");
    assertThat(send(rosa, href + "/presence").getStatus()).isEqualTo(302);
    assertThat(send(rosa, href + "/cancellation").getStatus()).isEqualTo(409);
    // and after half a year nobody knows who it was
    set(
        "ends_at = :at, starts_at = cast(:at as timestamptz) - interval '1 hour'",
        soon(Duration.ofDays(-200)));
    Caller.house().run(rounds::night);
    assertThat(count("appointment where id = :it and guest_name = '' and guest_email = ''", id))
        .isEqualTo(1);
    assertThat(text(rosa, href)).contains("Olvidado");
    assertThat(written(id)).isZero();
  }

  /** In how many calendars the guest is named. */
  private int written(UUID id) {
    return house.call(() ->
        jdbc.sql(
                """
                select count(*) from booking.entry e join calendar.object o on o.id = e.event
                where e.appointment = :id
                  and position(:guest in convert_from(o.body, 'UTF8')) > 0
                """)
            .param("id", id)
            .param("guest", guest)
            .query(Integer.class)
            .single());
  }

  @Test
  void whatNobodyAnswersIsCalledOff() throws Exception {
    service("Consulta", "approval", "true");
    booked("Consulta", at(5, 10), guest, email);
    set(
        "starts_at = :at, ends_at = cast(:at as timestamptz) + interval '1 hour'",
        soon(Duration.ofHours(-1)));
    go();
    assertThat(state()).isEqualTo("CANCELLED");
    assertThat(LastMail.to(jdbc, email).orElseThrow().subject()).startsWith("Cancelled:");
  }

  @Test
  void appointmentsStayOnTheirWallClockWhenTheRulesOfAZoneChange() throws Exception {
    service("Consulta");
    var mine = booked("Consulta", at(5, 10), guest, email);
    int before = LastMail.count(jdbc, email);
    // as an older edition had counted it
    set(
        "starts_at = :at, ends_at = cast(:at as timestamptz) + interval '1 hour', tzdata = '1999a'",
        at(5, 11));
    Caller.house().run(() -> rounds.clocks(ZoneRules.edition()));
    Caller.house().run(() -> rounds.clocks(ZoneRules.edition()));
    assertThat(
            count(
                "appointment where starts_at = :it and guest_name = '" + guest + "'",
                Row.at(at(5, 10))))
        .isEqualTo(1);
    assertThat(LastMail.count(jdbc, email)).isEqualTo(before + 1);
    assertThat(guestText(mine + "/appointment.ics")).contains("SEQUENCE:1", "T100000");
    assertThat(ZoneRules.edition()).matches("20\\d\\d[a-z]+");
  }

  /** Each stands where the one before it is to go. */
  @Test
  void neighboursMoveOnTogetherWhenTheRulesOfAZoneChange() throws Exception {
    service("Consulta");
    for (int hour = 9; hour < 12; hour++) {
      booked("Consulta", at(5, hour), guest, email);
    }
    house.call(() ->
        jdbc.sql(
                """
                update booking.appointment set starts_at = starts_at - interval '1 hour',
                  ends_at = ends_at - interval '1 hour', tzdata = '1999a'
                where guest_name = :guest
                """)
            .param("guest", guest)
            .update());
    house.call(() ->
        jdbc.sql(
                """
                update booking.taken set span = tstzrange(lower(span) - interval '1 hour',
                  upper(span) - interval '1 hour')
                where appointment in (select id from booking.appointment where guest_name = :guest)
                """)
            .param("guest", guest)
            .update());
    Caller.house().run(() -> rounds.clocks(ZoneRules.edition()));
    for (int hour = 9; hour < 12; hour++) {
      assertThat(
              count(
                  "appointment where starts_at = :it and guest_name = '" + guest + "'",
                  Row.at(at(5, hour))))
          .as("%d", hour)
          .isEqualTo(1);
    }
  }
}
