package org.diestra.office.recurring;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.bookkeeping.Line;
import org.diestra.office.books.AccountId;
import org.diestra.office.recurring.Recurring.State;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries that come again, and for which days they came. */
@Repository
class RecurringStore {
  private static final String ALL =
      "select t.*, b.currency from recurring.template t join books.book b on b.workspace = t.workspace ";
  private final JdbcClient jdbc;

  RecurringStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where that form has made one already. */
  boolean add(Recurring one, Instant now) {
    int rows =
        jdbc.sql(
                """
                insert into recurring.template (id, workspace, key, text, months, day, until, state,
                  next_on, version, made_by, made_at)
                values (:id, :workspace, :key, :text, :months, :day, :until, :state, :next, 1, :by, :now)
                on conflict (workspace, key) do nothing
                """)
            .param("id", one.id().value())
            .param("workspace", one.workspace().value())
            .param("key", one.key())
            .param("text", one.text())
            .param("months", one.rhythm().months())
            .param("day", one.rhythm().day())
            .param("until", one.until())
            .param("state", one.state().name())
            .param("next", one.nextOn())
            .param("by", one.madeBy().value())
            .param("now", at(now))
            .update();
    if (rows == 1) {
      addLines(one);
    }
    return rows == 1;
  }

  private void addLines(Recurring one) {
    var lines = one.lines();
    jdbc.sql(
            """
            insert into recurring.line (template, place, workspace, account, amount, note)
            select :id, n.place, :workspace, n.account, n.amount, n.note
            from unnest(cast(:places as smallint[]), :accounts, cast(:amounts as bigint[]), :notes)
              as n(place, account, amount, note)
            """)
        .param("id", one.id().value())
        .param("workspace", one.workspace().value())
        .param(
            "places",
            IntStream.rangeClosed(1, lines.size()).mapToObj(String::valueOf).toArray(String[]::new))
        .param("accounts", lines.stream().map(l -> l.account().value()).toArray(UUID[]::new))
        .param(
            "amounts",
            lines.stream().map(l -> String.valueOf(l.amount().minor())).toArray(String[]::new))
        .param("notes", lines.stream().map(Line::note).toArray(String[]::new))
        .update();
  }

  /** Where it is now; false where it has moved on since. */
  boolean step(Recurring after) {
    return jdbc.sql(
                """
                update recurring.template set state = :state, next_on = :next, why = :why,
                  version = :version
                where id = :id and workspace = :workspace and version = :version - 1
                """)
            .param("state", after.state().name())
            .param("next", after.nextOn())
            .param("why", after.why())
            .param("version", after.version())
            .param("id", after.id().value())
            .param("workspace", after.workspace().value())
            .update()
        == 1;
  }

  /** False where it came for that day already. */
  boolean turn(Recurring one, LocalDate day, EntryId entry, Instant now) {
    return jdbc.sql(
                """
                insert into recurring.turn (template, day, workspace, entry, at)
                values (:id, :day, :workspace, :entry, :now) on conflict do nothing
                """)
            .param("id", one.id().value())
            .param("day", day)
            .param("workspace", one.workspace().value())
            .param("entry", entry.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  /** A day for which it came, with its entry unless that was thrown away. */
  record Turn(LocalDate day, @Nullable EntryId entry) {}

  /** The latest first. */
  List<Turn> turns(RecurringId id, int most) {
    return jdbc.sql(
            "select * from recurring.turn where template = :id order by day desc limit :most")
        .param("id", id.value())
        .param("most", most)
        .query((r, n) -> {
          var entry = idOrNull(r, "entry");
          return new Turn(date(r, "day"), entry == null ? null : new EntryId(entry));
        })
        .list();
  }

  Optional<RecurringId> byKey(WorkspaceId workspace, UUID key) {
    return jdbc.sql("select id from recurring.template where workspace = :workspace and key = :key")
        .param("workspace", workspace.value())
        .param("key", key)
        .query((r, n) -> new RecurringId(id(r, "id")))
        .optional();
  }

  /** Those that come soonest first, then what has ended. */
  List<Recurring> all(WorkspaceId workspace, int most) {
    var lines = new HashMap<UUID, List<Line>>();
    lines(workspace, null, lines);
    return jdbc.sql(ALL + "where t.workspace = :workspace order by t.next_on, t.id limit :most")
        .param("workspace", workspace.value())
        .param("most", most)
        .query((r, n) -> recurring(r, lines))
        .list();
  }

  /** Those that have not ended. */
  long going(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select count(*) from recurring.template
            where workspace = :workspace and state <> 'ENDED'
            """)
        .param("workspace", workspace.value())
        .query(Long.class)
        .single();
  }

  Optional<Recurring> find(WorkspaceId workspace, RecurringId id) {
    var lines = new HashMap<UUID, List<Line>>();
    lines(workspace, id, lines);
    return jdbc.sql(ALL + "where t.workspace = :workspace and t.id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((r, n) -> recurring(r, lines))
        .optional();
  }

  /** In which workspace it is. */
  Optional<WorkspaceId> room(RecurringId id) {
    return jdbc.sql("select workspace from recurring.template where id = :id")
        .param("id", id.value())
        .query((r, n) -> new WorkspaceId(id(r, "workspace")))
        .optional();
  }

  /** Nobody else moves it until this transaction ends. */
  void lock(RecurringId id) {
    jdbc.sql("select id from recurring.template where id = :id for update")
        .param("id", id.value())
        .query((r, n) -> id(r, "id"))
        .list();
  }

  private void lines(
      WorkspaceId workspace, @Nullable RecurringId only, Map<UUID, List<Line>> into) {
    jdbc.sql(
            """
            select l.*, b.currency from recurring.line l join books.book b on b.workspace = l.workspace
            where l.workspace = :workspace
              and (cast(:only as uuid) is null or l.template = cast(:only as uuid))
            order by l.template, l.place
            """)
        .param("workspace", workspace.value())
        .param("only", only == null ? null : only.value())
        .query(r -> {
          into.computeIfAbsent(id(r, "template"), t -> new ArrayList<>())
              .add(
                  new Line(
                      new AccountId(id(r, "account")),
                      money(r, "amount", "currency"),
                      text(r, "note")));
        });
  }

  private static Recurring recurring(ResultSet r, Map<UUID, List<Line>> lines) throws SQLException {
    return new Recurring(
        new RecurringId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        id(r, "key"),
        text(r, "text"),
        new Rhythm(integer(r, "months"), integer(r, "day")),
        dateOrNull(r, "until"),
        label(r, "state", State.class),
        dateOrNull(r, "next_on"),
        textOrNull(r, "why"),
        integer(r, "version"),
        new PersonId(id(r, "made_by")),
        Currency.getInstance(text(r, "currency")),
        lines.getOrDefault(id(r, "id"), List.of()));
  }
}
