package org.diestra.hiring.assistants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.StatementCount;
import org.diestra.hiring.talent.AssistantCard;
import org.diestra.hiring.talent.Assistants;
import org.diestra.hiring.talent.Talent;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Money;
import org.diestra.platform.exchange.Exchange;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
class AssistantsControllerTests {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  @Autowired MockMvc mvc;
  @Autowired Assistants assistants;
  @Autowired Talent talent;
  @Autowired Lookup lookup;
  @Autowired Exchange exchange;

  @Test
  void aPageSaysWhoSomebodyIsToPeopleAndToSearchEngines() throws Exception {
    var ana = assistants.published("Ana Torres");
    var card = card(ana);
    var page = guest(card.href()).getContentAsString();
    assertThat(page)
        .contains("<h1>Ana Torres</h1>", "New here", "€12.00 an hour", "Said, not shown yet")
        .contains("<strong>carefully</strong>")
        .contains("rel=\"canonical\"", "hreflang=\"es\"", "og:description")
        .contains("\"@type\":\"ProfilePage\"", "\"jobTitle\":\"Good hands for bookkeeping\"");
    assertThat(guest(card.href() + "?lang=es").getContentAsString()).contains("Recién aquí");
  }

  @Test
  void aDraftIsThereForItsOwnerAlone() throws Exception {
    var ana = assistants.draft("Ana");
    var href = card(ana).href();
    assertThat(guest(href).getStatus()).isEqualTo(404);
    var own = mvc.perform(get(href).with(signedIn(ana))).andReturn().getResponse();
    assertThat(own.getContentAsString()).contains("De momento solo la ves tú", "noindex");
    var other = mvc.perform(get(href).with(signedIn(assistants.draft("Bea")))).andReturn();
    assertThat(other.getResponse().getStatus()).isEqualTo(404);
    assertThat(
            guest("/assistants/nobody-" + UUID.randomUUID().toString().substring(0, 8)).getStatus())
        .isEqualTo(404);
  }

  @Test
  void anOldAddressLeadsOn() throws Exception {
    var ana = assistants.published("Ana");
    var old = card(ana).href();
    var fresh = "ana-" + ana.id().toString().toLowerCase(java.util.Locale.ROOT).substring(0, 15);
    mvc.perform(post("/profile/address").param("handle", fresh).with(signedIn(ana)).with(csrf()));
    var answer = guest(old);
    assertThat(answer.getStatus()).isEqualTo(301);
    assertThat(answer.getRedirectedUrl()).isEqualTo("/assistants/" + fresh);
  }

  @Test
  void hostileTextStaysTextInTheDataForSearchEnginesToo() throws Exception {
    var ana = assistants.published("Ana");
    var script = "</script><script>alert(1)</script>";
    mvc.perform(
        post("/profile/basics")
            .param("title", script)
            .param("summary", script + " [x](javascript:alert(1))")
            .with(signedIn(ana))
            .with(csrf()));
    assertThat(guest(card(ana).href()).getContentAsString())
        .doesNotContain(script, "<script>alert", "href=\"javascript:")
        .contains("\\u003c/script\\u003e");
  }

  @Test
  void theListFindsByWordsAndFilters() throws Exception {
    var word = "q" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    var cheap = named(assistants.published("Ana", Area.BLOG, Money.of(900, "EUR")), word);
    var dear = named(assistants.published("Bea", Area.BLOG, Money.of(1900, "EUR")), word);
    var pesos = named(assistants.published("Carla", Area.BLOG, Money.of(900, "COP")), word);
    assertThat(await("q=" + word, 3)).contains(cheap, dear, pesos);
    assertThat(await("q=" + word + "&max=12", 2)).contains(cheap, pesos);
    assertThat(await("q=" + word + "&max=45000&currency=COP", 2)).contains(cheap, pesos);
    assertThat(await("q=" + word + "&max=45000&currency=XAU", 3)).contains(dear);
    assertThat(await("q=" + word + "&area=blog&language=es&level=C2&years=6&free=20", 3))
        .contains(cheap);
    assertThat(guest("/assistants?q=" + word + "&area=travel").getContentAsString())
        .contains("Nobody fits all of that");
    assertThat(
            guest("/assistants?q=" + word + "&shared=20&from=15&to=20&zone=Europe/Madrid")
                .getContentAsString())
        .contains("25 hours a week shared with yours"); // in summer and in winter
  }

  @Test
  void withoutAnIndexTheLatestAreNarrowedAlike() {
    var word = "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    var ana = assistants.published("Ana", Area.TRAVEL, Money.of(900, "EUR"));
    named(ana, word);
    var card = card(ana);
    var today = java.time.LocalDate.of(2026, 11, 24);
    assertThat(
            Fitting.fits(card, wanted(Map.of("q", List.of(word.toUpperCase()))), today, exchange))
        .isTrue();
    for (var asked :
        List.of(
            Map.of("q", List.of(word + " nothing")),
            Map.of("area", List.of("blog")),
            Map.of("max", List.of("8.99")),
            Map.of("language", List.of("en"), "level", List.of("C1")),
            Map.of("years", List.of("7")),
            Map.of("free", List.of("21")),
            Map.of("rating", List.of("1")),
            Map.of("shared", List.of("10"), "from", List.of("6"), "to", List.of("12")))) {
      assertThat(Fitting.fits(card, wanted(asked), today, exchange)).as(asked.toString()).isFalse();
    }
    assertThat(Fitting.fits(card, wanted(Map.of("max", List.of("9"))), today, exchange)).isTrue();
  }

  @Test
  void theListCostsAFixedNumberOfStatements() throws Exception {
    for (int i = 0; i < 5; i++) {
      assistants.published("Ana " + i);
    }
    var nobody = "/assistants?q=" + UUID.randomUUID();
    guest("/assistants");
    var empty = StatementCount.during(() -> guest(nobody));
    var full = StatementCount.during(() -> guest("/assistants"));
    assertThat(empty).hasSize(1);
    assertThat(full).hasSize(5);
  }

  @Test
  void onePersonsPageCostsAFixedNumberOfStatements() throws Exception {
    var ana = assistants.published("Ana");
    var href = card(ana).href();
    var few = StatementCount.during(() -> guest(href));
    for (int i = 0; i < 5; i++) {
      assistants.serves(ana, "Service " + i, Money.of(1000, "EUR"));
    }
    assertThat(StatementCount.during(() -> guest(href))).hasSameSizeAs(few);
  }

  @Test
  void hostileSearchesAnswerAll() throws Exception {
    for (var query :
        List.of(
            "q=%00%1F%EF%BF%BE",
            "q=" + "a%20".repeat(3000),
            "area=%3Cscript%3E&zone=%22",
            "max=1e99",
            "after=%22%3Cscript%3E",
            "shared=-1&from=99&to=-4",
            "q=%22%3E%3Cscript%3Ealert(1)")) {
      var answer = guest("/assistants?" + query);
      assertThat(answer.getStatus()).as(query).isEqualTo(200);
      assertThat(answer.getContentAsString()).doesNotContain("<script>alert", "\"><script");
    }
  }

  private PersonId named(Viewer viewer, String word) {
    try {
      mvc.perform(
          post("/profile/basics")
              .param("title", "Writes " + word)
              .with(signedIn(viewer))
              .with(csrf()));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return viewer.id();
  }

  /** Who is found, once the index has followed. */
  private List<PersonId> await(String query, int count) throws Exception {
    var wanted =
        wanted(
            java.util.Arrays.stream(query.split("&"))
                .map(part -> part.split("="))
                .collect(
                    java.util.stream.Collectors.toMap(part -> part[0], part -> List.of(part[1]))));
    for (int tries = 0; tries < 100; tries++) {
      var found = lookup.page(wanted, null).cards();
      if (found.size() == count) {
        return found.stream().map(AssistantCard::id).toList();
      }
      Thread.sleep(Duration.ofMillis(100));
    }
    throw new AssertionError(query + " finds " + lookup.page(wanted, null).cards());
  }

  private static Wanted wanted(Map<String, List<String>> query) {
    return Wanted.read(query, MADRID);
  }

  private AssistantCard card(Viewer viewer) {
    var card = talent.cards(List.of(viewer.id())).get(viewer.id());
    assertThat(card).isNotNull();
    return card;
  }

  private MockHttpServletResponse guest(String address) throws Exception {
    return mvc.perform(get(java.net.URI.create(address))).andReturn().getResponse();
  }
}
