package org.diestra.money.direct;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Supplier;
import org.diestra.money.direct.Proof.Denied;
import org.diestra.money.direct.Proof.Facts;
import org.diestra.money.direct.Proof.Said;
import org.diestra.money.payments.MoneyLock;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what clients say to have paid and assistants say to have got. Only the assistant's
 * word moves the books. Of two at once the first counts.
 */
@Service
class Proofs {
  private static final Refusal MOVED = Refusal.conflict("direct.conflict.moved");
  private static final Refusal AGAIN = Refusal.conflict("direct.conflict.again");
  private final ProofStore store;
  private final DueStore dues;
  private final Contracts contracts;
  private final Plans plans;
  private final MoneyLock lock;
  private final Booking booking;
  private final DirectNotices notices;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Proofs(
      ProofStore store,
      DueStore dues,
      Contracts contracts,
      Plans plans,
      MoneyLock lock,
      Booking booking,
      DirectNotices notices,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.dues = dues;
    this.contracts = contracts;
    this.plans = plans;
    this.lock = lock;
    this.booking = booking;
    this.notices = notices;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What a client says.
   *
   * @param id of the proof to be, given with the form: saying it twice is as once
   * @param entries of what it is for
   */
  record Saying(
      UUID id, Collection<UUID> entries, Money amount, LocalDate paidOn, String reference) {}

  /**
   * The client has paid. What it is for is covered from the oldest on; what is more than that is
   * kept with what was said, and stands for nothing in the books.
   *
   * @throws NotFound if this person does not pay for that contract
   */
  @Transactional
  public Outcome<Proof> say(Viewer viewer, ContractId contract, Saying saying) {
    var plan = paying(viewer, contract);
    return locked(
        plan,
        () -> {
          var known = store.find(saying.id()).orElse(null);
          if (known != null) {
            return own(contract, known) instanceof Said it ? done(it) : refused(MOVED);
          }
          if (store.knows(contract, saying.paidOn(), saying.reference())) {
            return refused(Refusal.invalid("reference", "direct.say.reference.twice"));
          }
          var chosen = dues.among(contract, saying.entries());
          var parts = Shares.of(saying.amount(), chosen, Due::open);
          if (parts.isEmpty()) {
            return refused(Refusal.invalid("due", "direct.say.due.none"));
          }
          var now = clock.instant();
          var said =
              new Said(
                  new Facts(
                      saying.id(),
                      contract,
                      viewer.id(),
                      saying.amount(),
                      saying.paidOn(),
                      saying.reference(),
                      1,
                      now,
                      now));
          store.add(said, parts);
          audit.record(deed("say", plan, said).by(viewer.id().value()));
          notices.said(plan, said);
          return done(said);
        });
  }

  /**
   * The assistant has it on the account. What was less than was said leaves the rest due.
   *
   * @param seen the version that was looked at
   * @param amount what arrived, above zero
   * @throws NotFound if it is not this person's to say
   */
  @Transactional
  public Outcome<Proof> arrive(Viewer viewer, UUID id, int seen, Money amount) {
    var plan = earning(viewer, id);
    return locked(
        plan,
        () -> {
          if (!(current(id, seen) instanceof Proof.Open open)) {
            return refused(MOVED);
          }
          if (open instanceof Denied denied && saidAgain(denied)) {
            return refused(AGAIN);
          }
          var now = clock.instant();
          var arrived = open.arrive(amount, now);
          store.move(arrived, viewer.id());
          booking.arrived(plan, arrived, now);
          audit.record(
              deed("arrive", plan, arrived)
                  .by(viewer.id().value())
                  .moved(open.state().name(), arrived.state().name()));
          notices.answered(plan, arrived);
          return done(arrived);
        });
  }

  /** The client has said the same transfer once more since, and that is what is answered. */
  private boolean saidAgain(Denied denied) {
    var facts = denied.facts();
    return store.knows(facts.contract(), facts.paidOn(), facts.reference());
  }

  /**
   * The assistant does not find it. What it was for is open again.
   *
   * @param words why, 1–1000 characters
   */
  @Transactional
  public Outcome<Proof> deny(Viewer viewer, UUID id, int seen, String words) {
    var plan = earning(viewer, id);
    return locked(
        plan,
        () -> {
          if (!(current(id, seen) instanceof Said said)) {
            return refused(MOVED);
          }
          var denied = said.deny(words, clock.instant());
          store.move(denied, viewer.id());
          audit.record(
              deed("deny", plan, denied)
                  .by(viewer.id().value())
                  .moved(said.state().name(), denied.state().name()));
          notices.answered(plan, denied);
          return done(denied);
        });
  }

  /** The client takes it back. */
  @Transactional
  public Outcome<Proof> withdraw(Viewer viewer, UUID id, int seen) {
    var plan = paying(viewer, contract(id));
    return locked(
        plan,
        () -> {
          if (!(current(id, seen) instanceof Proof.Open open)) {
            return refused(MOVED);
          }
          var withdrawn = open.withdraw(clock.instant());
          store.move(withdrawn, viewer.id());
          audit.record(
              deed("withdraw", plan, withdrawn)
                  .by(viewer.id().value())
                  .moved(open.state().name(), withdrawn.state().name()));
          notices.withdrawn(plan, withdrawn);
          return done(withdrawn);
        });
  }

  private Outcome<Proof> locked(Plan plan, Supplier<Outcome<Proof>> move) {
    return house.call(() -> {
      lock.of(plan);
      return move.get();
    });
  }

  /** Nothing where it has moved since it was seen. */
  private @Nullable Proof current(UUID id, int seen) {
    var proof = store.locked(id).orElseThrow(NotFound::new);
    return proof.facts().version() == seen ? proof : null;
  }

  private ContractId contract(UUID id) {
    return house.call(() -> store.find(id)).orElseThrow(NotFound::new).facts().contract();
  }

  /**
   * @throws NotFound if this person does not pay for it, or it is not paid directly
   */
  private Plan paying(Viewer viewer, ContractId id) {
    var contract = contracts.get(viewer, id);
    if (!viewer.hiresFor(contract.organisation())) {
      throw new NotFound();
    }
    return plan(id);
  }

  private Plan earning(Viewer viewer, UUID proof) {
    var contract = contracts.get(viewer, contract(proof));
    if (!contract.assistant().equals(viewer.id())) {
      throw new NotFound();
    }
    return plan(contract.id());
  }

  private Plan plan(ContractId id) {
    return plans.of(id).filter(Plan::promised).orElseThrow(NotFound::new);
  }

  private static Proof own(ContractId contract, Proof proof) {
    if (!proof.facts().contract().equals(contract)) {
      throw new NotFound();
    }
    return proof;
  }

  private static Deed deed(String action, Plan plan, Proof proof) {
    return Deed.of("direct", action)
        .on("proof", proof.facts().id())
        .onBehalfOf(plan.client().value())
        .with("contract", plan.contract().toString())
        .with("amount", proof.facts().amount().toString());
  }
}
