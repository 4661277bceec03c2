package org.diestra.office.learning;

import java.time.Clock;
import java.time.Duration;
import org.diestra.office.manuals.ManualPublished;
import org.diestra.office.manuals.Manuals;
import org.diestra.office.manuals.ProcedureId;
import org.diestra.office.procedures.Change;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.timers.Timer;
import org.diestra.platform.timers.Timers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A day before the time to confirm is over, whoever has not is reminded once. */
@Component
class LearningTimers {
  private static final String REMINDER = "learning:reminder";
  private static final Duration BEFORE = Duration.ofHours(24);
  private final Manuals manuals;
  private final Readings readings;
  private final Learners learners;
  private final LearningNotices notices;
  private final Timers timers;
  private final Clock clock;

  LearningTimers(
      Manuals manuals,
      Readings readings,
      Learners learners,
      LearningNotices notices,
      Timers timers,
      Clock clock) {
    this.manuals = manuals;
    this.readings = readings;
    this.learners = learners;
    this.notices = notices;
    this.timers = timers;
    this.clock = clock;
  }

  @Configuration(proxyBeanMethods = false)
  static class Entries {
    @Bean
    static Timer readingReminder(ObjectProvider<LearningTimers> timers) {
      return new Timer(REMINDER, (key, due) -> timers.getObject().remind(key));
    }

    @Bean
    static NoticeKind questionsKind() {
      return NoticeKind.mailed(
          LearningNotices.QUESTIONS,
          Topic.WORK,
          "learning.kind.questions",
          "message-circle-question");
    }

    @Bean
    static NoticeKind readingsKind() {
      return NoticeKind.mailed(
          LearningNotices.READINGS, Topic.WORK, "learning.kind.readings", "book-open-check");
    }
  }

  @ApplicationModuleListener
  void on(ManualPublished event) {
    if (event.change() == Change.MAJOR && event.number() > 1) {
      var version = manuals.version(event.procedure(), event.number());
      var due = version.publishedAt().plus(Standing.TIME).minus(BEFORE);
      timers.at(due, REMINDER, event.procedure() + " " + event.number());
    }
  }

  @Transactional
  public void remind(String key) {
    var parts = key.split(" ");
    var id = ProcedureId.of(parts[0]);
    var number = Integer.parseInt(parts[1]);
    manuals
        .find(id)
        .filter(p -> p.archivedAt() == null)
        .ifPresent(procedure -> {
          var version = manuals.version(id, number);
          var standing = readings.standing(procedure, null);
          if (standing.asked().number() != number || !clock.instant().isBefore(standing.due())) {
            return;
          }
          var read = readings.read(id);
          learners.of(procedure).stream()
              .filter(person -> !standing.of(read.get(person)).confirmed())
              .forEach(person -> notices.reminded(person, procedure, version));
        });
  }
}
