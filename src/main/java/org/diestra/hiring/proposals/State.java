package org.diestra.hiring.proposals;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The name of a stage, for tables, addresses and messages. */
enum State {
  DRAFT,
  WAITLISTED,
  SUBMITTED,
  SHORTLISTED,
  INTERVIEWING,
  OFFERED,
  STALE,
  WON,
  WITHDRAWN,
  DECLINED,
  LOST,
  EXPIRED;

  static State of(Stage stage) {
    return switch (stage) {
      case Stage.Draft d -> DRAFT;
      case Stage.Waitlisted w -> WAITLISTED;
      case Stage.Submitted s -> SUBMITTED;
      case Stage.Shortlisted s -> SHORTLISTED;
      case Stage.Interviewing i -> INTERVIEWING;
      case Stage.Offered o -> OFFERED;
      case Stage.Stale s -> STALE;
      case Stage.Won w -> WON;
      case Stage.Withdrawn w -> WITHDRAWN;
      case Stage.Declined d -> DECLINED;
      case Stage.Lost l -> LOST;
      case Stage.Expired e -> EXPIRED;
    };
  }

  /** The stage it came from, where the stage remembers one. */
  static @Nullable State before(Stage stage) {
    return switch (stage) {
      case Stage.Offered(var since, var before) -> of(before);
      case Stage.Stale(var since, var until, var before) -> of(before);
      case Stage.Declined(var since, var reason, var before) -> of(before);
      default -> null;
    };
  }

  /** The stage again, as the table keeps it. */
  Stage stage(
      Instant since,
      @Nullable Instant until,
      @Nullable DeclineReason reason,
      @Nullable State before) {
    return switch (this) {
      case DRAFT -> new Stage.Draft(since);
      case WAITLISTED -> new Stage.Waitlisted(since);
      case SUBMITTED -> new Stage.Submitted(since);
      case SHORTLISTED -> new Stage.Shortlisted(since);
      case INTERVIEWING -> new Stage.Interviewing(since);
      case OFFERED -> new Stage.Offered(since, need(before).decidable(since));
      case STALE -> new Stage.Stale(since, need(until), need(before).standing(since));
      case WON -> new Stage.Won(since);
      case WITHDRAWN -> new Stage.Withdrawn(since);
      case DECLINED -> new Stage.Declined(since, need(reason), need(before).decidable(since));
      case LOST -> new Stage.Lost(since);
      case EXPIRED -> new Stage.Expired(since);
    };
  }

  private Stage.Decidable decidable(Instant since) {
    if (standing(since) instanceof Stage.Decidable decidable) {
      return decidable;
    }
    throw new IllegalStateException("not before the client: " + this);
  }

  private Stage.Standing standing(Instant since) {
    if (stage(since, null, null, null) instanceof Stage.Standing standing) {
      return standing;
    }
    throw new IllegalStateException("not standing: " + this);
  }

  private static <T> T need(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a stage lacks what belongs to it");
    }
    return value;
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is called, for its author. */
  String key() {
    return "proposals.state." + slug();
  }

  /** How it looks: good, wait, stop or plain. */
  String tone() {
    return switch (this) {
      case SHORTLISTED, INTERVIEWING, OFFERED, WON -> "good";
      case STALE, WAITLISTED, DRAFT -> "wait";
      case DECLINED, EXPIRED -> "stop";
      case SUBMITTED, WITHDRAWN, LOST -> "";
    };
  }
}
