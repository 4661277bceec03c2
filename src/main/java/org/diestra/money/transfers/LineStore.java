package org.diestra.money.transfers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diestra.money.transfers.Line.State;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.banking.BankStatement.Format;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.Seal;
import org.diestra.platform.page.OperatorEntry.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LineStore {
  static final String SECRET = "transfers:party";
  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations many;
  private final Seal seal;

  LineStore(JdbcClient jdbc, NamedParameterJdbcOperations many, Seal seal) {
    this.jdbc = jdbc;
    this.many = many;
    this.seal = seal;
  }

  /** Of these keys, those that an account has already. */
  Set<String> known(UUID account, Collection<String> keys) {
    return Set.copyOf(
        jdbc.sql("select key from transfers.line where account = :account and key = any(:keys)")
            .param("account", account)
            .param("keys", keys.toArray(String[]::new))
            .query((r, n) -> text(r, "key"))
            .list());
  }

  /** Whether statements in another format have lines of these days, by which keys differ. */
  boolean otherwise(UUID account, Format format, LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            select exists (select from transfers.line l
              join transfers.statement s on s.id = l.statement
              where l.account = :account and l.day between :from and :to and s.format <> :format)
            """)
        .param("account", account)
        .param("from", from)
        .param("to", to)
        .param("format", format.name())
        .query(Boolean.class)
        .single();
  }

  /** Whether there are lines with other keys of the days in between, by which keys differ. */
  boolean others(UUID account, Collection<String> keys, LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            select exists (select from transfers.line l
              where l.account = :account and l.day > :from and l.day < :to
                and not exists (select from unnest(:keys) k where k = l.key))
            """)
        .param("account", account)
        .param("from", from)
        .param("to", to)
        .param("keys", keys.toArray(String[]::new))
        .query(Boolean.class)
        .single();
  }

  /** With the key of each, in one round. */
  void add(UUID statement, Map<String, Line> lines) {
    var rows =
        lines.entrySet().stream()
            .map(e -> row(statement, e.getKey(), e.getValue()))
            .toArray(SqlParameterSource[]::new);
    many.batchUpdate(
        """
        insert into transfers.line (id, account, statement, key, day, currency, amount, party,
          party_account, words, end_to_end, state, client, payment, refund, matched_by, note, steps,
          at, since)
        values (:id, :account, :statement, :key, :day, :currency, :amount, :party, :sealed, :words,
          :endToEnd, :state, :client, :payment, :refund, :matchedBy, :note, :steps, :at, :since)
        """,
        rows);
  }

  private MapSqlParameterSource row(UUID statement, String key, Line line) {
    return moved(line)
        .addValue("account", line.collecting())
        .addValue("statement", statement)
        .addValue("key", key)
        .addValue("day", line.day())
        .addValue("currency", line.amount().currency().getCurrencyCode())
        .addValue("amount", line.amount().minor())
        .addValue("party", line.party())
        .addValue("sealed", sealed(line.id(), line.account()))
        .addValue("words", line.words())
        .addValue("endToEnd", line.endToEnd())
        .addValue("at", at(line.at()));
  }

  private static MapSqlParameterSource moved(Line line) {
    var client = line.client();
    return new MapSqlParameterSource()
        .addValue("id", line.id())
        .addValue("state", line.state().name())
        .addValue("client", client == null ? null : client.value())
        .addValue("payment", line.payment())
        .addValue("refund", line.refund())
        .addValue("matchedBy", line.matchedBy())
        .addValue("note", line.note())
        .addValue("steps", line.steps())
        .addValue("since", at(line.since()));
  }

  byte @Nullable [] sealed(UUID owner, @Nullable String account) {
    return account == null ? null : seal.close(SECRET, owner, account.getBytes(UTF_8));
  }

  @Nullable String opened(UUID owner, byte @Nullable [] sealed) {
    return sealed == null ? null : new String(seal.open(SECRET, owner, sealed), UTF_8);
  }

  /**
   * @throws IllegalStateException if it has moved since it was read
   */
  void move(Line after, @Nullable PersonId by) {
    int rows =
        many.update(
            """
            update transfers.line set state = :state, client = :client, payment = :payment,
              refund = :refund, matched_by = :matchedBy, note = :note, steps = :steps,
              since = :since, by = :by
            where id = :id and steps = :steps - 1
            """,
            moved(after).addValue("by", by == null ? null : by.value()));
    if (rows != 1) {
      throw new IllegalStateException("has moved: " + after.id());
    }
  }

  Optional<Line> find(UUID id) {
    return jdbc.sql("select * from transfers.line where id = :id")
        .param("id", id)
        .query((r, n) -> line(r))
        .optional();
  }

  Optional<Line> locked(UUID id) {
    return jdbc.sql("select * from transfers.line where id = :id for update")
        .param("id", id)
        .query((r, n) -> line(r))
        .optional();
  }

  /** What waits for an operator, the oldest first; all accounts'. */
  List<Line> queue(int most) {
    return jdbc.sql(
            """
            select * from transfers.line where state in ('QUEUED', 'ASIDE')
            order by state desc, day, id limit :most
            """)
        .param("most", most)
        .query((r, n) -> line(r))
        .list();
  }

  /** Of these, those that are to be sent back. */
  List<Line> asides(UUID account, Collection<UUID> ids) {
    return jdbc.sql(
            """
            select * from transfers.line
            where account = :account and id = any(:ids) and state = 'ASIDE'
            """)
        .param("account", account)
        .param("ids", ids.toArray(UUID[]::new))
        .query((r, n) -> line(r))
        .list();
  }

  /** What is to be sent back and came to that amount, the oldest first. */
  List<Line> asides(Money amount) {
    return jdbc.sql(
            """
            select * from transfers.line
            where state = 'ASIDE' and currency = :currency and amount = :amount
            order by day, id limit 20
            """)
        .param("currency", amount.currency().getCurrencyCode())
        .param("amount", amount.minor())
        .query((r, n) -> line(r))
        .list();
  }

  /** All of an account, in the order of their days. */
  List<Line> list(UUID account) {
    return jdbc.sql("select * from transfers.line where account = :account order by day, id")
        .param("account", account)
        .query((r, n) -> line(r))
        .list();
  }

  /** What is somebody's, of all accounts, the latest first. */
  List<Line> matched(int most) {
    return jdbc.sql(
            """
            select * from transfers.line where state in ('MATCHED', 'NOTED')
            order by since desc, id desc limit :most
            """)
        .param("most", most)
        .query((r, n) -> line(r))
        .list();
  }

  /** What came in for a payment, the oldest first. */
  List<Line> of(UUID payment) {
    return jdbc.sql("select * from transfers.line where payment = :payment order by day, id")
        .param("payment", payment)
        .query((r, n) -> line(r))
        .list();
  }

  /** What came in for a client and says from which account and whose, the latest first. */
  List<Line> sources(OrganisationId client, UUID collecting, int most) {
    return jdbc.sql(
            """
            select * from transfers.line where client = :client and account = :account
              and amount > 0 and party_account is not null and party <> '' and state = 'MATCHED'
              and refund is null
            order by day desc, id desc limit :most
            """)
        .param("client", client.value())
        .param("account", collecting)
        .param("most", most)
        .query((r, n) -> line(r))
        .list();
  }

  /** What waits for operators: lines that nobody knows, and refunds to carry out. */
  Waiting waiting() {
    return jdbc.sql(
            """
            select count(*) as n, min(since) as since from (
              select at as since from transfers.line where state = 'QUEUED'
              union all select made_at from transfers.send_back where state = 'WAITING') w
            """)
        .query((r, n) -> new Waiting(bigint(r, "n"), instantOrNull(r, "since")))
        .single();
  }

  private Line line(ResultSet r) throws SQLException {
    var id = id(r, "id");
    var client = idOrNull(r, "client");
    return new Line(
        id,
        id(r, "account"),
        date(r, "day"),
        money(r, "amount", "currency"),
        text(r, "party"),
        opened(id, r.getBytes("party_account")),
        text(r, "words"),
        text(r, "end_to_end"),
        label(r, "state", State.class),
        client == null ? null : new OrganisationId(client),
        idOrNull(r, "payment"),
        idOrNull(r, "refund"),
        idOrNull(r, "matched_by"),
        text(r, "note"),
        integer(r, "steps"),
        instant(r, "at"),
        instant(r, "since"));
  }
}
