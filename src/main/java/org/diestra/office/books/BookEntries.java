package org.diestra.office.books;

import java.util.Set;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.RoomEntry;
import org.diestra.platform.base.Area;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BookEntries {

  @Bean
  static RoomEntry booksRoom() {
    return new RoomEntry(
        "books", "books.nav", "notebook-text", 30, Set.of(Area.BOOKKEEPING), Level.WORKING);
  }

  @Bean
  static BooksTab accountsTab() {
    return new BooksTab("accounts", "books.accounts", "list-tree", 40);
  }

  @Bean
  static BooksTab periodsTab() {
    return new BooksTab("periods", "books.periods", "calendar-check-2", 90);
  }
}
