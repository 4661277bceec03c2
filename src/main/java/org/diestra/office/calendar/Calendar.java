package org.diestra.office.calendar;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.icalendar.CalendarObject;
import org.jspecify.annotations.Nullable;

/**
 * A calendar before somebody who may see it.
 *
 * @param workspace whose it is, or null for a person's own
 * @param owner whose own it is, or null
 * @param ownerName null for a workspace's
 * @param colour one of {@link #COLOURS}
 * @param zone on whose clock its whole days are, for programs that ask
 * @param change how often anything in it was changed
 * @param feed whether a secret address shows it to programs
 * @param slug the name that its owner's program made it under, or null
 * @param note what its program says of it; may be empty
 * @param tint the colour its program gave it, {@code #RRGGBB} or with two digits more, or null
 * @param kinds what may stand in it: {@code VEVENT}, {@code VTODO}
 * @param source the address outside that its events come from, or null for one that is kept here
 * @param reach how far this person may go in it
 */
public record Calendar(
    CalendarId id,
    @Nullable WorkspaceId workspace,
    @Nullable PersonId owner,
    @Nullable String ownerName,
    String name,
    String colour,
    ZoneId zone,
    long change,
    boolean feed,
    @Nullable String slug,
    String note,
    @Nullable String tint,
    Set<String> kinds,
    @Nullable Source source,
    Reach reach) {
  public static final int LONGEST_NAME = 80;
  public static final int LONGEST_NOTE = 2000;
  public static final Set<String> KINDS = Set.of(CalendarObject.EVENT, CalendarObject.TODO);

  /** How many a workspace or a person may have. */
  static final int MOST = 200;

  /** Each is told from the next also by those who see fewer colours; the name stands beside. */
  public static final List<String> COLOURS =
      List.of("green", "blue", "amber", "rose", "violet", "teal", "slate");

  public Calendar {
    kinds = Set.copyOf(kinds);
  }

  /** Whether it is that person's own. */
  public boolean of(PersonId person) {
    return person.equals(owner);
  }

  /** Whether its events come from outside, so that nobody writes in it. */
  public boolean outside() {
    return source != null;
  }

  /** Whether this person may put something into it, change it and take it out. */
  public boolean writes() {
    return reach.writes() && !outside();
  }

  /** The same of an event: a program may have made it for tasks alone. */
  public boolean takesEvents() {
    return writes() && kinds.contains(CalendarObject.EVENT);
  }

  /** The same of a task. */
  public boolean takesTasks() {
    return writes() && kinds.contains(CalendarObject.TODO);
  }

  String href() {
    return "/calendar/calendars/" + id;
  }
}
