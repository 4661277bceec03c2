package org.diestra.office.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;
import static org.diestra.platform.data.Row.zone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses outside, sealed, and what became of reading them. */
@Repository
class SourceStore {
  private static final String SECRET = "calendar:source";
  private final JdbcClient jdbc;
  private final Seal seal;

  SourceStore(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /**
   * One that is to be read.
   *
   * @param version of the address: it is another one where that has changed
   * @param print of what was read last, or null
   */
  record Due(
      CalendarId calendar,
      String name,
      ZoneId zone,
      String address,
      byte[] version,
      String host,
      @Nullable String etag,
      @Nullable String modified,
      @Nullable String print,
      Duration pause,
      int failures,
      Instant readAt,
      @Nullable Instant toldAt,
      PersonId by) {}

  void add(
      CalendarId calendar, String address, String host, boolean counts, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into calendar.source (calendar, address, host, counts, pause_minutes, made_by,
              made_at, asked_at, read_at, left_out, due_at)
            values (:calendar, :address, :host, :counts, 60, :by, :now, :now, :now, 0, :now)
            """)
        .param("calendar", calendar.value())
        .param("address", sealed(calendar, address))
        .param("host", host)
        .param("counts", counts)
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }

  private byte[] sealed(CalendarId calendar, String address) {
    return seal.close(SECRET, calendar.value(), address.getBytes(UTF_8));
  }

  /** Another address, of which nothing is known yet. */
  boolean change(CalendarId calendar, String address, String host, PersonId by) {
    return jdbc.sql(
                """
                update calendar.source set address = :address, host = :host, etag = null,
                  modified = null, print = null, made_by = :by
                where calendar = :calendar
                """)
            .param("calendar", calendar.value())
            .param("address", sealed(calendar, address))
            .param("host", host)
            .param("by", by.value())
            .update()
        == 1;
  }

  boolean change(CalendarId calendar, boolean counts) {
    return jdbc.sql("update calendar.source set counts = :counts where calendar = :calendar")
            .param("calendar", calendar.value())
            .param("counts", counts)
            .update()
        == 1;
  }

  /** With the calendar goes the secret. */
  void drop(CalendarId calendar) {
    jdbc.sql("delete from calendar.source where calendar = :calendar")
        .param("calendar", calendar.value())
        .update();
  }

  /** How many there are of a workspace's or a person's own. */
  int count(@Nullable WorkspaceId workspace, @Nullable PersonId owner) {
    return jdbc.sql(
            """
            select count(*) from calendar.source s join calendar.calendar c on c.id = s.calendar
            where c.removed_at is null and (c.workspace = :workspace or c.owner = :owner)
            """)
        .param("workspace", workspace == null ? null : workspace.value(), Types.OTHER)
        .param("owner", owner == null ? null : owner.value(), Types.OTHER)
        .query(Integer.class)
        .single();
  }

  Optional<Due> find(CalendarId calendar) {
    return jdbc.sql(
            """
            select s.*, c.name, c.zone from calendar.source s
            join calendar.calendar c on c.id = s.calendar
            where s.calendar = :calendar and c.removed_at is null
            """)
        .param("calendar", calendar.value())
        .query((r, n) -> due(r))
        .optional();
  }

  /** Takes those whose turn it is, the latest first; whoever takes one is alone with it a while. */
  List<Due> take(Instant now, Duration alone, int most) {
    return taking(
        """
        select x.calendar from calendar.source x where x.due_at <= :now
        order by x.due_at limit :most for update skip locked
        """,
        now,
        alone,
        null,
        most);
  }

  /** Takes that one, whenever its turn is, unless it was asked for within so long. */
  Optional<Due> take(CalendarId calendar, Instant now, Duration alone) {
    return taking(
            """
            select x.calendar from calendar.source x
            where x.calendar = :calendar and x.asked_at <= :before limit :most for update
            """,
            now,
            alone,
            calendar,
            1)
        .stream()
        .findFirst();
  }

  private List<Due> taking(
      String which, Instant now, Duration alone, @Nullable CalendarId calendar, int most) {
    return jdbc.sql(
            """
            update calendar.source s set asked_at = :now, due_at = :later
            from calendar.calendar c
            where c.id = s.calendar and c.removed_at is null and s.calendar in (%s)
            returning s.*, c.name, c.zone
            """
                .formatted(which))
        .param("now", at(now))
        .param("later", at(now.plus(alone)))
        .param("before", at(now.minus(alone)))
        .param("calendar", calendar == null ? null : calendar.value(), Types.OTHER)
        .param("most", most)
        .query((r, n) -> due(r))
        .list();
  }

  private Due due(ResultSet r) throws SQLException {
    var calendar = new CalendarId(id(r, "calendar"));
    var sealed = bytes(r, "address");
    return new Due(
        calendar,
        text(r, "name"),
        zone(r, "zone"),
        new String(seal.open(SECRET, calendar.value(), sealed), UTF_8),
        sealed,
        text(r, "host"),
        textOrNull(r, "etag"),
        textOrNull(r, "modified"),
        textOrNull(r, "print"),
        Duration.ofMinutes(integer(r, "pause_minutes")),
        integer(r, "failures"),
        instant(r, "read_at"),
        instantOrNull(r, "told_at"),
        new PersonId(id(r, "made_by")));
  }

  /**
   * What was read.
   *
   * @param leftOut null where nothing has changed
   */
  record Read(
      @Nullable String etag,
      @Nullable String modified,
      @Nullable String print,
      Duration pause,
      @Nullable Integer leftOut) {}

  /**
   * It was read.
   *
   * @return whether it is still that address
   */
  boolean read(CalendarId calendar, byte[] version, Read it, Instant now, Instant due) {
    return jdbc.sql(
                """
                update calendar.source set etag = :etag, modified = :modified, print = :print,
                  pause_minutes = :pause, left_out = coalesce(:leftOut, left_out), read_at = :now,
                  fault = null, fault_at = null, failures = 0, told_at = null, due_at = :due
                where calendar = :calendar and address = :version
                """)
            .param("etag", it.etag())
            .param("modified", it.modified())
            .param("print", it.print())
            .param("pause", it.pause().toMinutes())
            .param("leftOut", it.leftOut(), Types.INTEGER)
            .param("now", at(now))
            .param("due", at(due))
            .param("calendar", calendar.value())
            .param("version", version)
            .update()
        == 1;
  }

  /** It could not be read; the same answer as {@link #read}. */
  boolean failed(CalendarId calendar, byte[] version, SourceFault fault, Instant now, Instant due) {
    return jdbc.sql(
                """
                update calendar.source set fault = :fault, fault_at = coalesce(fault_at, :now),
                  failures = failures + 1, due_at = :due
                where calendar = :calendar and address = :version
                """)
            .param("fault", fault.name())
            .param("now", at(now))
            .param("due", at(due))
            .param("calendar", calendar.value())
            .param("version", version)
            .update()
        == 1;
  }

  /** Whom it concerns that it can't be read, once; whoever gave the address, else the owner. */
  Optional<PersonId> tell(CalendarId calendar, Instant now) {
    return jdbc.sql(
            """
            update calendar.source s set told_at = :now
            from calendar.calendar c
            where c.id = s.calendar and s.calendar = :calendar and s.told_at is null
            returning case when calendar.reach_of(s.made_by, c.id, :now) = 4 then s.made_by
              else c.owner end as whom
            """)
        .param("calendar", calendar.value())
        .param("now", at(now))
        .query((r, n) -> Optional.ofNullable(r.getObject("whom", java.util.UUID.class)))
        .optional()
        .flatMap(whom -> whom)
        .map(PersonId::new);
  }

  /** From here on, in this transaction, that calendar is written into. */
  void open(CalendarId calendar) {
    jdbc.sql("select set_config('diestra.source', :calendar, true)")
        .param("calendar", calendar.value().toString())
        .query(String.class)
        .single();
  }
}
