package org.diestra.money.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.LocalDate;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.money.invoices.Invoiced;
import org.diestra.money.ledger.Event;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.work.contracts.SignedContracts;
import org.diestra.work.tasks.TaskId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is more or less than was promised, said or due. */
@HouseTest
class DirectRestTests extends DirectHouse {
  @Autowired private DirectPages pages;
  @Autowired private Rests rests;
  @Autowired private SignedContracts papers;
  @Autowired private Organisations organisations;
  @Autowired private Invoiced invoiced;

  @BeforeEach
  void aContractIsSigned() {
    signs(() -> contracts.mixed(client, rosa));
  }

  @AfterEach
  void nothingIsWrong() {
    theBooksAreSound();
  }

  private TaskId begun(long cents) {
    var task = tasks.agreed(signed, eur(cents));
    payers.opened(signed, task);
    tasks.start(signed, task).orFail();
    return task;
  }

  @Test
  void whatIsApprovedWithoutHavingBeenPromisedIsPromisedAndDueAsWell() {
    var task = begun(10_000);
    tasks.extra(signed, task, eur(5_000));
    tasks.deliver(signed, task);
    tasks.approvePart(signed, task, eur(4_000)); // of what was promised
    tasks.deliver(signed, task);
    tasks.approve(signed, task).orFail(); // six thousand of it were not
    assertThat(dues()).extracting(Due::amount).containsExactlyInAnyOrder(eur(4_000), eur(11_000));
    assertThat(owed()).isEqualTo(eur(15_000));
    arrives(said(15_000, "R 1"), 15_000).orFail();
    settled(task);
  }

  private Money over(UUID proof) {
    return as(client, () -> pages.one(client, signed.id(), proof)).over();
  }

  @Test
  void whatIsMoreThanWasDueIsReckonedFromWhatArrivedOnceItDid() {
    approved(10_000);
    var proof = said(12_000, "R 1");
    assertThat(over(proof)).isEqualTo(eur(2_000));
    denies(proof).orFail();
    assertThat(over(proof)).isEqualTo(eur(0));
    arrives(proof, 9_000).orFail();
    assertThat(over(proof)).isEqualTo(eur(0));
    var rest = said(1_000, "R 2");
    arrives(rest, 1_500).orFail();
    assertThat(over(rest)).isEqualTo(eur(500));
  }

  private Outcome<Proof> got(Viewer by, UUID id, long cents, String reference) {
    var entries = dues().stream().filter(d -> !d.settled()).map(Due::entry).toList();
    var saying = new Claims.Saying(id, entries, eur(cents), today(), reference);
    return as(by, () -> answers.got(by, signed.id(), saying));
  }

  @Test
  void whatArrivedThoughNobodySaidSoIsPaidByTheAssistantsWord() {
    var task = approved(10_000);
    var id = Ids.fresh();
    assertThatThrownBy(() -> got(client, id, 10_000, "R 1")).isInstanceOf(NotFound.class);
    got(rosa, id, 4_000, "R 1").orFail();
    got(rosa, id, 4_000, "R 1").orFail(); // twice is as once
    assertThat(owed()).isEqualTo(eur(6_000));
    assertThat(got(rosa, Ids.fresh(), 6_000, "R 1")).isInstanceOf(Outcome.Refused.class);
    var said = said(6_000, "R 2");
    assertThat(got(rosa, Ids.fresh(), 6_000, "R 3")) // what was said is answered first
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            r -> assertThat(r.why().key()).isEqualTo("direct.conflict.answer"));
    denies(said).orFail();
    got(rosa, Ids.fresh(), 6_000, "R 3").orFail();
    assertThat(got(rosa, Ids.fresh(), 1, "R 4")).isInstanceOf(Outcome.Refused.class);
    settled(task);
  }

  @Test
  void whatAnInvoiceAsksForIsWhatIsPaid() {
    invoiced.spanish(client, rosa);
    approved(10_000);
    assertThat(seen().taxed()).isFalse();
    invoiced.issue();
    assertThat(seen().taxed()).isTrue();
    assertThat(seen().sumOpen()).isEqualTo(eur(10_600)); // 21 % on top, 15 % withheld
    var half = said(5_300, "R 1");
    assertThat(seen().sumSaid()).isEqualTo(eur(5_300));
    assertThat(dues().getFirst().claimed()).isEqualTo(eur(5_000));
    arrives(half, 5_300).orFail();
    var rest = said(5_400, "R 2");
    assertThat(over(rest)).isEqualTo(eur(100));
    arrives(rest, 5_300).orFail();
    assertThat(over(rest)).isEqualTo(eur(0));
    assertThat(dues()).singleElement().matches(Due::settled);
  }

  private DirectPages.View seen() {
    return as(client, () -> pages.view(client, signed.id()));
  }

  private Outcome<Due> letsGo(Viewer viewer, long seen) {
    var entry = dues().getFirst().entry();
    return as(viewer, () -> rests.letGo(viewer, signed.id(), entry, seen));
  }

  @Test
  void whatWillNeverComeIsLetGoByTheAssistantAlone() {
    var task = approved(10_000);
    var proof = said(8_500, "R 1");
    assertThat(letsGo(rosa, 10_000)).isInstanceOf(Outcome.Refused.class); // is answered first
    arrives(proof, 8_500).orFail();
    assertThatThrownBy(() -> letsGo(client, 1_500)).isInstanceOf(NotFound.class);
    assertThat(letsGo(rosa, 10_000)).isInstanceOf(Outcome.Refused.class); // has moved since
    letsGo(rosa, 1_500).orFail(); // was given to a tax office
    assertThat(letsGo(rosa, 1_500)).isInstanceOf(Outcome.Refused.class);
    assertThat(owed()).isEqualTo(eur(0));
    assertThat(dues()).singleElement().matches(Due::settled);
    var line = ledger.statement(rosa.id().value(), null, 1).getFirst();
    assertThat(line.event()).isEqualTo(Event.LET_GO);
    assertThat(line.evidence()).isNotBlank();
    settled(task);
  }

  @Test
  void itIsInTimeUntilTheEndOfItsDayWhereTheClientIs() {
    approved(10_000);
    var zone = organisations.get(plan.client()).zone();
    var due = dues().getFirst();
    assertThat(due.dueOn()).isEqualTo(LocalDate.ofInstant(clock.instant(), zone).plusDays(TERM));
    var end = due.dueOn().plusDays(1).atStartOfDay(zone).toInstant();
    assertThat(due.late(end.minusSeconds(1))).isFalse();
    assertThat(due.late(end)).isTrue();
  }

  @Test
  void nobodyIsHeldToAWayOfPayingThatWasNotTold() {
    try {
      assertThat(papers.signedAfter(people.client("A"), assistants.published("B"), this::begins))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              r -> assertThat(r.why().key()).isEqualTo("contracts.offer.changed"));
      assertThat(papers.signedAfter(people.client("C"), assistants.published("D"), this::ends))
          .isInstanceOf(Outcome.Refused.class);
      begins();
    } finally {
      ends();
    }
  }
}
