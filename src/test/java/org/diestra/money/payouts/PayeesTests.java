package org.diestra.money.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Duration;
import org.diestra.HouseTest;
import org.diestra.money.payouts.Payout.State;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Token;
import org.diestra.platform.mail.LastMail;
import org.junit.jupiter.api.Test;

/** Bank details: when they count, who is told, and how they are stopped. */
@HouseTest
class PayeesTests extends PayingTest {
  @Test
  void newDetailsWaitThreeDaysAndVoidWhatWasApproved() {
    var asked = earners.asks(rosa, book, 9_000);
    var old = payees.of(rosa.id()).orElseThrow();
    earners.approves(ada, asked);
    earners.tells(rosa, "DE89370400440532013000");
    assertThat(state(asked)).isEqualTo(State.REQUESTED);
    assertThat(release(bert)).isEqualTo("payouts.conflict.nothing");
    assertThat(why(as(ada, () -> approvals.approve(ada, asked.facts().id(), old.id()))))
        .as("what the operator looked at is not what counts now")
        .isEqualTo("payouts.conflict.moved");
    mover.skipTo(clock.instant().plus(Duration.ofDays(3)).minusSeconds(60));
    assertThat(approval(ada, asked)).isEqualTo("payouts.conflict.too-early");
    mover.skipTo(clock.instant().plusSeconds(60));
    assertThat(approval(ada, asked)).isEqualTo("done");
    assertThat(release(bert)).isEqualTo("done");
  }

  @Test
  void theSameDetailsAgainChangeNothing() {
    var before = payees.of(rosa.id()).orElseThrow();
    assertThat(earners.tells(rosa, "ES91 2100 0418 4502 0005 1332".replace(" ", "")))
        .isEqualTo(before);
  }

  @Test
  void aLetterTellsOfNewDetailsAndItsLinkStopsThem() {
    var asked = earners.asks(rosa, book, 9_000);
    earners.approves(ada, asked);
    int letters = LastMail.count(jdbc, rosa.email());
    earners.tells(rosa, "DE89370400440532013000");
    assertThat(LastMail.count(jdbc, rosa.email())).isEqualTo(letters + 1);
    var link = LastMail.to(jdbc, rosa.email()).orElseThrow().link("/money/payouts/stop/");
    var token = Token.of(link.substring(link.lastIndexOf('/') + 1));
    assertThat(freezes.of(token)).isEqualTo(rosa.id());
    freezes.freeze(rosa.id());
    freezes.freeze(rosa.id());
    earners.coolsOff();
    assertThat(approval(ada, asked)).isEqualTo("payouts.conflict.stands-still");
    assertThat(why(as(rosa, () -> payouts.request(rosa, Ids.fresh(), book, eur(1_000)))))
        .isEqualTo("payouts.conflict.frozen");
    assertThat(why(as(ada, () -> freezes.end(ada, rosa.id())))).isEqualTo("done");
    assertThat(approval(ada, asked)).isEqualTo("payouts.conflict.voided"); // a thief's, for ever
    assertThatThrownBy(() -> freezes.of(token)).isInstanceOf(NotFound.class);
    mover.skipTo(clock.instant().plusSeconds(60));
    earners.tells(rosa, "DE89370400440532013000");
    earners.coolsOff();
    assertThat(approval(ada, asked)).isEqualTo("done");
    freezes.freeze(rosa.id());
    assertThat(release(bert)).isEqualTo("payouts.conflict.nothing");
  }

  @Test
  void theAddressOfBeforeIsToldToo() {
    var before = rosa.email();
    var moved =
        new Viewer(
            rosa.id(),
            rosa.name(),
            "new-" + before,
            rosa.locale(),
            rosa.zone(),
            rosa.currency(),
            null,
            true,
            false,
            rosa.memberships(),
            null);
    int letters = LastMail.count(jdbc, before);
    earners.tells(moved, "DE89370400440532013000");
    assertThat(LastMail.count(jdbc, before)).isEqualTo(letters + 1);
    assertThat(LastMail.count(jdbc, moved.email())).isEqualTo(1);
  }

  @Test
  void detailsAreSealedAndNotInTheTable() {
    var row =
        house.call(() ->
            jdbc.sql("select y::text from payouts.payee y where person = :person")
                .param("person", rosa.id().value())
                .query(String.class)
                .single());
    assertThat(row).doesNotContain("21000418450200051332").doesNotContain("Rosa");
  }
}
