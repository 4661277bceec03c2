package org.diestra.hiring.jobs;

import java.time.Instant;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.springframework.stereotype.Component;

/** What the people who hire for a client are told of its jobs, and whom they invite. */
@Component
class JobNotices {
  static final String LIFE = "jobs:life";
  static final String HOUSE = "jobs:house";
  static final String INVITED = "jobs:invited";
  private final JobQueries queries;
  private final Organisations organisations;
  private final Notifications notifications;

  JobNotices(JobQueries queries, Organisations organisations, Notifications notifications) {
    this.queries = queries;
    this.organisations = organisations;
    this.notifications = notifications;
  }

  /**
   * @param pauses when the job pauses by itself
   */
  void quiet(Job job, Instant pauses) {
    tell(job, LIFE, "quiet:" + job.clocks(), "jobs.notice.quiet", title(job), pauses);
  }

  /**
   * @param closes when the job closes by itself
   */
  void fellSilent(Job job, Instant closes) {
    tell(job, LIFE, "silent:" + job.clocks(), "jobs.notice.silent", title(job), closes);
  }

  void expired(Job job) {
    tell(job, LIFE, "expired", "jobs.notice.expired", title(job));
  }

  void released(Job job) {
    tell(job, HOUSE, "released:" + job.post().version(), "jobs.notice.released", title(job));
  }

  /**
   * @param why the operator's own words
   */
  void sentBack(Job job, String why) {
    tell(job, HOUSE, "back:" + job.post().version(), "jobs.notice.sent-back", title(job), why);
  }

  /**
   * @param why the operator's own words
   */
  void hidden(Job job, String why) {
    tell(job, HOUSE, "hidden:" + job.post().version(), "jobs.notice.hidden", title(job), why);
  }

  /**
   * @param why a message without arguments
   */
  void suspended(Job job, String why) {
    var said = new Notice.Said(why);
    tell(job, HOUSE, "stopped:" + job.post().version(), "jobs.notice.stopped", title(job), said);
  }

  void invited(Job job, PersonId assistant, String client) {
    notifications.tell(
        Notice.to(assistant, INVITED, href(job), "jobs.notice.invited", client, title(job))
            .once(INVITED + ":" + job.id()));
  }

  private void tell(Job job, String kind, String once, String key, Object... args) {
    for (var person : organisations.hiring(job.post().client())) {
      notifications.tell(
          Notice.to(person, kind, href(job), key, args).once(kind + ":" + job.id() + ":" + once));
    }
  }

  private String title(Job job) {
    return queries.find(job.id()).map(whole -> whole.sketch().title()).orElse("");
  }

  private static String href(Job job) {
    return "/jobs/" + job.id();
  }
}
