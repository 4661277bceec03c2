package org.diestra.money.direct;

import java.time.Instant;
import java.util.Locale;

/** Which message names what, on the pages of direct payments. */
final class Words {
  private Words() {}

  static String state(Proof proof) {
    return "direct.state." + proof.state().name().toLowerCase(Locale.ROOT);
  }

  static String tone(Proof proof) {
    return switch (proof) {
      case Proof.Said it -> "wait";
      case Proof.Denied it -> "stop";
      case Proof.Arrived it -> "good";
      case Proof.Withdrawn it -> "";
    };
  }

  static String place(Due due, Instant now) {
    if (due.settled()) {
      return due.letGo().isPositive() ? "direct.place.let-go" : "direct.place.paid";
    }
    if (!due.open().isPositive()) {
      return "direct.place.said";
    }
    return due.late(now) ? "direct.place.late" : "direct.place.due";
  }

  static String tone(Due due, Instant now) {
    return due.settled() ? "good" : due.late(now) && due.open().isPositive() ? "stop" : "wait";
  }
}
