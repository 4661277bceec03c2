package org.diestra.office.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.diestra.office.booking.Slots.Demand;
import org.diestra.office.calendar.CalendarId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be booked.
 *
 * @param slug its name in the public address
 * @param version rises with each change, from 1
 */
record Service(
    ServiceId id, WorkspaceId workspace, String slug, Terms terms, boolean open, int version) {

  /**
   * What its people decide about it.
   *
   * @param price in words, or empty
   * @param place where it is, or empty
   * @param link where one is seen and heard, or empty; {@code {room}} in it becomes an own one for
   *     each appointment
   * @param minutes how long it takes, 5 to 720
   * @param before minutes kept free before it, 0 to 240
   * @param after minutes kept free after it, 0 to 240
   * @param grid minutes between two starts, 5 to 60
   * @param noticeHours before the start, 0 to 720
   * @param noticeDays dates from today, 0 to 90
   * @param horizonDays dates from today, 1 to 365
   * @param perDay 0 for any number
   * @param perWeek 0 for any number
   * @param everybody whether all hosts are needed, or any one
   * @param approval whether somebody of the workspace says yes to each
   * @param confirmMail whether a guest is booked only once a link in a letter was opened
   * @param waiting whether there is a list for full days
   * @param freeHours until how long before the start a guest may cancel or move it, 0 to 720
   * @param zone on whose calendar days are counted
   * @param calendar where appointments are written; null for each host's own
   * @param watched calendars besides the hosts' own in which time is taken
   */
  record Terms(
      String name,
      String about,
      String price,
      String place,
      String link,
      int minutes,
      int before,
      int after,
      int grid,
      int noticeHours,
      int noticeDays,
      int horizonDays,
      int perDay,
      int perWeek,
      boolean everybody,
      boolean approval,
      boolean confirmMail,
      boolean waiting,
      int freeHours,
      ZoneId zone,
      @Nullable CalendarId calendar,
      List<CalendarId> watched) {
    Terms {
      watched = List.copyOf(watched);
    }
  }

  /** How many a workspace may have. */
  static final int MOST = 100;

  Demand demand() {
    return new Demand(
        terms.zone(),
        Duration.ofMinutes(terms.minutes()),
        Duration.ofMinutes(terms.before()),
        Duration.ofMinutes(terms.after()),
        terms.grid(),
        Duration.ofHours(terms.noticeHours()),
        terms.noticeDays(),
        terms.horizonDays(),
        terms.perDay(),
        terms.perWeek(),
        terms.everybody());
  }

  String href() {
    return "/w/" + workspace + "/booking/services/" + id;
  }

  /** Its public address. */
  String href(Page page) {
    return page.href() + "/" + slug;
  }

  /** Somebody who can be booked no more, and how many appointments to come had counted on it. */
  record Left(WorkspaceId workspace, PersonId person, int appointments, Instant at) {}
}
