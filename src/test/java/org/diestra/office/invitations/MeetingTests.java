package org.diestra.office.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.junit.jupiter.api.Test;

/** People are asked to events, answer, and hear what becomes of them. */
@HouseTest
class MeetingTests extends InvitationDesk {
  private static final Pattern MINE = Pattern.compile("/calendar/invitations/[0-9A-Za-z]{22}");

  @Test
  void aStrangerIsAskedByMailAnswersOnAPageAndHearsOfEachChangeThatMatters() throws Exception {
    var href = event(assistant, calendar(owner, false), "Tasting", "place", "Cellar");
    var guest = address();
    assertThat(invite(assistant, href, guest).getStatus()).isEqualTo(302);
    assertThat(calendars(guest)).isEmpty();
    assertThat(text(assistant, href + "/people")).contains("Enviar a una persona");
    assertThat(letters(assistant, href).getStatus()).isEqualTo(302);
    var first = calendars(guest);
    assertThat(first).hasSize(1);
    assertThat(first.getFirst())
        .contains("METHOD:REQUEST", "SEQUENCE:0", "SUMMARY:Tasting", "LOCATION:Cellar")
        .contains("ORGANIZER;CN=\"Lucía & Co\"", "SENT-BY=\"mailto:" + assistant.email() + "\"")
        .contains("mailto:" + owner.email(), "mailto:" + guest, "PARTSTAT=NEEDS-ACTION");
    var link = link(guest);
    assertThat(open(link)).contains("Tasting", "Lucía &amp; Co", "Cellar");
    assertThat(answer(link, "yes", "words", "With pleasure").getStatus()).isEqualTo(302);
    assertThat(text(owner, href + "/people")).contains("With pleasure", "1 come");

    // of nothing important nobody hears
    change(assistant, href, "all", fields("Tasting", "10:00", "remind", "30"));
    assertThat(text(assistant, href + "/people")).doesNotContain("name=\"seal\"");
    // another hour is sent, and asks anew
    change(assistant, href, "all", fields("Tasting", "12:00"));
    assertThat(text(owner, href + "/people")).contains("Send to one person");
    assertThat(open(link)).contains("10:00").doesNotContain("12:00");
    letters(owner, href);
    assertThat(calendars(guest)).hasSize(2);
    assertThat(calendars(guest).getLast()).contains("T120000", "PARTSTAT=NEEDS-ACTION");
    assertThat(sequence(calendars(guest).getLast())).isGreaterThan(0);
    assertThat(open(link)).contains("12:00");
    assertThat(text(owner, href + "/people")).contains("0 come");

    send(owner, href + "/removal", "seen", seen(owner, href), "scope", "all");
    assertThat(calendars(guest)).hasSize(3);
    assertThat(calendars(guest).getLast()).contains("METHOD:CANCEL", "STATUS:CANCELLED");
    assertThat(open(link)).contains("called off", "12:00");
    assertThat(answer(link, "yes").getStatus()).isEqualTo(409);
  }

  private static int sequence(String ics) {
    return Integer.parseInt(first(Pattern.compile("SEQUENCE:(\\d+)"), ics));
  }

  @Test
  void aMemberFindsItInTheirCalendarAndOnTheirHomePage() throws Exception {
    var href = event(owner, calendar(owner, false), "Interview");
    invite(owner, href, assistant);
    assertThat(text(assistant, "/home")).doesNotContain("Interview");
    letters(owner, href);
    assertThat(calendars(assistant.email())).isEmpty(); // they get it by their own preferences
    var home = text(assistant, "/home");
    assertThat(home).contains("Interview");
    var mine = first(MINE, home);
    assertThat(text(assistant, mine)).contains("Interview", "Aceptar");
    assertThat(show(owner, mine).getStatus()).isEqualTo(404);
    await()
        .untilAsserted(() ->
            assertThat(text(assistant, "/calendar?date=2087-01-07").split("Interview", -1).length)
                .isGreaterThan(2)); // their copy beside the event itself
    assertThat(send(assistant, mine, "answer", "maybe").getStatus()).isEqualTo(302);
    assertThat(text(owner, href + "/people")).contains("1 maybe");
    assertThat(text(assistant, "/home")).doesNotContain(mine);
    assertThat(send(assistant, mine, "answer", "perhaps").getStatus()).isEqualTo(422);
  }

  @Test
  void whoeverWasTakenOffHoldsWhatWasSentAndLearnsNothingMore() throws Exception {
    var href = event(owner, calendar(owner, false), "Tasting");
    var guest = address();
    var other = address();
    invite(owner, href, guest);
    invite(owner, href, other);
    invite(owner, href, assistant);
    letters(owner, href);
    var mine = first(MINE, text(assistant, "/home"));
    for (int i = 0; i < 3; i++) {
      var who = guest(owner, href);
      var gone = send(owner, href + "/people/" + who + "/removal");
      assertThat(gone.getStatus()).isEqualTo(302);
    }
    assertThat(calendars(guest)).hasSize(2).last().asString().contains("METHOD:CANCEL");
    assertThat(calendars(other)).hasSize(2).last().asString().contains("METHOD:CANCEL");
    change(owner, href, "all", fields("Secret plans", "12:00"));
    assertThat(text(owner, href + "/people")).doesNotContain("name=\"seal\"");
    assertThat(open(linkOf(other))).contains("no longer invited");
    assertThat(open(linkOf(other))).contains("Tasting").doesNotContain("Secret plans", "12:00");
    assertThat(text(assistant, mine)).contains("Tasting").doesNotContain("Secret plans");
    assertThat(text(assistant, "/home")).doesNotContain("Tasting", "Secret plans");
    assertThat(answer(linkOf(other), "yes").getStatus()).isEqualTo(409);
    assertThat(send(assistant, mine, "answer", "yes").getStatus()).isEqualTo(409);
  }

  private String linkOf(String address) {
    var body =
        jdbc.sql("select body from mail.letter where address = :address order by id limit 1")
            .param("address", address)
            .query(String.class)
            .single();
    return first(Pattern.compile("/meetings/[0-9A-Za-z_-]{20,}"), body);
  }

  @Test
  void aNewAccountWritesToNobodyOutside() throws Exception {
    var fresh = people.client("Fresh");
    var own = calendar(fresh, true);
    var href = event(fresh, own, "Spam");
    assertThat(text(fresh, href + "/people")).doesNotContain("name=\"email\"");
    var guest = address();
    assertThat(invite(fresh, href, guest).getStatus()).isEqualTo(429);
    assertThat(calendars(guest)).isEmpty();
  }

  @Test
  void whereTheLastContractHasEndedNothingLeavesAnyMore() throws Exception {
    var href = event(owner, calendar(owner, false), "Tasting");
    var guest = address();
    invite(owner, href, guest);
    workspaces.close(contract, null);
    assertThat(letters(owner, href).getStatus()).isEqualTo(429);
    assertThat(calendars(guest)).isEmpty();
    assertThat(show(assistant, href + "/people").getStatus()).isEqualTo(404);
  }

  @Test
  void aSecondPressOfTheButtonSendsNothing() throws Exception {
    var href = event(owner, calendar(owner, false), "Tasting");
    var guest = address();
    invite(owner, href, guest);
    var page = text(owner, href + "/people");
    var seal = first(Pattern.compile("name=\"seal\" value=\"([0-9a-f]{64})\""), page);
    assertThat(send(owner, href + "/people/letters", "seal", seal).getStatus()).isEqualTo(302);
    assertThat(send(owner, href + "/people/letters", "seal", seal).getStatus()).isEqualTo(409);
    assertThat(calendars(guest)).hasSize(1);
  }

  @Test
  void whoseLastContractEndsIsLetOutAndNoProgramAsksThemAnew() throws Exception {
    var href = event(owner, calendar(owner, false), "Tasting");
    invite(owner, href, assistant);
    letters(owner, href);
    var mine = first(MINE, text(assistant, "/home"));
    assertThat(text(owner, href + "/people")).contains("Rosa");
    workspaces.close(contract, null);
    await().untilAsserted(() -> assertThat(text(owner, href + "/people")).doesNotContain("Rosa"));
    change(owner, href, "all", fields("Secret plans", "12:00"));
    assertThat(text(assistant, mine)).contains("Ya no").doesNotContain("Secret plans");
    assertThat(text(assistant, "/home")).doesNotContain("Tasting", "Secret plans");
    assertThat(calendars(assistant.email())).isEmpty();
  }

  @Test
  void whatWasSaidToASeriesHoldsForTheDatesThatStay() throws Exception {
    var href = event(owner, calendar(owner, false), "Tasting", "repeat", "weekly");
    var guest = address();
    invite(owner, href, guest);
    letters(owner, href);
    var link = link(guest);
    assertThat(answer(link, "yes").getStatus()).isEqualTo(302);
    assertThat(answer(link, "no", "date", "20870114T090000Z").getStatus()).isEqualTo(302);
    assertThat(answer(link, "no", "date", "20870115T090000Z").getStatus()).isEqualTo(422);
    // other words for the whole series ask nobody anew
    change(owner, href, "all", fields("Great tasting", "10:00", "repeat", "weekly"));
    letters(owner, href);
    assertThat(text(owner, href + "/people")).contains("1 come", "Does not come");
    assertThat(calendars(guest).getLast()).contains("Great tasting", "PARTSTAT=ACCEPTED");
  }

  @Test
  void whatIsPrivateIsSentAsPrivate() throws Exception {
    var href = event(owner, calendar(owner, false), "Talk", "hidden", "true");
    var guest = address();
    invite(owner, href, guest);
    letters(owner, href);
    assertThat(calendars(guest).getLast()).contains("CLASS:PRIVATE");
  }

  @Test
  void whoIsAskedAnewIsWrittenToOnceMoreAboveWhatCalledItOff() throws Exception {
    var href = event(owner, calendar(owner, false), "Tasting");
    var guest = address();
    for (int i = 0; i < 2; i++) {
      invite(owner, href, guest);
      letters(owner, href);
      send(owner, href + "/people/" + guest(owner, href) + "/removal");
    }
    var sent = calendars(guest);
    assertThat(sent).hasSize(4).element(2).asString().contains("METHOD:REQUEST");
    assertThat(sent.stream().map(MeetingTests::sequence)).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void aCalendarTakenAwayCallsOffWhatPeopleHoldOfIt() throws Exception {
    var calendar = calendar(owner, false);
    var href = event(owner, calendar, "Tasting");
    var guest = address();
    invite(owner, href, guest);
    letters(owner, href);
    var link = link(guest);
    send(owner, "/calendar/calendars/" + calendar + "/removal");
    assertThat(calendars(guest)).hasSize(2).last().asString().contains("METHOD:CANCEL");
    assertThat(open(link)).contains("called off").doesNotContain("value=\"yes\"");
  }

  @Test
  void wordsToOneDateAreReadAndGoWithAnotherHour() throws Exception {
    var href = event(owner, calendar(owner, false), "Tasting", "repeat", "weekly");
    var guest = address();
    invite(owner, href, guest);
    letters(owner, href);
    answer(link(guest), "no", "date", "20870114T090000Z", "words", "On a trip");
    assertThat(text(owner, href + "/people")).contains("On a trip", "Does not come");
    change(owner, href, "all", fields("Tasting", "12:00", "repeat", "weekly"));
    letters(owner, href);
    assertThat(text(owner, href + "/people")).doesNotContain("On a trip", "Does not come");
  }
}
