package org.diestra.office.travel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What both sides see of a trip in each of its states, and what their forms are answered. */
class TravelPagesTests extends TripDesk {

  private String base() {
    return "/w/" + room + "/travel";
  }

  private static String where(org.springframework.mock.web.MockHttpServletResponse answer) {
    assertThat(answer.getStatus()).isEqualTo(302);
    return String.valueOf(answer.getRedirectedUrl());
  }

  private String ask() throws Exception {
    return where(
        send(
            owner,
            base(),
            "title",
            "Feria del Libro",
            "travellers",
            "Lucía",
            "heads",
            "2",
            "origin",
            "Valencia",
            "destination",
            "Fráncfort",
            "leaves",
            "2083-03-27",
            "returns",
            "2083-03-31",
            "flexible",
            "1",
            "budget",
            "600",
            "currency",
            "EUR",
            "cabin",
            "economy",
            "notes",
            "Antes de las 15:00",
            "key",
            org.diestra.platform.base.Ids.text(org.diestra.platform.base.Ids.fresh()),
            "loyalty",
            "IB 123",
            "holder-0",
            "Lucía",
            "kind-0",
            "passport",
            "document-0",
            "PAB7654321",
            "country-0",
            "España",
            "expires-0",
            "2086-01-01"));
  }

  private void option(String trip, String name, String total) throws Exception {
    where(
        send(
            assistant,
            trip + "/options",
            "do",
            "keep",
            "name",
            name,
            "total",
            total,
            "currency",
            "EUR",
            "valid",
            "2099-01-01T10:00",
            "rules",
            "Cambio 60 €",
            "baggage",
            "Una maleta",
            "source",
            "lufthansa.example",
            "unfit",
            "",
            "means-0",
            "flight",
            "from-0",
            "vlc",
            "leaves-0",
            "2083-03-27T10:15",
            "to-0",
            "FRA",
            "arrives-0",
            "2083-03-27T12:40",
            "carrier-0",
            "LH",
            "number-0",
            "1165",
            "means-1",
            "train",
            "from-1",
            "Frankfurt Hbf",
            "leaves-1",
            "2083-03-27T14:00",
            "fromZone-1",
            "Europe/Berlin",
            "to-1",
            "Messe",
            "arrives-1",
            "2083-03-27T14:10",
            "toZone-1",
            "europe/berlin",
            "km-1",
            "4"));
  }

  private String seen(String trip) throws Exception {
    return String.valueOf(version(TripId.of(trip.substring(trip.lastIndexOf('/') + 1))));
  }

  @Test
  void aTripIsAskedForComparedChosenAuthorisedAndBookedByForms() throws Exception {
    assertThat(text(owner, base())).contains(base() + "/new");
    assertThat(text(assistant, base() + "/new")).contains("loyalty");
    var trip = ask();
    assertThat(text(assistant, "/home")).contains(trip);
    assertThat(text(assistant, trip)).contains("••••21").doesNotContain("7654321");
    where(send(assistant, trip + "/research", "seen", "1"));
    assertThat(text(assistant, trip + "/options/new")).contains("leaves-0");
    option(trip, "Directo", "500,00");
    option(trip, "Por Múnich", "620,00");
    assertThat(text(assistant, trip)).contains("Directo", "LH 1165", "GMT+1", "kg");
    where(send(assistant, trip + "/sheet", "seen", seen(trip)));
    assertThat(text(assistant, trip)).doesNotContain("/choice");
    var sheet = text(owner, trip);
    assertThat(sheet).contains("/choice", "trip-bar flight", "DESNZ");
    assertThat(text(owner, "/home")).contains(trip);
    var option = first(TripId.of(trip.substring(trip.lastIndexOf('/') + 1)));
    var seen = seen(trip);
    where(send(owner, trip + "/choice", "seen", seen, "option", option.toString()));
    assertThat(send(owner, trip + "/choice", "seen", seen, "option", option.toString()).getStatus())
        .isEqualTo(409);
    assertThat(text(owner, trip)).contains("/authorisation");
    assertThat(send(owner, trip + "/authorisation", "seen", seen(trip), "most", "499").getStatus())
        .isEqualTo(422);
    where(send(owner, trip + "/authorisation", "seen", seen(trip), "most", "560"));
    assertThat(text(assistant, trip)).contains("/booking");
    where(send(assistant, trip + "/booking", "seen", seen(trip), "price", "530"));
    assertThat(text(owner, trip)).contains("530");
    assertThat(text(assistant, trip)).contains("/sheet");
    assertThat(text(assistant, trip + "/options/" + option)).contains("530");
    where(send(owner, trip + "/cancellation", "seen", seen(trip), "reason", "Demasiado caro"));
    assertThat(text(owner, trip)).contains("Demasiado caro");
    assertThat(text(owner, base() + "?over=true")).contains(trip);
  }

  @Test
  void whatWasTypedStaysAndIsSaidToBeMended() throws Exception {
    var answer = send(owner, base(), "title", "Feria <b>", "leaves", "ayer", "currency", "XXX");
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("Feria &lt;b>");
    var trip = ask();
    where(send(assistant, trip + "/research", "seen", "1"));
    var option =
        send(assistant, trip + "/options", "name", "A", "from-0", "VLC", "to-0", "Nirgends");
    assertThat(option.getStatus()).isEqualTo(422);
    assertThat(option.getContentAsString()).contains("Nirgends", "toZone-0-why");
    var more = send(assistant, trip + "/options", "do", "more", "name", "A", "from-0", "VLC");
    assertThat(more.getContentAsString()).contains("from-1");
    where(
        send(
            owner,
            trip + "/edit",
            "seen",
            "2",
            "title",
            "Otra feria",
            "travellers",
            "Ana",
            "origin",
            "A",
            "destination",
            "B",
            "leaves",
            "2083-03-27",
            "currency",
            "EUR"));
    assertThat(text(owner, trip)).contains("Otra feria");
  }
}
