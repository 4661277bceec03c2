package org.diestra.work.engagements;

import java.util.List;
import java.util.Locale;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.diestra.work.contracts.Side;
import org.diestra.work.contracts.Sides;
import org.diestra.work.engagements.Engagement.Ended;
import org.diestra.work.engagements.Engagement.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the other side, or both where time did it, how a contract moved. */
@Component
class EngagementNotices {
  static final String KIND = "engagements:course";
  private final Notifications notifications;
  private final Sides sides;

  EngagementNotices(Notifications notifications, Sides sides) {
    this.notifications = notifications;
    this.sides = sides;
  }

  /**
   * @param side whose move it was, or null for the time's
   */
  void moved(Engagement after, @Nullable Side side, @Nullable Viewer by) {
    for (var to : Side.values()) {
      if (to != side) {
        people(after.facts(), to).forEach(person -> tell(person, after, to.other(), by));
      }
    }
  }

  private void tell(PersonId person, Engagement after, Side other, @Nullable Viewer by) {
    var facts = after.facts();
    var name = name(facts, other);
    var notice =
        Notice.to(
                person,
                KIND,
                "/contracts/" + facts.contract() + "/course",
                "engagements.notice." + what(after),
                name,
                facts.title())
            .once("engagements:" + facts.contract() + ":" + facts.version());
    notifications.tell(by == null ? notice : notice.from(name));
  }

  private static String what(Engagement after) {
    return switch (after) {
      case Ended ended -> ended.end().name().toLowerCase(Locale.ROOT);
      case Engagement.Active active
          when active.facts().since().equals(active.facts().startedAt()) ->
          "started";
      case Engagement.Active active -> "resumed";
      case Engagement.Paused paused -> "paused";
      case Engagement.Ending ending -> "ending";
      case Engagement.Preparing preparing -> "preparing";
    };
  }

  private List<PersonId> people(Facts facts, Side side) {
    return sides.people(side, facts.organisation(), facts.assistant());
  }

  private String name(Facts facts, Side side) {
    return sides.name(side, facts.organisation(), facts.assistant());
  }
}
