package org.diestra.money.cards;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DisputeStore {
  private final JdbcClient jdbc;

  DisputeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A payment that the client's bank wants back.
   *
   * @param status one of Stripe's words, as the reason is
   * @param taken whether the money is gone
   * @param returned whether it is back
   * @param dueAt until when somebody has to answer, or null
   */
  record Dispute(
      String id,
      UUID payment,
      Money amount,
      String status,
      String reason,
      boolean taken,
      boolean returned,
      @Nullable Instant dueAt,
      Instant since) {
    /** Somebody has to say something at Stripe, or lose it. */
    boolean waits() {
      return status.endsWith("needs_response");
    }

    String href() {
      return "/money/payments/" + Ids.text(payment);
    }
  }

  /** As it is now; what was gone or back stays so, whatever is told later. */
  void save(Dispute dispute) {
    jdbc.sql(
            """
            insert into cards.dispute as d (id, payment, currency, amount, status, reason, taken,
              returned, due_at, made_at, since)
            values (:id, :payment, :currency, :amount, :status, :reason, :taken, :returned, :due,
              :now, :now)
            on conflict (id) do update set status = :status, reason = :reason,
              taken = d.taken or :taken, returned = d.returned or :returned, due_at = :due,
              since = :now
            """)
        .param("id", dispute.id())
        .param("payment", dispute.payment())
        .param("currency", dispute.amount().currency().getCurrencyCode())
        .param("amount", dispute.amount().minor())
        .param("status", dispute.status())
        .param("reason", dispute.reason())
        .param("taken", dispute.taken())
        .param("returned", dispute.returned())
        .param("due", atOrNull(dispute.dueAt()))
        .param("now", at(dispute.since()))
        .update();
  }

  List<Dispute> latest(int most) {
    return jdbc.sql("select * from cards.dispute order by made_at desc, id limit :most")
        .param("most", most)
        .query((r, n) ->
            new Dispute(
                text(r, "id"),
                id(r, "payment"),
                money(r, "amount", "currency"),
                text(r, "status"),
                text(r, "reason"),
                bool(r, "taken"),
                bool(r, "returned"),
                instantOrNull(r, "due_at"),
                instant(r, "since")))
        .list();
  }
}
