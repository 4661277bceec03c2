package org.diestra.work.time;

import java.util.ArrayList;
import java.util.List;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.live.Live;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.diestra.work.contracts.Side;
import org.diestra.work.contracts.Sides;
import org.diestra.work.engagements.Engagement;
import org.springframework.stereotype.Component;

/** Tells both sides how the hours of a month stand, once for each level. */
@Component
class BagNotices {
  static final String BAG = "time:bag";
  private static final int LOW = 80; // per cent of it that are used

  private final Notifications notifications;
  private final Sides sides;
  private final Live live;

  BagNotices(Notifications notifications, Sides sides, Live live) {
    this.notifications = notifications;
    this.sides = sides;
    this.live = live;
  }

  /**
   * Hours were recorded.
   *
   * @param bag as it stands with them
   * @param hourly whether hours beyond it are paid by the hour
   */
  void recorded(Engagement it, Bag bag, boolean hourly) {
    boolean full = bag.left() == 0;
    if (full || bag.drawn() * 100L >= bag.size() * (long) LOW) {
      tell(
          it,
          full
              ? hourly ? "time.notice.bag.full.hourly" : "time.notice.bag.full"
              : "time.notice.bag.low",
          "time:bag:" + bag.contract() + ":" + bag.number() + ":" + (full ? "full" : "low"),
          CellText.length(bag.left()),
          CellText.length(bag.size()),
          bag.ends().minusDays(1),
          it.facts().title());
    }
  }

  /** Its last week is closed. */
  void closed(Engagement it, Bag bag, int rolled) {
    tell(
        it,
        rolled > 0 ? "time.notice.bag.rolled" : "time.notice.bag.closed",
        "time:bag:" + bag.contract() + ":" + bag.number() + ":closed",
        CellText.length(bag.drawn()),
        CellText.length(bag.size()),
        bag.ends().minusDays(1),
        it.facts().title(),
        CellText.length(rolled));
  }

  private void tell(Engagement it, String key, String once, Object... args) {
    var facts = it.facts();
    for (var person : people(it)) {
      notifications.tell(
          Notice.to(person, BAG, "/contracts/" + facts.contract() + "/time", key, args).once(once));
    }
    live.tell(people(it), TimeNotices.HOURS, facts.contract().toString());
  }

  private List<PersonId> people(Engagement it) {
    var facts = it.facts();
    var people =
        new ArrayList<>(sides.people(Side.CLIENT, facts.organisation(), facts.assistant()));
    people.add(facts.assistant());
    return people;
  }
}
