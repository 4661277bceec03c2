package org.diestra.money.direct;

import static org.diestra.money.direct.Claims.MOVED;
import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.UUID;
import org.diestra.money.direct.Claims.Saying;
import org.diestra.money.direct.Proof.Said;
import org.diestra.money.payments.Plan;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.Audit;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what clients say to have paid. It moves nothing in the books: only the assistant's
 * word does. Of two at once the first counts.
 */
@Service
class Proofs {
  private final Claims claims;
  private final ProofStore store;
  private final Contracts contracts;
  private final DirectNotices notices;
  private final Audit audit;
  private final Clock clock;

  Proofs(
      Claims claims,
      ProofStore store,
      Contracts contracts,
      DirectNotices notices,
      Audit audit,
      Clock clock) {
    this.claims = claims;
    this.store = store;
    this.contracts = contracts;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The client has paid. What it is for is covered from the oldest on; what is more than that is
   * kept with what was said, and stands for nothing in the books.
   *
   * @throws NotFound if this person does not pay for that contract
   */
  @Transactional
  public Outcome<Proof> say(Viewer viewer, ContractId contract, Saying saying) {
    var plan = paying(viewer, contract);
    return claims.locked(
        plan,
        () -> {
          var known = claims.known(contract, saying).orElse(null);
          if (known != null) {
            return known instanceof Said ? done(known) : refused(MOVED);
          }
          var chosen = claims.chosen(contract, saying);
          return claims
              .add(viewer, contract, saying, chosen, clock.instant())
              .fold(said -> told(viewer, plan, said), Outcome::refused);
        });
  }

  private Outcome<Proof> told(Viewer viewer, Plan plan, Said said) {
    audit.record(Claims.deed("say", plan, said).by(viewer.id().value()));
    notices.said(plan, said);
    return done(said);
  }

  /** The client takes it back. */
  @Transactional
  public Outcome<Proof> withdraw(Viewer viewer, UUID id, int seen) {
    var plan = paying(viewer, claims.contract(id));
    return claims.locked(
        plan,
        () -> {
          if (!(claims.current(id, seen) instanceof Proof.Open open)) {
            return refused(MOVED);
          }
          var withdrawn = open.withdraw(clock.instant());
          store.move(withdrawn, viewer.id());
          audit.record(
              Claims.deed("withdraw", plan, withdrawn)
                  .by(viewer.id().value())
                  .moved(open.state().name(), withdrawn.state().name()));
          notices.withdrawn(plan, withdrawn);
          return done(withdrawn);
        });
  }

  /**
   * @throws NotFound if this person does not pay for it, or it is not paid directly
   */
  private Plan paying(Viewer viewer, ContractId id) {
    if (!viewer.hiresFor(contracts.get(viewer, id).organisation())) {
      throw new NotFound();
    }
    return claims.plan(id);
  }
}
