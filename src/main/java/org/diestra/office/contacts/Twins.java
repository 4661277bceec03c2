package org.diestra.office.contacts;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.diestra.office.contacts.Keeping.Put;
import org.diestra.office.contacts.Merging.Field;
import org.diestra.office.contacts.Turn.Way;
import org.diestra.office.contacts.Turn.What;
import org.diestra.office.contacts.TwinStore.Pair;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds cards that may be of one person, and makes one of two; which can be undone. */
@Service
class Twins {
  static final int MOST = 100; // pairs on a page
  private final TwinStore store;
  private final BookStore books;
  private final Contacts contacts;
  private final WasteStore waste;
  private final Keeping keeping;
  private final Clock clock;

  Twins(
      TwinStore store,
      BookStore books,
      Contacts contacts,
      WasteStore waste,
      Keeping keeping,
      Clock clock) {
    this.store = store;
    this.books = books;
    this.contacts = contacts;
    this.waste = waste;
    this.keeping = keeping;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<Pair> pairs(Book book) {
    return store.pairs(book.workspace(), MOST);
  }

  /**
   * Two side by side.
   *
   * @param open of what somebody has to choose which one stays
   */
  record Both(Contact one, Contact other, List<Field> open) {}

  /** The older first: it is the one that stays. */
  @Transactional(readOnly = true)
  public Both both(Book book, CardId a, CardId b) {
    if (a.equals(b)) {
      throw new NotFound();
    }
    var first = contacts.get(book, a);
    var second = contacts.get(book, b);
    boolean older =
        first.held().madeAt().isBefore(second.held().madeAt())
            || first.held().madeAt().equals(second.held().madeAt())
                && first.id().value().compareTo(second.id().value()) < 0;
    var one = older ? first : second;
    var other = older ? second : first;
    var open = Arrays.stream(Field.values()).filter(f -> f.open(one.card(), other.card())).toList();
    return new Both(one, other, open);
  }

  /**
   * Makes one of two; the younger goes to the trash.
   *
   * @param seen the etags of both as they were shown, the older's first
   * @param chosen of what the younger's is taken
   */
  @Transactional
  public Outcome<CardId> merge(
      Book book, CardId a, CardId b, List<String> seen, Set<Field> chosen, PersonId by) {
    books.hold(book.workspace());
    var both = both(book, a, b);
    var one = both.one();
    var other = both.other();
    if (!seen.equals(List.of(one.held().etag(), other.held().etag()))) {
      return Outcome.refused(Refusal.conflict("contacts.moved"));
    }
    var card = Merging.of(one.card(), other.card(), chosen);
    var put = new Put(one.held().name(), card, card.bytes());
    var refused = tooLarge(put);
    if (refused != null) {
      return Outcome.refused(refused);
    }
    var kept = keeping.put(book.workspace(), List.of(put), What.MERGED, Way.PAGE, by);
    if (kept instanceof Outcome.Done) {
      keeping.remove(book.workspace(), other.held(), one.id().value(), Way.PAGE, by);
    }
    return kept.fold(ids -> Outcome.done(ids.getFirst()), Outcome::refused);
  }

  private static @Nullable Refusal tooLarge(Put put) {
    return put.fits() ? null : Refusal.conflict("contacts.merge.large");
  }

  /** Two again of one, where nothing else was done to it meanwhile; else the younger comes back. */
  @Transactional
  public Outcome<CardId> separate(Book book, CardId one, PersonId by) {
    books.hold(book.workspace());
    var gone = waste.mergedInto(book.workspace(), one).orElseThrow(NotFound::new);
    var last = contacts.history(book, one).getFirst();
    var back = contacts.restore(book, gone.id(), by);
    if (back instanceof Outcome.Done<CardId> && last.what() == What.MERGED && last.restorable()) {
      contacts.rewind(book, one, last.id(), by);
    }
    return back;
  }

  @Transactional
  public void apart(Book book, CardId one, CardId other, PersonId by) {
    both(book, one, other);
    store.apart(book.workspace(), one, other, by, clock.instant());
    keeping.tell(book.workspace(), "apart", one, by);
  }
}
