package org.diestra.office.sales;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.decimal;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.diestra.office.books.AccountId;
import org.diestra.office.dues.DueId;
import org.diestra.office.dues.PartyId;
import org.diestra.office.dues.Treatment;
import org.diestra.office.sales.Invoice.Issued;
import org.diestra.office.sales.Invoice.State;
import org.diestra.office.sales.SeriesStore.Taken;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Invoices with their lines. */
@Repository
class InvoiceStore {
  private static final String INVOICE =
      "select i.*, b.currency from sales.invoice i join books.book b on b.workspace = i.workspace ";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final JdbcClient jdbc;

  InvoiceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where that form has made one already. */
  boolean add(Invoice invoice, Instant now) {
    int rows =
        bound(
                jdbc.sql(
                    """
                    insert into sales.invoice (id, workspace, key, party, state, version, since, supplied,
                      treatment, withholding, note, corrects, because, made_at, written_by)
                    values (:id, :workspace, :key, :party, 'DRAFT', 1, :now, :supplied, :treatment,
                      :withholding, :note, cast(:corrects as uuid), :because, :now, :writer)
                    on conflict (workspace, key) do nothing
                    """),
                invoice)
            .param("key", invoice.key())
            .param("corrects", invoice.corrects() == null ? null : invoice.corrects().value())
            .param("now", at(now))
            .update();
    if (rows == 1) {
      addItems(invoice);
    }
    return rows == 1;
  }

  private static JdbcClient.StatementSpec bound(
      JdbcClient.StatementSpec statement, Invoice invoice) {
    var said = invoice.said();
    return statement
        .param("id", invoice.id().value())
        .param("workspace", invoice.workspace().value())
        .param("party", said.party().value())
        .param("supplied", said.supplied())
        .param("treatment", said.treatment().name())
        .param("withholding", said.withholding())
        .param("note", said.note())
        .param("because", said.because())
        .param("writer", invoice.writtenBy().value());
  }

  private void addItems(Invoice invoice) {
    var items = invoice.said().items();
    jdbc.sql(
            """
            insert into sales.item (invoice, place, workspace, text, quantity, price, vat, account)
            select :id, n.place, :workspace, n.text, n.quantity, n.price, n.vat, n.account
            from unnest(cast(:places as smallint[]), :texts, cast(:quantities as numeric[]),
              cast(:prices as bigint[]), cast(:rates as int[]), :accounts)
              as n(place, text, quantity, price, vat, account)
            """)
        .param("id", invoice.id().value())
        .param("workspace", invoice.workspace().value())
        .param(
            "places",
            IntStream.rangeClosed(1, items.size()).mapToObj(String::valueOf).toArray(String[]::new))
        .param("texts", texts(items, SaleItem::text))
        .param("quantities", texts(items, i -> i.quantity().toPlainString()))
        .param("prices", texts(items, i -> String.valueOf(i.price().minor())))
        .param("rates", texts(items, i -> String.valueOf(i.vat())))
        .param("accounts", items.stream().map(i -> i.account().value()).toArray(UUID[]::new))
        .update();
  }

  private static String[] texts(List<SaleItem> items, Function<SaleItem, String> which) {
    return items.stream().map(which).toArray(String[]::new);
  }

  /** What it says is written anew, by whom it says; false where it has moved on. */
  boolean rewrite(Invoice after, Instant now) {
    int rows =
        bound(
                jdbc.sql(
                    """
                    update sales.invoice set party = :party, supplied = :supplied,
                      treatment = :treatment, withholding = :withholding, note = :note,
                      because = :because, written_by = :writer, version = version + 1, since = :now
                    where id = :id and workspace = :workspace and version = :version
                      and state in ('DRAFT', 'RETURNED')
                    """),
                after)
            .param("version", after.version())
            .param("now", at(now))
            .update();
    if (rows == 1) {
      jdbc.sql("delete from sales.item where invoice = :id")
          .param("id", after.id().value())
          .update();
      addItems(after);
    }
    return rows == 1;
  }

  /**
   * A step to another state; false where it has moved on since that version.
   *
   * @param by who proposes it; of no other step
   * @param reason why it is returned; of no other step
   */
  boolean step(
      Invoice seen, State to, @Nullable PersonId by, @Nullable String reason, Instant now) {
    return jdbc.sql(
                """
                update sales.invoice set state = :state, version = version + 1, since = :now,
                  proposed_by = case :state when 'PROPOSED' then cast(:by as uuid) end,
                  reason = :reason
                where id = :id and workspace = :workspace and version = :version
                """)
            .param("state", to.name())
            .param("by", by == null ? null : by.value())
            .param("reason", reason)
            .param("now", at(now))
            .param("id", seen.id().value())
            .param("workspace", seen.workspace().value())
            .param("version", seen.version())
            .update()
        == 1;
  }

  boolean issue(Invoice seen, Taken taken, Head seller, Head buyer, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update sales.invoice set state = 'ISSUED', version = version + 1, since = :now,
                  code = :code, year = :year, number = :number, day = :day, issued_by = :by,
                  seller = :seller, buyer = :buyer
                where id = :id and workspace = :workspace and version = :version
                """)
            .param("now", at(now))
            .param("code", taken.code())
            .param("year", taken.day().getYear())
            .param("number", taken.number())
            .param("day", taken.day())
            .param("by", by.value())
            .param("seller", JSON.writeValueAsString(seller))
            .param("buyer", JSON.writeValueAsString(buyer))
            .param("id", seen.id().value())
            .param("workspace", seen.workspace().value())
            .param("version", seen.version())
            .update()
        == 1;
  }

  boolean remove(Invoice seen) {
    return jdbc.sql(
                """
                delete from sales.invoice
                where id = :id and workspace = :workspace and version = :version
                """)
            .param("id", seen.id().value())
            .param("workspace", seen.workspace().value())
            .param("version", seen.version())
            .update()
        == 1;
  }

  /** Nobody else moves it until this transaction ends. */
  void lock(DueId id) {
    jdbc.sql("select id from sales.invoice where id = :id for update")
        .param("id", id.value())
        .query((r, n) -> id(r, "id"))
        .list();
  }

  Optional<DueId> byKey(WorkspaceId workspace, UUID key) {
    return jdbc.sql("select id from sales.invoice where workspace = :workspace and key = :key")
        .param("workspace", workspace.value())
        .param("key", key)
        .query((r, n) -> new DueId(id(r, "id")))
        .optional();
  }

  Optional<Invoice> find(WorkspaceId workspace, DueId id) {
    return jdbc.sql(INVOICE + "where i.workspace = :workspace and i.id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((r, n) -> invoice(r, items(id)))
        .optional();
  }

  private List<SaleItem> items(DueId id) {
    return jdbc.sql(
            """
            select i.*, b.currency from sales.item i join books.book b on b.workspace = i.workspace
            where i.invoice = :id order by i.place
            """)
        .param("id", id.value())
        .query((r, n) ->
            new SaleItem(
                text(r, "text"),
                decimal(r, "quantity"),
                money(r, "price", "currency"),
                integer(r, "vat"),
                new AccountId(id(r, "account"))))
        .list();
  }

  private static Invoice invoice(ResultSet r, List<SaleItem> items) throws SQLException {
    var corrects = idOrNull(r, "corrects");
    var proposed = idOrNull(r, "proposed_by");
    var said =
        new Said(
            new PartyId(id(r, "party")),
            dateOrNull(r, "supplied"),
            label(r, "treatment", Treatment.class),
            integer(r, "withholding"),
            text(r, "note"),
            textOrNull(r, "because"),
            Currency.getInstance(text(r, "currency")),
            items);
    return new Invoice(
        new DueId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        id(r, "key"),
        label(r, "state", State.class),
        integer(r, "version"),
        said,
        corrects == null ? null : new DueId(corrects),
        new PersonId(id(r, "written_by")),
        proposed == null ? null : new PersonId(proposed),
        textOrNull(r, "reason"),
        issued(r));
  }

  private static @Nullable Issued issued(ResultSet r) throws SQLException {
    var day = dateOrNull(r, "day");
    return day == null
        ? null
        : new Issued(
            new Taken(text(r, "code"), integer(r, "number"), day).text(),
            day,
            new PersonId(id(r, "issued_by")),
            JSON.readValue(text(r, "seller"), Head.class),
            JSON.readValue(text(r, "buyer"), Head.class));
  }
}
