package org.diestra.office.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.junit.jupiter.api.Test;

/** What mails, calendars and passes say. */
class ReaderTests {
  private static final Reader READER_FAR =
      new Reader(LocalDate.of(2083, 3, 27), ZoneId.of("America/Bogota"));
  private static final Reader READER =
      new Reader(LocalDate.of(2083, 3, 27), ZoneId.of("Europe/Madrid"));

  /** A booking mail as it arrives, its HTML quoted-printable. */
  static String mail() {
    return """
    From: Aerolinea <reservas@example.com>
    Subject: Su reserva
    MIME-Version: 1.0
    Content-Type: multipart/alternative; boundary="cut"

    --cut
    Content-Type: text/plain; charset=utf-8

    Gracias por su reserva.
    --cut
    Content-Type: text/html; charset=utf-8
    Content-Transfer-Encoding: quoted-printable

    <html><head><script type=3D"application/ld+json">
    [{"@context":"http://schema.org","@type":"FlightReservation","reservationNumber":"QX7=
    RT2","airplaneSeat":"14C","reservationFor":{"@type":"Flight","flightNumber":"321",
    "airline":{"@type":"Airline","name":"Air NZ","iataCode":"NZ"},
    "departureAirport":{"@type":"Airport","iataCode":"LPA"},
    "departureTime":"2083-03-27T23:30:00+00:00",
    "arrivalAirport":{"@type":"Airport","iataCode":"MAD"},
    "arrivalTime":"2083-03-28T04:15:00+02:00"}}]
    </script></head><body>Hola</body></html>
    --cut--
    """
        .replace("\n", "\r\n");
  }

  /** A barcode’s text: Auckland to Honolulu on the 93rd day. */
  static String code() {
    return "M1FERRER/LUCIA        EABC123 AKLHNLNZ 0010 093C002A0025 100";
  }

  static byte[] pass(String message, String relevant) {
    var json =
        """
        {"formatVersion":1,"organizationName":"Air NZ","relevantDate":"%s",
         "boardingPass":{"transitType":"PKTransitTypeAir","primaryFields":[
           {"key":"from","value":"AKL"},{"key":"to","value":"HNL"}]},
         "semantics":{"originalArrivalDate":"2083-04-02T19:50-10:00"},
         "barcodes":[{"format":"PKBarcodeFormatAztec","message":"%s","messageEncoding":"iso-8859-1"}]}
        """
            .formatted(relevant, message);
    return zip("icon.png", new byte[10], "pass.json", json.getBytes(UTF_8));
  }

  static byte[] zip(String first, byte[] some, String second, byte[] other) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(first));
      zip.write(some);
      zip.putNextEntry(new ZipEntry(second));
      zip.write(other);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static List<LegForm> read(byte[] bytes) {
    return READER.read(bytes).fold(found -> found, why -> List.of());
  }

  private static List<LegForm> read(String text) {
    return READER.read(text).fold(found -> found, why -> List.of());
  }

  private static Leg whole(LegForm form) {
    var problems = new Problems();
    var leg = form.read("", problems);
    assertThat(problems.all()).isEmpty();
    return java.util.Objects.requireNonNull(leg);
  }

  @Test
  void aBookingMailSaysItsLegOnBothClocks() {
    assertThat(read(mail()))
        .singleElement()
        .satisfies(form -> {
          var leg = whole(form);
          assertThat(leg.called()).isEqualTo("NZ 321");
          assertThat(leg.booking()).isEqualTo("QX7RT2");
          assertThat(leg.seat()).isEqualTo("14C");
          assertThat(leg.from().local()).isEqualTo("2083-03-27T23:30");
          assertThat(leg.to().local()).isEqualTo("2083-03-28T04:15");
          assertThat(leg.length().toMinutes()).isEqualTo(165);
        });
  }

  @Test
  void timesInUtcBecomeThoseOfTheAirport() {
    var json =
        """
        {"@type":"https://schema.org/FlightReservation","reservationFor":{"flightNumber":"IB3170",
        "airline":{"iataCode":"IB"},"departureAirport":{"iataCode":"MAD"},
        "departureTime":"2083-07-01T08:00:00Z","arrivalAirport":{"iataCode":"BOG"},
        "arrivalTime":"2083-07-01T18:30:00Z"}}
        """;
    assertThat(read(json))
        .singleElement()
        .satisfies(form -> {
          assertThat(form.number()).isEqualTo("3170");
          assertThat(form.leaves()).isEqualTo("2083-07-01T10:00");
          assertThat(form.arrives()).isEqualTo("2083-07-01T13:30");
        });
  }

  @Test
  void trainsAndRoomsAreReadAndAnUnknownClockIsLeftOpen() {
    var json =
        """
        {"@graph":[{"@type":"TrainReservation","reservationFor":{"trainNumber":"5071",
        "trainName":"AVE","departureStation":{"name":"Valencia"},
        "departureTime":"2083-03-01T08:00:00+01:00","arrivalStation":{"name":"London"},
        "arrivalTime":"2083-03-01T20:00:00+00:00"}},
        {"@type":"LodgingReservation","checkinTime":"2083-03-01T15:00:00",
        "checkoutDate":"2083-03-03","reservationFor":{"name":"Hotel Messe"}}]}
        """;
    var found = read(json);
    assertThat(found).extracting(LegForm::means).containsExactly("train", "hotel");
    assertThat(found.getFirst().fromZone()).isEqualTo("Europe/Madrid");
    assertThat(found.getFirst().toZone()).isEmpty();
    assertThat(found.getLast().arrives()).isEqualTo("2083-03-03T");
  }

  @Test
  void aBoardingPassSaysTheDayOfTheYearNearestToTheTrip() {
    assertThat(read(code()))
        .singleElement()
        .satisfies(form -> {
          assertThat(form.leaves()).isEqualTo("2083-04-03T");
          assertThat(form.carrier() + form.number()).isEqualTo("NZ10");
          assertThat(form.from() + form.to()).isEqualTo("AKLHNL");
          assertThat(form.seat()).isEqualTo("2A");
          assertThat(form.cabin()).isEqualTo("business");
          assertThat(form.booking()).isEqualTo("ABC123");
        });
    var around = LocalDate.of(2083, 1, 2);
    assertThat(BoardingPass.day("365", around)).contains(LocalDate.of(2082, 12, 31));
    assertThat(BoardingPass.day("366", around)).contains(LocalDate.of(2084, 12, 31));
    assertThat(BoardingPass.day("000", around)).isEmpty();
  }

  @Test
  void aWalletPassGivesTheHoursToItsBarcode() {
    assertThat(read(pass(code(), "2083-04-03T10:00+13:00")))
        .singleElement()
        .satisfies(form -> {
          var leg = whole(form);
          assertThat(leg.from().local()).isEqualTo("2083-04-03T10:00");
          assertThat(leg.to().local()).isEqualTo("2083-04-02T19:50");
          assertThat(leg.days()).isEqualTo(-1);
        });
  }

  @Test
  void aCalendarSaysEachEndOnItsClock() {
    var ics =
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        UID:1
        DTSTART;TZID=Europe/Madrid:20830301T080000
        DTEND;TZID=Europe/London:20830301T093000
        SUMMARY:IB 3170 MAD - LHR
        END:VEVENT
        END:VCALENDAR
        """
            .replace("\n", "\r\n");
    assertThat(read(ics))
        .singleElement()
        .satisfies(form -> {
          var leg = whole(form);
          assertThat(leg.called()).isEqualTo("IB 3170");
          assertThat(leg.length().toMinutes()).isEqualTo(150);
        });
  }

  private static LegForm event(String lines) {
    var ics =
        ("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\n"
                + lines
                + "\nEND:VEVENT\nEND:VCALENDAR\n")
            .replace("\n", "\r\n");
    return READER_FAR.read(ics).fold(found -> found, why -> List.<LegForm>of()).getFirst();
  }

  /** RFC 5545, section 3.3.5: without a zone it is the clock of the place, not of whoever reads. */
  @Test
  void anHourWithoutAZoneIsThatOfTheAirport() {
    var form = event("DTSTART:20830327T101500\nDTEND:20830327T124000\nSUMMARY:LH 1165 VLC - FRA");
    assertThat(form.leaves()).isEqualTo("2083-03-27T10:15");
    assertThat(form.arrives()).isEqualTo("2083-03-27T12:40");
    var lasting = event("DTSTART:20830327T101500\nDURATION:PT1H30M\nSUMMARY:BA 473 VLC - LHR");
    assertThat(lasting.arrives()).isEqualTo("2083-03-27T10:45");
  }

  @Test
  void aWholeDayHasNoHour() {
    var form =
        event("DTSTART;VALUE=DATE:20830327\nDTEND;VALUE=DATE:20830328\nSUMMARY:LH 1165 VLC - FRA");
    assertThat(form.leaves()).isEqualTo("2083-03-27T");
    assertThat(form.arrives()).isEqualTo("2083-03-27T");
  }

  @Test
  void theSameRideIsSaidOnce() {
    assertThat(read(code() + "\n" + code())).hasSize(1);
  }

  @Test
  void whatIsHostileTakesNoTimeAndSaysNothing() {
    assertThat(READER.read("x".repeat(5_000_000))).isInstanceOf(Outcome.Refused.class);
    assertThat(read("<script ".repeat(200_000))).isEmpty();
    assertThat(read("[".repeat(400_000))).isEmpty();
    assertThat(read("M1" + "A".repeat(900))).isEmpty();
    assertThat(read(zip("a", new byte[30_000_000], "pass.json", "{}".getBytes(UTF_8)))).isEmpty();
    assertThat(read(zip("a", new byte[1], "pass.json", new byte[3_000_000]))).isEmpty();
    assertThat(read(new byte[] {'P', 'K', 3, 4, 9, 9, 9})).isEmpty();
    assertThat(read("<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>"))
        .isEmpty();
  }

  @Test
  void cardNumbersAreTakenNowhere() {
    assertThat(CardNumbers.in("Visa 4242 4242 4242 4242, 08/29")).isTrue();
    assertThat(CardNumbers.in("5555-5555-5555-4444")).isTrue();
    assertThat(CardNumbers.in("3782 822463 10005")).isTrue();
    assertThat(CardNumbers.in("２２２３ ００３１ ２２００ ３２２２")).isTrue();
    assertThat(CardNumbers.in("12 4111.1111.1111.1111 12/27")).isTrue();
    assertThat(CardNumbers.in("Visa 4242 4242 4242 4241")).isFalse();
    assertThat(CardNumbers.in("Billete 075-2301234567, tel. +34 963 12 34 56")).isFalse();
    var problems = new Problems();
    new Cardless(problems).text("notes", "paga con 4242424242424242", 100);
    assertThat(problems.at("notes")).isNotNull();
  }
}
