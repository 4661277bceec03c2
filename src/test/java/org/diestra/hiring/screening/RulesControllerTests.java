package org.diestra.hiring.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Locale;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HouseTest
class RulesControllerTests {
  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Screening screening;
  @Autowired RuleStore store;
  private final String word = "zz" + UUID.randomUUID().toString().replace("-", "");
  private Viewer operator;

  @BeforeEach
  void operator() {
    operator = people.operator("Olga");
  }

  @Test
  void onlyOperatorsSeeTheRules() throws Exception {
    assertThat(
            mvc.perform(get("/operator/rules").with(signedIn(people.client("Lucía"))))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(404);
    assertThat(answer(get("/operator/rules")).getContentAsString()).contains("E-mail address");
  }

  @Test
  void aRuleHoldsFromTheMomentItIsSavedUntilItIsSwitchedOff() throws Exception {
    assertThat(answer(rule(post("/operator/rules"), word, "true", "0")).getStatus()).isEqualTo(302);
    assertThat(screening.check("They said " + word + ".", Place.JOB))
        .singleElement()
        .satisfies(f -> assertThat(f.action()).isEqualTo(Action.WARN))
        .satisfies(f -> assertThat(f.excerpt()).isEqualTo(word));
    assertThat(screening.check("They said " + word, Place.BID)).isEmpty();
    var id = store.all().stream().filter(r -> r.name().equals(word)).findFirst().orElseThrow().id();

    assertThat(answer(rule(post("/operator/rules/" + id), word, "", "1")).getStatus())
        .isEqualTo(302);
    assertThat(screening.check("They said " + word, Place.JOB)).isEmpty();
    var late = answer(rule(post("/operator/rules/" + id), word, "true", "1"));
    assertThat(late.getStatus()).isEqualTo(409);
    assertThat(answer(post("/operator/rules/" + id + "/removal")).getStatus()).isEqualTo(302);
    assertThat(answer(get("/operator/rules/" + id)).getStatus()).isEqualTo(404);
  }

  @Test
  void anUnusablePhraseIsNamedAndKept() throws Exception {
    var answer = answer(rule(post("/operator/rules"), "* ...", "true", "0"));
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("This phrase can't be used: “* ...”");
  }

  @Test
  void aNameIsTakenOnce() throws Exception {
    var answer = answer(rule(post("/operator/rules"), word, "true", "0"));
    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(answer(rule(post("/operator/rules"), word, "true", "0")).getStatus()).isEqualTo(422);
  }

  @Test
  void aTextCanBeTried() throws Exception {
    var page =
        answer(
            post("/operator/rules/trial").param("text", "Send me a <b>mail</b>: ana@example.org"));
    assertThat(page.getContentAsString())
        .contains("E-mail address", "<q class=\"quiet\">ana@example.org</q>")
        .doesNotContain("<b>mail</b>");
  }

  @Test
  void theRulesOfANewHouseHaveANameInSpanish() {
    var first = store.all().stream().filter(r -> r.name().equals("Link")).findFirst().orElseThrow();
    assertThat(first.called(Locale.of("es"))).isEqualTo("Enlace");
    assertThat(first.called(Locale.ENGLISH)).isEqualTo("Link");
  }

  @Test
  void aRuleWithoutASpanishNameGoesByItsOwn() throws Exception {
    answer(rule(post("/operator/rules"), word, "true", "0"));
    var own = store.all().stream().filter(r -> r.name().equals(word)).findFirst().orElseThrow();
    assertThat(own.called(Locale.of("es"))).isEqualTo(word);
  }

  private MockHttpServletRequestBuilder rule(
      MockHttpServletRequestBuilder to, String phrase, String active, String version) {
    return to.param("name", word)
        .param("detector", "phrases")
        .param("phrases", phrase)
        .param("places", "job")
        .param("action", "warn")
        .param("english", "Say it otherwise.")
        .param("spanish", "Dilo de otro modo.")
        .param("active", active)
        .param("version", version);
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.with(signedIn(operator)).with(csrf())).andReturn().getResponse();
  }
}
