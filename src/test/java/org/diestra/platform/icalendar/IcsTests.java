package org.diestra.platform.icalendar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.diestra.platform.base.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs write is kept as it stands, and what is none is refused with a reason. */
class IcsTests {
  private static final String HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n";

  private static Outcome<Part> read(String text) {
    return Ics.read(text.getBytes(UTF_8), 100_000);
  }

  private static String why(Outcome<?> outcome) {
    return outcome.fold(done -> "done", refusal -> refusal.key());
  }

  @Test
  void whatIsNotKnownHereStays() {
    var text =
        HEAD
            + "BEGIN:VEVENT\r\nUID:1\r\nX-APPLE;X-T=\"a;b:c\":v;w\r\nSUMMARY:uno\\, dos\\nñ\r\n"
            + "DTSTART:20270101T100000Z\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\n"
            + "END:VEVENT\r\nEND:VCALENDAR\r\n";
    var calendar = read(text).orFail();
    assertThat(calendar.text()).isEqualTo(text);
    assertThat(calendar.parts("VEVENT").getFirst().text("SUMMARY")).isEqualTo("uno, dos\nñ");
  }

  @Test
  void longLinesAreFoldedByOctetsAndUnfolded() {
    var long1 = "ñandú 😀 ".repeat(40);
    var part = Part.of("VCALENDAR", Line.text("SUMMARY", long1));
    assertThat(part.text().lines())
        .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75));
    assertThat(read(part.text()).orFail().text("SUMMARY")).isEqualTo(long1);
    assertThat(read("\uFEFF" + part.text().replace("\r\n", "\n")).orFail()).isEqualTo(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "BEGIN:VEVENT\nEND:VEVENT\n",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\n",
        "BEGIN:VCALENDAR\nEND:VEVENT\n",
        "BEGIN:VCALENDAR\nno line\nEND:VCALENDAR\n",
        "BEGIN:VCALENDAR\nA;B=\"c\nEND:VCALENDAR\n"
      })
  void whatBreaksOffOrIsSomethingElseIsRefused(String text) {
    assertThat(why(read(text))).startsWith("icalendar.");
  }

  @Test
  void aHostileFileIsRefused() {
    assertThat(why(read("BEGIN:VCALENDAR\n" + "BEGIN:X\n".repeat(9000))))
        .isEqualTo("icalendar.line");
    assertThat(why(Ics.read(new byte[200_000], 100_000))).isEqualTo("icalendar.too-large");
    assertThat(why(Ics.read("BEGIN:VCALENDAR\nX:ñ".getBytes(ISO_8859_1), 1000)))
        .isEqualTo("icalendar.not-utf8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART:20270231T100000Z | icalendar.time",
        "DTSTART:00010101T100000Z | icalendar.time",
        "SUMMARY:x | icalendar.start",
        "DTSTART:20270201T100000Z%DTEND:20270101T100000Z | icalendar.end",
        "DTSTART:20270201T100000Z%DURATION:-PT1H | icalendar.end",
        "DTSTART;TZID=Nowhere:20270201T100000 | icalendar.zone",
        "DTSTART:20270201T100000Z%RRULE:FREQ=SECONDLY | icalendar.rule"
      })
  void anEventThatCannotBeSaysWhy(String lines, String key) {
    var text =
        HEAD
            + "BEGIN:VEVENT\nUID:1\n"
            + lines.strip().replace("%", "\n")
            + "\nEND:VEVENT\nEND:VCALENDAR\n";
    assertThat(why(CalendarObject.read(text.getBytes(UTF_8)))).isEqualTo(key.strip());
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Madrid, Europe/Madrid",
    "/freeassociation.sourceforge.net/Europe/Madrid, Europe/Madrid",
    "Romance Standard Time, Europe/Paris",
    "SA Pacific Standard Time, America/Bogota",
    "'(UTC+01:00) Own', Europe/Madrid"
  })
  void zonesAreFoundByEveryNameProgramsGiveThem(String name, String zone) {
    var described =
        "BEGIN:VTIMEZONE\nTZID:(UTC+01:00) Own\nBEGIN:STANDARD\nDTSTART:16010101T030000\n"
            + "TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\n"
            + "END:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:19700329T020000\nTZOFFSETFROM:+0100\n"
            + "TZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\n"
            + "END:VTIMEZONE\n";
    var names = new ZoneNames(read(HEAD + described + "END:VCALENDAR\n").orFail());
    assertThat(names.find(name)).contains(ZoneId.of(zone));
  }

  @Test
  void everyWindowsNameLeadsToAZone() {
    var names = ZoneNames.own();
    assertThat(names.find("Line Islands Standard Time")).contains(ZoneId.of("Pacific/Kiritimati"));
    assertThat(names.find("Nobody's Time")).isEmpty();
  }

  /** Whole hours have names that every program knows; the rest is quoted. */
  @ParameterizedTest
  @CsvSource({"GMT-5, Etc/GMT+5", "UTC+02:00, Etc/GMT-2", "GMT, GMT", "UTC+05:45, +05:45"})
  void aFixedOffsetIsWrittenSoThatItIsReadAgain(String name, String zone) {
    var text =
        HEAD
            + "BEGIN:VEVENT\nUID:1\nDTSTART;TZID="
            + (name.contains(":") ? '"' + name + '"' : name)
            + ":20270105T100000\nEND:VEVENT\nEND:VCALENDAR\n";
    var timing = CalendarObject.read(text.getBytes(UTF_8)).orFail().timing();
    assertThat(timing.start().zone()).isEqualTo(ZoneId.of(zone));
    assertThat(Timing.of(timing.text())).isEqualTo(timing);
  }

  @Test
  void manyLinesAreRefused() {
    assertThat(why(CalendarObject.file("A:\n".repeat(400_000).getBytes(UTF_8), 5_000_000)))
        .isIn("icalendar.lines", "icalendar.not-a-calendar");
    var whole = HEAD + "X-A:\n".repeat(300_001) + "END:VCALENDAR\n";
    assertThat(why(CalendarObject.file(whole.getBytes(UTF_8), 5_000_000)))
        .isEqualTo("icalendar.lines");
  }
}
