package org.diestra.work.time;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.work.contracts.ContractId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to lines in dispute that nothing but the month of a retainer would pay, where one side
 * gives way: the client has them counted after all, or the assistant lets them go. Where hours are
 * paid by the hour as well, money is kept apart for them, and who has that asks.
 */
@Service
class Conceding {
  private static final Refusal FULL = Refusal.conflict("time.conflict.month-full");
  private static final Refusal MOVED = Refusal.conflict("time.conflict.moved");
  private final Desks desks;
  private final BagStore store;
  private final Bags bags;
  private final Hours hours;
  private final SheetStore sheets;
  private final TimeNotices notices;
  private final Audit audit;

  Conceding(
      Desks desks,
      BagStore store,
      Bags bags,
      Hours hours,
      SheetStore sheets,
      TimeNotices notices,
      Audit audit) {
    this.desks = desks;
    this.store = store;
    this.bags = bags;
    this.hours = hours;
    this.sheets = sheets;
    this.notices = notices;
    this.audit = audit;
  }

  /** The client has them counted, as far as the month has hours left for them. */
  @Transactional
  public Outcome<Integer> count(Viewer by, ContractId id, Week week) {
    var desk = desks.enter(by, id);
    desk.requireReviews();
    return settle(by, desk, week, true);
  }

  /** The assistant lets them go. */
  @Transactional
  public Outcome<Integer> letGo(Viewer by, ContractId id, Week week) {
    var desk = desks.enter(by, id);
    desk.requireOwn();
    return settle(by, desk, week, false);
  }

  private Outcome<Integer> settle(Viewer by, Desk desk, Week week, boolean counted) {
    var of = new WeekId(desk.id(), week.monday());
    var sheet = sheets.locked(desk.id(), week).orElseThrow(NotFound::new);
    var draw = store.draw(desk.id(), week.monday()).filter(Draw::inDispute).orElse(null);
    if (draw == null || sheet.facts().tariff().rate() != null) {
      return refused(MOVED);
    }
    if (counted && left(draw) == 0) {
      return refused(FULL);
    }
    int missed = bags.settle(of, counted, by.id()).orElse(0);
    int minutes = draw.withheld() - (counted ? missed : 0);
    if (counted) {
      hours.counted(List.of(of));
    }
    audit.record(
        Deed.of("time", counted ? "count-disputed" : "let-disputed-go")
            .by(by.id().value())
            .on("contract", desk.id().value())
            .onBehalfOf(sheet.facts().organisation().value())
            .with("week", week.toString())
            .with("minutes", minutes));
    notices.conceded(sheet, minutes, counted);
    return done(minutes);
  }

  /** What its month has left; the contract's months stay locked. */
  private int left(Draw draw) {
    store.lock(draw.contract());
    return store.of(draw.contract()).get(draw.number() - 1).left();
  }
}
