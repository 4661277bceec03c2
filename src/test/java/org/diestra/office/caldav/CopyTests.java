package org.diestra.office.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.diestra.HouseTest;
import org.junit.jupiter.api.Test;

/** What stands in a member's own calendar of an invitation, and what a program is told of it. */
@HouseTest
class CopyTests extends SchedulingDesk {
  @Test
  void whoKnowsItsUidOverwritesNobodysEvent() throws Exception {
    var theirs = program(assistant);
    var own = theirs.calendar("own") + "m.ics";
    put(theirs, own, event("1000").replace("Tasting", "Dentist"));
    var asked = event("1200", organizer(), attendee(assistant.email(), "NEEDS-ACTION"));
    var work = mine.calendar("work");
    put(mine, work + "m.ics", asked);
    put(mine, work + "n.ics", asked.replace("UID:meet", "UID:next"));
    await().untilAsserted(() -> assertThat(copy(theirs)).isNotNull());
    assertThat(theirs.ask("GET", own, "").body()).contains("Dentist", "T100000").contains("meet-");
  }

  @Test
  void putElsewhereAndTakenOutItGoesOnInTheSameCopy() throws Exception {
    var from = mine.calendar("work") + "m.ics";
    var asked = event("1000", organizer(), attendee(assistant.email(), "NEEDS-ACTION"));
    put(mine, from, asked);
    var theirs = program(assistant);
    await().untilAsserted(() -> assertThat(copy(theirs)).isNotNull());
    var copy = copy(theirs);
    put(mine, mine.calendar("other") + "m.ics", asked.replace("T1000", "T1200"));
    await()
        .untilAsserted(
            () -> assertThat(theirs.ask("GET", copy, "").body()).contains("20870107T120000Z"));
    mine.ask("DELETE", from, "");
    await()
        .during(Duration.ofMillis(500))
        .untilAsserted(
            () -> assertThat(theirs.ask("GET", copy, "").body()).doesNotContain("CANCELLED"));
  }

  @Test
  void ofWhatIsOverNobodyIsWrittenTo() throws Exception {
    var asked = event("1000", organizer(), attendee(stranger, "NEEDS-ACTION"));
    put(mine, mine.calendar("work") + "m.ics", asked.replace("20870107", "20200107"));
    assertThat(letters(stranger)).isEmpty();
  }

  @Test
  void takenOutInSilenceItIsNoAnswer() throws Exception {
    var href = mine.calendar("work") + "m.ics";
    put(mine, href, event("1000", organizer(), attendee(assistant.email(), "NEEDS-ACTION")));
    var theirs = program(assistant);
    await().untilAsserted(() -> assertThat(copy(theirs)).isNotNull());
    var gone = theirs.ask("DELETE", copy(theirs), "", "Schedule-Reply", "F");
    assertThat(gone.statusCode()).isEqualTo(204);
    await()
        .during(Duration.ofMillis(500))
        .untilAsserted(
            () -> assertThat(mine.ask("GET", href, "").body()).doesNotContain("DECLINED"));
  }

  @Test
  void whoeverIsWrittenIntoItBesidesLeavesItWithoutATagThatWouldBeWrong() throws Exception {
    var href = mine.calendar("work") + "m.ics";
    put(mine, href, event("1000", organizer(), attendee(stranger, "NEEDS-ACTION")));
    var one = event("1100", "RECURRENCE-ID:20870107T100000Z", attendee(stranger, "ACCEPTED"));
    one = one.substring(one.indexOf("BEGIN:VEVENT"), one.indexOf("END:VCALENDAR"));
    var body =
        event("1000", "RRULE:FREQ=WEEKLY", organizer(), attendee(stranger, "ACCEPTED"))
            .replace("END:VCALENDAR", one + "END:VCALENDAR");
    var kept = mine.put(href, body);
    var now = etag(mine.ask("GET", href, ""));
    assertThat(kept.headers().firstValue("ETag").orElse(now)).isEqualTo(now);
    assertThat(kept.headers().firstValue("Schedule-Tag").orElse(tag(href))).isEqualTo(tag(href));
  }
}
