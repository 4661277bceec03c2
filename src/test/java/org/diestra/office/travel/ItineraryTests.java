package org.diestra.office.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.diestra.People;
import org.diestra.office.calendar.Calendars;
import org.diestra.office.journeys.Leg;
import org.diestra.office.journeys.LegForm;
import org.diestra.office.journeys.Places;
import org.diestra.office.journeys.SampleMails;
import org.diestra.office.travel.LegStore.Kept;
import org.diestra.office.travel.Pouch.Paper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** From mails and passes to an itinerary on every clock, and what becomes of it. */
class ItineraryTests extends TripDesk {
  @Autowired Itinerary itinerary;
  @Autowired Calendars calendars;

  private TripId booked() {
    var id = authorised(55_000);
    book(id, 50_000);
    return id;
  }

  private List<Kept> legs(TripId id) {
    return as(owner, () -> itinerary.of(read(id)));
  }

  private String href(TripId id) {
    return "/w/" + room + "/travel/" + id;
  }

  /** What the preview proposes, sent back as it stands; with an hour where it has none. */
  private void take(TripId id, LegForm form, String leaves, String arrives) throws Exception {
    var answer =
        send(
            assistant,
            href(id) + "/legs",
            "take-0",
            "true",
            "means-0",
            form.means(),
            "from-0",
            form.from(),
            "leaves-0",
            leaves.isEmpty() ? form.leaves() : leaves,
            "fromZone-0",
            form.fromZone(),
            "to-0",
            form.to(),
            "arrives-0",
            arrives.isEmpty() ? form.arrives() : arrives,
            "toZone-0",
            form.toZone(),
            "carrier-0",
            form.carrier(),
            "number-0",
            form.number(),
            "cabin-0",
            form.cabin(),
            "booking-0",
            form.booking(),
            "seat-0",
            form.seat(),
            "note-0",
            "",
            "km-0",
            "");
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
  }

  @Test
  void aMailAPassAndABoardingPassMakeATripOverSummerTimeAndTheDateLine() throws Exception {
    var id = booked();
    var reading = href(id) + "/legs/reading";
    var preview = send(assistant, reading, "text", SampleMails.mail());
    assertThat(preview.getContentAsString()).contains("LPA", "2083-03-27T23:30", "QX7RT2");
    assertThat(legs(id)).hasSize(1); // a preview takes nothing
    take(id, SampleMails.read(SampleMails.mail()), "", "");
    var file =
        new MockMultipartFile(
            "brought", "a.pkpass", "application/vnd.apple.pkpass", SampleMails.pass());
    var shown =
        mvc.perform(
                MockMvcRequestBuilders.multipart(reading)
                    .file(file)
                    .content(new byte[500]) // the gate asks for a length
                    .with(People.signedIn(assistant))
                    .with(SecurityMockMvcRequestPostProcessors.csrf()))
            .andReturn()
            .getResponse();
    assertThat(shown.getContentAsString()).contains("AKL", "2083-04-03T10:00", "2083-04-02T19:50");
    take(id, SampleMails.read(SampleMails.pass()), "", "");
    var pasted = SampleMails.read("M1FERRER/LUCIA        EZZ9XY4 LHRVLCBA 2608 099Y012F0031 100");
    take(id, pasted, "2083-04-09T18:05", "2083-04-09T21:35");

    var journey = legs(id).stream().map(Kept::leg).toList();
    assertThat(journey)
        .extracting(Leg::route)
        .containsExactly("VLC → FRA", "LPA → MAD", "AKL → HNL", "LHR → VLC");
    assertThat(journey.get(1).length()).isEqualTo(Duration.ofMinutes(165));
    assertThat(journey.get(2).days()).isEqualTo(-1);
    var page = text(owner, href(id) + "/itinerary");
    assertThat(page).contains("GMT+2", "GMT+13", "GMT-10", "QX7RT2");
    var ics = text(owner, href(id) + "/itinerary.ics");
    assertThat(ics)
        .contains(
            "DTSTART;TZID=Atlantic/Canary:20830327T233000",
            "DTEND;TZID=Europe/Madrid:20830328T041500",
            "TZID:Pacific/Honolulu");
    assertThat(show(assistant, href(id) + "/itinerary.pdf").getContentAsByteArray())
        .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  @Test
  void whatIsThereAlreadyIsOnlyCompleted() throws Exception {
    var id = booked();
    var pasted = SampleMails.read("M1FERRER/LUCIA        EQWE123 VLCFRALH 1165 086Y014C0031 100");
    take(id, pasted, "2083-03-27T10:15", "2083-03-27T12:40");
    assertThat(legs(id))
        .singleElement()
        .satisfies(kept -> {
          assertThat(kept.leg().seat()).isEqualTo("14C");
          assertThat(kept.leg().booking()).isEqualTo("QWE123");
          assertThat(kept.version()).isEqualTo(2);
        });
  }

  private Itinerary.Change change(TripId id, String leaves, String arrives) {
    var kept = legs(id).getFirst();
    var after = flight("LH1165", "VLC", leaves, "FRA", arrives);
    return as(
        assistant,
        () -> itinerary.change(desk(assistant), id, kept.id(), kept.version(), after).orFail());
  }

  @Test
  void anHourIsToldAndMoreIsAsked() {
    var id = booked();
    assertThat(change(id, "2083-03-27T11:15", "2083-03-27T13:40")).isEqualTo(Itinerary.Change.MADE);
    assertThat(change(id, "2083-03-27T12:16", "2083-03-27T14:41"))
        .isEqualTo(Itinerary.Change.WAITS);
    assertThat(legs(id).getFirst().leg().from().local()).isEqualTo("2083-03-27T11:15");
    var waiting = as(owner, () -> itinerary.waiting(read(id))).getFirst();
    as(owner, () -> itinerary.decide(desk(owner), id, waiting.id(), true).orFail());
    assertThat(legs(id).getFirst().leg().from().local()).isEqualTo("2083-03-27T12:16");
    assertThat(why(as(owner, () -> itinerary.decide(desk(owner), id, waiting.id(), true))))
        .isEqualTo("travel.conflict.moved");
  }

  @Test
  void eachLegStandsInTheWorkspacesCalendarUntilTheTripIsCalledOff() throws Exception {
    var pass = as(owner, () -> workspaces.enter(owner, room));
    as(owner, () -> calendars.begin(owner, pass, "Librería", "green", owner.zone()).orFail());
    var id = booked();
    mover.moveTo(clock.instant().plusSeconds(2));
    assertThat(events(id)).isEqualTo(1);
    change(id, "2083-03-27T11:00", "2083-03-27T13:25");
    mover.moveTo(clock.instant().plusSeconds(2));
    assertThat(events(id)).isEqualTo(1);
    as(owner, () -> trips.cancel(desk(owner), id, version(id), "Ya no").orFail());
    mover.moveTo(clock.instant().plusSeconds(2));
    assertThat(events(id)).isZero();
  }

  private int events(TripId id) {
    return house.call(() ->
        jdbc.sql(
                """
                select count(*) from travel.entry e join calendar.object o on o.id = e.event
                where e.trip = :trip
                """)
            .param("trip", id.value())
            .query(Integer.class)
            .single());
  }

  @Test
  void documentsAreNowhereInTheOpenAndGoThirtyDaysAfterTheEnd() throws Exception {
    var paper =
        new Paper("Lucía", Paper.Kind.PASSPORT, "PAB7654321", "ES", LocalDate.of(2083, 5, 1));
    var pouch = new Pouch("IB 998877665544", "celiaca", List.of(paper));
    var id =
        as(
            owner,
            () ->
                papers.ask(
                    desk(owner), org.diestra.platform.base.Ids.fresh(), wish("Feria"), pouch));
    assertThat(text(assistant, href(id))).contains("••••21").doesNotContain("7654321", "998877");
    assertThat(pouch.toString() + paper).doesNotContain("7654321", "celiaca");
    var opened = send(assistant, href(id) + "/papers/opening");
    assertThat(opened.getContentAsString()).contains("PAB7654321");
    assertThat(send(owner, href(id) + "/papers/opening").getContentAsString()).contains("Rosa");
    assertThat(everywhere(id)).doesNotContain("7654321", "celiaca");
    as(owner, () -> trips.cancel(desk(owner), id, version(id), "Ya no").orFail());
    mover.moveTo(clock.instant().plus(Duration.ofDays(30)).minusSeconds(60));
    assertThat(sealed(id)).isEqualTo(1);
    mover.moveTo(clock.instant().plusSeconds(120));
    assertThat(sealed(id)).isZero();
  }

  private String everywhere(TripId id) {
    return house.call(() ->
        jdbc.sql(
                """
                select coalesce(string_agg(t, ' '), '') from (
                  select a::text as t from data.audit a where a.subject = :id
                  union all select m::text from travel.move m where m.trip = :id
                  union all select p.sealed::text || encode(p.sealed, 'escape')
                    from travel.papers p where p.trip = :id
                  union all select n::text from notifications.notice n where n.href like :href) all_of
                """)
            .param("id", id.value())
            .param("href", "%" + id + "%")
            .query(String.class)
            .single());
  }

  private int sealed(TripId id) {
    return house.call(() ->
        jdbc.sql("select count(*) from travel.papers where trip = :id")
            .param("id", id.value())
            .query(Integer.class)
            .single());
  }

  @Test
  void aTripIsUnderWayOnceItsFirstLegHasLeft() {
    var id = booked();
    var zone = Places.find("VLC").orElseThrow().zone();
    var soon = LocalDateTime.ofInstant(clock.instant(), zone).plusHours(3).withNano(0);
    var leg = flight("VY9", "VLC", soon.toString(), "MAD", soon.plusHours(1).toString());
    as(assistant, () -> itinerary.take(desk(assistant), id, List.of(leg)).orFail());
    mover.moveTo(leg.from().at().plusSeconds(1));
    assertThat(read(id)).isInstanceOf(Trip.Travelling.class);
    as(assistant, () -> trips.close(desk(assistant), id, version(id)).orFail());
    assertThat(read(id)).isInstanceOf(Trip.Closed.class);
  }

  @Test
  void aCardNumberIsRefusedWhereverItIsTyped() throws Exception {
    var answer =
        send(
            owner,
            "/w/" + room + "/travel",
            "title",
            "Feria",
            "travellers",
            "Lucía",
            "heads",
            "1",
            "origin",
            "Valencia",
            "destination",
            "Fráncfort",
            "leaves",
            "2083-03-27",
            "currency",
            "EUR",
            "notes",
            "Paga con 4242 4242 4242 4242");
    assertThat(answer.getStatus()).isEqualTo(422);
  }
}
