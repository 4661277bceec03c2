package org.diestra.money.cards;

import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What goes back to cards (docs.stripe.com/api/refunds). */
@Component
class StripeRefunds {
  private static final String PART = "part";
  private static final long MOST = 100; // more than anybody sends back of one payment
  private final StripeLine line;

  StripeRefunds(StripeLine line) {
    this.line = line;
  }

  /**
   * What goes back, as Stripe tells it.
   *
   * @param status {@code pending}, {@code requires_action}, {@code succeeded}, {@code failed} or
   *     {@code canceled}
   * @param why it failed, a word of Stripe's
   */
  record Seen(String id, String status, String why) {}

  Seen send(Part part) {
    var params =
        RefundCreateParams.builder()
            .setPaymentIntent(part.intent())
            .setAmount(StripeAmounts.of(part.amount()))
            .putMetadata(PART, part.id().toString())
            .build();
    return seen(line.ask(stripe -> stripe.refunds().create(params, StripeLine.once(part.key()))));
  }

  /** Whether it was sent already, where nobody heard the answer. */
  Optional<Seen> sent(Part part) {
    var params = RefundListParams.builder().setPaymentIntent(part.intent()).setLimit(MOST).build();
    return line.ask(stripe -> stripe.refunds().list(params)).getData().stream()
        .filter(r -> r.getMetadata() != null)
        .filter(r -> part.id().toString().equals(r.getMetadata().get(PART)))
        .map(StripeRefunds::seen)
        .findFirst();
  }

  Seen get(String refund) {
    return seen(line.ask(stripe -> stripe.refunds().retrieve(refund)));
  }

  private static Seen seen(Refund refund) {
    return new Seen(
        refund.getId(),
        Objects.requireNonNullElse(refund.getStatus(), "pending"),
        Objects.requireNonNullElse(refund.getFailureReason(), "unknown"));
  }
}
