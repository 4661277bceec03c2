package org.diestra.office.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.icalendar.CalendarObject;
import org.junit.jupiter.api.Test;

/** What is kept of a calendar outside. */
class SourceTextTests {
  private static final String EVENT =
      "BEGIN:VEVENT\nUID:a\nDTSTAMP:20310101T000000Z\nLAST-MODIFIED:20310101T000000Z\n%s\nEND:VEVENT\n";

  private static SourceText read(String head, String... events) {
    var text =
        "BEGIN:VCALENDAR\nVERSION:2.0\n" + head + String.join("", events) + "END:VCALENDAR\n";
    return SourceText.read(text.getBytes(StandardCharsets.UTF_8)).orFail();
  }

  private static String text(SourceText text) {
    return text.objects().getFirst().calendar().text();
  }

  @Test
  void whatChangesEachTimeItIsAskedForMakesNoDifference() {
    var one = read("X-GENERATED:1\n", EVENT.formatted("DTSTART:20310107T100000Z\nSUMMARY:A"));
    var other =
        read(
            "X-GENERATED:2\n",
            EVENT.formatted("DTSTART:20310107T100000Z\nSUMMARY:A").replace("0101T", "0102T"));
    var third = read("", EVENT.formatted("DTSTART:20310107T100000Z\nSUMMARY:B"));
    assertThat(text(one)).isEqualTo(text(other)).isNotEqualTo(text(third));
  }

  @Test
  void aTimeWithoutAZoneIsOnTheClockTheCalendarNames() {
    var lines =
        "DTSTART:20310107T100000\nDTEND:20310107T110000\nRRULE:FREQ=DAILY\n"
            + "EXDATE:20310108T100000,20310109T100000";
    var there = read("X-WR-TIMEZONE:America/Bogota\n", EVENT.formatted(lines));
    assertThat(text(there))
        .contains("DTSTART;TZID=America/Bogota:20310107T100000", "BEGIN:VTIMEZONE")
        .contains("EXDATE;TZID=America/Bogota:20310108T100000,20310109T100000");
    assertThat(there.objects().getFirst().timing().start().zone()).hasToString("America/Bogota");
    var nowhere = read("", EVENT.formatted(lines));
    assertThat(nowhere.objects().getFirst().timing().start().zone()).isNull();
    var days = EVENT.formatted("DTSTART;VALUE=DATE:20310107\nSUMMARY:Day");
    assertThat(text(read("X-WR-TIMEZONE:America/Bogota\n", days))).doesNotContain("TZID");
  }

  @Test
  void othersRemindersAndFilesStayOutside() {
    var event =
        EVENT.formatted(
            "DTSTART:20310107T100000Z\nATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA\n"
                + "ATTACH:https://far.example/a.pdf\nBEGIN:VALARM\nACTION:DISPLAY\n"
                + "DESCRIPTION:Ring\nTRIGGER:-PT10M\nEND:VALARM");
    assertThat(text(read("", event)))
        .contains("https://far.example/a.pdf")
        .doesNotContain("VALARM", "AAAA");
  }

  @Test
  void whatCantBeReadIsLeftOutAndCounted() {
    var good = EVENT.formatted("DTSTART:20310107T100000Z");
    var bad = good.replace("UID:a", "UID:b").replace("20310107T100000Z", "soon");
    var text = read("", good, bad);
    assertThat(text.objects()).extracting(CalendarObject::uid).containsExactly("a");
    assertThat(text.leftOut()).isEqualTo(1);
    assertThat(SourceText.read("hello".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void itIsAskedAgainWhenItWantsToBeWithinBounds() {
    assertThat(read("").pause()).isEqualTo(Duration.ofHours(1));
    assertThat(read("REFRESH-INTERVAL;VALUE=DURATION:PT3H\n").pause())
        .isEqualTo(Duration.ofHours(3));
    assertThat(read("X-PUBLISHED-TTL:PT1M\n").pause()).isEqualTo(Duration.ofHours(1));
    assertThat(read("X-PUBLISHED-TTL:P1W\n").pause()).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void aPageForPeopleIsToldFromACalendar() {
    assertThat(SourceText.page(" <!doctype html>".getBytes(StandardCharsets.UTF_8), null)).isTrue();
    assertThat(SourceText.page("Sign in".getBytes(StandardCharsets.UTF_8), "text/html")).isTrue();
    assertThat(SourceText.page("BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8), "text/html"))
        .isFalse();
  }
}
