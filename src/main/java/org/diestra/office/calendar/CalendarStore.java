package org.diestra.office.calendar;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;
import static org.diestra.platform.data.Row.texts;
import static org.diestra.platform.data.Row.zone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calendars, without what stands in them. */
@Repository
class CalendarStore {
  /** In one calendar. */
  static final int MOST_THINGS = 50_000;

  /** In all of a workspace's, or of a person's own. */
  static final long MOST_BYTES = 500_000_000;

  private final JdbcClient jdbc;

  CalendarStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A calendar that is to be made.
   *
   * @param slug under which a program made it, or null
   */
  record Fresh(
      CalendarId id,
      @Nullable WorkspaceId workspace,
      @Nullable PersonId owner,
      String name,
      String colour,
      ZoneId zone,
      @Nullable String slug,
      Set<String> kinds) {
    Fresh(
        CalendarId id,
        @Nullable WorkspaceId workspace,
        @Nullable PersonId owner,
        String name,
        String colour,
        ZoneId zone) {
      this(id, workspace, owner, name, colour, zone, null, Calendar.KINDS);
    }
  }

  void add(Fresh it, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into calendar.calendar
              (id, workspace, owner, name, colour, zone, slug, kinds, made_by, made_at)
            values (:id, :workspace, :owner, :name, :colour, :zone, :slug, :kinds, :by, :now)
            """)
        .param("id", it.id().value())
        .param("workspace", it.workspace() == null ? null : it.workspace().value(), Types.OTHER)
        .param("owner", it.owner() == null ? null : it.owner().value(), Types.OTHER)
        .param("name", it.name())
        .param("colour", it.colour())
        .param("zone", it.zone().getId())
        .param("slug", it.slug())
        .param("kinds", it.kinds().toArray(String[]::new))
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }

  /**
   * What the caller may see now: all of it, or what reaches the caller through one workspace. A
   * door that has ended by its own date opens nothing, even if what ends it is late.
   *
   * @param only null for everything
   */
  List<Calendar> visible(@Nullable WorkspaceId only, @Nullable CalendarId one, Instant now) {
    return visible(only, one, null, now);
  }

  /** One by the name under which a program of the caller has it. */
  List<Calendar> called(String name, Instant now) {
    var id = Ids.read(name).map(CalendarId::new).orElse(null);
    return visible(null, id, id == null ? name : null, now);
  }

  private List<Calendar> visible(
      @Nullable WorkspaceId only, @Nullable CalendarId one, @Nullable String slug, Instant now) {
    return jdbc.sql(
            """
            select c.*, p.name as owner_name, c.feed is not null as fed, r.reach, s.host, s.counts,
              s.read_at, s.due_at, s.fault, s.fault_at, s.left_out
            from (select calendar, max(reach) as reach from calendar.reaches()
              where (until is null or until > :now)
                and (cast(:workspace as uuid) is null or workspace = :workspace)
              group by calendar) r
            join calendar.calendar c on c.id = r.calendar
            left join accounts.person p on p.id = c.owner
            left join calendar.source s on s.calendar = c.id
            where c.removed_at is null and (cast(:one as uuid) is null or c.id = :one)
              and (cast(:slug as text) is null or c.slug = :slug and c.owner = data.caller())
            order by c.owner is not null, lower(c.name), c.id
            """)
        .param("now", at(now))
        .param("workspace", only == null ? null : only.value(), Types.OTHER)
        .param("one", one == null ? null : one.value(), Types.OTHER)
        .param("slug", slug)
        .query((r, n) -> calendar(r))
        .list();
  }

  private static Calendar calendar(ResultSet r) throws SQLException {
    var workspace = idOrNull(r, "workspace");
    var owner = idOrNull(r, "owner");
    return new Calendar(
        new CalendarId(id(r, "id")),
        workspace == null ? null : new WorkspaceId(workspace),
        owner == null ? null : new PersonId(owner),
        textOrNull(r, "owner_name"),
        text(r, "name"),
        text(r, "colour"),
        zone(r, "zone"),
        bigint(r, "change"),
        bool(r, "fed"),
        textOrNull(r, "slug"),
        text(r, "note"),
        textOrNull(r, "tint"),
        Set.copyOf(texts(r, "kinds")),
        Source.of(r),
        Reach.of(integer(r, "reach")));
  }

  boolean change(CalendarId id, String name, String colour, ZoneId zone) {
    return jdbc.sql(
                """
                update calendar.calendar set name = :name, colour = :colour, zone = :zone,
                  tint = case when colour = :colour then tint end
                where id = :id and removed_at is null
                """)
            .param("name", name)
            .param("colour", colour)
            .param("zone", zone.getId())
            .param("id", id.value())
            .update()
        == 1;
  }

  /** What a program says of it besides. */
  boolean describe(CalendarId id, String note, @Nullable String tint) {
    return jdbc.sql(
                """
                update calendar.calendar set note = :note, tint = :tint
                where id = :id and removed_at is null
                """)
            .param("note", note)
            .param("tint", tint)
            .param("id", id.value())
            .update()
        == 1;
  }

  boolean remove(CalendarId id, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update calendar.calendar set removed_at = :now, removed_by = :by, feed = null,
                  feed_by = null
                where id = :id and removed_at is null
                """)
            .param("now", at(now))
            .param("by", by.value())
            .param("id", id.value())
            .update()
        == 1;
  }

  /** Gives it a secret address, or, for null, takes it away. */
  boolean feed(CalendarId id, @Nullable String hash, @Nullable PersonId by) {
    return jdbc.sql(
                """
                update calendar.calendar set feed = :hash, feed_by = cast(:by as uuid)
                where id = :id and removed_at is null
                """)
            .param("hash", hash)
            .param("by", by == null ? null : by.value())
            .param("id", id.value())
            .update()
        == 1;
  }

  /**
   * A calendar by the secret of its address, whoever asks, while its maker manages it.
   *
   * @param by who made the address
   */
  record Fed(CalendarId id, String name, ZoneId zone, long change, PersonId by) {}

  Optional<Fed> fed(String hash, Instant now) {
    return jdbc.sql(
            """
            select id, name, zone, change, feed_by from calendar.calendar
            where feed = :hash and removed_at is null
              and calendar.reach_of(feed_by, id, :now) = 4
            """)
        .param("hash", hash)
        .param("now", at(now))
        .query((r, n) ->
            new Fed(
                new CalendarId(id(r, "id")),
                text(r, "name"),
                zone(r, "zone"),
                bigint(r, "change"),
                new PersonId(id(r, "feed_by"))))
        .optional();
  }

  /**
   * Counts a change of the calendar, which no other change of it overtakes until the transaction
   * ends.
   */
  Optional<Long> count(CalendarId calendar) {
    return count(calendar, 1);
  }

  /** The same for several at once, each with a number of its own; answers the first of them. */
  Optional<Long> count(CalendarId calendar, int changes) {
    return jdbc.sql(
            """
            update calendar.calendar set change = change + :changes
            where id = :id and removed_at is null returning change - :changes + 1
            """)
        .param("id", calendar.value())
        .param("changes", changes)
        .query(Long.class)
        .optional();
  }

  /**
   * From now until the transaction ends nobody else changes anything in it.
   *
   * @return whether the caller may change anything there
   */
  boolean hold(CalendarId calendar) {
    return jdbc.sql(
            "select id from calendar.calendar where id = :id and removed_at is null for update")
        .param("id", calendar.value())
        .query(java.util.UUID.class)
        .optional()
        .isPresent();
  }

  /**
   * Why so much more has no room in that calendar, if it has none; whoever may see what is there.
   */
  Optional<Refusal> full(CalendarId calendar, int things, long bytes) {
    return jdbc.sql("select things, bytes from calendar.room(:calendar)")
        .param("calendar", calendar.value())
        .query((r, n) -> full(integer(r, "things") + things, bigint(r, "bytes") + bytes))
        .single();
  }

  private static Optional<Refusal> full(int things, long bytes) {
    return things > MOST_THINGS
        ? Optional.of(Refusal.limit("calendar.full", MOST_THINGS))
        : bytes > MOST_BYTES
            ? Optional.of(Refusal.limit("calendar.heavy", MOST_BYTES / 1_000_000))
            : Optional.empty();
  }

  /** How many there are of a workspace's or a person's own. */
  int count(@Nullable WorkspaceId workspace, @Nullable PersonId owner) {
    return jdbc.sql(
            """
            select count(*) from calendar.calendar
            where removed_at is null and (workspace = :workspace or owner = :owner)
            """)
        .param("workspace", workspace == null ? null : workspace.value(), Types.OTHER)
        .param("owner", owner == null ? null : owner.value(), Types.OTHER)
        .query(Integer.class)
        .single();
  }
}
