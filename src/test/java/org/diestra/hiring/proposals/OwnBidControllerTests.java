package org.diestra.hiring.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

@HouseTest
class OwnBidControllerTests {
  private static final String SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

  @Autowired MockMvc mvc;
  @Autowired Bidding bidding;
  @Autowired People people;
  @Autowired VersionStore versions;
  @Autowired OwnBids own;
  @Autowired Clock clock;
  Viewer client;
  Viewer rosa;
  JobId job;

  @BeforeEach
  void aJobAndSomebodyWhoWantsIt() {
    client = people.client("Lucía");
    job = bidding.posted.hourly(client);
    rosa = bidding.assistants.published("Rosa");
  }

  @Test
  void thePageAsksWhatTheJobAsksAndNamesTheMaximum() throws Exception {
    var page = page(rosa);

    assertThat(page)
        .contains("Tu precio por hora", "14,00", "Which program did you last keep books with?");
  }

  @Test
  void aBidIsSentFromThePage() throws Exception {
    var answer = send(filled("12,50"));

    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(answer.getRedirectedUrl()).isEqualTo("/jobs/" + job + "/bid");
    var said = versions.current(bidding.now(rosa, job)).orElseThrow();
    assertThat(said.price().minor()).isEqualTo(1_250);
    assertThat(said.answers().values()).containsExactly("Holded, y antes Contaplus");
  }

  @Test
  void aboveTheMaximumTheFieldSaysSoAndEverythingTypedIsKept() throws Exception {
    var answer = send(filled("14,01"));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains(
            "El cliente paga como mucho 14,00",
            "id=\"price-why\"",
            "value=\"14,01\"",
            "Llevo la contabilidad",
            "Holded, y antes Contaplus",
            "value=\"7,5\"");
    assertThat(own.find(rosa.id(), job)).isEmpty();
  }

  @Test
  void theMaximumItselfPasses() throws Exception {
    assertThat(send(filled("14")).getStatus()).isEqualTo(302);
  }

  @Test
  void whatIsMissingIsNamedAtItsField() throws Exception {
    var answer = send(form().param("do", "send"));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains(
            "id=\"price-why\"", "id=\"quantity-why\"", "id=\"letter-why\"", "id=\"start-why\"");
  }

  @Test
  void aDraftKeepsWhateverWasTyped() throws Exception {
    var answer =
        send(form().param("do", "keep").param("price", "a lot").param("letter", "Hola, yo"));

    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(page(rosa)).contains("value=\"a lot\"", "Hola, yo");
    assertThat(bidding.state(rosa, job)).isEqualTo(State.DRAFT);
  }

  @Test
  void withoutScriptsTheFiguresComeWithAButton() throws Exception {
    var answer = send(form().param("do", "count").param("price", "10").param("quantity", "7,5"));

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsString())
        .contains("75,00", "El cliente paga", "Quien asiste recibe", "aún no están incluidos");
  }

  @Test
  void aBidByTheTaskCountsTasks() throws Exception {
    job = bidding.posted.either(client);
    var answer = send(filled("25").param("unit", "task").param("hours", "2"));

    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(page(rosa)).contains("× 7,5 tareas", "187,50");
    var bid = bidding.now(rosa, job);
    for (var path : new String[] {"/bids", "/bids/" + bid.id()}) {
      assertThat(body(client, "/jobs/" + job + path)).contains("€25.00");
    }
  }

  @Test
  void theFiguresFollowWhatIsTyped() throws Exception {
    var answer =
        mvc.perform(
                post("/jobs/" + job + "/bid/figures")
                    .with(signedIn(rosa))
                    .with(csrf())
                    .param("price", "15")
                    .param("quantity", "8"))
            .andReturn()
            .getResponse();

    assertThat(answer.getContentAsString())
        .contains("120,00", "El cliente paga como mucho")
        .doesNotContain("<html");
  }

  @Test
  void aFileStaysOnThePageWhateverElseIsWrong() throws Exception {
    var file = new MockMultipartFile("brought", "precios.csv", "text/csv", csv());
    var answer =
        send(((MockMultipartHttpServletRequestBuilder) form()).file(file).param("do", "send"));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("precios.csv", "name=\"files\"");
  }

  @Test
  void aProgramInDisguiseIsRefusedAndTheRestIsKept() throws Exception {
    var program = new byte[4_096];
    program[0] = 'M';
    program[1] = 'Z';
    var file = new MockMultipartFile("brought", "muestra.pdf", "application/pdf", program);
    var answer = send(filled("12").file(file));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("id=\"brought-why\"", "Llevo la contabilidad");
  }

  @Test
  void whatPeopleWriteStaysText() throws Exception {
    send(
        filled("12")
            .param("worker", SCRIPT)
            .param("letter", SCRIPT + " [x](javascript:alert(3))")
            .param("answers[" + bidding.posted.question(job) + "]", SCRIPT));
    var bid = bidding.now(rosa, job);

    for (var path : new String[] {"/bid", "/bid?change=true"}) {
      assertThat(body(rosa, "/jobs/" + job + path)).doesNotContain("<script>alert", "<img src=x");
    }
    for (var path : new String[] {"/bids", "/bids/" + bid.id()}) {
      assertThat(body(client, "/jobs/" + job + path))
          .doesNotContain("<script>alert", "<img src=x", "href=\"javascript:");
    }
  }

  @Test
  void aChangedJobShowsThatItWantsAWord() throws Exception {
    bidding.send(rosa, job, 1_200);
    bidding.posted.change(client, job);

    assertThat(bidding.state(rosa, job)).isEqualTo(State.STALE);
    assertThat(page(rosa)).contains("Sí, mi propuesta sigue en pie", "/changes?since=1");

    var answer =
        mvc.perform(
                post("/jobs/" + job + "/bid/confirmation")
                    .with(signedIn(rosa))
                    .with(csrf())
                    .param("edition", "2"))
            .andReturn()
            .getResponse();
    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(bidding.state(rosa, job)).isEqualTo(State.SUBMITTED);
    assertThat(bidding.now(rosa, job).edition()).isEqualTo(2);
  }

  @Test
  void aPageThatHasNotSeenTheChangeIsAskedToLookAgain() throws Exception {
    bidding.fill(job, 1);
    var stale = filled("12");
    bidding.posted.change(client, job);

    var answer = send(stale);

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(answer.getContentAsString())
        .contains("El encargo cambió mientras escribías", "Llevo la contabilidad");
  }

  @Test
  void theListShowsWhereEachStands() throws Exception {
    bidding.send(rosa, job, 1_200);

    assertThat(body(rosa, "/bids")).contains("La tiene el cliente", "1 de 15", "recibes 96,00");
  }

  @Test
  void toThoseWhoCannotBidThePageIsNotThere() throws Exception {
    assertThat(status(client, "/jobs/" + job + "/bid")).isEqualTo(404);
    assertThat(status(people.client("Otra"), "/jobs/" + job + "/bid")).isEqualTo(404);
    assertThat(status(rosa, "/jobs/0000000000000000000000/bid")).isEqualTo(404);
  }

  private MockMultipartHttpServletRequestBuilder filled(String price) {
    var form = form();
    form.param("price", price)
        .param("quantity", "7.5")
        .param("start", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(3).toString())
        .param("worker", "Rosa")
        .param("letter", "Llevo la contabilidad de dos tiendas.")
        .param("answers[" + bidding.posted.question(job) + "]", "Holded, y antes Contaplus")
        .param("do", "send");
    return form;
  }

  private MockMultipartHttpServletRequestBuilder form() {
    var form = multipart("/jobs/" + job + "/bid");
    form.with(signedIn(rosa)).with(csrf()).content(new byte[100]); // the gate asks for a length
    form.param("key", UUID.randomUUID().toString()).param("version", "0").param("edition", "1");
    return form;
  }

  private MockHttpServletResponse send(org.springframework.test.web.servlet.RequestBuilder form)
      throws Exception {
    return mvc.perform(form).andReturn().getResponse();
  }

  private String page(Viewer viewer) throws Exception {
    return body(viewer, "/jobs/" + job + "/bid");
  }

  private String body(Viewer viewer, String path) throws Exception {
    return mvc.perform(get(path).with(signedIn(viewer)))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private int status(Viewer viewer, String path) throws Exception {
    return mvc.perform(get(path).with(signedIn(viewer))).andReturn().getResponse().getStatus();
  }

  private static byte[] csv() {
    return "proveedor,importe\nPapel,12.50\n".getBytes(StandardCharsets.UTF_8);
  }
}
