package org.diestra.office.bookkeeping;

import org.diestra.office.books.BooksTab;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BookkeepingEntries {

  @Bean
  static BooksTab journalTab() {
    return new BooksTab("", "bookkeeping.journal", "notebook-text", 10);
  }

  @Bean
  static BooksTab receiptsTab() {
    return new BooksTab("receipts", "bookkeeping.receipts", "receipt-text", 20);
  }

  @Bean
  static NoticeKind entryReturned() {
    return NoticeKind.mailed(
        EntryNotices.RETURNED, Topic.OFFICE, "bookkeeping.kind.returned", "notebook-text");
  }
}
