package org.diestra.office.bookkeeping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.diestra.office.bookkeeping.Entry.State;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Amounts in other currencies: both are kept, with the rate and who said it. */
class ForeignTests extends BooksDesk {
  @Autowired private PlatformTransactionManager transactions;

  @BeforeEach
  void rates() {
    forget();
    jdbc.sql(
            """
            insert into exchange.daily (currency, day, per_euro, source)
            values ('BRL', '2026-03-09', 6.25, 'ECB')
            """)
        .update();
  }

  @AfterEach
  void forget() {
    jdbc.sql("delete from exchange.daily where currency = 'BRL' and day = '2026-03-09'").update();
  }

  private String path(String rest) {
    return "/w/" + room + "/books" + rest;
  }

  private String[] fields(String debit, String credit) {
    return new String[] {
      "key",
      Ids.text(Ids.fresh()),
      "day",
      "2026-03-10",
      "do",
      "propose",
      "seen",
      "0",
      "text",
      "Hosting",
      "account-0",
      "629",
      "debit-0",
      debit,
      "account-1",
      "572",
      "credit-1",
      credit
    };
  }

  private int write(String debit, String credit) throws Exception {
    var sent = send(assistant, path("/entries"), fields(debit, credit));
    return sent.getStatus();
  }

  private Entry only() {
    return as(
        owner,
        () -> {
          var wanted = new JournalStore.Wanted(room, "", null, null, null, null, null);
          return entries.get(desk(owner), journal.list(wanted).getFirst().id());
        });
  }

  @Test
  void theDaysRateMakesTheAmountAndBothAreKept() throws Exception {
    assertThat(write("100 brl", "16,00")).isEqualTo(302); // by the rate of the day before
    var line = only().facts().written().lines().getFirst();
    assertThat(line.amount()).isEqualTo(eur(1_600));
    var foreign = line.foreign();
    assertThat(foreign.amount()).isEqualTo(Money.of(10_000, "BRL"));
    assertThat(foreign.rate()).isEqualByComparingTo("0.16");
    assertThat(foreign.day()).isEqualTo(LocalDate.of(2026, 3, 9));
    assertThat(foreign.source()).isEqualTo(Foreign.Source.ECB);
    var page = text(owner, path("/entries/" + only().facts().id()));
    assertThat(page).contains("R$100.00", "1 BRL = 0.16 EUR", "European Central Bank");
  }

  @Test
  void onesOwnRateOrTotalIsTakenAsItIsSaid() throws Exception {
    assertThat(write("100 BRL @ 0,1555", "15.55")).isEqualTo(302);
    assertThat(only().facts().written().lines().getFirst().foreign().source())
        .isEqualTo(Foreign.Source.TYPED);
    assertThat(write("16.20", "100 BRL @@ 16,20")).isEqualTo(302);
    var credit = only().facts().written().lines().getLast();
    assertThat(credit.amount()).isEqualTo(eur(-1_620));
    assertThat(credit.foreign().amount()).isEqualTo(Money.of(-10_000, "BRL"));
    assertThat(credit.foreign().rate()).isEqualByComparingTo("0.162");
  }

  @Test
  void withoutARateOneHasToSayIt() throws Exception {
    var sent = send(assistant, path("/entries"), fields("100 KES", "10"));
    assertThat(sent.getStatus()).isEqualTo(422);
    assertThat(sent.getContentAsString(UTF_8)).contains("debit-0-why", "100 KES @ 0,86");
    assertThat(write("100 QQQ", "10")).isEqualTo(422);
    assertThat(write("100 BRL @ x", "10")).isEqualTo(422);
    assertThat(write("100 BRL @@ 0", "10")).isEqualTo(422);
    assertThat(write("100 EUR", "100")).isEqualTo(302);
    assertThat(only().facts().written().lines().getFirst().foreign()).isNull();
  }

  @Test
  void aTotalWhoseRateIsNoneIsRefused() throws Exception {
    assertThat(write("0.01 BRL @@ 10000000000", "10000000000")).isEqualTo(422);
    assertThat(write("999999999999 BRL @@ 0.01", "0.01")).isEqualTo(422);
  }

  @Test
  void aRateThatWasSaidStaysThatRate() throws Exception {
    write("3.33 BRL @ 0.8612", "2.87");
    var id = only().facts().id();
    send(owner, path("/entries/" + id + "/return"), "seen", "2", "reason", "Otra cuenta");
    assertThat(text(assistant, path("/entries/" + id + "/edit")))
        .contains("value=\"3.33 BRL @ 0.8612\"");
  }

  @Test
  void whatIsUndoneIsUndoneInBothCurrenciesAndOthersReadIt() throws Exception {
    write("100 BRL", "16");
    var id = post(owner, only().facts().id());
    var back =
        as(
            assistant,
            () ->
                entries
                    .reverse(desk(assistant), id, DAY.plusDays(9), "Undone", Ids.fresh())
                    .orFail());
    assertThat(read(back).facts().written().lines().getFirst().foreign().amount())
        .isEqualTo(Money.of(-10_000, "BRL"));
    assertThat(read(back).state()).isEqualTo(State.PROPOSED);
    post(owner, back);
    assertThat(text(owner, path("/reports/journal.journal"))).contains("; 100.00 BRL @ 0.16");
    assertThat(text(owner, path("/reports/journal.beancount"))).contains("foreign: 100.00 BRL");
    assertThat(text(owner, path("/reports/journal.csv")))
        .contains("100.00,BRL,0.16,2026-03-09,ECB");
    assertThatThrownBy(() ->
            Caller.house()
                .call(() ->
                    new TransactionTemplate(transactions)
                        .execute(
                            tx -> jdbc.sql("delete from bookkeeping.foreign_amount").update())))
        .rootCause()
        .hasMessageContaining("stay");
  }

  @Test
  void aReturnedEntryIsWrittenOnAsItWasTyped() throws Exception {
    write("100 BRL", "100 BRL @@ 16.00");
    var id = only().facts().id();
    send(owner, path("/entries/" + id + "/return"), "seen", "2", "reason", "Otra cuenta");
    assertThat(text(assistant, path("/entries/" + id + "/edit")))
        .contains("value=\"100.00 BRL\"", "value=\"100.00 BRL @@ 16.00\"");
  }
}
