package org.diestra.hiring.interviews;

import java.util.Locale;

/** The name of a stage, for tables and messages. */
enum State {
  PROPOSED,
  SCHEDULED,
  LIVE,
  DONE,
  EXPIRED,
  CANCELLED,
  NO_SHOW;

  static State of(Stage stage) {
    return switch (stage) {
      case Stage.Proposed p -> PROPOSED;
      case Stage.Scheduled s -> SCHEDULED;
      case Stage.Live l -> LIVE;
      case Stage.Done d -> DONE;
      case Stage.Expired e -> EXPIRED;
      case Stage.Cancelled c -> CANCELLED;
      case Stage.NoShow n -> NO_SHOW;
    };
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String key() {
    return "interviews.state." + slug();
  }

  /** How its badge looks. */
  String tone() {
    return switch (this) {
      case SCHEDULED, LIVE, DONE -> "good";
      case PROPOSED -> "wait";
      case NO_SHOW -> "stop";
      case EXPIRED, CANCELLED -> "";
    };
  }
}
