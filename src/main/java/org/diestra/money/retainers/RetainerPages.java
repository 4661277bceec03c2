package org.diestra.money.retainers;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractFrame;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.contracts.Pay.Retainer;
import org.diestra.work.time.Bag;
import org.diestra.work.time.Bags;
import org.diestra.work.time.Draw;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the pages of a retainer show. */
@Component
class RetainerPages {
  private static final int MONTHS = 12;
  private final PeriodStore store;
  private final Bags bags;
  private final Contracts contracts;
  private final Plans plans;
  private final HouseRights house;

  RetainerPages(PeriodStore store, Bags bags, Contracts contracts, Plans plans, HouseRights house) {
    this.store = store;
    this.bags = bags;
    this.contracts = contracts;
    this.plans = plans;
    this.house = house;
  }

  /** How the money of a month stands. */
  enum Place {
    /** It is to come in. */
    WANTED,
    HELD,
    /** Earned, and not held. */
    OWED,
    EARNED,
    /** Nothing is earned of it. */
    NOTHING;

    static Place of(Period period, Money wanted) {
      var due = period.due();
      if (due == null) {
        return wanted.isPositive() ? WANTED : HELD;
      }
      return !due.isPositive() ? NOTHING : period.owed().isPositive() ? OWED : EARNED;
    }

    String key(boolean promised) {
      var slug = name().toLowerCase(Locale.ROOT);
      return promised ? "retainers.place.promised." + slug : "retainers.place." + slug;
    }

    String tone() {
      return switch (this) {
        case WANTED -> "wait";
        case HELD, EARNED -> "good";
        case OWED -> "stop";
        case NOTHING -> "";
      };
    }
  }

  /**
   * A month.
   *
   * @param bag its hours as they stand, or null before it begins
   * @param wanted what is still to come in for it
   */
  record Month(Period period, @Nullable Bag bag, Money wanted) {
    Place place() {
      return Place.of(period, wanted);
    }

    /** Of an hour of sixty. */
    static String length(int minutes) {
      return minutes / 60 + ":" + (minutes % 60 < 10 ? "0" : "") + minutes % 60;
    }
  }

  /**
   * @param client whether the viewer sees it from the client's side
   * @param pays whether the viewer may pay
   */
  record Seen(ContractFrame frame, Plan plan, boolean client, boolean pays) {
    String href() {
      return frame.href("money/retainer");
    }

    boolean promised() {
      return plan.promised();
    }
  }

  /**
   * The list of them.
   *
   * @param open those that are not over, and those of which something is owed, in order; on the
   *     first page
   * @param past the others of this page, the latest first
   * @param href of this page
   * @param next where the next page begins, or null
   */
  record Overview(
      Seen seen,
      Retainer agreed,
      List<Month> open,
      List<Month> past,
      String href,
      @Nullable Integer next) {}

  /**
   * One of them, with what its weeks drew.
   *
   * @param hourly whether hours beyond it are paid by the hour
   */
  record One(Seen seen, Month month, List<Draw> draws, boolean hourly) {
    Period period() {
      return month.period();
    }

    /** Whether the viewer may give a part of it back. */
    boolean gives() {
      return !seen.client() && !period().over() && period().cost().isPositive();
    }

    String week(Draw draw) {
      return seen.frame().href("time?week=" + draw.week());
    }

    /** What of its price goes to either side. */
    Money side(Money price) {
      return seen.client() ? seen.plan().total(price) : seen.plan().net(price);
    }
  }

  /**
   * @param before the number of the last month of the page before, or null for the first
   * @throws NotFound if it is not this person's to see, has no retainer, or no money is held for it
   */
  @Transactional(readOnly = true)
  public Overview overview(Viewer viewer, ContractId id, @Nullable Integer before) {
    var seen = seen(viewer, id);
    var agreed = agreed(id);
    var hours = hours(id);
    var open = before == null ? house.call(() -> store.open(id)) : List.<Period>of();
    var past = house.call(() -> store.page(id, before, MONTHS + 1));
    var page = past.stream().limit(MONTHS).map(p -> month(seen.plan(), p, hours)).toList();
    return new Overview(
        seen,
        agreed,
        open.stream().map(p -> month(seen.plan(), p, hours)).toList(),
        page,
        seen.href() + (before == null ? "" : "?before=" + before),
        past.size() > MONTHS ? page.getLast().period().number() : null);
  }

  /**
   * @throws NotFound if it is not this person's to see
   */
  @Transactional(readOnly = true)
  public One one(Viewer viewer, ContractId id, UUID period) {
    var seen = seen(viewer, id);
    var found =
        house
            .call(() -> store.find(period))
            .filter(p -> p.contract().equals(id))
            .orElseThrow(NotFound::new);
    return new One(
        seen,
        month(seen.plan(), found, hours(id)),
        bags.draws(id, found.number()),
        contracts.terms(id).pay().hour() != null);
  }

  private Seen seen(Viewer viewer, ContractId id) {
    var contract = contracts.get(viewer, id);
    var plan = plans.of(id).orElseThrow(NotFound::new);
    return new Seen(
        contracts.frame(contract),
        plan,
        !viewer.id().equals(contract.assistant()),
        viewer.hiresFor(contract.organisation()));
  }

  private Retainer agreed(ContractId id) {
    var retainer = contracts.terms(id).pay().retainer();
    if (retainer == null) {
      throw new NotFound();
    }
    return retainer;
  }

  private Map<Integer, Bag> hours(ContractId id) {
    var hours = new HashMap<Integer, Bag>();
    bags.asTheyStand(id).forEach(bag -> hours.put(bag.number(), bag));
    return hours;
  }

  private static Month month(Plan plan, Period period, Map<Integer, Bag> hours) {
    return new Month(period, hours.get(period.number()), period.wanted(plan.charges()));
  }
}
