package org.diestra.office.travel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.diestra.platform.mail.LastMail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a trip asks of the client, decided by a link in a mail. */
class TravelTapTests extends TripDesk {
  @Autowired Itinerary itinerary;

  private String link() {
    mover.skipTo(clock.instant().plusSeconds(2));
    return LastMail.to(jdbc, owner.email()).orElseThrow().link("/tap/");
  }

  private String look(String link) throws Exception {
    var answer = mvc.perform(get(link)).andReturn().getResponse();
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString(UTF_8);
  }

  private int press(String link, String choice) throws Exception {
    return mvc.perform(post(link).param("choice", choice).with(csrf()))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  @Test
  void anOptionIsChosenAndNothingIsAuthorised() throws Exception {
    var id = sent();
    var link = link();
    assertThat(look(link)).contains("Directo", "Con más equipaje", "LH 1165", "VLC");
    assertThat(press(link, first(id).toString())).isEqualTo(200);
    assertThat(read(id)).isInstanceOf(Trip.Chosen.class);
    assertThat(press(link, first(id).toString())).isEqualTo(410);
  }

  @Test
  void aSheetThatWasGivenBackIsOver() throws Exception {
    var id = sent();
    var link = link();
    as(owner, () -> decisions.giveBack(desk(owner), id, version(id), "Otra hora").orFail());
    assertThat(press(link, first(id).toString())).isEqualTo(410);
    assertThat(read(id)).isInstanceOf(Trip.Researching.class);
  }

  @Test
  void aChangeIsAllowedOrRefused() throws Exception {
    var id = authorised(55_000);
    book(id, 50_000);
    var kept = as(owner, () -> itinerary.of(read(id))).getFirst();
    var later = flight("LH1165", "VLC", "2083-03-27T14:15", "FRA", "2083-03-27T16:40");
    as(
        assistant,
        () -> itinerary.change(desk(assistant), id, kept.id(), kept.version(), later).orFail());
    var link = link();
    assertThat(look(link)).contains("14:15");
    assertThat(press(link, "refuse")).isEqualTo(200);
    assertThat(as(owner, () -> itinerary.waiting(read(id)))).isEmpty();
    assertThat(as(owner, () -> itinerary.of(read(id))).getFirst().leg().from().local())
        .isEqualTo("2083-03-27T10:15");
    assertThat(press(link, "allow")).isEqualTo(410);
  }
}
