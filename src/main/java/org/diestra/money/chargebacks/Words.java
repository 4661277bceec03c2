package org.diestra.money.chargebacks;

import java.util.Locale;

/** The messages for where a chargeback stands. */
public final class Words {
  private Words() {}

  static String state(Chargeback it) {
    return "chargebacks.state." + slug(it);
  }

  static String said(Chargeback it) {
    return "chargebacks.said." + slug(it);
  }

  static String tone(Chargeback it) {
    return switch (it.state()) {
      case WAITING -> "stop";
      case TAKEN -> "wait";
      case COVERED, RETURNED -> "good";
    };
  }

  private static String slug(Chargeback it) {
    return it.state().name().toLowerCase(Locale.ROOT);
  }
}
