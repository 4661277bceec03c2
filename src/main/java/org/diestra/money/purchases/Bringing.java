package org.diestra.money.purchases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.diestra.money.invoices.Invoice;
import org.diestra.money.invoices.Invoices;
import org.diestra.office.bills.KnownBills;
import org.diestra.office.books.Desk;
import org.diestra.office.books.Places;
import org.diestra.office.dues.DueId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Caller;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings into clients' books what the house invoiced them, in the name of whoever said so, who must
 * still post there. An invoice comes once: its bill and that it was brought are written in one
 * transaction, under a lock of these books. What can't be brought is tried again for some weeks.
 */
@Component
class Bringing {
  static final String STOPPED = "purchases:stopped";
  private static final Logger LOG = LoggerFactory.getLogger(Bringing.class);
  private static final int AT_ONCE = 200;
  private static final int MOST = 2_000; // of one client in one round; the rest in the next
  private static final int WEEKS_TRIED = 8;
  private final PurchaseStore store;
  private final Invoices invoices;
  private final Wording wording;
  private final KnownBills bills;
  private final Places places;
  private final Workspaces workspaces;
  private final Attaching attaching;
  private final Notifications notifications;
  private final TransactionOperations transaction;
  private final Clock clock;

  Bringing(
      PurchaseStore store,
      Invoices invoices,
      Wording wording,
      KnownBills bills,
      Places places,
      Workspaces workspaces,
      Attaching attaching,
      Notifications notifications,
      TransactionOperations transaction,
      Clock clock) {
    this.store = store;
    this.invoices = invoices;
    this.wording = wording;
    this.bills = bills;
    this.places = places;
    this.workspaces = workspaces;
    this.attaching = attaching;
    this.notifications = notifications;
    this.transaction = transaction;
    this.clock = clock;
  }

  void all() {
    WorkspaceId last = null;
    while (true) {
      var after = last;
      var some = read(() -> store.live(after, AT_ONCE));
      some.forEach(this::guarded);
      if (some.size() < AT_ONCE) {
        return;
      }
      last = some.getLast().workspace();
    }
  }

  private <T> T read(Supplier<T> of) {
    return Objects.requireNonNull(transaction.execute(tx -> of.get()));
  }

  /** One client's trouble is no other's; the next round tries again. */
  private void guarded(Standing standing) {
    try {
      bring(standing);
    } catch (RuntimeException e) {
      LOG.warn("invoices do not reach the books of {}", standing.workspace(), e);
    }
  }

  void bring(Standing standing) {
    var desk = places.of(standing.by(), standing.workspace()).filter(Desk::posts);
    if (desk.isEmpty()) {
      transaction.executeWithoutResult(tx -> stop(standing.workspace()));
      return;
    }
    var fresh = fresh(desk.get(), standing);
    for (var invoice : fresh.reversed()) { // the earliest first
      one(desk.get(), invoice);
    }
    if (!standing.caught() && fresh.size() < MOST) {
      transaction.executeWithoutResult(tx -> store.caught(standing));
    }
    attaching.all(desk.get(), recently(desk.get()));
  }

  /** Those that were not brought yet, the latest first. */
  List<Invoice> fresh(Desk desk, Standing standing) {
    var client = desk.pass().workspace().organisation().value();
    var since = standing.caught() ? latest(standing.since(), recently(desk)) : standing.since();
    var fresh = new ArrayList<Invoice>();
    Invoice last = null;
    while (fresh.size() < MOST) {
      var page = invoices.bought(client, last, AT_ONCE);
      var within = page.stream().filter(i -> !i.issuedOn().isBefore(since)).toList();
      var ids = within.stream().map(Invoice::id).toList();
      var settled = read(() -> store.settled(standing.workspace(), ids));
      within.stream().filter(i -> !settled.contains(i.id())).forEach(fresh::add);
      if (within.size() < AT_ONCE) {
        break;
      }
      last = within.getLast();
    }
    return fresh;
  }

  private LocalDate recently(Desk desk) {
    return desk.today(clock).minusWeeks(WEEKS_TRIED);
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private void one(Desk desk, Invoice invoice) {
    Caller.person(desk.pass().viewer().id().value())
        .call(() ->
            Objects.requireNonNull(
                transaction.execute(tx -> {
                  var refused = brought(desk, invoice);
                  if (refused.isPresent()) {
                    tx.setRollbackOnly(); // nothing of it stays
                  }
                  return refused;
                })))
        .ifPresent(why -> transaction.executeWithoutResult(tx -> waits(desk, invoice, why)));
  }

  /** Empty where it is there now, or need not be. */
  Optional<Refusal> brought(Desk desk, Invoice invoice) {
    var workspace = desk.book().workspace();
    var now = store.lock(workspace).filter(Standing::live).orElse(null);
    if (now == null || !store.settled(workspace, List.of(invoice.id())).isEmpty()) {
      return Optional.empty(); // stopped, or another did it meanwhile
    }
    var known = wording.known(desk.pass().viewer(), invoice);
    return switch (bills.bring(desk, invoice.id(), known, now.account())) {
      case Outcome.Done<DueId>(var bill) -> {
        var seller = known.seller().name();
        store.put(Brought.of(workspace, invoice, seller, bill, null), clock.instant());
        yield Optional.empty();
      }
      case Outcome.Refused<DueId>(var why) -> Optional.of(why);
    };
  }

  void waits(Desk desk, Invoice invoice, Refusal why) {
    var seller = wording.seller(invoice);
    var waiting = Brought.of(desk.book().workspace(), invoice, seller, null, Why.of(why));
    store.put(waiting, clock.instant());
  }

  private void stop(WorkspaceId id) {
    var now = store.lock(id).filter(Standing::live).orElse(null);
    if (now == null || !store.put(now.stopped("purchases.stopped.left"))) {
      return;
    }
    var workspace = workspaces.get(id);
    notifications.tell(
        workspaces.keepers(workspace).stream()
            .map(person ->
                Notice.to(
                        person,
                        STOPPED,
                        workspace.href() + "/books/purchases",
                        "purchases.notice.stopped",
                        workspace.name())
                    .once(STOPPED + " " + id + " " + now.version()))
            .toList());
  }
}
