package org.diestra.work.tasks;

import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.timers.Timer;
import org.diestra.work.contracts.ContractEntry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TaskRules.class)
class TaskEntries {
  @Bean
  static Timer taskReminder(ObjectProvider<Reviews> reviews) {
    return new Timer(
        ReviewWindow.REMIND, (key, due) -> reviews.getObject().remind(TaskId.of(key), due));
  }

  @Bean
  static Timer taskCloses(ObjectProvider<Reviews> reviews) {
    return new Timer(ReviewWindow.CLOSE, (key, due) -> reviews.getObject().close(TaskId.of(key)));
  }

  @Bean
  static Timer taskLapses(ObjectProvider<LateWork> late) {
    return new Timer(LateWatch.LAPSE, (key, due) -> late.getObject().lapse(TaskId.of(key)));
  }

  @Bean
  static Timer taskSeries(ObjectProvider<SeriesKeeper> series) {
    return new Timer(SeriesKeeper.NEXT, (key, due) -> series.getObject().goOn(TaskId.of(key)));
  }

  @Bean
  static ContractEntry tasksEntry() {
    return new ContractEntry("tasks", "tasks.title", "list-checks", 20);
  }

  @Bean
  static NoticeKind taskKind() {
    return NoticeKind.mailed(TaskNotices.WORK, Topic.WORK, "tasks.kind.work", "list-checks");
  }

  @Bean
  static NoticeKind reviewKind() {
    return NoticeKind.mailed(
        TaskNotices.REVIEW, Topic.WORK, "tasks.kind.review", "clipboard-check");
  }
}
