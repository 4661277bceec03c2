package org.diestra.work.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.diestra.work.engagements.RunningContracts.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.diestra.People;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.proposals.BidId;
import org.diestra.hiring.proposals.KeptBids;
import org.diestra.hiring.talent.Assistants;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.MoneyChecks;
import org.diestra.money.payments.Payers;
import org.diestra.money.payments.Plans;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.tasks.PricedTasks;
import org.diestra.work.tasks.TaskId;
import org.diestra.work.trials.TrialStore.Scored;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** A client with a rail, a job with a maximum of €14 an hour, and a bid on it that was kept. */
abstract class TrialScene {
  static final String WHAT = "Record last week's twenty receipts in the sheet, by supplier.";

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Assistants assistants;
  @Autowired KeptBids bids;
  @Autowired Jobs jobs;
  @Autowired Payers payers;
  @Autowired PricedTasks tasks;
  @Autowired Plans plans;
  @Autowired Ledger ledger;
  @Autowired MoneyChecks checks;
  @Autowired Engagements engagements;
  @Autowired TrialStore store;
  @Autowired Trials trials;
  @Autowired HouseRights house;
  @Autowired JdbcClient jdbc;
  @Autowired ClockMover mover;
  @Autowired Clock clock;
  Viewer lucia;
  Viewer rosa;
  JobId job;
  BidId bid;

  @BeforeEach
  void aBidWasKept() {
    lucia = people.client("Lucía Ferrer");
    rosa = assistants.published("Rosa Peña");
    payers.admit(lucia);
    job = bids.job(lucia);
    bid = bids.kept(lucia, rosa, job);
  }

  AbstractMockHttpServletRequestBuilder<?> asking(BidId on, String what, String price) {
    return post("/trials?bid=" + on)
        .param("what", what)
        .param("criteria", "Every receipt has a category\nWhat is missing is listed")
        .param("hours", "2")
        .param("price", price)
        .param("due", LocalDate.ofInstant(clock.instant(), lucia.zone()).plusDays(5).toString())
        .param("language", "en")
        .param("law", "Spain")
        .param("signature", "lucia ferrer");
  }

  MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request, Viewer by)
      throws Exception {
    return mvc.perform(request.with(signedIn(by)).with(csrf())).andReturn().getResponse();
  }

  String page(String href, Viewer by) throws Exception {
    var answer = send(get(href), by);
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString();
  }

  String done(AbstractMockHttpServletRequestBuilder<?> request, Viewer by) throws Exception {
    var answer = send(request, by);
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
    return Objects.requireNonNull(answer.getRedirectedUrl());
  }

  /** Asked for, for €24; gives its page. */
  String asked() throws Exception {
    return asked(bid);
  }

  String asked(BidId on) throws Exception {
    return done(asking(on, WHAT, "24"), lucia);
  }

  String accepted() throws Exception {
    var href = asked();
    done(acceptance(href, 1), rosa);
    return href;
  }

  AbstractMockHttpServletRequestBuilder<?> acceptance(String href, int version) {
    return post(href + "/acceptance")
        .param("version", String.valueOf(version))
        .param("signature", "Rosa Peña");
  }

  /** Paid for, and begun. */
  String begun() throws Exception {
    var href = accepted();
    payers.fund(signed(href), task(href));
    tasks.start(signed(href), task(href)).orFail();
    return href;
  }

  Scored now(String href) {
    var id = TrialId.of(href.substring(href.lastIndexOf('/') + 1));
    return Objects.requireNonNull(house.call(() -> store.find(id)).orElseThrow());
  }

  Trial.State state(String href) {
    return now(href).trial().state();
  }

  Signed signed(String href) {
    var it = (Trial.Standing) now(href).trial();
    return new Signed(lucia, rosa, it.signed().contract());
  }

  TaskId task(String href) {
    return ((Trial.Standing) now(href).trial()).signed().task();
  }

  /** Where the same work is shown with all tasks. */
  String work(String href) {
    return tasks.href(signed(href).id(), task(href));
  }

  String version(String href) {
    return String.valueOf(now(href).trial().facts().version());
  }

  String aside() throws Exception {
    return page("/jobs/" + job + "/bids", lucia);
  }

  <T> T asLucia(java.util.function.Supplier<T> what) {
    return as(lucia, what);
  }
}
