package org.diestra.money.payments;

import org.diestra.money.ledger.Book;
import org.diestra.platform.accounts.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Of all that moves one client's money in one book at once, one does after the other. Whoever also
 * locks tasks locks those first, in the order of their ids; rows of payments come after.
 */
@Component
class MoneyLock {
  private final JdbcClient jdbc;

  MoneyLock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the transaction ends. */
  void of(Plan plan) {
    of(plan.client(), plan.book());
  }

  void of(OrganisationId client, Book book) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))::text")
        .param("what", "payments.money:" + client.value() + book)
        .query(String.class)
        .single();
  }
}
