package org.diestra.work.trials;

import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.springframework.stereotype.Component;

/** Tells both sides what becomes of a trial; of its work they hear as of any task. */
@Component
class TrialNotices {
  static final String REQUESTED = "trials:requested";
  static final String ANSWERED = "trials:answered";
  static final String SCORED = "trials:scored";
  private final Notifications notifications;
  private final Organisations organisations;

  TrialNotices(Notifications notifications, Organisations organisations) {
    this.notifications = notifications;
    this.organisations = organisations;
  }

  /**
   * @param title the job's
   */
  void requested(Trial.Requested it, String title) {
    var facts = it.facts();
    var client = organisations.get(facts.organisation()).name();
    bidder(
        it, REQUESTED, "trials.notice.requested", client, title, facts.price(), facts.answerBy());
  }

  /** It came from a request to another stage, which the other side does not know of yet. */
  void answered(Trial next, String title) {
    switch (next.state()) {
      case ACCEPTED -> team(next, "trials.notice.accepted", title, next.facts().price());
      case DECLINED -> team(next, "trials.notice.declined", title);
      case WITHDRAWN -> bidder(next, REQUESTED, "trials.notice.withdrawn", title);
      case EXPIRED -> {
        bidder(next, REQUESTED, "trials.notice.expired", title);
        team(next, "trials.notice.expired", title);
      }
      case REQUESTED, SUBMITTED, PAID, CANCELLED ->
          throw new IllegalStateException("no answer: " + next.state());
    }
  }

  void scored(Trial trial, String title) {
    bidder(trial, SCORED, "trials.notice.scored", title);
  }

  private void bidder(Trial trial, String kind, String key, Object... args) {
    var id = trial.facts().id();
    notifications.tell(
        Notice.to(trial.facts().person(), kind, id.href(), key, args).once(key + " " + id));
  }

  private void team(Trial trial, String key, Object... args) {
    var id = trial.facts().id();
    for (var member : organisations.hiring(trial.facts().organisation())) {
      notifications.tell(Notice.to(member, ANSWERED, id.href(), key, args).once(key + " " + id));
    }
  }
}
