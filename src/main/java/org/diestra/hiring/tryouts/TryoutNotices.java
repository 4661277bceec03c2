package org.diestra.hiring.tryouts;

import org.diestra.hiring.tryouts.Tryout.State;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.springframework.stereotype.Component;

/**
 * Tells both sides what becomes of a sample. A client's team is never told a name: they may have
 * chosen not to know it yet.
 */
@Component
class TryoutNotices {
  static final String REQUESTED = "tryouts:requested";
  static final String ANSWERED = "tryouts:answered";
  static final String SCORED = "tryouts:scored";
  static final String ENDED = "tryouts:ended";

  private final Notifications notifications;
  private final Organisations organisations;

  TryoutNotices(Notifications notifications, Organisations organisations) {
    this.notifications = notifications;
    this.organisations = organisations;
  }

  /**
   * @param title the job's
   */
  void requested(Task task, Tryout.Requested tryout, String title) {
    bidder(
        tryout,
        REQUESTED,
        "tryouts.notice.requested",
        title,
        task.minutes(),
        tryout.facts().dueAt());
  }

  void dueSoon(Asked asked, String title) {
    var tryout = asked.tryout();
    bidder(tryout, REQUESTED, "tryouts.notice.due", title, tryout.facts().dueAt());
  }

  /** It came to another stage, which the other side does not know of yet. */
  void moved(Asked asked, String title) {
    switch (asked.tryout().state()) {
      case ACCEPTED -> team(asked, "tryouts.notice.accepted", title);
      case DECLINED -> team(asked, "tryouts.notice.declined", title);
      case SUBMITTED -> team(asked, "tryouts.notice.submitted", title);
      case SCORED -> bidder(asked.tryout(), SCORED, "tryouts.notice.scored", title);
      case WITHDRAWN -> bidder(asked.tryout(), ENDED, "tryouts.notice.withdrawn", title);
      case EXPIRED -> {
        bidder(asked.tryout(), ENDED, "tryouts.notice.expired.bidder", title);
        team(asked, "tryouts.notice.expired", title);
      }
      case REQUESTED -> throw new IllegalStateException("told when it was asked");
    }
  }

  private void bidder(Tryout tryout, String kind, String key, Object... args) {
    var facts = tryout.facts();
    notifications.tell(
        Notice.to(facts.person(), kind, Asked.href(facts.id()), key, args).once(once(key, tryout)));
  }

  private void team(Asked asked, String key, String title) {
    var kind = asked.tryout().state() == State.EXPIRED ? ENDED : ANSWERED;
    for (var member : organisations.hiring(asked.task().organisation())) {
      notifications.tell(
          Notice.to(member, kind, Asked.href(asked.id()), key, title)
              .once(once(key, asked.tryout())));
    }
  }

  /** The same move of the same sample is told once. */
  private static String once(String key, Tryout tryout) {
    return key + " " + tryout.facts().id();
  }
}
