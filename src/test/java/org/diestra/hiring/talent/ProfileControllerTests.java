package org.diestra.hiring.talent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.StatementCount;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HouseTest
class ProfileControllerTests {
  private static final String SCRIPT = "<script>alert(1)</script>";
  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Assistants assistants;
  @Autowired Profiles profiles;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/basics",
        "/areas",
        "/areas/data-entry",
        "/languages",
        "/hours",
        "/rate",
        "/services",
        "/services/new",
        "/history",
        "/history/new",
        "/address"
      })
  void eachPageOpensOnTheFirstVisitAndOnlyForAssistants(String page) throws Exception {
    var ana = people.assistant("Ana");
    assertThat(send(get("/profile" + page), ana).getStatus()).isEqualTo(200);
    var paul = people.client("Paul");
    assertThat(send(get("/profile" + page), paul).getStatus())
        .isEqualTo(page.isEmpty() ? 200 : 404);
  }

  @Test
  void aClientBeginsToOfferServices() throws Exception {
    var paul = people.client("Paul");
    assertThat(send(get("/profile"), paul).getContentAsString()).contains("Begin my profile");
    assertThat(send(post("/profile"), paul).getRedirectedUrl()).isEqualTo("/profile");
    assertThat(send(get("/profile/basics"), paul).getStatus()).isEqualTo(200);
  }

  @Test
  void theGuideLeadsToWhatIsMissingAndWhy() throws Exception {
    var ana = assistants.draft("Ana");
    var page = send(get("/profile"), ana).getContentAsString();
    assertThat(page)
        .contains("href=\"/profile/languages\"", "Casi todos los encargos piden un idioma")
        .doesNotContain("Publicar mi perfil</button>");
    assertThat(send(post("/profile/publication"), ana).getRedirectedUrl()).isEqualTo("/profile");
    assertThat(profiles.of(ana).published()).isFalse();
  }

  @Test
  void whatWasTypedComesBackWithTheProblemAtItsField() throws Exception {
    var ana = assistants.draft("Ana");
    var tooLong = "a".repeat(101);
    var answer =
        send(post("/profile/basics").param("title", tooLong).param("summary", SCRIPT), ana);
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains(tooLong, "&lt;script&gt;", "id=\"title-why\"", "href=\"#title\"")
        .doesNotContain(SCRIPT);
  }

  @Test
  void aHugeTextIsRefusedAtItsField() throws Exception {
    var ana = assistants.draft("Ana");
    var answer =
        send(
            post("/profile/basics").param("title", "T").param("summary", "x".repeat(200_000)), ana);
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("id=\"summary-why\"");
  }

  @Test
  void hostileTextStaysTextOnEveryPage() throws Exception {
    var ana = assistants.draft("Ana");
    save(ana, "/profile/basics", "title", SCRIPT, "summary", SCRIPT + "\u0000");
    save(ana, "/profile/areas/admin", "years", "3", "tools", SCRIPT);
    save(
        ana,
        "/profile/services",
        "title",
        SCRIPT,
        "included",
        SCRIPT,
        "amount",
        "10",
        "currency",
        "EUR",
        "days",
        "3");
    save(
        ana,
        "/profile/history",
        "title",
        SCRIPT,
        "employer",
        SCRIPT,
        "fromMonth",
        "3",
        "fromYear",
        "2019",
        "what",
        SCRIPT);
    for (var page : List.of("", "/basics", "/areas", "/areas/admin", "/services", "/history")) {
      assertThat(send(get("/profile" + page), ana).getContentAsString())
          .as(page)
          .contains("&lt;script")
          .doesNotContain(SCRIPT);
    }
  }

  @Test
  void aWeekIsSavedFromPlainFields() throws Exception {
    var ana = assistants.draft("Ana");
    var answer =
        send(
            post("/profile/hours")
                .param("day", "1", "1", "2")
                .param("from", "8", "14", "")
                .param("to", "12", "18", "")
                .param("freeHours", "20"),
            ana);
    assertThat(answer.getRedirectedUrl()).isEqualTo("/profile");
    assertThat(profiles.of(ana).week().size()).isEqualTo(8);
    assertThat(send(get("/profile/hours"), ana).getContentAsString())
        .contains("value=\"14\"", "value=\"18\"");
  }

  @Test
  void aWrongWeekKeepsItsLines() throws Exception {
    var ana = assistants.draft("Ana");
    var answer =
        send(
            post("/profile/hours")
                .param("day", "3", "4")
                .param("from", "18", "")
                .param("to", "9", ""),
            ana);
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("id=\"week-why\"", "value=\"18\"");
  }

  @Test
  void somebodyElsesItemsAreNotThere() throws Exception {
    var ana = assistants.draft("Ana");
    assistants.serves(ana, "Ten posts", Money.of(9000, "EUR"));
    var here = "/profile/services/" + profiles.of(ana).services().getFirst().id();
    var bea = assistants.draft("Bea");
    assertThat(send(get(here), ana).getStatus()).isEqualTo(200);
    assertThat(send(get(here), bea).getStatus()).isEqualTo(404);
    var fields =
        post(here)
            .param("title", "Mine")
            .param("included", "x")
            .param("amount", "1")
            .param("currency", "EUR")
            .param("days", "1");
    assertThat(send(fields, bea).getStatus()).isEqualTo(404);
    assertThat(send(post(here + "/removal"), bea).getStatus()).isEqualTo(404);
    assertThat(send(post(here + "/return"), bea).getStatus()).isEqualTo(404);
    assertThat(send(get("/profile/services/nonsense"), ana).getStatus()).isEqualTo(404);
    assertThat(send(get("/profile/areas/gardening"), ana).getStatus()).isEqualTo(404);
  }

  @Test
  void guestsAreLedToTheSignIn() throws Exception {
    assertThat(mvc.perform(get("/profile")).andReturn().getResponse().getRedirectedUrl())
        .startsWith("/login");
  }

  @Test
  void theFrontPageCostsAFixedNumberOfStatements() throws Exception {
    var ana = assistants.draft("Ana");
    var bea = assistants.published("Bea");
    for (int i = 0; i < 5; i++) {
      assistants.serves(bea, "Service " + i, Money.of(1000, "EUR"));
    }
    var empty = StatementCount.during(() -> send(get("/profile"), ana));
    var full = StatementCount.during(() -> send(get("/profile"), bea));
    assertThat(full).hasSameSizeAs(empty);
  }

  private void save(Viewer viewer, String path, String... fields) throws Exception {
    var request = post(path);
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    assertThat(send(request, viewer).getStatus()).as(path).isEqualTo(302);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Viewer viewer)
      throws Exception {
    return mvc.perform(request.with(signedIn(viewer)).with(csrf())).andReturn().getResponse();
  }
}
