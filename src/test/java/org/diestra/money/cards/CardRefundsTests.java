package org.diestra.money.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.money.cards.Part.State;
import org.diestra.money.cards.PretendStripe.Mood;
import org.diestra.money.ledger.AtOnce;
import org.diestra.money.payments.Rail.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** A client's credit goes back to the cards it came from. */
@HouseTest
class CardRefundsTests extends CardHouse {
  private static final Duration SOON = Duration.ofMinutes(3);
  @Autowired CardRefunds refunds;
  @Autowired PartStore parts;
  private UUID older;
  private UUID newer;

  @BeforeEach
  void twoTasksThatWerePaidForAreCalledOff() {
    older = calledOff(4_000);
    mover.skipTo(clock.instant().plusSeconds(60));
    newer = calledOff(6_000);
    assertThat(credit()).isEqualTo(total(older).plus(total(newer)));
  }

  private UUID calledOff(long cents) {
    var task = task(cents);
    var payment = paid(task);
    tasks.cancel(signed, task);
    return payment;
  }

  private String intent(UUID payment) {
    return cards.find(payment).orElseThrow().intent();
  }

  private List<ObjectNode> backOf(UUID payment) {
    return stripe.state.things("re_", "payment_intent", intent(payment));
  }

  private long sumBack(UUID payment) {
    return backOf(payment).stream().mapToLong(r -> r.get("amount").asLong()).sum();
  }

  private UUID refunded() {
    return payers.refunded(signed, BOOK);
  }

  private void aWhile() {
    mover.moveTo(clock.instant().plus(SOON));
  }

  @Test
  void allOfItGoesBackOverBothPayments() {
    var refund = refunded();
    aWhile();
    assertThat(sumBack(older)).isEqualTo(total(older).minor());
    assertThat(sumBack(newer)).isEqualTo(total(newer).minor());
    assertThat(refunds.standing(refund)).isInstanceOf(Standing.Paid.class);
    assertThat(credit()).isEqualTo(eur(0));
    assertThat(clients()).isEqualTo(eur(0));
  }

  @Test
  void theLatestPaymentIsSentBackFirst() {
    var rooms = house.call(() -> parts.rooms(client(), BOOK.currency()));
    assertThat(rooms)
        .containsExactly(
            new PartStore.Room(newer, intent(newer), total(newer)),
            new PartStore.Room(older, intent(older), total(older)));
  }

  @Test
  void askedTwiceAtOnceNothingGoesTwice() throws Exception {
    var all = credit();
    var refund = refunded();
    AtOnce.of(
        6,
        () -> {
          refunds.send(refund, client(), all);
          return refund;
        });
    assertThat(sumBack(older) + sumBack(newer)).isEqualTo(all.minor());
  }

  @Test
  void anAnswerThatWasLostIsLookedFor() {
    stripe.be(Mood.FORGETFUL);
    var refund = refunded();
    mover.moveTo(clock.instant().plusSeconds(1));
    stripe.be(Mood.AWAY);
    assertThat(refunds.standing(refund)).isInstanceOf(Standing.Unknown.class);
    mover.skipTo(clock.instant().plus(Duration.ofHours(30))); // keys are forgotten by then
    stripe.be(Mood.WELL);
    receipts.refund(refund);
    assertThat(refunds.standing(refund)).isInstanceOf(Standing.Paid.class);
    assertThat(backOf(older)).hasSize(1);
    assertThat(backOf(newer)).hasSize(1);
    assertThat(credit()).isEqualTo(eur(0));
  }

  @Test
  void whatOneCardDoesNotTakeIsCreditAgain() {
    stripe.state.thing(intent(older)).put("tooOld", true);
    var refund = refunded();
    aWhile();
    assertThat(refunds.standing(refund))
        .isEqualTo(
            new Standing.Partly(total(newer), backOf(newer).getFirst().get("id").asString()));
    assertThat(credit()).isEqualTo(total(older));
    assertThat(clients()).isEqualTo(total(older));
    assertThat(house.call(() -> parts.of(refund)))
        .anyMatch(p -> p.state() == State.FAILED && "charge_too_old".equals(p.why()));
  }

  @Test
  void whereNoCardTakesItAllOfItIsCreditAgain() {
    stripe.state.thing(intent(older)).put("tooOld", true);
    stripe.state.thing(intent(newer)).put("tooOld", true);
    var all = credit();
    var refund = refunded();
    aWhile();
    assertThat(refunds.standing(refund)).isEqualTo(new Standing.Refused("charge_too_old"));
    assertThat(credit()).isEqualTo(all);
    var again = refunded(); // there is no card left to ask
    aWhile();
    assertThat(refunds.standing(again)).isEqualTo(new Standing.Refused("no-card"));
    assertThat(credit()).isEqualTo(all);
  }

  @Test
  void whatTheBankSendsBackDaysLaterIsCreditOnce() throws Exception {
    var refund = refunded();
    aWhile();
    var back = backOf(newer).getFirst();
    stripe.state.fails(back);
    assertThat(hears(stripe.call(event(), "refund.failed", back))).isEqualTo(200);
    assertThat(hears(stripe.call(event(), "refund.updated", back))).isEqualTo(200);
    aWhile();
    assertThat(credit()).isEqualTo(total(newer));
    assertThat(clients()).isEqualTo(total(newer));
    assertThat(house.call(() -> parts.of(refund))).anyMatch(p -> p.state() == State.LATE);
    refunds.look(back.get("id").asString());
    assertThat(credit()).isEqualTo(total(newer));
  }
}
