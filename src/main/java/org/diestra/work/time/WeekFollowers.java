package org.diestra.work.time;

import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells those who follow weeks that are paid by the hour. */
@Component
class WeekFollowers {
  private final ObjectProvider<WeekFollower> all; // who ask here themselves
  private final Bags bags;
  private final BagNotices notices;

  WeekFollowers(ObjectProvider<WeekFollower> all, Bags bags, BagNotices notices) {
    this.all = all;
    this.bags = bags;
    this.notices = notices;
  }

  void recorded(Desk desk) {
    boolean hourly = desk.tariff() != null && desk.tariff().rate() != null;
    bags.open(desk.id()).forEach(bag -> notices.recorded(desk.engagement(), bag, hourly));
    if (desk.tariff() != null && desk.tariff().rate() != null) {
      all.orderedStream().forEach(follower -> follower.recorded(desk.id()));
    }
  }

  void submitted(Timesheet sheet) {
    var facts = sheet.facts();
    tell(sheet, follower -> follower.submitted(facts.contract(), facts.week().monday()));
  }

  void closed(Timesheet.Closed sheet, Tally tally) {
    var facts = sheet.facts();
    var rate = facts.tariff().rate();
    if (rate != null) {
      var week =
          new WorkedWeek(
              facts.contract(),
              facts.week().monday(),
              facts.organisation(),
              facts.assistant(),
              rate,
              tally.accepted() - tally.drawn(),
              tally.withheld());
      tell(sheet, follower -> follower.closed(week));
    }
  }

  private void tell(Timesheet sheet, Consumer<WeekFollower> news) {
    if (sheet.facts().tariff().rate() != null) {
      all.orderedStream().forEach(news);
    }
  }
}
