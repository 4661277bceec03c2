package org.diestra.money.cards;

import java.time.Instant;
import java.util.UUID;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payout to an assistant's own account at Stripe: {@code NEW → PAID | REFUSED}, and {@code PAID →
 * BACK}.
 *
 * @param name Stripe's for it, or null while it has told none
 * @param why Stripe refuses it, a word of theirs
 * @param tries how often Stripe answered that it had failed
 * @param triedAt when Stripe was first asked for it, or null
 */
record CardTransfer(
    UUID payout,
    String account,
    Money amount,
    State state,
    @Nullable String name,
    @Nullable String why,
    int tries,
    @Nullable Instant triedAt) {

  enum State {
    NEW,
    PAID,
    REFUSED,
    /** It was taken back there, and is the house's to pay again. */
    BACK
  }

  String key() {
    return "payout:" + payout + ":" + tries;
  }

  /** By which Stripe finds it again. */
  String group() {
    return "payout-" + Ids.text(payout);
  }

  CardTransfer said(StripeAccounts.Sent sent) {
    var to = sent.cameBack() ? State.BACK : State.PAID;
    return new CardTransfer(payout, account, amount, to, sent.transfer(), null, tries, triedAt);
  }

  CardTransfer refused(String code) {
    return new CardTransfer(payout, account, amount, State.REFUSED, name, code, tries, triedAt);
  }
}
