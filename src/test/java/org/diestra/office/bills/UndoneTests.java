package org.diestra.office.bills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.bookkeeping.Line;
import org.diestra.office.bookkeeping.Proposals;
import org.diestra.office.bookkeeping.Written;
import org.diestra.office.dues.DueId;
import org.diestra.office.dues.Standing.Stage;
import org.diestra.office.dues.Treatment;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is left to pay once an entry is undone, taken back, or undone again. */
class UndoneTests extends BillsDesk {
  @Autowired private Proposals proposals;

  private <T> T once(Supplier<T> action) {
    return as(
        assistant,
        () ->
            Objects.requireNonNull(
                new TransactionTemplate(transactions).execute(tx -> action.get())));
  }

  /** The entry that pays a bill. */
  private String payment(DueId id) {
    return once(() ->
        Ids.text(
            jdbc.sql("select entry from dues.settlement where due = :id and entry is not null")
                .param("id", id.value())
                .query(UUID.class)
                .single()));
  }

  private Paper credit(String number, long cents) {
    var paper = paper(wholesaler, number, Treatment.CHARGED, 0, item("600", -cents, 210));
    return new Paper(
        paper.party(),
        number,
        true,
        DAY,
        DAY,
        paper.treatment(),
        0,
        paper.adjusted(),
        paper.items());
  }

  @Test
  void whatWasUndoneIsEnteredAnewUnderItsNumber() {
    var id = post(enter(assistant, paper(wholesaler, "10", 100)));
    undo(standing(id).due().entry().toString());
    assertThat(standing(id).stage()).isEqualTo(Stage.UNDONE);
    assertThat(standing(id).remaining()).isEqualTo(eur(0));
    var anew = enter(assistant, paper(wholesaler, "10", 120));
    assertThat(as(owner, () -> bills.get(desk(owner), id)).replacedBy()).isEqualTo(anew);
    as(assistant, () -> bills.remove(desk(assistant), anew, 1).orFail());
    assertThat(as(owner, () -> bills.get(desk(owner), id)).replacedBy()).isNull();
    var other = enter(assistant, paper(wholesaler, "12", 120));
    var mended = paper(wholesaler, "10", 120);
    as(
        assistant,
        () -> bills.change(desk(assistant), other, 1, mended, Bills.Papers.NONE).orFail());
    assertThat(as(owner, () -> bills.get(desk(owner), id)).replacedBy()).isEqualTo(other);
  }

  @Test
  void whatIsUndoneTwiceIsOwedAgain() {
    var id = post(enter(assistant, paper(wholesaler, "13", 100)));
    var opposite = undo(standing(id).due().entry().toString());
    undo(opposite);
    assertThat(standing(id).stage()).isEqualTo(Stage.OPEN);
    assertThat(standing(id).remaining()).isEqualTo(eur(121));
  }

  @Test
  void aBillWhosePaymentWasUndoneIsThrownAway() throws Exception {
    var id = enter(assistant, paper(wholesaler, "14", 100));
    var pay = "/w/" + room + "/books/dues/" + id;
    var key = Ids.fresh();
    send(
        assistant,
        pay,
        "key",
        Ids.text(key),
        "day",
        DAY.toString(),
        "amount",
        "1.21",
        "from",
        "572");
    assertThat(standing(id).settled()).isEqualTo(eur(121));
    var payment = payment(id);
    post(payment, 2);
    assertThat(why(as(assistant, () -> bills.remove(desk(assistant), id, 1))))
        .isEqualTo("bills.remove.paid");
    undo(payment);
    assertThat(standing(id).settled()).isEqualTo(eur(0));
    as(assistant, () -> bills.remove(desk(assistant), id, 1).orFail());
    assertThatThrownBy(() -> standing(id)).isInstanceOf(NotFound.class);
  }

  @Test
  void whatWasSetOffAgainstAnUndoneCorrectiveIsOwedAgain() throws Exception {
    var id = post(enter(assistant, paper(wholesaler, "20", 200)));
    var corrective = post(enter(assistant, credit("21", 100)));
    var path = "/w/" + room + "/books/dues/" + id + "/offset";
    send(assistant, path, "other", corrective.toString());
    assertThat(standing(id).remaining()).isEqualTo(eur(121));
    var opposite = undo(standing(corrective).due().entry().toString());
    assertThat(standing(corrective).stage()).isEqualTo(Stage.UNDONE);
    assertThat(standing(id).remaining()).isEqualTo(eur(242));
    undo(opposite);
    assertThat(standing(corrective).remaining()).isEqualTo(eur(-121));
    assertThat(standing(id).stage()).isEqualTo(Stage.OPEN);
  }

  private EntryId proposed(long cents) {
    var to = item("400", 1, 0).account();
    var from = item("572", 1, 0).account();
    var lines = List.of(new Line(to, eur(cents), ""), new Line(from, eur(-cents), ""));
    var written = new Written(DAY, "Paid", EUR, lines);
    return as(assistant, () -> proposals.propose(desk(assistant), Ids.fresh(), written).orFail());
  }

  @Test
  void whatIsPaidWhileAPaymentIsTakenBackStaysPaid() throws Exception {
    var id = post(enter(assistant, paper(wholesaler, "22", 100)));
    var first = proposed(50);
    var second = proposed(30);
    once(() -> {
      dues.settle(desk(assistant), first, Map.of(id, eur(50)), DAY);
      return first;
    });
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> takenBack =
          once(() -> {
            dues.hold(desk(assistant), List.of(id));
            dues.settle(desk(assistant), second, Map.of(id, eur(30)), DAY);
            var other =
                pool.submit(() -> as(assistant, () -> proposals.takeBack(desk(assistant), first)));
            untilSomebodyWaits();
            return other;
          });
      assertThat(takenBack.get()).isTrue();
    }
    assertThat(standing(id).settled()).isEqualTo(eur(30));
  }

  /** For what this transaction holds. */
  private void untilSomebodyWaits() {
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(10))
        .until(() ->
            jdbc.sql(
                    """
                    select exists (select from pg_stat_activity
                      where pg_backend_pid() = any(pg_blocking_pids(pid)))
                    """)
                .query(Boolean.class)
                .single());
  }
}
