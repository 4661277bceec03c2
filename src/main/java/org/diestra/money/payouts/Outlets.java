package org.diestra.money.payouts;

import java.util.List;
import java.util.Optional;
import org.diestra.money.ledger.Book;
import org.springframework.stereotype.Component;

/** The rails that pay out by themselves. */
@Component
class Outlets {
  private final List<Outlet> all;

  Outlets(List<Outlet> all) {
    this.all = List.copyOf(all);
  }

  /** Empty where a book's payouts go by file. */
  Optional<Outlet> of(Book book) {
    return all.stream().filter(outlet -> outlet.serves(book)).findFirst();
  }
}
