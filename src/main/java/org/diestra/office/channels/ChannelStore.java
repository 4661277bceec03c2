package org.diestra.office.channels;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Channels, and their secrets apart from them. */
@Repository
class ChannelStore {
  private static final int HOUR = 60;
  private final JdbcClient jdbc;

  ChannelStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Channel channel, PersonId by, Instant now) {
    values(
            jdbc.sql(
                """
                insert into channels.channel (id, workspace, kind, area, name, address, account,
                  standing, manner, slot_days, slot_minutes, version, made_by, made_at)
                values (:id, :workspace, :kind, :area, :name, :address, :account, :standing, :manner,
                  cast(:days as smallint[]), cast(:minutes as smallint[]), 1, :by, :now)
                """),
            channel)
        .param("kind", channel.kind().name())
        .param("area", channel.kind().area().name())
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }

  private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec sql, Channel channel) {
    return sql.param("id", channel.id().value())
        .param("workspace", channel.workspace().value())
        .param("name", channel.name())
        .param("address", channel.address())
        .param("account", channel.account())
        .param("standing", channel.standing().name())
        .param("manner", channel.manner().name())
        .param(
            "days",
            channel.slots().stream()
                .map(slot -> String.valueOf(slot.day().getValue()))
                .toArray(String[]::new))
        .param(
            "minutes",
            channel.slots().stream()
                .map(slot -> String.valueOf(slot.time().toSecondOfDay() / HOUR))
                .toArray(String[]::new));
  }

  /**
   * @param other whether it is spoken to in another way from now on, which may mend what needed
   *     care
   * @return false where it has moved on
   */
  boolean change(Channel channel, boolean other) {
    return values(
                jdbc.sql(
                    """
                    update channels.channel set name = :name, address = :address,
                      account = :account, standing = :standing, manner = :manner,
                      care = case when :other then null else care end,
                      slot_days = cast(:days as smallint[]),
                      slot_minutes = cast(:minutes as smallint[]), version = version + 1
                    where id = :id and workspace = :workspace and version = :version
                    """),
                channel)
            .param("version", channel.version())
            .param("other", other)
            .update()
        == 1;
  }

  boolean close(Channel channel, @Nullable Instant now) {
    return jdbc.sql(
                """
                update channels.channel set closed_at = :now, version = version + 1
                where id = :id and workspace = :workspace and version = :version
                """)
            .param("now", now == null ? null : at(now), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
            .param("id", channel.id().value())
            .param("workspace", channel.workspace().value())
            .param("version", channel.version())
            .update()
        == 1;
  }

  /** Whether it was not known to need care before. */
  boolean care(ChannelId id, String why) {
    return jdbc.sql("update channels.channel set care = :why where id = :id and care is null")
            .param("why", why)
            .param("id", id.value())
            .update()
        == 1;
  }

  /** It was spoken to as it is in that version, and answered. */
  void well(ChannelId id, int version) {
    jdbc.sql("update channels.channel set care = null where id = :id and version = :version")
        .param("id", id.value())
        .param("version", version)
        .update();
  }

  void keep(ChannelId id, byte[] sealed) {
    jdbc.sql(
            """
            insert into channels.secret (channel, sealed) values (:id, :sealed)
            on conflict (channel) do update set sealed = excluded.sealed
            """)
        .param("id", id.value())
        .param("sealed", sealed)
        .update();
  }

  /** Where it is spoken to and with which sealed secret, both of one moment. */
  record Access(String address, String account, Manner manner, byte[] sealed) {}

  Optional<Access> access(ChannelId id) {
    return jdbc.sql(
            """
            select c.address, c.account, c.manner, s.sealed from channels.channel c
            join channels.secret s on s.channel = c.id where c.id = :id
            """)
        .param("id", id.value())
        .query((r, n) ->
            new Access(
                text(r, "address"),
                text(r, "account"),
                label(r, "manner", Manner.class),
                bytes(r, "sealed")))
        .optional();
  }

  Optional<Channel> find(WorkspaceId workspace, ChannelId id) {
    return jdbc.sql("select * from channels.channel where workspace = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((r, n) -> read(r))
        .optional();
  }

  /** Wherever it is; for the house. */
  Optional<Channel> find(ChannelId id) {
    return jdbc.sql("select * from channels.channel where id = :id")
        .param("id", id.value())
        .query((r, n) -> read(r))
        .optional();
  }

  /** The open ones first, each in the order in which they came. */
  List<Channel> of(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select * from channels.channel where workspace = :workspace
            order by closed_at is not null, id limit 200
            """)
        .param("workspace", workspace.value())
        .query((r, n) -> read(r))
        .list();
  }

  private static Channel read(ResultSet r) throws SQLException {
    return new Channel(
        new ChannelId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        label(r, "kind", Kind.class),
        text(r, "name"),
        text(r, "address"),
        text(r, "account"),
        label(r, "standing", Standing.class),
        label(r, "manner", Manner.class),
        textOrNull(r, "care"),
        instantOrNull(r, "closed_at"),
        integer(r, "version"),
        slots(r));
  }

  private static Number[] numbers(ResultSet r, String column) throws SQLException {
    return (Number[]) Objects.requireNonNull(r.getArray(column)).getArray();
  }

  private static List<Slot> slots(ResultSet r) throws SQLException {
    var days = numbers(r, "slot_days");
    var minutes = numbers(r, "slot_minutes");
    var slots = new ArrayList<Slot>();
    for (int i = 0; i < days.length; i++) {
      var time = LocalTime.ofSecondOfDay(minutes[i].longValue() * HOUR);
      slots.add(new Slot(DayOfWeek.of(days[i].intValue()), time));
    }
    return slots;
  }
}
