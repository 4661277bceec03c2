package org.diestra.money.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.money.ledger.Books.eur;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.money.invoices.Due.Lack;
import org.diestra.money.invoices.Invoice.Kind;
import org.diestra.money.invoices.Sold.Pair;
import org.diestra.money.ledger.AtOnce;
import org.diestra.money.taxes.Category;
import org.diestra.money.taxes.TaxedParties;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is sold is invoiced once, as soon as it can be, and numbers have no gaps. */
@HouseTest
class IssuingTests {
  @Autowired private Sold sold;
  @Autowired private Sales sales;
  @Autowired private Issuing issuing;
  @Autowired private Bills bills;
  @Autowired private FeeBills fees;
  @Autowired private Invoices invoices;
  @Autowired private Consents consents;
  @Autowired private InvoiceNotices notices;
  @Autowired private Invoiced invoiced;
  @Autowired private SeriesStore series;
  @Autowired private TaxedParties parties;
  @Autowired private People people;
  @Autowired private HouseRights house;
  @Autowired private JdbcClient jdbc;

  private List<Invoice> of(Pair pair) {
    return invoices.page(pair.seller(), null, Kind.WORK, null, 1_000);
  }

  @Test
  void aSaleIsInvoicedOnceHoweverOftenItIsTold() {
    var pair = sold.spanish();
    var sale = sold.task(pair, 10_000);
    sales.sold(List.of(sale));
    sales.sold(List.of(sale));
    issuing.all();
    sales.sold(List.of(sale));
    issuing.all();
    assertThat(of(pair))
        .singleElement()
        .satisfies(invoice -> {
          assertThat(invoice.number()).endsWith("-00001");
          assertThat(invoice.vat()).isEqualTo(eur(2_100));
          assertThat(invoice.withheld()).isEqualTo(eur(1_500));
          assertThat(invoice.paid()).isEqualTo(eur(10_000));
          assertThat(invoice.due()).isEqualTo(eur(600));
          assertThat(invoice.cause().entry()).isEqualTo(sale.entry());
        });
  }

  @Test
  void whatIsPaidDirectlyIsNotPaidYet() {
    var pair = sold.spanish();
    sales.sold(List.of(sold.direct(pair, 10_000)));
    issuing.all();
    var invoice = of(pair).getFirst();
    assertThat(invoice.paid()).isEqualTo(eur(0));
    assertThat(invoice.due()).isEqualTo(eur(10_600)); // with VAT, less what is withheld
    assertThat(bills.of(invoice).terms()).doesNotContain("Diestra");
  }

  @Test
  void aWeekOfHoursStandsWithItsDaysAndMinutes() {
    var pair = sold.ready();
    sales.sold(List.of(sold.week(pair, 450, eur(2_000), eur(15_000))));
    issuing.all();
    var invoice = of(pair).getFirst();
    assertThat(invoice.from()).isEqualTo(LocalDate.of(2026, 11, 9));
    assertThat(invoice.to()).isEqualTo(LocalDate.of(2026, 11, 15));
    assertThat(invoice.cause().minutes()).isEqualTo(450);
    assertThat(invoice.treatment().category()).isEqualTo(Category.O);
    assertThat(invoice.due()).isEqualTo(eur(0));
  }

  @Test
  void itWaitsForWhatIsMissingAndGoesOnOnceItIsThere() {
    var pair = sold.strangers();
    sold.sell(pair, 5_000);
    waits(pair, Lack.CONSENT);
    toldOnce(pair.assistant());
    consents.sign(pair.assistant(), "I agree");
    waits(pair, Lack.SELLER);
    parties.colombian(pair.assistant());
    waits(pair, Lack.BUYER);
    parties.spanishBusiness(pair.client(), pair.business());
    issuing.all();
    assertThat(invoices.waiting(pair.seller(), 10)).isEmpty();
    assertThat(of(pair)).hasSize(1);
  }

  /** However often a run is through. */
  private void toldOnce(Viewer assistant) {
    for (int run = 0; run < 2; run++) {
      invoiced.issue();
      notices.tellAll();
    }
    var waits = "select 1 from notifications.notice where recipient = ? and kind = ?";
    var who = List.of(assistant.id().value(), InvoiceNotices.WAITS);
    assertThat(jdbc.sql(waits).params(who).query(Integer.class).list()).hasSize(1);
  }

  private void waits(Pair pair, Lack lack) {
    issuing.all();
    assertThat(of(pair)).isEmpty();
    assertThat(invoices.waiting(pair.seller(), 10))
        .singleElement()
        .extracting(Due::waits)
        .isEqualTo(lack);
  }

  @Test
  void whoTookTheConsentBackIsInvoicedNoMore() {
    var pair = sold.ready();
    sold.sell(pair, 5_000);
    issuing.all();
    consents.revoke(pair.assistant());
    sold.sell(pair, 6_000);
    waitsBesideOne(pair);
    consents.sign(pair.assistant(), "I agree");
    issuing.all();
    assertThat(of(pair)).hasSize(2);
  }

  private void waitsBesideOne(Pair pair) {
    issuing.all();
    assertThat(of(pair)).hasSize(1);
    assertThat(invoices.waiting(pair.seller(), 10)).hasSize(1);
  }

  @Test
  void manyRunsAtOnceLeaveNoGapAndNoDouble() throws Exception {
    var pair = sold.ready();
    for (int i = 0; i < 1_200; i++) {
      sold.sell(pair, 100 + i);
    }
    AtOnce.of(8, issuing::all);
    issuing.all();
    assertThat(of(pair).stream().map(Invoice::number).distinct()).hasSize(1_000);
    assertThat(invoices.broken()).isZero();
    assertThat(last(pair)).isEqualTo(1_200);
  }

  private int last(Pair pair) {
    return house.call(() ->
        jdbc.sql("select last from invoices.series where issuer = :issuer")
            .param("issuer", pair.seller())
            .query(Integer.class)
            .single());
  }

  /** 32 at once, a third of whom fail after they have taken a number. */
  @Test
  void whoFailsGivesTheNumberBack() throws Exception {
    var pair = sold.ready();
    sold.sell(pair, 5_000);
    issuing.all();
    var first = of(pair).getFirst();
    var done =
        AtOnce.of(
            32,
            () -> {
              try {
                return house.call(() -> {
                  invoices
                      .correct(pair.assistant().id(), first.number(), eur(1), "One cent less")
                      .orFail();
                  if (ThreadLocalRandom.current().nextInt(3) == 0) {
                    throw new IllegalStateException("after the number was taken");
                  }
                  return 1;
                });
              } catch (IllegalStateException failed) {
                return 0;
              }
            });
    int held = done.stream().mapToInt(Integer::intValue).sum();
    assertThat(held).isBetween(1, 32);
    assertThat(invoices.corrections(first)).hasSize(held);
    assertThat(invoices.broken()).isZero();
  }

  /** What looks for gaps finds one that was made on purpose. */
  @Test
  void aGapIsFound() {
    var issuer = UUID.randomUUID();
    assertThatThrownBy(() ->
            house.call(() -> {
              int before = series.broken();
              series.take(Kind.WORK, Map.of(issuer, 1), LocalDate.of(2026, 11, 20));
              assertThat(series.broken()).isEqualTo(before + 1);
              throw new IllegalStateException("back again");
            }))
        .hasMessage("back again");
  }

  @Test
  void aDayNeverGoesBackInASeries() {
    var issuer = UUID.randomUUID();
    var later = LocalDate.of(2026, 11, 20);
    assertThatThrownBy(() ->
            house.call(() -> {
              series.take(Kind.WORK, Map.of(issuer, 1), later);
              var next = series.take(Kind.WORK, Map.of(issuer, 2), later.minusDays(3)).get(issuer);
              assertThat(next).isNotNull();
              assertThat(next.day()).isEqualTo(later);
              assertThat(next.first()).isEqualTo(2);
              throw new IllegalStateException("back again");
            }))
        .hasMessage("back again");
  }

  @Test
  void anInvoiceIsNeverChanged() {
    var pair = sold.ready();
    sold.sell(pair, 5_000);
    issuing.all();
    var id = of(pair).getFirst().id();
    for (var sql :
        List.of(
            "update invoices.invoice set net = 1 where id = :id",
            "delete from invoices.invoice where id = :id")) {
      assertThatThrownBy(() -> house.call(() -> jdbc.sql(sql).param("id", id).update()))
          .hasMessageContaining("never changed");
    }
  }

  @Test
  void aCorrectiveTakesBackWithTheTaxesOfTheFirst() {
    var pair = sold.spanish();
    sold.sell(pair, 10_000);
    issuing.all();
    var first = of(pair).getFirst();
    var by = pair.assistant().id();
    var part = invoices.correct(by, first.number(), eur(4_000), "Less was done").orFail();
    assertThat(part.number()).contains("-R2");
    assertThat(part.net()).isEqualTo(eur(-4_000));
    assertThat(part.vat()).isEqualTo(eur(-840));
    assertThat(part.withheld()).isEqualTo(eur(-600));
    assertThat(part.due()).isEqualTo(eur(-4_240));
    assertThat(invoices.correct(by, first.number(), eur(6_001), "Too much"))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(invoices.correct(by, part.number(), eur(1), "Of a corrective"))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(invoices.corrected(part)).contains(first);
  }

  @Test
  void feesAreInvoicedOnceAMonthAndParty() {
    parties.house(people.operator("Ana"));
    var pair = sold.ready();
    for (int i = 0; i < 3; i++) {
      var task = sold.task(pair, 10_000);
      sales.sold(
          List.of(
              Sold.sale(
                  pair,
                  task.price(),
                  task.work(),
                  java.time.Instant.parse("2026-10-0" + (1 + i) + "T08:00:00Z"))));
    }
    fees.all();
    fees.all();
    var ofClient = invoices.page(pair.business(), null, Kind.FEE, null, 10);
    assertThat(ofClient)
        .singleElement()
        .satisfies(invoice -> {
          assertThat(invoice.number()).startsWith("HOUSE-F");
          assertThat(invoice.net()).isEqualTo(eur(1_500));
          assertThat(invoice.vat()).isEqualTo(eur(315));
          assertThat(invoice.cause().pieces()).isEqualTo(3);
          assertThat(invoice.from()).isEqualTo(LocalDate.of(2026, 10, 1));
          assertThat(invoice.to()).isEqualTo(LocalDate.of(2026, 10, 31));
        });
    assertThat(invoices.page(pair.seller(), null, Kind.FEE, null, 10))
        .singleElement()
        .satisfies(invoice -> assertThat(invoice.treatment().category()).isEqualTo(Category.O));
    assertThat(invoices.broken()).isZero();
  }
}
