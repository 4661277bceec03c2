package org.diestra.office.dataentry;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.dataentry.Batch.Hand;
import org.diestra.office.dataentry.Batch.Item;
import org.diestra.office.dataentry.Batch.State;
import org.diestra.office.dataentry.ValueStore.Keyed;
import org.diestra.office.tables.Table;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keying in, by the two people of a batch. The house compares what they keyed in; neither of them
 * ever sees the other's values here, and row security holds that too.
 */
@Service
class Keying {
  private static final int HOUR = 3_600_000;
  private static final int SAMPLE = 20; // one record of so many is looked through: 5 %
  private final BatchStore store;
  private final RecordStore records;
  private final ValueStore values;
  private final HouseRights house;
  private final Clock clock;

  Keying(BatchStore store, RecordStore records, ValueStore values, HouseRights house, Clock clock) {
    this.store = store;
    this.records = records;
    this.values = values;
    this.house = house;
    this.clock = clock;
  }

  /**
   * Whose hand somebody is.
   *
   * @throws NotFound if the person keys nothing in there
   */
  static Hand hand(Pass pass, Batch batch) {
    pass.requireWorks(Area.DATA_ENTRY);
    var hand = batch.hand(pass.viewer().id());
    if (hand == null) {
      throw new NotFound();
    }
    return hand;
  }

  /** The next record for that person; empty when there is none. */
  @Transactional(readOnly = true)
  public Optional<Item> next(Pass pass, Batch batch) {
    var hand = hand(pass, batch);
    return batch.state() == State.KEYING ? records.next(batch.id(), hand) : Optional.empty();
  }

  /**
   * @throws NotFound if that batch has no such record
   */
  @Transactional(readOnly = true)
  public Item item(Pass pass, Batch batch, UUID record) {
    hand(pass, batch);
    return records.item(batch.id(), record).orElseThrow(NotFound::new);
  }

  /** What that person keyed in last there, to be repeated. */
  @Transactional(readOnly = true)
  public Map<Integer, String> last(Pass pass, Batch batch) {
    return values.last(batch.id(), pass.viewer().id()).map(Keyed::raw).orElse(Map.of());
  }

  /**
   * Keeps what one person keyed in, and compares it where the other was quicker.
   *
   * @param cells of the fields that are keyed in this time, read without a fault
   * @param millis how long it took
   */
  @Transactional
  public Outcome<Item> key(
      Pass pass,
      Batch batch,
      Table table,
      UUID record,
      Map<Integer, String> raw,
      Map<Integer, String> cells,
      long millis) {
    var hand = hand(pass, batch);
    store.hold(batch.id());
    var item = records.item(batch.id(), record).orElseThrow(NotFound::new);
    var keyed = new Keyed(pass.viewer().id(), raw, cells, (int) Math.clamp(millis, 0, HOUR));
    boolean mine = item.doubled() || hand == Hand.A;
    if (batch.state() != State.KEYING
        || !mine
        || !values.key(record, hand, keyed, clock.instant())) {
      return refused(Refusal.conflict("dataentry.late"));
    }
    house.call(() -> {
      compare(batch, table, item, hand);
      settleAll(batch);
      return item;
    });
    return done(item);
  }

  private void compare(Batch batch, Table table, Item item, Hand hand) {
    var both = values.keyed(item.id());
    var a = both.get(Hand.A);
    var b = both.get(Hand.B);
    if (item.doubled() && (a == null || b == null)) {
      moved(records.move(item.id(), "UNASSIGNED", hand.name() + "_DONE"));
      return;
    }
    if (a == null) {
      throw new IllegalStateException("keyed in by the second alone: " + item.id());
    }
    boolean same =
        b == null
            || Comparison.differing(batch.fields(table), a.cells(), b.cells(), batch.tolerance())
                .isEmpty();
    moved(records.move(item.id(), "UNASSIGNED,A_DONE,B_DONE", same ? "MATCH" : "MISMATCH"));
    if (same) {
      values.settle(item.id(), a.cells(), null, clock.instant());
    }
  }

  private static void moved(boolean so) {
    if (!so) {
      throw new IllegalStateException("a record was moved by another");
    }
  }

  /** Once every record is settled, one of twenty is drawn to be looked through; at least one. */
  void settleAll(Batch batch) {
    var progress = records.progress(batch.id());
    if (progress.settled() == progress.records()) {
      records.sample(batch.id(), Math.max(1, (progress.records() + SAMPLE - 1) / SAMPLE));
      store.state(batch.id(), State.CHECKING);
    }
  }
}
