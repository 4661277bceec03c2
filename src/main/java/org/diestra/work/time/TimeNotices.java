package org.diestra.work.time;

import java.util.ArrayList;
import java.util.List;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.live.Live;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.diestra.work.contracts.Side;
import org.diestra.work.contracts.Sides;
import org.springframework.stereotype.Component;

/** Tells either side what the other did with a week. */
@Component
class TimeNotices {
  static final String WEEK = "time:week";
  static final String LINE = "time:line";
  static final String CUT = "time:cut";

  /** The name under which pages wait for it. */
  static final String HOURS = "hours";

  private final Notifications notifications;
  private final Organisations organisations;
  private final Sides sides;
  private final Live live;

  TimeNotices(Notifications notifications, Organisations organisations, Sides sides, Live live) {
    this.notifications = notifications;
    this.organisations = organisations;
    this.sides = sides;
    this.live = live;
  }

  /** The open pages of both sides show the week anew. */
  void changed(Timesheet.Facts facts) {
    var people = new ArrayList<>(reviewers(facts));
    people.add(facts.assistant());
    live.tell(people, HOURS, facts.contract().toString());
  }

  /**
   * @param lines of the week, as they are now
   * @param tally says whether more of it was written by hand than counts without a closer look
   */
  void submitted(Timesheet sheet, List<Entry> lines, Tally tally) {
    var key = tally.manualProtected() ? "time.notice.submitted" : "time.notice.submitted.manual";
    var facts = sheet.facts();
    var name = name(facts, Side.ASSISTANT);
    for (var person : reviewers(facts)) {
      notifications.tell(
          week(person, facts, key, name, tally)
              .once("time:submitted:" + facts.key())
              .from(name)
              .offering(WeekTap.offer(facts, lines)));
    }
  }

  void remind(Timesheet.Submitted sheet, List<Entry> lines, Tally tally) {
    var key = tally.manualProtected() ? "time.notice.reminder" : "time.notice.reminder.manual";
    var facts = sheet.facts();
    var name = name(facts, Side.ASSISTANT);
    for (var person : reviewers(facts)) {
      notifications.tell(
          week(person, facts, key, name, tally)
              .once("time:reminder:" + facts.key())
              .offering(WeekTap.offer(facts, lines)));
    }
  }

  void accepted(Timesheet.Submitted sheet, int minutes) {
    var facts = sheet.facts();
    var name = name(facts, Side.CLIENT);
    notifications.tell(
        Notice.to(
                facts.assistant(),
                WEEK,
                facts.href(),
                "time.notice.accepted",
                name,
                CellText.length(minutes),
                facts.title(),
                facts.week().monday())
            .once("time:accepted:" + facts.key())
            .from(name));
  }

  /** Time has closed it, and both hear what it came to. */
  void closed(Timesheet.Closed sheet, Tally tally) {
    var facts = sheet.facts();
    var key = tally.withheld() > 0 ? "time.notice.withheld" : "time.notice.closed";
    var accepted = CellText.length(tally.accepted());
    var withheld = CellText.length(tally.withheld());
    for (var side : Side.values()) {
      var people = side == Side.ASSISTANT ? List.of(facts.assistant()) : reviewers(facts);
      for (var person : people) {
        notifications.tell(
            Notice.to(
                    person,
                    WEEK,
                    facts.href(),
                    key,
                    name(facts, side.other()),
                    accepted,
                    facts.title(),
                    facts.week().monday(),
                    withheld)
                .once("time:closed:" + facts.key()));
      }
    }
  }

  /** What happened to one line, told to whoever did not do it. */
  void moved(Timesheet sheet, Entry line) {
    var what =
        switch (line.state()) {
          case QUERIED -> "queried";
          case ANSWERED -> "answered";
          case DISPUTED -> "disputed";
          case OPEN, SUBMITTED, ACCEPTED, INVOICED, PAID -> null;
        };
    if (what == null) {
      return;
    }
    var facts = sheet.facts();
    boolean answered = line instanceof Entry.Answered;
    var name = name(facts, answered ? Side.ASSISTANT : Side.CLIENT);
    for (var person : answered ? reviewers(facts) : List.of(facts.assistant())) {
      notifications.tell(
          Notice.to(
                  person,
                  LINE,
                  "/contracts/" + facts.contract() + "/time/entries/" + line.facts().id(),
                  "time.notice." + what,
                  name,
                  line.facts().said().note())
              .once("time:" + line.facts().id() + ":" + line.facts().version())
              .from(name));
    }
  }

  /** One side gave way about lines that the month of a retainer would pay, and the other hears. */
  void conceded(Timesheet sheet, int minutes, boolean counted) {
    var facts = sheet.facts();
    var by = name(facts, counted ? Side.CLIENT : Side.ASSISTANT);
    for (var person : counted ? List.of(facts.assistant()) : reviewers(facts)) {
      notifications.tell(
          Notice.to(
                  person,
                  WEEK,
                  facts.href(),
                  counted ? "time.notice.disputed.counted" : "time.notice.disputed.let-go",
                  by,
                  CellText.length(minutes),
                  facts.title(),
                  facts.week().monday())
              .once("time:conceded:" + facts.key())
              .from(by));
    }
    changed(facts);
  }

  /** A timer ended without anybody pressing its button. */
  void cut(Running running, Stop stop) {
    int minutes = stop instanceof Stop.Recorded recorded ? recorded.minutes() : 0;
    notifications.tell(
        Notice.to(
                running.person(),
                CUT,
                "/contracts/" + running.contract() + "/time",
                "time.notice.cut",
                CellText.length(minutes))
            .once("time:cut:" + running.id()));
  }

  private static Notice week(
      PersonId to, Timesheet.Facts facts, String key, String name, Tally tally) {
    return Notice.to(
        to,
        WEEK,
        facts.href(),
        key,
        name,
        CellText.length(tally.total()),
        facts.title(),
        facts.week().monday(),
        tally.manualPercent());
  }

  /** Everybody who decides on hours for the client. */
  private List<PersonId> reviewers(Timesheet.Facts facts) {
    return organisations.members(facts.organisation()).stream()
        .filter(m -> m.role().hires() || m.role() == Role.APPROVER)
        .map(m -> m.person())
        .toList();
  }

  private String name(Timesheet.Facts facts, Side side) {
    return sides.name(side, facts.organisation(), facts.assistant());
  }
}
