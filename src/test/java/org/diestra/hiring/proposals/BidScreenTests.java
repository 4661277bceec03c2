package org.diestra.hiring.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Locale;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.screening.Finding;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The operator's rules decide what becomes of a bid's words. */
@HouseTest
class BidScreenTests {
  private static final Pattern SETTLE =
      Pattern.compile("/operator/flags/([0-9A-Za-z]+)/settlement");

  @Autowired MockMvc mvc;
  @Autowired Bidding bidding;
  @Autowired People people;
  @Autowired OwnBids own;
  @Autowired BidScreen screen;
  Viewer rosa;
  JobId job;

  @BeforeEach
  void aJob() {
    job = bidding.posted.hourly(people.client("Lucía"));
    rosa = bidding.assistants.published("Rosa");
  }

  @Test
  void contactDataIsRefusedAtItsFieldInTheWritersLanguage() {
    var why = OwnBidsTests.refusal(say("Write to me at rosa@example.org and we agree."));

    assertThat(why)
        .extracting(Refusal::kind, Refusal::field, Refusal::key)
        .containsExactly(Refusal.Kind.INVALID, "letter", "screening.found");
    assertThat(((Finding) why.args().getFirst()).in(Locale.of("es"))).contains("correo");
    assertThat(screen.read(bidding.content(rosa, job, 1_200)).refusal()).isEmpty();
  }

  @Test
  void whatSmellsOfFraudGoesOutAndIsLookedAtOnce() throws Exception {
    var operator = people.operator("Olga");
    var letter = "You can pay me in bitcoin, whenever you like.";
    say(letter).orFail();
    say(letter).orFail();
    var bid = bidding.now(rosa, job);
    var queue = queue(operator);
    assertThat(bid.state()).isEqualTo(State.SUBMITTED);
    assertThat(queue).containsOnlyOnce("/bids/" + bid.id()).contains("bitcoin");

    var flag = SETTLE.matcher(queue.substring(queue.indexOf("/bids/" + bid.id())));
    assertThat(flag.find()).isTrue();
    for (int twice = 0; twice < 2; twice++) {
      mvc.perform(post(flag.group()).with(signedIn(operator)).with(csrf()));
    }

    assertThat(queue(operator)).doesNotContain("/bids/" + bid.id());
  }

  @Test
  void nobodyElseSeesTheQueue() throws Exception {
    assertThat(
            mvc.perform(get("/operator/flags").with(signedIn(rosa)))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(404);
  }

  private Outcome<Bid> say(String letter) {
    return own.send(
        rosa.id(), job, bidding.content(rosa, job, 1_200, letter), bidding.fresh(rosa, job));
  }

  private String queue(Viewer operator) throws Exception {
    return mvc.perform(get("/operator/flags").with(signedIn(operator)))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
