package org.diestra.money.direct;

import static org.diestra.money.direct.Claims.MOVED;
import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.diestra.money.direct.Claims.Saying;
import org.diestra.money.direct.Proof.Arrived;
import org.diestra.money.direct.Proof.Denied;
import org.diestra.money.direct.Proof.Said;
import org.diestra.money.payments.Plan;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what assistants say to have got, or not: the only word that moves the books. Of two
 * at once the first counts.
 */
@Service
class Answers {
  private static final Refusal AGAIN = Refusal.conflict("direct.conflict.again");
  private final Claims claims;
  private final ProofStore store;
  private final Contracts contracts;
  private final Booking booking;
  private final DirectNotices notices;
  private final Audit audit;
  private final Clock clock;

  Answers(
      Claims claims,
      ProofStore store,
      Contracts contracts,
      Booking booking,
      DirectNotices notices,
      Audit audit,
      Clock clock) {
    this.claims = claims;
    this.store = store;
    this.contracts = contracts;
    this.booking = booking;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
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
    var plan = earning(viewer, claims.contract(id));
    return claims.locked(
        plan,
        () -> {
          if (!(claims.current(id, seen) instanceof Proof.Open open)) {
            return refused(MOVED);
          }
          if (open instanceof Denied denied && saidAgain(denied)) {
            return refused(AGAIN);
          }
          return arrived(viewer, plan, open, amount, clock.instant());
        });
  }

  /** The client has said the same transfer once more since, and that is what is answered. */
  private boolean saidAgain(Denied denied) {
    var facts = denied.facts();
    return store.knows(facts.contract(), facts.paidOn(), facts.reference());
  }

  /**
   * The assistant has a transfer on the account of which the client never said that it was made.
   * Refused where something is said to have been paid for the same: that is answered first. Twice
   * is as once.
   *
   * @throws NotFound if this person does not earn by that contract
   */
  @Transactional
  public Outcome<Proof> got(Viewer viewer, ContractId contract, Saying saying) {
    var plan = earning(viewer, contract);
    return claims.locked(
        plan,
        () -> {
          var known = claims.known(contract, saying).orElse(null);
          if (known != null) {
            return known instanceof Arrived ? done(known) : refused(MOVED);
          }
          var chosen = claims.chosen(contract, saying);
          if (chosen.stream().anyMatch(due -> due.claimed().isPositive())) {
            return refused(Refusal.invalid("due", "direct.conflict.answer"));
          }
          var now = clock.instant();
          return claims
              .add(viewer, contract, saying, chosen, now)
              .fold(said -> arrived(viewer, plan, said, saying.amount(), now), Outcome::refused);
        });
  }

  private Outcome<Proof> arrived(
      Viewer viewer, Plan plan, Proof.Open open, Money amount, Instant now) {
    var arrived = open.arrive(amount, now);
    store.move(arrived, viewer.id());
    booking.arrived(plan, arrived, now);
    audit.record(
        Claims.deed("arrive", plan, arrived)
            .by(viewer.id().value())
            .moved(open.state().name(), arrived.state().name()));
    notices.answered(plan, arrived);
    return done(arrived);
  }

  /**
   * The assistant does not find it. What it was for is open again.
   *
   * @param words why, 1–1000 characters
   * @throws NotFound if it is not this person's to say
   */
  @Transactional
  public Outcome<Proof> deny(Viewer viewer, UUID id, int seen, String words) {
    var plan = earning(viewer, claims.contract(id));
    return claims.locked(
        plan,
        () -> {
          if (!(claims.current(id, seen) instanceof Said said)) {
            return refused(MOVED);
          }
          var denied = said.deny(words, clock.instant());
          store.move(denied, viewer.id());
          audit.record(
              Claims.deed("deny", plan, denied)
                  .by(viewer.id().value())
                  .moved(said.state().name(), denied.state().name()));
          notices.answered(plan, denied);
          return done(denied);
        });
  }

  /**
   * @throws NotFound if this person does not earn by it, or it is not paid directly
   */
  private Plan earning(Viewer viewer, ContractId id) {
    if (!contracts.get(viewer, id).assistant().equals(viewer.id())) {
      throw new NotFound();
    }
    return claims.plan(id);
  }
}
