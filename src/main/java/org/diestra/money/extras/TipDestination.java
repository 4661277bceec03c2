package org.diestra.money.extras;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.extras.Tip.Promised;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Destination;
import org.diestra.money.payments.Payments;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Releases;
import org.diestra.money.payments.Releases.Sold;
import org.diestra.money.payments.Sale;
import org.diestra.money.payments.Share;
import org.diestra.money.payments.Subject;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the money of a tip goes: to the assistant, whole, in the transaction that brings it. */
@Component
class TipDestination implements Destination {
  private final TipStore store;
  private final Ledger ledger;
  private final Releases releases;
  private final TipNotices notices;
  private final Titles titles;
  private final Season season;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  TipDestination(
      TipStore store,
      Ledger ledger,
      Releases releases,
      TipNotices notices,
      Titles titles,
      Season season,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.ledger = ledger;
    this.releases = releases;
    this.notices = notices;
    this.titles = titles;
    this.season = season;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public boolean takes(Subject subject) {
    var id = subject.extra();
    return id != null && house.call(() -> store.find(id)).isPresent();
  }

  /** Nothing is locked before the money. */
  @Override
  public void lock(Subject subject) {}

  @Override
  public Optional<Demand> demand(Plan plan, Subject subject) {
    return store
        .find(id(subject))
        .filter(tip -> tip.facts().contract().equals(plan.contract()))
        .map(tip -> {
          boolean asked = tip instanceof Promised && season.of(plan.contract());
          var wanted = asked ? tip.facts().amount() : plan.money(0);
          var charges = plan.charges().withoutFees();
          return new Demand(null, charges.gross(wanted), wanted, charges);
        });
  }

  @Override
  @Transactional
  public void fund(Plan plan, Payment paid, Money wanted) {
    house.call(() -> {
      var now = clock.instant();
      var id = id(paid.subject());
      var none = plan.money(0);
      if (wanted.isPositive() && store.locked(id).orElseThrow() instanceof Promised tip) {
        var charges = plan.charges().withoutFees();
        // where taxes rose meanwhile, what was paid is a smaller one
        var share = charges.share(charges.most(tip.facts().amount(), none, wanted), none);
        var in =
            Payments.in(plan, paid, share.gross(), none, now).credit(plan.extra(id), share.gross());
        give(plan, tip, in, share, now);
      } else {
        ledger.post(Payments.in(plan, paid, wanted, none, now).credit(plan.extra(id), wanted));
      }
      return plan;
    });
  }

  private void give(Plan plan, Promised tip, Entry in, Share share, Instant now) {
    var id = tip.facts().id();
    var key = "extras:tip:" + Ids.text(id);
    var out =
        share.to(
            plan,
            Entry.of(plan.book(), Event.RELEASE, key, now)
                .debit(plan.extra(id), share.gross())
                .about(tip.facts().subject().page()));
    var entry = Objects.requireNonNull(ledger.post(in, out).get(key));
    var given = tip.give(entry, now);
    store.move(given);
    var work = new Sale.Work.OfExtra(id, titles.of(plan.client(), "extras.sale.tip"));
    releases.add(List.of(new Sold(plan, Sale.of(plan, entry, work, share, now))));
    audit.record(Tips.deed("give-tip", given, plan).moved("PROMISED", "GIVEN"));
    notices.given(plan, given);
  }

  private static UUID id(Subject subject) {
    return Objects.requireNonNull(subject.extra());
  }
}
