package org.diestra.hiring.watches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.hiring.talent.Assistants;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.search.Criteria;
import org.diestra.platform.search.Kind;
import org.diestra.platform.search.Search;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HouseTest
class WatchesTests {
  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Assistants assistants;
  @Autowired WatchStore store;
  @Autowired Lookout lookout;
  @Autowired Search search;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  @Test
  void whatIsNewIsToldOnce() throws Exception {
    var paul = people.client("Paul");
    var word = "z" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    assertThat(keep(paul, "q=" + word).getRedirectedUrl()).isEqualTo("/assistants?q=" + word);
    lookout.look(clock.instant());
    assertThat(news(paul)).isEmpty();
    publish(word);
    lookout.look(clock.instant());
    assertThat(news(paul)).containsExactly("/assistants?q=" + word + "&sort=newest");
    lookout.look(clock.instant());
    assertThat(news(paul)).hasSize(1);
  }

  @Test
  void whatWasThereBeforeIsNoNews() throws Exception {
    var paul = people.client("Paul");
    var word = "z" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    publish(word);
    keep(paul, "q=" + word);
    lookout.look(clock.instant());
    assertThat(news(paul)).isEmpty();
  }

  @Test
  void theSameSearchIsKeptOnceHoweverItIsWritten() throws Exception {
    var paul = people.client("Paul");
    keep(paul, "area=blog&max=12.00&sort=rate&after=x&nonsense=1");
    keep(paul, "max=12,00&area=blog");
    assertThat(store.of(paul.id()))
        .extracting(Watch::query, Watch::name)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "area=blog&max=12.00", "Blog writing, up to €12.00 an hour"));
  }

  @Test
  void aSearchForNothingIsNotKept() throws Exception {
    var paul = people.client("Paul");
    assertThat(keep(paul, "sort=newest&max=cheap").getRedirectedUrl()).isEqualTo("/assistants");
    keep(paul, "q=" + "x".repeat(3000));
    keep(paul, "%%%=%zz&=&&&");
    assertThat(store.of(paul.id())).isEmpty();
    assertThat(
            send(post("/searches").param("kind", "cars").param("query", "q=a"), paul).getStatus())
        .isEqualTo(404);
  }

  @Test
  void thereIsRoomForSoMany() throws Exception {
    var paul = people.client("Paul");
    for (int i = 0; i <= Watches.MOST; i++) {
      keep(paul, "q=word" + i);
    }
    assertThat(store.of(paul.id())).hasSize(Watches.MOST);
  }

  @Test
  void aSearchIsRenamedRemovedAndBroughtBack() throws Exception {
    var paul = people.client("Paul");
    keep(paul, "q=ledger");
    var here = "/searches/" + store.of(paul.id()).getFirst().id();
    assertThat(send(post(here).param("name", "<b>Books</b>"), paul).getStatus()).isEqualTo(302);
    assertThat(send(get("/searches"), paul).getContentAsString())
        .contains("&lt;b&gt;Books", "“ledger”")
        .doesNotContain("<b>Books");
    var empty = send(post(here).param("name", " "), paul);
    assertThat(empty.getStatus()).isEqualTo(422);
    assertThat(send(post(here).param("name", "x".repeat(81)), paul).getContentAsString())
        .contains("x".repeat(81), "aria-invalid=\"true\"");
    send(post(here + "/removal"), paul);
    assertThat(store.of(paul.id())).isEmpty();
    send(post(here + "/return"), paul);
    assertThat(store.of(paul.id())).hasSize(1);
  }

  @Test
  void nobodyElseTouchesASearch() throws Exception {
    var paul = people.client("Paul");
    keep(paul, "q=ledger");
    var here = "/searches/" + store.of(paul.id()).getFirst().id();
    var eve = people.client("Eve");
    for (var place : List.of(here, here + "/removal", here + "/return")) {
      assertThat(send(post(place).param("name", "Mine"), eve).getStatus()).isEqualTo(404);
    }
    assertThat(send(get("/searches"), eve).getContentAsString()).doesNotContain("ledger");
  }

  private void publish(String word) throws Exception {
    var ana = assistants.published("Ana");
    send(post("/profile/basics").param("title", "Writes " + word), ana);
    var asked = Criteria.of(Kind.ASSISTANT).words(word).build();
    for (int tries = 0; tries < 100; tries++) {
      if (search.find(asked).map(found -> found.total() == 1).orElse(false)) {
        return;
      }
      Thread.sleep(Duration.ofMillis(100));
    }
    throw new AssertionError("the index does not follow");
  }

  private List<String> news(Viewer viewer) {
    return jdbc.sql(
            "select href from notifications.notice where recipient = :person and kind = :kind")
        .param("person", viewer.id().value())
        .param("kind", Lookout.KIND)
        .query((row, n) -> row.getString("href"))
        .list();
  }

  private MockHttpServletResponse keep(Viewer viewer, String query) throws Exception {
    return send(post("/searches").param("kind", "assistants").param("query", query), viewer);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Viewer viewer)
      throws Exception {
    return mvc.perform(request.with(signedIn(viewer)).with(csrf())).andReturn().getResponse();
  }
}
