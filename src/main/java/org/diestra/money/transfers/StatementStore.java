package org.diestra.money.transfers;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.banking.BankStatement.Format;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StatementStore {
  private final JdbcClient jdbc;

  StatementStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A file that was taken in.
   *
   * @param fresh lines of it that no file before it had
   */
  record Taken(
      UUID id,
      UUID account,
      Format format,
      String name,
      int lines,
      int fresh,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable Money closing,
      PersonId by,
      Instant at) {}

  void add(Taken taken, String hash, @Nullable Money opening) {
    jdbc.sql(
            """
            insert into transfers.statement (id, account, format, name, hash, lines, fresh, from_day,
              to_day, opening, closing, by, at)
            values (:id, :account, :format, :name, :hash, :lines, :fresh, :from, :to, :opening,
              :closing, :by, :at)
            """)
        .param("id", taken.id())
        .param("account", taken.account())
        .param("format", taken.format().name())
        .param("name", taken.name())
        .param("hash", hash)
        .param("lines", taken.lines())
        .param("fresh", taken.fresh())
        .param("from", taken.from())
        .param("to", taken.to())
        .param("opening", opening == null ? null : opening.minor())
        .param("closing", taken.closing() == null ? null : taken.closing().minor())
        .param("by", taken.by().value())
        .param("at", at(taken.at()))
        .update();
  }

  /** Of whichever account: a CSV does not say of which it is. */
  boolean knows(String hash) {
    return jdbc.sql("select exists (select from transfers.statement where hash = :hash)")
        .param("hash", hash)
        .query(Boolean.class)
        .single();
  }

  /** The latest files of each account, so many of each. */
  List<Taken> latest(int each) {
    return jdbc.sql(
            """
            select s.*, a.currency from transfers.account a
            join lateral (select * from transfers.statement s where s.account = a.id
              order by s.at desc limit :each) s on true
            order by s.at desc
            """)
        .param("each", each)
        .query((r, n) -> taken(r))
        .list();
  }

  /** A file whose columns are to be named. */
  record Draft(UUID id, UUID account, String name, byte[] content, PersonId by) {}

  void keep(Draft draft, Instant now) {
    jdbc.sql(
            """
            insert into transfers.draft (id, account, name, content, by, at)
            values (:id, :account, :name, :content, :by, :now)
            """)
        .param("id", draft.id())
        .param("account", draft.account())
        .param("name", draft.name())
        .param("content", draft.content())
        .param("by", draft.by().value())
        .param("now", at(now))
        .update();
  }

  Optional<Draft> draft(UUID id) {
    return jdbc.sql("select * from transfers.draft where id = :id")
        .param("id", id)
        .query((r, n) ->
            new Draft(
                id(r, "id"),
                id(r, "account"),
                text(r, "name"),
                bytes(r, "content"),
                new PersonId(id(r, "by"))))
        .optional();
  }

  void drop(UUID draft) {
    jdbc.sql("delete from transfers.draft where id = :id").param("id", draft).update();
  }

  /** Gives how many were that old. */
  int dropBefore(Instant then) {
    return jdbc.sql("delete from transfers.draft where at < :then")
        .param("then", at(then))
        .update();
  }

  private static Taken taken(ResultSet r) throws SQLException {
    return new Taken(
        id(r, "id"),
        id(r, "account"),
        label(r, "format", Format.class),
        text(r, "name"),
        integer(r, "lines"),
        integer(r, "fresh"),
        dateOrNull(r, "from_day"),
        dateOrNull(r, "to_day"),
        moneyOrNull(r, "closing", "currency"),
        new PersonId(id(r, "by")),
        instant(r, "at"));
  }
}
