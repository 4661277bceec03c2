package org.diestra.office.contacts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.diestra.office.contacts.Keeping.Put;
import org.diestra.office.contacts.ListStore.Listed;
import org.diestra.office.contacts.Turn.Way;
import org.diestra.office.contacts.Turn.What;
import org.diestra.office.contacts.WasteStore.Waste;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.vcard.Card;
import org.diestra.platform.vcard.CardFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A contact book as people leaf through it and write in it. */
@Service
class Contacts {
  static final int PAGE = 50;
  private static final int TURNS = 30; // of a history, on a page
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration REMEMBERED = Duration.ofDays(731);
  private static final String ENDING = ".vcf";
  private final ListStore lists;
  private final CardStore store;
  private final WasteStore waste;
  private final HistoryStore history;
  private final BookStore books;
  private final Keeping keeping;
  private final HouseRights house;
  private final Clock clock;

  Contacts(
      ListStore lists,
      CardStore store,
      WasteStore waste,
      HistoryStore history,
      BookStore books,
      Keeping keeping,
      HouseRights house,
      Clock clock) {
    this.lists = lists;
    this.store = store;
    this.waste = waste;
    this.history = history;
    this.books = books;
    this.keeping = keeping;
    this.house = house;
    this.clock = clock;
  }

  /** A page of it, and one more where there is another page. */
  @Transactional(readOnly = true)
  public List<Listed> list(Book book, ListStore.Wanted wanted) {
    return lists.list(book.workspace(), wanted, PAGE + 1);
  }

  @Transactional(readOnly = true)
  public TreeSet<String> initials(Book book) {
    return lists.initials(book.workspace());
  }

  @Transactional(readOnly = true)
  public Map<String, Integer> groups(Book book) {
    return lists.groups(book.workspace());
  }

  /**
   * @throws NotFound if it is not in that book
   */
  @Transactional(readOnly = true)
  public Contact get(Book book, CardId id) {
    var held = store.find(book.workspace(), id).orElseThrow(NotFound::new);
    return Contact.of(held, CardFile.one(body(book, held)).orFail());
  }

  private byte[] body(Book book, Held held) {
    var body = store.bodies(book.workspace(), List.of(held.name())).get(held.name());
    if (body == null) {
      throw new NotFound();
    }
    return body;
  }

  /** What was done to it, the newest first. */
  @Transactional(readOnly = true)
  public List<Turn> history(Book book, CardId id) {
    if (store.find(book.workspace(), id).isEmpty()) {
      throw new NotFound();
    }
    return history.of(id, TURNS);
  }

  @Transactional
  public Outcome<CardId> add(Book book, Card card, PersonId by) {
    var put = new Put(Ids.text(Ids.fresh()) + ENDING, card, card.bytes());
    return keep(book, put, What.CHANGED, by, "add");
  }

  private Outcome<CardId> keep(Book book, Put put, What what, PersonId by, String deed) {
    if (put.body().length > Card.LARGEST) {
      return Outcome.refused(Refusal.invalid("vcard.too-large", List.of(Card.LARGEST / 1000)));
    }
    return switch (keeping.put(book.workspace(), List.of(put), what, Way.PAGE, by)) {
      case Outcome.Refused<List<CardId>>(var why) -> Outcome.refused(why);
      case Outcome.Done<List<CardId>>(var ids) -> {
        keeping.tell(book.workspace(), deed, ids.getFirst(), by);
        yield Outcome.done(ids.getFirst());
      }
    };
  }

  /**
   * Keeps another card in its place.
   *
   * @param seen the etag of what the change was made from
   */
  @Transactional
  public Outcome<CardId> change(Book book, CardId id, String seen, Card card, PersonId by) {
    books.hold(book.workspace());
    var held = store.find(book.workspace(), id).orElseThrow(NotFound::new);
    if (!held.etag().equals(seen) || !held.uid().equals(card.uid())) {
      return Outcome.refused(Refusal.conflict("contacts.moved"));
    }
    return keep(book, new Put(held.name(), card, card.bytes()), What.CHANGED, by, "edit");
  }

  /** Brings back what it was before something was done to it. */
  @Transactional
  public Outcome<CardId> rewind(Book book, CardId id, UUID turn, PersonId by) {
    books.hold(book.workspace());
    var held = store.find(book.workspace(), id).orElseThrow(NotFound::new);
    var body = history.before(id, turn).orElseThrow(NotFound::new);
    var card = CardFile.one(body).orFail();
    if (!card.uid().equals(held.uid())) {
      throw new NotFound();
    }
    return keep(book, new Put(held.name(), card, body), What.RETURNED, by, "rewind");
  }

  /** Takes it out; it can come back for a month. */
  @Transactional
  public void remove(Book book, CardId id, PersonId by) {
    books.hold(book.workspace());
    var held = store.find(book.workspace(), id).orElseThrow(NotFound::new);
    keeping.remove(book.workspace(), held, null, Way.PAGE, by);
  }

  /** A page of what was taken out, and one more where there is another page. */
  @Transactional(readOnly = true)
  public List<Waste> trash(Book book, @Nullable Instant before, @Nullable UUID beforeId) {
    return waste.list(book.workspace(), before, beforeId, PAGE + 1);
  }

  /**
   * Brings it back, under the address that programs know.
   *
   * @throws NotFound if it is not in the trash any more
   */
  @Transactional
  public Outcome<CardId> restore(Book book, CardId id, PersonId by) {
    books.hold(book.workspace());
    var gone = waste.find(book.workspace(), id).orElseThrow(NotFound::new);
    var body = waste.body(id).orElseThrow(NotFound::new);
    if (store.bearing(book.workspace(), List.of(gone.uid())).containsKey(gone.uid())) {
      return Outcome.refused(Refusal.conflict("contacts.there"));
    }
    boolean taken = store.named(book.workspace(), List.of(gone.name())).containsKey(gone.name());
    var name = taken ? Ids.text(Ids.fresh()) + ENDING : gone.name();
    var card = CardFile.one(body).orFail();
    var outcome = keep(book, new Put(name, card, body, id), What.RETURNED, by, "return");
    if (outcome instanceof Outcome.Done<CardId>) {
      waste.drop(id); // what finds no room stays here
    }
    return outcome;
  }

  /** What was taken out a month ago goes for good, and after two years who did what. */
  @Transactional
  public void forget() {
    var now = clock.instant();
    house.call(() ->
        waste.forget(now.minus(KEPT)) + history.forget(now.minus(KEPT), now.minus(REMEMBERED)));
  }
}
