package org.diestra.office.bookkeeping;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.books.Desk;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to receipts: each is kept, and none of what is posted ever goes. */
@Service
class Receipts {
  static final int PAGE = 60;

  /** Files of one form, at most. */
  static final int AT_ONCE = 20;

  static final Refusal TWIN = Refusal.invalid("twin", "bookkeeping.twin.confirm");
  private static final String HOLDER = "bookkeeping:receipt";
  private final ReceiptStore store;
  private final EntryStore entries;
  private final Blobs blobs;
  private final Audit audit;
  private final Clock clock;

  Receipts(ReceiptStore store, EntryStore entries, Blobs blobs, Audit audit, Clock clock) {
    this.store = store;
    this.entries = entries;
    this.blobs = blobs;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes in files that somebody brought. They wait for an entry.
   *
   * @throws NotFound if one of the files is not that person's
   */
  @Transactional
  public List<ReceiptId> bring(Desk desk, List<BlobId> files) {
    var by = desk.pass().viewer().id();
    return files.stream()
        .map(file -> {
          blobs.broughtBy(by.value(), file);
          var receipt =
              new Receipt(
                  new ReceiptId(Ids.fresh()),
                  desk.book().workspace(),
                  file,
                  null,
                  by,
                  clock.instant());
          store.add(receipt);
          blobs.hold(file, HOLDER, receipt.id().value());
          record(desk, "bring-receipt", receipt.id());
          return receipt.id();
        })
        .toList();
  }

  /** Those that wait for an entry, the latest first; one more than a page where there are more. */
  @Transactional(readOnly = true)
  public List<Receipt> waiting(Desk desk, @Nullable UUID before) {
    return store.waiting(desk.book().workspace(), before, PAGE + 1);
  }

  @Transactional(readOnly = true)
  public List<Receipt> of(Entry entry) {
    return store.of(entry.facts().id());
  }

  /**
   * @throws NotFound if there is none in these books
   */
  @Transactional(readOnly = true)
  public Receipt get(Desk desk, ReceiptId id) {
    return store.find(desk.book().workspace(), id).orElseThrow(NotFound::new);
  }

  /** Those of them that are in these books, in one statement. */
  @Transactional(readOnly = true)
  public List<Receipt> all(Desk desk, List<ReceiptId> ids) {
    return ids.isEmpty() ? List.of() : store.all(desk.book().workspace(), ids);
  }

  /** Other entries that the same papers show: the same bytes, brought again. */
  @Transactional(readOnly = true)
  public List<Twin> twins(Entry entry) {
    var facts = entry.facts();
    return twins(facts.workspace(), of(entry).stream().map(Receipt::file).toList(), facts.id());
  }

  /**
   * Entries that the same bytes show already.
   *
   * @param besides the entry that they are brought for, or null for a new one
   */
  @Transactional(readOnly = true)
  public List<Twin> twins(WorkspaceId workspace, List<BlobId> files, @Nullable EntryId besides) {
    return files.isEmpty() ? List.of() : store.twins(workspace, files, besides);
  }

  Map<BlobId, Blob> files(List<Receipt> some) {
    return blobs.all(some.stream().map(Receipt::file).toList());
  }

  /** Those of them that wait show that entry from now on, what is posted too. */
  @Transactional
  public int attach(Desk desk, List<ReceiptId> ids, EntryId entry) {
    if (ids.isEmpty()) {
      return 0;
    }
    if (entries.find(desk.book().workspace(), entry).isEmpty()) {
      throw new NotFound();
    }
    var attached = store.attach(desk.book().workspace(), ids, entry);
    attached.forEach(id -> record(desk, "attach-receipt", id));
    return attached.size();
  }

  /** They wait for another entry. */
  @Transactional
  void detachAll(EntryId entry) {
    store.detachAll(entry);
  }

  /** It waits for another entry; refused where its entry is posted. */
  @Transactional
  public Outcome<Receipt> detach(Desk desk, ReceiptId id) {
    var receipt = get(desk, id);
    var entry = receipt.entry();
    boolean posted =
        entry != null
            && entries.all(receipt.workspace(), List.of(entry), true).stream()
                .anyMatch(Entry.Posted.class::isInstance);
    if (posted || !store.detach(receipt.workspace(), id)) {
      return refused(Entries.MOVED);
    }
    record(desk, "detach-receipt", id);
    return done(receipt);
  }

  /** One that waits for an entry is thrown away. */
  @Transactional
  public Outcome<Receipt> remove(Desk desk, ReceiptId id) {
    var receipt = get(desk, id);
    if (!store.remove(receipt.workspace(), id)) {
      return refused(Entries.MOVED);
    }
    blobs.release(receipt.file(), HOLDER, id.value());
    record(desk, "remove-receipt", id);
    return done(receipt);
  }

  private void record(Desk desk, String deed, ReceiptId id) {
    audit.record(
        Deed.of("bookkeeping", deed)
            .by(desk.pass().viewer().id().value())
            .onBehalfOf(desk.pass().workspace().organisation().value())
            .on("receipt", id.value()));
  }
}
