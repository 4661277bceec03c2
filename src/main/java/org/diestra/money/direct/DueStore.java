package org.diestra.money.direct;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DueStore {
  private static final String ALL =
      """
      select d.*, coalesce((select sum(a.amount) from direct.part a
          join direct.proof p on p.id = a.proof
          where a.entry = d.entry and p.state = 'SAID'), 0)::bigint as claimed
      from direct.due d
      """;
  private final JdbcClient jdbc;

  DueStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(List<Due> all, Instant now) {
    jdbc.sql(
            """
            insert into direct.due (entry, contract, organisation, assistant, currency, amount,
              title, week, page, made_at, due_on, due_at)
            select n.entry, n.contract, n.organisation, n.assistant, n.currency, n.amount, n.title,
              n.week, n.page, :now, n.day, n.due
            from unnest(:entries, :contracts, :clients, :assistants, :currencies, :amounts,
              cast(:titles as text[]), cast(:weeks as date[]), :pages, cast(:days as date[]),
              cast(:dues as timestamptz[]))
              as n(entry, contract, organisation, assistant, currency, amount, title, week, page,
                day, due)
            """)
        .param("entries", all.stream().map(Due::entry).toArray(UUID[]::new))
        .param("contracts", all.stream().map(d -> d.contract().value()).toArray(UUID[]::new))
        .param("clients", all.stream().map(d -> d.client().value()).toArray(UUID[]::new))
        .param("assistants", all.stream().map(d -> d.assistant().value()).toArray(UUID[]::new))
        .param("currencies", texts(all, d -> d.amount().currency().getCurrencyCode()))
        .param("amounts", all.stream().map(d -> d.amount().minor()).toArray(Long[]::new))
        .param("titles", texts(all, Due::title))
        .param("weeks", texts(all, Due::week))
        .param("pages", texts(all, Due::page))
        .param("days", texts(all, Due::dueOn))
        .param("dues", texts(all, Due::dueAt))
        .param("now", at(now))
        .update();
  }

  private static @Nullable String[] texts(List<Due> all, Function<Due, @Nullable Object> what) {
    var texts = new @Nullable String[all.size()];
    for (int i = 0; i < texts.length; i++) {
      var text = what.apply(all.get(i));
      texts[i] = text == null ? null : text.toString();
    }
    return texts;
  }

  /**
   * Those of a contract: what has not arrived first, the oldest first, then the latest that did.
   */
  List<Due> of(ContractId contract, int most) {
    return jdbc.sql(
            ALL
                + """
                where d.contract = :contract
                order by d.settled_at desc nulls first, d.due_at, d.entry limit :most
                """)
        .param("contract", contract.value())
        .param("most", most)
        .query((r, n) -> due(r))
        .list();
  }

  /** Those of a contract among these, the oldest first; whoever asks has the money's lock. */
  List<Due> among(ContractId contract, Collection<UUID> entries) {
    return jdbc.sql(
            ALL
                + """
                where d.contract = :contract and d.entry = any(:entries)
                order by d.due_at, d.entry for update of d
                """)
        .param("contract", contract.value())
        .param("entries", entries.toArray(UUID[]::new))
        .query((r, n) -> due(r))
        .list();
  }

  /** So much more of each arrived. */
  void arrived(Map<UUID, Money> parts, Instant now) {
    int rows =
        jdbc.sql(
                """
                update direct.due d set paid = d.paid + n.amount,
                  settled_at = case when d.paid + n.amount = d.amount
                    then cast(:now as timestamptz) end
                from unnest(:entries, :amounts) as n(entry, amount) where d.entry = n.entry
                """)
            .param("entries", parts.keySet().toArray(UUID[]::new))
            .param("amounts", parts.values().stream().map(Money::minor).toArray(Long[]::new))
            .param("now", at(now))
            .update();
    if (rows != parts.size()) {
      throw new IllegalStateException("dues: " + rows + " of " + parts.keySet());
    }
  }

  /**
   * Nothing more of it is due; it is locked.
   *
   * @throws IllegalStateException if nothing was
   */
  void letGo(UUID entry, Instant now) {
    int rows =
        jdbc.sql(
                """
                update direct.due set let_go = amount - paid, settled_at = :now
                where entry = :entry and settled_at is null
                """)
            .param("entry", entry)
            .param("now", at(now))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("is not due: " + entry);
    }
  }

  /**
   * What one client is to pay for one contract.
   *
   * @param dueOn the earliest day
   * @param since when the first of it was approved
   */
  record Owed(
      ContractId contract, PersonId assistant, Money open, LocalDate dueOn, Instant since) {}

  /** What these clients have not said to have paid, the earliest day first; one a contract. */
  List<Owed> owed(Collection<OrganisationId> clients, int most) {
    return jdbc.sql(
            """
            select o.contract, o.assistant, o.currency, sum(o.open)::bigint as open,
              min(o.due_on) as due_on, min(o.made_at) as since
            from (
              select d.contract, d.assistant, d.currency, d.due_on, d.made_at, d.amount - d.paid
                - coalesce((select sum(a.amount) from direct.part a
                    join direct.proof p on p.id = a.proof
                    where a.entry = d.entry and p.state = 'SAID'), 0) as open
              from direct.due d
              where d.organisation = any(:clients) and d.settled_at is null) o
            where o.open > 0
            group by o.contract, o.assistant, o.currency order by 5, 1 limit :most
            """)
        .param("clients", clients.stream().map(OrganisationId::value).toArray(UUID[]::new))
        .param("most", most)
        .query((r, n) ->
            new Owed(
                new ContractId(id(r, "contract")),
                new PersonId(id(r, "assistant")),
                money(r, "open", "currency"),
                date(r, "due_on"),
                instant(r, "since")))
        .list();
  }

  /**
   * Those of which something is open after its day, what waits for the assistant's word left out,
   * and once more each week after it; each is given once.
   */
  List<Due> toRemind(Instant now, Duration pause, int times, int most) {
    return jdbc.sql(
            """
            with chosen as (
              select d.entry from direct.due d
              where d.settled_at is null and d.reminded < :times
                and d.due_at + d.reminded * cast(:pause as interval) <= :now
                and d.amount - d.paid - d.let_go > coalesce((select sum(a.amount)
                  from direct.part a join direct.proof p on p.id = a.proof
                  where a.entry = d.entry and p.state = 'SAID'), 0)
              order by d.due_at limit :most for update of d skip locked
            ), told as (
              update direct.due d set reminded = d.reminded + 1 from chosen
              where d.entry = chosen.entry returning d.entry)
            """
                + ALL
                + "where d.entry in (select entry from told)")
        .param("now", at(now))
        .param("pause", pause.toSeconds() + " seconds")
        .param("times", times)
        .param("most", most)
        .query((r, n) -> due(r))
        .list();
  }

  /** What is late, the longest first. */
  List<Due> late(Instant now, int most) {
    return jdbc.sql(
            ALL
                + """
                where d.settled_at is null and d.due_at <= :now order by d.due_at, d.entry
                limit :most
                """)
        .param("now", at(now))
        .param("most", most)
        .query((r, n) -> due(r))
        .list();
  }

  private static Due due(ResultSet r) throws SQLException {
    return new Due(
        id(r, "entry"),
        new ContractId(id(r, "contract")),
        new OrganisationId(id(r, "organisation")),
        new PersonId(id(r, "assistant")),
        money(r, "amount", "currency"),
        money(r, "paid", "currency"),
        money(r, "let_go", "currency"),
        money(r, "claimed", "currency"),
        textOrNull(r, "title"),
        dateOrNull(r, "week"),
        text(r, "page"),
        date(r, "due_on"),
        instant(r, "due_at"));
  }
}
