package org.diestra.office.bookkeeping;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReceiptStore {
  private final JdbcClient jdbc;

  ReceiptStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Receipt receipt) {
    jdbc.sql(
            """
            insert into bookkeeping.receipt (id, workspace, blob, brought_by, brought_at)
            values (:id, :workspace, :blob, :by, :at)
            """)
        .param("id", receipt.id().value())
        .param("workspace", receipt.workspace().value())
        .param("blob", receipt.file().value())
        .param("by", receipt.broughtBy().value())
        .param("at", at(receipt.broughtAt()))
        .update();
  }

  Optional<Receipt> find(WorkspaceId workspace, ReceiptId id) {
    return jdbc.sql("select * from bookkeeping.receipt where workspace = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((r, n) -> receipt(r))
        .optional();
  }

  List<Receipt> all(WorkspaceId workspace, List<ReceiptId> ids) {
    return jdbc.sql(
            """
            select * from bookkeeping.receipt where workspace = :workspace and id = any(:ids)
            order by id
            """)
        .param("workspace", workspace.value())
        .param("ids", ids.stream().map(ReceiptId::value).toArray(UUID[]::new))
        .query((r, n) -> receipt(r))
        .list();
  }

  /** Of one entry, the first brought first. */
  List<Receipt> of(EntryId entry) {
    return jdbc.sql("select * from bookkeeping.receipt where entry = :entry order by id")
        .param("entry", entry.value())
        .query((r, n) -> receipt(r))
        .list();
  }

  /**
   * Those that wait for an entry, the latest first.
   *
   * @param before the last of the page before, or null
   */
  List<Receipt> waiting(WorkspaceId workspace, @Nullable UUID before, int most) {
    return jdbc.sql(
            """
            select * from bookkeeping.receipt where workspace = :workspace and entry is null
              and (cast(:before as uuid) is null or id < cast(:before as uuid))
            order by id desc limit :most
            """)
        .param("workspace", workspace.value())
        .param("before", before)
        .param("most", most)
        .query((r, n) -> receipt(r))
        .list();
  }

  /** Entries besides that one with a paper of the same bytes; the latest first, a few. */
  List<Twin> twins(WorkspaceId workspace, List<BlobId> files, @Nullable EntryId besides) {
    return jdbc.sql(
            """
            select e.id, e.day, e.text, e.amount, k.currency, min(b.name) as paper
            from blobs.blob mine join blobs.blob b on b.sha256 = mine.sha256
            join bookkeeping.receipt r on r.blob = b.id and r.workspace = :workspace
            join bookkeeping.entry e on e.id = r.entry
            join books.book k on k.workspace = e.workspace
            where mine.id = any(:files)
              and (cast(:besides as uuid) is null or e.id <> cast(:besides as uuid))
            group by e.id, k.currency order by e.day desc, e.id limit 5
            """)
        .param("workspace", workspace.value())
        .param("files", files.stream().map(BlobId::value).toArray(UUID[]::new))
        .param("besides", besides == null ? null : besides.value())
        .query((r, n) ->
            new Twin(
                new EntryId(id(r, "id")),
                date(r, "day"),
                text(r, "text"),
                money(r, "amount", "currency"),
                text(r, "paper")))
        .list();
  }

  /** Those of them that wait for an entry have found it. */
  List<ReceiptId> attach(WorkspaceId workspace, List<ReceiptId> ids, EntryId entry) {
    return jdbc.sql(
            """
            update bookkeeping.receipt set entry = :entry
            where workspace = :workspace and id = any(:ids) and entry is null
            returning id
            """)
        .param("entry", entry.value())
        .param("workspace", workspace.value())
        .param("ids", ids.stream().map(ReceiptId::value).toArray(UUID[]::new))
        .query((r, n) -> new ReceiptId(id(r, "id")))
        .list();
  }

  /** They wait again. */
  void detachAll(EntryId entry) {
    jdbc.sql("update bookkeeping.receipt set entry = null where entry = :entry")
        .param("entry", entry.value())
        .update();
  }

  boolean detach(WorkspaceId workspace, ReceiptId id) {
    return jdbc.sql(
                """
                update bookkeeping.receipt set entry = null
                where workspace = :workspace and id = :id and entry is not null
                """)
            .param("workspace", workspace.value())
            .param("id", id.value())
            .update()
        == 1;
  }

  boolean remove(WorkspaceId workspace, ReceiptId id) {
    return jdbc.sql(
                """
                delete from bookkeeping.receipt
                where workspace = :workspace and id = :id and entry is null
                """)
            .param("workspace", workspace.value())
            .param("id", id.value())
            .update()
        == 1;
  }

  private static Receipt receipt(ResultSet r) throws SQLException {
    var entry = idOrNull(r, "entry");
    return new Receipt(
        new ReceiptId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        new BlobId(id(r, "blob")),
        entry == null ? null : new EntryId(entry),
        new PersonId(id(r, "brought_by")),
        instant(r, "brought_at"));
  }
}
