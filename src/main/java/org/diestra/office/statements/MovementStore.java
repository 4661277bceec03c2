package org.diestra.office.statements;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.statements.Movement.Shown;
import org.diestra.office.statements.Movement.State;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Folded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lines of bank accounts, with what shows them. */
@Repository
class MovementStore {
  private static final String MOVEMENT =
      """
      select l.*, b.currency, s.entry, s.state = 'POSTED' as posted, s.text as entry_text, s.made
      from statements.line l join books.book b on b.workspace = l.workspace
      left join statements.shown s on s.line = l.id
      """;
  private static final String STATE =
      """
      (case when l.ignored is not null then 'IGNORED' when s.line is null then 'OPEN'
        when s.state = 'POSTED' then 'DONE' else 'WAITING' end)
      """;
  private final JdbcClient jdbc;

  MovementStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A place in a list, behind one of its rows. */
  record Mark(LocalDate day, UUID id) {}

  /** The latest first; what is null is not asked for. */
  List<Movement> list(
      BankAccountId account, @Nullable State state, String words, @Nullable Mark before, int most) {
    return jdbc.sql(
            MOVEMENT
                + "where l.account = :account and (cast(:state as text) is null or "
                + STATE
                + """
                 = :state)
                  and strpos(l.folded, :words) > 0
                  and (cast(:day as date) is null
                    or (l.day, l.id) < (cast(:day as date), cast(:id as uuid)))
                order by l.day desc, l.id desc limit :most
                """)
        .param("account", account.value())
        .param("state", state == null ? null : state.name())
        .param("words", Folded.of(words))
        .param("day", before == null ? null : before.day())
        .param("id", before == null ? null : before.id())
        .param("most", most)
        .query((r, n) -> movement(r))
        .list();
  }

  Optional<Movement> find(WorkspaceId workspace, MovementId id) {
    return jdbc.sql(MOVEMENT + "where l.workspace = :workspace and l.id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((r, n) -> movement(r))
        .optional();
  }

  /** How many lines of each account are in that state. */
  Map<BankAccountId, Integer> count(WorkspaceId workspace, State state) {
    var counts = new HashMap<BankAccountId, Integer>();
    jdbc.sql(
            """
            select l.account, count(*) as lines from statements.line l
            left join statements.shown s on s.line = l.id
            where l.workspace = :workspace and
            """
                + STATE
                + " = :state group by l.account")
        .param("workspace", workspace.value())
        .param("state", state.name())
        .query(r -> {
          counts.put(new BankAccountId(id(r, "account")), integer(r, "lines"));
        });
    return counts;
  }

  /** Whatever was done with it; false where it has moved on since it was seen. */
  private boolean touch(Movement seen) {
    return jdbc.sql(
                """
                update statements.line set version = version + 1
                where workspace = :workspace and id = :id and version = :version
                """)
            .param("workspace", seen.workspace().value())
            .param("id", seen.id().value())
            .param("version", seen.version())
            .update()
        == 1;
  }

  /** It is shown by that entry; a match that shows nothing any more gives way. */
  boolean match(
      Movement seen, EntryId entry, @Nullable RuleId rule, boolean made, PersonId by, Instant now) {
    if (!touch(seen)) {
      return false;
    }
    unlink(seen);
    jdbc.sql(
            """
            insert into statements.match (line, workspace, entry, rule, made, person, at)
            values (:line, :workspace, :entry, cast(:rule as uuid), :made, :by, :now)
            """)
        .param("line", seen.id().value())
        .param("workspace", seen.workspace().value())
        .param("entry", entry.value())
        .param("rule", rule == null ? null : rule.value())
        .param("made", made)
        .param("by", by.value())
        .param("now", at(now))
        .update();
    return true;
  }

  private void unlink(Movement line) {
    jdbc.sql("delete from statements.match where line = :line and workspace = :workspace")
        .param("line", line.id().value())
        .param("workspace", line.workspace().value())
        .update();
  }

  /** Nothing shows it any more, and it is for the books. */
  boolean reopen(Movement seen) {
    unlink(seen);
    return jdbc.sql(
                """
                update statements.line set ignored = null, ignored_by = null, ignored_at = null,
                  version = version + 1
                where workspace = :workspace and id = :id and version = :version
                """)
            .param("workspace", seen.workspace().value())
            .param("id", seen.id().value())
            .param("version", seen.version())
            .update()
        == 1;
  }

  boolean ignore(Movement seen, String why, PersonId by, Instant now) {
    unlink(seen);
    return jdbc.sql(
                """
                update statements.line set ignored = :why, ignored_by = :by, ignored_at = :now,
                  version = version + 1
                where workspace = :workspace and id = :id and version = :version
                """)
            .param("why", why)
            .param("by", by.value())
            .param("now", at(now))
            .param("workspace", seen.workspace().value())
            .param("id", seen.id().value())
            .param("version", seen.version())
            .update()
        == 1;
  }

  /** Lines that the entry shows besides that one: the other side of a transfer. */
  List<Movement> alsoShown(Movement line, EntryId entry) {
    return jdbc.sql(
            MOVEMENT
                + "where l.workspace = :workspace and s.entry = :entry and l.id <> :id limit 20")
        .param("workspace", line.workspace().value())
        .param("entry", entry.value())
        .param("id", line.id().value())
        .query((r, n) -> movement(r))
        .list();
  }

  /** What all lines of it come to between two days, both inclusive; minor units. */
  long sum(BankAccountId account, LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            select coalesce(sum(amount), 0) as sum from statements.line
            where account = :account and day between :from and :to
            """)
        .param("account", account.value())
        .param("from", from)
        .param("to", to)
        .query((r, n) -> bigint(r, "sum"))
        .single();
  }

  /** Of some lines, by their ids. */
  List<Movement> all(WorkspaceId workspace, Collection<MovementId> ids) {
    return jdbc.sql(MOVEMENT + "where l.workspace = :workspace and l.id = any(:ids)")
        .param("workspace", workspace.value())
        .param("ids", ids.stream().map(MovementId::value).toArray(UUID[]::new))
        .query((r, n) -> movement(r))
        .list();
  }

  static Movement movement(ResultSet r) throws SQLException {
    var entry = idOrNull(r, "entry");
    return new Movement(
        new MovementId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        new BankAccountId(id(r, "account")),
        date(r, "day"),
        money(r, "amount", "currency"),
        text(r, "party"),
        textOrNull(r, "counter"),
        text(r, "words"),
        text(r, "folded"),
        textOrNull(r, "ignored"),
        integer(r, "version"),
        entry == null
            ? null
            : new Shown(
                new EntryId(entry), bool(r, "posted"), text(r, "entry_text"), bool(r, "made")));
  }
}
