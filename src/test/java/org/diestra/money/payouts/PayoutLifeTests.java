package org.diestra.money.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.diestra.HouseTest;
import org.diestra.money.ledger.Account;
import org.diestra.money.payouts.Payout.State;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever an assistant, two operators and a bank do in whichever order, and often twice: what was
 * earned is available, on its way, or has left, and nothing leaves but by two hands.
 */
@HouseTest
class PayoutLifeTests extends PayingTest {
  private final List<Payout> all = new ArrayList<>();
  private long earned = 10_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13})
  void noSequenceMakesOrLosesACent(long seed) {
    var random = new Random(seed);
    for (int step = 0; step < 80; step++) {
      tried(random);
    }
    addsUp();
  }

  /** The sum that is looked at would see a cent that went astray. */
  @Test
  void aCentThatIsPaidPastTheDoorIsSeen() {
    all.add(earners.asks(rosa, book, 5_000));
    addsUp();
    earners.earn(rosa, book, 1);
    assertThatThrownBy(this::addsUp).isInstanceOf(AssertionError.class);
  }

  private void tried(Random random) {
    try {
      event(random);
    } catch (IllegalStateException refused) {
      assertThat(refused).hasMessageStartingWith("refused: "); // anything else is a fault
    }
  }

  private void event(Random random) {
    var operator = random.nextBoolean() ? ada : bert;
    switch (random.nextInt(11)) {
      case 0 -> {
        earners.earn(rosa, book, 3_000);
        earned += 3_000;
      }
      case 1, 2, 3 -> all.add(earners.asks(rosa, book, 1_000 + random.nextInt(4_000)));
      case 4, 5 -> earners.approves(operator, any(random));
      case 6, 7 -> earners.releases(operator, book);
      case 8 -> {
        var id = any(random).facts().id();
        if (random.nextBoolean()) {
          as(rosa, () -> payouts.cancel(rosa, id).orFail());
        } else {
          as(operator, () -> approvals.decline(operator, id).orFail());
        }
      }
      case 9 -> said(operator, any(random), random.nextInt(3) > 0);
      default -> {
        var iban = random.nextBoolean() ? "DE89370400440532013000" : "NL91ABNA0417164300";
        if (random.nextInt(4) == 0) {
          earners.tells(rosa, iban);
          earners.knows(rosa);
        }
      }
    }
  }

  private void said(Viewer operator, Payout payout, boolean paid) {
    var id = payout.facts().id();
    as(
        operator,
        () ->
            paid
                ? settlements.paid(operator, id, "bank " + Ids.text(id)).orFail()
                : settlements.returned(operator, id, "closed").orFail());
  }

  private Payout any(Random random) {
    if (all.isEmpty()) {
      all.add(earners.asks(rosa, book, 1_000));
    }
    return all.get(random.nextInt(all.size()));
  }

  private void addsUp() {
    var onItsWay = sum(State.REQUESTED).plus(sum(State.APPROVED)).plus(sum(State.SENT));
    assertThat(sent()).isEqualTo(onItsWay);
    assertThat(available().plus(onItsWay).plus(sum(State.PAID))).isEqualTo(eur(earned));
    assertThat(in(Account.clientMoney())).isEqualTo(eur(earned).minus(sum(State.PAID)));
    for (var payout : now()) {
      var release = payout.released();
      var approval = payout.approved();
      assertThat(release != null && approval != null && release.by().equals(approval.by()))
          .isFalse();
    }
  }

  private List<Payout> now() {
    return as(rosa, () -> payouts.of(rosa.id(), null, 500));
  }

  private Money sum(State state) {
    return now().stream()
        .filter(p -> p.state() == state)
        .map(p -> p.facts().amount())
        .reduce(eur(0), Money::plus);
  }
}
