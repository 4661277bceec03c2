package org.diestra.operator.disputes;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diestra.operator.disputes.Move.What;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened in disputes: their moves, decisions, notices and evidence. */
@Repository
class HistoryStore {
  private final JdbcClient jdbc;

  HistoryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(DisputeId dispute, int version, Move move, Instant now) {
    jdbc.sql(
            """
            insert into disputes.move (dispute, version, what, side, person, asked, figure, words,
              at)
            values (:dispute, :version, :what, :side, :person, :asked, :figure, :words, :at)
            """)
        .param("dispute", dispute.value())
        .param("version", version)
        .param("what", move.what().name())
        .param("side", name(move.side()))
        .param("person", move.person() == null ? null : move.person().value())
        .param("asked", name(move.asked()))
        .param("figure", move.figure() == null ? null : move.figure().minor())
        .param("words", move.words())
        .param("at", at(now))
        .update();
  }

  private static @Nullable String name(@Nullable Side side) {
    return side == null ? null : side.name();
  }

  /** From the first to the last. */
  List<Move.Line> moves(DisputeId dispute) {
    return jdbc.sql(
            """
            select m.*, d.currency from disputes.move m join disputes.dispute d on d.id = m.dispute
            where m.dispute = :dispute order by m.version
            """)
        .param("dispute", dispute.value())
        .query((r, n) -> line(r))
        .list();
  }

  private static Move.Line line(ResultSet r) throws SQLException {
    var move =
        new Move(
            label(r, "what", What.class),
            labelOrNull(r, "side", Side.class),
            person(r, "person"),
            labelOrNull(r, "asked", Side.class),
            moneyOrNull(r, "figure", "currency"),
            textOrNull(r, "words"));
    return new Move.Line(integer(r, "version"), move, instant(r, "at"));
  }

  private static @Nullable PersonId person(ResultSet r, String column) throws SQLException {
    var person = idOrNull(r, column);
    return person == null ? null : new PersonId(person);
  }

  /**
   * What an operator decided.
   *
   * @param appeal whether it decides an appeal
   * @param confirmedBy a second operator, or null where none has, or none is needed
   */
  record Decision(
      int number,
      boolean appeal,
      Money figure,
      String words,
      PersonId by,
      Instant at,
      @Nullable PersonId confirmedBy) {
    boolean same(PersonId operator, Money sum, String reasons) {
      return by.equals(operator) && figure.equals(sum) && words.equals(reasons);
    }
  }

  void add(DisputeId dispute, Decision it) {
    jdbc.sql(
            """
            insert into disputes.decision (dispute, number, appeal, figure, words, decided_by,
              decided_at)
            values (:dispute, :number, :appeal, :figure, :words, :by, :at)
            """)
        .param("dispute", dispute.value())
        .param("number", it.number())
        .param("appeal", it.appeal())
        .param("figure", it.figure().minor())
        .param("words", it.words())
        .param("by", it.by().value())
        .param("at", at(it.at()))
        .update();
  }

  void confirm(DisputeId dispute, int number, PersonId by, Instant now) {
    int rows =
        jdbc.sql(
                """
                update disputes.decision set confirmed_by = :by, confirmed_at = :at
                where dispute = :dispute and number = :number and confirmed_by is null
                """)
            .param("dispute", dispute.value())
            .param("number", number)
            .param("by", by.value())
            .param("at", at(now))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("confirmed before: " + dispute + " " + number);
    }
  }

  /** Whether the house gave more time since then; whatever is late again is late for a fault. */
  boolean waited(DisputeId dispute, Instant since) {
    return jdbc.sql(
            """
            select exists (select from disputes.move
              where dispute = :dispute and what = 'WAITED' and at >= :since)
            """)
        .param("dispute", dispute.value())
        .param("since", at(since))
        .query(Boolean.class)
        .single();
  }

  /** How often that side has said something apart from its steps. */
  int said(DisputeId dispute, Side side) {
    return jdbc.sql(
            """
            select count(*) from disputes.move
            where dispute = :dispute and what = 'SAID' and side = :side
            """)
        .param("dispute", dispute.value())
        .param("side", side.name())
        .query(Integer.class)
        .single();
  }

  /** From the first to the last. */
  List<Decision> decisions(DisputeId dispute) {
    return jdbc.sql(
            """
            select n.*, d.currency from disputes.decision n
            join disputes.dispute d on d.id = n.dispute
            where n.dispute = :dispute order by n.number
            """)
        .param("dispute", dispute.value())
        .query((r, n) ->
            new Decision(
                integer(r, "number"),
                bool(r, "appeal"),
                money(r, "figure", "currency"),
                text(r, "words"),
                new PersonId(id(r, "decided_by")),
                instant(r, "decided_at"),
                person(r, "confirmed_by")))
        .list();
  }

  /** The operators who have proposed, decided or confirmed something in it. */
  Set<PersonId> judges(DisputeId dispute) {
    return Set.copyOf(
        jdbc.sql(
                """
                select decided_by as judge from disputes.decision where dispute = :dispute
                union select confirmed_by from disputes.decision
                  where dispute = :dispute and confirmed_by is not null
                union select person from disputes.move
                  where dispute = :dispute and what = 'PROPOSED' and person is not null
                """)
            .param("dispute", dispute.value())
            .query((r, n) -> new PersonId(id(r, "judge")))
            .list());
  }

  /** Whether it is told now; false where it was before. */
  boolean tell(DisputeId dispute, int number, Instant now) {
    return jdbc.sql(
                """
                insert into disputes.notice (dispute, number, at) values (:dispute, :number, :at)
                on conflict do nothing
                """)
            .param("dispute", dispute.value())
            .param("number", number)
            .param("at", at(now))
            .update()
        == 1;
  }

  int told(DisputeId dispute) {
    return jdbc.sql("select count(*) from disputes.notice where dispute = :dispute")
        .param("dispute", dispute.value())
        .query(Integer.class)
        .single();
  }

  /** When the last of its notices went out. */
  Optional<Instant> lastTold(DisputeId dispute) {
    return jdbc.sql(
            "select at from disputes.notice where dispute = :dispute order by at desc limit 1")
        .param("dispute", dispute.value())
        .query((r, n) -> instant(r, "at"))
        .optional();
  }

  /**
   * @param json canonical (RFC 8785)
   * @param sha256 of its UTF-8 bytes, 64 hexadecimal digits
   */
  record Frozen(String json, String sha256) {}

  void freeze(DisputeId dispute, Frozen it) {
    jdbc.sql(
            """
            insert into disputes.evidence (dispute, json, sha256) values (:dispute, :json, :sha256)
            """)
        .param("dispute", dispute.value())
        .param("json", it.json())
        .param("sha256", it.sha256())
        .update();
  }

  Optional<Frozen> evidence(DisputeId dispute) {
    return jdbc.sql("select * from disputes.evidence where dispute = :dispute")
        .param("dispute", dispute.value())
        .query((r, n) -> new Frozen(text(r, "json"), text(r, "sha256")))
        .optional();
  }
}
