package org.diestra.work.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.live.Live;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.diestra.work.contracts.Side;
import org.diestra.work.contracts.Sides;
import org.diestra.work.tasks.Facts.Place;
import org.diestra.work.tasks.Task.Delivered;
import org.diestra.work.tasks.Task.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the other side, or both where time did it, what became of a task. */
@Component
class TaskNotices {
  static final String WORK = "tasks:work";
  static final String REVIEW = "tasks:review";
  static final String LIVE = "task";
  private final Notifications notifications;
  private final Organisations organisations;
  private final Sides sides;
  private final Live live;
  private final ObjectProvider<TaskFunding> funding; // of the module that has money

  TaskNotices(
      Notifications notifications,
      Organisations organisations,
      Sides sides,
      Live live,
      ObjectProvider<TaskFunding> funding) {
    this.notifications = notifications;
    this.organisations = organisations;
    this.sides = sides;
    this.live = live;
    this.funding = funding;
  }

  void moved(@Nullable Stage from, Task after, @Nullable By by) {
    var what = what(from, after, by);
    var key =
        after.stage() == Stage.FUNDED
                && from == Stage.AGREED
                && funding.stream().anyMatch(m -> m.promises(after.facts().place().contract()))
            ? "tasks.promised.notice"
            : "tasks.notice." + what;
    boolean disputed = from == Stage.DISPUTED || after.stage() == Stage.DISPUTED; // told there
    for (var side : Side.values()) {
      boolean told = !disputed && (by == null || side != by.side());
      for (var person : people(after.facts().place(), side)) {
        live.tell(person, LIVE, after.facts().id().toString());
        if (told) {
          notifications.tell(notice(person, after, side, key, by));
        }
      }
    }
  }

  private Notice notice(PersonId to, Task after, Side side, String key, @Nullable By by) {
    var facts = after.facts();
    var kind = side == Side.CLIENT && after instanceof Delivered ? REVIEW : WORK;
    var name = by == null ? name(facts.place(), side.other()) : by.viewer().name();
    var notice =
        Notice.to(to, kind, facts.place().href(), key, name, facts.work().title())
            .once("tasks:" + facts.id() + ":" + facts.version());
    return by == null ? notice : notice.from(name);
  }

  private static String what(@Nullable Stage from, Task after, @Nullable By by) {
    var stage = after.stage();
    if (from == null && stage == Stage.AGREED) {
      return after.facts().place().handOver() ? "hand-over" : "series";
    }
    if (from == stage) {
      return stage == Stage.PROPOSED ? "revised" : "changed";
    }
    if (stage == Stage.IN_PROGRESS) {
      return switch (from) {
        case DELIVERED -> "withdrawn";
        case CHANGES_REQUESTED -> "taken-up";
        case null, default -> "started";
      };
    }
    if (stage == Stage.CANCELLED && from != Stage.AGREED && from != Stage.FUNDED) {
      return from == Stage.PROPOSED ? "declined" : by == null ? "lapsed" : "settled";
    }
    return stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One side asks, or answers, about a change of what was agreed. */
  void bargained(Task task, Bargain bargain, By by, String what) {
    var facts = task.facts();
    for (var side : Side.values()) {
      for (var person : people(facts.place(), side)) {
        live.tell(person, LIVE, facts.id().toString());
        if (side != by.side()) {
          notifications.tell(
              Notice.to(
                      person,
                      WORK,
                      facts.place().href() + "#bargain",
                      "tasks.notice." + what,
                      by.viewer().name(),
                      facts.work().title())
                  .once("tasks:bargain:" + bargain.key() + ":" + what)
                  .from(by.viewer().name()));
        }
      }
    }
  }

  /** The other side is told, once. */
  void told(Task task, By by, String what, String once) {
    var place = task.facts().place();
    for (var person : people(place, by.side().other())) {
      notifications.tell(
          Notice.to(
                  person,
                  WORK,
                  place.href(),
                  "tasks.notice." + what,
                  by.viewer().name(),
                  task.facts().work().title())
              .once(once)
              .from(by.viewer().name()));
    }
    changed(place);
  }

  /** The page of everybody concerned shows something new, of which nobody need hear. */
  void changed(Place place) {
    for (var side : Side.values()) {
      people(place, side).forEach(person -> live.tell(person, LIVE, place.id().toString()));
    }
  }

  void reminded(Delivered it, Instant due) {
    var facts = it.facts();
    for (var person : people(facts.place(), Side.CLIENT)) {
      notifications.tell(
          Notice.to(
                  person,
                  REVIEW,
                  facts.place().href(),
                  "tasks.notice.reminder",
                  facts.work().title(),
                  it.closesAt())
              .once("tasks:reminder:" + facts.id() + ":" + facts.version() + ":" + due));
    }
  }

  /** The assistant, or everybody who decides on work for the client. */
  private List<PersonId> people(Place place, Side side) {
    return side == Side.ASSISTANT
        ? List.of(place.assistant())
        : organisations.members(place.organisation()).stream()
            .filter(m -> m.role().approves())
            .map(Organisations.Member::person)
            .toList();
  }

  private String name(Place place, Side side) {
    return sides.name(side, place.organisation(), place.assistant());
  }
}
