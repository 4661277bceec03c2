package org.diestra.hiring.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.StatementCount;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.Audit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
class ComparisonControllerTests {
  @Autowired MockMvc mvc;
  @Autowired Bidding bidding;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired Organisations organisations;
  @Autowired OwnBids own;
  @Autowired Audit audit;
  Viewer client;
  JobId job;
  String here;

  @BeforeEach
  void aJob() {
    client = people.client("Lucía");
    job = bidding.posted.hourly(client);
    here = "/jobs/" + job + "/bids";
  }

  @Test
  void eachBidIsOneRowWithTheTotalAtTheClientsEstimate() throws Exception {
    bidding.send(bidding.assistants.published("Rosa Peña"), job, 1_250);

    assertThat(text(client, here))
        .contains("Rosa P.", "€100.00", "€12.50", "of at most €14.00", "Bookkeeping 6\u00a0y");
  }

  @Test
  void theEndOfTheTimeToAnswerIsReadAlikeOnBothSides() throws Exception {
    var rosa =
        bidding.assistants.published("Rosa Peña"); // in Bogotá; her day ends later, or theirs does
    bidding.send(rosa, job, 1_250);

    for (var page : new String[] {here, bid(rosa)}) {
      assertThat(text(client, page)).contains(":59 in Madrid", ":59 in Bogotá");
    }
    assertThat(text(rosa, "/jobs/" + job + "/bid")).contains(":59 en Bogotá");
    post(client, here + "/blindness", "hide", "true");
    assertThat(text(client, here)).doesNotContain(":59 in Bogotá");
  }

  @Test
  void theAddressOrdersAndFilters() throws Exception {
    var dear = bidding.assistants.published("Dora Cara");
    var cheap = bidding.assistants.published("Berta Barata");
    bidding.send(dear, job, 1_400);
    bidding.send(cheap, job, 900);
    post(client, bid(dear) + "/shortlisting");

    assertThat(text(client, here)).containsSubsequence("Berta B.", "Dora C.");
    assertThat(text(client, here + "?sort=-rate")).containsSubsequence("Dora C.", "Berta B.");
    assertThat(text(client, here + "?show=kept")).contains("Dora C.").doesNotContain("Berta B.");
    assertThat(text(client, here + "?show=undecided"))
        .contains("Berta B.")
        .doesNotContain("Dora C.");
  }

  @Test
  void aBidIsKeptDeclinedWithAReasonAndTakenBack() throws Exception {
    var rosa = bidding.assistants.published("Rosa Peña");
    bidding.send(rosa, job, 1_250);

    assertThat(post(client, bid(rosa) + "/shortlisting").getStatus()).isEqualTo(302);
    assertThat(bidding.state(rosa, job)).isEqualTo(State.SHORTLISTED);
    assertThat(post(client, bid(rosa) + "/decline").getStatus()).isEqualTo(422);
    assertThat(post(client, bid(rosa) + "/decline", "reason", "hours").getStatus()).isEqualTo(302);
    assertThat(text(client, here + "?show=declined")).contains("Rosa P.");
    assertThat(text(rosa, "/jobs/" + job + "/bid")).contains("los horarios coincidían poco");
    assertThat(post(client, bid(rosa) + "/decline/undo").getStatus()).isEqualTo(302);
    assertThat(bidding.state(rosa, job)).isEqualTo(State.SHORTLISTED);
  }

  @Test
  void whatWasWithdrawnMeanwhileIsToldWith409() throws Exception {
    var rosa = bidding.assistants.published("Rosa Peña");
    bidding.send(rosa, job, 1_250);
    var path = bid(rosa);
    own.withdraw(rosa.id(), job).orFail();

    var answer = post(client, path + "/shortlisting");

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(answer.getContentAsString()).contains("This bid was withdrawn by its author on");
  }

  @Test
  void aLinkToWhatWasWithdrawnLeadsToTheOthersAndSaysSo() throws Exception {
    var rosa = bidding.assistants.published("Rosa Peña");
    var path = here + "/" + bidding.send(rosa, job, 1_250).id();
    own.withdraw(rosa.id(), job).orFail();

    for (var link : new String[] {path, path + "/decline", "/offers/new?bid=" + id(rosa)}) {
      assertThat(get(client, link).getRedirectedUrl()).isEqualTo(here);
    }
    assertThat(post(client, "/offers?bid=" + id(rosa)).getStatus()).isEqualTo(422);
  }

  @Test
  void blindNamesPhotosAndHandlesAreNotEvenInTheSource() throws Exception {
    var rosa = bidding.assistants.published("Rosalinda Quintanilla");
    own.send(
            rosa.id(),
            job,
            bidding.content(rosa, job, 1_200, "I am Rosalinda, **QUINTANILLA** to friends."),
            bidding.fresh(rosa, job))
        .orFail();
    post(client, here + "/blindness", "hide", "true");

    for (var path : new String[] {here, bid(rosa), bid(rosa) + "/decline"}) {
      assertThat(body(client, path))
          .contains("Assistant 1")
          .doesNotContainIgnoringCase("rosalinda")
          .doesNotContainIgnoringCase("quintanilla");
    }
    post(client, here + "/blindness", "hide", "false");
    assertThat(body(client, here)).contains("Rosalinda Q.");
  }

  @Test
  void aNoteIsForItsWriterAlone() throws Exception {
    var rosa = bidding.assistants.published("Rosa Peña");
    bidding.send(rosa, job, 1_250);
    var colleague = people.client("Marta");
    organisations.admit(People.organisation(client), colleague.id(), Role.MANAGER, client.id());
    var manager = accounts.viewer(colleague.id()).orElseThrow();

    post(client, bid(rosa) + "/note", "note", "Ask about the till <b>");

    assertThat(body(client, bid(rosa))).contains("Ask about the till &lt;b&gt;");
    assertThat(body(manager, bid(rosa))).doesNotContain("Ask about the till");
    assertThat(body(rosa, "/jobs/" + job + "/bid")).doesNotContain("Ask about the till");
  }

  @Test
  void bidsAreSealedForEverybodyElse() throws Exception {
    var rosa = bidding.assistants.published("Rosa Peña");
    var rival = bidding.assistants.published("Rival");
    bidding.send(rosa, job, 1_250);
    bidding.send(rival, job, 1_300);
    var approver = people.client("Ana");
    organisations.admit(People.organisation(client), approver.id(), Role.APPROVER, client.id());

    for (var other :
        new Viewer[] {rival, people.client("Otra"), accounts.viewer(approver.id()).orElseThrow()}) {
      assertThat(get(other, here).getStatus()).isEqualTo(404);
      assertThat(get(other, bid(rosa)).getStatus()).isEqualTo(404);
      assertThat(post(other, bid(rosa) + "/shortlisting").getStatus()).isEqualTo(404);
      assertThat(post(other, bid(rosa) + "/note", "note", "x").getStatus()).isEqualTo(404);
      assertThat(post(other, here + "/blindness", "hide", "true").getStatus()).isEqualTo(404);
      assertThat(post(other, here + "/batch").getStatus()).isEqualTo(404);
    }
    var guest =
        mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(here))
            .andReturn()
            .getResponse();
    assertThat(guest.getRedirectedUrl()).startsWith("/login");
  }

  @Test
  void anotherJobsBidIsNotFoundHere() throws Exception {
    var rosa = bidding.assistants.published("Rosa Peña");
    var other = bidding.posted.hourly(people.client("Otra"));
    var foreign = bidding.send(rosa, other, 1_250);

    assertThat(get(client, here + "/" + foreign.id()).getStatus()).isEqualTo(404);
    assertThat(post(client, here + "/" + foreign.id() + "/shortlisting").getStatus())
        .isEqualTo(404);
  }

  @Test
  void anOperatorsLookIsRecordedAndDecidesNothing() throws Exception {
    var rosa = bidding.assistants.published("Rosa Peña");
    bidding.send(rosa, job, 1_250);
    var operator = people.operator("Olga");

    assertThat(body(operator, here))
        .contains("Rosa P.", "has been recorded")
        .doesNotContain("/shortlisting");
    assertThat(post(operator, bid(rosa) + "/shortlisting").getStatus()).isEqualTo(404);
    assertThat(audit.page(operator.id().value(), job.value(), null, 10))
        .extracting(e -> e.deed().action())
        .contains("operator-read");
  }

  @Test
  void thePageSendsAsManyStatementsForTwelveBidsAsForOne() throws Exception {
    bidding.fill(job, 1);
    get(client, here);
    int one = StatementCount.during(() -> get(client, here)).size();
    bidding.fill(job, 11);

    assertThat(StatementCount.during(() -> get(client, here))).hasSize(one);
  }

  @Test
  void beforeAnybodyBidsThePageSaysWhatItIsFor() throws Exception {
    assertThat(text(client, here)).contains("No bids yet", "You will be told");
  }

  private String id(Viewer author) {
    return bidding.now(author, job).id().toString();
  }

  private String bid(Viewer author) {
    return here + "/" + bidding.now(author, job).id();
  }

  private MockHttpServletResponse get(Viewer viewer, String path) throws Exception {
    return mvc.perform(
            org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(path)
                .with(signedIn(viewer)))
        .andReturn()
        .getResponse();
  }

  private String body(Viewer viewer, String path) throws Exception {
    return get(viewer, path).getContentAsString();
  }

  /** What can be read, without marks. */
  private String text(Viewer viewer, String path) throws Exception {
    return Pattern.compile("<[^>]*>").matcher(body(viewer, path)).replaceAll("");
  }

  private MockHttpServletResponse post(Viewer viewer, String path, String... params)
      throws Exception {
    var request =
        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(path)
            .with(signedIn(viewer))
            .with(csrf());
    for (int i = 0; i < params.length; i += 2) {
      request = request.param(params[i], params[i + 1]);
    }
    return mvc.perform(request).andReturn().getResponse();
  }
}
