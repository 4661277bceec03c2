package org.diestra.money.cards;

import com.stripe.model.checkout.Session;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.AdaptivePricing;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData.ProductData;
import java.util.Objects;
import java.util.Optional;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Stripe's pages on which clients pay (docs.stripe.com/api/checkout/sessions). No card is ever seen
 * by the house, and nothing of the client is told to Stripe but what is to be paid.
 */
@Component
class StripeDoor {
  static final String PAYMENT = "payment";
  private final StripeLine line;
  private final StripeSettings settings;
  private final String house;

  StripeDoor(StripeLine line, StripeSettings settings, @Value("${diestra.base-url}") String house) {
    this.line = line;
    this.settings = settings;
    this.house = house.replaceFirst("/$", "");
  }

  /**
   * A page as Stripe tells it.
   *
   * @param status {@code open}, {@code complete} or {@code expired}
   * @param payment {@code paid}, {@code unpaid} or {@code no_payment_required}
   * @param amount as Stripe counts it
   * @param reference whose payment it is: an id of ours, if all is well
   * @param url where the client pays, while it is open
   */
  record Seen(
      String session,
      String status,
      String payment,
      long amount,
      String currency,
      @Nullable String intent,
      String reference,
      boolean live,
      @Nullable String url) {
    boolean open() {
      return status.equals("open");
    }

    boolean expired() {
      return status.equals("expired");
    }

    boolean paid() {
      return status.equals("complete") && payment.equals("paid");
    }

    /** It is paid, and this says why it can't be as it should; empty where all is well. */
    Optional<String> wrong(Checkout checkout, boolean house) {
      if (live != house) {
        return Optional.of("mode");
      }
      if (!reference.equals(Ids.text(checkout.payment()))) {
        return Optional.of("reference");
      }
      if (!StripeAmounts.read(amount, currency).equals(Optional.of(checkout.amount()))) {
        return Optional.of("amount");
      }
      return Optional.empty();
    }
  }

  boolean live() {
    return settings.live();
  }

  /**
   * Has a page made on which exactly that is paid, by card and in that currency.
   *
   * @param words what stands there for it, in the client's language
   */
  Seen open(Checkout checkout, String words) {
    var amount = checkout.amount();
    var back = house + checkout.href() + "/return";
    var params =
        SessionCreateParams.builder()
            .setMode(SessionCreateParams.Mode.PAYMENT)
            .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
            .setSubmitType(SessionCreateParams.SubmitType.PAY)
            .setLocale(SessionCreateParams.Locale.AUTO)
            .setAdaptivePricing(AdaptivePricing.builder().setEnabled(false).build())
            .setClientReferenceId(Ids.text(checkout.payment()))
            .putMetadata(PAYMENT, Ids.text(checkout.payment()))
            .setPaymentIntentData(
                SessionCreateParams.PaymentIntentData.builder()
                    .putMetadata(PAYMENT, Ids.text(checkout.payment()))
                    .build())
            .addLineItem(
                LineItem.builder()
                    .setQuantity(1L)
                    .setPriceData(
                        PriceData.builder()
                            .setCurrency(StripeAmounts.code(amount.currency()))
                            .setUnitAmount(StripeAmounts.of(amount))
                            .setProductData(ProductData.builder().setName(words).build())
                            .build())
                    .build())
            .setExpiresAt(checkout.expiresAt().getEpochSecond())
            .setSuccessUrl(back)
            .setCancelUrl(house + checkout.href())
            .build();
    return seen(
        line.ask(stripe ->
            stripe.checkout().sessions().create(params, StripeLine.once(checkout.key()))));
  }

  Seen session(String session) {
    return seen(line.ask(stripe -> stripe.checkout().sessions().retrieve(session)));
  }

  /** Closes it; refused where it is not open any more. */
  Seen expire(String session) {
    return seen(line.ask(stripe -> stripe.checkout().sessions().expire(session)));
  }

  /** All of a payment goes back that should never have come like this. */
  void giveBack(Checkout held) {
    var params =
        RefundCreateParams.builder()
            .setPaymentIntent(Objects.requireNonNull(held.intent()))
            .putMetadata(PAYMENT, Ids.text(held.payment()))
            .build();
    line.ask(stripe -> stripe.refunds().create(params, StripeLine.once("held:" + held.payment())));
  }

  private static Seen seen(Session session) {
    return new Seen(
        session.getId(),
        Objects.requireNonNullElse(session.getStatus(), ""),
        Objects.requireNonNullElse(session.getPaymentStatus(), ""),
        Objects.requireNonNullElse(session.getAmountTotal(), 0L),
        Objects.requireNonNullElse(session.getCurrency(), ""),
        session.getPaymentIntent(),
        Objects.requireNonNullElse(session.getClientReferenceId(), ""),
        Boolean.TRUE.equals(session.getLivemode()),
        session.getUrl());
  }
}
