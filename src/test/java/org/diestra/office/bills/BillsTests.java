package org.diestra.office.bills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.diestra.office.bookkeeping.Line;
import org.diestra.office.bookkeeping.Proposals;
import org.diestra.office.bookkeeping.Written;
import org.diestra.office.dues.Standing.Stage;
import org.diestra.office.dues.Treatment;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a bill does in the books, and what it may never do. */
class BillsTests extends BillsDesk {
  @Autowired private Proposals proposals;

  @Test
  void aBillProposesItsEntryAndIsOpenOnceThatIsPosted() {
    var id = enter(assistant, paper(wholesaler, "2026/113", 100_000));
    assertThat(standing(id).stage()).isEqualTo(Stage.PROPOSED);
    assertThat(on(id, "600")).isEqualTo(100_000);
    assertThat(on(id, "472")).isEqualTo(21_000);
    assertThat(on(id, "400")).isEqualTo(-121_000);
    post(id);
    assertThat(standing(id).stage()).isEqualTo(Stage.OPEN);
    assertThat(standing(id).remaining()).isEqualTo(eur(121_000));
    assertThat(standing(id).due().dueOn()).isEqualTo(DAY.plusDays(30));
  }

  @Test
  void taxKeptBackIsOwedToTheTaxOfficeAndNotToTheLandlord() {
    var rent = paper(wholesaler, "1", Treatment.CHARGED, 190, item("621", 95_000, 210));
    var id = enter(assistant, rent);
    assertThat(on(id, "4751")).isEqualTo(-18_050);
    assertThat(on(id, "400")).isEqualTo(-96_900);
  }

  @Test
  void whatBecomesOfVatIsTheBillsToSay() {
    var cost =
        paper(wholesaler, "1", Treatment.COST, 0, item("600", 999, 210), item("628", 1, 210));
    var one = enter(assistant, cost);
    assertThat(on(one, "600") + on(one, "628")).isEqualTo(1_210);
    assertThat(on(one, "472")).isZero();
    var reverse = paper(wholesaler, "2", Treatment.REVERSE, 0, item("600", 10_000, 210));
    var two = enter(assistant, reverse);
    assertThat(on(two, "472")).isEqualTo(2_100);
    assertThat(on(two, "477")).isEqualTo(-2_100);
    assertThat(on(two, "400")).isEqualTo(-10_000);
    var none = paper(wholesaler, "3", Treatment.NONE, 0, item("600", 10_000, 210));
    assertThat(on(enter(assistant, none), "400")).isEqualTo(-10_000);
  }

  @Test
  void vatIsComputedForAllLinesOfARateTogether() {
    var paper =
        paper(
            wholesaler,
            "1",
            Treatment.CHARGED,
            0,
            item("600", 102, 210),
            item("600", 102, 210),
            item("628", 250, 40));
    // 21 % of 2.04 is 0.4284, while each line alone would round to 0.21
    assertThat(on(enter(assistant, paper), "472")).isEqualTo(43 + 10);
  }

  @Test
  void theSameNumberOfTheSameSupplierComesOnce() {
    enter(assistant, paper(wholesaler, "2026-113", 100));
    var again = paper(wholesaler, "2026/113 ", 200);
    assertThat(
            why(as(owner, () -> bills.enter(desk(owner), Ids.fresh(), again, Bills.Papers.NONE))))
        .isEqualTo("bills.number.twice");
    enter(assistant, paper(supplier("Azeta", "", 30), "2026/113", 200));
  }

  @Test
  void ofTwoWhoEnterItAtOnceOneDoes() throws Exception {
    var paper = paper(wholesaler, "77", 100);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var both =
          Stream.of(owner, assistant)
              .map(who ->
                  pool.submit(() ->
                      as(
                          who,
                          () ->
                              why(bills.enter(desk(who), Ids.fresh(), paper, Bills.Papers.NONE)))))
              .toList();
      var said = List.of(both.get(0).get(), both.get(1).get());
      assertThat(said).containsExactlyInAnyOrder("", "bills.number.twice");
    }
  }

  @Test
  void theSameFormSentTwiceMakesOneBill() {
    var key = Ids.fresh();
    var paper = paper(wholesaler, "5", 100);
    var first =
        as(assistant, () -> bills.enter(desk(assistant), key, paper, Bills.Papers.NONE).orFail());
    var again =
        as(assistant, () -> bills.enter(desk(assistant), key, paper, Bills.Papers.NONE).orFail());
    assertThat(again).isEqualTo(first);
  }

  @Test
  void aBillIsMendedUntilItsEntryIsPosted() {
    var id = enter(assistant, paper(wholesaler, "8", 100_000));
    var other = paper(wholesaler, "8", 110_000);
    as(assistant, () -> bills.change(desk(assistant), id, 1, other, Bills.Papers.NONE).orFail());
    assertThat(on(id, "600")).isEqualTo(110_000);
    assertThat(
            why(
                as(
                    assistant,
                    () -> bills.change(desk(assistant), id, 1, other, Bills.Papers.NONE))))
        .isEqualTo("bills.moved");
    post(id);
    assertThat(
            why(
                as(
                    assistant,
                    () -> bills.change(desk(assistant), id, 2, other, Bills.Papers.NONE))))
        .isEqualTo("bills.moved");
    assertThat(why(as(assistant, () -> bills.remove(desk(assistant), id, 2))))
        .isEqualTo("bills.moved");
  }

  @Test
  void aBillThatWasThrownAwayLeavesItsNumber() {
    var id = enter(assistant, paper(wholesaler, "9", 100));
    as(assistant, () -> bills.remove(desk(assistant), id, 1).orFail());
    assertThatThrownBy(() -> standing(id)).isInstanceOf(NotFound.class);
    enter(assistant, paper(wholesaler, "9", 200));
  }

  @Test
  void whatIsRefusedStaysAsItWasProposed() {
    var id = enter(assistant, paper(wholesaler, "15", 100));
    var paper = paper(wholesaler, "15", 100);
    var early =
        new Paper(
            paper.party(),
            paper.number(),
            false,
            LocalDate.of(2025, 12, 31), // before the books begin
            DAY,
            paper.treatment(),
            0,
            paper.adjusted(),
            paper.items());
    assertThat(
            why(
                as(
                    assistant,
                    () -> bills.change(desk(assistant), id, 1, early, Bills.Papers.NONE))))
        .isEqualTo("bookkeeping.day.before");
    assertThat(standing(id).stage()).isEqualTo(Stage.PROPOSED);
  }

  @Test
  void anEntryThatWasThereBeforeIsNeverABills() {
    var key = Ids.fresh();
    var small =
        new Written(
            DAY,
            "Pens",
            EUR,
            List.of(
                new Line(item("629", 1, 0).account(), eur(100), ""),
                new Line(item("572", 1, 0).account(), eur(-100), "")));
    var entry = as(assistant, () -> proposals.propose(desk(assistant), key, small).orFail());
    post(entry.toString(), 2);
    var paper = paper(wholesaler, "16", 1_000_000);
    var id =
        as(assistant, () -> bills.enter(desk(assistant), key, paper, Bills.Papers.NONE).orFail());
    assertThat(standing(id).due().entry()).isNotEqualTo(entry);
    assertThat(standing(id).stage()).isEqualTo(Stage.PROPOSED);
  }

  @Test
  void aNumberOfLettersThatComeApartIsANumber() {
    var number = "\ufdfa".repeat(60);
    var id = enter(assistant, paper(wholesaler, number, 100));
    assertThat(standing(id).due().number()).isEqualTo(number);
  }

  @Test
  void nobodyElseSeesItAndAnEndedContractClosesIt() {
    var id = enter(assistant, paper(wholesaler, "11", 100));
    var eve = people.client("Eve");
    assertThatThrownBy(() -> as(eve, () -> desk(eve))).isInstanceOf(NotFound.class);
    var elsewhere = workspaces.open(org.diestra.People.organisation(eve));
    assertThat(elsewhere).isNotEqualTo(room);
    assertThat(standing(id).party()).isEqualTo("Les Punxes");
  }
}
