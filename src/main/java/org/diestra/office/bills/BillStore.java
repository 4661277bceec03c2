package org.diestra.office.bills;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.diestra.office.books.AccountId;
import org.diestra.office.dues.DueId;
import org.diestra.office.dues.PartyId;
import org.diestra.office.dues.Treatment;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Suppliers' bills with their lines. */
@Repository
class BillStore {
  private final JdbcClient jdbc;

  BillStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(WorkspaceId workspace, DueId id, UUID key, Paper paper, PersonId by, Instant now) {
    bound(
            jdbc.sql(
                """
                insert into bills.bill (id, workspace, key, party, folded, credit, treatment,
                  withholding, adjusted, version, made_by, made_at)
                values (:id, :workspace, :key, :party, :folded, :credit, :treatment, :withholding,
                  :adjusted, 1, :by, :now)
                """),
            workspace,
            id,
            paper)
        .param("key", key)
        .param("by", by.value())
        .param("now", at(now))
        .update();
    addItems(workspace, id, paper);
  }

  private static JdbcClient.StatementSpec bound(
      JdbcClient.StatementSpec statement, WorkspaceId workspace, DueId id, Paper paper) {
    return statement
        .param("id", id.value())
        .param("workspace", workspace.value())
        .param("party", paper.party().value())
        .param("folded", paper.folded())
        .param("credit", paper.credit())
        .param("treatment", paper.treatment().name())
        .param("withholding", paper.withholding())
        .param("adjusted", paper.adjusted().minor());
  }

  private void addItems(WorkspaceId workspace, DueId id, Paper paper) {
    var items = paper.items();
    jdbc.sql(
            """
            insert into bills.item (bill, place, workspace, text, account, net, vat)
            select :id, n.place, :workspace, n.text, n.account, n.net, n.vat
            from unnest(cast(:places as smallint[]), :texts, :accounts, cast(:nets as bigint[]),
              cast(:rates as int[])) as n(place, text, account, net, vat)
            """)
        .param("id", id.value())
        .param("workspace", workspace.value())
        .param(
            "places",
            IntStream.rangeClosed(1, items.size()).mapToObj(String::valueOf).toArray(String[]::new))
        .param("texts", texts(items, Item::text))
        .param("accounts", items.stream().map(i -> i.account().value()).toArray(UUID[]::new))
        .param("nets", texts(items, i -> String.valueOf(i.net().minor())))
        .param("rates", texts(items, i -> String.valueOf(i.vat())))
        .update();
  }

  private static String[] texts(List<Item> items, Function<Item, String> which) {
    return items.stream().map(which).toArray(String[]::new);
  }

  /** What it says is written anew; false where it has moved on since that version. */
  boolean change(WorkspaceId workspace, DueId id, int seen, Paper paper) {
    int rows =
        bound(
                jdbc.sql(
                    """
                    update bills.bill set party = :party, folded = :folded, credit = :credit,
                      treatment = :treatment, withholding = :withholding, adjusted = :adjusted,
                      version = version + 1
                    where id = :id and workspace = :workspace and version = :seen
                    """),
                workspace,
                id,
                paper)
            .param("seen", seen)
            .update();
    if (rows == 1) {
      jdbc.sql("delete from bills.item where bill = :id").param("id", id.value()).update();
      addItems(workspace, id, paper);
    }
    return rows == 1;
  }

  /** It gives its number to another that was entered anew. */
  void replace(DueId id, DueId by) {
    int rows =
        jdbc.sql("update bills.bill set replaced_by = :by where id = :id and replaced_by is null")
            .param("id", id.value())
            .param("by", by.value())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("has moved: " + id);
    }
  }

  /**
   * What that one, which is gone, was entered anew for has its number again, or a later one has.
   */
  void giveBack(DueId gone) {
    jdbc.sql(
            """
            update bills.bill b set replaced_by = (select o.id from bills.bill o
              where o.party = b.party and o.folded = b.folded
                and (o.replaced_by is null or o.replaced_by = b.replaced_by and o.id > b.id)
              order by o.replaced_by is null desc, o.id desc limit 1)
            where b.replaced_by = :gone
            """)
        .param("gone", gone.value())
        .update();
  }

  Optional<DueId> byKey(WorkspaceId workspace, UUID key) {
    return jdbc.sql("select id from bills.bill where workspace = :workspace and key = :key")
        .param("workspace", workspace.value())
        .param("key", key)
        .query((r, n) -> new DueId(id(r, "id")))
        .optional();
  }

  /** A bill with the same number, whether it was undone. */
  record Double(DueId id, boolean undone) {}

  Optional<Double> same(Paper paper, @Nullable DueId besides) {
    return jdbc.sql(
            """
            select b.id, d.undone from bills.bill b join dues.due d on d.id = b.id
            where b.party = :party and b.folded = :folded and b.replaced_by is null
              and (cast(:besides as uuid) is null or b.id <> cast(:besides as uuid))
            """)
        .param("party", paper.party().value())
        .param("folded", paper.folded())
        .param("besides", besides == null ? null : besides.value())
        .query((r, n) -> new Double(new DueId(id(r, "id")), bool(r, "undone")))
        .optional();
  }

  Optional<Bill> find(WorkspaceId workspace, DueId id) {
    return jdbc.sql(
            """
            select b.*, d.number, d.day, d.due_on, k.currency
            from bills.bill b join dues.due d on d.id = b.id
            join books.book k on k.workspace = b.workspace
            where b.workspace = :workspace and b.id = :id
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((r, n) -> bill(r, items(id)))
        .optional();
  }

  private List<Item> items(DueId id) {
    return jdbc.sql(
            """
            select i.*, b.currency from bills.item i join books.book b on b.workspace = i.workspace
            where i.bill = :id order by i.place
            """)
        .param("id", id.value())
        .query((r, n) ->
            new Item(
                text(r, "text"),
                new AccountId(id(r, "account")),
                money(r, "net", "currency"),
                integer(r, "vat")))
        .list();
  }

  private static Bill bill(ResultSet r, List<Item> items) throws SQLException {
    var paper =
        new Paper(
            new PartyId(id(r, "party")),
            text(r, "number"),
            bool(r, "credit"),
            date(r, "day"),
            date(r, "due_on"),
            label(r, "treatment", Treatment.class),
            integer(r, "withholding"),
            money(r, "adjusted", "currency"),
            items);
    var replaced = idOrNull(r, "replaced_by");
    return new Bill(
        new DueId(id(r, "id")),
        id(r, "key"),
        paper,
        integer(r, "version"),
        replaced == null ? null : new DueId(replaced),
        new PersonId(id(r, "made_by")));
  }
}
