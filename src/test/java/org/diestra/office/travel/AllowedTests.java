package org.diestra.office.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.People.signedIn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.diestra.office.calendar.Calendars;
import org.diestra.office.journeys.Leg;
import org.diestra.office.journeys.Means;
import org.diestra.office.travel.Itinerary.Change;
import org.diestra.office.travel.LegStore.Kept;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the client said is what holds, however somebody comes at it. */
class AllowedTests extends TripDesk {
  @Autowired Itinerary itinerary;
  @Autowired Calendars calendars;
  @Autowired PlatformTransactionManager transactions;

  private TripId booked() {
    var id = authorised(55_000);
    book(id, 50_000);
    return id;
  }

  private List<Kept> legs(TripId id) {
    return as(owner, () -> itinerary.of(read(id)));
  }

  private Change change(Viewer viewer, TripId id, int which, String leaves, String arrives) {
    var kept = legs(id).get(which);
    var leg = kept.leg();
    var after =
        new Leg(
            Means.FLIGHT,
            at(leg.from().code(), leaves),
            at(leg.to().code(), arrives),
            leg.carrier(),
            leg.number(),
            null,
            "",
            "",
            "",
            0);
    return as(
        viewer,
        () -> itinerary.change(desk(viewer), id, kept.id(), kept.version(), after).orFail());
  }

  private Change change(TripId id, String leaves, String arrives) {
    return change(assistant, id, 0, "2083-03-27T" + leaves, "2083-03-27T" + arrives);
  }

  @Test
  void manySmallShiftsAreMeasuredTogetherUntilTheClientAllowsThem() {
    var id = booked();
    assertThat(change(id, "11:15", "13:40")).isEqualTo(Change.MADE);
    assertThat(change(id, "11:20", "13:40")).isEqualTo(Change.WAITS);
    var waiting = as(owner, () -> itinerary.waiting(read(id))).getFirst();
    assertThat(
            as(owner, () -> itinerary.decide(desk(owner), id, waiting.id(), true).orFail())
                .booleanValue())
        .isTrue();
    assertThat(change(id, "12:20", "14:40")).isEqualTo(Change.MADE);
    assertThat(change(id, "10:19", "12:40")).isEqualTo(Change.WAITS);
  }

  private TripId two() {
    var id = booked();
    var back = flight("LH1166", "FRA", "2083-03-31T10:15", "VLC", "2083-03-31T12:40");
    as(assistant, () -> itinerary.take(desk(assistant), id, List.of(back)).orFail());
    return id;
  }

  @Test
  void eachChangeThatWaitsIsToldAndStandsAmongWhatWaits() throws Exception {
    var id = two();
    assertThat(change(id, "14:15", "16:40")).isEqualTo(Change.WAITS);
    assertThat(change(assistant, id, 1, "2083-03-31T18:15", "2083-03-31T20:40"))
        .isEqualTo(Change.WAITS);
    var told =
        house.call(() ->
            jdbc.sql(
                    """
                    select count(*) from notifications.notice
                    where recipient = :owner and href like :href and kind = 'travel:decide'
                      and key = 'travel.notice.change'
                    """)
                .param("owner", owner.id().value())
                .param("href", "%" + id + "%")
                .query(Integer.class)
                .single());
    assertThat(told).isEqualTo(2);
    assertThat(text(owner, "/home")).contains("/travel/" + id + "/itinerary");
    assertThat(text(assistant, "/home")).doesNotContain("/travel/" + id + "/itinerary");
  }

  @Test
  void whatIsAnotherMeanwhileIsNotSaidToBeAllowed() throws Exception {
    var id = booked();
    change(id, "14:15", "16:40");
    change(owner, id, 0, "2083-03-27T09:15", "2083-03-27T11:40");
    var waiting = as(owner, () -> itinerary.waiting(read(id))).getFirst();
    var answer =
        send(
            owner, "/w/" + room + "/travel/" + id + "/changes/" + waiting.key(), "allowed", "true");
    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(legs(id).getFirst().leg().from().local()).isEqualTo("2083-03-27T09:15");
    assertThat(
            mvc.perform(
                    get("/w/" + room + "/travel/" + id + "/itinerary")
                        .cookie(answer.getCookie("flash"))
                        .with(signedIn(owner)))
                .andReturn()
                .getResponse()
                .getContentAsString())
        .contains("so the change was not made");
  }

  @Test
  void whatWasPaidIsKnownAfterATripIsCalledOff() throws Exception {
    var id = booked();
    as(owner, () -> trips.cancel(desk(owner), id, version(id), "Ya no").orFail());
    assertThat(text(owner, "/w/" + room + "/travel/" + id)).contains("ABC123", "€500.00");
  }

  @Test
  void thePassesOfTwoTravellersAreOneRide() {
    var id = booked();
    var leg = legs(id).getFirst().leg();
    as(
        assistant,
        () ->
            itinerary
                .take(desk(assistant), id, List.of(pass(leg, "14A"), pass(leg, "14B")))
                .orFail());
    assertThat(legs(id))
        .singleElement()
        .satisfies(kept -> assertThat(kept.leg().seat()).isEqualTo("14A, 14B"));
  }

  private static Leg pass(Leg leg, String seat) {
    return new Leg(
        leg.means(), leg.from(), leg.to(), leg.carrier(), leg.number(), null, "", seat, "", 0);
  }

  /** Whoever wrote it into the calendar has left since. */
  @Test
  void theCalendarFollowsAlsoOnceItsWriterIsGone() {
    var pass = as(owner, () -> workspaces.enter(owner, room));
    as(owner, () -> calendars.begin(owner, pass, "Librería", "green", owner.zone()).orFail());
    var id = booked();
    mover.moveTo(clock.instant().plusSeconds(2));
    var stranger = people.client("Eve");
    house.call(() ->
        jdbc.sql("update travel.entry set person = :eve where trip = :trip")
            .param("eve", stranger.id().value())
            .param("trip", id.value())
            .update());
    change(id, "11:00", "13:25");
    mover.moveTo(clock.instant().plusSeconds(2));
    var entries =
        house.call(() ->
            jdbc.sql(
                    """
                    select convert_from(o.body, 'UTF8') like '%T110000%' from travel.entry e
                    join calendar.object o on o.id = e.event
                    where e.trip = :trip and e.version = 2
                    """)
                .param("trip", id.value())
                .query(Boolean.class)
                .list());
    assertThat(entries).containsExactly(true);
  }

  private int by(Viewer viewer, TripId id, String what) {
    return as(
        viewer,
        () ->
            new TransactionTemplate(transactions)
                .execute(tx ->
                    jdbc.sql(
                            "update travel.trip set version = version + 1, "
                                + what
                                + " where id = :id")
                        .param("id", id.value())
                        .update()));
  }

  @Test
  void noStepRewritesWhatWasDecided() {
    var id = authorised(55_000);
    var me = "'" + assistant.id().value() + "'";
    assertThatThrownBy(() ->
            by(
                assistant,
                id,
                "state = 'BOOKED', total = total * 2, price = 90000, ceiling = 100000, code = 'X', "
                    + "booked_by = "
                    + me))
        .hasMessageContaining("what was decided");
    assertThatThrownBy(() ->
            by(
                assistant,
                id,
                "state = 'BOOKED', price = 50000, code = 'X', booked_by = '"
                    + owner.id().value()
                    + "'"))
        .hasMessageContaining("in the name of another");
    book(id, 50_000);
    assertThatThrownBy(() -> by(assistant, id, "price = 51000"))
        .hasMessageContaining("what was decided");
  }

  @Test
  void nobodyChoosesInTheNameOfAnother() {
    var id = sent();
    var option = first(id);
    var ada = colleague("Ada", Role.APPROVER);
    assertThatThrownBy(() ->
            by(
                owner,
                id,
                "state = 'CHOSEN', since = now(), option = '"
                    + option.value()
                    + "', total = 50000, paid_in = 'EUR', chosen_by = '"
                    + ada.id().value()
                    + "'"))
        .hasMessageContaining("in the name of another");
  }
}
