package org.diestra.hiring.jobs;

import java.util.Set;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.Audience;
import org.diestra.platform.page.NavEntry;
import org.diestra.platform.timers.Timer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What jobs add to the frame of every page. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobRules.class)
class JobsConfiguration {
  @Bean
  NavEntry ownJobs() {
    return new NavEntry(
            "/jobs/mine", "jobs.nav.mine", "clipboard-list", 25, Set.of(Audience.HIRING))
        .holding("/jobs", "/interviews", "/tryouts");
  }

  @Bean
  static Timer passing(ObjectProvider<JobTimers> timers) {
    return new Timer(Moves.TIMER, (key, dueAt) -> timers.getObject().ring(key));
  }

  @Bean
  static NoticeKind jobNeedsYou() {
    return NoticeKind.mailed(JobNotices.LIFE, Topic.HIRING, "jobs.kind.life", "briefcase")
        .only(Audience.HIRING);
  }

  @Bean
  static NoticeKind jobReviewed() {
    return NoticeKind.mailed(JobNotices.HOUSE, Topic.HIRING, "jobs.kind.house", "shield-check")
        .only(Audience.HIRING);
  }

  @Bean
  static NoticeKind invited() {
    return NoticeKind.mailed(JobNotices.INVITED, Topic.HIRING, "jobs.kind.invited", "mail-open")
        .only(Audience.ASSISTANT);
  }
}
