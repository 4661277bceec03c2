package org.diestra.office.calendar;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a calendar's events come from, as far as it may be shown: the address itself is a secret.
 *
 * @param counts whether its times are taken where people book its owner
 * @param readAt when it was read last, whole
 * @param dueAt when it is read next
 * @param fault why it can't be read now, or null
 * @param faultAt since when, or null
 * @param leftOut how many of its events could not be taken
 */
record Source(
    String host,
    boolean counts,
    Instant readAt,
    Instant dueAt,
    @Nullable SourceFault fault,
    @Nullable Instant faultAt,
    int leftOut) {
  /** For how long what was read holds; what is older may hide a taken time. */
  static final Duration FRESH = Duration.ofHours(24);

  /** How many a workspace or a person may have. */
  static final int MOST = 20;

  /** Of a calendar's row with its source beside; null where it has none. */
  static @Nullable Source of(ResultSet r) throws SQLException {
    var host = textOrNull(r, "host");
    return host == null
        ? null
        : new Source(
            host,
            bool(r, "counts"),
            instant(r, "read_at"),
            instant(r, "due_at"),
            labelOrNull(r, "fault", SourceFault.class),
            instantOrNull(r, "fault_at"),
            integer(r, "left_out"));
  }
}
