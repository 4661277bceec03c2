package org.diestra.office.books;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What stands around every page of somebody's books. */
@Component
public class BooksFrame {
  private final List<BooksTab> tabs;

  BooksFrame(List<BooksTab> tabs) {
    this.tabs = tabs.stream().sorted(Comparator.comparingInt(BooksTab::order)).toList();
  }

  /** The frame of that person's pages. */
  public Around of(Desk desk) {
    return new Around(desk, tabs);
  }

  /**
   * @param tabs the parts of the books, in order
   */
  public record Around(Desk desk, List<BooksTab> tabs) {}
}
