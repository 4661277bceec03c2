package org.diestra.money.purchases;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.Desk;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who posts in a client's books says whether they take in what the house invoiced the client. */
@Service
class Purchases {
  static final int SHOWN = 100;
  private static final Refusal MOVED = Refusal.conflict("purchases.moved");
  private final PurchaseStore store;
  private final Audit audit;
  private final Clock clock;

  Purchases(PurchaseStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** How these books stand to it; empty where nobody has ever said. */
  @Transactional(readOnly = true)
  public Optional<Standing> of(Desk desk) {
    return store.find(desk.book().workspace());
  }

  /** What became of the latest {@value #SHOWN} invoices. */
  @Transactional(readOnly = true)
  public List<Brought> latest(Desk desk) {
    return store.all(desk.book().workspace(), SHOWN);
  }

  /**
   * From now on they are taken in, in the name of whoever says so.
   *
   * @param seen the version that the form was made from, 0 where there was none
   * @param since not before the books begin, and not in the future
   * @throws NotFound if the person does not post there
   */
  @Transactional
  public Outcome<Standing> start(Desk desk, int seen, AccountId account, LocalDate since) {
    require(desk);
    var begins = desk.book().begins();
    if (since.isBefore(begins) || since.isAfter(desk.today(clock))) {
      return refused(Refusal.invalid("since", "purchases.since.wrong", begins));
    }
    var workspace = desk.book().workspace();
    var before = store.lock(workspace);
    var after =
        new Standing(
            workspace, desk.pass().viewer().id(), account, since, true, null, false, seen + 1);
    boolean moved = before.map(Standing::version).orElse(0) != seen;
    return moved || !store.put(after) ? refused(MOVED) : recorded(desk, "start", after);
  }

  private static void require(Desk desk) {
    if (!desk.posts()) {
      throw new NotFound();
    }
  }

  /**
   * No more are taken in; those that were stay.
   *
   * @throws NotFound if the person does not post there
   */
  @Transactional
  public Outcome<Standing> stop(Desk desk, int seen) {
    require(desk);
    var before = store.lock(desk.book().workspace()).filter(Standing::live);
    if (before.isEmpty() || before.get().version() != seen) {
      return refused(MOVED);
    }
    var after = before.get().stopped(null);
    return store.put(after) ? recorded(desk, "stop", after) : refused(MOVED);
  }

  private Outcome<Standing> recorded(Desk desk, String deed, Standing standing) {
    audit.record(
        Deed.of("purchases", deed)
            .by(desk.pass().viewer().id().value())
            .onBehalfOf(desk.pass().workspace().organisation().value())
            .on("book", standing.workspace().value()));
    return done(standing);
  }
}
