package org.diestra.money.transfers;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.diestra.money.payments.Rail.Standing;
import org.diestra.money.transfers.SendBack.State;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refunds that operators carry out at the bank. They go to the account the client last paid from;
 * where no statement says which, an operator enters one and another looks at it, so that no single
 * hand sends a client's money elsewhere.
 */
@Service
class SendBacks {
  /** Has the refund looked at, once there is news of it. */
  static final String NEWS = "transfers:refund";

  private static final Refusal MOVED = Refusal.conflict("transfers.conflict.moved");
  private final SendBackStore store;
  private final LineStore lines;
  private final AccountStore accounts;
  private final Timers timers;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  SendBacks(
      SendBackStore store,
      LineStore lines,
      AccountStore accounts,
      Timers timers,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.lines = lines;
    this.accounts = accounts;
    this.timers = timers;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /** Puts it on the operators' list, once. */
  void order(UUID refund, OrganisationId client, Money amount) {
    house.call(() -> {
      if (store.find(refund).isPresent()) {
        return refund;
      }
      var account = accounts.of(amount.currency()).orElseThrow();
      var source =
          lines.source(client, account.id()).filter(l -> !l.party().isEmpty()).orElse(null);
      store.add(
          new SendBack(
              refund,
              account.id(),
              client,
              amount,
              Ids.text(refund),
              source == null ? null : source.party(),
              source == null ? null : source.account(),
              null,
              null,
              State.WAITING,
              null,
              clock.instant()));
      return refund;
    });
  }

  Standing standing(UUID refund) {
    return house
        .call(() -> store.find(refund))
        .<Standing>map(back ->
            switch (back.state()) {
              case WAITING -> new Standing.Unknown();
              case PAID -> new Standing.Paid(back.evidence() == null ? "" : back.evidence());
              case REFUSED -> new Standing.Refused();
            })
        .orElse(new Standing.Unknown());
  }

  @Transactional(readOnly = true)
  public List<SendBack> list(int most) {
    return house.call(() -> store.list(most));
  }

  @Transactional(readOnly = true)
  public SendBack get(UUID refund) {
    return house.call(() -> store.find(refund)).orElseThrow(NotFound::new);
  }

  /** To which account it is to go, where no statement says so. */
  @Transactional
  public Outcome<SendBack> tell(Viewer operator, UUID refund, String party, String account) {
    return house.call(() -> {
      var back = store.locked(refund).orElseThrow(NotFound::new);
      if (!back.waits() || back.account() != null && back.toldBy() == null) {
        return refused(MOVED);
      }
      store.tell(refund, party, account, operator.id());
      audit.record(deed("tell-account", back).by(operator.id().value()));
      return done(store.find(refund).orElseThrow());
    });
  }

  /** Another operator has looked at the account. */
  @Transactional
  public Outcome<SendBack> check(Viewer operator, UUID refund) {
    return house.call(() -> {
      var back = store.locked(refund).orElseThrow(NotFound::new);
      if (!store.check(refund, operator.id())) {
        return refused(Refusal.conflict("transfers.conflict.other-operator"));
      }
      audit.record(deed("check-account", back).by(operator.id().value()));
      return done(store.find(refund).orElseThrow());
    });
  }

  /**
   * An operator says what became of it, ahead of any statement.
   *
   * @param evidence what the bank says, 1–200 characters
   */
  @Transactional
  public Outcome<SendBack> settle(Viewer operator, UUID refund, boolean paid, String evidence) {
    return house.call(() -> {
      var back = store.locked(refund).orElseThrow(NotFound::new);
      if (!back.waits() || paid && !back.ready()) {
        return refused(MOVED);
      }
      settled(back, paid ? State.PAID : State.REFUSED, evidence);
      audit.record(
          deed("settle-refund", back)
              .by(operator.id().value())
              .moved(State.WAITING.name(), paid ? "PAID" : "REFUSED"));
      return done(store.find(refund).orElseThrow());
    });
  }

  /** A statement shows that it left; asking again changes nothing. With the rights of the house. */
  void left(SendBack back, String evidence) {
    settled(back, State.PAID, evidence);
  }

  private void settled(SendBack back, State state, String evidence) {
    var now = clock.instant();
    if (store.settle(back.refund(), state, evidence, now)) {
      timers.at(now, NEWS, Ids.text(back.refund()));
    }
  }

  private static Deed deed(String action, SendBack back) {
    return Deed.of("transfers", action)
        .on("refund", back.refund())
        .onBehalfOf(back.client().value())
        .with("amount", back.amount().toString());
  }
}
