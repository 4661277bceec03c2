package org.diestra.money.retainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.diestra.HouseTest;
import org.diestra.money.retainers.Period.State;
import org.junit.jupiter.api.Test;

/** What becomes of months where a contract pauses, ends or is called off. */
@HouseTest
class RetainerEndsTests extends RetainerHouse {

  @Test
  void whatLinesInDisputeMayEarnIsKeptAtAnEndUntilSomebodyGivesWay() {
    hours.add(signed, week, 0, 600);
    var line = hours.add(signed, week, 1, 600);
    hours.submit(signed, week);
    hours.query(signed, line);
    leave();
    hours.close(week);
    settle();
    assertThat(bag(1).rolledOn()).isZero(); // there is no next
    assertThat(month(1).due()).isEqualTo(eur(11_000));
    assertThat(month(1).held()).isEqualTo(eur(11_000));
    assertThat(credit()).isEqualTo(eur(0));
    hours.count(signed, week).orFail();
    settle();
    assertThat(month(1).due()).isEqualTo(eur(22_000));
    assertThat(month(1).held()).isEqualTo(eur(0));
    assertThat(earned()).isEqualTo(eur(19_800));
  }

  @Test
  void aMonthThatWasGivenBackWholeRollsNothingOn() {
    var rosa = signed.assistant();
    as(rosa, () -> giving.give(rosa, signed.id(), month(1).id(), eur(22_000), month(1).steps()))
        .orFail();
    over(1);
    assertThat(bag(1).rolledOn()).isZero();
  }

  @Test
  void noMonthBeginsDuringAPauseAndOneThatWasPaidGoesBackAtTheEnd() {
    mover.skipTo(RetainerCourse.at(bag(1).ends()).minus(Duration.ofDays(5)));
    fund(2);
    var lucia = signed.client();
    as(
        lucia,
        () -> engagements.pause(lucia, signed.id(), contracts.version(signed), null).orFail());
    over(1);
    assertThat(bags.of(signed.id())).hasSize(1);
    assertThat(month(1).paid()).isEqualTo(eur(22_000));
    assertThat(month(2).state()).isEqualTo(State.PLANNED);
    as(lucia, () -> engagements.resume(lucia, signed.id(), contracts.version(signed)).orFail());
    settle();
    assertThat(bag(2).begins()).isEqualTo(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    assertThat(month(2).held()).isEqualTo(eur(22_000));
    mover.skipTo(RetainerCourse.at(bag(2).ends()).minus(Duration.ofDays(5)));
    fund(3);
    leave();
    assertThat(month(3).over()).isTrue();
    assertThat(month(3).held()).isEqualTo(eur(0));
    assertThat(credit()).isEqualTo(eur(23_100));
  }

  @Test
  void whatIsCalledOffBeforeItBeganGoesBackWhole() {
    var other = payers.unstarted(it -> payers.fund(it, subject(it, 1)));
    assertThat(destination.missing(other.id())).contains(eur(0));
    var lucia = other.client();
    var of = plans.of(other.id()).orElseThrow();
    as(lucia, () -> engagements.cancel(lucia, other.id(), contracts.version(other), null).orFail());
    settle();
    assertThat(ledger.balance(of.book(), of.credit())).isEqualTo(eur(23_100));
    checks.holdFor(other.id());
  }

  @Test
  void anEndWithinAMonthEarnsItsShareAndTheRestGoesBack() {
    hours.add(signed, week, 0, 600); // half of its hours
    leave();
    assertThat(month(1).held()).isEqualTo(eur(22_000));
    hours.close(week);
    settle();
    assertThat(month(1).due()).isEqualTo(eur(11_000));
    assertThat(earned()).isEqualTo(eur(9_900));
    assertThat(credit()).isEqualTo(eur(11_550));
  }
}
