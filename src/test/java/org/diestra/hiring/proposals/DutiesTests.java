package org.diestra.hiring.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.hiring.jobs.Ending;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What a client owes its bidders, and what the house does when it is not done in time. */
@HouseTest
class DutiesTests {
  @Autowired Bidding bidding;
  @Autowired People people;
  @Autowired OwnBids own;
  @Autowired Bids bids;
  @Autowired Decisions decisions;
  @Autowired BidExpiry expiry;
  @Autowired BidFigures figures;
  @Autowired JobBidders bidders;
  @Autowired BidTalks talks;
  @Autowired TransactionOperations transactions;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  Viewer client;
  Viewer rosa;
  JobId job;

  @BeforeEach
  void aBid() {
    client = people.client("Lucía");
    job = bidding.posted.hourly(client);
    rosa = bidding.assistants.published("Rosa");
    bidding.send(rosa, job, 1_200);
  }

  @Test
  void whoeverDecidesInTimeHasAnswered() {
    decisions.keep(client, job, now().id()).orFail();
    expiry.undecided(now().id(), due());

    assertThat(answered()).isEqualTo(1.0);
  }

  @Test
  void silenceIsCountedOnce() {
    expiry.undecided(now().id(), due());
    expiry.undecided(now().id(), due());
    decisions.keep(client, job, now().id()).orFail();

    assertThat(answered()).isZero();
  }

  @Test
  void toKeepAndLetGoIsNoAnswer() {
    decisions.keep(client, job, now().id()).orFail();
    decisions.letGo(client, job, now().id()).orFail();

    assertThat(now().undecided()).isTrue();
    expiry.undecided(now().id(), due());
    assertThat(answered()).isZero();
  }

  @Test
  void whatIsLetGoAfterItsTimeIsOwedAnewAndNotAtOnce() {
    decisions.keep(client, job, now().id()).orFail();
    overdue(now());
    decisions.letGo(client, job, now().id()).orFail();

    assertThat(due()).isAfter(clock.instant().plus(Duration.ofHours(71)));
  }

  @Test
  void aJobThatRunsOutHasAnsweredNobody() {
    transactions.executeWithoutResult(tx -> bidders.closed(job, Ending.EXPIRED));

    assertThat(bidding.state(rosa, job)).isEqualTo(State.LOST);
    assertThat(answered()).isZero();
  }

  @Test
  void toCloseIsToAnswerThoseWhoCameBeforeTheClient() {
    bidding.fill(job, 24);
    var late = bidding.assistants.published("Late");
    assertThat(bidding.send(late, job, 1_200).state()).isEqualTo(State.WAITLISTED);
    bidding.posted.close(client, job);

    assertThat(answered()).isEqualTo(1.0);
    assertThat(bidding.now(late, job).answeredAt()).isNull();
  }

  @Test
  void changingTheJobDoesNotShortenNorDodgeTheTime() {
    overdue(now());
    bidding.posted.change(client, job);
    expiry.undecided(now().id(), due());
    own.confirm(rosa.id(), job, 2).orFail();

    assertThat(now().state()).isEqualTo(State.SUBMITTED);
    assertThat(due()).isAfter(clock.instant().plus(Duration.ofHours(71)));
    expiry.undecided(now().id(), due());
    assertThat(answered()).isZero();
  }

  @Test
  void aPlaceThatBecameFreeWhileAllWereStaleGoesToWhoeverConfirms() {
    var first = bidding.fill(job, 24);
    var late = bidding.assistants.published("Late");
    bidding.send(late, job, 1_200);
    bidding.posted.change(client, job);
    own.withdraw(first.getFirst().id(), job).orFail();
    assertThat(bidding.state(late, job)).isEqualTo(State.STALE);

    own.confirm(late.id(), job, 2).orFail();

    assertThat(bidding.state(late, job)).isEqualTo(State.SUBMITTED);
    assertThat(bidding.now(late, job).known()).isTrue();
  }

  @Test
  void anOfferOutlivesTheClosingAndEndsWithIt() {
    transactions.executeWithoutResult(tx -> bids.offered(now().id(), client.id()).orFail());
    bidding.posted.close(client, job);
    assertThat(bidding.state(rosa, job)).isEqualTo(State.OFFERED);

    transactions.executeWithoutResult(tx -> bids.offerGone(now().id(), rosa.id()));

    assertThat(bidding.state(rosa, job)).isEqualTo(State.LOST);
  }

  @Test
  void anOfferThatFallsThroughOnAChangedJobWantsItsAuthorsWord() {
    transactions.executeWithoutResult(tx -> bids.offered(now().id(), client.id()).orFail());
    bidding.posted.change(client, job);

    transactions.executeWithoutResult(tx -> bids.offerGone(now().id(), null));

    assertThat(bidding.state(rosa, job)).isEqualTo(State.STALE);
  }

  @Test
  void noContractIsOfferedOnWhatWasTakenBack() {
    own.withdraw(rosa.id(), job).orFail();

    var why = transactions.execute(tx -> bids.offered(now().id(), client.id()));

    assertThat(Objects.requireNonNull(why)).isInstanceOf(Outcome.Refused.class);
    assertThat(OwnBidsTests.refusal(why))
        .extracting(Refusal::kind, Refusal::key)
        .containsExactly(Refusal.Kind.CONFLICT, "proposals.conflict.withdrawn");
    assertThat(bids.notOfferable(now().id())).isPresent();
  }

  @Test
  void aNoIsNotTakenBackAboveTheLimitOfTheAuthor() {
    decisions.decline(client, job, now().id(), DeclineReason.HOURS).orFail();
    for (int i = 0; i < OwnBids.MOST; i++) {
      bidding.send(rosa, bidding.posted.hourly(client), 1_200);
    }

    assertThat(OwnBidsTests.refusal(decisions.undoDecline(client, job, now().id())).key())
        .isEqualTo("proposals.conflict.most");
  }

  private Bid now() {
    return bidding.now(rosa, job);
  }

  private Instant due() {
    return Objects.requireNonNull(now().decideBy());
  }

  private double answered() {
    var client = now().organisation();
    return Objects.requireNonNull(
        Objects.requireNonNull(figures.of(List.of(client)).get(client)).answered());
  }

  private void overdue(Bid bid) {
    jdbc.sql("update proposals.bid set decide_by = now() - interval '1 day' where id = :id")
        .param("id", bid.id().value())
        .update();
  }

  @Test
  void ofEachBidWhoseTimeIsOverTheClientIsToldApart() {
    var ana = bidding.assistants.published("Ana");
    bidding.send(ana, job, 1_200);
    for (var bid : new Bid[] {now(), bidding.now(ana, job)}) {
      expiry.undecided(bid.id(), Objects.requireNonNull(bid.decideBy()));
    }
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from notifications.notice
                    where recipient = :person and key = 'proposals.notice.overdue'
                    """)
                .param("person", client.id().value())
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void aTalkCanStillBeReadOnceItsBidIsWithdrawn() {
    var id = now().id().value();
    own.withdraw(rosa.id(), job).orFail();
    for (var one : new Viewer[] {client, rosa}) {
      assertThat(talks.of(one, List.of(id)))
          .hasEntrySatisfying(id, s -> assertThat(s.open()).isFalse());
    }
  }
}
