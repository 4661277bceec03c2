package org.diestra.office.dues;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.dues.Standing.EntryState;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payments, and what is set off. */
@Repository
class SettlementStore {
  private final JdbcClient jdbc;

  SettlementStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A payment of one paper, or another paper of the same party that was set off against it.
   *
   * @param entry of the payment, or null
   * @param against the other paper, or null
   * @param number of the other paper, or null
   * @param state of the entry, or null
   * @param undone whether its entry was undone by its opposite
   */
  record Settlement(
      UUID id,
      DueId due,
      @Nullable EntryId entry,
      @Nullable DueId against,
      @Nullable String number,
      Money amount,
      LocalDate day,
      @Nullable EntryState state,
      boolean undone,
      PersonId person,
      Instant at) {}

  void add(
      WorkspaceId workspace,
      DueId due,
      @Nullable EntryId entry,
      @Nullable DueId against,
      Money amount,
      LocalDate day,
      PersonId by,
      Instant now) {
    jdbc.sql(
            """
            insert into dues.settlement (id, workspace, due, entry, against, amount, day, person, at)
            values (:id, :workspace, :due, cast(:entry as uuid), cast(:against as uuid), :amount, :day,
              :by, :now)
            """)
        .param("id", Ids.fresh())
        .param("workspace", workspace.value())
        .param("due", due.value())
        .param("entry", entry == null ? null : entry.value())
        .param("against", against == null ? null : against.value())
        .param("amount", amount.minor())
        .param("day", day)
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }

  private static final String ALL =
      """
      select s.*, b.currency, e.state, o.number from dues.settlement s
      join books.book b on b.workspace = s.workspace
      left join bookkeeping.entry e on e.id = s.entry
      left join dues.due o on o.id = s.against
      """;

  /** Of one paper, the first first. */
  List<Settlement> of(DueId due) {
    return jdbc.sql(ALL + "where s.due = :due order by s.day, s.id")
        .param("due", due.value())
        .query((r, n) -> settlement(r))
        .list();
  }

  Optional<Settlement> find(WorkspaceId workspace, UUID id) {
    return jdbc.sql(ALL + "where s.workspace = :workspace and s.id = :id")
        .param("workspace", workspace.value())
        .param("id", id)
        .query((r, n) -> settlement(r))
        .optional();
  }

  /** Whether an entry pays anything. */
  boolean pays(EntryId entry) {
    return jdbc.sql("select exists (select from dues.settlement where entry = :entry)")
        .param("entry", entry.value())
        .query(Boolean.class)
        .single();
  }

  /** That and, where it is set off, the other side of it; answers how many. */
  int remove(Settlement settlement) {
    return jdbc.sql(
            """
            delete from dues.settlement where id = :id
              or due = cast(:against as uuid) and against = :due
            """)
        .param("id", settlement.id())
        .param("due", settlement.due().value())
        .param("against", settlement.against() == null ? null : settlement.against().value())
        .update();
  }

  private static Settlement settlement(ResultSet r) throws SQLException {
    var entry = idOrNull(r, "entry");
    var against = idOrNull(r, "against");
    return new Settlement(
        id(r, "id"),
        new DueId(id(r, "due")),
        entry == null ? null : new EntryId(entry),
        against == null ? null : new DueId(against),
        textOrNull(r, "number"),
        money(r, "amount", "currency"),
        date(r, "day"),
        labelOrNull(r, "state", EntryState.class),
        bool(r, "undone"),
        new PersonId(id(r, "person")),
        instant(r, "at"));
  }
}
