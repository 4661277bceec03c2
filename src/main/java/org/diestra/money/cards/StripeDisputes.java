package org.diestra.money.cards;

import com.stripe.model.Dispute;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What clients' banks want back (docs.stripe.com/api/disputes). */
@Component
class StripeDisputes {
  private final StripeLine line;

  StripeDisputes(StripeLine line) {
    this.line = line;
  }

  /**
   * A dispute as Stripe tells it.
   *
   * @param amount as Stripe counts
   * @param taken whether the money left the account
   * @param returned whether it is back there
   * @param dueAt until when somebody has to answer at Stripe, or null
   */
  record Seen(
      String id,
      String intent,
      long amount,
      String currency,
      String status,
      String reason,
      boolean taken,
      boolean returned,
      @Nullable Instant dueAt) {}

  Seen get(String dispute) {
    return seen(line.ask(stripe -> stripe.disputes().retrieve(dispute)));
  }

  private static Seen seen(Dispute dispute) {
    var moved =
        Objects.requireNonNullElse(
            dispute.getBalanceTransactions(),
            java.util.List.<com.stripe.model.BalanceTransaction>of());
    boolean taken = moved.stream().anyMatch(m -> m.getAmount() < 0);
    long sum = moved.stream().mapToLong(m -> m.getAmount()).sum();
    var due = dispute.getEvidenceDetails() == null ? null : dispute.getEvidenceDetails().getDueBy();
    return new Seen(
        dispute.getId(),
        Objects.requireNonNullElse(dispute.getPaymentIntent(), ""),
        dispute.getAmount(),
        dispute.getCurrency(),
        Objects.requireNonNullElse(dispute.getStatus(), ""),
        Objects.requireNonNullElse(dispute.getReason(), ""),
        taken,
        taken && sum >= 0,
        due == null ? null : Instant.ofEpochSecond(due));
  }
}
