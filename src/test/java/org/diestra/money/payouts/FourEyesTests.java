package org.diestra.money.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.io.ByteArrayOutputStream;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.HouseTest;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.AtOnce;
import org.diestra.money.payouts.Payout.State;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Hash;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** No two steps of a payout by one hand, and nothing but what was approved. */
@HouseTest
class FourEyesTests extends PayingTest {
  @Test
  void manyOperatorsAtOncePayItOnce() throws Exception {
    var asked = earners.asks(rosa, book, 9_000);
    assertThat(AtOnce.of(16, () -> approval(ada, asked)).stream().filter("done"::equals))
        .hasSize(1);
    assertThat(AtOnce.of(16, () -> release(bert)).stream().filter("done"::equals)).hasSize(1);
    var id = asked.facts().id();
    AtOnce.of(16, () -> why(as(ada, () -> settlements.paid(ada, id, "bank 7"))));
    assertThat(in(Account.clientMoney())).isEqualTo(eur(1_000));
  }

  @Test
  void whoApprovedDoesNotRelease() {
    var asked = earners.asks(rosa, book, 9_000);
    earners.approves(ada, asked);
    assertThat(release(ada)).isEqualTo("payouts.conflict.nothing");
    assertThat(state(asked)).isEqualTo(State.APPROVED);
    assertThat(release(bert)).isEqualTo("done");
  }

  @Test
  void onlyWhatWasTickedGoesAndAllOfIt() {
    var first = earners.asks(rosa, book, 2_000);
    var second = earners.asks(rosa, book, 3_000);
    earners.approves(ada, first);
    earners.approves(ada, second);
    assertThat(release(ada, first)).isEqualTo("payouts.conflict.moved");
    assertThat(release(bert, first)).isEqualTo("done");
    assertThat(state(first)).isEqualTo(State.SENT);
    assertThat(state(second)).isEqualTo(State.APPROVED);
    assertThat(release(bert, first, second)).isEqualTo("payouts.conflict.moved");
    assertThat(state(second)).isEqualTo(State.APPROVED);
  }

  @Test
  void anApprovalCanBeWithdrawnUntilItIsSent() {
    var asked = earners.asks(rosa, book, 2_000);
    assertThat(withdrawal(bert, asked)).isEqualTo("payouts.conflict.moved");
    earners.approves(ada, asked);
    assertThat(withdrawal(bert, asked)).isEqualTo("done");
    assertThat(state(asked)).isEqualTo(State.REQUESTED);
    assertThat(release(bert, asked)).isEqualTo("payouts.conflict.moved");
    earners.approves(bert, asked);
    assertThat(release(ada, asked)).isEqualTo("done");
    assertThat(withdrawal(bert, asked)).isEqualTo("payouts.conflict.moved");
  }

  private String release(Viewer operator, Payout... chosen) {
    var ids = Stream.of(chosen).map(p -> p.facts().id()).collect(Collectors.toSet());
    return why(as(operator, () -> batches.release(operator, book, true, ids)));
  }

  private String withdrawal(Viewer operator, Payout payout) {
    return why(as(operator, () -> approvals.withdraw(operator, payout.facts().id())));
  }

  /** Whatever a program forgot: the table itself knows that they are two. */
  @Test
  void theTableKnowsFourEyesToo() {
    var asked = earners.asks(rosa, book, 9_000);
    earners.approves(ada, asked);
    earners.releases(bert, book);
    for (var wrong : new UUID[] {ada.id().value(), rosa.id().value()}) {
      assertThatThrownBy(() ->
              house.call(() ->
                  jdbc.sql("update payouts.payout set released_by = :who where id = :id")
                      .param("who", wrong)
                      .param("id", asked.facts().id())
                      .update()))
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  @Test
  void anOperatorHasNoHandInTheirOwnPayout() {
    var own = people.operator("Olga Both");
    earners.knows(own);
    earners.earn(own, book, 5_000);
    var asked = earners.asks(own, book, 5_000);
    assertThat(approval(own, asked)).isEqualTo("payouts.conflict.own");
    assertThat(why(as(own, () -> approvals.decline(own, asked.facts().id()))))
        .isEqualTo("payouts.conflict.own");
    earners.approves(ada, asked);
    assertThat(withdrawal(own, asked)).isEqualTo("payouts.conflict.own");
    assertThat(release(own)).isEqualTo("payouts.conflict.nothing");
    earners.releases(bert, book);
    assertThat(why(as(own, () -> settlements.paid(own, asked.facts().id(), "x"))))
        .isEqualTo("payouts.conflict.own");
  }

  /** As if something had written past the door. */
  @Test
  void anApprovalThatIsNotOfThisAmountAndAccountIsVoid() {
    var asked = earners.asks(rosa, book, 9_000);
    earners.approves(ada, asked);
    house.call(() ->
        jdbc.sql("update payouts.payout set amount = 9001 where id = :id")
            .param("id", asked.facts().id())
            .update());
    assertThat(release(bert)).isEqualTo("payouts.conflict.nothing");
    house.call(() ->
        jdbc.sql("update payouts.payout set amount = 9000 where id = :id")
            .param("id", asked.facts().id())
            .update());
    assertThat(state(asked)).isEqualTo(State.REQUESTED);
    earners.approves(ada, asked);
    assertThat(release(bert)).isEqualTo("done");
  }

  @Test
  void theFileIsTheSameWheneverItIsMade() {
    earners.approves(ada, earners.asks(rosa, book, 2_000));
    earners.approves(ada, earners.asks(rosa, book, 3_000));
    var batch = earners.releases(bert, book);
    earners.tells(rosa, "DE89370400440532013000");
    for (int i = 0; i < 2; i++) {
      var out = new ByteArrayOutputStream();
      as(
          ada,
          () -> {
            batches.download(ada, batches.get(batch.id()), out);
            return batch;
          });
      assertThat(Hash.of(out.toByteArray())).isEqualTo(batch.hash());
      assertThat(out.toString()).contains("<CtrlSum>50.00</CtrlSum>", "ES9121000418450200051332");
    }
  }
}
