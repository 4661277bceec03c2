package org.diestra.money.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.diestra.People;
import org.diestra.hiring.talent.Assistants;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Examination;
import org.diestra.money.ledger.Kind;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Payers;
import org.diestra.money.payments.Receipts;
import org.diestra.money.payments.Receipts.Stage;
import org.diestra.money.transfers.StatementStore.Taken;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.banking.CamtFile;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.RunningContracts;
import org.diestra.work.tasks.PricedTasks;
import org.diestra.work.tasks.TaskId;
import org.springframework.beans.factory.annotation.Autowired;

/** A client who pays by transfer, and an operator who reads the bank's statements. */
abstract class TransferHouse {
  static final Book BOOK = new Book(TransferRail.ID, eur(0).currency());
  static final String FROM = "DE89370400440532013000";
  @Autowired People people;
  @Autowired Assistants assistants;
  @Autowired RunningContracts contracts;
  @Autowired PricedTasks tasks;
  @Autowired Payers payers;
  @Autowired Collecting collecting;
  @Autowired Statements statements;
  @Autowired Arrivals arrivals;
  @Autowired Queue queue;
  @Autowired SendBacks sendBacks;
  @Autowired SendBackStore sendBackStore;
  @Autowired LineStore lines;
  @Autowired ReferenceStore references;
  @Autowired Receipts receipts;
  @Autowired Ledger ledger;
  @Autowired Examination examination;
  @Autowired HouseRights house;
  @Autowired Clock clock;
  Viewer operator;
  CollectingAccount account;
  Signed signed;

  /** Offers an account for as long as one contract is signed: other tests have no such rail. */
  void aClientPaysByTransfer() {
    operator = people.operator("Olga Operates");
    account =
        new CollectingAccount(
            Ids.fresh(),
            Currency.getInstance("EUR"),
            "Casa de Prueba",
            CamtFile.IBAN,
            null,
            "",
            "",
            true,
            null,
            Instant.EPOCH);
    account =
        new CollectingAccount(
            account.id(),
            account.currency(),
            "Casa de Prueba",
            iban(),
            null,
            "",
            "",
            true,
            null,
            clock.instant());
    collecting.open(operator, account).orFail();
    try {
      signed = contracts.mixed(people.client("Lucía Ferrer"), assistants.published("Rosa Peña"));
    } finally {
      collecting.close(operator, account.id()).orFail();
    }
  }

  /** Another one each time: an account is there once. */
  private static String iban() {
    var digits = new StringBuilder();
    new Random().ints(20, 0, 10).forEach(digits::append);
    var rest = new BigInteger(digits + "142800").mod(BigInteger.valueOf(97)).intValue(); // ES00
    return "ES%02d%s".formatted(98 - rest, digits);
  }

  TaskId task(long cents) {
    return tasks.agreed(signed, eur(cents));
  }

  CreditorReference reference(UUID payment) {
    return house.call(() -> references.of(payment)).orElseThrow();
  }

  Money total(UUID payment) {
    return receipts.find(payment).orElseThrow().total();
  }

  Stage stage(UUID payment) {
    return receipts.find(payment).orElseThrow().stage();
  }

  Money credit() {
    return ledger.balance(BOOK, Account.refundable(People.organisation(signed.client()).value()));
  }

  Money suspense() {
    return ledger.balance(BOOK, Account.of(Kind.UNMATCHED));
  }

  Outcome<Taken> brought(CamtFile file) {
    return statements.take(operator, account.id(), "may.xml", Hash.of(file.bytes()), file.read());
  }

  /** Reads it, and does what then follows by itself. */
  Taken read(CamtFile file) {
    var taken = brought(file).orFail();
    all().stream().filter(Line::in).forEach(line -> arrivals.settle(line.id()));
    return taken;
  }

  List<Line> all() {
    return house.call(() -> lines.list(account.id()));
  }

  Line only(String words) {
    return all().stream().filter(l -> l.words().contains(words)).findFirst().orElseThrow();
  }

  static String amount(Money money) {
    return money.amount().toPlainString();
  }

  void theBooksAreSound() {
    ledger.chain();
    assertThat(examination.examine()).noneMatch(f -> f.book().startsWith(TransferRail.ID));
  }
}
