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
import org.diestra.office.dataentry.ValueStore.Flaws;
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
 * The third person: settles what differs, having seen the source first, and looks the sample
 * through.
 */
@Service
class Judging {
  private static final int WHOLE = 10_000; // a per cent has a hundred hundredths
  private final BatchStore store;
  private final RecordStore records;
  private final ValueStore values;
  private final Keying keying;
  private final HouseRights house;
  private final Clock clock;

  Judging(
      BatchStore store,
      RecordStore records,
      ValueStore values,
      Keying keying,
      HouseRights house,
      Clock clock) {
    this.store = store;
    this.records = records;
    this.values = values;
    this.keying = keying;
    this.house = house;
    this.clock = clock;
  }

  private static void require(Pass pass, Batch batch) {
    pass.requireWorks(Area.DATA_ENTRY);
    if (!batch.judges(pass.viewer().id())) {
      throw new NotFound();
    }
  }

  /** The next record whose values differ. */
  @Transactional(readOnly = true)
  public Optional<Item> next(Pass pass, Batch batch) {
    require(pass, batch);
    return records.mismatch(batch.id());
  }

  /**
   * @throws NotFound if that batch has no such record
   */
  @Transactional(readOnly = true)
  public Item item(Pass pass, Batch batch, UUID record) {
    require(pass, batch);
    return records.item(batch.id(), record).orElseThrow(NotFound::new);
  }

  /** The source was seen: from now on both values are shown. */
  @Transactional
  public Outcome<UUID> see(Pass pass, Batch batch, UUID record) {
    require(pass, batch);
    requireThere(batch, record);
    return records.see(record, clock.instant())
        ? done(record)
        : refused(Refusal.conflict("dataentry.late"));
  }

  /** Both values, of a record whose source was seen; row security shows no others. */
  @Transactional(readOnly = true)
  public Map<Hand, Keyed> both(Pass pass, Batch batch, Item item) {
    require(pass, batch);
    return item.seen() ? values.keyed(item.id()) : Map.of();
  }

  /** Settles a record: with the one's value, the other's, or a third. */
  @Transactional
  public Outcome<UUID> settle(
      Pass pass, Batch batch, Table table, UUID record, Map<Integer, String> cells) {
    require(pass, batch);
    store.hold(batch.id());
    var item = records.item(batch.id(), record).orElseThrow(NotFound::new);
    if (!item.seen() || !records.move(record, "MISMATCH", "RESOLVED")) {
      return refused(Refusal.conflict("dataentry.late"));
    }
    house.call(() -> {
      values.settle(record, cells, pass.viewer().id(), clock.instant());
      values
          .keyed(record)
          .forEach((hand, keyed) ->
              values.flaws(
                  record,
                  Comparison.differing(
                      batch.fields(table), keyed.cells(), cells, batch.tolerance()),
                  hand.name(),
                  batch.round()));
      keying.settleAll(batch);
      return record;
    });
    return done(record);
  }

  /** The next record of the sample, with what holds of it. */
  @Transactional(readOnly = true)
  public Optional<Item> nextOfSample(Pass pass, Batch batch) {
    require(pass, batch);
    return batch.state() == State.CHECKING ? records.unchecked(batch.id()) : Optional.empty();
  }

  @Transactional(readOnly = true)
  public Map<Integer, String> settled(Pass pass, Batch batch, UUID record) {
    require(pass, batch);
    return values.settled(record);
  }

  private void requireThere(Batch batch, UUID record) {
    if (records.item(batch.id(), record).isEmpty()) {
      throw new NotFound();
    }
  }

  /**
   * Says what the source says of a record of the sample. With the last of them it is decided: with
   * more wrong fields than agreed, the failing ones are keyed in anew.
   */
  @Transactional
  public Outcome<UUID> check(
      Pass pass, Batch batch, Table table, UUID record, Map<Integer, String> cells) {
    require(pass, batch);
    store.hold(batch.id());
    requireThere(batch, record);
    if (batch.state() != State.CHECKING || !records.checked(record, clock.instant())) {
      return refused(Refusal.conflict("dataentry.late"));
    }
    house.call(() -> {
      var wrong =
          Comparison.differing(
              batch.fields(table), values.settled(record), cells, batch.tolerance());
      values.flaws(record, wrong, "SAMPLE", batch.round());
      values.settle(record, cells, pass.viewer().id(), clock.instant());
      decide(batch, table);
      return record;
    });
    return done(record);
  }

  private void decide(Batch batch, Table table) {
    var progress = records.progress(batch.id());
    if (progress.unchecked() > 0) {
      return;
    }
    var failing =
        values.flaws(batch.id(), batch.round()).stream()
            .filter(f -> f.hand().equals("SAMPLE"))
            .toList();
    long wrong = failing.stream().mapToInt(Flaws::count).sum();
    long looked = (long) progress.sampled() * batch.fields(table).size();
    if (wrong * WHOLE <= batch.agreed() * looked) {
      store.state(batch.id(), State.PASSED);
    } else {
      records.again(batch.id());
      store.again(batch.id(), failing.stream().map(Flaws::field).sorted().toList());
    }
  }
}
