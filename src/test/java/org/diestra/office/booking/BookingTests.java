package org.diestra.office.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.mail.LastMail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the page that a client's customers see to what becomes of their appointments. */
class BookingTests extends BookingShop {
  @Autowired Rounds rounds;
  @Autowired Mirrors mirrors;
  @Autowired WaitingList list;

  private String invitation(String email) {
    var body =
        jdbc.sql(
                """
                select a.content from mail.attachment a join mail.letter l on l.id = a.letter
                where l.recipient = :email order by l.queued_at desc, l.id desc limit 1
                """)
            .param("email", email)
            .query(byte[].class)
            .single();
    return new String(body, StandardCharsets.UTF_8).replace("\r\n ", "");
  }

  private static String mail() {
    return UUID.randomUUID() + "@guest.example";
  }

  private AppointmentId id(String name) {
    return house.call(() ->
        new AppointmentId(
            jdbc.sql("select id from booking.appointment where guest_name = :name")
                .param("name", name)
                .query(UUID.class)
                .single()));
  }

  @Test
  void aGuestBooksMovesAndCancelsByTheLinkInTheLetter() throws Exception {
    service("Consulta", "question1", "What is it about?", "required1", "true");
    var email = mail();
    var guest = "Ana " + UUID.randomUUID();
    assertThat(guestText("/book/" + handle)).contains("El Faro", book("Consulta"));
    var offered = offered(book("Consulta") + "?zone=America/New_York&from=" + date(5));
    assertThat(offered).contains(at(5, 9), at(5, 10), at(5, 11)).doesNotContain(at(5, 12));
    var held =
        guest(book("Consulta") + "/holds", "at", at(5, 10).toString(), "zone", "America/New_York");
    var mine = String.valueOf(held.getRedirectedUrl());
    assertThat(guestText(mine)).contains("What is it about?", "in New York", "in Madrid");
    var wrong = guest(mine + "/details", "name", guest, "email", "nobody");
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(wrong.getContentAsString()).contains("email-why", "answer1-why", guest);
    var given = guest(mine + "/details", "name", guest, "email", email, "answer1", "A <b>gift</b>");
    assertThat(given.getStatus()).isEqualTo(302);
    assertThat(guest(mine + "/details", "name", guest, "email", email, "answer1", "x").getStatus())
        .isEqualTo(302); // sent twice
    assertThat(LastMail.count(jdbc, email)).isEqualTo(1);
    var letter = LastMail.to(jdbc, email).orElseThrow();
    assertThat(letter.text()).contains("Madrid", "New York").doesNotContain("gift"); // not proved
    assertThat(letter.link("/appointments/")).isEqualTo(mine);
    var first = invitation(email);
    assertThat(first)
        .contains(
            "METHOD:REQUEST",
            "SEQUENCE:0",
            "DTSTART;TZID=Europe/Madrid",
            "BEGIN:VTIMEZONE",
            "ORGANIZER;CN=\"El Faro\";SENT-BY=\"mailto:rosa@asiste.example\":mailto:hola@faro.example",
            "mailto:" + email);
    assertThat(CalendarObject.read(first.getBytes(StandardCharsets.UTF_8)).orFail().events())
        .hasSize(1);
    assertThat(text(rosa, page)).contains(guest, "gift").doesNotContain("<b>gift");
    assertThat(text(owner, "/notifications")).contains(guest);

    assertThat(guest(mine + "/move", "at", at(5, 11).toString()).getStatus()).isEqualTo(302);
    var moved = invitation(email);
    assertThat(moved).contains("METHOD:REQUEST", "SEQUENCE:1", line(first, "UID:"));
    assertThat(offered(book("Consulta") + "?zone=Europe/Madrid&from=" + date(5)))
        .contains(at(5, 10))
        .doesNotContain(at(5, 11));
    assertThat(guestText(mine + "/appointment.ics")).contains("SEQUENCE:1");

    assertThat(guest(mine + "/cancellation", "words", "I am ill").getStatus()).isEqualTo(302);
    assertThat(invitation(email))
        .contains("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:2", line(first, "UID:"));
    assertThat(offered(book("Consulta") + "?zone=Europe/Madrid&from=" + date(5)))
        .contains(at(5, 11));
    assertThat(guest(mine + "/move", "at", at(5, 9).toString()).getStatus()).isEqualTo(409);
    assertThat(text(rosa, page + "/" + id(guest))).contains("I am ill");
  }

  /** By one address that nobody proved, the house writes to it a few times and no more. */
  @Test
  void aTimeThatIsMovedToAndFroWritesNoLettersWithoutEnd() throws Exception {
    service("Consulta");
    var email = mail();
    var mine = booked("Consulta", at(5, 10), "Ana", email);
    int moved = 0;
    for (int i = 0; i < 8; i++) {
      var answer = guest(mine + "/move", "at", at(5, i % 2 == 0 ? 11 : 10).toString());
      moved += answer.getStatus() == 302 ? 1 : 0;
    }
    assertThat(moved).isEqualTo(5);
    assertThat(LastMail.count(jdbc, email)).isEqualTo(6);
  }

  private static String line(String ics, String name) {
    return ics.lines().filter(l -> l.startsWith(name)).findFirst().orElseThrow();
  }

  @Test
  void whatIsAskedForIsConfirmedOrDeclinedByWhoeverWorksWithAppointments() throws Exception {
    service("Consulta", "approval", "true");
    var email = mail();
    var guest = "Bea " + UUID.randomUUID();
    var mine = booked("Consulta", at(5, 10), guest, email);
    assertThat(guestText(mine)).contains("Your appointment is asked for");
    assertThat(text(rosa, "/home")).contains(guest);
    var href = page + "/" + id(guest);
    var stranger = people.client("Other");
    assertThat(send(stranger, href + "/confirmation").getStatus()).isEqualTo(404);
    assertThat(show(stranger, href).getStatus()).isEqualTo(404);
    var said = send(rosa, href + "/confirmation", "words", "See you then");
    assertThat(said.getStatus()).as(said.getContentAsString()).isEqualTo(302);
    assertThat(LastMail.to(jdbc, email).orElseThrow().text()).contains("> See you then");
    assertThat(send(rosa, href + "/confirmation").getStatus()).isEqualTo(409);
    assertThat(send(owner, href + "/absence").getStatus()).isEqualTo(409); // not begun
    assertThat(
            send(owner, href + "/move", "at", at(5, 11).toString(), "words", "Later").getStatus())
        .isEqualTo(302);
    assertThat(invitation(email)).contains("SEQUENCE:1");
    assertThat(send(rosa, href + "/cancellation", "words", "Sorry").getStatus()).isEqualTo(302);
    assertThat(LastMail.to(jdbc, email).orElseThrow().text()).contains("> Sorry");
  }

  @Test
  void anotherTimeIsNotOfferedWhereACalendarOfTheHostsSaysTaken() throws Exception {
    service("Consulta");
    var calendar = ownCalendar(owner);
    var event =
        send(
            owner,
            "/calendar/events/new",
            "calendar",
            calendar,
            "title",
            "Doctor",
            "from",
            date(5).toString(),
            "begins",
            "09:30",
            "ends",
            "10:30",
            "zone",
            "Europe/Madrid",
            "every",
            "1",
            "hidden",
            "true");
    assertThat(event.getStatus()).isEqualTo(302);
    var path = book("Consulta") + "?zone=Europe/Madrid&from=" + date(5);
    assertThat(guestText(path)).doesNotContain("Doctor");
    assertThat(offered(path)).contains(at(5, 11)).doesNotContain(at(5, 9), at(5, 10));
    // an appointment stands in that calendar, once, and follows
    var guest = "Eva " + UUID.randomUUID();
    var mine = booked("Consulta", at(5, 11), guest, mail());
    mirrors.follow(id(guest));
    mirrors.follow(id(guest));
    var day = "/calendar?view=day&date=" + date(5);
    assertThat(text(owner, day)).containsOnlyOnce("Consulta: " + guest);
    guest(mine + "/move", "at", at(6, 9).toString());
    mirrors.follow(id(guest));
    assertThat(text(owner, day)).doesNotContain(guest);
    assertThat(text(owner, "/calendar?view=day&date=" + date(6))).contains(guest);
    guest(mine + "/cancellation", "words", "");
    mirrors.follow(id(guest));
    assertThat(text(owner, "/calendar?view=day&date=" + date(6))).doesNotContain(guest);
  }

  @Test
  void whoeverWaitsForAFullDayIsToldOnceWhenATimeIsFree() throws Exception {
    service("Consulta", "perDay", "1");
    var guest = "Ada " + UUID.randomUUID();
    var mine = booked("Consulta", at(5, 10), guest, mail());
    var path = book("Consulta") + "?zone=Europe/Madrid&from=" + date(5);
    assertThat(guestText(path)).contains("Tell me when", "value=\"" + date(5) + "\"");
    var email = mail();
    for (int i = 0; i < 2; i++) {
      assertThat(
              guest(book("Consulta") + "/waiting", "date", date(5).toString(), "email", email)
                  .getStatus())
          .isEqualTo(302);
    }
    assertThat(LastMail.count(jdbc, email)).isZero();
    var bot = mail();
    guest(book("Consulta") + "/waiting", "date", date(5).toString(), "email", bot, "website", "x");
    guest(mine + "/cancellation", "words", "");
    var appointment = id(guest);
    var service =
        house.call(() ->
            jdbc.sql("select service from booking.appointment where id = :id")
                .param("id", appointment.value())
                .query(UUID.class)
                .single());
    list.tell(new ServiceId(service), at(5, 10));
    list.tell(new ServiceId(service), at(5, 10));
    assertThat(LastMail.count(jdbc, email)).isEqualTo(1);
    assertThat(LastMail.count(jdbc, bot)).isZero();
    assertThat(LastMail.to(jdbc, email).orElseThrow().link("/book/")).contains("from=" + date(5));
  }

  @Test
  void aGuestWhoseAddressIsCheckedHasTheTimeOnlyByTheLetter() throws Exception {
    service("Consulta", "confirmMail", "true");
    var email = mail();
    var mine = booked("Consulta", at(5, 10), "Isa", email);
    assertThat(guestText(mine)).contains("One more step");
    var link = LastMail.to(jdbc, email).orElseThrow().link("/appointments/");
    assertThat(guest(mine + "/mail/made-up", "x", "x").getStatus()).isEqualTo(404);
    assertThat(guestText(link)).contains("Is this your appointment?");
    assertThat(guest(link, "x", "x").getStatus()).isEqualTo(302);
    assertThat(guestText(mine)).contains("Your appointment is booked");
    assertThat(Duration.between(clock.instant(), at(5, 10))).isPositive();
  }

  @Test
  void somebodyOfTheWorkspaceBooksForWhoeverCalls() throws Exception {
    var href = service("Consulta", "question1", "What is it about?", "required1", "true");
    assertThat(text(rosa, href + "/phone")).contains("What is it about?");
    var email = mail();
    var at = at(5, 10).toString();
    var wrong = send(rosa, href + "/phone", "name", "Ana", "email", email, "at", at);
    assertThat(wrong.getStatus()).isEqualTo(422);
    var booked =
        send(
            rosa,
            href + "/phone",
            "name",
            "Ana",
            "email",
            email,
            "language",
            "es",
            "answer1",
            "A gift",
            "at",
            at);
    assertThat(booked.getStatus()).as(booked.getContentAsString()).isEqualTo(302);
    assertThat(text(owner, String.valueOf(booked.getRedirectedUrl()))).contains("Rosa", "A gift");
    assertThat(LastMail.to(jdbc, email).orElseThrow().subject()).startsWith("Reservada:");
    assertThat(
            send(rosa, href + "/phone", "name", "Eva", "email", mail(), "answer1", "x", "at", at)
                .getStatus())
        .isEqualTo(409);
  }
}
