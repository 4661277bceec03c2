package org.diestra.office.statements;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.statements.Suggestion.Existing;
import org.diestra.office.statements.Suggestion.Transfer;
import org.diestra.office.workspaces.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What might show lines, for many lines in one statement. */
@Repository
class SuggestionStore {
  private static final int FEW = 5; // for each line
  private static final int AROUND = 5; // days between the bank and the books
  private final JdbcClient jdbc;

  SuggestionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Entries with that amount on the bank's account, which show no other line of it yet: the nearest
   * days first, posted ones among them first.
   */
  Map<MovementId, List<Existing>> existing(WorkspaceId workspace, List<Movement> lines) {
    var found = new HashMap<MovementId, List<Existing>>();
    jdbc.sql(
            """
            with l as (
              select l.id, l.account, l.day, l.amount, a.ledger
              from statements.line l join statements.account a on a.id = l.account
              where l.workspace = :workspace and l.id = any(:ids)),
            c as (
              select l.id as line, l.account, l.amount, l.ledger, l.day as line_day, b.entry
              from l join bookkeeping.line b on b.account = l.ledger and b.posted
                and b.day between l.day - :around and l.day + :around and b.amount = l.amount
              union
              select l.id, l.account, l.amount, l.ledger, l.day, b.entry
              from l join bookkeeping.entry e on e.workspace = :workspace and e.state = 'PROPOSED'
                and e.day between l.day - :around and l.day + :around
              join bookkeeping.line b on b.entry = e.id and b.account = l.ledger
                and b.amount = l.amount),
            r as (
              select c.line, e.id, e.day, e.text, e.state = 'POSTED' as posted,
                row_number() over (partition by c.line
                  order by abs(e.day - c.line_day), e.state = 'POSTED' desc, e.id) as place
              from c join bookkeeping.entry e on e.id = c.entry
              where (select count(*) from statements.match m join statements.line o on o.id = m.line
                  where m.entry = e.id and o.account = c.account and o.amount = c.amount)
                < (select count(*) from bookkeeping.line b
                  where b.entry = e.id and b.account = c.ledger and b.amount = c.amount))
            select * from r where place <= :few order by line, place
            """)
        .param("workspace", workspace.value())
        .param("ids", ids(lines))
        .param("around", AROUND)
        .param("few", FEW)
        .query(r -> {
          found
              .computeIfAbsent(new MovementId(id(r, "line")), k -> new ArrayList<>())
              .add(
                  new Existing(
                      new EntryId(id(r, "id")),
                      date(r, "day"),
                      text(r, "text"),
                      bool(r, "posted")));
        });
    return found;
  }

  /** Lines of other own accounts with the opposite amount that nothing shows yet. */
  Map<MovementId, List<Transfer>> transfers(WorkspaceId workspace, List<Movement> lines) {
    var found = new HashMap<MovementId, List<Transfer>>();
    jdbc.sql(
            """
            with r as (
              select l.id as line, o.id, o.day, o.amount, a.name, b.currency,
                row_number() over (partition by l.id order by abs(o.day - l.day), o.id) as place
              from statements.line l
              join statements.line o on o.workspace = l.workspace and o.amount = -l.amount
                and o.account <> l.account and o.day between l.day - :around and l.day + :around
              join statements.account a on a.id = o.account
              join books.book b on b.workspace = o.workspace
              where l.workspace = :workspace and l.id = any(:ids) and o.ignored is null
                and not exists (select from statements.shown s where s.line = o.id))
            select * from r where place <= :few order by line, place
            """)
        .param("workspace", workspace.value())
        .param("ids", ids(lines))
        .param("around", AROUND)
        .param("few", FEW)
        .query(r -> {
          found
              .computeIfAbsent(new MovementId(id(r, "line")), k -> new ArrayList<>())
              .add(
                  new Transfer(
                      new MovementId(id(r, "id")),
                      text(r, "name"),
                      date(r, "day"),
                      money(r, "amount", "currency")));
        });
    return found;
  }

  private static UUID[] ids(List<Movement> lines) {
    return lines.stream().map(line -> line.id().value()).toArray(UUID[]::new);
  }
}
