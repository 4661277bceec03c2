package org.diestra.platform.icalendar;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Organizer;
import biweekly.property.Status;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import java.util.regex.Pattern;

/**
 * A meeting in one person's calendar (RFC 5545, RFC 5546). Each person gets an invitation of their
 * own, in which nobody else's address stands.
 *
 * @param uid the same for all of a meeting's life
 * @param sequence higher with each change
 * @param stamp when this was written
 * @param zone whose clock the times are on
 * @param firm false while the time is being talked about anew
 * @param summary one line
 * @param url where it takes place
 * @param organizer whom an answer goes to: an address that the house receives at
 */
public record Invitation(
    String uid,
    int sequence,
    Instant stamp,
    Instant start,
    Instant end,
    ZoneId zone,
    boolean firm,
    String summary,
    String description,
    String url,
    Person organizer,
    Person attendee) {
  private static final Pattern UNHEARD = Pattern.compile("\\p{Cntrl}+");
  private static final String PRODUCT = "-//Diestra//Diestra//EN";

  /**
   * Somebody with a mail address.
   *
   * @param name quotes and line ends, which no parameter can hold (RFC 5545, section 3.1), go
   */
  public record Person(String name, String address) {
    public Person {
      name = UNHEARD.matcher(name.replace('"', '\'')).replaceAll(" ");
    }
  }

  /** For a meeting that is new or has changed. */
  public byte[] request() {
    return written("REQUEST", firm ? Status.confirmed() : Status.tentative());
  }

  /** For a meeting that will not be. */
  public byte[] cancel() {
    return written("CANCEL", Status.cancelled());
  }

  private byte[] written(String method, Status status) {
    var calendar = new ICalendar();
    calendar.setProductId(PRODUCT);
    calendar.setMethod(method);
    var clock = new TimezoneAssignment(TimeZone.getTimeZone(zone), Zones.of(zone, start));
    calendar.getTimezoneInfo().setDefaultTimezone(clock);
    calendar.addEvent(event(status));
    return Biweekly.write(calendar).version(ICalVersion.V2_0).go().getBytes(StandardCharsets.UTF_8);
  }

  private VEvent event(Status status) {
    var event = new VEvent();
    event.setUid(uid);
    event.setSequence(sequence);
    event.setDateTimeStamp(Date.from(stamp));
    event.setDateStart(Date.from(start), true);
    event.setDateEnd(Date.from(end), true);
    event.setSummary(summary);
    event.setDescription(description);
    event.setLocation(url);
    event.setUrl(url);
    event.setStatus(status);
    event.setOrganizer(new Organizer(organizer.name(), organizer.address()));
    var invited = new Attendee(attendee.name(), attendee.address());
    invited.setParticipationLevel(ParticipationLevel.REQUIRED);
    // both agreed to the time before it was sent
    invited.setParticipationStatus(ParticipationStatus.ACCEPTED);
    invited.setRsvp(false);
    event.addAttendee(invited);
    return event;
  }
}
