package org.diestra.office.contacts;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.office.contacts.Keeping.Put;
import org.diestra.office.contacts.Turn.Way;
import org.diestra.office.contacts.Turn.What;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.vcard.Card;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for programs that keep contacts themselves (RFC 6352): whole cards by their names, in
 * the bytes that came, and what has changed since a number. A program holds the book, looks, and
 * changes, all in one transaction.
 */
@Service
public class Cards {
  private final BookStore books;
  private final CardStore store;
  private final Keeping keeping;

  Cards(BookStore books, CardStore store, Keeping keeping) {
    this.books = books;
    this.store = store;
    this.keeping = keeping;
  }

  /** Everything in it, by name. */
  @Transactional(readOnly = true)
  public List<Held> all(Book book) {
    return store.all(book.workspace(), 0);
  }

  /** Those of these names that are there. */
  @Transactional(readOnly = true)
  public Map<String, Held> named(Book book, Collection<String> names) {
    return store.named(book.workspace(), names);
  }

  /**
   * What became of one name.
   *
   * @param held null for what is gone
   */
  public record Changed(String name, long change, @Nullable Held held) {}

  /** What changed after that number, the earliest first; all there is for 0. */
  @Transactional(readOnly = true)
  public List<Changed> since(Book book, long change) {
    var all = new LinkedHashMap<String, Changed>();
    if (change > 0) {
      store
          .gone(book.workspace(), change)
          .forEach((name, at) -> all.put(name, new Changed(name, at, null)));
    }
    store
        .all(book.workspace(), change)
        .forEach(held -> all.put(held.name(), new Changed(held.name(), held.change(), held)));
    return all.values().stream()
        .sorted(Comparator.comparingLong(Changed::change).thenComparing(Changed::name))
        .toList();
  }

  /** The bytes of those that are there, by name. */
  @Transactional(readOnly = true)
  public Map<String, byte[]> bodies(Book book, Collection<String> names) {
    return store.bodies(book.workspace(), names);
  }

  /**
   * From now until the transaction ends nobody else changes anything in it.
   *
   * @return whether the caller may change anything there
   */
  @Transactional
  public boolean hold(Book book) {
    if (!book.reach().writes()) {
      return false;
    }
    books.hold(book.workspace());
    return true;
  }

  /** Which card bears that UID already. */
  @Transactional(readOnly = true)
  public Optional<Held> bearing(Book book, String uid) {
    return Optional.ofNullable(store.bearing(book.workspace(), List.of(uid)).get(uid));
  }

  /**
   * Keeps these bytes under that name, in the place of what is there with the same UID.
   *
   * @param body as they came; they read as {@code card}
   * @return what is there now
   */
  @Transactional
  public Outcome<Held> put(Book book, String name, Card card, byte[] body, PersonId by) {
    var puts = List.of(new Put(name, card, body));
    return switch (keeping.put(book.workspace(), puts, What.CHANGED, Way.PROGRAM, by)) {
      case Outcome.Refused<List<CardId>>(var why) -> Outcome.refused(why);
      case Outcome.Done<List<CardId>>(var ids) -> {
        var held = store.find(book.workspace(), ids.getFirst()).orElseThrow(NotFound::new);
        keeping.tell(book.workspace(), "keep", held.id(), by);
        yield Outcome.done(held);
      }
    };
  }

  /**
   * Takes it out; the workspace's people can bring it back for a month.
   *
   * @throws NotFound if it is not there as it was
   */
  @Transactional
  public void remove(Book book, Held held, PersonId by) {
    keeping.remove(book.workspace(), held, null, Way.PROGRAM, by);
  }
}
