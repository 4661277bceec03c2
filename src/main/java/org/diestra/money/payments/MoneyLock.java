package org.diestra.money.payments;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.diestra.money.ledger.Book;
import org.diestra.platform.accounts.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Of all that moves one client's money in one book at once, one does after the other. Whoever also
 * locks tasks locks those first, in the order of their ids; rows of payments come after.
 */
@Component
public class MoneyLock {
  private final JdbcClient jdbc;

  MoneyLock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** That of its client in its book, until the transaction ends. */
  public void of(Plan plan) {
    of(plan.client(), plan.book());
  }

  /** That of one client in one book, until the transaction ends. */
  public void of(OrganisationId client, Book book) {
    of(Set.of(name(client, book)));
  }

  /** Those of many in one book, in one order. */
  public void of(Collection<OrganisationId> clients, Book book) {
    of(clients.stream().map(client -> name(client, book)).collect(Collectors.toSet()));
  }

  /** Those of many, in one order. */
  public void of(Collection<Plan> plans) {
    of(plans.stream().map(p -> name(p.client(), p.book())).collect(Collectors.toSet()));
  }

  private void of(Set<String> names) {
    jdbc.sql(
            """
            select count(pg_advisory_xact_lock(k)::text) from (
              select distinct hashtextextended(n, 0) as k from unnest(:names) n order by k) s
            """)
        .param("names", names.toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  private static String name(OrganisationId client, Book book) {
    return "payments.money:" + client.value() + book;
  }
}
