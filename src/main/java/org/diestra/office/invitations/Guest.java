package org.diestra.office.invitations;

import java.time.Instant;
import java.util.UUID;
import org.diestra.office.calendar.EventId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is asked to an event, or was.
 *
 * @param person somebody who works where the event stands, or null for anybody else
 * @param words what they said with their answer; may be empty
 * @param stamp when they wrote that, as their program says, or null
 * @param proposes another time that they would like better, or null
 * @param issue which issue of the meeting they hold; 0 for none yet
 * @param key the secret of their page, sealed
 * @param copy what stands in their own calendar, or null
 * @param askedAt when they were asked, or asked anew after they were taken off
 * @param lift by how much what they are sent is numbered higher than it is for others
 */
record Guest(
    GuestId id,
    UUID meeting,
    String address,
    String addressKey,
    String name,
    @Nullable PersonId person,
    boolean optional,
    Answer answer,
    String words,
    @Nullable Instant answeredAt,
    @Nullable Instant stamp,
    @Nullable Proposal proposes,
    int issue,
    byte[] key,
    @Nullable EventId copy,
    Instant askedAt,
    int lift,
    @Nullable Instant removedAt) {
  /** At most so many of one event. */
  static final int MOST = 200;

  /** With those who were taken off. */
  static final int EVER = 900;

  static final int LONGEST_WORDS = 1000;
  static final int LONGEST_NAME = 200;

  /** Another time that somebody would like better. */
  record Proposal(Instant from, Instant to) {
    /** The same for the same. */
    String seal() {
      return from + "/" + to;
    }
  }

  boolean there() {
    return removedAt == null;
  }

  boolean told() {
    return issue > 0;
  }

  /** Asked once more, at another time: what they said was said of the other. */
  Guest anew() {
    return with(Answer.NONE);
  }

  Guest with(Answer other) {
    return new Guest(
        id,
        meeting,
        address,
        addressKey,
        name,
        person,
        optional,
        other,
        words,
        answeredAt,
        stamp,
        proposes,
        issue,
        key,
        copy,
        askedAt,
        lift,
        removedAt);
  }

  /** The number that what they hold bears (RFC 5546, section 2.1.4). */
  int sequence(Issue of) {
    return of.sequence() + lift;
  }

  String label() {
    return name.isEmpty() ? address : name;
  }

  static String href(GuestId id) {
    return "/calendar/invitations/" + id;
  }

  /** The page of a member; others have one behind a secret. */
  String href() {
    return href(id);
  }
}
