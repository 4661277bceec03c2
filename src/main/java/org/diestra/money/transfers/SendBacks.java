package org.diestra.money.transfers;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refunds that operators carry out at the bank. They go to the account the client last paid from;
 * where no statement says which, or it is closed, an operator enters one and another looks at it,
 * so that no single hand sends a client's money elsewhere.
 */
@Service
class SendBacks {
  /** Has the refund looked at, once there is news of it. */
  static final String NEWS = "transfers:refund";

  private static final int SOURCES = 500;
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
      var source = source(client, account, amount).orElse(null);
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

  /**
   * Where the client last paid from, if all it paid from there, less what went back there, comes to
   * the refund: a cent from elsewhere says nothing.
   */
  private Optional<Line> source(OrganisationId client, CollectingAccount account, Money amount) {
    var came = lines.sources(client, account.id(), SOURCES);
    var left = new HashMap<@Nullable String, Long>();
    came.forEach(line -> left.merge(line.account(), line.amount().minor(), Math::addExact));
    store.sent(client).stream()
        .filter(b -> b.amount().currency().equals(amount.currency()))
        .forEach(b -> left.merge(b.account(), -b.amount().minor(), Math::addExact));
    return came.stream()
        .filter(line -> left.getOrDefault(line.account(), 0L) >= amount.minor())
        .findFirst();
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

  /**
   * To which account it is to go, where no statement says so or it can't go there. Refused to who
   * belongs to that client.
   */
  @Transactional
  public Outcome<SendBack> tell(Viewer operator, UUID refund, String party, String account) {
    return house.call(() -> {
      var back = store.locked(refund).orElseThrow(NotFound::new);
      if (!back.waits()) {
        return refused(MOVED);
      }
      if (operator.memberOf(back.client()).isPresent()) {
        return refused(Queue.OWN_BUSINESS);
      }
      store.tell(refund, party, account, operator.id());
      audit.record(deed("tell-account", back).by(operator.id().value()));
      return done(store.find(refund).orElseThrow());
    });
  }

  /**
   * Another operator has looked at the account.
   *
   * @param seen {@link SendBack#seen} of what was looked at; refused where it is another by now
   */
  @Transactional
  public Outcome<SendBack> check(Viewer operator, UUID refund, String seen) {
    return house.call(() -> {
      var back = store.locked(refund).orElseThrow(NotFound::new);
      if (!back.seen().equals(seen)) {
        return refused(MOVED);
      }
      if (operator.memberOf(back.client()).isPresent()) {
        return refused(Queue.OWN_BUSINESS);
      }
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
      if (operator.memberOf(back.client()).isPresent()) {
        return refused(Queue.OWN_BUSINESS);
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
