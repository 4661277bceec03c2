package org.diestra.money.payouts;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Of all that touches one assistant's payouts or bank details at once, one does after the other.
 * Several are locked in the order of their ids; rows and the ledger come after.
 */
@Component
class PayoutLock {
  private final JdbcClient jdbc;

  PayoutLock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the transaction ends. */
  void of(PersonId person) {
    of(List.of(person));
  }

  void of(Collection<PersonId> people) {
    jdbc.sql(
            """
            select pg_advisory_xact_lock(hashtextextended('payouts:' || person, 0))::text
            from unnest(:people) person
            """)
        .param(
            "people", people.stream().map(PersonId::value).distinct().sorted().toArray(UUID[]::new))
        .query(String.class)
        .list();
  }
}
