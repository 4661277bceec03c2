package org.diestra.money.transfers;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReferenceStore {
  private final JdbcClient jdbc;

  ReferenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where another payment has that one. */
  boolean add(UUID payment, CreditorReference reference) {
    return jdbc.sql(
                """
                insert into transfers.reference (payment, code) values (:payment, :code)
                on conflict (code) do nothing
                """)
            .param("payment", payment)
            .param("code", reference.text())
            .update()
        == 1;
  }

  Optional<CreditorReference> of(UUID payment) {
    return jdbc.sql("select code from transfers.reference where payment = :payment")
        .param("payment", payment)
        .query((r, n) -> new CreditorReference(text(r, "code")))
        .optional();
  }

  Map<UUID, CreditorReference> of(Collection<UUID> payments) {
    var found = new HashMap<UUID, CreditorReference>();
    jdbc.sql("select * from transfers.reference where payment = any(:payments)")
        .param("payments", payments.toArray(UUID[]::new))
        .query(r -> {
          found.put(id(r, "payment"), new CreditorReference(text(r, "code")));
        });
    return found;
  }

  /** The payments behind them; what is nobody's is left out. */
  Map<CreditorReference, UUID> payments(Collection<CreditorReference> references) {
    var found = new HashMap<CreditorReference, UUID>();
    jdbc.sql("select * from transfers.reference where code = any(:codes)")
        .param("codes", references.stream().map(CreditorReference::text).toArray(String[]::new))
        .query(r -> {
          found.put(new CreditorReference(text(r, "code")), id(r, "payment"));
        });
    return found;
  }
}
