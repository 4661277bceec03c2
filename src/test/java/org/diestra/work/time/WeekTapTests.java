package org.diestra.work.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.work.engagements.RunningContracts.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.diestra.Browsing;
import org.diestra.HouseTest;
import org.diestra.platform.mail.LastMail;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.engagements.RunningContracts;
import org.diestra.work.time.Entry.State;
import org.diestra.work.time.Stopwatch.Start;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A week's hours are accepted by a link in a mail, as they were shown. */
@HouseTest
class WeekTapTests extends Browsing {
  @Autowired RunningContracts contracts;
  @Autowired Stopwatch stopwatch;
  @Autowired EntryStore entries;
  @Autowired ClockMover mover;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;

  @Test
  void aWeekOfTheTimerIsAcceptedOnce() throws Exception {
    var signed = contracts.hourly();
    var rosa = signed.assistant();
    var week = Week.of(clock.instant()).next();
    mover.skipTo(week.from().plus(Duration.ofHours(9)));
    var start = new Start(signed.id(), null, Samples.NOTE, UUID.randomUUID(), null);
    var running = as(rosa, () -> stopwatch.start(rosa, start).orFail()).running();
    mover.moveTo(clock.instant().plus(Duration.ofMinutes(90)));
    as(rosa, () -> stopwatch.stop(rosa, running.id(), null, null).orFail());
    mover.moveTo(week.submitsAt().plusSeconds(5));
    mover.moveTo(clock.instant().plusSeconds(5));
    var link = LastMail.to(jdbc, signed.client().email()).orElseThrow().link("/tap/");
    var page = mvc.perform(get(link)).andReturn().getResponse();
    assertThat(page.getContentAsString()).contains(Samples.NOTE);
    assertThat(press(link)).isEqualTo(200);
    assertThat(
            as(signed.client(), () -> transactions.execute(tx -> entries.week(signed.id(), week)))
                .stream()
                .map(Entry::state))
        .containsOnly(State.ACCEPTED);
    assertThat(press(link)).isEqualTo(410);
  }

  private int press(String link) throws Exception {
    return mvc.perform(post(link).param("choice", "accept").with(csrf()))
        .andReturn()
        .getResponse()
        .getStatus();
  }
}
