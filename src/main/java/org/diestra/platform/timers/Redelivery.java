package org.diestra.platform.timers;

import static org.diestra.platform.data.Row.at;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.CompletedEventPublications;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;

/**
 * Brings events again to listeners that failed, or that a crash cut off: after 5 seconds, then
 * after twice as long each time, 12 times in all. What failed for the last time stays in the table
 * and in the metric.
 */
@Component
class Redelivery {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration CUT_OFF = Duration.ofMinutes(10);
  private static final Duration REMEMBERED = Duration.ofDays(7);
  private static final int TRIES = 12;
  private final JdbcClient jdbc;
  private final FailedEventPublications failed;
  private final CompletedEventPublications completed;
  private final Clock clock;

  Redelivery(
      JdbcClient jdbc,
      FailedEventPublications failed,
      CompletedEventPublications completed,
      MeterRegistry meters,
      Clock clock) {
    this.jdbc = jdbc;
    this.failed = failed;
    this.completed = completed;
    this.clock = clock;
    meters.gauge("diestra.events.given.up", this, Redelivery::countGivenUp);
  }

  void again() {
    var now = clock.instant();
    markCutOff(now);
    failed.resubmit(
        ResubmissionOptions.defaults()
            .withBatchSize(1000)
            .withFilter(publication -> isDue(publication, now)));
  }

  void forget() {
    completed.deletePublicationsOlderThan(REMEMBERED);
  }

  static boolean isDue(EventPublication publication, Instant now) {
    int tries = Math.max(publication.getCompletionAttempts(), 1);
    if (tries >= TRIES) {
      return false;
    }
    var last = publication.getLastResubmissionDate();
    var since = last == null ? publication.getPublicationDate() : last;
    return !since.plus(FIRST_WAIT.multipliedBy(1L << (tries - 1))).isAfter(now);
  }

  /** A listener that has neither finished nor failed for that long died with its process. */
  private void markCutOff(Instant now) {
    jdbc.sql(
            """
            update timers.event_publication set status = 'FAILED'
            where completion_date is null and status is distinct from 'FAILED'
              and coalesce(last_resubmission_date, publication_date) < :before
            """)
        .param("before", at(now.minus(CUT_OFF)))
        .update();
  }

  private long countGivenUp() {
    return jdbc.sql(
            """
            select count(*) from timers.event_publication
            where completion_date is null and status = 'FAILED' and completion_attempts >= :tries
            """)
        .param("tries", TRIES)
        .query(Long.class)
        .single();
  }
}
