package org.diestra.hiring.proposals;

import java.time.Instant;
import java.util.Map;
import org.diestra.hiring.jobs.Ending;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.PayUnit;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.springframework.stereotype.Component;

/**
 * Tells both sides what becomes of a bid. A client's team is never told a name here: they may have
 * chosen not to know it yet.
 */
@Component
class BidNotices {
  static final String ARRIVED = "proposals:arrived";
  static final String OVERDUE = "proposals:overdue";
  static final String DECIDED = "proposals:decided";
  static final String PROMOTED = "proposals:promoted";
  static final String OUTDATED = "proposals:outdated";
  static final String RAISED = "proposals:raised";
  static final String CLOSED = "proposals:closed";

  private final Notifications notifications;
  private final Organisations organisations;
  private final Jobs jobs;
  private final VersionStore versions;

  BidNotices(
      Notifications notifications, Organisations organisations, Jobs jobs, VersionStore versions) {
    this.notifications = notifications;
    this.organisations = organisations;
    this.jobs = jobs;
    this.versions = versions;
  }

  /** A bid came before the client. */
  void arrived(Bid bid, BidContent said) {
    var title = title(bid.job());
    for (var member : organisations.hiring(bid.organisation())) {
      notifications.tell(
          Notice.to(
                  member,
                  ARRIVED,
                  "/jobs/" + bid.job() + Board.PATH + "/" + bid.id(),
                  "proposals.notice.arrived",
                  title,
                  said.price(),
                  new Notice.Said(said.unit().key()))
              .once(once(ARRIVED, bid)));
    }
  }

  void overdue(Bid bid) {
    var title = title(bid.job());
    for (var member : organisations.hiring(bid.organisation())) {
      notifications.tell(
          Notice.to(
                  member,
                  OVERDUE,
                  "/jobs/" + bid.job() + Board.PATH,
                  "proposals.notice.overdue",
                  title)
              .once(OVERDUE + " " + bid.id() + " " + bid.decideBy()));
    }
  }

  void promoted(Bid bid) {
    tell(bid, PROMOTED, "proposals.notice.promoted", title(bid.job()));
    arrived(bid, versions.current(bid).orElseThrow());
  }

  void kept(Bid bid) {
    tell(bid, DECIDED, "proposals.notice.kept", title(bid.job()));
  }

  void declined(Bid bid, DeclineReason reason) {
    tell(
        bid,
        DECIDED,
        "proposals.notice.declined",
        title(bid.job()),
        new Notice.Said(reason.toldKey()));
  }

  void reconsidered(Bid bid) {
    tell(bid, DECIDED, "proposals.notice.reconsidered", title(bid.job()));
  }

  void outdated(Bid bid, String title, Instant until) {
    tell(bid, OUTDATED, "proposals.notice.outdated", title, until);
  }

  void expired(Bid bid) {
    tell(bid, OUTDATED, "proposals.notice.expired", title(bid.job()));
  }

  void raised(Bid bid, String title) {
    tell(bid, RAISED, "proposals.notice.raised", title);
  }

  /**
   * @param sent how many bids there were in all
   * @param medians the price in the middle, for the units in which enough have bid
   */
  void closed(Bid bid, String title, Ending ending, int sent, Map<PayUnit, Money> medians) {
    var how = new Notice.Said("proposals.ending." + ending.slug());
    var unit = versions.current(bid).orElseThrow().unit();
    var median = medians.get(unit);
    if (median == null) {
      tell(bid, CLOSED, "proposals.notice.closed", title, how, sent);
    } else {
      tell(
          bid,
          CLOSED,
          "proposals.notice.closed.median",
          title,
          how,
          sent,
          median,
          new Notice.Said(unit.key()));
    }
  }

  private void tell(Bid bid, String kind, String key, Object... args) {
    notifications.tell(
        Notice.to(bid.person(), kind, "/jobs/" + bid.job() + "/bid", key, args)
            .once(once(key, bid)));
  }

  /** The same move of the same bid is told once. */
  private static String once(String what, Bid bid) {
    return what + " " + bid.id() + " " + bid.stage().since();
  }

  String title(JobId job) {
    return jobs.terms(job).title();
  }
}
