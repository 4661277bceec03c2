package org.diestra.hiring.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What an assistant reads about the own bid on the job's page. */
@HouseTest
class PanelTests {
  @Autowired MockMvc mvc;
  @Autowired Bidding bidding;
  @Autowired People people;
  @Autowired OwnBids own;
  @Autowired Decisions decisions;
  Viewer client;
  Viewer rosa;
  JobId job;

  @BeforeEach
  void aJob() {
    client = people.client("Lucía");
    job = bidding.posted.hourly(client);
    rosa = bidding.assistants.published("Rosa");
  }

  @Test
  void whoWaitsReadsTheOwnPlaceInLine() throws Exception {
    bidding.fill(job, 25);
    bidding.send(bidding.assistants.published("Omar"), job, 1_200);
    bidding.send(rosa, job, 1_200);

    assertThat(panel()).contains("lista de espera", "Eres la número 2 en la lista.");
  }

  @Test
  void aChangedJobAsksForAWordByADay() throws Exception {
    bidding.send(rosa, job, 1_200);
    bidding.posted.change(client, job);

    assertThat(panel()).contains("Responde antes del", "/changes?since=1", "Decir si sigue en pie");
  }

  @Test
  void aNoComesWithItsReasonAndTheNextThingToDo() throws Exception {
    var bid = bidding.send(rosa, job, 1_200);
    decisions.decline(client, job, bid.id(), DeclineReason.HOURS).orFail();

    assertThat(panel()).contains("los horarios coincidían poco", "href=\"/jobs\"");
  }

  @Test
  void whatWasTakenBackCanBeSentAgain() throws Exception {
    bidding.send(rosa, job, 1_200);
    own.withdraw(rosa.id(), job).orFail();

    assertThat(panel()).contains("Enviarla de nuevo");
  }

  private String panel() throws Exception {
    return mvc.perform(get("/jobs/" + job + "/bid/panel").with(signedIn(rosa)))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
