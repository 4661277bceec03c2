package org.diestra.money.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.money.ledger.AtOnce;
import org.diestra.money.payments.Receipts.Stage;
import org.diestra.money.transfers.Line.State;
import org.diestra.platform.banking.BankStatement;
import org.diestra.platform.banking.CamtFile;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.work.tasks.TaskId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that comes in by transfer, from the bank's statement to the work it is for. */
@HouseTest
class TransfersTests extends TransferHouse {
  private TaskId task;
  private UUID payment;
  private Money before;

  @BeforeEach
  void somethingIsToBePaid() {
    aClientPaysByTransfer();
    task = task(10_000);
    payment = payers.opened(signed, task);
    before = suspense();
  }

  @AfterEach
  void soundAfterAll() {
    theBooksAreSound();
  }

  private CamtFile paid(CamtFile file, Money amount, String words) {
    return file.credit("2026-05-04", amount(amount), "Lucia Ferrer", FROM, words);
  }

  private String quoted() {
    return "pago " + reference(payment).grouped().toLowerCase(java.util.Locale.ROOT) + " gracias";
  }

  @Test
  void whatIsJustRightFundsTheTask() {
    as(signed.client(), () -> receipts.send(signed.client(), payment).orFail());
    read(paid(new CamtFile(), total(payment), quoted()));
    assertThat(stage(payment)).isEqualTo(Stage.PAID);
    assertThat(tasks.stage(task)).isEqualTo("FUNDED");
    assertThat(credit()).isEqualTo(eur(0));
    assertThat(suspense()).isEqualTo(before);
  }

  @Test
  void aPaymentNobodySaidWasSentIsPaidAllTheSame() {
    read(paid(new CamtFile(), total(payment), quoted()));
    assertThat(stage(payment)).isEqualTo(Stage.PAID);
  }

  @Test
  void whatIsShortWaitsForTheRestAndWhatIsMoreStaysTheClients() {
    var rest = eur(2_500);
    read(paid(new CamtFile(), total(payment).minus(rest), quoted()));
    assertThat(stage(payment)).isEqualTo(Stage.OPEN);
    assertThat(credit()).isEqualTo(total(payment).minus(rest));
    read(paid(new CamtFile(), rest.plus(eur(700)), quoted()));
    assertThat(stage(payment)).isEqualTo(Stage.PAID);
    assertThat(tasks.stage(task)).isEqualTo("FUNDED");
    assertThat(credit()).isEqualTo(eur(700));
  }

  @Test
  void theSameFileAndOverlappingOnesBookNothingTwice() {
    var file = new CamtFile();
    paid(file, eur(1_000), quoted());
    paid(file, eur(1_000), quoted()); // two lines of the bank that look alike
    read(file);
    assertThat(credit()).isEqualTo(eur(2_000));
    assertThat(brought(file)).isInstanceOf(Outcome.Refused.class);
    var longer = file.credit("2026-05-05", "5.00", "Lucia Ferrer", FROM, quoted());
    var taken = read(longer);
    assertThat(taken.lines()).isEqualTo(3);
    assertThat(taken.fresh()).isEqualTo(1);
    assertThat(credit()).isEqualTo(eur(2_500));
  }

  @Test
  void realTwinsOfADayStayTwo() {
    var file = new CamtFile();
    for (int i = 0; i < 2; i++) {
      file.entry("2026-05-04", "3.00", "CRDT", "BOOK", "", file.details("A", FROM, quoted(), ""));
    }
    read(file);
    assertThat(credit()).isEqualTo(eur(600));
    file.entry("2026-05-04", "3.00", "CRDT", "BOOK", "", file.details("A", FROM, quoted(), ""));
    assertThat(read(file).fresh()).isEqualTo(1);
    assertThat(credit()).isEqualTo(eur(900));
  }

  @Test
  void sixteenWhoBringTheSameFileAtOnceBookItOnce() throws Exception {
    var file = paid(new CamtFile(), total(payment), quoted());
    var read = AtOnce.of(16, () -> brought(file) instanceof Outcome.Done);
    assertThat(read.stream().filter(yes -> yes)).hasSize(1);
    assertThat(all()).hasSize(1);
    AtOnce.of(
        16,
        () -> {
          arrivals.settle(all().getFirst().id());
          return true;
        });
    assertThat(stage(payment)).isEqualTo(Stage.PAID);
    assertThat(credit()).isEqualTo(eur(0));
  }

  @Test
  void whatNobodyKnowsWaitsAndIsAssignedOrTakenBack() {
    read(paid(new CamtFile(), total(payment), "sin referencia"));
    var line = only("sin referencia");
    assertThat(line.state()).isEqualTo(State.QUEUED);
    assertThat(suspense().minus(before)).isEqualTo(total(payment));
    assertThat(credit()).isEqualTo(eur(0));
    queue.credit(operator, line.id(), People.organisation(signed.client())).orFail();
    assertThat(credit()).isEqualTo(total(payment));
    queue.undo(operator, line.id()).orFail();
    assertThat(credit()).isEqualTo(eur(0));
    assertThat(suspense().minus(before)).isEqualTo(total(payment));
    queue.assign(operator, line.id(), payment).orFail();
    assertThat(queue.assign(operator, line.id(), payment)).isInstanceOf(Outcome.Refused.class);
    arrivals.settle(line.id());
    assertThat(stage(payment)).isEqualTo(Stage.PAID);
    assertThat(queue.undo(operator, line.id())).isInstanceOf(Outcome.Refused.class);
    assertThat(suspense()).isEqualTo(before);
  }

  @Test
  void whatIsNobodysGoesBackAndTheNextStatementShowsIt() {
    read(paid(new CamtFile(), eur(4_321), "error de cuenta"));
    var line = only("error de cuenta");
    queue.aside(operator, line.id()).orFail();
    assertThat(suspense().minus(before)).isEqualTo(eur(4_321));
    var reference = org.diestra.platform.base.Ids.text(line.id());
    read(new CamtFile().debit("2026-05-06", "43.21", reference, "devuelto"));
    assertThat(suspense()).isEqualTo(before);
    assertThat(only("error de cuenta").state()).isEqualTo(State.NOTED);
    assertThat(only("devuelto").state()).isEqualTo(State.MATCHED);
  }

  @Test
  void aRefundGoesToWhereTheMoneyCameFromAndTheStatementSettlesIt() {
    read(paid(new CamtFile(), total(payment), quoted()));
    tasks.cancel(signed, task);
    var refund = payers.refunded(signed, BOOK);
    receipts.refund(refund);
    var back = sendBacks.get(refund);
    assertThat(back.account()).isEqualTo(FROM);
    assertThat(back.party()).isEqualTo("Lucia Ferrer");
    assertThat(back.ready()).isTrue();
    var wrong = new CamtFile().debit("2026-05-06", "1.00", back.endToEnd(), "otro importe");
    read(wrong);
    assertThat(sendBacks.get(refund).waits()).isTrue();
    read(new CamtFile().debit("2026-05-07", amount(back.amount()), back.endToEnd(), "fuera"));
    receipts.refund(refund);
    receipts.refund(refund);
    assertThat(sendBacks.get(refund).state()).isEqualTo(SendBack.State.PAID);
    assertThat(credit()).isEqualTo(eur(0));
    read(
        new CamtFile()
            .entry(
                "2026-05-08",
                amount(back.amount()),
                "CRDT",
                "BOOK",
                "RETURN",
                "<NtryDtls><TxDtls><Refs><EndToEndId>"
                    + back.endToEnd()
                    + "</EndToEndId></Refs><RtrInf/></TxDtls></NtryDtls>"));
    assertThat(credit()).isEqualTo(back.amount());
  }

  @Test
  void anAccountThatWasTypedInWantsTwoOperators() {
    read(new CamtFile().credit("2026-05-04", amount(total(payment)), "Lucia", null, quoted()));
    tasks.cancel(signed, task);
    var refund = payers.refunded(signed, BOOK);
    receipts.refund(refund);
    assertThat(sendBacks.get(refund).account()).isNull();
    sendBacks.tell(operator, refund, "Lucia Ferrer", FROM).orFail();
    var first = sendBacks.get(refund).seen();
    assertThat(sendBacks.check(operator, refund, first)).isInstanceOf(Outcome.Refused.class);
    assertThat(sendBacks.settle(operator, refund, true, "x")).isInstanceOf(Outcome.Refused.class);
    var other = people.operator("Pablo Operates");
    sendBacks.tell(operator, refund, "Lucia Ferrer", "ES9121000418450200051332").orFail();
    assertThat(sendBacks.check(other, refund, first)).isInstanceOf(Outcome.Refused.class);
    sendBacks.check(other, refund, sendBacks.get(refund).seen()).orFail();
    sendBacks.settle(operator, refund, true, "extracto 12").orFail();
    receipts.refund(refund);
    assertThat(credit()).isEqualTo(eur(0));
  }

  @Test
  void twoKindsOfFilesOfTheSameDaysAreRefused() {
    read(paid(new CamtFile(), eur(100), quoted()));
    var csv =
        new BankStatement(
            BankStatement.Format.CSV,
            null,
            null,
            null,
            new CamtFile().credit("2026-05-04", "1.00", "A", FROM, "x").read().lines());
    var outcome = statements.take(operator, account.id(), "a.csv", "0".repeat(64), csv);
    String why = outcome.fold(done -> "", refused -> refused.key());
    assertThat(why).isEqualTo("transfers.file.otherwise");
  }

  @Test
  void whatComesForWorkThatIsCalledOffIsTheClientsCredit() {
    tasks.cancel(signed, task);
    read(paid(new CamtFile(), total(payment), quoted()));
    assertThat(stage(payment)).isEqualTo(Stage.FAILED);
    assertThat(credit()).isEqualTo(total(payment));
  }

  @Test
  void whatTheClientHasPaysAtOnceWhereItIsEnough() {
    read(paid(new CamtFile(), total(payment), "sin referencia"));
    var client = People.organisation(signed.client());
    queue.credit(operator, only("sin referencia").id(), client).orFail();
    arrivals.settle(only("sin referencia").id());
    assertThat(stage(payment)).isEqualTo(Stage.OPEN);
    as(signed.client(), () -> receipts.send(signed.client(), payment).orFail());
    assertThat(stage(payment)).isEqualTo(Stage.PAID);
    assertThat(credit()).isEqualTo(eur(0));
  }

  @Test
  void otherColumnsOrTextsOfTheSameDaysAreRefused() {
    var words = quoted();
    var file = new CamtFile();
    for (int day = 4; day < 8; day++) {
      paid(file, eur(day), words + day).credit("2026-05-0" + day, "1.00", "A", FROM, words + day);
    }
    read(file);
    var had = credit();
    var other = new CamtFile();
    for (int day = 4; day < 9; day++) {
      other.credit("2026-05-0" + day, "1.00", "A", FROM, words + " REF " + day);
    }
    String why = brought(other).fold(done -> "", refused -> refused.key());
    assertThat(why).isEqualTo("transfers.file.otherwise");
    assertThat(credit()).isEqualTo(had);
  }

  @Test
  void aBatchThatCannotBeTakenApartIsNobodys() {
    var file = new CamtFile();
    var parts = file.details("A", FROM, quoted(), "") + file.details("B", FROM, "otro pago", "");
    read(file.entry("2026-05-04", "300.00", "CRDT", "BOOK", file.bank(), parts));
    assertThat(only("otro pago").state()).isEqualTo(State.QUEUED);
    assertThat(only("otro pago").words()).contains("gracias");
    assertThat(credit()).isEqualTo(eur(0));
  }
}
