package org.diestra.money.cards;

import com.stripe.model.Balance;
import com.stripe.model.BalanceTransaction;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.BalanceTransactionListParams.Created;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * What Stripe's own books say: every movement of the account, and what is in it
 * (docs.stripe.com/api/balance_transactions).
 */
@Component
class StripeBooks {
  private static final long A_PAGE = 100;
  private final StripeLine line;

  StripeBooks(StripeLine line) {
    this.line = line;
  }

  /**
   * A movement, as Stripe counts.
   *
   * @param type one of theirs, such as {@code charge}
   * @param amount before the fee; below zero where it went out
   * @param fee what Stripe took for itself; below zero where it gave some back
   * @param source what it is of, may be empty
   * @param usableAt when it can be spent
   */
  record Movement(
      String id,
      String type,
      long amount,
      long fee,
      String currency,
      String source,
      Instant at,
      Instant usableAt) {}

  /** All from then, and before that. */
  List<Movement> between(Instant from, Instant to) {
    var params =
        BalanceTransactionListParams.builder()
            .setLimit(A_PAGE)
            .setCreated(
                Created.builder().setGte(from.getEpochSecond()).setLt(to.getEpochSecond()).build());
    var all = new ArrayList<Movement>();
    boolean more = true;
    while (more) {
      var asked = params.build();
      var page = line.ask(stripe -> stripe.balanceTransactions().list(asked));
      page.getData().forEach(one -> all.add(movement(one)));
      more = Boolean.TRUE.equals(page.getHasMore()) && !page.getData().isEmpty();
      if (more) {
        params.setStartingAfter(page.getData().getLast().getId());
      }
    }
    return all;
  }

  /** What is in the account, usable or on its way there, by currency as Stripe writes it. */
  Map<String, Long> balance() {
    Balance balance = line.ask(stripe -> stripe.balance().retrieve());
    var sums = new TreeMap<String, Long>();
    balance.getAvailable().forEach(a -> sums.merge(a.getCurrency(), a.getAmount(), Math::addExact));
    balance.getPending().forEach(p -> sums.merge(p.getCurrency(), p.getAmount(), Math::addExact));
    return sums;
  }

  private static Movement movement(BalanceTransaction one) {
    return new Movement(
        one.getId(),
        one.getType(),
        one.getAmount(),
        one.getFee(),
        one.getCurrency(),
        Objects.requireNonNullElse(one.getSource(), ""),
        Instant.ofEpochSecond(one.getCreated()),
        Instant.ofEpochSecond(one.getAvailableOn()));
  }
}
