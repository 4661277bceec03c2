package org.diestra.work.time;

import static java.util.stream.Collectors.groupingBy;
import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.work.contracts.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The months of retainers and what drew from them; row security shows them to both sides. */
@Repository
class BagStore {
  private static final int SWEPT = 500;
  private final JdbcClient jdbc;

  BagStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of all that moves one contract's months at once, one does after the other. */
  void lock(ContractId contract) {
    jdbc.sql("select count(pg_advisory_xact_lock(hashtextextended(:name, 0))::text)")
        .param("name", "time.bag:" + contract)
        .query(Long.class)
        .single();
  }

  void add(Bag bag) {
    jdbc.sql(
            """
            insert into "time".bag (contract, number, begins, ends, anchor, first_week, minutes,
              rollover, rolled_in, used, used_rolled)
            values (:contract, :number, :begins, :ends, :anchor, :week, :minutes, :rollover,
              :rolled, 0, 0)
            """)
        .param("contract", bag.contract().value())
        .param("number", bag.number())
        .param("begins", bag.begins())
        .param("ends", bag.ends())
        .param("anchor", bag.anchor())
        .param("week", bag.firstWeek())
        .param("minutes", bag.minutes())
        .param("rollover", bag.rollover())
        .param("rolled", bag.rolledIn())
        .update();
  }

  /** What was used of it, what rolled in, and whether it is closed; its contract is locked. */
  void write(Bag bag, Instant now) {
    int rows =
        jdbc.sql(
                """
                update "time".bag set rolled_in = :rolled, used = :used, used_rolled = :usedRolled,
                  rolled_on = cast(:on as int),
                  closed_at = case when cast(:on as int) is not null
                    then coalesce(closed_at, :now) end
                where contract = :contract and number = :number
                """)
            .param("rolled", bag.rolledIn())
            .param("used", bag.used())
            .param("usedRolled", bag.usedRolled())
            .param("on", bag.rolledOn())
            .param("now", at(now))
            .param("contract", bag.contract().value())
            .param("number", bag.number())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("no such month: " + bag);
    }
  }

  /** Those of a contract, in order. */
  List<Bag> of(ContractId contract) {
    return jdbc.sql("select * from \"time\".bag where contract = :contract order by number")
        .param("contract", contract.value())
        .query((r, n) -> bag(r))
        .list();
  }

  /** What they have left for the weeks that are not closed. */
  BagRoom room(ContractId contract) {
    return rooms(List.of(contract)).getOrDefault(contract, new BagRoom(List.of(), new TreeMap<>()));
  }

  /** The same of many; those without months are left out. */
  Map<ContractId, BagRoom> rooms(Collection<ContractId> contracts) {
    var ids = contracts.stream().map(ContractId::value).toArray(UUID[]::new);
    var bags =
        jdbc
            .sql(
                """
                select * from "time".bag where contract = any(:contracts) order by contract, number
                """)
            .param("contracts", ids)
            .query((r, n) -> bag(r))
            .list()
            .stream()
            .collect(groupingBy(Bag::contract));
    if (bags.isEmpty()) {
      return Map.of();
    }
    var open = new HashMap<ContractId, SortedMap<LocalDate, Integer>>();
    jdbc.sql(
            """
            select contract, week, minutes from "time".sheet
            where contract = any(:contracts) and state <> 'CLOSED' and minutes > 0
            """)
        .param("contracts", bags.keySet().stream().map(ContractId::value).toArray(UUID[]::new))
        .query(r -> {
          open.computeIfAbsent(new ContractId(id(r, "contract")), c -> new TreeMap<>())
              .put(date(r, "week"), integer(r, "minutes"));
        });
    var rooms = new HashMap<ContractId, BagRoom>();
    bags.forEach((contract, of) ->
        rooms.put(contract, new BagRoom(of, open.getOrDefault(contract, new TreeMap<>()))));
    return rooms;
  }

  void add(Draw draw, Instant now) {
    jdbc.sql(
            """
            insert into "time".draw (contract, week, number, room, accepted, rolled, own, withheld,
              closed_at)
            values (:contract, :week, :number, :room, :accepted, :rolled, :own, :withheld, :now)
            """)
        .param("contract", draw.contract().value())
        .param("week", draw.week())
        .param("number", draw.number())
        .param("room", draw.room())
        .param("accepted", draw.accepted())
        .param("rolled", draw.rolled())
        .param("own", draw.own())
        .param("withheld", draw.withheld())
        .param("now", at(now))
        .update();
  }

  Optional<Draw> draw(ContractId contract, LocalDate week) {
    return jdbc.sql("select * from \"time\".draw where contract = :contract and week = :week")
        .param("contract", contract.value())
        .param("week", week)
        .query((r, n) -> draw(r))
        .optional();
  }

  /** Of one month, in order. */
  List<Draw> draws(ContractId contract, int number) {
    return jdbc.sql(
            """
            select * from "time".draw where contract = :contract and number = :number order by week
            """)
        .param("contract", contract.value())
        .param("number", number)
        .query((r, n) -> draw(r))
        .list();
  }

  /** One side gave way; once. */
  void settle(WeekId id, int minutes, PersonId by, Instant now) {
    int rows =
        jdbc.sql(
                """
                update "time".draw set settled = :minutes, settled_by = :by, settled_at = :now
                where contract = :contract and week = :week and settled is null
                """)
            .param("minutes", minutes)
            .param("by", by.value())
            .param("now", at(now))
            .param("contract", id.contract().value())
            .param("week", id.week())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("settled already: " + id);
    }
  }

  /** Contracts whose months a timer may have missed: one should be closed, or have begun. */
  List<ContractId> behind(LocalDate today) {
    return jdbc.sql(
            """
            select contract from "time".bag where closed_at is null and ends <= :today
            union
            select p.contract from "time".plan p
            join engagements.engagement e on e.contract = p.contract
            where p.retainer_minutes is not null and e.stage in ('ACTIVE', 'ENDING')
              and coalesce(p.bags_from, :today) <= :today
              and not exists (select from "time".bag b where b.contract = p.contract
                and b.ends > :today)
            limit :most
            """)
        .param("today", today)
        .param("most", SWEPT)
        .query((r, n) -> new ContractId(id(r, "contract")))
        .list();
  }

  private static Bag bag(ResultSet r) throws SQLException {
    return new Bag(
        new ContractId(id(r, "contract")),
        integer(r, "number"),
        date(r, "begins"),
        date(r, "ends"),
        date(r, "anchor"),
        date(r, "first_week"),
        integer(r, "minutes"),
        integer(r, "rollover"),
        integer(r, "rolled_in"),
        integer(r, "used"),
        integer(r, "used_rolled"),
        integerOrNull(r, "rolled_on"));
  }

  private static Draw draw(ResultSet r) throws SQLException {
    return new Draw(
        new ContractId(id(r, "contract")),
        date(r, "week"),
        integer(r, "number"),
        integer(r, "room"),
        integer(r, "accepted"),
        integer(r, "rolled"),
        integer(r, "own"),
        integer(r, "withheld"),
        integerOrNull(r, "settled"));
  }
}
