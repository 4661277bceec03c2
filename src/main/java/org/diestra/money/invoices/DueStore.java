package org.diestra.money.invoices;

import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.diestra.money.invoices.Due.Lack;
import org.diestra.money.payments.Sale;
import org.diestra.money.payments.Sale.Work.OfTask;
import org.diestra.money.payments.Sale.Work.OfWeek;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DueStore {
  private final JdbcClient jdbc;

  DueStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Twice is as once; also when it is invoiced already. */
  void add(Sale sale) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("entry", sale.entry());
    row.put("contract", sale.contract().value());
    row.put("client", sale.client().value());
    row.put("assistant", sale.assistant().value());
    row.put("currency", sale.price().currency().getCurrencyCode());
    row.put("price", sale.price().minor());
    row.put("at", Row.at(sale.at()));
    var task = sale.work() instanceof OfTask of ? of : null;
    var week = sale.work() instanceof OfWeek of ? of : null;
    row.put("task", task == null ? null : task.task().value());
    row.put("title", task == null ? null : task.title());
    row.put("week", week == null ? null : week.week());
    row.put("minutes", week == null ? null : week.minutes());
    row.put("rate", week == null ? null : week.rate().minor());
    jdbc.sql(
            """
            insert into invoices.due (entry, contract, client, assistant, task, title, week, minutes,
              rate, currency, price, at)
            select :entry, :contract, :client, :assistant, cast(:task as uuid), :title,
              cast(:week as date), cast(:minutes as int), cast(:rate as bigint), :currency, :price, :at
            where not exists (select from invoices.invoice where entry = :entry)
            on conflict (entry) do nothing
            """)
        .params(row)
        .update();
  }

  /** The oldest that may be invoiced; nobody else takes them until the transaction ends. */
  List<Due> take(int most) {
    return jdbc.sql(
            """
            select * from invoices.due where waits is null
            order by at, entry limit :most for update skip locked
            """)
        .param("most", most)
        .query((r, n) -> due(r))
        .list();
  }

  void remove(Collection<UUID> entries) {
    jdbc.sql("delete from invoices.due where entry = any(:entries)")
        .param("entries", entries.toArray(UUID[]::new))
        .update();
  }

  void wait(Collection<UUID> entries, Lack lack) {
    jdbc.sql("update invoices.due set waits = :lack where entry = any(:entries)")
        .param("lack", lack.name())
        .param("entries", entries.toArray(UUID[]::new))
        .update();
  }

  /** Something about that party has changed: all that waits for it is looked at again. */
  void again(UUID party) {
    jdbc.sql(
            """
            update invoices.due set waits = null
            where waits is not null and (assistant = :party or client = :party)
            """)
        .param("party", party)
        .update();
  }

  /** Rules may have come. */
  void againForRules() {
    jdbc.sql("update invoices.due set waits = null where waits = 'RULE'").update();
  }

  /** What waits on either side of that party, the oldest first. */
  List<Due> waiting(UUID party, int most) {
    return jdbc.sql(
            """
            select * from invoices.due where assistant = :party or client = :party
            order by at, entry limit :most
            """)
        .param("party", party)
        .param("most", most)
        .query((r, n) -> due(r))
        .list();
  }

  private static Due due(ResultSet r) throws SQLException {
    return new Due(
        id(r, "entry"),
        id(r, "contract"),
        id(r, "client"),
        id(r, "assistant"),
        idOrNull(r, "task"),
        textOrNull(r, "title"),
        dateOrNull(r, "week"),
        integerOrNull(r, "minutes"),
        moneyOrNull(r, "rate", "currency"),
        money(r, "price", "currency"),
        instant(r, "at"),
        labelOrNull(r, "waits", Lack.class));
  }
}
