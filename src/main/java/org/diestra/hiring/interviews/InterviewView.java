package org.diestra.hiring.interviews;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.diestra.hiring.interviews.Stage.Proposed;
import org.diestra.hiring.interviews.Stage.Scheduled;

/**
 * An interview, as one of its sides reads it.
 *
 * @param side whose page it is
 * @param title of the job
 * @param client the business
 * @param host who of the client's team asked
 * @param assistant who wrote the bid
 * @param here the reader's zone
 * @param there the other side's
 * @param history the latest first
 * @param movable whether this side may ask for another time once more
 */
record InterviewView(
    Interview interview,
    Side side,
    String title,
    String client,
    String host,
    String assistant,
    ZoneId here,
    ZoneId there,
    List<Move> history,
    boolean movable,
    Instant now) {
  /** As long as the reminder comes ahead of the start. */
  private static final Duration SOON = Duration.ofHours(1);

  String href() {
    return interview.href();
  }

  String bidHref() {
    return side == Side.CLIENT
        ? "/jobs/" + interview.job() + "/bids/" + interview.bid()
        : "/jobs/" + interview.job() + "/bid";
  }

  boolean clientSide() {
    return side == Side.CLIENT;
  }

  /** Whether it is time to write down what the reader thinks of it. */
  boolean scored() {
    return clientSide() && (state() == State.LIVE || state() == State.DONE);
  }

  /** Whom the reader meets. */
  String other() {
    return side == Side.CLIENT ? assistant : client;
  }

  State state() {
    return interview.state();
  }

  /** Whether it is for the reader to answer. */
  boolean myTurn() {
    return interview.stage() instanceof Proposed p && p.turn() == side;
  }

  /** Those that have not begun. */
  List<Slot> slots() {
    return interview.stage() instanceof Proposed p
        ? p.slots().stream().filter(slot -> slot.start().isAfter(now)).toList()
        : List.of();
  }

  boolean cancellable() {
    return interview.stage() instanceof Stage.Open;
  }

  boolean reschedulable() {
    return movable && interview.stage() instanceof Scheduled s && s.slot().start().isAfter(now);
  }

  /** Whether there is a room to go to, now or soon. */
  boolean enterable() {
    return interview.stage() instanceof Scheduled || interview.stage() instanceof Stage.Live;
  }

  /** Whether going there is the next thing to do, rather than something for another day. */
  boolean soon() {
    return interview.stage() instanceof Stage.Live
        || interview.stage() instanceof Scheduled s && s.slot().start().isBefore(now.plus(SOON));
  }

  /** Whether moving or calling it off now would be marked. */
  boolean late() {
    return interview.stage() instanceof Scheduled s && s.slot().lateAt(now);
  }

  /** Whether the client could ask for a new meeting about the same bid. */
  boolean askable() {
    return side == Side.CLIENT
        && switch (state()) {
          case DONE, EXPIRED, CANCELLED, NO_SHOW -> true;
          case PROPOSED, SCHEDULED, LIVE -> false;
        };
  }

  /** What the page says about where it stands. */
  String nextKey() {
    var who =
        switch (interview.stage()) {
          case Proposed p -> p.turn() == side ? ".yours" : ".theirs";
          case Stage.Cancelled c -> c.by() == null ? ".bid" : c.by() == side ? ".yours" : ".theirs";
          case Stage.NoShow n -> n.who() == Stage.Absent.BOTH ? ".both" : missed(n);
          default -> "";
        };
    return "interviews.next." + state().slug() + who;
  }

  private String missed(Stage.NoShow stage) {
    return stage.who().name().equals(side.name()) ? ".yours" : ".theirs";
  }

  /** Who did something, by name; the house has none. */
  String who(Move move) {
    return move.side() == null ? "" : move.side() == Side.CLIENT ? client : assistant;
  }
}
