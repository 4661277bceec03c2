package org.diestra.office.carddav;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.diestra.office.contacts.Book;
import org.diestra.office.contacts.Cards;
import org.diestra.office.contacts.Held;
import org.diestra.platform.dav.DavFault;
import org.diestra.platform.vcard.CardFile;
import org.jspecify.annotations.Nullable;

/** One look through a book, for what a filter holds of. */
final class Search {
  private static final int AT_ONCE = 500; // bodies looked through
  private static final int MOST_BYTES = 4_000_000;
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private final Book book;
  private final Filter filter;
  private final Cards cards;

  Search(Book book, Filter filter, Cards cards) {
    this.book = book;
    this.filter = filter;
    this.cards = cards;
  }

  /**
   * @throws DavFault 507 where it takes too long
   */
  List<Held> held() {
    var all = cards.all(book);
    if (filter.empty()) {
      return all;
    }
    var out = new ArrayList<Held>();
    long end = System.nanoTime() + LONGEST.toNanos();
    for (var some : bundles(all)) {
      var bodies = cards.bodies(book, some.stream().map(Held::name).toList());
      for (var held : some) {
        if (System.nanoTime() - end > 0) {
          throw new DavFault(507, Names.TOO_MANY);
        }
        if (matches(bodies.get(held.name()))) {
          out.add(held);
        }
      }
    }
    return out;
  }

  private boolean matches(byte @Nullable [] body) {
    return body != null && CardFile.one(body).fold(filter::matches, why -> false);
  }

  private static List<List<Held>> bundles(List<Held> all) {
    var out = new ArrayList<List<Held>>();
    var some = new ArrayList<Held>();
    int weight = 0;
    for (var held : all) {
      some.add(held);
      weight += held.size();
      if (some.size() >= AT_ONCE || weight > MOST_BYTES) {
        out.add(List.copyOf(some));
        some.clear();
        weight = 0;
      }
    }
    if (!some.isEmpty()) {
      out.add(List.copyOf(some));
    }
    return out;
  }
}
