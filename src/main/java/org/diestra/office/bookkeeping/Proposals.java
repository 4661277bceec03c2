package org.diestra.office.bookkeeping;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.diestra.office.bookkeeping.Entry.Draft;
import org.diestra.office.bookkeeping.Entry.Proposed;
import org.diestra.office.bookkeeping.Entry.Returned;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.Book;
import org.diestra.office.books.Books;
import org.diestra.office.books.Desk;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Kind;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for what writes entries in somebody's name: they are proposed, never posted. */
@Service
public class Proposals {
  private final Entries entries;
  private final Receipts receipts;
  private final Decisions decisions;
  private final BulkStore bulk;
  private final Books books;
  private final Audit audit;
  private final HouseRights house;
  private final Clock clock;

  Proposals(
      Entries entries,
      Receipts receipts,
      Decisions decisions,
      BulkStore bulk,
      Books books,
      Audit audit,
      HouseRights house,
      Clock clock) {
    this.entries = entries;
    this.receipts = receipts;
    this.decisions = decisions;
    this.bulk = bulk;
    this.books = books;
    this.audit = audit;
    this.house = house;
    this.clock = clock;
  }

  /**
   * Proposes what that person wrote.
   *
   * @param key the same key makes no second entry
   */
  @Transactional
  public Outcome<EntryId> propose(Desk desk, UUID key, Written written) {
    return entries.write(desk, key, written, true);
  }

  /**
   * What an entry says.
   *
   * @throws org.diestra.platform.base.NotFound if there is none in these books
   */
  @Transactional(readOnly = true)
  public Written written(Desk desk, EntryId id) {
    return entries.get(desk, id).facts().written();
  }

  /** Whether that key has made an entry already. */
  @Transactional(readOnly = true)
  public boolean made(Desk desk, UUID key) {
    return entries.made(desk, key).isPresent();
  }

  /**
   * Something to be proposed.
   *
   * @param key the same key makes no second entry
   */
  public record Keyed(UUID key, Written written) {}

  /** Why nothing can be proposed for that day in these books, if so. */
  public Optional<Refusal> unfit(Book book, LocalDate day) {
    return entries.unfit(book, day, true);
  }

  /** Those of the keys under which there is an entry. */
  @Transactional(readOnly = true)
  public Set<UUID> made(Desk desk, Collection<UUID> keys) {
    return bulk.byKeys(desk.book().workspace(), keys);
  }

  /**
   * Proposes all that person wrote, or nothing; in few statements, however many they are.
   *
   * @param whole each of two lines or more that balance
   * @return how many were not there before
   */
  @Transactional
  public Outcome<Integer> proposeAll(Desk desk, List<Keyed> whole) {
    var book = books.hold(desk.book().workspace());
    var accounts = new HashSet<AccountId>();
    for (var one : whole) {
      var why = entries.unfit(book, one.written().day(), true);
      if (why.isPresent()) {
        return refused(why.get());
      }
      if (!one.written().whole()) {
        throw new IllegalArgumentException("does not balance: " + one.written());
      }
      accounts.addAll(one.written().accounts());
    }
    var shut = entries.shut(book, accounts);
    if (shut.isPresent()) {
      return refused(shut.get());
    }
    var by = desk.pass().viewer().id();
    int added = bulk.propose(book.workspace(), whole, by, clock.instant());
    audit.record(
        Deed.of("bookkeeping", "propose-many")
            .by(by.value())
            .onBehalfOf(desk.pass().workspace().organisation().value())
            .on("book", book.workspace().value())
            .with("entries", added));
    return done(added);
  }

  /**
   * Takes back what that person proposed, or drafted, or what came back, and throws it away.
   *
   * @return false where it is not that person's to take back any more
   */
  @Transactional
  public boolean takeBack(Desk desk, EntryId id) {
    var me = desk.pass().viewer().id();
    var entry = entries.get(desk, id);
    int seen = entry.facts().version();
    if (entry instanceof Proposed proposed && proposed.by(me)) {
      return entries.withdraw(desk, id, seen) instanceof Outcome.Done
          && entries.remove(desk, id, seen + 1) instanceof Outcome.Done;
    }
    boolean mine = entry instanceof Draft draft && draft.facts().writtenBy().equals(me);
    return (mine || entry instanceof Returned)
        && entries.remove(desk, id, seen) instanceof Outcome.Done;
  }

  /**
   * What was drafted, came back, or that person has proposed says this from now on, and is proposed
   * again. What is refused stays as it was.
   *
   * @return refused where another's decision is waited for, it is posted, or it can't be proposed
   */
  @Transactional
  public Outcome<EntryId> again(Desk desk, EntryId id, Written written) {
    var why = entries.unfit(desk, written, true);
    if (why.isPresent()) {
      return Outcome.refused(why.get()); // before anything is taken back
    }
    var entry = entries.get(desk, id);
    int seen = entry.facts().version();
    if (entry instanceof Proposed proposed) {
      if (!proposed.by(desk.pass().viewer().id())
          || !(entries.withdraw(desk, id, seen) instanceof Outcome.Done)) {
        return Outcome.refused(Entries.MOVED);
      }
      seen++;
    }
    return entries.rewrite(desk, id, seen, written, true);
  }

  /**
   * Writes in the name of whoever prepared it what one of the client's has just decided on, and
   * posts it in the name of that one.
   *
   * @param desk of whoever decides
   * @param writer whoever prepared it
   * @param key the same key makes no second entry
   */
  @Transactional
  public Outcome<EntryId> post(Desk desk, Viewer writer, UUID key, Written written) {
    var place =
        new Desk(
            new Pass(desk.pass().workspace(), writer, desk.pass().areas(), List.of()),
            desk.book(),
            false);
    var proposed =
        writer.id().equals(desk.pass().viewer().id())
            ? propose(desk, key, written)
            : house.call(() -> propose(place, key, written));
    return proposed.fold(
        id -> {
          int seen = entries.get(desk, id).facts().version();
          return decisions
              .post(desk, Map.of(id, seen))
              .fold(n -> Outcome.done(id), Outcome::refused);
        },
        Outcome::refused);
  }

  /**
   * One of the client's posts, at its paper, what another proposed.
   *
   * @param seen the version that was looked at
   * @throws org.diestra.platform.base.NotFound if the person may not post
   */
  @Transactional
  public Outcome<EntryId> approve(Desk desk, EntryId id, int seen) {
    return decisions.post(desk, Map.of(id, seen)).fold(n -> Outcome.done(id), Outcome::refused);
  }

  /** Whether that person may post it as it stands. */
  @Transactional(readOnly = true)
  public boolean decides(Desk desk, EntryId id) {
    return decisions.decides(desk, entries.get(desk, id));
  }

  /**
   * Papers show that entry: files that the person brought, and papers that wait for an entry.
   *
   * @param waiting ids of receipts; what waits no more is left where it is
   */
  @Transactional
  public void attach(Desk desk, EntryId id, List<BlobId> files, List<ReceiptId> waiting) {
    receipts.attach(desk, waiting, id);
    receipts.attach(desk, receipts.bring(desk, files), id);
  }

  /** Papers that this person brought wait for an entry from now on. */
  @Transactional
  public void receive(Desk desk, List<BlobId> files) {
    receipts.bring(desk, files);
  }

  /**
   * A paper as a page of another module shows it.
   *
   * @param href of the file itself; a picture of it stands below {@code href/…/small}
   * @param pictured whether there is a picture of it
   */
  public record Paper(String href, String name, String size, boolean pictured) {}

  /** The papers of an entry, the first brought first. */
  @Transactional(readOnly = true)
  public List<Paper> papers(Desk desk, EntryId id) {
    return papers(receipts.of(entries.get(desk, id)));
  }

  /** Papers that are in these books, whether or not they wait. */
  @Transactional(readOnly = true)
  public List<Paper> papers(Desk desk, Collection<ReceiptId> ids) {
    return papers(receipts.all(desk, List.copyOf(ids)));
  }

  private List<Paper> papers(List<Receipt> some) {
    var files = receipts.files(some);
    return some.stream()
        .flatMap(receipt -> {
          var file = files.get(receipt.file());
          return file == null
              ? Stream.<Paper>empty()
              : Stream.of(
                  new Paper(
                      receipt.href(),
                      file.name(),
                      file.sizeText(),
                      file.kind() == Kind.IMAGE || file.kind() == Kind.PDF));
        })
        .toList();
  }
}
