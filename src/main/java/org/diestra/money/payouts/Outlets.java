package org.diestra.money.payouts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.money.ledger.Book;
import org.diestra.platform.accounts.PersonId;
import org.springframework.stereotype.Component;

/** The rails that pay out by themselves. */
@Component
class Outlets {
  private final List<Outlet> all;

  Outlets(List<Outlet> all) {
    this.all = List.copyOf(all);
  }

  /** Where a book's payouts go, where that is not the bank account of whoever gets them. */
  Map<PersonId, String> accounts(Book book, Collection<PersonId> people) {
    return of(book).map(outlet -> outlet.accounts(people)).orElse(Map.of());
  }

  /** Empty where a book's payouts go by file. */
  Optional<Outlet> of(Book book) {
    return all.stream().filter(outlet -> outlet.serves(book)).findFirst();
  }
}
