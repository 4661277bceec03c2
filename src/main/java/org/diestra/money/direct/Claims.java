package org.diestra.money.direct;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.diestra.money.direct.Proof.Facts;
import org.diestra.money.direct.Proof.Said;
import org.diestra.money.invoices.Invoices;
import org.diestra.money.payments.MoneyLock;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the words of both sides have alike: whose transfer it is, what it covers, one at a time. */
@Component
class Claims {
  static final Refusal MOVED = Refusal.conflict("direct.conflict.moved");
  private final ProofStore store;
  private final DueStore dues;
  private final Plans plans;
  private final Invoices invoices;
  private final MoneyLock lock;
  private final HouseRights house;

  Claims(
      ProofStore store,
      DueStore dues,
      Plans plans,
      Invoices invoices,
      MoneyLock lock,
      HouseRights house) {
    this.store = store;
    this.dues = dues;
    this.plans = plans;
    this.invoices = invoices;
    this.lock = lock;
    this.house = house;
  }

  /**
   * What somebody says of a transfer.
   *
   * @param id of the proof to be, given with the form: saying it twice is as once
   * @param entries of what it is for
   */
  record Saying(
      UUID id, Collection<UUID> entries, Money amount, LocalDate paidOn, String reference) {
    private Said said(Viewer by, ContractId contract, Instant now) {
      return new Said(new Facts(id, contract, by.id(), amount, paidOn, reference, 1, now, now));
    }
  }

  /**
   * @throws NotFound if the contract is not paid directly
   */
  Plan plan(ContractId id) {
    return plans.of(id).filter(Plan::promised).orElseThrow(NotFound::new);
  }

  /** With the rights of the house, while nobody else moves the client's money. */
  Outcome<Proof> locked(Plan plan, Supplier<Outcome<Proof>> move) {
    return house.call(() -> {
      lock.of(plan);
      return move.get();
    });
  }

  /**
   * Nothing where it has moved since it was seen.
   *
   * @throws NotFound if there is none
   */
  @Nullable Proof current(UUID id, int seen) {
    var proof = store.locked(id).orElseThrow(NotFound::new);
    return proof.facts().version() == seen ? proof : null;
  }

  /**
   * In which contract that was said.
   *
   * @throws NotFound if it was not
   */
  ContractId contract(UUID id) {
    return house.call(() -> store.find(id)).orElseThrow(NotFound::new).facts().contract();
  }

  /**
   * What the form made when it was sent before; empty where it was not.
   *
   * @throws NotFound if that is of another contract
   */
  Optional<Proof> known(ContractId contract, Saying saying) {
    var known = store.find(saying.id());
    if (known.filter(p -> !p.facts().contract().equals(contract)).isPresent()) {
      throw new NotFound();
    }
    return known;
  }

  /** What is chosen, the oldest first; the lock is held. */
  List<Due> chosen(ContractId contract, Saying saying) {
    return dues.among(contract, saying.entries());
  }

  /** Keeps it, from the oldest that was chosen on, as what it is to cover. The lock is held. */
  Outcome<Said> add(Viewer by, ContractId contract, Saying saying, List<Due> chosen, Instant now) {
    if (store.knows(contract, saying.paidOn(), saying.reference())) {
      return refused(Refusal.invalid("reference", "direct.say.reference.twice"));
    }
    var asked = new Asked(invoices.due(chosen.stream().map(Due::entry).toList()));
    var parts = Asked.shares(saying.amount(), chosen.stream().map(asked::open).toList());
    if (parts.isEmpty()) {
      return refused(Refusal.invalid("due", "direct.say.due.none"));
    }
    var said = saying.said(by, contract, now);
    store.add(said, parts);
    return done(said);
  }

  static Deed deed(String action, Plan plan, Proof proof) {
    return Deed.of("direct", action)
        .on("proof", proof.facts().id())
        .onBehalfOf(plan.client().value())
        .with("contract", plan.contract().toString())
        .with("amount", proof.facts().amount().toString());
  }
}
