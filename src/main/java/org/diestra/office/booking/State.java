package org.diestra.office.booking;

import java.util.Locale;

/**
 * What an appointment is now. Only held, pending and confirmed ones take anybody's time; which move
 * leads where is written at the verbs of {@link Course}.
 */
enum State {
  /** A guest is filling in the form: for ten minutes. */
  HELD(true, "wait"),
  /** Nobody finished the form in time. */
  LAPSED(false, ""),
  /** Asked for; somebody of the workspace says yes or no. */
  PENDING(true, "wait"),
  CONFIRMED(true, "good"),
  /** It is over. */
  DONE(false, ""),
  /** It is over, and the guest did not come. */
  NO_SHOW(false, "stop"),
  CANCELLED(false, "stop");

  private final boolean live;
  private final String tone;

  State(boolean live, String tone) {
    this.live = live;
    this.tone = tone;
  }

  /** Whether it takes time. */
  boolean live() {
    return live;
  }

  boolean agreed() {
    return this == PENDING || this == CONFIRMED;
  }

  boolean over() {
    return this == DONE || this == NO_SHOW;
  }

  /** How its badge looks. */
  String tone() {
    return tone;
  }

  String key() {
    return "booking.state." + name().toLowerCase(Locale.ROOT);
  }
}
