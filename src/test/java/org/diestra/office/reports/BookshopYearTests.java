package org.diestra.office.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.diestra.HouseTest;
import org.diestra.OfficeDesk;
import org.diestra.money.treasury.Accountants;
import org.diestra.office.bookkeeping.PostedBooks;
import org.diestra.office.bookkeeping.ShopBooks;
import org.diestra.office.books.AccountKind;
import org.diestra.office.books.Books;
import org.diestra.office.reports.Bookshop.Bank;
import org.diestra.office.statements.ShopBanks;
import org.diestra.office.statements.ShopBanks.Dealt;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A year of a small bookshop: written by one person and posted by another, held against what four
 * banks say, closed month by month, and added up by two other programs.
 */
@HouseTest
class BookshopYearTests extends OfficeDesk {
  private static final LocalDate END = LocalDate.of(Bookshop.YEAR, 12, 31);
  @Autowired private PostedBooks posted;
  @Autowired private ShopBooks hand;
  @Autowired private ShopBanks banks;
  @Autowired private Books books;
  @Autowired private Reports reports;
  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;
  @TempDir private Path folder;
  private final Bookshop shop = new Bookshop(7);
  private final Map<Bank, String> at = new EnumMap<>(Bank.class);

  private String path(String rest) {
    return "/w/" + room + "/books" + rest;
  }

  @Test
  void aYearOfABookshopComesToTheSameHereAtItsBanksAndInOtherPrograms() throws Exception {
    assertThat(shop.entries()).isEqualTo(Bookshop.ENTRIES);
    assertThat(shop.papers()).isEqualTo(Bookshop.RECEIPTS);
    posted.open(owner, assistant, room);
    openAtBanks();
    var dealt = new Dealt(0, 0, 0, 0);
    int entries = 0;
    for (int month = 1; month <= 12; month++) {
      var of = YearMonth.of(Bookshop.YEAR, month);
      hand.propose(assistant, room, shop.notes(of));
      bring(of);
      for (var bank : Bank.values()) {
        dealt = dealt.plus(banks.deal(assistant, room, at.get(bank), Bookshop.KNOWN::get));
      }
      entries += hand.postAll(owner, room);
      for (var bank : Bank.values()) {
        banks.reconcile(owner, room, at.get(bank), until(bank, of));
      }
      close(of.atEndOfMonth());
    }
    assertThat(entries).isEqualTo(Bookshop.ENTRIES);
    assertThat(dealt.entries()).isEqualTo(Bookshop.RECEIPTS + 48);
    assertThat(dealt.transfers()).isEqualTo(10 * 12);
    assertThat(dealt.written()).isEqualTo(Bookshop.KNOWN.size());
    nothingComesTwice();
    bankAndBooksAreTheSame();
    otherProgramsComeToTheSame();
  }

  /** Up to when its statement of that month speaks: a CSV says no more than its lines. */
  private LocalDate until(Bank bank, YearMonth month) {
    return bank.paper == BankPaper.CSV
        ? shop.moves(bank, month).getLast().day()
        : month.atEndOfMonth();
  }

  private void openAtBanks() throws Exception {
    for (var bank : Bank.values()) {
      if (bank != Bank.CURRENT) {
        var fields =
            new String[] {
              "code",
              bank.code,
              "parent",
              "572",
              "kind",
              "asset",
              "nameEs",
              "Banco " + bank,
              "use",
              "bank"
            };
        assertThat(send(assistant, path("/accounts"), fields).getStatus()).isEqualTo(302);
      }
      boolean says = bank.paper == BankPaper.MT940 || bank.paper == BankPaper.CAMT;
      var begins = says ? null : LocalDate.of(Bookshop.YEAR, 1, 2);
      at.put(
          bank,
          banks.add(assistant, room, bank.name(), bank.number, bank.code, begins, bank.opening));
    }
  }

  private void bring(YearMonth month) {
    for (var bank : Bank.values()) {
      var moves = shop.moves(bank, month);
      var file = bank.paper.of(bank.number, shop.before(bank, month), moves, month.atEndOfMonth());
      var name = bank.paper.file(month);
      assertThat(banks.take(assistant, room, at.get(bank), name, file)).isEqualTo(moves.size());
      assertThat(banks.take(assistant, room, at.get(bank), name, file)).isEqualTo(-1);
    }
  }

  private void close(LocalDate day) throws Exception {
    var seen = text(owner, path("/periods")).split("name=\"seen\" value=\"", 2)[1].split("\"")[0];
    var sent = send(owner, path("/periods"), "until", day.toString(), "reason", "", "seen", seen);
    assertThat(sent.getStatus()).isEqualTo(302);
  }

  /** The whole year again, in one file of each bank: every line is there, each twin once. */
  private void nothingComesTwice() throws Exception {
    for (var bank : Bank.values()) {
      var year = bank.paper.of(bank.number, bank.opening, shop.moves(bank), END);
      var name = bank.paper.file("year");
      assertThat(banks.take(assistant, room, at.get(bank), name, year)).as(name).isZero();
    }
    int lines = count("select count(*) from statements.line");
    assertThat(lines)
        .isEqualTo(
            java.util.Arrays.stream(Bank.values()).mapToInt(b -> shop.moves(b).size()).sum());
    assertThat(
            count(
                "select count(*) from bookkeeping.line where amount = -180 and day = '2026-03-02'"))
        .isEqualTo(2);
  }

  private int count(String sql) {
    return Caller.person(owner.id().value())
        .call(() ->
            new TransactionTemplate(transactions)
                .execute(tx -> jdbc.sql(sql).query(Integer.class).single()));
  }

  private void bankAndBooksAreTheSame() throws Exception {
    for (var bank : Bank.values()) {
      assertThat(banks.difference(owner, room, at.get(bank), END)).isZero();
      var there = BankPaper.sum(bank.opening, shop.moves(bank));
      assertThat(ours().get(bank.code)).isEqualTo(Money.of(there, "EUR"));
    }
    assertThat(text(owner, path("/banks"))).doesNotContain("Posted since");
    assertThat(count("select count(*) from bookkeeping.entry where state = 'POSTED'"))
        .isEqualTo(Bookshop.ENTRIES);
    assertThat(count("select count(*) from bookkeeping.receipt where entry is not null"))
        .isEqualTo(Bookshop.RECEIPTS);
    assertThat(count("select count(*) from bookkeeping.entry where posted_by = written_by"))
        .isZero();
  }

  private Statement year() {
    return Caller.person(owner.id().value())
        .call(() -> {
          var desk = books.enter(owner, room);
          return reports.of(desk, Period.of(desk.book(), Bookshop.YEAR, ""));
        });
  }

  /** By code, debits above zero. */
  private Map<String, Money> ours() {
    var ours = new TreeMap<String, Money>();
    year().trial().forEach(line -> ours.put(line.account().code(), line.closing()));
    ours.values().removeIf(Money::isZero);
    return ours;
  }

  private void otherProgramsComeToTheSame() throws Exception {
    var hledger = text(owner, path("/reports/journal.journal"));
    Accountants.ask(folder, "a.journal", hledger, "hledger", "check", "--strict", "-f");
    var flat =
        Accountants.ask(
            folder, "a.journal", hledger, "hledger", "bal", "-N", "--flat", "-O", "csv", "-f");
    assertThat(sums(flat, name -> name.split(":")[1].split(" ")[0])).isEqualTo(ours());
    var year = year();
    for (var kind : AccountKind.values()) {
      if (!kind.ofResult()) {
        var root = JournalWriter.root(kind);
        var total =
            Accountants.ask(
                folder,
                "a.journal",
                hledger,
                "hledger",
                "bal",
                "^" + root,
                "--depth",
                "1",
                "-N",
                "-O",
                "csv",
                "-f");
        var standing = year.standing(kind).total();
        assertThat(sums(total, UnaryOperator.identity()))
            .containsEntry(root, kind.debits() ? standing : standing.negated());
      }
    }
    assertThat(year.standing(AccountKind.ASSET).total()).isEqualTo(year.liabilitiesAndEquity());
    var beancount = text(owner, path("/reports/journal.beancount"));
    assertThat(Accountants.ask(folder, "a.beancount", beancount, "bean-check", "-C")).isEmpty();
    var queried =
        Accountants.query(
            folder,
            "b.beancount",
            beancount,
            "select account, sum(number) as total group by account");
    assertThat(sums(queried, name -> name.split(":")[1].split("-")[0])).isEqualTo(ours());
  }

  /** The first cell of each row names an account, the second says what it comes to. */
  private static Map<String, Money> sums(String csv, UnaryOperator<String> code) {
    var sums = new TreeMap<String, Money>();
    for (var row : csv.lines().skip(1).filter(l -> !l.isBlank()).toList()) {
      int cut = row.lastIndexOf(','); // names have commas too
      var amount = row.substring(cut + 1).replaceAll("[^-0-9.]", "");
      var minor = new java.math.BigDecimal(amount).movePointRight(2).longValueExact();
      if (minor != 0) {
        sums.put(
            code.apply(row.substring(0, cut).replace("\"", "").strip()), Money.of(minor, "EUR"));
      }
    }
    return sums;
  }
}
