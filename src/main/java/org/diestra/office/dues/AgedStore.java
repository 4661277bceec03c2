package org.diestra.office.dues;

import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import org.diestra.office.dues.Aged.Row;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Debts by their age: one statement over what is open, however much was ever paid. */
@Repository
class AgedStore {
  private final JdbcClient jdbc;

  AgedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Aged of(WorkspaceId workspace, Side side, LocalDate today, Currency currency) {
    var rows = new ArrayList<Row>();
    var all = new ArrayList<Row>();
    int[] parties = new int[1];
    jdbc.sql(
            """
            select d.party, min(p.name) as name, count(*) over () - 1 as parties,
              coalesce(sum(d.amount - d.settled) filter (where :today - d.due_on <= 0), 0) as a0,
              coalesce(sum(d.amount - d.settled) filter (where :today - d.due_on between 1 and 30), 0) as a1,
              coalesce(sum(d.amount - d.settled) filter (where :today - d.due_on between 31 and 60), 0) as a2,
              coalesce(sum(d.amount - d.settled) filter (where :today - d.due_on between 61 and 90), 0) as a3,
              coalesce(sum(d.amount - d.settled) filter (where :today - d.due_on > 90), 0) as a4
            from dues.due d join dues.party p on p.id = d.party
            join bookkeeping.entry e on e.id = d.entry and e.state = 'POSTED'
            where d.workspace = :workspace and d.side = :side and d.settled <> d.amount and not d.undone
            group by grouping sets ((d.party), ())
            order by d.party is null desc, sum(d.amount - d.settled) desc, d.party limit :most
            """)
        .param("workspace", workspace.value())
        .param("side", side.name())
        .param("today", today)
        .param("most", Aged.MOST + 1)
        .query(r -> {
          var row = row(r, currency);
          parties[0] = integer(r, "parties");
          (row.party() == null ? all : rows).add(row);
        });
    return new Aged(
        side, rows, all.getFirst(), parties[0], new Money(waiting(workspace, side), currency));
  }

  private static Row row(ResultSet r, Currency currency) throws SQLException {
    var party = idOrNull(r, "party");
    var byAge = new EnumMap<Age, Money>(Age.class);
    for (var age : Age.values()) {
      byAge.put(age, new Money(bigint(r, "a" + age.ordinal()), currency));
    }
    return new Row(
        party == null ? null : new PartyId(party), party == null ? "" : text(r, "name"), byAge);
  }

  private long waiting(WorkspaceId workspace, Side side) {
    return jdbc.sql(
            """
            select coalesce(sum(d.amount - d.settled), 0) from dues.due d
            join bookkeeping.entry e on e.id = d.entry and e.state <> 'POSTED'
            where d.workspace = :workspace and d.side = :side and d.settled <> d.amount and not d.undone
            """)
        .param("workspace", workspace.value())
        .param("side", side.name())
        .query(Long.class)
        .single();
  }

  /**
   * The papers behind a figure, the first due first.
   *
   * @param party of one alone, or null
   * @param after the last of the page before, or null
   */
  List<Standing> papers(
      WorkspaceId workspace,
      Side side,
      LocalDate today,
      @Nullable Age age,
      @Nullable PartyId party,
      @Nullable Standing after,
      int most) {
    return jdbc.sql(
            """
            select * from dues.standing where workspace = :workspace and side = :side
              and settled <> amount and not undone and state = 'POSTED'
              and :today - due_on between :from and :to
              and (cast(:party as uuid) is null or party = cast(:party as uuid))
              and (cast(:after as uuid) is null
                or (due_on, id) > (cast(:day as date), cast(:after as uuid)))
            order by due_on, id limit :most
            """)
        .param("workspace", workspace.value())
        .param("side", side.name())
        .param("today", today)
        .param("from", age == null ? Age.NOT_DUE.from() : age.from())
        .param("to", age == null ? Age.OLDER.to() : age.to())
        .param("party", party == null ? null : party.value())
        .param("after", after == null ? null : after.due().id().value())
        .param("day", after == null ? null : after.due().dueOn())
        .param("most", most)
        .query((r, n) -> DueStore.standing(r))
        .list();
  }

  /** What became late in one workspace. */
  record Late(WorkspaceId workspace, Side side, int papers, Money left, LocalDate first) {}

  /**
   * What is late by the day where its business is and nobody was told of; from now on it counts as
   * told. At most that many papers at a time.
   */
  List<Late> late(java.time.Instant now, int most) {
    return jdbc.sql(
            """
            with due as (
              select d.id, (cast(:now as timestamptz) at time zone o.zone)::date as today
              from dues.due d join workspaces.workspace w on w.id = d.workspace
              join accounts.organisation o on o.id = w.organisation
              join bookkeeping.entry e on e.id = d.entry and e.state = 'POSTED'
              where d.settled <> d.amount and not d.undone and d.told_on is null and d.amount > 0
                and d.due_on < (cast(:now as timestamptz) at time zone o.zone)::date
              order by d.due_on, d.id limit :most for update of d skip locked),
            told as (
              update dues.due d set told_on = due.today from due where d.id = due.id
              returning d.workspace, d.side, d.amount - d.settled as rest, d.due_on)
            select t.workspace, t.side, count(*) as papers, sum(t.rest)::bigint as rest,
              min(t.due_on) as first, b.currency
            from told t join books.book b on b.workspace = t.workspace
            group by t.workspace, t.side, b.currency
            """)
        .param("now", org.diestra.platform.data.Row.at(now))
        .param("most", most)
        .query((r, n) ->
            new Late(
                new WorkspaceId(id(r, "workspace")),
                label(r, "side", Side.class),
                integer(r, "papers"),
                org.diestra.platform.data.Row.money(r, "rest", "currency"),
                date(r, "first")))
        .list();
  }
}
