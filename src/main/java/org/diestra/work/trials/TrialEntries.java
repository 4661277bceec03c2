package org.diestra.work.trials;

import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.Audience;
import org.diestra.platform.timers.Timer;
import org.diestra.work.tasks.TaskId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What falls due for trials, and the kinds of news about them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrialRules.class)
class TrialEntries {
  /** The request lapses; its key is the trial. */
  static final String ANSWER = "trials:answer";

  /** It is due, and is called off where nobody has paid; its key is the task. */
  static final String DUE = "trials:due";

  /** The price goes back where nothing was ever delivered; its key is the task. */
  static final String BACK = "trials:back";

  @Bean
  static Timer trialAnswer(ObjectProvider<Trials> trials) {
    return new Timer(ANSWER, (key, due) -> trials.getObject().lapse(TrialId.of(key)));
  }

  @Bean
  static Timer trialDue(ObjectProvider<TrialTimes> times) {
    return new Timer(DUE, (key, due) -> times.getObject().due(TaskId.of(key)));
  }

  @Bean
  static Timer trialBack(ObjectProvider<TrialTimes> times) {
    return new Timer(BACK, (key, due) -> times.getObject().back(TaskId.of(key)));
  }

  @Bean
  static NoticeKind trialRequested() {
    return NoticeKind.mailed(
            TrialNotices.REQUESTED, Topic.HIRING, "trials.kind.requested", "hand-coins")
        .only(Audience.ASSISTANT);
  }

  @Bean
  static NoticeKind trialAnswered() {
    return NoticeKind.mailed(
            TrialNotices.ANSWERED, Topic.HIRING, "trials.kind.answered", "hand-coins")
        .only(Audience.HIRING);
  }

  @Bean
  static NoticeKind trialScored() {
    return NoticeKind.mailed(TrialNotices.SCORED, Topic.HIRING, "trials.kind.scored", "star")
        .only(Audience.ASSISTANT);
  }
}
