package org.diestra.hiring.interviews;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.labelOrNull;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A stage as its table keeps it.
 *
 * @param starts the times proposed, as PostgreSQL writes an array
 * @param minutes null where the stage has no time of its own: what stands is kept
 */
record Columns(
    @Nullable String turn,
    @Nullable Instant until,
    @Nullable String starts,
    @Nullable Instant start,
    @Nullable Integer minutes,
    @Nullable String by,
    boolean late) {
  static Columns of(Stage stage) {
    return switch (stage) {
      case Stage.Proposed p ->
          new Columns(
              p.turn().name(),
              p.until(),
              array(p.slots()),
              null,
              p.slots().getFirst().minutes(),
              null,
              false);
      case Stage.NoShow n -> agreed(n, n.who().name());
      case Stage.Agreed a -> agreed(a, null);
      case Stage.Cancelled c -> new Columns(null, null, null, null, null, name(c.by()), c.late());
      case Stage.Expired e -> new Columns(null, null, null, null, null, null, false);
    };
  }

  private static Columns agreed(Stage.Agreed stage, @Nullable String by) {
    return new Columns(null, null, null, stage.slot().start(), stage.slot().minutes(), by, false);
  }

  private static @Nullable String name(@Nullable Side side) {
    return side == null ? null : side.name();
  }

  private static String array(List<Slot> slots) {
    return slots.stream()
        .map(slot -> '"' + slot.start().toString() + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** The stage again. */
  static Stage stage(ResultSet r) throws SQLException {
    var since = instant(r, "since");
    return switch (label(r, "state", State.class)) {
      case PROPOSED ->
          new Stage.Proposed(since, label(r, "turn", Side.class), slots(r), instant(r, "until"));
      case SCHEDULED -> new Stage.Scheduled(since, slot(r));
      case LIVE -> new Stage.Live(since, slot(r));
      case DONE -> new Stage.Done(since, slot(r));
      case EXPIRED -> new Stage.Expired(since);
      case CANCELLED ->
          new Stage.Cancelled(since, labelOrNull(r, "by_side", Side.class), bool(r, "late"));
      case NO_SHOW -> new Stage.NoShow(since, slot(r), label(r, "by_side", Stage.Absent.class));
    };
  }

  private static Slot slot(ResultSet r) throws SQLException {
    return new Slot(instant(r, "start_at"), integer(r, "minutes"));
  }

  private static List<Slot> slots(ResultSet r) throws SQLException {
    int minutes = integer(r, "minutes");
    Array starts = Objects.requireNonNull(r.getArray("starts"));
    return Arrays.stream((Timestamp[]) starts.getArray())
        .map(start -> new Slot(start.toInstant(), minutes))
        .toList();
  }
}
