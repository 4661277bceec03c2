package org.diestra.money.invoices;

import static org.diestra.platform.data.Row.boolOrNull;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.invoices.Invoice.Cause;
import org.diestra.money.invoices.Invoice.Kind;
import org.diestra.money.invoices.Invoice.Side;
import org.diestra.money.invoices.SeriesStore.Taken;
import org.diestra.money.taxes.Category;
import org.diestra.money.taxes.Reason;
import org.diestra.money.taxes.Treatment;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class InvoiceStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  InvoiceStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** An invoice and where in its series it stands. */
  record Numbered(Invoice invoice, Taken taken, int offset) {}

  /** All in one statement, and as many to be told. */
  void add(List<Numbered> invoices, Instant now) {
    var rows = invoices.stream().map(one -> row(one, now)).toList();
    int added =
        jdbc.sql(
                """
                with added as (
                  insert into invoices.invoice
                  select * from jsonb_populate_recordset(
                    null::invoices.invoice, cast(:rows as jsonb))
                  returning id)
                insert into invoices.untold (invoice) select id from added
                """)
            .param("rows", json.writeValueAsString(rows))
            .update();
    if (added != invoices.size()) {
      throw new IllegalStateException("only " + added + " of " + invoices.size());
    }
  }

  private static Map<String, @Nullable Object> row(Numbered one, Instant now) {
    var invoice = one.invoice();
    var treatment = invoice.treatment();
    var row = new HashMap<String, @Nullable Object>();
    row.put("id", invoice.id());
    row.put("number", invoice.number());
    row.put("kind", invoice.kind().name());
    row.put("issuer", invoice.seller().owner());
    row.put("letter", one.taken().kind().letter());
    row.put("year", one.taken().day().getYear());
    row.put("n", one.taken().first() + one.offset());
    row.put("seller", invoice.seller().owner());
    row.put("seller_version", invoice.seller().version());
    row.put("buyer", invoice.buyer().owner());
    row.put("buyer_version", invoice.buyer().version());
    row.put("issued_on", invoice.issuedOn().toString());
    row.put("supplied_from", invoice.from().toString());
    row.put("supplied_to", invoice.to().toString());
    row.put("currency", invoice.net().currency().getCurrencyCode());
    row.put("net", invoice.net().minor());
    row.put("vat", invoice.vat().minor());
    row.put("withheld", invoice.withheld().minor());
    row.put("paid", invoice.paid().minor());
    row.put("category", treatment.category().name());
    row.put("rate_bp", treatment.rate());
    row.put("reason", treatment.reason().name());
    row.put("withholding_bp", treatment.withholding());
    row.put("at", now.toString());
    cause(row, invoice.cause());
    return row;
  }

  private static void cause(Map<String, @Nullable Object> row, Cause cause) {
    var rate = cause.rate();
    row.put("entry", cause.entry());
    row.put("contract", cause.contract());
    row.put("task", cause.task());
    row.put("title", cause.title());
    row.put("minutes", cause.minutes());
    row.put("hour_rate", rate == null ? null : rate.minor());
    row.put("month", cause.month());
    row.put("pieces", cause.pieces());
    row.put("corrects", cause.corrects());
    row.put("because", cause.because());
  }

  Optional<Invoice> byNumber(String number) {
    return jdbc.sql("select * from invoices.invoice where number = :number")
        .param("number", number)
        .query(InvoiceStore::invoice)
        .optional();
  }

  Optional<Invoice> find(UUID id) {
    return jdbc.sql("select * from invoices.invoice where id = :id")
        .param("id", id)
        .query(InvoiceStore::invoice)
        .optional();
  }

  /** Those of what these entries released. */
  List<Invoice> of(Collection<UUID> entries) {
    return jdbc.sql("select * from invoices.invoice where entry = any(:entries)")
        .param("entries", entries.toArray(UUID[]::new))
        .query(InvoiceStore::invoice)
        .list();
  }

  /** Those of what these entries released that were not corrected since. */
  List<Invoice> uncorrected(Collection<UUID> entries) {
    return jdbc.sql(
            """
            select i.* from invoices.invoice i where i.entry = any(:entries)
              and not exists (select from invoices.invoice c where c.corrects = i.id)
            """)
        .param("entries", entries.toArray(UUID[]::new))
        .query(InvoiceStore::invoice)
        .list();
  }

  /** What was corrected of an invoice, the first first. */
  List<Invoice> corrections(UUID of) {
    return jdbc.sql("select * from invoices.invoice where corrects = :of order by n")
        .param("of", of)
        .query(InvoiceStore::invoice)
        .list();
  }

  /** Nobody else corrects it until the transaction ends; the row itself never changes. */
  void lock(UUID invoice) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", "invoices:" + invoice)
        .query((r, n) -> n)
        .list();
  }

  /**
   * A page of what concerns a party, the latest first.
   *
   * @param before the number of the last one of the page before, or null for the first
   */
  List<Invoice> page(
      UUID party, @Nullable Integer year, @Nullable Kind kind, @Nullable String before, int most) {
    return jdbc.sql(
            """
            select * from (
              select * from invoices.invoice where seller = :party
              union all select * from invoices.invoice where buyer = :party) i
            where (cast(:year as int) is null or year = :year)
              and (cast(:kind as text) is null or kind = :kind)
              and (cast(:before as text) is null or (issued_on, id) <
                (select issued_on, id from invoices.invoice where number = :before))
            order by issued_on desc, id desc limit :most
            """)
        .param("party", party)
        .param("year", year)
        .param("kind", kind == null ? null : kind.name())
        .param("before", before)
        .param("most", most)
        .query(InvoiceStore::invoice)
        .list();
  }

  /** A page of what a party was invoiced, the latest first. */
  List<Invoice> bought(UUID buyer, @Nullable Invoice before, int most) {
    return jdbc.sql(
            """
            select * from invoices.invoice where buyer = :buyer
              and (cast(:id as uuid) is null or (issued_on, id) < (cast(:day as date), :id))
            order by issued_on desc, id desc limit :most
            """)
        .param("buyer", buyer)
        .param("id", before == null ? null : before.id())
        .param("day", before == null ? null : before.issuedOn())
        .param("most", most)
        .query(InvoiceStore::invoice)
        .list();
  }

  /** What a party has sent and received in a year, by currency. */
  record Sum(boolean sent, int count, Money net, Money vat, Money withheld) {}

  List<Sum> sums(UUID party, int year) {
    return jdbc.sql(
            """
            select seller = :party as sent, currency, count(*) as count, sum(net)::bigint as net,
              sum(vat)::bigint as vat, sum(withheld)::bigint as withheld
            from invoices.invoice where (seller = :party or buyer = :party) and year = :year
            group by 1, 2 order by 1 desc, 2
            """)
        .param("party", party)
        .param("year", year)
        .query((r, n) ->
            new Sum(
                r.getBoolean("sent"),
                integer(r, "count"),
                money(r, "net", "currency"),
                money(r, "vat", "currency"),
                money(r, "withheld", "currency")))
        .list();
  }

  /** Those of whom nobody was told; nobody else takes them until the transaction ends. */
  List<Invoice> untold(int most) {
    return jdbc.sql(
            """
            with taken as (
              delete from invoices.untold where invoice in (
                select invoice from invoices.untold limit :most for update skip locked)
              returning invoice)
            select i.* from invoices.invoice i join taken on i.id = taken.invoice order by i.id
            """)
        .param("most", most)
        .query(InvoiceStore::invoice)
        .list();
  }

  static Invoice invoice(ResultSet r, int n) throws SQLException {
    return new Invoice(
        id(r, "id"),
        text(r, "number"),
        label(r, "kind", Kind.class),
        new Side(id(r, "seller"), integer(r, "seller_version")),
        new Side(id(r, "buyer"), integer(r, "buyer_version")),
        date(r, "issued_on"),
        date(r, "supplied_from"),
        date(r, "supplied_to"),
        money(r, "net", "currency"),
        money(r, "vat", "currency"),
        money(r, "withheld", "currency"),
        money(r, "paid", "currency"),
        new Treatment(
            label(r, "category", Category.class),
            integer(r, "rate_bp"),
            label(r, "reason", Reason.class),
            integer(r, "withholding_bp")),
        new Cause(
            idOrNull(r, "entry"),
            idOrNull(r, "contract"),
            idOrNull(r, "task"),
            textOrNull(r, "title"),
            integerOrNull(r, "minutes"),
            moneyOrNull(r, "hour_rate", "currency"),
            Boolean.TRUE.equals(boolOrNull(r, "month")),
            integerOrNull(r, "pieces"),
            idOrNull(r, "corrects"),
            textOrNull(r, "because")));
  }
}
