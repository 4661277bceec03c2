package org.diestra.office.dues;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.books.AccountId;
import org.diestra.office.dues.Due.Sort;
import org.diestra.office.dues.Standing.EntryState;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Folded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What papers ask for, and how far that is. */
@Repository
class DueStore {
  private final JdbcClient jdbc;

  DueStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Due due) {
    bound(
            jdbc.sql(
                """
                insert into dues.due (id, workspace, party, side, sort, number, text, folded, day,
                  due_on, amount, ledger, entry)
                values (:id, :workspace, :party, :side, :sort, :number, :text, :folded, :day, :due,
                  :amount, :ledger, :entry)
                """),
            due)
        .param("side", due.side().name())
        .param("sort", due.sort().name())
        .param("entry", due.entry().value())
        .update();
  }

  /** What it says is written anew. */
  void change(Due due) {
    int rows =
        bound(
                jdbc.sql(
                    """
                    update dues.due set party = :party, number = :number, text = :text,
                      folded = :folded, day = :day, due_on = :due, amount = :amount,
                      ledger = :ledger, told_on = null
                    where id = :id and workspace = :workspace
                    """),
                due)
            .update();
    one(rows, due.id());
  }

  private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Due due) {
    return statement
        .param("id", due.id().value())
        .param("workspace", due.workspace().value())
        .param("party", due.party().value())
        .param("number", due.number())
        .param("text", due.text())
        .param("folded", Folded.of(due.number()))
        .param("day", due.day())
        .param("due", due.dueOn())
        .param("amount", due.amount().minor())
        .param("ledger", due.ledger().value());
  }

  private static void one(int rows, DueId id) {
    if (rows != 1) {
      throw new IllegalStateException("has moved: " + id);
    }
  }

  void postpone(WorkspaceId workspace, DueId id, LocalDate until) {
    int rows =
        jdbc.sql(
                """
                update dues.due set due_on = :until, told_on = null
                where id = :id and workspace = :workspace
                """)
            .param("until", until)
            .param("id", id.value())
            .param("workspace", workspace.value())
            .update();
    one(rows, id);
  }

  /** With payments of it that were undone, which the journal keeps. */
  void remove(WorkspaceId workspace, DueId id) {
    jdbc.sql("delete from dues.settlement where due = :id and workspace = :workspace and undone")
        .param("id", id.value())
        .param("workspace", workspace.value())
        .update();
    int rows =
        jdbc.sql("delete from dues.due where id = :id and workspace = :workspace")
            .param("id", id.value())
            .param("workspace", workspace.value())
            .update();
    one(rows, id);
  }

  Optional<Standing> find(WorkspaceId workspace, DueId id) {
    return all(workspace, List.of(id)).stream().findFirst();
  }

  /** By their last days. */
  List<Standing> all(WorkspaceId workspace, Collection<DueId> ids) {
    return jdbc.sql(
            """
            select * from dues.standing where workspace = :workspace and id = any(:ids)
            order by due_on, id
            """)
        .param("workspace", workspace.value())
        .param("ids", ids.stream().map(DueId::value).toArray(UUID[]::new))
        .query((r, n) -> standing(r))
        .list();
  }

  /** Nobody pays them until this transaction ends; they are locked in the order of their ids. */
  void lock(WorkspaceId workspace, Collection<DueId> ids) {
    jdbc.sql(
            """
            select id from dues.due where workspace = :workspace and id = any(:ids)
            order by id for update
            """)
        .param("workspace", workspace.value())
        .param("ids", ids.stream().map(DueId::value).toArray(UUID[]::new))
        .query((r, n) -> id(r, "id"))
        .list();
  }

  /** Of one party, the latest first. */
  List<Standing> ofParty(PartyId party, @Nullable Standing before, int most) {
    return jdbc.sql(
            """
            select * from dues.standing where party = :party
              and (cast(:before as uuid) is null or (day, id) < (cast(:day as date), cast(:before as uuid)))
            order by day desc, id desc limit :most
            """)
        .param("party", party.value())
        .param("before", before == null ? null : before.due().id().value())
        .param("day", before == null ? null : before.due().day())
        .param("most", most)
        .query((r, n) -> standing(r))
        .list();
  }

  /** Papers of one sort, the latest first. */
  List<Standing> list(
      WorkspaceId workspace,
      Sort sort,
      PaperFilter filter,
      LocalDate today,
      @Nullable Standing before,
      int most) {
    return jdbc.sql(
            """
            select * from dues.standing s where workspace = :workspace and sort = :sort
              and (:words = '' or strpos(folded, :words) > 0 or exists (select from dues.party p
                where p.id = s.party and strpos(p.folded, :words) > 0))
              and case :show when 'waiting' then state <> 'POSTED' and not undone
                when 'open' then state = 'POSTED' and settled <> amount and not undone
                when 'late' then state = 'POSTED' and settled <> amount and not undone
                  and due_on < :today
                when 'paid' then state = 'POSTED' and settled = amount and not undone
                else true end
              and (cast(:before as uuid) is null
                or (day, id) < (cast(:day as date), cast(:before as uuid)))
            order by day desc, id desc limit :most
            """)
        .param("workspace", workspace.value())
        .param("sort", sort.name())
        .param("words", Folded.of(filter.words()))
        .param("show", filter.show())
        .param("today", today)
        .param("before", before == null ? null : before.due().id().value())
        .param("day", before == null ? null : before.due().day())
        .param("most", most)
        .query((r, n) -> standing(r))
        .list();
  }

  /** Those of one party that are open, besides one; the first due first. */
  List<Standing> open(PartyId party, DueId besides, int most) {
    return jdbc.sql(
            """
            select * from dues.standing where party = :party and id <> :besides
              and settled <> amount and not undone and state in ('POSTED', 'PROPOSED')
            order by due_on, id limit :most
            """)
        .param("party", party.value())
        .param("besides", besides.value())
        .param("most", most)
        .query((r, n) -> standing(r))
        .list();
  }

  static Standing standing(ResultSet r) throws SQLException {
    var workspace = new WorkspaceId(id(r, "workspace"));
    var due =
        new Due(
            new DueId(id(r, "id")),
            workspace,
            new PartyId(id(r, "party")),
            label(r, "side", Side.class),
            label(r, "sort", Sort.class),
            text(r, "number"),
            text(r, "text"),
            date(r, "day"),
            date(r, "due_on"),
            money(r, "amount", "currency"),
            new AccountId(id(r, "ledger")),
            new EntryId(id(r, "entry")));
    return new Standing(
        due,
        text(r, "party_name"),
        money(r, "settled", "currency"),
        bool(r, "undone"),
        label(r, "state", EntryState.class),
        integer(r, "entry_version"),
        integerOrNull(r, "entry_year"),
        integerOrNull(r, "entry_number"));
  }
}
