package org.diestra.money.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.diestra.Browsing;
import org.diestra.HouseTest;
import org.diestra.money.invoices.Invoice;
import org.diestra.money.invoices.Invoiced;
import org.diestra.money.invoices.Invoices;
import org.diestra.money.invoices.Sold;
import org.diestra.money.invoices.Sold.Pair;
import org.diestra.office.books.Book;
import org.diestra.office.books.Books;
import org.diestra.office.books.Chart;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the house invoiced a client, among the bills of its own books. */
@HouseTest
class PurchasesTests extends Browsing {
  private static final Pattern BILL = Pattern.compile("/books/bills/([0-9A-Za-z]{22})");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");
  @Autowired Sold sold;
  @Autowired Invoiced invoiced;
  @Autowired Invoices invoices;
  @Autowired Workspaces workspaces;
  @Autowired Books books;
  @Autowired ChartOfAccounts chart;
  @Autowired Bringing bringing;
  @Autowired PurchaseStore store;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;
  @Autowired Clock clock;
  private Pair pair;
  private WorkspaceId room;
  private LocalDate today;

  @BeforeEach
  void aClientWithBooks() {
    open("EUR");
  }

  /** Rounds of later tests have nothing to do here. */
  @AfterEach
  void takeNoMoreIn() {
    asHouse(() ->
        jdbc.sql("update purchases.standing set live = false where workspace = :room")
            .param("room", room.value())
            .update());
  }

  private void open(String currency) {
    pair = sold.spanish();
    room = workspaces.open(new OrganisationId(pair.business()));
    today = LocalDate.ofInstant(clock.instant(), workspaces.get(room).zone());
    var book =
        new Book(
            room,
            Chart.SPAIN,
            Currency.getInstance(currency),
            1,
            today.minusMonths(2),
            null,
            false,
            1);
    as(owner(), () -> books.open(books.pass(owner(), room), book).orFail());
  }

  private Viewer owner() {
    return pair.client();
  }

  private static <T> T as(Viewer viewer, Supplier<T> action) {
    return Caller.person(viewer.id().value()).call(action::get);
  }

  private String page() {
    return "/w/" + room + "/books/purchases";
  }

  private Invoice sell(long cents) {
    sold.sell(pair, cents);
    invoiced.issue();
    return invoices.bought(pair.business(), null, 1).getFirst();
  }

  private int start(String account, LocalDate since) throws Exception {
    var seen = SEEN.matcher(text(owner(), page()));
    assertThat(seen.find()).isTrue();
    return send(
            owner(),
            page() + "/start",
            "account",
            account,
            "since",
            since.toString(),
            "seen",
            seen.group(1))
        .getStatus();
  }

  private Standing standing() {
    return asHouse(() -> store.find(room).orElseThrow());
  }

  private <T> T asHouse(Supplier<T> action) {
    return Caller.house()
        .call(() -> new TransactionTemplate(transactions).execute(tx -> action.get()));
  }

  private void bring() {
    Caller.house().run(() -> bringing.bring(standing()));
  }

  private List<Brought> brought() {
    return asHouse(() -> store.all(room, 10));
  }

  private String bill() throws Exception {
    var found = BILL.matcher(text(owner(), page()));
    assertThat(found.find()).isTrue();
    return "/w/" + room + "/books/bills/" + found.group(1);
  }

  @Test
  void anInvoiceIsABillOnceWithItsTaxesAndItsPaper() throws Exception {
    var invoice = sell(10_000); // 21 % on top, 15 % kept back
    assertThat(start("623", today.minusDays(3))).isEqualTo(302);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var both = List.of(pool.submit(this::bring), pool.submit(this::bring));
      for (var one : both) {
        one.get();
      }
    }
    bring();
    assertThat(brought())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.number()).isEqualTo(invoice.number());
          assertThat(one.payable()).isEqualTo(new Money(10_600, invoice.net().currency()));
          assertThat(one.papered()).isTrue();
        });
    assertThat(text(owner(), page())).contains(invoice.number(), "Rosa Peña", "€106.00");
    assertThat(text(owner(), bill()))
        .contains(invoice.number(), "Rosa Peña", "€21.00", "€15.00", "€106.00", "623", ".pdf");
    assertThat(text(owner(), "/w/" + room + "/books?state=PROPOSED")).contains(invoice.number());
  }

  @Test
  void whatCorrectsAnInvoiceIsABillBelowZero() throws Exception {
    var invoice = sell(10_000);
    start("623", today.minusDays(3));
    bring();
    invoices.correct(owner().id(), invoice.number(), eur(4_000), "Half of it").orFail();
    bring();
    assertThat(brought())
        .extracting(Brought::payable)
        .containsExactlyInAnyOrder(eur(10_600), eur(-4_240));
    assertThat(brought()).extracting(Brought::why).containsOnlyNulls();
  }

  private static Money eur(long cents) {
    return new Money(cents, Currency.getInstance("EUR"));
  }

  @Test
  void whatIsThrownAwayDoesNotComeBack() throws Exception {
    sell(10_000);
    start("623", today.minusDays(3));
    bring();
    assertThat(send(owner(), bill() + "/removal", "seen", "1").getStatus()).isEqualTo(302);
    bring();
    assertThat(brought()).singleElement().satisfies(one -> assertThat(one.bill()).isNull());
    assertThat(text(owner(), page())).contains("thrown away");
  }

  @Test
  void whatTheBooksCantShowWaitsWithItsReasonAndIsTriedAgain() throws Exception {
    sell(10_000);
    start("623", today.minusDays(3));
    close("623", true);
    bring();
    assertThat(brought()).extracting(Brought::why).containsExactly(Why.ACCOUNT);
    assertThat(text(owner(), page())).contains("account it needs");
    close("623", false);
    bring();
    assertThat(brought()).extracting(Brought::why).containsOnlyNulls();
  }

  private void close(String code, boolean closed) throws Exception {
    var account =
        as(owner(), () -> chart.of(room)).all().stream()
            .filter(a -> a.code().equals(code))
            .findFirst()
            .orElseThrow();
    var answer =
        send(
            owner(),
            "/w/" + room + "/books/accounts/" + account.id() + "/closing",
            "seen",
            String.valueOf(account.version()),
            "closed",
            String.valueOf(closed));
    assertThat(answer.getStatus()).isEqualTo(302);
  }

  @Test
  void anotherCurrencyThanThatOfTheBooksIsForAPerson() throws Exception {
    open("USD");
    sell(10_000);
    start("623", today.minusDays(3));
    bring();
    assertThat(brought()).extracting(Brought::why).containsExactly(Why.CURRENCY);
    assertThat(text(owner(), page())).contains("another currency");
  }

  @Test
  void whatIsBeforeTheDayIsLeft() throws Exception {
    sell(10_000);
    start("623", today);
    Caller.house()
        .run(() -> {
          var later = standing();
          var tomorrow =
              new Standing(
                  room, later.by(), later.account(), today.plusDays(2), true, null, false, 1);
          bringing.bring(tomorrow);
        });
    assertThat(brought()).isEmpty();
    assertThat(start("623", today.minusYears(1))).isEqualTo(422);
    assertThat(start("nowhere", today)).isEqualTo(422);
  }

  @Test
  void onlyWhoPostsMaySayIt() throws Exception {
    var rosa = pair.assistant();
    workspaces.admit(Ids.fresh(), room, rosa.id(), Set.of(Area.BOOKKEEPING), Level.WORKING);
    assertThat(text(rosa, page())).doesNotContain("purchases/start");
    var form = new String[] {"account", "623", "since", today.toString(), "seen", "0"};
    assertThat(send(rosa, page() + "/start", form).getStatus()).isEqualTo(404);
    assertThat(send(owner(), page() + "/start", form).getStatus()).isEqualTo(302);
    assertThat(send(owner(), page() + "/start", form).getStatus()).isEqualTo(409);
    assertThat(send(rosa, page() + "/stop", "seen", "1").getStatus()).isEqualTo(404);
    assertThat(send(owner(), page() + "/stop", "seen", "1").getStatus()).isEqualTo(302);
    sell(10_000);
    bring();
    assertThat(brought()).isEmpty();
  }

  /** Whoever set it up posts there no more: the client's people are told, and nothing comes. */
  @Test
  void itStopsWithWhoeverSetItUp() throws Exception {
    sell(10_000);
    start("623", today.minusDays(3));
    asHouse(() ->
        jdbc.sql(
                """
                update purchases.standing set made_by = :other where workspace = :room
                """)
            .param("other", pair.assistant().id().value())
            .param("room", room.value())
            .update());
    bring();
    assertThat(brought()).isEmpty();
    assertThat(standing()).satisfies(one -> assertThat(one.live()).isFalse());
    assertThat(text(owner(), page())).contains("no longer posts");
  }
}
