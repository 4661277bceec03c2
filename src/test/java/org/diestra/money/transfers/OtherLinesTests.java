package org.diestra.money.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import org.diestra.HouseTest;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Kind;
import org.diestra.money.transfers.Line.State;
import org.diestra.platform.banking.CamtFile;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lines that are no client's, or do not say which of the things to be sent back they were. */
@HouseTest
class OtherLinesTests extends TransferHouse {
  @Autowired private OtherLines others;
  private Money before;
  private Money held;

  @BeforeEach
  void aHouse() {
    aClientPaysByTransfer();
    before = suspense();
    held = held();
  }

  @AfterEach
  void soundAfterAll() {
    theBooksAreSound();
  }

  private Money held() {
    return ledger.balance(BOOK, Account.clientMoney());
  }

  private Money own() {
    return ledger.balance(BOOK, Account.of(Kind.HOUSE));
  }

  private Line came(Money amount, String words) {
    read(new CamtFile().credit("2026-05-04", amount(amount), "Alguien", FROM, words));
    return only(words);
  }

  private Line went(Money amount, String words) {
    read(new CamtFile().debit("2026-05-04", amount(amount), "NOTPROVIDED", words));
    return only(words);
  }

  private static String why(Outcome<?> outcome) {
    return outcome.fold(done -> "", refused -> refused.key());
  }

  @Test
  void whatWentOutIsNotedAndLookedAtAgain() {
    var line = went(eur(999_900), "lote").id();
    assertThat(why(others.cost(operator, line))).isEqualTo("transfers.conflict.own");
    others.note(operator, line, "lote del 4 de mayo").orFail();
    assertThat(only("lote").state()).isEqualTo(State.NOTED);
    queue.requeue(operator, line).orFail();
    assertThat(only("lote").state()).isEqualTo(State.QUEUED);
    assertThat(held()).isEqualTo(held);
  }

  @Test
  void whatStandsElsewhereIsNotCountedTwice() {
    var line = came(eur(700), "cobro devuelto").id();
    assertThat(held().minus(held)).isEqualTo(eur(700));
    for (int i = 0; i < 2; i++) {
      others.note(operator, line, "cobro del 4 de mayo").orFail();
      assertThat(held()).isEqualTo(held);
      assertThat(suspense()).isEqualTo(before);
      assertThat(Words.became(only("cobro devuelto"))).isEqualTo("transfers.became.noted");
      queue.requeue(operator, line).orFail();
      assertThat(held().minus(held)).isEqualTo(eur(700));
      assertThat(suspense().minus(before)).isEqualTo(eur(700));
    }
  }

  @Test
  void theHousesOwnPaysItsCostsAndBothAreTakenBackInTurn() {
    var put = came(eur(5_000), "puesto por la casa").id();
    var had = own();
    others.own(operator, put).orFail();
    assertThat(own().minus(had)).isEqualTo(eur(5_000));
    assertThat(suspense()).isEqualTo(before);
    var cost = went(eur(300), "gastos").id();
    for (int i = 0; i < 2; i++) { // a second booking is one of its own
      others.cost(operator, cost).orFail();
      assertThat(held().minus(held)).isEqualTo(eur(4_700));
      others.undo(operator, cost).orFail();
      assertThat(held().minus(held)).isEqualTo(eur(5_000));
    }
    assertThat(only("gastos").state()).isEqualTo(State.QUEUED);
    others.undo(operator, put).orFail();
    assertThat(own()).isEqualTo(had);
    assertThat(suspense().minus(before)).isEqualTo(eur(5_000));
    assertThat(why(others.undo(operator, put))).isEqualTo("transfers.conflict.moved");
  }

  @Test
  void whatWasSentBackIsFoundInTheTextOrChosen() {
    var first = came(eur(4_321), "error uno").id();
    var second = came(eur(4_321), "error dos").id();
    queue.aside(operator, first).orFail();
    queue.aside(operator, second).orFail();
    read(new CamtFile().debit("2026-05-05", "43.21", "", "Devol. " + Ids.text(first) + " fin"));
    assertThat(only("error uno").state()).isEqualTo(State.NOTED);
    var line = went(eur(4_321), "sin codigo").id();
    assertThat(why(others.sentBack(operator, line, first))).isEqualTo("transfers.conflict.moved");
    others.sentBack(operator, line, second).orFail();
    assertThat(only("error dos").state()).isEqualTo(State.NOTED);
    assertThat(suspense()).isEqualTo(before);
    assertThat(why(others.undo(operator, line))).isEqualTo("transfers.conflict.moved");
  }

  @Test
  void aRefundThatLeftWithoutItsReferenceIsChosen() {
    var client = org.diestra.People.organisation(signed.client());
    queue.credit(operator, came(eur(2_000), "mio").id(), client).orFail();
    var refund = payers.refunded(signed, BOOK);
    receipts.refund(refund);
    var other = went(eur(1_999), "menos").id();
    assertThat(why(others.refunded(operator, other, refund))).isEqualTo("transfers.conflict.moved");
    var line = went(eur(2_000), "justo").id();
    assertThat(why(others.refunded(signed.client(), line, refund)))
        .isEqualTo("transfers.conflict.own-business");
    others.refunded(operator, line, refund).orFail();
    receipts.refund(refund);
    assertThat(sendBacks.get(refund).state()).isEqualTo(SendBack.State.PAID);
    assertThat(held()).isEqualTo(held);
    assertThat(only("justo").refund()).isEqualTo(refund);
  }
}
