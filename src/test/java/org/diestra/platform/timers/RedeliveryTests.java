package org.diestra.platform.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.diestra.HouseTest;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Row;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class RedeliveryTests {
  @Autowired private Probe probe;
  @Autowired private TestClock testClock;
  @Autowired private Clock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private TransactionTemplate transactions;
  private final String text = Ids.text(Ids.fresh());

  @Test
  void aListenerThatFailedHearsItAgain() throws InterruptedException {
    probe.failures = 2;
    publish();
    for (int i = 0; i < 6 && !probe.heard.contains(text); i++) {
      testClock.moveTo(clock.instant().plusSeconds(30));
    }
    assertThat(probe.heard).containsOnlyOnce(text);
    assertThat(open()).isZero();
  }

  @Test
  void aListenerThatACrashCutOffHearsItAgain() throws InterruptedException {
    probe.failures = 0;
    publish();
    testClock.moveTo(clock.instant().plusSeconds(1));
    jdbc.sql(
            """
            update timers.event_publication
            set status = 'PROCESSING', completion_date = null,
              publication_date = :then, last_resubmission_date = :then
            where serialized_event like :text
            """)
        .param("then", Row.at(clock.instant().minus(Duration.ofHours(1))))
        .param("text", "%" + text + "%")
        .update();

    jdbc.sql("update timers.task set execution_time = :now where timer = 'timers:redelivery'")
        .param("now", Row.at(clock.instant()))
        .update();
    for (int i = 0; i < 1500 && probe.heard.stream().filter(text::equals).count() < 2; i++) {
      Thread.sleep(10);
    }
    assertThat(probe.heard).filteredOn(text::equals).hasSize(2);
  }

  private void publish() {
    transactions.executeWithoutResult(tx -> events.publishEvent(new Probe.Heard(text)));
  }

  private int open() {
    return jdbc.sql(
            """
            select count(*) from timers.event_publication
            where completion_date is null and serialized_event like :text
            """)
        .param("text", "%" + text + "%")
        .query(Integer.class)
        .single();
  }
}
