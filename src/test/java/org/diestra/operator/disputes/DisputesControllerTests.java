package org.diestra.operator.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Objects;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** A dispute as both sides and an operator have it before them. */
class DisputesControllerTests extends DisputeScene {
  @Autowired private MockMvc mvc;

  private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> what, Viewer by)
      throws Exception {
    return mvc.perform(what.with(signedIn(by)).with(csrf())).andReturn().getResponse();
  }

  private String page(String href, Viewer by) throws Exception {
    var answer = send(get(href), by);
    assertThat(answer.getStatus()).as(href).isEqualTo(200);
    return answer.getContentAsString();
  }

  private String done(AbstractMockHttpServletRequestBuilder<?> what, Viewer by) throws Exception {
    var answer = send(what, by);
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
    return Objects.requireNonNull(answer.getRedirectedUrl());
  }

  private AbstractMockHttpServletRequestBuilder<?> opening(String figure, String words) {
    return post(form())
        .param("seen", String.valueOf(tasks.seen(task)))
        .param("figure", figure)
        .param("reason", "not-as-agreed")
        .param("words", words);
  }

  private String form() {
    return tasks.href(signed.id(), task) + "/dispute";
  }

  @Test
  void fromTheTaskToTheDisputeAndToItsEnd() throws Exception {
    assertThat(page(tasks.href(signed.id(), task), lucia)).contains(form());
    assertThat(page(form(), lucia)).contains("Every receipt has a category");
    var wrong = send(opening("120", "Too short"), lucia);
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(wrong.getContentAsString()).contains("Too short", "figure-why", "words-why");
    var href = done(opening("40", WHY), lucia);
    assertThat(send(opening("40", WHY), lucia).getStatus()).isEqualTo(409); // sent twice
    assertThat(done(get(form()), rosa)).isEqualTo(href);
    assertThat(page("/home", rosa)).contains(href);
    var answer = page(href, rosa);
    assertThat(answer).contains("SHA-256", WHY, href + "/response");
    assertThat(page(href, lucia)).contains(href + "/withdrawal").doesNotContain("/response");
    var silent = send(post(href + "/response").param("figure", "80"), rosa);
    assertThat(silent.getStatus()).isEqualTo(422);
    done(post(href + "/response").param("figure", "80").param("words", WHY), rosa);
    assertThat(send(post(href + "/figure").param("figure", "90"), rosa).getStatus()).isEqualTo(422);
    done(post(href + "/figure").param("figure", "80"), lucia);
    assertThat(page(href, rosa)).doesNotContain(href + "/figure");
    assertThat(page(tasks.href(signed.id(), task), rosa)).contains(form());
  }

  @Test
  void operatorsSeeWhatWaitsForThem() throws Exception {
    var id = mediated(task, 2_000, 10_000);
    var olga = people.operator("Olga Operates");
    var href = DisputesDesk.PAGE + "/" + id;
    assertThat(page(DisputesDesk.PAGE, olga)).contains(href);
    assertThat(page(href, olga)).contains(href + "/taking").doesNotContain(href + "/proposal");
    done(post(href + "/taking"), olga);
    assertThat(page(href, olga)).contains(href + "/proposal", href + "/question");
    done(post(href + "/proposal").param("figure", "50").param("words", WHY), olga);
    assertThat(page("/disputes/" + id, lucia)).contains("/disputes/" + id + "/acceptance");
    assertThat(send(get(id.href()), olga).getStatus()).isEqualTo(404);
    assertThat(send(get(href), people.client("Nadia Nobody")).getStatus()).isEqualTo(404);
    assertThat(send(get(href + "/evidence"), olga).getContentAsString())
        .startsWith("{\"contract\"");
  }
}
