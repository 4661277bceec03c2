package org.diestra.hiring.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Deadline;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class OwnBidsTests {
  @Autowired Bidding bidding;
  @Autowired OwnBids own;
  @Autowired Decisions decisions;
  @Autowired BidStore bids;
  @Autowired VersionStore versions;
  @Autowired People people;
  Viewer client;
  JobId job;

  @BeforeEach
  void aJob() {
    client = people.client("Lucía");
    job = bidding.posted.hourly(client);
  }

  @Test
  void aBidComesBeforeTheClientAndCountsDownToADecision() {
    var bid = bidding.send(bidding.assistants.published("Rosa"), job, 1_200);

    assertThat(bid.state()).isEqualTo(State.SUBMITTED);
    assertThat(bid.number()).isEqualTo(1);
    var zones = List.of(client.zone(), ZoneId.of("America/Bogota"));
    assertThat(bid.decideBy()).isEqualTo(Deadline.after(bid.stage().since(), 14, zones));
  }

  @Test
  void theSamePageSentTwiceIsOneBid() {
    var rosa = bidding.assistants.published("Rosa");
    var content = bidding.content(rosa, job, 1_200);
    var page = bidding.fresh(rosa, job);

    own.send(rosa.id(), job, content, page).orFail();
    own.send(rosa.id(), job, content, page).orFail();

    assertThat(versions.history(bidding.now(rosa, job).id())).hasSize(1);
  }

  @Test
  void whatWasChangedInAnotherWindowIsNotOverwritten() {
    var rosa = bidding.assistants.published("Rosa");
    bidding.send(rosa, job, 1_200);
    var one = bidding.fresh(rosa, job);
    var other = bidding.fresh(rosa, job);
    own.send(rosa.id(), job, bidding.content(rosa, job, 1_100), one).orFail();

    assertThat(refusal(own.send(rosa.id(), job, bidding.content(rosa, job, 1_300), other)).key())
        .isEqualTo("proposals.conflict.version");
    assertThat(versions.current(bidding.now(rosa, job)).orElseThrow().price().minor())
        .isEqualTo(1_100);
  }

  @Test
  void theMaximumItselfIsAllowedAndACentMoreIsNot() {
    assertThat(bidding.trySend(bidding.assistants.published("Rosa"), job, 1_400))
        .isInstanceOf(Outcome.Done.class);
    assertThat(bidding.trySend(bidding.assistants.published("Omar"), job, 1_401))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void withoutAPublishedProfileNobodyBids() {
    var draft = bidding.assistants.draft("Nadie");

    assertThat(refusal(bidding.trySend(draft, job, 1_200)).key())
        .isEqualTo("proposals.conflict.profile");
  }

  @Test
  void theTwentySixthWaitsAndMovesUpWhenAPlaceIsFree() {
    var first = bidding.fill(job, 25);
    var waiting = bidding.assistants.published("Late");
    var later = bidding.assistants.published("Later");
    assertThat(bidding.send(waiting, job, 1_200).state()).isEqualTo(State.WAITLISTED);
    assertThat(bidding.send(later, job, 1_200).state()).isEqualTo(State.WAITLISTED);

    own.withdraw(first.getFirst().id(), job).orFail();

    assertThat(bidding.state(waiting, job)).isEqualTo(State.SUBMITTED);
    assertThat(bidding.now(waiting, job).decideBy()).isNotNull();
    assertThat(bidding.state(later, job)).isEqualTo(State.WAITLISTED);
  }

  @Test
  void theClientOpensTheNextBatch() {
    bidding.fill(job, 25);
    var late = bidding.assistants.published("Late");
    bidding.send(late, job, 1_200);

    assertThat(decisions.openBatch(client, job).orFail()).isEqualTo(1);

    assertThat(bidding.state(late, job)).isEqualTo(State.SUBMITTED);
    assertThat(refusal(decisions.openBatch(client, job)).key()).isEqualTo("proposals.batch.nobody");
  }

  @Test
  void nobodyHasMoreThanFifteenLiveBids() {
    var rosa = bidding.assistants.published("Rosa");
    for (int i = 0; i < OwnBids.MOST; i++) {
      bidding.send(rosa, bidding.posted.hourly(client), 1_200);
    }

    assertThat(refusal(bidding.trySend(rosa, job, 1_200)).kind()).isEqualTo(Refusal.Kind.LIMIT);
  }

  @Test
  void sixtyFourAtOnceShareTwentyFivePlaces() throws Exception {
    var authors =
        IntStream.range(0, 64).mapToObj(i -> bidding.assistants.published("B " + i)).toList();

    var outcomes =
        atOnce(
            authors.stream()
                .<Callable<Outcome<Bid>>>map(author -> () -> bidding.trySend(author, job, 1_200))
                .toList());

    assertThat(outcomes).allMatch(o -> o instanceof Outcome.Done);
    var all = bids.ofJob(job);
    assertThat(all).filteredOn(b -> b.state() == State.SUBMITTED).hasSize(25);
    assertThat(all).filteredOn(b -> b.state() == State.WAITLISTED).hasSize(39);
    assertThat(all.stream().map(Bid::number).distinct()).hasSize(64);
  }

  @Test
  void onePersonInSixteenWindowsSendsOneBid() throws Exception {
    var rosa = bidding.assistants.published("Rosa");
    var content = bidding.content(rosa, job, 1_200);

    var outcomes =
        atOnce(
            IntStream.range(0, 16)
                .<Callable<Outcome<Bid>>>mapToObj(
                    i -> () -> own.send(rosa.id(), job, content, new BidForm.Origin("w" + i, 0, 1)))
                .toList());

    assertThat(outcomes).filteredOn(o -> o instanceof Outcome.Done).hasSize(1);
    assertThat(bids.ofJob(job)).hasSize(1);
  }

  @Test
  void onePersonAtOnceOnTwentyJobsGetsFifteen() throws Exception {
    var rosa = bidding.assistants.published("Rosa");
    var open = IntStream.range(0, 20).mapToObj(i -> bidding.posted.hourly(client)).toList();

    atOnce(
        open.stream()
            .<Callable<Outcome<Bid>>>map(each -> () -> bidding.trySend(rosa, each, 1_200))
            .toList());

    assertThat(bids.countLive(rosa.id())).isEqualTo(OwnBids.MOST);
  }

  @Test
  void whatWasWithdrawnCanBeSentAgain() {
    var rosa = bidding.assistants.published("Rosa");
    bidding.send(rosa, job, 1_200);
    own.withdraw(rosa.id(), job).orFail();
    assertThat(bidding.state(rosa, job)).isEqualTo(State.WITHDRAWN);

    own.sendAgain(rosa.id(), job).orFail();

    assertThat(bidding.state(rosa, job)).isEqualTo(State.SUBMITTED);
    assertThat(bidding.now(rosa, job).number()).isEqualTo(1);
  }

  @Test
  void aPausedJobTakesNoNewBidAndKeepsThoseItHas() {
    var rosa = bidding.assistants.published("Rosa");
    bidding.send(rosa, job, 1_200);
    bidding.posted.pause(client, job);

    assertThat(refusal(bidding.trySend(bidding.assistants.published("Omar"), job, 1_200)).key())
        .isEqualTo("proposals.conflict.job");
    assertThat(bidding.trySend(rosa, job, 1_100)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void withoutABidThereIsNothingToWithdraw() {
    var rosa = bidding.assistants.published("Rosa");

    assertThatThrownBy(() -> own.withdraw(rosa.id(), job)).isInstanceOf(NotFound.class);
  }

  static Refusal refusal(Outcome<?> outcome) {
    return outcome.fold(
        done -> {
          throw new AssertionError("not refused: " + done);
        },
        why -> why);
  }

  static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
    var start = new CyclicBarrier(tasks.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          tasks.stream()
              .map(task ->
                  threads.submit(() -> {
                    start.await();
                    return task.call();
                  }))
              .toList();
      var out = new java.util.ArrayList<T>();
      for (var each : running) {
        out.add(each.get());
      }
      return out;
    }
  }
}
