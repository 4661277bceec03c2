package org.diestra.office.dues;

import java.time.LocalDate;
import java.util.List;
import org.diestra.office.books.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to debts by their age. */
@Service
class Aging {
  private final AgedStore store;

  Aging(AgedStore store) {
    this.store = store;
  }

  /** What customers owe, then what suppliers are owed. */
  @Transactional(readOnly = true)
  public List<Aged> of(Desk desk, LocalDate today) {
    var workspace = desk.book().workspace();
    var currency = desk.book().currency();
    return List.of(
        store.of(workspace, Side.CUSTOMER, today, currency),
        store.of(workspace, Side.SUPPLIER, today, currency));
  }

  /**
   * The papers behind a figure, the first due first.
   *
   * @param age of all ages where it is null
   * @param party of one alone, or null
   * @param after the last of the page before, or null
   */
  @Transactional(readOnly = true)
  public List<Standing> papers(
      Desk desk,
      Side side,
      LocalDate today,
      @Nullable Age age,
      @Nullable PartyId party,
      @Nullable Standing after,
      int most) {
    return store.papers(desk.book().workspace(), side, today, age, party, after, most);
  }
}
