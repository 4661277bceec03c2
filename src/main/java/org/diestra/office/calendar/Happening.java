package org.diestra.office.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.diestra.platform.icalendar.When;

/**
 * One time at which an event takes place, before somebody who may see at least that the time is
 * taken.
 *
 * @param original which one of the event's times it is
 * @param again whether there are others
 * @param open whether the words are there; empty otherwise
 * @param changes whether this person may change it
 */
record Happening(
    EventId event,
    Calendar calendar,
    When original,
    boolean again,
    When start,
    Instant from,
    Instant to,
    String summary,
    String place,
    boolean busy,
    boolean cancelled,
    boolean hidden,
    boolean open,
    boolean changes) {

  boolean day() {
    return start.day();
  }

  /** Its first day for somebody on that clock. */
  LocalDate first(ZoneId zone) {
    return day() ? start.date() : LocalDate.ofInstant(from, zone);
  }

  /** Its last day; what ends at midnight ends the day before. */
  LocalDate last(ZoneId zone) {
    var end = to.isAfter(from) ? to.minusNanos(1) : to;
    var last = LocalDate.ofInstant(end, zone);
    return last.isBefore(first(zone)) ? first(zone) : last;
  }

  boolean on(LocalDate date, ZoneId zone) {
    return !date.isBefore(first(zone)) && !date.isAfter(last(zone));
  }

  String href() {
    return "/calendar/events/" + event + "?at=" + original.key();
  }
}
