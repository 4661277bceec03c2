package org.diestra.work.time;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Row;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.Entry.Facts;
import org.diestra.work.time.Entry.Said;
import org.diestra.work.time.Entry.Source;
import org.diestra.work.time.Entry.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Row security shows each person the lines of the own side. */
@Repository
class EntryStore {
  private final JdbcClient jdbc;

  EntryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param timer the one it was counted by, or null for what was written by hand
   */
  void add(Entry entry, Timesheet.Facts sheet, @Nullable UUID timer) {
    var facts = entry.facts();
    jdbc.sql(
            """
            insert into "time".entry (id, contract, week, workspace, assistant, started_at,
              ended_at, task, note, described, source, timer, state, version, since, made_at)
            values (:id, :contract, :week, :workspace, :assistant, :from, :to,
              cast(:task as uuid), :note, :described, :source, cast(:timer as uuid), :state,
              :version, :since, :made)
            """)
        .param("id", facts.id().value())
        .param("contract", facts.contract().value())
        .param("week", facts.week().monday())
        .param("workspace", sheet.workspace().value())
        .param("assistant", facts.assistant().value())
        .param("from", at(facts.span().from()))
        .param("to", at(facts.span().to()))
        .param("task", facts.said().task())
        .param("note", facts.said().note())
        .param("described", facts.said().described())
        .param("source", facts.source().name())
        .param("timer", timer)
        .param("state", entry.state().name())
        .param("version", facts.version())
        .param("since", at(facts.since()))
        .param("made", at(facts.madeAt()))
        .update();
  }

  Optional<Entry> find(EntryId entry) {
    return jdbc.sql("select * from \"time\".entry where id = :id")
        .param("id", entry.value())
        .query((r, n) -> entry(r))
        .optional();
  }

  /** The lines of a week in the order of their start. */
  List<Entry> week(ContractId contract, Week week) {
    return jdbc.sql(
            """
            select * from "time".entry where contract = :contract and week = :week
            order by started_at
            """)
        .param("contract", contract.value())
        .param("week", week.monday())
        .query((r, n) -> entry(r))
        .list();
  }

  /** What a person did between two instants, for whomever, in order. */
  List<Entry> of(PersonId assistant, Instant from, Instant to) {
    return jdbc.sql(
            """
            select * from "time".entry
            where assistant = :assistant and tstzrange(started_at, ended_at) && tstzrange(:from, :to)
            order by started_at
            """)
        .param("assistant", assistant.value())
        .param("from", at(from))
        .param("to", at(to))
        .query((r, n) -> entry(r))
        .list();
  }

  /**
   * Some lines that start within a period, for an export, in order.
   *
   * @param after where the last page ended
   */
  List<Entry> page(ContractId contract, Instant after, Instant until, int limit) {
    return jdbc.sql(
            """
            select * from "time".entry
            where contract = :contract and week between :first and :last
              and started_at > :after and started_at < :until
            order by week, started_at limit :limit
            """)
        .param("contract", contract.value())
        .param("first", Week.of(after).monday())
        .param("last", Week.of(until).monday())
        .param("after", at(after))
        .param("until", at(until))
        .param("limit", limit)
        .query((r, n) -> entry(r))
        .list();
  }

  /** What it says, its stage and its version. */
  void write(Entry entry) {
    var facts = entry.facts();
    int rows =
        jdbc.sql(
                """
                update "time".entry set started_at = :from, ended_at = :to,
                  task = cast(:task as uuid), note = :note, described = :described,
                  state = :state, since = :since, over_minutes = :over, version = :version
                where id = :id and version = :version - 1
                """)
            .param("from", at(facts.span().from()))
            .param("to", at(facts.span().to()))
            .param("task", facts.said().task())
            .param("note", facts.said().note())
            .param("described", facts.said().described())
            .param("state", entry.state().name())
            .param("since", at(facts.since()))
            .param("over", facts.over())
            .param("version", facts.version())
            .param("id", facts.id().value())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("not at version " + (facts.version() - 1) + ": " + facts);
    }
  }

  /** Moves many lines of one week at once; each to the stage that it has here. */
  void moveAll(List<Entry> entries, Instant now) {
    int rows =
        jdbc.sql(
                """
                update "time".entry e set state = x.state, over_minutes = x.over,
                  version = x.version,
                  since = case when e.state = x.state then e.since else :now end
                from unnest(:ids, :states, :overs, :versions) as x(id, state, over, version)
                where e.id = x.id and e.version = x.version - 1
                """)
            .param("ids", column(entries, e -> e.facts().id().value(), UUID[]::new))
            .param("states", column(entries, e -> e.state().name(), String[]::new))
            .param("now", at(now))
            .param("overs", column(entries, e -> e.facts().over(), Integer[]::new))
            .param("versions", column(entries, e -> e.facts().version(), Integer[]::new))
            .update();
    if (rows != entries.size()) {
      throw new IllegalStateException(rows + " lines moved instead of " + entries.size());
    }
  }

  private static <T> T[] column(
      List<Entry> entries, Function<Entry, T> value, IntFunction<T[]> array) {
    return entries.stream().map(value).toArray(array);
  }

  void remove(Entry.Open entry) {
    int rows =
        jdbc.sql("delete from \"time\".entry where id = :id and version = :version")
            .param("id", entry.facts().id().value())
            .param("version", entry.facts().version())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("not there any more: " + entry);
    }
  }

  private static Entry entry(ResultSet r) throws SQLException {
    var facts = facts(r);
    return switch (label(r, "state", State.class)) {
      case OPEN -> new Entry.Open(facts);
      case SUBMITTED -> new Entry.Submitted(facts);
      case QUERIED -> new Entry.Queried(facts);
      case ANSWERED -> new Entry.Answered(facts);
      case ACCEPTED -> new Entry.Accepted(facts);
      case DISPUTED -> new Entry.Disputed(facts);
      case INVOICED -> new Entry.Invoiced(facts);
      case PAID -> new Entry.Paid(facts);
    };
  }

  private static Facts facts(ResultSet r) throws SQLException {
    return new Facts(
        new EntryId(id(r, "id")),
        new ContractId(id(r, "contract")),
        new PersonId(id(r, "assistant")),
        new Week(Row.date(r, "week")),
        new Said(
            new Span(instant(r, "started_at"), instant(r, "ended_at")),
            idOrNull(r, "task"),
            text(r, "note"),
            bool(r, "described")),
        label(r, "source", Source.class),
        integer(r, "over_minutes"),
        integer(r, "version"),
        instant(r, "since"),
        instant(r, "made_at"));
  }
}
