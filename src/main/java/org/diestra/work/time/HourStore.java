package org.diestra.work.time;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.Hours.Hourly;
import org.diestra.work.time.Hours.Unbilled;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hours in sets, for whoever bills them; to be read with the rights of the house. */
@Repository
class HourStore {
  private static final int MOST = 500;
  private final JdbcClient jdbc;
  private final BagStore bags;

  HourStore(JdbcClient jdbc, BagStore bags) {
    this.jdbc = jdbc;
    this.bags = bags;
  }

  Optional<Hourly> of(ContractId contract) {
    return jdbc.sql(
            """
            select p.*, e.stage = 'ENDED' as over from "time".plan p
            join engagements.engagement e on e.contract = p.contract
            where p.contract = :contract and p.rate_minor is not null
              and p.cap_minutes is not null
            """)
        .param("contract", contract.value())
        .query((r, n) -> hourly(r))
        .optional();
  }

  List<Hourly> alive(Collection<OrganisationId> clients, Collection<ContractId> beside) {
    return jdbc.sql(
            """
            select p.*, e.stage = 'ENDED' as over from "time".plan p
            join engagements.engagement e on e.contract = p.contract
            where e.organisation = any(:clients)
              and (e.stage <> 'ENDED' or p.contract = any(:beside))
              and p.rate_minor is not null and p.cap_minutes is not null
            order by p.title, p.contract limit :most
            """)
        .param("clients", clients.stream().map(OrganisationId::value).toArray(UUID[]::new))
        .param("beside", beside.stream().map(ContractId::value).toArray(UUID[]::new))
        .param("most", MOST)
        .query((r, n) -> hourly(r))
        .list();
  }

  private static Hourly hourly(ResultSet r) throws SQLException {
    var rate = money(r, "rate_minor", "currency");
    return new Hourly(
        new ContractId(id(r, "contract")),
        text(r, "title"),
        rate,
        WorkedWeek.worth(rate, integer(r, "cap_minutes")),
        bool(r, "over"));
  }

  Map<ContractId, Unbilled> unbilled(Collection<ContractId> contracts, Week current) {
    var found = new HashMap<ContractId, Unbilled>();
    var rooms = bags.rooms(contracts);
    jdbc.sql(
            """
            select contract, week, state, rate_minor, currency, minutes,
              coalesce(cap_minutes + extra, minutes) as most
            from "time".sheet
            where contract = any(:contracts) and state <> 'CLOSED' and rate_minor is not null
              and minutes > 0
            """)
        .param("contracts", contracts.stream().map(ContractId::value).toArray(UUID[]::new))
        .query(r -> {
          var rate = money(r, "rate_minor", "currency");
          var room = rooms.get(new ContractId(id(r, "contract")));
          var bag = room == null ? null : room.before(date(r, "week"));
          int beyond = Math.max(0, integer(r, "minutes") - (bag == null ? 0 : bag));
          var worth = WorkedWeek.worth(rate, Math.min(beyond, integer(r, "most")));
          var none = Money.zero(rate.currency());
          boolean open = text(r, "state").equals("OPEN");
          boolean now = date(r, "week").equals(current.monday());
          found.merge(
              new ContractId(id(r, "contract")),
              new Unbilled(open ? none : worth, open ? worth : none, now ? worth : none),
              (a, b) ->
                  new Unbilled(
                      a.submitted().plus(b.submitted()),
                      a.open().plus(b.open()),
                      a.current().plus(b.current())));
        });
    return found;
  }

  /** How many lines it moved. */
  int move(List<WeekId> weeks, Entry.State from, Entry.State to, Instant now) {
    return jdbc.sql(
            """
            with moved as (
              update "time".entry e set state = :to, version = e.version + 1, since = :now
              from unnest(:contracts, cast(:weeks as date[])) as w(contract, week)
              where e.contract = w.contract and e.week = w.week and e.state = :from
                and e.over_minutes < e.minutes
              returning e.id, e.version)
            insert into "time".move (entry, version, from_state, to_state, at)
            select id, version, :from, :to, :now from moved
            """)
        .param("contracts", weeks.stream().map(w -> w.contract().value()).toArray(UUID[]::new))
        .param("weeks", weeks.stream().map(w -> w.week().toString()).toArray(String[]::new))
        .param("from", from.name())
        .param("to", to.name())
        .param("now", at(now))
        .update();
  }
}
