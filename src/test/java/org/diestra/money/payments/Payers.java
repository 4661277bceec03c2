package org.diestra.money.payments;

import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.diestra.People;
import org.diestra.hiring.talent.Assistants;
import org.diestra.money.ledger.Book;
import org.diestra.money.payments.PretendBank.Guests;
import org.diestra.money.payments.PretendBank.Wish;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.RunningContracts;
import org.diestra.work.tasks.TaskId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Clients whose money runs over the pretend bank; those of other tests have no rail at all. */
@Component
public class Payers implements Guests {
  private final Set<OrganisationId> admitted = ConcurrentHashMap.newKeySet();
  private final People people;
  private final Assistants assistants;
  private final ObjectProvider<RunningContracts> contracts;
  private final ObjectProvider<PayIns> payIns;
  private final ObjectProvider<Refunds> refunds;
  private final ObjectProvider<PretendBank> bank;
  private final ClockMover mover;
  private final HouseRights house;
  private final JdbcClient jdbc;
  private final Clock clock;

  Payers(
      People people,
      Assistants assistants,
      ObjectProvider<RunningContracts> contracts,
      ObjectProvider<PayIns> payIns,
      ObjectProvider<Refunds> refunds,
      ObjectProvider<PretendBank> bank,
      ClockMover mover,
      HouseRights house,
      JdbcClient jdbc,
      Clock clock) {
    this.people = people;
    this.assistants = assistants;
    this.contracts = contracts;
    this.payIns = payIns;
    this.refunds = refunds;
    this.bank = bank;
    this.mover = mover;
    this.house = house;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public boolean admits(OrganisationId client) {
    return admitted.contains(client);
  }

  /** From now on that client has no rail. */
  public void dismiss(Viewer client) {
    admitted.remove(People.organisation(client));
  }

  /** From now on that client's contracts run over the pretend bank. */
  public void admit(Viewer client) {
    admitted.add(People.organisation(client));
  }

  /** A running contract that pays by the task, and whose money is held. */
  public Signed signed() {
    return signed(people.client("Lucía Ferrer"), assistants.published("Rosa Peña"));
  }

  /** The same, with whatever fees the house takes at present. */
  Signed asTheHouseTakes() {
    var client = people.client("Lucía Ferrer");
    admitted.add(People.organisation(client));
    return contracts.getObject().mixed(client, assistants.published("Rosa Peña"));
  }

  /** The same between these two. */
  public Signed signed(Viewer client, Viewer assistant) {
    admitted.add(People.organisation(client));
    return dearer(contracts.getObject().mixed(client, assistant));
  }

  /** A running contract that pays by the hour, and whose deposit for a week is held. */
  public Signed hourly() {
    return hourly(people.client("Lucía Ferrer"), assistants.published("Rosa Peña"));
  }

  /** The same between these two. */
  public Signed hourly(Viewer client, Viewer assistant) {
    admitted.add(People.organisation(client));
    return contracts.getObject().hourly(client, assistant, signed -> fundHours(dearer(signed)));
  }

  /** Pays what is missing in the deposit for hours, and waits until the bank has said so. */
  public void fundHours(Signed signed) {
    sent(signed, Subject.hours(signed.id()), Wish.PAY);
    mover.moveTo(clock.instant().plus(PretendBank.SLOW));
  }

  /** The same at a bank that never calls; meanwhile something happens. */
  public void fundHoursLate(Signed signed, Runnable meanwhile) {
    var id = sent(signed, Subject.hours(signed.id()), Wish.PAY_SILENTLY);
    meanwhile.run();
    payIns.getObject().look(id);
  }

  /**
   * A running contract that pays by the month, and by the hour beyond it or not.
   *
   * @param before what has to be paid before it may start
   */
  public Signed retained(boolean hourly, Consumer<Signed> before) {
    var client = people.client("Lucía Ferrer");
    admitted.add(People.organisation(client));
    return contracts
        .getObject()
        .retained(
            client,
            assistants.published("Rosa Peña"),
            hourly,
            signed -> before.accept(dearer(signed)));
  }

  /** The same, and not begun. */
  public Signed unstarted(Consumer<Signed> then) {
    var client = people.client("Lucía Ferrer");
    admitted.add(People.organisation(client));
    var signed = contracts.getObject().retainedUnstarted(client, assistants.published("Rosa Peña"));
    then.accept(dearer(signed));
    return signed;
  }

  /** Pays what is missing for it, and waits until the bank has said so. */
  public UUID fund(Signed signed, Subject subject) {
    var payment = sent(signed, subject, Wish.PAY);
    mover.moveTo(clock.instant().plus(PretendBank.SLOW));
    return payment;
  }

  /** A running contract whose client has no rail. */
  Signed withoutRail() {
    return contracts.getObject().mixed();
  }

  /** As if the house had taken five per cent of the client and ten of the assistant. */
  private Signed dearer(Signed signed) {
    house.call(() ->
        jdbc.sql(
                """
                update payments.plan set client_bp = 500, assistant_bp = 1000
                where contract = :contract
                """)
            .param("contract", signed.id().value())
            .update());
    return signed;
  }

  /** Begins a payment and tells the bank what to do with it. */
  UUID sent(Signed signed, TaskId task, Wish wish) {
    return sent(signed, Subject.task(signed.id(), task), wish);
  }

  private UUID sent(Signed signed, Subject subject, Wish wish) {
    var lucia = signed.client();
    var payIn = as(lucia, () -> payIns.getObject().open(lucia, subject).orFail());
    var id = payIn.facts().id();
    as(lucia, () -> payIns.getObject().send(lucia, id).orFail());
    bank.getObject().tell(id, wish);
    return id;
  }

  /** Begins a payment, on whichever rail the contract has. */
  public UUID opened(Signed signed, TaskId task) {
    var client = signed.client();
    var subject = Subject.task(signed.id(), task);
    return as(client, () -> payIns.getObject().open(client, subject).orFail()).facts().id();
  }

  /** Has all of a client's credit sent back. */
  public UUID refunded(Signed signed, Book book) {
    var client = signed.client();
    var whose = People.organisation(client);
    return as(client, () -> refunds.getObject().send(client, whose, book).orFail()).id();
  }

  /** Pays for it, and waits until the bank has said so. */
  public void fund(Signed signed, TaskId task) {
    sent(signed, task, Wish.PAY);
    mover.moveTo(clock.instant().plus(PretendBank.SLOW));
  }

  static UUID organisation(Viewer viewer) {
    return People.organisation(viewer).value();
  }
}
