package org.diestra.work.time;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.Timesheet.Closed;
import org.diestra.work.time.Timesheet.Facts;
import org.diestra.work.time.Timesheet.State;
import org.diestra.work.time.Timesheet.Submitted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The weeks of contracts; row security shows each person those of the own side. */
@Repository
class SheetStore {
  private final JdbcClient jdbc;

  SheetStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where there is one already. */
  boolean add(Timesheet.Open sheet) {
    var facts = sheet.facts();
    var rate = facts.tariff().rate();
    return jdbc.sql(
                """
                insert into "time".sheet (contract, week, workspace, organisation, assistant, title,
                  rate_minor, currency, cap_minutes, state, version, since)
                values (:contract, :week, :workspace, :organisation, :assistant, :title,
                  cast(:rate as bigint), :currency, cast(:cap as int), 'OPEN', 1, :since)
                on conflict do nothing
                """)
            .param("contract", facts.contract().value())
            .param("week", facts.week().monday())
            .param("workspace", facts.workspace().value())
            .param("organisation", facts.organisation().value())
            .param("assistant", facts.assistant().value())
            .param("title", facts.title())
            .param("rate", rate == null ? null : rate.minor())
            .param("currency", facts.tariff().currency().getCurrencyCode())
            .param("cap", facts.tariff().cap())
            .param("since", at(facts.since()))
            .update()
        == 1;
  }

  Optional<Timesheet> find(ContractId contract, Week week) {
    return one(contract, week, "");
  }

  /** Locked until the transaction ends. */
  Optional<Timesheet> locked(ContractId contract, Week week) {
    return one(contract, week, " for update");
  }

  private Optional<Timesheet> one(ContractId contract, Week week, String lock) {
    return jdbc.sql(
            "select * from \"time\".sheet where contract = :contract and week = :week" + lock)
        .param("contract", contract.value())
        .param("week", week.monday())
        .query((r, n) -> sheet(r))
        .optional();
  }

  /** The last weeks up to that one, the newest first. */
  List<Timesheet> upTo(ContractId contract, Week week, int weeks) {
    return jdbc.sql(
            """
            select * from "time".sheet
            where contract = :contract and week <= :week and week > :first order by week desc
            """)
        .param("contract", contract.value())
        .param("week", week.monday())
        .param("first", week.monday().minusWeeks(weeks))
        .query((r, n) -> sheet(r))
        .list();
  }

  /** An assistant's weeks, of whatever contracts. */
  List<Timesheet> of(PersonId assistant, Week week) {
    return jdbc.sql(
            """
            select * from "time".sheet where assistant = :assistant and week = :week
            order by title, contract
            """)
        .param("assistant", assistant.value())
        .param("week", week.monday())
        .query((r, n) -> sheet(r))
        .list();
  }

  /** Weeks that are over and not submitted, the oldest first. */
  List<Timesheet> toSubmit(PersonId assistant, Week before, int limit) {
    return jdbc.sql(
            """
            select * from "time".sheet
            where assistant = :assistant and state = 'OPEN' and week < :before and minutes > 0
            order by week limit :limit
            """)
        .param("assistant", assistant.value())
        .param("before", before.monday())
        .param("limit", limit)
        .query((r, n) -> sheet(r))
        .list();
  }

  /** Submitted weeks of these clients in which a line awaits their word, the oldest first. */
  List<Timesheet> toReview(List<OrganisationId> clients, int limit) {
    return jdbc.sql(
            """
            select s.* from "time".sheet s
            where s.state = 'SUBMITTED' and s.organisation = any(:clients) and exists (
              select from "time".entry e where e.contract = s.contract and e.week = s.week
                and e.state in ('SUBMITTED', 'ANSWERED'))
            order by s.week limit :limit
            """)
        .param("clients", clients.stream().map(OrganisationId::value).toArray(UUID[]::new))
        .param("limit", limit)
        .query((r, n) -> sheet(r))
        .list();
  }

  /** Weeks in which a line of that person was queried and awaits an answer. */
  List<Timesheet> queried(PersonId assistant, int limit) {
    return jdbc.sql(
            """
            select s.* from "time".sheet s
            where s.assistant = :assistant and s.state = 'SUBMITTED'
              and exists (select from "time".entry e
                where e.contract = s.contract and e.week = s.week and e.state = 'QUERIED')
            order by s.week limit :limit
            """)
        .param("assistant", assistant.value())
        .param("limit", limit)
        .query((r, n) -> sheet(r))
        .list();
  }

  /** Whether a week with lines is not closed, of those from one to another. */
  boolean open(ContractId contract, Week from, Week to) {
    return jdbc.sql(
            """
            select exists (select from "time".sheet where contract = :contract
              and week between :from and :to and state <> 'CLOSED' and minutes > 0)
            """)
        .param("contract", contract.value())
        .param("from", from.monday())
        .param("to", to.monday())
        .query(Boolean.class)
        .single();
  }

  /** Weeks with lines before that one that are not closed, the oldest first. */
  List<Week> earlier(ContractId contract, Week before) {
    return jdbc.sql(
            """
            select week from "time".sheet where contract = :contract and week < :before
              and state <> 'CLOSED' and minutes > 0 order by week
            """)
        .param("contract", contract.value())
        .param("before", before.monday())
        .query((r, n) -> new Week(date(r, "week")))
        .list();
  }

  /** Adds up its lines anew, after one of them was written. */
  void count(ContractId contract, Week week) {
    one(
        jdbc.sql(
                """
                update "time".sheet set minutes = (select coalesce(sum(e.minutes), 0)
                  from "time".entry e where e.contract = :contract and e.week = :week)
                where contract = :contract and week = :week
                """)
            .param("contract", contract.value())
            .param("week", week.monday())
            .update());
  }

  void move(Timesheet to) {
    var facts = to.facts();
    Instant submitted =
        switch (to) {
          case Timesheet.Open open -> null;
          case Submitted s -> s.submittedAt();
          case Closed c -> c.submittedAt();
        };
    one(
        jdbc.sql(
                """
                update "time".sheet set state = :state, version = :version, since = :since,
                  extra = :extra, submitted_at = :submitted, closed_at = :closed
                where contract = :contract and week = :week and version = :version - 1
                """)
            .param("state", to.state().name())
            .param("version", facts.version())
            .param("since", at(facts.since()))
            .param("extra", facts.extra())
            .param("submitted", submitted == null ? null : at(submitted))
            .param("closed", to instanceof Closed closed ? at(closed.closedAt()) : null)
            .param("contract", facts.contract().value())
            .param("week", facts.week().monday())
            .update());
  }

  private static void one(int rows) {
    if (rows != 1) {
      throw new IllegalStateException("weeks changed: " + rows);
    }
  }

  private static Timesheet sheet(ResultSet r) throws SQLException {
    var facts =
        new Facts(
            new ContractId(id(r, "contract")),
            new Week(date(r, "week")),
            new WorkspaceId(id(r, "workspace")),
            new OrganisationId(id(r, "organisation")),
            new PersonId(id(r, "assistant")),
            text(r, "title"),
            new Tariff(
                Currency.getInstance(text(r, "currency")),
                moneyOrNull(r, "rate_minor", "currency"),
                integerOrNull(r, "cap_minutes")),
            integer(r, "minutes"),
            integer(r, "extra"),
            integer(r, "version"),
            instant(r, "since"));
    return switch (label(r, "state", State.class)) {
      case OPEN -> new Timesheet.Open(facts);
      case SUBMITTED -> new Submitted(facts, instant(r, "submitted_at"));
      case CLOSED -> new Closed(facts, instant(r, "submitted_at"), instant(r, "closed_at"));
    };
  }
}
