package org.diestra.work.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import org.diestra.HouseTest;
import org.diestra.hiring.jobs.Stage;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.AtOnce;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.blobs.SampleFiles;
import org.diestra.platform.data.Audit;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.trials.Trial.State;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/** A paid trial from the question to its score, and the ways on which it ends before. */
@HouseTest
class TrialsTests extends TrialScene {
  @Autowired Audit audit;

  @Test
  void aTrialIsSignedPaidDoneAndScoredWhileItsBidGoesOn() throws Exception {
    var href = asked();
    assertThat(page(href, rosa)).contains("24,00", "Firmar y recibir", "Accepted when");
    assertThat(page("/home", rosa)).contains(href);
    done(acceptance(href, 1), rosa);
    var signed = signed(href);
    assertThat(page(href, lucia)).contains("Pay, so that it can begin", work(href));
    assertThat(tasks.start(signed, task(href)).toString()).contains("tasks.conflict.unfunded");
    payers.fund(signed, task(href));
    tasks.start(signed, task(href)).orFail();

    var file = delivered(href);
    assertThat(state(href)).isEqualTo(State.SUBMITTED);
    assertThat(page(work(href), lucia)).contains("Pictures and pages bear a mark", file + "/look");
    assertThat(send(get(file), lucia).getStatus()).isEqualTo(404);
    assertThat(send(get(file), rosa).getStatus()).isEqualTo(200);
    var marked = send(get(file + "/page/1"), lucia).getContentAsByteArray();
    assertThat(send(get(file + "/page/1"), rosa).getContentAsByteArray()).isNotEqualTo(marked);

    tasks.approve(signed, task(href)).orFail();
    assertThat(state(href)).isEqualTo(State.PAID);
    assertThat(send(get(file), lucia).getStatus()).isEqualTo(200);
    assertThat(balance(href, Account.held(rosa.id().value()))).isEqualTo(eur(2_400));
    assertThat(engagements.find(signed.id()).orElseThrow())
        .isInstanceOfSatisfying(
            Engagement.Ended.class, it -> assertThat(it.end()).isEqualTo(Engagement.End.DONE));
    checks.holdFor(signed);

    assertThat(page("/home", lucia)).contains("Score the paid trial");
    done(
        post(href + "/score")
            .param("version", version(href))
            .param("points-bookkeeping", "4")
            .param("points-data-entry", "5")
            .param("note", "Neat"),
        lucia);
    assertThat(aside()).contains("Paid trial 4");
    assertThat(page(href, rosa)).contains("Neat");
    assertThat(bids.state(rosa, job)).isEqualTo("SHORTLISTED");
    assertThat(jobs.terms(job).stage()).isEqualTo(Stage.OPEN);
    assertThat(page("/offers/new?bid=" + bid, lucia)).contains("Rosa");
    assertThat(audit.page(null, now(href).id().value(), null, 10))
        .extracting(entry -> entry.deed().action())
        .containsExactlyInAnyOrder("request", "accept", "follow", "follow", "score");
  }

  /** A picture; gives its address. */
  private String delivered(String href) throws Exception {
    var picture =
        new MockMultipartFile("brought", "sheet.png", null, SampleFiles.picture("png", 640, 480));
    var seen = String.valueOf(tasks.seen(task(href)));
    done(
        multipart(work(href) + "/delivery")
            .file(picture)
            .param("seen", seen)
            .param("words", "All twenty are in.")
            .content(new byte[500]), // its length
        rosa);
    var found =
        house.call(() ->
            jdbc.sql("select files[1]::text from tasks.delivery where task = :task")
                .param("task", task(href).value())
                .query(String.class)
                .single());
    var id = new org.diestra.platform.blobs.BlobId(java.util.UUID.fromString(found));
    return work(href) + "/files/" + id;
  }

  private Money balance(String href, Account account) {
    return ledger.balance(plans.of(signed(href).id()).orElseThrow().book(), account);
  }

  private Money credit(String href) {
    return balance(href, plans.of(signed(href).id()).orElseThrow().credit());
  }

  @Test
  void whatIsDeclinedKeepsItsReasonAndMayBeAskedForAgain() throws Exception {
    var href = asked();
    assertThat(send(post(href + "/refusal").param("version", "1"), rosa).getStatus())
        .isEqualTo(422);
    done(post(href + "/refusal").param("version", "1").param("reason", "No time"), rosa);
    assertThat(page(href, lucia)).contains("No time", "Declined");
    assertThat(send(acceptance(href, 2), rosa).getStatus()).isEqualTo(409);
    assertThat(aside()).contains("Paid trial declined");
    assertThat(asked()).isNotEqualTo(href);
  }

  @Test
  void whatIsNeverDeliveredIsCalledOffAndItsPriceComesBack() throws Exception {
    var href = begun();
    var facts = now(href).trial().facts();
    mover.skipTo(facts.dueAt().plus(Duration.ofDays(2)));
    assertThat(state(href)).isEqualTo(State.ACCEPTED);
    mover.skipTo(facts.dueAt().plus(Duration.ofDays(16)));
    assertThat(state(href)).isEqualTo(State.CANCELLED);
    assertThat(credit(href)).isEqualTo(eur(2_400));
    assertThat(page(href, lucia)).contains("Whatever was held is your credit");
    assertThat(engagements.find(signed(href).id()).orElseThrow().stage())
        .isEqualTo(Engagement.Stage.ENDED);
    checks.holdFor(signed(href));
  }

  @Test
  void whatIsDeliveredLateIsNeitherCalledOffNorLost() throws Exception {
    var href = begun();
    var facts = now(href).trial().facts();
    mover.skipTo(facts.dueAt().plus(Duration.ofDays(13)));
    tasks.deliver(signed(href), task(href));
    mover.skipTo(clock.instant().plus(Duration.ofDays(5)));
    assertThat(state(href)).isEqualTo(State.PAID); // three days of silence
    assertThat(balance(href, Account.held(rosa.id().value()))).isEqualTo(eur(2_400));
    checks.holdFor(signed(href));
  }

  @Test
  void whoeverLeavesTheContractGetsNoWorkForNothing() throws Exception {
    var href = begun();
    var course = signed(href).href() + "/course/";
    var seen = "2";
    assertThat(
            send(post(course + "pause").param("seen", seen).param("words", "x"), lucia).getStatus())
        .isEqualTo(409);
    done(post(course + "exit").param("seen", seen).param("words", "I leave"), lucia);
    tasks.deliver(signed(href), task(href));
    tasks.approve(signed(href), task(href)).orFail();
    assertThat(state(href)).isEqualTo(State.PAID);
    checks.holdFor(signed(href));
  }

  @Test
  void whatIsSettledForAPartIsNoneThatWasCalledOff() throws Exception {
    var href = begun();
    tasks.settle(signed(href), task(href), eur(1_000));
    assertThat(state(href)).isEqualTo(State.PAID);
    assertThat(balance(href, Account.held(rosa.id().value()))).isEqualTo(eur(1_000));
    assertThat(credit(href)).isEqualTo(eur(1_400));
    assertThat(page(href, lucia)).contains("what was agreed is paid", "Score the trial");
    checks.holdFor(signed(href));
  }

  @Test
  void whatTheAssistantAsksForIsWorkStill() throws Exception {
    var href = begun();
    var part =
        post(work(href) + "/bargains")
            .param("kind", "settlement")
            .param("words", "Pay me for the half of it")
            .param("amount", "12");
    done(part, rosa);
    mover.skipTo(now(href).trial().facts().dueAt().plus(Duration.ofDays(30)));
    assertThat(state(href)).isEqualTo(State.ACCEPTED);
    assertThat(credit(href)).isEqualTo(eur(0));
  }

  @Test
  void whatNobodyPaysForByItsDayIsCalledOff() throws Exception {
    var href = accepted();
    mover.skipTo(now(href).trial().facts().dueAt().plusSeconds(1));
    assertThat(state(href)).isEqualTo(State.CANCELLED);
    assertThat(credit(href)).isEqualTo(eur(0));
  }

  @Test
  void whatNobodyAnswersLapses() throws Exception {
    var href = asked();
    mover.skipTo(now(href).trial().facts().answerBy());
    assertThat(state(href)).isEqualTo(State.EXPIRED);
    assertThat(send(acceptance(href, 2), rosa).getStatus()).isEqualTo(409);
  }

  @Test
  void theClientCallsItOffBeforeItIsBegunAndHasAllBack() throws Exception {
    var href = accepted();
    payers.fund(signed(href), task(href));
    tasks.cancel(signed(href), task(href));
    assertThat(state(href)).isEqualTo(State.CANCELLED);
    assertThat(credit(href)).isEqualTo(eur(2_400));
    checks.holdFor(signed(href));
  }

  @Test
  void ofManySignaturesAtOnceOneCounts() throws Exception {
    var href = asked();
    var codes = AtOnce.of(8, () -> send(acceptance(href, 1), rosa).getStatus());
    assertThat(Collections.frequency(codes, 302)).isEqualTo(1);
    assertThat(codes).allMatch(code -> code == 302 || code == 409);
    assertThat(contracts(rosa.id().value())).isEqualTo(1);
  }

  private int contracts(java.util.UUID assistant) {
    return Objects.requireNonNull(
        jdbc.sql("select count(*) from contracts.contract where assistant = :assistant")
            .param("assistant", assistant)
            .query(Integer.class)
            .single());
  }

  @Test
  void whereNothingCanBeHeldAnyMoreNothingIsSigned() throws Exception {
    var href = asked();
    payers.dismiss(lucia);
    assertThat(send(acceptance(href, 1), rosa).getStatus()).isEqualTo(409);
    assertThat(state(href)).isEqualTo(Trial.State.REQUESTED);
  }

  @Test
  void aTrialOpensNothingAndIsOneTaskAlone() throws Exception {
    var href = begun();
    int opened =
        house.call(() ->
            jdbc.sql("select count(*) from workspaces.access where contract = :contract")
                .param("contract", signed(href).id().value())
                .query(Integer.class)
                .single());
    assertThat(opened).isZero();
    var tasksPage = signed(href).href() + "/tasks";
    assertThat(page(tasksPage, lucia)).doesNotContain("/tasks/new");
    assertThat(as(rosa, () -> trials.seen(rosa, now(href).id())).trial().facts().hours())
        .isEqualTo(2);
    var extra =
        post(work(href) + "/bargains")
            .param("kind", "extra")
            .param("words", "More of it, please")
            .param("amount", "5");
    assertThat(send(extra, lucia).getStatus()).isIn(409, 422);
  }

  /** Changes were asked for and its assistant is silent: a dispute ends it for a part. */
  @Test
  void aDisputeEndsATrialThatStoodStill() throws Exception {
    var href = begun();
    var task = task(href);
    tasks.deliver(signed(href), task);
    tasks.approvePart(signed(href), task, null);
    tasks.dispute(signed(href), task, Ids.fresh());
    assertThat(state(href)).isEqualTo(State.ACCEPTED);
    tasks.end(signed(href), task, eur(1_000));
    assertThat(state(href)).isEqualTo(State.PAID);
    checks.holdFor(signed(href));
  }

  @Test
  void aBidThatEndsTakesTheRequestWithIt() throws Exception {
    var href = asked();
    bids.withdraw(rosa, job);
    var answer = send(acceptance(href, 1), rosa);
    assertThat(answer.getStatus()).isEqualTo(409);
    trials.bidOver(bid);
    trials.bidOver(bid);
    assertThat(state(href)).isEqualTo(State.WITHDRAWN);
  }
}
