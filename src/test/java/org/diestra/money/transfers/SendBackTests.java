package org.diestra.money.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.money.transfers.Line.State;
import org.diestra.money.transfers.SendBackStore.Named;
import org.diestra.platform.banking.CamtFile;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.work.tasks.TaskId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that goes back: to where it came from, once, and by no single hand. */
@HouseTest
class SendBackTests extends TransferHouse {
  private static final String ELSEWHERE = "ES9121000418450200051332";
  private TaskId task;
  private UUID payment;

  @BeforeEach
  void somethingIsPaid() {
    aClientPaysByTransfer();
    task = task(10_000);
    payment = payers.opened(signed, task);
    read(from(total(payment), FROM));
  }

  @AfterEach
  void soundAfterAll() {
    theBooksAreSound();
  }

  private CamtFile from(Money amount, String account) {
    var words = reference(payment).grouped();
    return new CamtFile().credit("2026-05-04", amount(amount), "Lucia Ferrer", account, words);
  }

  private SendBack refund() {
    var refund = payers.refunded(signed, BOOK);
    receipts.refund(refund);
    return sendBacks.get(refund);
  }

  private CamtFile leaves(SendBack back, String day) {
    return new CamtFile().debit(day, amount(back.amount()), back.endToEnd(), "sale " + day);
  }

  private CamtFile comesBack(SendBack back, String day) {
    return new CamtFile()
        .entry(
            day,
            amount(back.amount()),
            "CRDT",
            "BOOK",
            "BACK" + back.endToEnd() + day,
            "<NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs><RtrInf/></TxDtls></NtryDtls>"
                .formatted(back.endToEnd()));
  }

  private static String why(Outcome<?> outcome) {
    return outcome.fold(done -> "", refused -> refused.key());
  }

  @Test
  void aCentFromElsewhereDecidesNothing() {
    tasks.cancel(signed, task);
    read(from(eur(1), ELSEWHERE));
    var back = refund();
    assertThat(back.amount()).isGreaterThanOrEqualTo(eur(10_001));
    assertThat(back.account()).isNotEqualTo(ELSEWHERE);
  }

  @Test
  void whatWentBackToAnAccountCountsForItNoMore() {
    tasks.cancel(signed, task);
    var first = refund();
    assertThat(first.account()).isEqualTo(FROM);
    read(leaves(first, "2026-05-06"));
    receipts.refund(first.refund());
    read(from(first.amount(), ELSEWHERE));
    read(from(eur(1), FROM));
    read(from(eur(100), ELSEWHERE));
    assertThat(refund().account()).isNotEqualTo(FROM);
  }

  @Test
  void anAccountOfAStatementIsReplacedByTwoOperators() {
    tasks.cancel(signed, task);
    var back = refund();
    assertThat(back.ready()).isTrue();
    sendBacks.tell(operator, back.refund(), "Lucia Ferrer", ELSEWHERE).orFail();
    assertThat(sendBacks.get(back.refund()).ready()).isFalse();
    var seen = sendBacks.get(back.refund()).seen();
    sendBacks.check(people.operator("Pablo Operates"), back.refund(), seen).orFail();
    assertThat(sendBacks.get(back.refund()).ready()).isTrue();
  }

  @Test
  void aSecondOneThatLeavesIsLookedAt() {
    tasks.cancel(signed, task);
    var back = refund();
    read(leaves(back, "2026-05-06"));
    receipts.refund(back.refund());
    read(leaves(back, "2026-05-07"));
    assertThat(only("sale 2026-05-06").state()).isEqualTo(State.MATCHED);
    assertThat(only("sale 2026-05-07").state()).isEqualTo(State.QUEUED);
  }

  @Test
  void whatLeavesAfterItWasCalledOffIsLookedAt() {
    tasks.cancel(signed, task);
    var back = refund();
    sendBacks.settle(operator, back.refund(), false, "cuenta cerrada").orFail();
    receipts.refund(back.refund());
    assertThat(credit()).isEqualTo(back.amount());
    read(leaves(back, "2026-05-06"));
    assertThat(only("sale").state()).isEqualTo(State.QUEUED);
  }

  @Test
  void aLineSettlesWhatWasSaidToBePaidOnce() {
    tasks.cancel(signed, task);
    var back = refund();
    sendBacks.settle(operator, back.refund(), true, "orden 7").orFail();
    receipts.refund(back.refund());
    read(leaves(back, "2026-05-06"));
    assertThat(only("sale").state()).isEqualTo(State.MATCHED);
    assertThat(named(back)).isEqualTo(new Named(sendBacks.get(back.refund()), true, false));
  }

  private Named named(SendBack back) {
    return house.call(() -> sendBackStore.named(java.util.List.of(back.endToEnd()))).getFirst();
  }

  @Test
  void onlyWhatHasLeftComesBackAndOnce() {
    tasks.cancel(signed, task);
    var back = refund();
    read(comesBack(back, "2026-05-05"));
    assertThat(credit()).isEqualTo(eur(0));
    read(leaves(back, "2026-05-06"));
    receipts.refund(back.refund());
    read(comesBack(back, "2026-05-07"));
    assertThat(credit()).isEqualTo(back.amount());
    read(comesBack(back, "2026-05-08"));
    assertThat(credit()).isEqualTo(back.amount());
    assertThat(refund().account()).isNull(); // that it went there and came back is no source
  }

  @Test
  void noAccountIsThereTwiceAndNoFileIsReadIntoTwo() {
    var again =
        new CollectingAccount(
            UUID.randomUUID(),
            account.currency(),
            "Casa",
            account.iban(),
            null,
            "",
            "",
            true,
            null,
            clock.instant());
    assertThat(why(collecting.open(operator, again))).isEqualTo("transfers.account.twice");
    var file = from(eur(100), FROM);
    read(file);
    var first = account;
    aClientPaysByTransfer();
    assertThat(account.id()).isNotEqualTo(first.id());
    var hash = Hash.of(file.bytes());
    assertThat(why(statements.take(operator, account.id(), "a.csv", hash, file.read())))
        .isEqualTo("transfers.file.again");
  }

  @Test
  void nobodyDecidesOnMoneyOfTheirOwnBusiness() {
    read(new CamtFile().credit("2026-05-04", "20000.00", "Alguien", FROM, "sin nada"));
    var line = only("sin nada").id();
    var own = signed.client();
    var business = People.organisation(own);
    assertThat(why(queue.credit(own, line, business))).isEqualTo("transfers.conflict.own-business");
    queue.credit(operator, line, business).orFail();
    assertThat(why(queue.undo(own, line))).isEqualTo("transfers.conflict.own-business");
    var back = refund();
    assertThat(why(sendBacks.tell(own, back.refund(), "Yo", ELSEWHERE)))
        .isEqualTo("transfers.conflict.own-business");
    assertThat(why(sendBacks.settle(own, back.refund(), false, "x")))
        .isEqualTo("transfers.conflict.own-business");
  }
}
