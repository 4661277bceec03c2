package org.diestra.office.invited;

import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.diestra.HouseTest;
import org.junit.jupiter.api.Test;

/** What somebody holds of an invitation from outside is what whoever asked has said of it. */
@HouseTest
class HeldTests extends InvitedDesk {
  @Test
  void whoSaysThemselvesThatTheySendForWhoeverAskedIsNotBelieved() throws Exception {
    bring(boss, ics("REQUEST", 0, "1000"));
    var eve = "eve@example.net";
    assertThat(bring(eve, sentBy(eve, ics("REQUEST", 1, "1400")))).contains("550");
    assertThat(bring(eve, sentBy(eve, ics("CANCEL", 1, "1000")))).contains("550");
    assertThat(text(owner, page())).contains("11:00", "Boss");
    var office = "office@elsewhere.example";
    assertThat(bring(boss, sentBy(office, ics("REQUEST", 2, "1000")))).isEmpty();
    assertThat(bring(office, ics("REQUEST", 3, "1400"))).isEmpty();
    assertThat(text(owner, page())).contains("15:00");
  }

  private static String sentBy(String who, String ics) {
    return ics.replace("ORGANIZER;CN", "ORGANIZER;SENT-BY=\"mailto:" + who + "\";CN");
  }

  @Test
  void whatStandsInTheirCalendarAlreadyChangesByMailOfWhoeverAskedAlone() throws Exception {
    bring(boss, ics("REQUEST", 0, "1000"));
    house.call(() ->
        jdbc.sql("delete from invited.invitation where uid = :uid").param("uid", uid).update());
    assertThat(bring("eve@example.net", ics("REQUEST", 1, "1400"))).contains("550");
    assertThat(text(owner, DAYS)).contains("11:00–12:00").containsOnlyOnce("Board");
    assertThat(bring(boss, ics("REQUEST", 1, "1400"))).isEmpty();
    assertThat(text(owner, DAYS)).contains("15:00–16:00").containsOnlyOnce("Board");
  }

  @Test
  void whoComesIsTakenThenAndWhoDoesNotIsFree() throws Exception {
    bring(boss, ics("REQUEST", 0, "1000"));
    var page = page();
    assertThat(taken()).isFalse();
    send(owner, page, "answer", "yes");
    assertThat(taken()).isTrue();
    send(owner, page, "answer", "no");
    assertThat(taken()).isFalse();
  }

  private boolean taken() {
    return house.call(() ->
        jdbc.sql(
                """
                select p.busy from calendar.part p join calendar.object o on o.id = p.object
                where o.uid = :uid
                """)
            .param("uid", uid)
            .query(Boolean.class)
            .single());
  }

  @Test
  void oneDateSaysNothingOfTheRestAndTheOnlyOneSaysAll() throws Exception {
    var date = "RECURRENCE-ID:21310107T100000Z";
    bring(boss, ics("REQUEST", 0, "1000", "RRULE:FREQ=DAILY;COUNT=3"));
    var page = page();
    bring(boss, ics("CANCEL", 1, "1000"));
    assertThat(bring(boss, ics("CANCEL", 2, "1000", date))).isEmpty();
    assertThat(text(owner, page)).contains("called off").doesNotContain("value=\"yes\"");
    uid = UUID.randomUUID().toString();
    bring(boss, ics("REQUEST", 0, "1000", date));
    page = page();
    assertThat(bring(boss, ics("CANCEL", 1, "1000", date))).isEmpty();
    assertThat(text(owner, page)).contains("called off").doesNotContain("value=\"yes\"");
  }

  @Test
  void moreDatesThanAnybodyKeepsAreRefused() throws Exception {
    bring(boss, ics("REQUEST", 0, "1000", "RRULE:FREQ=DAILY;COUNT=200"));
    assertThat(bring(boss, dates(1, 1))).isEmpty();
    assertThat(bring(boss, dates(2, 41))).contains("550", "too many dates");
    assertThat(bring(boss, ics("REQUEST", 3, "1400"))).isEmpty();
    assertThat(text(owner, page())).contains("15:00");
  }

  @Test
  void whatTheyTakeOutWhileItIsChangedStaysOut() throws Exception {
    bring(boss, ics("REQUEST", 0, "1000"));
    var coming =
        house.call(() -> {
          jdbc.sql("update invited.invitation set state = 'UNWANTED', copy = null where uid = :uid")
              .param("uid", uid)
              .update();
          var change = CompletableFuture.supplyAsync(this::changed);
          untilSomebodyWaits();
          return change;
        });
    assertThat(coming.get(1, MINUTES)).isEmpty();
    assertThat(text(owner, "/calendar/invited")).doesNotContain("Board");
  }

  private String changed() {
    try {
      return bring(boss, ics("REQUEST", 1, "1400"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void untilSomebodyWaits() {
    var late = Instant.now().plusSeconds(60);
    while (!somebodyWaits()) {
      assertThat(Instant.now()).isBefore(late);
      LockSupport.parkNanos(20_000_000);
    }
  }

  private boolean somebodyWaits() {
    return jdbc.sql(
            """
            select exists (select from pg_locks
              where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))
            """)
        .query(Boolean.class)
        .single();
  }

  /** Forty dates of the series with many words each. */
  private String dates(int sequence, int first) {
    var one = ics("REQUEST", sequence, "1000", "DESCRIPTION:" + "word ".repeat(700));
    int begin = one.indexOf("BEGIN:VEVENT");
    int end = one.indexOf("END:VCALENDAR");
    return one.substring(0, begin)
        + IntStream.range(first, first + 40)
            .mapToObj(i -> LocalDate.of(2131, 1, 7).plusDays(i).format(BASIC_ISO_DATE))
            .map(day ->
                one.substring(begin, end)
                    .replace("21310107", day)
                    .replace("SUMMARY", "RECURRENCE-ID:" + day + "T100000Z\r\nSUMMARY"))
            .collect(joining())
        + one.substring(end);
  }

  @Test
  void whoHasTheAddressFillsNobodysMailboxWithChanges() throws Exception {
    bring(boss, ics("REQUEST", 0, "1000"));
    assertThat(bring(boss, ics("REQUEST", 1, "1100"))).isEmpty();
    house.call(() ->
        jdbc.sql("update invited.box set changes = 100 where person = :person")
            .param("person", owner.id().value())
            .update());
    assertThat(bring(boss, ics("REQUEST", 2, "1400"))).contains("550", "too often");
    assertThat(text(owner, page())).contains("12:00");
  }

  @Test
  void manyChangesADayAreMailedTogether() throws Exception {
    bring(boss, ics("REQUEST", 0, "1000"));
    bring(boss, ics("REQUEST", 1, "1100"));
    house.call(() ->
        jdbc.sql("update invited.box set changes = 15 where person = :person")
            .param("person", owner.id().value())
            .update());
    assertThat(bring(boss, ics("REQUEST", 2, "1400"))).isEmpty();
    assertThat(told()).containsExactly("DIGEST", "MAIL", "DIGEST");
  }

  private List<String> told() {
    return house.call(() ->
        jdbc.sql(
                "select channel from notifications.notice where recipient = :person order by told_at, id")
            .param("person", owner.id().value())
            .query(String.class)
            .list());
  }

  @Test
  void whatWasCalledOffForEverLongAgoIsForgotten() throws Exception {
    bring(boss, ics("REQUEST", 0, "1000", "RRULE:FREQ=DAILY"));
    bring(boss, ics("CANCEL", 1, "1000"));
    house.call(() ->
        jdbc.sql(
                """
                update invited.invitation set stamp = stamp - interval '500 days' where uid = :uid
                """)
            .param("uid", uid)
            .update());
    uid = UUID.randomUUID().toString();
    bring(boss, ics("REQUEST", 0, "1000", "RRULE:FREQ=DAILY"));
    assertThat(kept()).containsExactly(uid);
  }

  private List<String> kept() {
    return house.call(() ->
        jdbc.sql("select uid from invited.invitation where person = :person")
            .param("person", owner.id().value())
            .query(String.class)
            .list());
  }

  @Test
  void oneMailToTwoMembersReachesBothOneAfterTheOther() throws Exception {
    text(assistant, "/calendar/invited");
    var second = address(assistant);
    var mail = mail(boss, ics("REQUEST", 0, "1000"));
    assertThat(door.bringAll(mail, boss, address(), second)).containsExactly(second);
    assertThat(text(owner, DAYS)).containsOnlyOnce("Board");
    assertThat(door.bringAll(mail, boss, second)).isEmpty();
    assertThat(text(assistant, DAYS)).containsOnlyOnce("Board");
  }
}
