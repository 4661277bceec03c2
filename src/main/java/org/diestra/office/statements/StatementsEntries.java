package org.diestra.office.statements;

import java.time.Duration;
import org.diestra.office.books.BooksTab;
import org.diestra.platform.timers.Every;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StatementsEntries {

  @Bean
  static BooksTab banksTab() {
    return new BooksTab("banks", "statements.nav", "landmark", 25);
  }

  @Bean
  static Every statementDrafts(Imports imports) {
    return Every.interval("statements:drafts", Duration.ofHours(6), imports::sweep);
  }
}
