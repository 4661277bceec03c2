package org.diestra.office.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.StatementCount;
import org.diestra.office.calendar.EventId;
import org.diestra.office.invitations.Meetings.Wanted;
import org.diestra.office.workspaces.Level;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who can be asked to an event, by whom, and in whose name. */
@HouseTest
class AskingTests extends InvitationDesk {
  @Autowired private Meetings meetings;
  @Autowired private TransactionTemplate transaction;

  @Test
  void toACopyOfSomebodyElsesMeetingNobodyIsAsked() throws Exception {
    var href = event(owner, calendar(owner, false), "Tasting");
    invite(owner, href, assistant);
    letters(owner, href);
    var copies =
        jdbc.sql("select copy from invitations.guest where person = :person and copy is not null")
            .param("person", assistant.id().value())
            .query(UUID.class);
    await().untilAsserted(() -> assertThat(house.call(copies::list)).hasSize(1));
    var copy = "/calendar/events/" + new EventId(house.call(copies::single));
    assertThat(invite(assistant, copy, address()).getStatus()).isEqualTo(404);
  }

  @Test
  void aCrowdIsAskedAndTakenOffInNoMoreStatementsThanTwo() throws Exception {
    var calendar = calendar(owner, false);
    var small = event(owner, calendar, "Small");
    var few = StatementCount.during(() -> put(small, 2)).size();
    var href = event(owner, calendar, "Large");
    var many = StatementCount.during(() -> put(href, 60)).size();
    assertThat(few).isPositive();
    assertThat(many).isLessThan(few + 10);
    assertThat(letters(owner, href).getStatus()).isEqualTo(302);
    assertThat(calendars("g59-" + contract + "@elsewhere.example")).hasSize(1);
    assertThat(StatementCount.during(() -> put(href, 3)).size()).isLessThan(few + 20);
    assertThat(calendars("g59-" + contract + "@elsewhere.example"))
        .hasSize(2)
        .last()
        .asString()
        .contains("METHOD:CANCEL");
    assertThat(calendars("g2-" + contract + "@elsewhere.example")).hasSize(1);
  }

  /** As a program writes them down. */
  private void put(String href, int size) {
    var all =
        IntStream.range(0, size)
            .mapToObj(i -> new EmailAddress("g" + i + "-" + contract + "@elsewhere.example"))
            .map(address -> new Wanted(address, "", false))
            .toList();
    var id = EventId.of(href.substring(href.lastIndexOf('/') + 1));
    house.callAs(owner.id().value(), () -> transaction.execute(tx -> meetings.put(owner, id, all)));
  }

  @Test
  void inSomebodyElsesOwnCalendarNobodySeesThePeopleOfTheirOtherClients() throws Exception {
    var other = people.client("Otra");
    var second = workspaces.open(People.organisation(other));
    workspaces.admit(
        UUID.randomUUID(), second, assistant.id(), Set.of(Area.APPOINTMENTS), Level.WORKING);
    var calendar = calendar(assistant, true);
    var href = event(assistant, calendar, "Mine");
    assertThat(text(assistant, href + "/people")).contains("Otra", "Lucía");
    var shared =
        send(
            assistant,
            "/calendar/calendars/" + calendar + "/shares",
            "with",
            room + ":" + owner.id(),
            "reach",
            "write");
    assertThat(shared.getStatus()).isEqualTo(302);
    assertThat(text(owner, href + "/people")).contains("Rosa").doesNotContain("Otra");
    assertThat(send(owner, href + "/people", "person", other.id().toString()).getStatus())
        .isEqualTo(404);
  }

  @Test
  void whoAskedAndKeepsTheClientNoMoreIsNotWrittenAnswersTo() throws Exception {
    var href = event(owner, calendar(owner, false), "Tasting");
    var guest = address();
    invite(owner, href, guest);
    letters(owner, href);
    assertThat(calendars(guest).getLast()).contains(owner.email());
    var next = people.client("Next");
    house.call(() ->
        jdbc.sql("update invitations.meeting set organizer = :next where uid = :uid")
            .param("next", next.id().value())
            .param("uid", first(Pattern.compile("UID:(\\S+)"), calendars(guest).getLast()))
            .update());
    change(owner, href, "all", fields("Tasting", "12:00"));
    letters(owner, href);
    assertThat(calendars(guest).getLast()).contains(owner.email()).doesNotContain(next.email());
  }

  @Test
  void somebodyFromTheContactBookIsAskedByTheirCard() throws Exception {
    var mail = address();
    var made =
        send(
            owner, "/w/" + room + "/contacts/new", "given", "Ana", "family", "Ruiz", "mail0", mail);
    assertThat(made.getStatus()).isEqualTo(302);
    var href = event(owner, calendar(owner, false), "Tasting");
    var option = Pattern.compile("<option value=\"([0-9A-Za-z]{22})\"[^>]*>Ana Ruiz · ");
    var card = first(option, text(owner, href + "/people"));
    assertThat(send(owner, href + "/people", "contact", card).getStatus()).isEqualTo(302);
    letters(owner, href);
    assertThat(calendars(mail)).hasSize(1);
    assertThat(text(owner, href + "/people?q=Nobody")).doesNotContain("Ana Ruiz · ");
    // another client's card is nobody's here
    var other = people.client("Otra");
    workspaces.open(People.organisation(other));
    var own = event(other, calendar(other, true), "Mine");
    assertThat(send(other, own + "/people", "contact", card).getStatus()).isEqualTo(404);
  }
}
