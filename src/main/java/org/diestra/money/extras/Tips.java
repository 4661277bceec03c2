package org.diestra.money.extras;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.diestra.money.extras.Tip.Facts;
import org.diestra.money.extras.Tip.Given;
import org.diestra.money.extras.Tip.Promised;
import org.diestra.money.payments.MoneyLock;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractFrame;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to tips. Whoever pays for a contract gives them, while it runs and for some time after
 * its end; what it takes to pay one is the payments' own.
 */
@Service
class Tips {
  private static final int MOST = 100;
  private static final Refusal MOVED = Refusal.conflict("extras.conflict.moved");
  private final TipStore store;
  private final Contracts contracts;
  private final Season season;
  private final Bounds bounds;
  private final Plans plans;
  private final MoneyLock lock;
  private final TipNotices notices;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Tips(
      TipStore store,
      Contracts contracts,
      Season season,
      Bounds bounds,
      Plans plans,
      MoneyLock lock,
      TipNotices notices,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.contracts = contracts;
    this.season = season;
    this.bounds = bounds;
    this.plans = plans;
    this.lock = lock;
    this.notices = notices;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What the page shows.
   *
   * @param client whether the viewer sees it from the client's side
   * @param pays whether the viewer decides on the client's money
   * @param gives whether another tip may be given now
   * @param timely whether one that was promised may be paid now
   * @param least the least and the most that may be given
   * @param tips the latest first; those that wait for their payment only for who pays
   */
  record View(
      ContractFrame frame,
      Plan plan,
      boolean client,
      boolean pays,
      boolean gives,
      boolean timely,
      Money least,
      Money most,
      List<Tip> tips) {}

  /**
   * @throws NotFound if it is not this person's to see, or no money is held for it
   */
  @Transactional(readOnly = true)
  public View view(Viewer viewer, ContractId id) {
    var contract = contracts.get(viewer, id);
    var plan = plans.of(id).orElseThrow(NotFound::new);
    boolean pays = viewer.hiresFor(plan.client());
    var tips =
        house.call(() -> store.of(id, MOST)).stream()
            .filter(tip -> pays || tip instanceof Given)
            .toList();
    boolean timely = season.of(id);
    return new View(
        contracts.frame(contract),
        plan,
        !viewer.id().equals(plan.assistant()),
        pays,
        pays && timely && tips.stream().noneMatch(Promised.class::isInstance),
        timely,
        bounds.least(plan.currency()),
        bounds.most(plan.currency()),
        tips);
  }

  /** The same for who gives one. */
  @Transactional(readOnly = true)
  public View giving(Viewer viewer, ContractId id) {
    payer(viewer, id);
    return view(viewer, id);
  }

  /**
   * Says what is to be given, which its payment then brings. The same once more is as once; another
   * one waits until this one is paid or dropped.
   *
   * @param amount above zero, in the contract's currency
   * @param words for the assistant, 1–500 characters, or null
   * @throws NotFound if this person does not decide on the client's money
   */
  @Transactional
  public Outcome<Tip> promise(Viewer viewer, ContractId id, Money amount, @Nullable String words) {
    var plan = payer(viewer, id);
    if (!season.of(id)) {
      return refused(Refusal.conflict("extras.conflict.over"));
    }
    return house.call(() -> {
      lock.of(plan);
      var waiting = store.promised(id).orElse(null);
      if (waiting != null) {
        var facts = waiting.facts();
        return facts.amount().equals(amount) && Objects.equals(facts.words(), words)
            ? done(waiting)
            : refused(Refusal.conflict("extras.conflict.waiting", facts.amount()));
      }
      if (amount.isMoreThan(bounds.left(plan))) {
        return refused(Refusal.conflict("extras.conflict.month", bounds.most(plan.currency())));
      }
      var now = clock.instant();
      var tip = new Promised(new Facts(Ids.fresh(), id, viewer.id(), amount, words, 1, now));
      store.add(tip);
      audit.record(deed("promise-tip", tip, plan).by(viewer.id().value()));
      return done(tip);
    });
  }

  /**
   * It is not given after all; twice is as once.
   *
   * @throws NotFound if there is none, or this person does not decide on the client's money
   */
  @Transactional
  public Outcome<Tip> drop(Viewer viewer, ContractId id, UUID tip) {
    var plan = payer(viewer, id);
    return house.call(() -> {
      lock.of(plan);
      var found =
          store.locked(tip).filter(t -> t.facts().contract().equals(id)).orElseThrow(NotFound::new);
      return switch (found) {
        case Given given -> refused(MOVED);
        case Tip.Dropped dropped -> done(dropped);
        case Promised promised -> {
          var dropped = promised.drop(clock.instant());
          store.move(dropped);
          audit.record(deed("drop-tip", dropped, plan).by(viewer.id().value()));
          notices.changed(plan);
          yield done(dropped);
        }
      };
    });
  }

  private Plan payer(Viewer viewer, ContractId id) {
    contracts.get(viewer, id);
    return plans.of(id).filter(p -> viewer.hiresFor(p.client())).orElseThrow(NotFound::new);
  }

  static Deed deed(String action, Tip tip, Plan plan) {
    return Deed.of("extras", action)
        .on("contract", plan.contract().value())
        .onBehalfOf(plan.client().value())
        .with("tip", Ids.text(tip.facts().id()))
        .with("amount", tip.facts().amount().toString());
  }
}
