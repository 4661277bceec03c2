package org.diestra.platform.icalendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Read back by ical4j, which we did not write. */
class InvitationTests {
  private static Invitation at(String start, String zone) {
    var from = Instant.parse(start);
    return new Invitation(
        "0123@diestra.example",
        3,
        Instant.parse("2026-12-01T08:00:00Z"),
        from,
        from.plusSeconds(1800),
        ZoneId.of(zone),
        true,
        "Interview with Librería “El Faro”; about books, and more",
        "In words:\nTue 14:00 in Madrid · 08:00 in Bogotá",
        "https://diestra.example/interviews/0123/room",
        new Invitation.Person("Diestra", "diestra@diestra.example"),
        new Invitation.Person("Rosa \"R\" Peña, Bogotá", "rosa@example.org"));
  }

  private static Calendar read(byte[] text) throws Exception {
    return new CalendarBuilder().build(new ByteArrayInputStream(text));
  }

  @Test
  void itSaysWhoWhenAndWhere() throws Exception {
    var calendar = read(at("2026-12-08T13:00:00Z", "Europe/Madrid").request());
    var event = calendar.<VEvent>getComponent("VEVENT").orElseThrow();

    assertThat(calendar.validate().hasErrors()).isFalse();
    assertThat(calendar.<Method>getProperty(Property.METHOD).orElseThrow().getValue())
        .isEqualTo("REQUEST");
    assertThat(value(event, Property.UID)).isEqualTo("0123@diestra.example");
    assertThat(value(event, Property.SEQUENCE)).isEqualTo("3");
    assertThat(value(event, Property.DTSTAMP)).isEqualTo("20261201T080000Z");
    assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
    assertThat(value(event, Property.ORGANIZER)).isEqualTo("mailto:diestra@diestra.example");
    assertThat(value(event, Property.ATTENDEE)).isEqualTo("mailto:rosa@example.org");
    assertThat(value(event, Property.SUMMARY)).contains("El Faro", "; about books, and more");
    assertThat(value(event, Property.DESCRIPTION)).contains("\n");
  }

  @Test
  void itIsCancelledUnderTheSameName() throws Exception {
    var calendar = read(at("2026-12-08T13:00:00Z", "Europe/Madrid").cancel());
    var event = calendar.<VEvent>getComponent("VEVENT").orElseThrow();

    assertThat(calendar.validate().hasErrors()).isFalse();
    assertThat(calendar.<Method>getProperty(Property.METHOD).orElseThrow().getValue())
        .isEqualTo("CANCEL");
    assertThat(value(event, Property.STATUS)).isEqualTo("CANCELLED");
    assertThat(value(event, Property.UID)).isEqualTo("0123@diestra.example");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-08T13:00:00Z, Europe/Madrid, 2026-12-08T14:00",
    "2027-03-27T13:00:00Z, Europe/Madrid, 2027-03-27T14:00",
    "2027-03-28T13:00:00Z, Europe/Madrid, 2027-03-28T15:00",
    "2026-11-01T15:00:00Z, America/New_York, 2026-11-01T10:00",
    "2027-07-01T15:00:00Z, America/Bogota, 2027-07-01T10:00",
    "2027-07-01T15:00:00Z, Asia/Kathmandu, 2027-07-01T20:45",
    "2027-07-01T15:00:00Z, Pacific/Apia, 2027-07-02T04:00",
    "2027-07-01T15:00:00Z, Africa/Casablanca, 2027-07-01T16:00",
    "2027-07-01T15:00:00Z, Europe/Dublin, 2027-07-01T16:00"
  })
  void itsOwnZoneTellsTheSameTimeAsOurs(String start, String zone, String local) throws Exception {
    var calendar = read(at(start, zone).request());
    var event = calendar.<VEvent>getComponent("VEVENT").orElseThrow();
    var from = event.<LocalDateTime>getDateTimeStart();

    assertThat(from.getValue().replaceFirst("(....)(..)(..)T(..)(..).*", "$1-$2-$3T$4:$5"))
        .isEqualTo(local);
    assertThat(from.getParameter("TZID").orElseThrow().getValue()).isEqualTo(zone);
    // by the VTIMEZONE alone, as a program without zones of its own would read it
    var definition = calendar.<VTimeZone>getComponent("VTIMEZONE").orElseThrow();
    var observance =
        definition.getApplicableObservance(
            ZonedDateTime.parse(start).withZoneSameInstant(java.time.ZoneOffset.UTC));
    assertThat(observance.getProperty("TZOFFSETTO").orElseThrow().getValue())
        .isEqualTo(
            ZoneId.of(zone)
                .getRules()
                .getOffset(Instant.parse(start))
                .getId()
                .replace("Z", "+0000")
                .replace(":", ""));
  }

  @Test
  void noLineIsLongerThanProgramsMustTake() {
    var text = new String(at("2026-12-08T13:00:00Z", "Europe/Madrid").request(), UTF_8);

    assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.length()).isLessThan(77));
    assertThat(text.replace("\r\n", "")).doesNotContain("\n");
  }

  private static String value(VEvent event, String name) {
    return event.getProperty(name).orElseThrow().getValue();
  }
}
