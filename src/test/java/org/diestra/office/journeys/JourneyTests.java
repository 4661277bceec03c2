package org.diestra.office.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.diestra.office.journeys.Finding.Sort;
import org.diestra.office.journeys.Journey.Meeting;
import org.junit.jupiter.api.Test;

/** Clocks, distances, and what of a journey can’t work. */
class JourneyTests {

  static Stop at(String code, String local) {
    var place = Places.find(code).orElseThrow();
    return new Stop(code, place.city(), LocalDateTime.parse(local), place.zone());
  }

  static Leg flight(String number, Stop from, Stop to) {
    return new Leg(Means.FLIGHT, from, to, "XX", number, null, "", "", "", 0);
  }

  private static List<Sort> sorts(Leg... legs) {
    return new Journey(List.of(legs)).findings(List.of()).stream().map(Finding::sort).toList();
  }

  @Test
  void aNightFlightOverTheChangeOfTheClocksTakesAnHourLess() {
    // Madrid goes to summer time on 28 March 2027 at 02:00
    var leg = flight("1", at("LPA", "2027-03-27T23:30"), at("MAD", "2027-03-28T04:15"));
    assertThat(leg.length()).isEqualTo(Duration.ofMinutes(2 * 60 + 45));
    assertThat(leg.days()).isEqualTo(1);
  }

  @Test
  void overTheDateLineItArrivesTheDayBeforeItLeft() {
    var leg = flight("2", at("AKL", "2027-04-03T10:00"), at("HNL", "2027-04-02T19:50"));
    assertThat(leg.days()).isEqualTo(-1);
    assertThat(leg.length()).isEqualTo(Duration.ofMinutes(8 * 60 + 50));
    assertThat(leg.shift()).isEqualTo(Duration.ofHours(-23));
  }

  @Test
  void anHourThatNeverComesAndOneThatComesTwiceAreFound() {
    assertThat(sorts(flight("1", at("MAD", "2027-03-28T02:30"), at("BCN", "2027-03-28T05:00"))))
        .containsExactly(Sort.NEVER);
    assertThat(sorts(flight("1", at("MAD", "2027-10-31T02:30"), at("BCN", "2027-10-31T04:00"))))
        .containsExactly(Sort.TWICE);
  }

  @Test
  void aConnectionIsCountedByWhereItLeads() {
    var home = flight("1", at("VLC", "2027-03-01T08:00"), at("MAD", "2027-03-01T09:00"));
    assertThat(
            sorts(home, flight("2", at("MAD", "2027-03-01T09:45"), at("BIO", "2027-03-01T11:00"))))
        .isEmpty();
    assertThat(
            sorts(home, flight("2", at("MAD", "2027-03-01T09:44"), at("BIO", "2027-03-01T11:00"))))
        .containsExactly(Sort.CONNECTION);
    assertThat(
            sorts(home, flight("2", at("MAD", "2027-03-01T10:29"), at("FRA", "2027-03-01T13:00"))))
        .containsExactly(Sort.CONNECTION);
    assertThat(
            sorts(home, flight("2", at("MAD", "2027-03-01T10:30"), at("FRA", "2027-03-01T13:00"))))
        .isEmpty();
  }

  @Test
  void whatIsAtOnceAndWhatGoesOnFromElsewhereIsFound() {
    var one = flight("1", at("VLC", "2027-03-01T08:00"), at("LHR", "2027-03-01T10:00"));
    assertThat(
            sorts(one, flight("2", at("VLC", "2027-03-01T09:00"), at("MAD", "2027-03-01T10:00"))))
        .containsExactly(Sort.OVERLAP);
    assertThat(
            sorts(one, flight("2", at("LGW", "2027-03-01T15:00"), at("JFK", "2027-03-01T18:00"))))
        .containsExactly(Sort.ELSEWHERE);
  }

  @Test
  void aMeetingBeforeTheArrivalIsFound() {
    var leg = flight("1", at("VLC", "2027-03-01T08:00"), at("FRA", "2027-03-01T10:30"));
    var during = new Meeting("Feria", Instant.parse("2027-03-01T09:00:00Z"));
    var after = new Meeting("Feria", Instant.parse("2027-03-01T09:30:00Z"));
    var journey = new Journey(List.of(leg));
    assertThat(journey.findings(List.of(during, after)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.sort()).isEqualTo(Sort.MEETING));
  }

  @Test
  void aDocumentLastsSixMonthsBeyondTheJourney() {
    var journey =
        new Journey(
            List.of(flight("1", at("VLC", "2027-03-01T08:00"), at("FRA", "2027-03-01T10:30"))));
    assertThat(journey.expires("Ana", LocalDate.of(2027, 9, 1))).isEmpty();
    assertThat(journey.expires("Ana", LocalDate.of(2027, 8, 31)))
        .get()
        .extracting(Finding::grave)
        .isEqualTo(false);
    assertThat(journey.expires("Ana", LocalDate.of(2027, 2, 28)))
        .get()
        .extracting(Finding::grave)
        .isEqualTo(true);
  }

  /** Of places that are no airports nobody knows the country. */
  @Test
  void aTrainWithinTheCountryAsksForNoPassport() {
    var madrid = ZoneId.of("Europe/Madrid");
    var from =
        new Stop("", "Valencia Joaquín Sorolla", LocalDateTime.parse("2027-03-01T08:00"), madrid);
    var to =
        new Stop("", "Madrid Puerta de Atocha", LocalDateTime.parse("2027-03-01T10:00"), madrid);
    var train = new Leg(Means.TRAIN, from, to, "AVE", "5071", null, "", "", "", 0);
    assertThat(new Journey(List.of(train)).expires("••••21", LocalDate.of(2027, 3, 2))).isEmpty();
  }

  @Test
  void aTownOfThreeLettersIsNoAirportFarAway() {
    assertThat(typed("train", "Ulm", "Europe/Berlin").from().code()).isEmpty();
    assertThat(typed("train", "Ulm", "Europe/Berlin").from().zone().getId())
        .isEqualTo("Europe/Berlin");
    assertThat(typed("train", "FRA", "").from().code()).isEqualTo("FRA");
    assertThat(typed("flight", "vlc", "").from().code()).isEqualTo("VLC");
  }

  private static Leg typed(String means, String from, String zone) {
    var form =
        new LegForm(
            means,
            from,
            "2027-03-01T08:00",
            zone,
            "München (MUC)",
            "2027-03-01T12:00",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "");
    return java.util.Objects.requireNonNull(
        form.read("", new org.diestra.platform.base.Problems()));
  }

  @Test
  void outAndBackAreTwoRunsAndChangesAreCountedWithin() {
    var journey =
        new Journey(
            List.of(
                flight("1", at("VLC", "2027-03-01T08:00"), at("MAD", "2027-03-01T09:00")),
                flight("2", at("MAD", "2027-03-01T11:00"), at("FRA", "2027-03-01T13:40")),
                flight("3", at("FRA", "2027-03-04T11:00"), at("VLC", "2027-03-04T13:30"))));
    assertThat(journey.runs()).hasSize(2);
    assertThat(journey.changes()).isEqualTo(1);
  }

  @Test
  void distancesAndCarbonAreThoseOfTheGreatCircle() {
    var lhr = Places.find("LHR").orElseThrow();
    assertThat(lhr.distanceTo(Places.find("jfk").orElseThrow())).isCloseTo(5540, within(15.0));
    var far = flight("1", at("MAD", "2027-03-01T08:00"), at("NRT", "2027-03-02T07:00"));
    var near = flight("1", at("VLC", "2027-03-01T08:00"), at("FRA", "2027-03-01T10:30"));
    assertThat(Carbon.of(far))
        .get()
        .satisfies(c -> {
          assertThat(c.factor()).isEqualTo("journeys.factor.long");
          assertThat(c.kg()).isBetween(1200L, 1300L);
        });
    assertThat(Carbon.of(near)).get().extracting(Carbon::factor).isEqualTo("journeys.factor.short");
    var zone = ZoneId.of("Europe/Madrid");
    var train =
        new Leg(
            Means.TRAIN,
            new Stop("", "València", LocalDateTime.parse("2027-03-01T08:00"), zone),
            new Stop("", "Madrid", LocalDateTime.parse("2027-03-01T09:50"), zone),
            "AVE",
            "5071",
            null,
            "",
            "",
            "",
            0);
    assertThat(Carbon.of(train)).isEmpty();
    assertThat(new Journey(List.of(train)).uncounted()).isEqualTo(1);
  }

  @Test
  void everyAirportHasAZoneThatIsKnown() {
    assertThat(Places.find("APW"))
        .get()
        .extracting(Place::zone)
        .isEqualTo(ZoneId.of("Pacific/Apia"));
    assertThat(Places.find("ZZZ1")).isEmpty();
    assertThat(Places.find("???")).isEmpty();
  }
}
